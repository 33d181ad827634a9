-- Whether the value of a column that came or went with its record is told: not where the record's name tells it, nor where
-- it is what every such record has. :table_name :column_name :value
SELECT CASE
  WHEN :value IS NULL OR :value IS 0 THEN 0
  WHEN :column_name IN ('leader_id', 'continued_from_id') THEN :table_name IN ('matter', 'task')
  WHEN :column_name GLOB '*_id' THEN 0
  WHEN :column_name IN ('code', 'ordinal', 'quarter', 'revision', 'role', 'entered_by', 'source_text', 'written_as', 'measure',
                        'archive_name', 'hash', 'is_rename') THEN 0
  WHEN :column_name = 'comparison' AND :value = '>=' THEN 0
  WHEN :column_name = 'added_on' AND :value = '2020-01-01' THEN 0 -- from the start
  ELSE :table_name || '.' || :column_name NOT IN (
    'unit.name', 'leader.name', 'target.name', 'contact.name', 'evidence.name', 'milestone.title', 'action.kind',
    'adjustment.kind', 'plan.year', 'section.label', 'progress.reported_on') END AS is_told;
