-- 单位统计 | Scorecard of the units
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- :unit 单位 | the unit
-- table: plan_year, unit, tasks, closed, red, yellow, green, grey, overdue, missing, on_schedule_percent
-- sheet: plan_year, unit, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
SELECT *
FROM unit_scorecard
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
  AND (:unit IS NULL OR unit = :unit)
ORDER BY plan_year, unit;
