-- 一览：调度 | At a glance: the newest round
-- :as_of 截至日 | the day
-- part of: taizhang
WITH asked AS MATERIALIZED (SELECT * FROM request_status WHERE as_of = :as_of)
SELECT :as_of AS as_of, p.year AS plan_year, r.quarter, r.report_due_on, count(q.task_id) AS asked,
       count(q.first_return_on) AS returned, count(q.task_id) - count(q.first_return_on) AS outstanding,
       100.0 * count(q.first_return_on) / nullif(count(q.task_id), 0) AS returned_percent
FROM plan AS p
LEFT JOIN round AS r ON r.plan_id = p.plan_id
  AND r.quarter = (SELECT max(n.quarter) FROM round AS n WHERE n.plan_id = p.plan_id AND n.opened_on <= :as_of)
LEFT JOIN asked AS q ON q.plan_id = r.plan_id AND q.quarter = r.quarter
WHERE p.starts_on <= :as_of
GROUP BY p.plan_id
ORDER BY p.year;
