-- 单位牵头任务统计 | A unit's scorecard
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
SELECT *
FROM unit_scorecard
WHERE as_of = :as_of AND unit = :unit
ORDER BY plan_year;
