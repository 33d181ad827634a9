-- 任务的分解汇总 | What a task's parts come to
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: parts, closed, red, yellow, green, grey, lowest_percent, average_percent, due_on, lamp
-- part of: task show
SELECT *
FROM task_rollup
WHERE as_of = :as_of AND task_id = CAST(:task_id AS INTEGER);
