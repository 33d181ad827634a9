-- 章节统计及增减 | Scorecard of the sections, with the change since the quarter before
-- :as_of 截至日 | the day
-- :since 对比日，默认上季度末 | the day it is compared with, else the last of the quarter before
-- :year 年度 | the plan's year
-- :section 章节及其下级 | a section and those under it
-- table: plan_year, section, tasks, closed, closed_change, red, red_change, overdue, overdue_change, missing, missing_change
-- days: change_days
-- Both days in one look: sign counts those of the day and takes off those of the day before.
WITH counted AS MATERIALIZED (
  SELECT as_of = :as_of AS is_now, iif(as_of = :as_of, :day_1 IS NOT :as_of, -1) AS sign, *
  FROM (SELECT as_of, plan_year, section, 0 AS is_total, tasks, closed, red, overdue, missing FROM section_scorecard
        UNION ALL
        SELECT as_of, plan_year, '合计', 1, tasks, closed, red, overdue, missing FROM plan_scorecard)
  WHERE as_of IN (:as_of, :day_1)
)
SELECT plan_year, section, sum(is_now * tasks) AS tasks, sum(is_now * closed) AS closed, sum(sign * closed) AS closed_change,
       sum(is_now * red) AS red, sum(sign * red) AS red_change, sum(is_now * overdue) AS overdue,
       sum(sign * overdue) AS overdue_change, sum(is_now * missing) AS missing, sum(sign * missing) AS missing_change, :day_1 AS since
FROM counted
WHERE (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
  AND (:section IS NULL OR section = :section OR instr(section, :section || '(') = 1)
GROUP BY plan_year, is_total, section
HAVING max(is_now)
ORDER BY plan_year, is_total, (
  SELECT h.ordinal FROM section AS h JOIN plan AS p ON p.plan_id = h.plan_id
  WHERE p.year = plan_year AND h.label = counted.section);
