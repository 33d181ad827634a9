-- 所承接任务的进展 | Progress entries of the tasks that a task continues
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: plan_year, code, quarter, revision, reported_on, percent, state, summary, problem
-- part of: task show
WITH RECURSIVE earlier(task_id, step) AS (
  SELECT continued_from_id, 1 FROM task WHERE task_id = CAST(:task_id AS INTEGER)
  UNION ALL
  SELECT t.continued_from_id, e.step + 1 FROM earlier AS e JOIN task AS t ON t.task_id = e.task_id WHERE e.step < 64
)
SELECT p.year AS plan_year, t.code, e.quarter, e.revision, u.name AS unit, e.reported_on, e.is_interim, e.percent, e.state,
       e.completed_on, e.summary, e.problem, e.next_step
FROM earlier AS n
JOIN task AS t ON t.task_id = n.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
JOIN progress AS e ON e.task_id = t.task_id AND e.reported_on <= :as_of
JOIN unit AS u ON u.unit_id = e.unit_id
ORDER BY e.quarter, e.revision;
