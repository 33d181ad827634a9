-- 一级章节统计 | Scorecard of the sections of the upper level
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- :section 一级章节 | the upper section
-- table: plan_year, section, tasks, closed, red, yellow, green, grey, overdue, missing, on_schedule_percent
-- sheet: plan_year, section, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
SELECT s.*
FROM top_section_scorecard AS s
LEFT JOIN plan AS p ON p.year = s.plan_year
LEFT JOIN section AS h ON h.plan_id = p.plan_id AND h.label = s.section
WHERE s.as_of = :as_of AND (:year IS NULL OR s.plan_year = CAST(:year AS INTEGER))
  AND (:section IS NULL OR s.section = :section)
ORDER BY s.plan_year, h.ordinal;
