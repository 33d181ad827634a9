-- 通报：与上次相比的数字 | Bulletin: the figures of the last one beside today's, of the tasks in both; no row for the first
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- :bulletin_id 通报号，草稿不给 | the bulletin's number; none for a draft
-- part of: bulletin
-- record: number
WITH last AS MATERIALIZED (
  SELECT * FROM earlier_bulletin AS b
  WHERE b.as_of = :as_of AND b.of_bulletin_id = coalesce(CAST(:bulletin_id AS INTEGER), 0) AND b.is_last
),
before AS MATERIALIZED (
  SELECT w.content ->> 'task_id' AS task_id, w.content ->> 'lamp' AS lamp, w.content ->> 'is_overdue' AS is_overdue,
         w.content ->> 'is_missing' AS is_missing
  FROM last AS b JOIN bulletin_row AS w ON w.bulletin_id = b.bulletin_id AND w.part = 'bulletin_task'
),
now AS MATERIALIZED (
  SELECT s.task_id, s.lamp, s.is_overdue, s.return_owed IS NOT NULL AS is_missing
  FROM round_task AS s WHERE s.as_of = :as_of AND s.round_quarter = :quarter
),
compared AS (
  SELECT count(*) AS tasks,
         count(*) FILTER (WHERE b.lamp = 'blue') AS closed_before, count(*) FILTER (WHERE n.lamp = 'blue') AS closed,
         count(*) FILTER (WHERE b.lamp = 'green') AS green_before, count(*) FILTER (WHERE n.lamp = 'green') AS green,
         count(*) FILTER (WHERE b.lamp = 'yellow') AS yellow_before, count(*) FILTER (WHERE n.lamp = 'yellow') AS yellow,
         count(*) FILTER (WHERE b.lamp = 'red') AS red_before, count(*) FILTER (WHERE n.lamp = 'red') AS red,
         count(*) FILTER (WHERE b.is_overdue) AS overdue_before, count(*) FILTER (WHERE n.is_overdue) AS overdue,
         count(*) FILTER (WHERE b.is_missing) AS missing_before, count(*) FILTER (WHERE n.is_missing) AS missing,
         count(*) FILTER (WHERE n.lamp = 'blue' AND b.lamp <> 'blue') AS newly_closed,
         count(*) FILTER (WHERE n.lamp = 'red' AND b.lamp <> 'red') AS newly_red,
         count(*) FILTER (WHERE n.lamp <> 'red' AND b.lamp = 'red') AS no_longer_red
  FROM now AS n JOIN before AS b ON b.task_id = n.task_id
)
SELECT b.quarter, b.number, b.issued_on, c.*,
       (SELECT count(*) FROM now) - c.tasks AS tasks_come, (SELECT count(*) FROM before) - c.tasks AS tasks_gone
FROM last AS b JOIN compared AS c;
