-- 通报：通报表扬和通报批评 | Bulletin: commendations and criticisms, each approved, that no earlier bulletin told
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: action_id
-- table: action, unit, code, content, approved_by, issued_on
--
-- Not from before the quarter of the first bulletin; one recorded late, for the day of a bulletin that is out, comes in the next.
SELECT a.action_id, a.action, a.unit,
       iif(a.plan_year = CAST(:quarter AS INTEGER), a.code, a.plan_year || '/' || a.code) AS code, a.content,
       a.approved_by, a.issued_on
FROM action_status AS a
WHERE a.as_of = :as_of AND a.action IN ('commend', 'criticise') AND a.approved_by IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM bulletin AS b JOIN bulletin_row AS w ON w.bulletin_id = b.bulletin_id
                  WHERE b.issued_on < :as_of AND w.part = 'bulletin_praise' AND w.record = CAST(a.action_id AS TEXT))
  AND a.issued_on >= (SELECT min(c.day) FROM calendar AS c
                      WHERE c.quarter = min(:quarter, coalesce((SELECT min(b.quarter) FROM bulletin AS b WHERE b.issued_on < :as_of), :quarter)))
ORDER BY a.action, a.issued_on, a.action_id;
