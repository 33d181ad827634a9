-- What taking a journal row back changes, in words, a row per record: what it added is removed, what it deleted restored, and
-- of what it changed the value after it gives way to the one before. :journal_id; :most, the number of records, 0: all
SELECT CASE c.operation WHEN 'insert' THEN 'removed' WHEN 'delete' THEN 'restored' ELSE 'changed' END AS operation,
       c.table_name, c.record,
       group_concat(
         CASE
           WHEN c.operation = 'update' THEN
             title_in_words(c.table_name, c.column_name) || ' '
             || coalesce(value_in_words(c.table_name, c.column_name, c.new_value, c.measure), in_language('（空）', '(none)'))
             || ' → '
             || coalesce(value_in_words(c.table_name, c.column_name, c.old_value, c.measure), in_language('（空）', '(none)'))
           WHEN NOT c.is_key AND is_told(c.table_name, c.column_name, coalesce(c.new_value, c.old_value)) THEN
             title_in_words(c.table_name, c.column_name) || ' '
             || value_in_words(c.table_name, c.column_name, coalesce(c.new_value, c.old_value), c.measure) END,
         in_language('；', '; ')) AS content
FROM journal_change(:journal_id) AS c
GROUP BY c.change_number
ORDER BY c.change_number
LIMIT iif(:most > 0, :most, -1);
