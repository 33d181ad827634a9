-- 通报：总体数字 | Bulletin: the figures of its prose
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
WITH asked AS MATERIALIZED (SELECT * FROM request_status WHERE as_of = :as_of AND quarter = :quarter)
SELECT :quarter AS quarter, count(*) AS tasks, sum(s.kind = 'staged') AS staged, sum(s.kind = 'standing') AS standing,
       count(DISTINCT s.lead_unit) AS units,
       sum(s.lamp = 'blue') AS closed, sum(s.lamp = 'red') AS red, sum(s.lamp = 'yellow') AS yellow,
       sum(s.lamp = 'green') AS green, sum(s.lamp = 'grey') AS grey,
       sum(s.is_overdue) AS overdue, sum(s.is_lagging) AS lagging, sum(s.is_missing) AS missing, sum(s.is_late) AS late,
       sum(s.awaits_acceptance) AS awaiting,
       100.0 * sum(s.lamp = 'blue') / count(*) AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) / nullif(sum(s.lamp <> 'grey'), 0) AS on_schedule_percent,
       (SELECT count(*) FROM asked) AS asked,
       (SELECT count(first_return_on) FROM asked) AS returned,
       (SELECT count(*) - count(first_return_on) FROM asked) AS outstanding,
       (SELECT 100.0 * count(first_return_on) / nullif(count(*), 0) FROM asked) AS returned_percent,
       (SELECT count(*) FROM open_matter AS m WHERE m.as_of = :as_of) AS matters
FROM round_task AS s
WHERE s.as_of = :as_of AND s.round_quarter = :quarter;
