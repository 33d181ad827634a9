-- 领导牵头任务统计 | A leader's scorecard
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: leader show
SELECT *
FROM leader_scorecard
WHERE as_of = :as_of AND leader = :leader
ORDER BY plan_year;
