-- 通报：滞后任务 | Bulletin: the tasks that lag, with the reason as reported
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: code, text, lead_unit, percent, expected_percent, lamp, reason, problem, next_step
SELECT s.label AS code, s.text, s.lead_unit,
       s.percent, s.expected_percent, s.lag, s.lamp, s.reason, e.problem, e.next_step
FROM round_task AS s
LEFT JOIN progress AS e ON e.progress_id = (
  SELECT y.progress_id FROM entry_at AS y WHERE y.as_of = :as_of AND y.task_id = s.task_id)
WHERE s.as_of = :as_of AND s.is_lagging AND s.round_quarter = :quarter
ORDER BY s.lag DESC, s.task_id;
