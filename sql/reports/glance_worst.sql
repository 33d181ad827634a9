-- 一览：最需关注 | At a glance: what is worst
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT code, text, lead_unit, lamp, reason
FROM task_status
WHERE as_of = :as_of AND lamp IN ('red', 'yellow')
ORDER BY lamp, days_overdue DESC, lag DESC, task_id
LIMIT 5;
