-- 通报一览 | Bulletins that were issued
-- :as_of 截至日 | the day
-- :number 文号 | the number
-- table: number, quarter, issued_on, frozen_rows
SELECT b.number, b.quarter, b.issued_on,
       (SELECT count(*) FROM bulletin_row AS w WHERE w.bulletin_id = b.bulletin_id) AS frozen_rows,
       (SELECT o.office FROM plan_office AS o JOIN round AS r ON r.plan_id = o.plan_id AND r.quarter = b.quarter
        ORDER BY o.year DESC LIMIT 1) AS issuer
FROM bulletin AS b
WHERE b.issued_on <= :as_of AND (:number IS NULL OR b.number = :number)
ORDER BY b.issued_on, b.bulletin_id;
