-- 通报：各季度的对比日 | Bulletin: the days on which earlier quarters are looked at: as long after their returns were due as this one
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- :bulletin_id 通报号，草稿不给 | the bulletin's number; none for a draft
-- part of: bulletin
-- record: quarter
WITH due AS (
  SELECT r.quarter, max(r.report_due_on) AS report_due_on
  FROM round AS r
  WHERE r.quarter <= :quarter AND r.opened_on <= :as_of
    AND r.plan_id IN (SELECT n.plan_id FROM round AS n WHERE n.quarter = :quarter AND n.opened_on <= :as_of)
  GROUP BY r.quarter
)
SELECT d.quarter,
       iif(d.quarter = :quarter, :as_of,
           min(:as_of, coalesce(
             (SELECT max(b.issued_on) FROM earlier_bulletin AS b
              WHERE b.as_of = :as_of AND b.of_bulletin_id = coalesce(CAST(:bulletin_id AS INTEGER), 0) AND b.quarter = d.quarter),
             date(d.report_due_on, printf('%+d days', julianday(:as_of) - julianday(n.report_due_on)))))) AS day
FROM due AS d
JOIN due AS n ON n.quarter = :quarter
ORDER BY d.quarter DESC
LIMIT 8;
