-- 年度统计 | Scorecard of the whole plan, each task once
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- table: plan_year, tasks, closed, red, yellow, green, grey, overdue, missing, on_schedule_percent
-- sheet: plan_year, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
SELECT *
FROM plan_scorecard
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
ORDER BY plan_year;
