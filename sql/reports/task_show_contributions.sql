-- 任务的分解指标和各单位完成值 | A task's shares and contributions, beside the lead unit's figure
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: ordinal, name, unit, share, reading, percent, shared, contributed, lead_reading
-- part of: task show
SELECT *
FROM contribution_status
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER)
ORDER BY ordinal, share IS NULL, share DESC, unit;
