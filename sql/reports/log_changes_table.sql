-- 一条日志的全部变更（供阅读） | All changes of one row of the journal, for reading
-- :journal_id 日志编号 | the row
SELECT c.operation, c.record, title_in_words(c.table_name, c.column_name) AS title,
       value_in_words(c.table_name, c.column_name, c.old_value) AS old_value,
       value_in_words(c.table_name, c.column_name, c.new_value) AS new_value
FROM journal_change(CAST(:journal_id AS INTEGER)) AS c
WHERE NOT c.is_key OR c.operation = 'delete';
