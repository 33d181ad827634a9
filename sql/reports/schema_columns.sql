-- 视图的列 | A view's columns
-- :view_name 视图，中文名也可 | the view, by either name
SELECT d.column_name, d.zh, d.en, d.type, d.meaning,
       CASE WHEN d.type = 'word' THEN
         (SELECT group_concat(w.value || ' ' || w.zh, '，') FROM word AS w WHERE w.column_name = d.column_name) END AS words
FROM dictionary AS d
JOIN dictionary AS v ON v.view_name = d.view_name AND v.column_name = '*'
JOIN pragma_table_info(d.view_name) AS c ON c.name = d.column_name
WHERE :view_name IN (v.view_name, v.zh)
ORDER BY c.cid;
