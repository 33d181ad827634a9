-- A column's value as a person reads it: the word of a coded value, 是 or 否, 45%, the name of what a number stands for, 38.8公里.
-- :table_name :column_name :value, and :measure, what a figure of the record is counted in
WITH coded(zh, en) AS (
  SELECT w.zh, w.en FROM word AS w
  WHERE w.value = :value AND w.column_name IN (:column_name, :table_name, :table_name || '_' || :column_name)
    AND typeof(:value) = 'text'
  ORDER BY w.column_name = :column_name LIMIT 1
),
named(name) AS (
  SELECT CASE :column_name
    WHEN 'task_id' THEN (SELECT code FROM task WHERE task_id = :value)
    WHEN 'parent_id' THEN CASE :table_name WHEN 'task' THEN (SELECT code FROM task WHERE task_id = :value)
                                           ELSE (SELECT label FROM section WHERE section_id = :value) END
    WHEN 'continued_from_id' THEN (SELECT p.year || '/' || t.code FROM task AS t JOIN plan AS p ON p.plan_id = t.plan_id
                                   WHERE t.task_id = :value)
    WHEN 'section_id' THEN (SELECT label FROM section WHERE section_id = :value)
    WHEN 'unit_id' THEN (SELECT name FROM unit WHERE unit_id = :value)
    WHEN 'successor_unit_id' THEN (SELECT name FROM unit WHERE unit_id = :value)
    WHEN 'collective_id' THEN (SELECT name FROM unit WHERE unit_id = :value)
    WHEN 'leader_id' THEN (SELECT name FROM leader WHERE leader_id = :value)
    WHEN 'successor_leader_id' THEN (SELECT name FROM leader WHERE leader_id = :value)
    WHEN 'target_id' THEN (SELECT name FROM target WHERE target_id = :value)
    WHEN 'plan_id' THEN (SELECT year FROM plan WHERE plan_id = :value) END
)
SELECT CASE WHEN is_flag THEN CASE :value WHEN 0 THEN '否' ELSE '是' END ELSE coalesce(c.zh, plain) END AS zh,
       CASE WHEN is_flag THEN CASE :value WHEN 0 THEN 'no' ELSE 'yes' END ELSE coalesce(c.en, plain) END AS en
FROM (
  SELECT :column_name GLOB 'is_*' OR :column_name IN ('lead_open', 'responsible_open', 'kind_confirmed', 'judges_progress')
           AS is_flag,
         CASE WHEN n.name IS NOT NULL THEN n.name
              WHEN :column_name GLOB '*percent' THEN format('%g%%', :value)
              WHEN typeof(:value) = 'real' THEN
                format('%.15g', :value) || iif(:column_name IN ('value', 'value_high', 'new_value'), coalesce(:measure, ''), '')
              WHEN typeof(:value) = 'blob' THEN lower(hex(:value))
              ELSE :value END AS plain
  FROM named AS n)
LEFT JOIN coded AS c
WHERE :value IS NOT NULL;
