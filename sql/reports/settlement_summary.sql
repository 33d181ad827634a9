-- 年终结算汇总 | Settlement of the year, counted
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
SELECT plan_year, settlement, count(*) AS tasks, sum(kind = 'staged') AS staged, sum(kind = 'standing') AS standing
FROM settlement
WHERE as_of = :as_of AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
GROUP BY plan_year, settlement
ORDER BY plan_year, CASE settlement WHEN 'completed' THEN 1 WHEN 'completed_late' THEN 2 WHEN 'terminated' THEN 3
                                    WHEN 'carried_over' THEN 4 WHEN 'suspended' THEN 5 ELSE 6 END;
