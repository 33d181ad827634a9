-- 通报一览 | Bulletins that were issued
-- :as_of 截至日 | the day
-- :number 文号 | the number
-- table: number, quarter, issued_on, issuer, frozen_rows
SELECT b.number, b.quarter, b.issued_on,
       (SELECT count(*) FROM bulletin_row AS w WHERE w.bulletin_id = b.bulletin_id) AS frozen_rows, b.issuer
FROM bulletin AS b
WHERE b.issued_on <= :as_of AND (:number IS NULL OR b.number = :number)
ORDER BY b.bulletin_id;
