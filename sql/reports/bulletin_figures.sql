-- 通报：总体数字 | Bulletin: the figures of its prose
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
WITH asked AS MATERIALIZED (
  SELECT count(*) AS asked, count(first_return_on) AS returned FROM request_status WHERE as_of = :as_of AND quarter = :quarter
)
SELECT s.quarter, s.tasks, t.staged, t.standing, t.units, s.closed, s.red, s.yellow, s.green, s.grey, s.overdue, s.lagging, s.missing,
       s.late, t.awaiting, t.ahead, s.completed_percent, s.on_schedule_percent,
       a.asked, a.returned, a.asked - a.returned AS outstanding, 100.0 * a.returned / nullif(a.asked, 0) AS returned_percent,
       (SELECT count(*) FROM open_matter AS m WHERE m.as_of = :as_of) AS matters
FROM round_scorecard AS s
JOIN (SELECT sum(kind = 'staged') AS staged, sum(kind = 'standing') AS standing, count(DISTINCT lead_unit) AS units,
             sum(awaits_acceptance) AS awaiting, sum(is_ahead) AS ahead
      FROM round_task WHERE as_of = :as_of AND round_quarter = :quarter) AS t
JOIN asked AS a
WHERE s.as_of = :as_of AND s.quarter = :quarter;
