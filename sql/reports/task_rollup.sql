-- 已分解任务汇总 | Divided tasks by what their parts come to
-- :as_of 截至日 | the day
-- table: code, text, parts, closed, red, yellow, green, grey, lowest_percent, average_percent, lamp
SELECT *
FROM task_rollup
WHERE as_of = :as_of
ORDER BY plan_year, task_id;
