-- 通报：范围 | Bulletin: what it is about; no row where the quarter was not opened by the day
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
SELECT :quarter AS quarter, max(r.report_due_on) AS report_due_on, max(r.report_due_on) < :as_of AS is_due,
       (SELECT max(n.quarter) FROM round AS n WHERE n.quarter > :quarter AND n.report_due_on < :as_of) AS later_quarter,
       max(p.title) AS title,
       max(o.office) AS issuer,
       b.number AS last_number, b.issued_on AS last_issued_on
FROM round AS r
JOIN plan AS p ON p.plan_id = r.plan_id
JOIN plan_office AS o ON o.plan_id = r.plan_id
LEFT JOIN bulletin AS b ON b.bulletin_id = (
  SELECT y.bulletin_id FROM bulletin AS y WHERE y.issued_on < :as_of ORDER BY y.issued_on DESC, y.bulletin_id DESC LIMIT 1)
WHERE r.quarter = :quarter AND r.opened_on <= :as_of
HAVING count(*) > 0;
