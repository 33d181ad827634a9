-- 各季度调度一览 | Rounds
-- :as_of 截至日 | the day
-- table: plan_year, quarter, opened_on, report_due_on, asked, returned, outstanding, late, closed_on
WITH asked AS MATERIALIZED (SELECT * FROM request_status WHERE as_of = :as_of)
SELECT p.year AS plan_year, r.quarter, r.opened_on, r.cutoff_on, r.report_due_on, r.judges_progress,
       count(q.task_id) AS asked,
       count(q.first_return_on) AS returned, count(q.task_id) - count(q.first_return_on) AS outstanding,
       count(CASE WHEN q.first_return_on > q.report_due_on THEN 1 END) AS late,
       r.yellow_lag, r.red_lag, r.due_soon_days,
       CASE WHEN r.closed_on <= :as_of THEN r.closed_on END AS closed_on
FROM round AS r
JOIN plan AS p ON p.plan_id = r.plan_id
LEFT JOIN asked AS q ON q.plan_id = r.plan_id AND q.quarter = r.quarter
WHERE r.opened_on <= :as_of
GROUP BY r.plan_id, r.quarter
ORDER BY r.quarter, p.year;
