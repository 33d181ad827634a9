-- 通报：超序时任务 | Bulletin: the tasks that their unit calls ahead and that have a green lamp
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: code, text, lead_unit, percent, expected_percent, summary
SELECT s.label AS code, s.text, s.lead_unit,
       s.percent, s.expected_percent,
       (SELECT e.summary FROM entry_at AS e WHERE e.as_of = :as_of AND e.task_id = s.task_id) AS summary
FROM round_task AS s
WHERE s.as_of = :as_of AND s.is_ahead AND s.round_quarter = :quarter
ORDER BY s.task_id;
