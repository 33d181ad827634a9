-- 任务的调整 | A task's adjustments
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT a.decided_on, a.kind AS adjustment, a.new_due_on, g.name AS target, a.new_value, a.reason, a.authority
FROM adjustment AS a
LEFT JOIN target AS g ON g.target_id = a.target_id
WHERE a.task_id = CAST(:task_id AS INTEGER) AND a.decided_on <= :as_of
ORDER BY a.decided_on, a.adjustment_id;
