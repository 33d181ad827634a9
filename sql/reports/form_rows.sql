-- 填报表的任务 | The tasks of the forms
-- :as_of 截至日，此日由谁报送 | the day: who reports then
-- :quarter 季度 | the quarter
-- :unit 报送单位 | the unit that reports
-- days: form_days
-- part of: form export
-- The same rows as progress_template has. task names the task with its year, whatever other plans come; targets is JSON, an
-- object for each target, of which the unit's tasks have most_targets at most; last_readings has a line for each. What is expected is what
-- will be when the return that is judged is due, also where the row asks for a contribution; unit_due_on is the earliest due day of the unit's. A task that is asked of a unit and of its predecessor is there once.
WITH held AS MATERIALIZED (SELECT task_id, due_on FROM task_status WHERE as_of = :as_of),
ahead AS MATERIALIZED (SELECT as_of, task_id, expected_percent FROM task_status
                       WHERE as_of IN (:day_1, :day_2, :day_3, :day_4, :day_5, :day_6, :day_7, :day_8)),
aim AS MATERIALIZED (SELECT task_id, ordinal, name, comparison, value, measure FROM target_status WHERE as_of = :as_of),
node AS MATERIALIZED (SELECT as_of, task_id, ordinal, node FROM target_status
                      WHERE as_of IN (:day_1, :day_2, :day_3, :day_4, :day_5, :day_6, :day_7, :day_8))
SELECT u.name AS unit, p.year || '/' || t.code AS task,
       CASE WHEN (SELECT count(*) FROM plan) > 1 THEN p.year || '/' ELSE '' END || t.code AS code,
       max((SELECT max(y.ordinal) FROM aim AS y WHERE y.task_id = t.task_id)) OVER (PARTITION BY u.unit_id) AS most_targets,
       t.text, d.due_on, max(q.report_due_on) AS report_due_on,
       min(max(q.report_due_on)) OVER (PARTITION BY u.unit_id) AS unit_due_on, x.expected_percent,
       (SELECT json_group_array(json_object('aim', g.name || ' ' || CASE g.comparison WHEN '>=' THEN '≥' ELSE '≤' END
                                                   || format('%.15g', g.value) || coalesce(g.measure, ''),
                                            'node', iif(n.node <> g.value, format('%.15g', n.node) || coalesce(g.measure, ''), NULL),
                                            'measure', coalesce(g.measure, ''), 'ordinal', g.ordinal))
        FROM (SELECT * FROM aim AS y WHERE y.task_id = t.task_id ORDER BY y.ordinal) AS g
        LEFT JOIN node AS n ON n.task_id = g.task_id AND n.ordinal = g.ordinal AND n.as_of = x.as_of) AS targets,
       l.quarter AS last_quarter, l.percent AS last_percent, l.state AS last_state,
       (SELECT group_concat(words, char(10)) FROM (
          SELECT printf('%s %s%s', g.name, format('%.15g', v.value), coalesce(g.measure, '')) AS words
          FROM reading AS v JOIN target AS g ON g.target_id = v.target_id
          WHERE v.progress_id = l.progress_id ORDER BY g.ordinal)) AS last_readings,
       iif(length(l.summary) > 100, substr(l.summary, 1, 99) || '…', l.summary) AS last_summary
FROM asked_entry AS q
JOIN task AS t ON t.task_id = q.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
JOIN unit AS u ON u.unit_id = q.unit_id
LEFT JOIN held AS d ON d.task_id = t.task_id
LEFT JOIN ahead AS x ON x.task_id = t.task_id
  AND x.as_of = (SELECT min(y.as_of) FROM ahead AS y WHERE y.task_id = t.task_id 
                 AND y.as_of > (SELECT max(j.report_due_on) FROM judged_request AS j
                                WHERE j.task_id = t.task_id AND j.quarter = :quarter AND j.asked_on <= :as_of))
LEFT JOIN progress AS l ON l.progress_id = q.last_progress_id
WHERE q.as_of = :as_of AND q.quarter = :quarter AND (:unit IS NULL OR u.name = :unit)
GROUP BY u.unit_id, t.plan_id, t.ordinal, t.task_id
ORDER BY u.unit_id, t.plan_id, t.ordinal;
