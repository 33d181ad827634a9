-- 一览：调度 | At a glance: the newest round
-- :as_of 截至日 | the day
-- part of: taizhang
SELECT :as_of AS as_of, p.year AS plan_year, r.quarter, r.report_due_on, count(q.task_id) AS asked,
       count(e.first_return_on) AS returned, count(q.task_id) - count(e.first_return_on) AS outstanding,
       100.0 * count(e.first_return_on) / nullif(count(q.task_id), 0) AS returned_percent
FROM plan AS p
LEFT JOIN round AS r ON r.plan_id = p.plan_id
  AND r.quarter = (SELECT max(n.quarter) FROM round AS n WHERE n.plan_id = p.plan_id AND n.opened_on <= :as_of)
LEFT JOIN judged_request AS q ON q.plan_id = r.plan_id AND q.quarter = r.quarter AND q.asked_on <= :as_of
LEFT JOIN (SELECT task_id, quarter, min(reported_on) AS first_return_on
           FROM judged_entry WHERE is_interim = 0 AND reported_on <= :as_of GROUP BY task_id, quarter) AS e
  ON e.task_id = q.task_id AND e.quarter = q.quarter
WHERE p.starts_on <= :as_of
GROUP BY p.plan_id
ORDER BY p.year;
