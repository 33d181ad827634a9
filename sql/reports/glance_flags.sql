-- 一览：督查重点 | At a glance: what to press
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT plan_year, count(*) AS tasks, sum(is_overdue) AS overdue, sum(is_lagging) AS lagging, sum(is_missing) AS missing,
       sum(is_due_soon) AS due_soon, sum(is_stalled) AS stalled, sum(awaits_acceptance) AS awaiting
FROM task_status
WHERE as_of = :as_of
GROUP BY plan_year
ORDER BY plan_year;
