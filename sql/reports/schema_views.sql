-- 视图一览 | Views
-- part of: schema
SELECT d.view_name, d.zh, d.en, d.meaning,
       (SELECT count(*) FROM dictionary AS k WHERE k.view_name = d.view_name AND k.column_name <> '*') AS columns
FROM dictionary AS d
WHERE d.column_name = '*'
ORDER BY d.view_name;
