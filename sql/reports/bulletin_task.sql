-- 通报：全部任务 | Bulletin: every task, for the comparison with the next one
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
SELECT s.label AS code, s.task_id, s.lead_unit, s.lamp, s.percent, s.state, s.is_overdue, s.return_owed IS NOT NULL AS is_missing
FROM round_task AS s
WHERE s.as_of = :as_of AND s.round_quarter = :quarter
ORDER BY s.plan_year DESC, s.task_id;
