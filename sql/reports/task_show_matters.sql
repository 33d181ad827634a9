-- 任务的请示事项 | What was reported upward about a task
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT m.matter_id, m.raised_on, u.name AS unit, m.content, m.objective_reason, b.name AS leader,
       CASE WHEN m.decided_on <= :as_of THEN m.decided_on END AS decided_on,
       CASE WHEN m.decided_on <= :as_of THEN m.decision END AS decision
FROM matter AS m
LEFT JOIN unit AS u ON u.unit_id = m.unit_id
LEFT JOIN leader AS b ON b.leader_id = m.leader_id
WHERE m.task_id = CAST(:task_id AS INTEGER) AND m.raised_on <= :as_of
ORDER BY m.raised_on, m.matter_id;
