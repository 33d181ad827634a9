-- 通报：与现在的差异 | Bulletin: what of it would be another today, for its own day
-- :bulletin_id 通报 | the bulletin
-- :now 现在的各行，JSON | its rows as they would be today, as JSON
-- part of: bulletin
-- table: part, record, title, was, now
--
-- A figure that is another, field by field; a row that came to a list or left it, by what it says. bulletin_task, of which nothing
-- is printed, and the words around the whole are left out, and of a single plan its figures, which are those of the whole.
WITH frozen AS MATERIALIZED (SELECT * FROM bulletin_row WHERE bulletin_id = CAST(:bulletin_id AS INTEGER)),
left_out(part) AS (
  VALUES ('bulletin_task'), ('bulletin_scope'), ('bulletin_days')
  UNION ALL
  SELECT w.part FROM frozen AS w WHERE w.part = 'bulletin_plan' GROUP BY w.part HAVING count(*) = 1
),
old_row AS MATERIALIZED (
  SELECT w.part, w.record, w.ordinal, w.content FROM frozen AS w WHERE w.part NOT IN left_out
),
new_row AS MATERIALIZED (
  SELECT r.value ->> 'part' AS part, r.value ->> 'record' AS record, r.key + 1 AS ordinal, r.value -> 'row' AS content
  FROM json_each(:now) AS r
  WHERE r.value ->> 'part' NOT IN left_out
),
difference(part, record, ordinal, column_name, change, was, now) AS (
  SELECT o.part, o.record, o.ordinal, f.key AS column_name, 'changed' AS change, f.value AS was, n.content ->> f.key AS now
  FROM old_row AS o
  JOIN new_row AS n ON n.part = o.part AND n.record = o.record
  JOIN json_each(o.content) AS f
  WHERE f.value IS NOT n.content ->> f.key
  UNION ALL
  SELECT o.part, o.record, o.ordinal, '*', 'removed',
         coalesce(o.content ->> 'reason', o.content ->> 'content', o.content ->> 'text', ''), NULL
  FROM old_row AS o
  WHERE NOT EXISTS (SELECT 1 FROM new_row AS n WHERE n.part = o.part AND n.record = o.record)
  UNION ALL
  SELECT n.part, n.record, n.ordinal, '*', 'added', NULL,
         coalesce(n.content ->> 'reason', n.content ->> 'content', n.content ->> 'text', '')
  FROM new_row AS n
  WHERE NOT EXISTS (SELECT 1 FROM old_row AS o WHERE o.part = n.part AND o.record = n.record)
),
-- the dictionary's title for that report, else for any
known AS (
  SELECT d.part, d.column_name, k.zh, k.type,
         row_number() OVER (PARTITION BY d.part, d.column_name ORDER BY k.view_name = d.part DESC, k.view_name = 'report' DESC,
                                                                        k.view_name = 'task_status' DESC) AS place
  FROM (SELECT DISTINCT part, column_name FROM difference WHERE column_name <> '*') AS d
  JOIN dictionary AS k ON k.column_name = d.column_name
),
titled AS (
  SELECT d.*, k.zh AS title, k.type
  FROM difference AS d
  LEFT JOIN known AS k ON k.part = d.part AND k.column_name = d.column_name AND k.place = 1
)
SELECT t.part, t.change,
       CASE WHEN t.part IN ('bulletin_finished', 'bulletin_ahead', 'bulletin_change', 'bulletin_overdue', 'bulletin_lagging',
                            'bulletin_missing')
              THEN iif(instr(t.record, '/') > 0, replace(t.record, '/', '年第'), '第' || t.record) || '项'
            WHEN t.part IN ('bulletin_matter', 'bulletin_praise') THEN t.record || '号' ELSE t.record END AS record,
       CASE t.change WHEN 'added' THEN '应列入' WHEN 'removed' THEN '不应列入' ELSE coalesce(t.title, t.column_name) END AS title,
       CASE WHEN t.was IS NULL OR t.was = '' THEN '（空）'
            WHEN t.type IN ('percent', 'bar') THEN format('%.15g', round(t.was, 1))
            ELSE coalesce((SELECT w.zh FROM word AS w WHERE t.type = 'word' AND w.column_name = t.column_name AND w.value = t.was),
                          t.was) END AS was,
       CASE WHEN t.now IS NULL OR t.now = '' THEN '（空）'
            WHEN t.type IN ('percent', 'bar') THEN format('%.15g', round(t.now, 1))
            ELSE coalesce((SELECT w.zh FROM word AS w WHERE t.type = 'word' AND w.column_name = t.column_name AND w.value = t.now),
                          t.now) END AS now
FROM titled AS t
ORDER BY CASE t.part WHEN 'bulletin_figures' THEN 1 WHEN 'bulletin_plan' THEN 2 WHEN 'bulletin_change_figures' THEN 3
                     WHEN 'bulletin_section' THEN 4 WHEN 'bulletin_unit' THEN 5 WHEN 'bulletin_trend' THEN 8
                     WHEN 'bulletin_unit_trend' THEN 9 ELSE 6 END,
         t.part, t.ordinal, t.change, t.record;
