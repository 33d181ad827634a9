-- 一条日志的全部变更 | All changes of one row of the journal
-- :journal_id 日志编号 | the row
-- table: operation, record, title, old_value, new_value
SELECT c.change_number, c.table_name, c.operation, c.record, c.column_name,
       title_in_words(c.table_name, c.column_name) AS title, c.old_value, c.new_value
FROM journal_change(CAST(:journal_id AS INTEGER)) AS c;
