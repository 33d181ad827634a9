-- What a journal row changed, in words: of a few changes each, of many how many there are in which table.
-- :journal_id, :task_id (NULL, or the one task whose changes are to be told)
--
-- A change is its record and what was told of it: 第172项 2022Q2 进展 45% → 60%. Of an inserted row that is every column
-- that its name doesn't tell already; of an inserted revision what differs from the one before.
SELECT CASE
  WHEN EXISTS (
    SELECT 1 FROM journal_change(:journal_id) AS c
    WHERE c.field_number = 1 AND (:task_id IS NULL OR c.task_id = :task_id)
    LIMIT 1 OFFSET 6) THEN
    (SELECT group_concat(title_in_words(n.table_name, '*') || ' ' || n.changes, in_language('、', ', '))
     FROM (SELECT c.table_name, count(*) AS changes FROM journal_change(:journal_id) AS c
           WHERE c.field_number = 1 GROUP BY c.table_name) AS n)
  ELSE
    (SELECT group_concat(w.words, in_language('；', '; '))
     FROM (
       SELECT CASE f.operation WHEN 'delete' THEN in_language('删除 ', 'deleted ') ELSE '' END || f.record
              || coalesce(' ' || group_concat(f.field, in_language('，', ', ')), '') AS words
       FROM (
         SELECT s.*,
                CASE WHEN s.is_told THEN
                  CASE WHEN s.column_name IN ('percent', 'value') AND s.table_name IN ('progress', 'reading') THEN ''
                       ELSE title_in_words(s.table_name, s.column_name) || ' ' END
                  || coalesce(substr(value_in_words(s.table_name, s.column_name, s.was), 1, 40) || s.unit || ' → ',
                              iif(s.operation = 'update', in_language('（空）', '(none)') || ' → ', ''))
                  || coalesce(substr(value_in_words(s.table_name, s.column_name, s.new_value), 1, 40) || s.unit,
                              in_language('（空）', '(none)')) END AS field
         FROM (
           SELECT d.*,
                  CASE WHEN d.column_name IN ('value', 'value_high', 'new_value') THEN coalesce(d.measure, '') ELSE '' END
                    AS unit,
                  NOT d.is_key AND CASE
                    WHEN d.operation = 'update' THEN 1
                    WHEN d.operation = 'delete' OR d.column_name GLOB '*_id' OR d.new_value IS 0 OR d.new_value IS d.was THEN 0
                    WHEN d.column_name IN ('code', 'ordinal', 'quarter', 'revision', 'role', 'entered_by', 'source_text', 'written_as') THEN 0
                    ELSE d.table_name || '.' || d.column_name NOT IN ('unit.name', 'leader.name', 'target.name',
                      'milestone.title', 'action.kind', 'plan.year', 'section.label', 'progress.reported_on') END AS is_told
           FROM (
             SELECT c.*,
                    CASE
                      WHEN c.table_name = 'reading' AND c.operation = 'insert' THEN c.before_value
                      WHEN c.before_id IS NULL THEN c.old_value
                      ELSE (SELECT CASE c.column_name
                              WHEN 'percent' THEN b.percent WHEN 'state' THEN b.state WHEN 'completed_on' THEN b.completed_on
                              WHEN 'summary' THEN b.summary WHEN 'problem' THEN b.problem WHEN 'next_step' THEN b.next_step END
                            FROM progress AS b WHERE b.progress_id = c.before_id) END AS was
             FROM journal_change(:journal_id) AS c
             WHERE :task_id IS NULL OR c.task_id = :task_id) AS d) AS s) AS f
       GROUP BY f.change_number) AS w) END AS content;
