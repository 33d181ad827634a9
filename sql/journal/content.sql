-- What a journal row changed, in words: of a few changes each, of many how many there are in which table.
-- :journal_id, :task_id (NULL, or the one task whose changes are to be told)
--
-- A change is its record and what was told of it: 第172项 2022Q2 进展 45% → 60%. Of an inserted row that is every column
-- that its name doesn't tell already; of an inserted revision what differs from the one before. A reading is told with the
-- entry that it came with. A step that is recorded once (完成日期, 决定, 退回) is told without the nothing before it.
SELECT CASE
  WHEN EXISTS (
    SELECT 1 FROM journal_change(:journal_id) AS c
    WHERE c.field_number = 1 AND (:task_id IS NULL OR c.task_id = :task_id)
    LIMIT 1 OFFSET 6) THEN
    (SELECT group_concat(iif(n.is_deleted, in_language('删除', 'deleted '), '') || title_in_words(n.table_name, '*')
                         || ' ' || n.changes, in_language('、', ', '))
     FROM (SELECT c.table_name, c.operation = 'delete' AS is_deleted, count(*) AS changes FROM journal_change(:journal_id) AS c
           WHERE c.field_number = 1 AND (:task_id IS NULL OR c.task_id = :task_id)
           GROUP BY c.table_name, c.operation = 'delete') AS n)
  ELSE (
    WITH change AS MATERIALIZED (
      SELECT * FROM journal_change(:journal_id) AS c WHERE :task_id IS NULL OR c.task_id = :task_id
    ),
    -- told_with: the entry that a reading came or went with, else the change itself; told_as: the reading's target
    kept AS (
      SELECT c.*,
             coalesce((SELECT e.change_number FROM change AS k JOIN change AS e
                       WHERE c.table_name = 'reading' AND k.change_number = c.change_number AND k.column_name = 'progress_id'
                         AND e.table_name = 'progress' AND e.column_name = 'progress_id' AND e.operation = c.operation
                         AND coalesce(e.new_value, e.old_value) = coalesce(k.new_value, k.old_value)), c.change_number) AS told_with,
             CASE WHEN c.table_name = 'reading' THEN
               (SELECT value_in_words('reading', 'target_id', coalesce(k.new_value, k.old_value), NULL) FROM change AS k
                WHERE k.change_number = c.change_number AND k.column_name = 'target_id') END AS told_as,
             CASE
               WHEN c.table_name = 'reading' AND c.operation = 'insert' THEN c.before_value
               WHEN c.before_id IS NULL THEN c.old_value
               ELSE (SELECT CASE c.column_name
                       WHEN 'percent' THEN b.percent WHEN 'state' THEN b.state WHEN 'completed_on' THEN b.completed_on
                       WHEN 'summary' THEN b.summary WHEN 'problem' THEN b.problem WHEN 'next_step' THEN b.next_step END
                     FROM progress AS b WHERE b.progress_id = c.before_id) END AS was
      FROM change AS c
    ),
    told AS (
      SELECT k.*,
             value_in_words(k.table_name, k.column_name, k.was, k.measure) AS was_words,
             value_in_words(k.table_name, k.column_name, k.new_value, k.measure) AS new_words,
             (NOT k.is_key OR k.column_name = 'added_on') AND CASE
               WHEN k.column_name IN ('accepted_on', 'accepted_note') THEN 0 -- when it was accepted was told then
               WHEN k.operation = 'update' THEN 1
               WHEN k.operation = 'delete' OR k.new_value IS k.was THEN 0
               ELSE is_told(k.table_name, k.column_name, k.new_value) END AS is_told,
             CASE
               WHEN k.table_name = 'reading' AND k.told_with <> k.change_number THEN k.told_as || ' '
               WHEN k.table_name || '.' || k.column_name IN ('progress.percent', 'progress.review', 'reading.value', 'setting.value',
                 'target_node.value', 'target_share.value', 'closure.outcome') THEN ''
               WHEN k.table_name || '.' || k.column_name = 'progress.review_note' AND k.new_value IS NOT NULL THEN ''
               ELSE title_in_words(k.table_name, k.column_name) || ' ' END AS title,
             -- the note stands behind the review: 退回：请补充材料
             CASE WHEN k.column_name = 'review' THEN 1 WHEN k.column_name = 'review_note' THEN 2
                  WHEN k.table_name = 'reading' THEN 4
                  WHEN k.table_name IN ('target_node', 'target_share') AND k.column_name = 'added_on' THEN 5 ELSE 3 END AS place,
             k.operation = 'update' AND NOT (
               k.table_name IN ('progress', 'closure', 'matter', 'action') OR k.column_name IN ('done_on', 'closed_on'))
               AS tells_nothing
      FROM kept AS k
    ),
    field AS (
      SELECT t.told_with, t.place, t.change_number, t.field_number,
             CASE WHEN t.is_told THEN
               iif(t.column_name = 'review_note' AND t.new_value IS NOT NULL, in_language('：', ': '), in_language('，', ', '))
               || t.title
               || iif(t.column_name = 'review_note', '',
                      coalesce(iif(length(t.was_words) > 40, substr(t.was_words, 1, 40) || '…', t.was_words) || ' → ',
                               iif(t.tells_nothing, in_language('（空）', '(none)') || ' → ', '')))
               || coalesce(iif(length(t.new_words) > 40, substr(t.new_words, 1, 40) || '…', t.new_words),
                           in_language('（空）', '(none)')) END AS words
      FROM told AS t
    )
    SELECT group_concat(w.words, in_language('；', '; '))
    FROM (
      SELECT iif(c.operation = 'delete', in_language('删除 ', 'deleted '), '') || c.record
             || coalesce(' ' || substr((SELECT group_concat(o.words, '')
                                        FROM (SELECT f.words FROM field AS f WHERE f.told_with = c.change_number
                                              ORDER BY f.place, f.change_number, f.field_number) AS o),
                                       length(in_language('，', ', ')) + 1), '') AS words
      FROM kept AS c
      WHERE c.field_number = 1 AND c.told_with = c.change_number
      ORDER BY c.change_number) AS w) END AS content;
