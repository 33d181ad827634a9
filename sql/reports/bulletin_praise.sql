-- 通报：通报表扬和通报批评 | Bulletin: commendations and criticisms, each approved, since the last one or the quarter's begin
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: action_id
-- table: action, unit, code, content, approved_by, issued_on
SELECT a.action_id, a.action, a.unit,
       iif(a.plan_year = CAST(:quarter AS INTEGER), a.code, a.plan_year || '/' || a.code) AS code, a.content,
       a.approved_by, a.issued_on
FROM action_status AS a
WHERE a.as_of = :as_of AND a.action IN ('commend', 'criticise') AND a.approved_by IS NOT NULL
  AND a.issued_on > coalesce(
    (SELECT max(b.issued_on) FROM bulletin AS b WHERE b.issued_on < :as_of),
    (SELECT date(min(c.day), '-1 day') FROM calendar AS c WHERE c.quarter = :quarter))
ORDER BY a.action, a.issued_on, a.action_id;
