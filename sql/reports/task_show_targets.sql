-- 任务的指标 | A task's targets
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
-- Those of a divided task are its history: they have a value, and no status any more.
WITH status AS MATERIALIZED (
  SELECT * FROM target_status WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER)
)
SELECT g.ordinal, g.name, g.kind, g.comparison, coalesce(f.value, g.value) AS value, g.measure, f.reading, f.node, f.lag,
       f.is_lagging
FROM target AS g
LEFT JOIN status AS f ON f.ordinal = g.ordinal
WHERE g.task_id = CAST(:task_id AS INTEGER) AND g.added_on <= :as_of
ORDER BY g.ordinal;
