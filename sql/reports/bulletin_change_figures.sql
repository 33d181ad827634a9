-- 通报：与上次相比的数字 | Bulletin: the figures of the last one beside today's; no row for the first
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
WITH last AS (
  SELECT * FROM bulletin WHERE issued_on < :as_of ORDER BY issued_on DESC, bulletin_id DESC LIMIT 1
),
before AS MATERIALIZED (
  SELECT w.content ->> 'task_id' AS task_id, w.content ->> 'lamp' AS lamp
  FROM last AS b JOIN bulletin_row AS w ON w.bulletin_id = b.bulletin_id AND w.part = 'bulletin_task'
),
moved AS MATERIALIZED (
  SELECT b.lamp AS lamp_before, s.lamp
  FROM round_task AS s JOIN before AS b ON b.task_id = s.task_id
  WHERE s.as_of = :as_of AND s.round_quarter = :quarter
)
SELECT b.quarter, b.number, b.issued_on,
       f.content ->> 'closed' AS closed_before, f.content ->> 'red' AS red_before, f.content ->> 'yellow' AS yellow_before,
       f.content ->> 'green' AS green_before, f.content ->> 'overdue' AS overdue_before,
       f.content ->> 'missing' AS missing_before,
       (SELECT count(*) FROM moved WHERE lamp = 'blue' AND lamp_before <> 'blue') AS newly_closed,
       (SELECT count(*) FROM moved WHERE lamp = 'red' AND lamp_before <> 'red') AS newly_red,
       (SELECT count(*) FROM moved WHERE lamp <> 'red' AND lamp_before = 'red') AS no_longer_red
FROM last AS b
JOIN bulletin_row AS f ON f.bulletin_id = b.bulletin_id AND f.part = 'bulletin_figures';
