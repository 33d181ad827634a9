-- 进展填报表 | A form for progress entries
-- :as_of 截至日，此日由谁报送 | the day: who reports then
-- :quarter 季度 | the quarter
-- :unit 报送单位 | the unit that reports
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- The first columns are filled in and imported; those from text on are to look at, and import ignores them. A contribution
-- asked for has its row too; what has been divided since has none.
WITH held AS MATERIALIZED (SELECT task_id, due_on FROM task_status WHERE as_of = :as_of),
aim AS MATERIALIZED (SELECT task_id, ordinal, name, comparison, value, measure FROM target_status WHERE as_of = :as_of)
SELECT q.quarter, CASE WHEN (SELECT count(*) FROM plan) > 1 THEN p.year || '/' ELSE '' END || t.code AS code, u.name AS unit,
       NULL AS percent, NULL AS state, NULL AS completed_on, NULL AS summary, NULL AS problem, NULL AS next_step,
       NULL AS reported_on,
       NULL AS reading_1, NULL AS reading_2, NULL AS reading_3, NULL AS reading_4, NULL AS reading_5, NULL AS reading_6,
       t.text, d.due_on,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%d %s%s%s%s', g.ordinal, g.name, g.comparison, format('%.15g', g.value), coalesce(g.measure, '')) AS words
          FROM aim AS g WHERE g.task_id = t.task_id ORDER BY g.ordinal)) AS targets,
       l.quarter AS last_quarter, l.percent AS last_percent, l.state AS last_state,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%d %s%s', g.ordinal, format('%.15g', v.value), coalesce(g.measure, '')) AS words
          FROM reading AS v JOIN target AS g ON g.target_id = v.target_id
          WHERE v.progress_id = l.progress_id ORDER BY g.ordinal)) AS last_readings
FROM asked_entry AS q
JOIN task AS t ON t.task_id = q.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN held AS d ON d.task_id = t.task_id
JOIN unit AS u ON u.unit_id = q.unit_id
LEFT JOIN progress AS l ON l.progress_id = q.last_progress_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE q.as_of = :as_of AND q.quarter = :quarter
  AND (:unit IS NULL OR u.name = :unit)
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY u.unit_id, t.plan_id, t.ordinal;
