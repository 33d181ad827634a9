-- 任务的指标 | A task's targets
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT ordinal, name, kind, comparison, value, measure, reading, node, lag, is_lagging
FROM target_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER)
ORDER BY ordinal;
