-- 各季度评价日 | The days on which the quarters are looked at
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- part of: report trend
-- The newest first: what it gives becomes :day_1, :day_2 … of the reports that name it.
SELECT DISTINCT judged_on
FROM round_day
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
ORDER BY judged_on DESC;
