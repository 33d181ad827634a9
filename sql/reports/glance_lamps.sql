-- 一览：亮灯 | At a glance: the lamps
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT plan_year, lamp, count(*) AS tasks, 100.0 * count(*) / sum(count(*)) OVER (PARTITION BY plan_year) AS share_percent
FROM task_status
WHERE as_of = :as_of
GROUP BY plan_year, lamp
ORDER BY plan_year, CASE lamp WHEN 'red' THEN 1 WHEN 'yellow' THEN 2 WHEN 'green' THEN 3 WHEN 'blue' THEN 4 ELSE 5 END;
