-- 通报：通报表扬和通报批评 | Bulletin: commendations and criticisms, each approved, that no earlier bulletin told
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- :bulletin_id 通报号，草稿不给 | the bulletin's number; none for a draft
-- part of: bulletin
-- record: action_id
-- table: action, unit, code, content, approved_by, issued_on
--
-- Not from before the quarter of the first bulletin; one recorded late, for the day of a bulletin that is out, comes in the next.
WITH earlier AS MATERIALIZED (
  SELECT b.bulletin_id, b.quarter FROM earlier_bulletin AS b
  WHERE b.as_of = :as_of AND b.of_bulletin_id = coalesce(CAST(:bulletin_id AS INTEGER), 0)
)
SELECT a.action_id, a.action, a.unit,
       iif(a.plan_year = CAST(:quarter AS INTEGER), a.code, a.plan_year || '/' || a.code) AS code, a.content,
       a.approved_by, a.issued_on
FROM action_status AS a
WHERE a.as_of = :as_of AND a.action IN ('commend', 'criticise') AND a.approved_by IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM earlier AS b JOIN bulletin_row AS w ON w.bulletin_id = b.bulletin_id
                  WHERE w.part = 'bulletin_praise' AND w.record = CAST(a.action_id AS TEXT))
  AND a.issued_on >= (SELECT min(c.day) FROM calendar AS c
                      WHERE c.quarter = min(:quarter, coalesce((SELECT min(quarter) FROM earlier), :quarter)))
ORDER BY a.action, a.issued_on, a.action_id;
