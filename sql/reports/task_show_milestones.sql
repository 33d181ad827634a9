-- 任务的节点 | A task's milestones
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT k.ordinal, k.title, k.due_on, k.expected_percent, k.owner,
       CASE WHEN k.done_on <= :as_of THEN k.done_on END AS done_on
FROM milestone AS k
WHERE k.task_id = CAST(:task_id AS INTEGER) AND k.added_on <= :as_of
ORDER BY k.due_on, k.ordinal;
