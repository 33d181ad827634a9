-- 日志，最近的在前 | The journal, the newest first
-- :as_of 截至日：单位按当日由谁负责来认 | the day on which a unit answers for another
-- :task_id 任务号 | what is about the task
-- :unit 单位：关于它、它接任的单位或它们牵头的任务 | what is about the unit, one that it succeeded, or a task that they lead
-- :by 操作人 | who wrote it
-- :since 自哪一天 | from the day
-- :until 至哪一天 | up to the day
-- table: journal_id, written_at, actor, content
-- A command with few changes is told in words, one with many by how many it made in which table. A damaged row may be about
-- anything: each list has it.
WITH asked(unit_id) AS MATERIALIZED (
  SELECT h.unit_id
  FROM unit_answering AS h JOIN unit AS u ON u.unit_id = h.answering_id
  WHERE h.as_of = :as_of AND u.name = :unit
),
about(task_id, unit_id) AS MATERIALIZED (
  SELECT NULL, unit_id FROM asked
  UNION ALL
  SELECT a.task_id, NULL FROM task_unit AS a JOIN asked AS q ON q.unit_id = a.unit_id WHERE a.role = 'lead'
)
SELECT j.journal_id, j.kind AS journal_kind, j.written_at, nullif(j.actor, '') AS actor, j.command,
       CASE WHEN j.kind = 'change' AND is_sound(j.journal_id) THEN
         (SELECT count(*) FROM journal_change(j.journal_id) AS c WHERE c.field_number = 1) END AS changes,
       CASE WHEN NOT is_sound(j.journal_id) THEN in_language('（已损坏：与其哈希不符）', '(damaged: it isn''t what its hash says)')
            WHEN j.kind = 'change' THEN changes_in_words(j.journal_id, CAST(:task_id AS INTEGER))
            ELSE in_language('全部记录的快照', 'a snapshot of every record') END AS content
FROM journal AS j
WHERE (:by IS NULL OR j.actor = :by)
  AND (:since IS NULL OR substr(j.written_at, 1, 10) >= :since)
  AND (:until IS NULL OR substr(j.written_at, 1, 10) <= :until)
  AND (:task_id IS NULL OR j.kind = 'change' AND EXISTS (
    SELECT 1 FROM journal_change(j.journal_id) AS c
    WHERE c.field_number = 1 AND c.task_id = CAST(:task_id AS INTEGER)) OR NOT is_sound(j.journal_id))
  AND (:unit IS NULL OR j.kind = 'change' AND EXISTS (
    SELECT 1 FROM journal_change(j.journal_id) AS c
    WHERE c.field_number = 1
      AND (c.unit_id IN (SELECT unit_id FROM about) OR c.task_id IN (SELECT task_id FROM about)))
    OR NOT is_sound(j.journal_id))
ORDER BY j.journal_id DESC;
