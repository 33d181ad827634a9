-- 领导统计及增减 | Scorecard of the leaders, with the change since the quarter before
-- :as_of 截至日 | the day
-- :since 对比日，默认上季度末 | the day it is compared with, else the last of the quarter before
-- :year 年度 | the plan's year
-- :leader 领导 | the leader
-- table: plan_year, leader, tasks, closed, closed_change, red, red_change, overdue, overdue_change, missing, missing_change
WITH now AS MATERIALIZED (
  SELECT plan_year, leader, tasks, closed, red, overdue, missing, 0 AS is_total FROM leader_scorecard WHERE as_of = :as_of
  UNION ALL
  SELECT plan_year, '合计', tasks, closed, red, overdue, missing, 1 FROM plan_scorecard WHERE as_of = :as_of
),
before AS MATERIALIZED (
  SELECT plan_year, leader, closed, red, overdue, missing, 0 AS is_total FROM leader_scorecard
  WHERE as_of = coalesce(:since,
      date(:as_of, 'start of month', printf('-%d months', (strftime('%m', :as_of) + 2) % 3), '-1 day'))
  UNION ALL
  SELECT plan_year, '合计', closed, red, overdue, missing, 1 FROM plan_scorecard
  WHERE as_of = coalesce(:since,
      date(:as_of, 'start of month', printf('-%d months', (strftime('%m', :as_of) + 2) % 3), '-1 day'))
)
SELECT n.plan_year, n.leader, n.tasks, n.closed, n.closed - coalesce(b.closed, 0) AS closed_change,
       n.red, n.red - coalesce(b.red, 0) AS red_change, n.overdue, n.overdue - coalesce(b.overdue, 0) AS overdue_change,
       n.missing, n.missing - coalesce(b.missing, 0) AS missing_change,
       coalesce(:since,
      date(:as_of, 'start of month', printf('-%d months', (strftime('%m', :as_of) + 2) % 3), '-1 day')) AS since
FROM now AS n
LEFT JOIN before AS b ON b.plan_year = n.plan_year AND b.leader IS n.leader AND b.is_total = n.is_total
WHERE (:year IS NULL OR n.plan_year = CAST(:year AS INTEGER))
  AND (:leader IS NULL OR n.leader = :leader)
ORDER BY n.plan_year, n.is_total, n.leader;
