-- 任务的分项 | A task's sub-items
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: code, text, lead_unit, due_on, percent, lag, lamp, reason
-- part of: task show
SELECT s.*
FROM task_status AS s
JOIN task AS t ON t.task_id = s.task_id
WHERE s.as_of = :as_of AND t.parent_id = CAST(:task_id AS INTEGER)
ORDER BY t.ordinal, t.task_id;
