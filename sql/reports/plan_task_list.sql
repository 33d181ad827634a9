-- 分工方案的任务 | Tasks of a plan, as they were read
-- :year 年度 | the plan's year
-- part of: plan import
SELECT t.code, s.label AS section, t.text, t.kind, t.kind_confirmed, t.due_on,
       (SELECT group_concat(name, '、') FROM (
          SELECT b.name FROM task_leader AS a JOIN leader AS b ON b.leader_id = a.leader_id
          WHERE a.task_id = t.task_id ORDER BY a.ordinal)) AS leaders,
       (SELECT group_concat(name, '、') FROM (
          SELECT u.name FROM task_unit AS a JOIN unit AS u ON u.unit_id = a.unit_id
          WHERE a.task_id = t.task_id AND a.role = 'lead' ORDER BY a.ordinal)) AS lead_units,
       (SELECT group_concat(name, '、') FROM (
          SELECT u.name FROM task_unit AS a JOIN unit AS u ON u.unit_id = a.unit_id
          WHERE a.task_id = t.task_id AND a.role = 'responsible' ORDER BY a.ordinal)) AS responsible_units,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%s%s%s%s', g.name, g.comparison, format('%.15g', g.value), coalesce(g.measure, '')) AS words
          FROM target AS g WHERE g.task_id = t.task_id ORDER BY g.ordinal)) AS targets
FROM task AS t
JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE p.year = CAST(:year AS INTEGER)
ORDER BY t.ordinal, t.task_id;
