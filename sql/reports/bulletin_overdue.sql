-- 通报：逾期任务 | Bulletin: the tasks that are overdue, with the days
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: code, text, lead_unit, due_on, days_overdue, percent, lamp, reason
SELECT s.label AS code, s.text, s.lead_unit,
       s.due_on, s.days_overdue, s.percent, s.lamp, s.reason
FROM round_task AS s
WHERE s.as_of = :as_of AND s.is_overdue AND s.round_quarter = :quarter
ORDER BY s.days_overdue DESC, s.task_id;
