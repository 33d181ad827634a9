-- 一条日志 | One row of the journal
-- :journal_id 日志编号 | the row
SELECT j.journal_id, j.kind AS journal_kind, j.written_at, nullif(j.actor, '') AS actor, j.command,
       CASE WHEN is_sound(j.journal_id) THEN
         (SELECT count(*) FROM journal_change(j.journal_id) AS c WHERE c.field_number = 1) END AS changes
FROM journal AS j
WHERE j.journal_id = CAST(:journal_id AS INTEGER);
