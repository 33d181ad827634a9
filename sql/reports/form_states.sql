-- 填报表的状态 | The states of the forms
-- part of: form export
-- What a unit may say of itself, in the order of a task's life.
SELECT value AS state FROM word
WHERE column_name = 'state'
ORDER BY instr('not_started on_schedule ahead behind difficult done', value);
