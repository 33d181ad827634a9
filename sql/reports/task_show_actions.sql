-- 任务的督查行动 | What the office did about a task
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT a.issued_on, a.kind AS action, a.method, u.name AS unit, a.content, a.approved_by, a.reply_due_on,
       CASE WHEN a.replied_on <= :as_of THEN a.replied_on END AS replied_on,
       CASE WHEN a.replied_on <= :as_of THEN a.reply END AS reply,
       CASE WHEN a.closed_on <= :as_of THEN a.closed_on END AS closed_on
FROM action AS a
LEFT JOIN unit AS u ON u.unit_id = a.unit_id
WHERE a.task_id = CAST(:task_id AS INTEGER) AND a.issued_on <= :as_of
ORDER BY a.issued_on, a.action_id;
