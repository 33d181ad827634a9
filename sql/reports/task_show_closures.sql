-- 任务的销号 | A task's closures
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT x.closed_on, x.completed_on, x.outcome, x.basis, x.confirmed_by,
       CASE WHEN x.reopened_on <= :as_of THEN x.reopened_on END AS reopened_on,
       CASE WHEN x.reopened_on <= :as_of THEN x.reopen_reason END AS reopen_reason
FROM closure AS x
WHERE x.task_id = CAST(:task_id AS INTEGER) AND x.closed_on <= :as_of
ORDER BY x.closed_on, x.closure_id;
