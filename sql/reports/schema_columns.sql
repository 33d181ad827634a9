-- 视图的列 | A view's columns
-- :view_name 视图，中文名也可 | the view, by either name
-- In the order in which the view of the Chinese name lists them between its brackets.
-- part of: schema
SELECT d.column_name, d.zh, d.en, d.type, d.meaning,
       CASE WHEN d.type = 'word' THEN
         (SELECT group_concat(w.value || ' ' || w.zh, '，') FROM word AS w WHERE w.column_name = d.column_name) END AS words
FROM dictionary AS d
JOIN dictionary AS v ON v.view_name = d.view_name AND v.column_name = '*'
LEFT JOIN sqlite_schema AS s ON s.type = 'view' AND s.name = v.zh
WHERE d.column_name <> '*' AND :view_name IN (v.view_name, v.zh)
ORDER BY instr(replace(replace(s.sql, ' (', ', '), ') ', ', '), ', ' || d.zh || ',');
