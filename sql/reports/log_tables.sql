-- 一条日志在各表的变更数 | How many changes one row of the journal made in each table
-- :journal_id 日志编号 | the row
SELECT c.table_name, c.operation, count(*) AS changes
FROM journal_change(CAST(:journal_id AS INTEGER)) AS c
WHERE c.field_number = 1
GROUP BY c.table_name, c.operation;
