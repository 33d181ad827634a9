-- 领导统计及增减 | Scorecard of the leaders, with the change since the quarter before
-- :as_of 截至日 | the day
-- :since 对比日，默认上季度末 | the day it is compared with, else the last of the quarter before
-- :year 年度 | the plan's year
-- :leader 领导 | the leader
-- table: plan_year, leader, tasks, closed, closed_change, red, red_change, overdue, overdue_change, missing, missing_change
-- days: change_days
-- Both days in one look: sign counts those of the day and takes off those of the day before.
WITH counted AS MATERIALIZED (
  SELECT as_of = :as_of AS is_now, iif(as_of = :as_of, :day_1 IS NOT :as_of, -1) AS sign, *
  FROM (SELECT as_of, plan_year, leader, 0 AS is_total, tasks, closed, red, overdue, missing FROM leader_scorecard
        UNION ALL
        SELECT as_of, plan_year, '合计', 1, tasks, closed, red, overdue, missing FROM plan_scorecard)
  WHERE as_of IN (:as_of, :day_1)
)
SELECT plan_year, leader, sum(is_now * tasks) AS tasks, sum(is_now * closed) AS closed, sum(sign * closed) AS closed_change,
       sum(is_now * red) AS red, sum(sign * red) AS red_change, sum(is_now * overdue) AS overdue,
       sum(sign * overdue) AS overdue_change, sum(is_now * missing) AS missing, sum(sign * missing) AS missing_change, :day_1 AS since
FROM counted
WHERE (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
  AND (:leader IS NULL OR leader = :leader)
GROUP BY plan_year, is_total, leader
HAVING max(is_now)
ORDER BY plan_year, is_total, leader;
