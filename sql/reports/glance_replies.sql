-- 一览：回复和整改逾期 | At a glance: overdue replies and rectifications
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT owed, count(*) AS actions, count(DISTINCT unit) AS units, max(days_overdue) AS days_overdue
FROM overdue_reply
WHERE as_of = :as_of
GROUP BY owed
ORDER BY owed DESC;
