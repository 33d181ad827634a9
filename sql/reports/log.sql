-- 日志，最近的在前 | The journal, the newest first
-- :task_id 任务号 | what is about the task
-- :unit 单位：关于它或它牵头的任务 | what is about the unit or a task that it leads
-- :by 操作人 | who wrote it
-- :since 自哪一天 | from the day
-- :until 至哪一天 | up to the day
-- table: journal_id, written_at, actor, content
-- A command with few changes is told in words, one with many by how many it made in which table.
SELECT j.journal_id, j.kind AS journal_kind, j.written_at, nullif(j.actor, '') AS actor, j.command,
       CASE j.kind WHEN 'change' THEN (SELECT count(*) FROM journal_change(j.journal_id) AS c WHERE c.field_number = 1) END
         AS changes,
       CASE j.kind WHEN 'change' THEN changes_in_words(j.journal_id, CAST(:task_id AS INTEGER)) END AS content
FROM journal AS j
WHERE (:by IS NULL OR j.actor = :by)
  AND (:since IS NULL OR substr(j.written_at, 1, 10) >= :since)
  AND (:until IS NULL OR substr(j.written_at, 1, 10) <= :until)
  AND (:task_id IS NULL OR j.kind = 'change' AND EXISTS (
    SELECT 1 FROM journal_change(j.journal_id) AS c
    WHERE c.field_number = 1 AND c.task_id = CAST(:task_id AS INTEGER)))
  AND (:unit IS NULL OR j.kind = 'change' AND EXISTS (
    SELECT 1 FROM journal_change(j.journal_id) AS c JOIN unit AS u ON u.name = :unit
    WHERE c.field_number = 1
      AND (c.unit_id = u.unit_id OR EXISTS (SELECT 1 FROM task_unit AS a
                                            WHERE a.task_id = c.task_id AND a.role = 'lead' AND a.unit_id = u.unit_id))))
ORDER BY j.journal_id DESC;
