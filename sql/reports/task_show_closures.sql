-- 任务的销号 | A task's closures
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT closed_on, completed_on, due_on, settlement, basis, confirmed_by, reopened_on, reopen_reason
FROM closure_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER)
ORDER BY closed_on, closure_id;
