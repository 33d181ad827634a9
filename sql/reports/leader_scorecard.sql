-- 领导统计 | Scorecard of the leaders
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- :leader 领导 | the leader
-- table: plan_year, leader, tasks, closed, red, yellow, green, grey, overdue, missing, on_schedule_percent
-- sheet: plan_year, leader, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
SELECT *
FROM leader_scorecard
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
  AND (:leader IS NULL OR leader = :leader)
ORDER BY plan_year, leader;
