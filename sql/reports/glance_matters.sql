-- 一览：需市政府研究事项 | At a glance: what awaits a decision
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT matter_id, raised_on, days_open, code, unit, content
FROM open_matter
WHERE as_of = :as_of
ORDER BY raised_on, matter_id
LIMIT 5;
