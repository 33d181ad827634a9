-- 任务当前状态 | A task's status
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: as_of, leaders, lead_unit, due_on, quarter, reported_quarter, reported_on, state, percent, expected_percent, lag, days_overdue, closed_on, lamp, reason
-- part of: task show
SELECT *
FROM task_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER);
