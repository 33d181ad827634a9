-- 通报：范围 | Bulletin: what it is about; no row where the quarter was not opened by the day
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
SELECT q.quarter, q.report_due_on, q.is_due, q.later_quarter, q.office AS issuer
FROM quarter_standing AS q
WHERE q.as_of = :as_of AND q.quarter = :quarter;
