-- 任务的承接关系 | The tasks that a task continues, and those that continue it
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
WITH RECURSIVE line(task_id, step) AS (
  SELECT CAST(:task_id AS INTEGER), 0
  UNION ALL
  SELECT t.continued_from_id, n.step - 1
  FROM line AS n JOIN task AS t ON t.task_id = n.task_id
  WHERE n.step BETWEEN -64 AND 0 AND t.continued_from_id IS NOT NULL
  UNION ALL
  SELECT t.task_id, n.step + 1
  FROM line AS n JOIN task AS t ON t.continued_from_id = n.task_id
  WHERE n.step BETWEEN 0 AND 64 AND t.added_on <= :as_of
)
SELECT p.year AS plan_year, t.code, t.text, t.kind, t.added_on, x.closed_on, x.outcome
FROM line AS n
JOIN task AS t ON t.task_id = n.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN closure AS x ON x.task_id = t.task_id AND x.closed_on <= :as_of
  AND (x.reopened_on IS NULL OR x.reopened_on > :as_of)
WHERE n.step <> 0
ORDER BY n.step;
