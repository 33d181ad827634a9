-- 任务当前状态 | A task's status
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
SELECT *
FROM task_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER);
