-- 任务当前状态（供阅读） | A task's status, for reading
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
SELECT as_of, leaders, lead_unit, due_on, quarter, reported_quarter, reported_on, state, percent, expected_percent, lag,
       days_overdue, closed_on, lamp, reason
FROM task_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER);
