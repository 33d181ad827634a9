-- 一条日志的全部变更 | All changes of one row of the journal
-- :journal_id 日志编号 | the row
-- table: operation, record, title, old_words, new_words
SELECT c.change_number, c.table_name, c.operation, c.record, c.column_name,
       title_in_words(c.table_name, c.column_name) AS title, c.old_value, c.new_value,
       value_in_words(c.table_name, c.column_name, c.old_value, c.measure) AS old_words,
       value_in_words(c.table_name, c.column_name, c.new_value, c.measure) AS new_words
FROM journal_change(CAST(:journal_id AS INTEGER)) AS c;
