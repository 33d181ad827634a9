-- 通报：亮灯变化 | Bulletin: the tasks whose lamp is another than in the last one
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- :bulletin_id 通报号，草稿不给 | the bulletin's number; none for a draft
-- part of: bulletin
-- record: code
-- table: code, text, lead_unit, lamp_before, lamp, reason
WITH before AS MATERIALIZED (
  SELECT w.content ->> 'task_id' AS task_id, w.content ->> 'lamp' AS lamp
  FROM earlier_bulletin AS b
  JOIN bulletin_row AS w ON w.bulletin_id = b.bulletin_id AND w.part = 'bulletin_task'
  WHERE b.as_of = :as_of AND b.of_bulletin_id = coalesce(CAST(:bulletin_id AS INTEGER), 0) AND b.is_last
)
SELECT s.label AS code, s.text, s.lead_unit,
       b.lamp AS lamp_before, s.lamp, s.reason
FROM round_task AS s
JOIN before AS b ON b.task_id = s.task_id AND b.lamp <> s.lamp
WHERE s.as_of = :as_of AND s.round_quarter = :quarter
ORDER BY s.lamp = 'blue' DESC, s.lamp = 'red' DESC, s.task_id;
