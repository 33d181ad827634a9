-- 单位角色统计 | Scorecard of the units: first lead, co-lead and responsible apart
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- :unit 单位 | the unit
-- table: unit, unit_role, tasks, closed, red, yellow, green, overdue, missing, on_schedule_percent
-- sheet: plan_year, unit, unit_role, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
SELECT *
FROM unit_role_scorecard
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER)) AND (:unit IS NULL OR unit = :unit)
ORDER BY plan_year, unit, CASE unit_role WHEN 'first_lead' THEN 1 WHEN 'co_lead' THEN 2 ELSE 3 END;
