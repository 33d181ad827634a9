-- What a column of a table is called, or with the column '*' the table itself. :table_name :column_name
-- own: titles that the dictionary, which knows the columns of views and reports, does not have, or has in another sense; '*' is any table.
WITH own(table_name, column_name, zh, en) AS (VALUES
  ('*', 'action_id', '督查行动', 'action'),
  ('*', 'added_on', '增列日期', 'added on'),
  ('*', 'closure_id', '销号', 'closure'),
  ('*', 'collective_id', '统称单位', 'collective unit'),
  ('*', 'leader_id', '领导', 'leader'),
  ('*', 'ordinal', '顺序', 'ordinal'),
  ('*', 'plan_id', '分工方案', 'plan'),
  ('*', 'progress_id', '进展', 'entry'),
  ('*', 'quarter', '季度', 'quarter'),
  ('*', 'reason', '理由', 'reason'),
  ('*', 'target_id', '指标', 'target'),
  ('*', 'task_id', '任务', 'task'),
  ('*', 'unit_id', '单位', 'unit'),
  ('action', 'closed_on', '办结日期', 'closed on'),
  ('action', 'kind', '种类', 'kind'),
  ('adjustment', 'kind', '种类', 'kind'),
  ('calendar', 'day', '日期', 'day'),
  ('calendar', 'holiday', '节假日', 'holiday'),
  ('calendar', 'is_workday', '工作日', 'workday'),
  ('contact', 'from_day', '起始日', 'from'),
  ('contact', 'name', '姓名', 'name'),
  ('evidence', 'added_on', '归档日期', 'kept on'),
  ('evidence', 'hash', '哈希', 'hash'),
  ('leader', 'name', '姓名', 'name'),
  ('matter', 'leader_id', '呈报领导', 'to leader'),
  ('matter', 'objective_reason', '客观原因', 'objective reason'),
  ('matter', 'raised_on', '提出日期', 'raised on'),
  ('milestone', 'due_on', '节点时限', 'due on'),
  ('milestone', 'expected_percent', '应完成百分比', 'expected percent'),
  ('milestone', 'owner', '责任人', 'owner'),
  ('milestone', 'title', '节点', 'milestone'),
  ('plan', 'closed_on', '年终结算日', 'closed on'),
  ('plan', 'year', '年度', 'year'),
  ('progress', 'accepted_note', '原采纳意见', 'note when accepted'),
  ('progress', 'accepted_on', '原采纳日期', 'accepted on'),
  ('reading', 'value', '完成值', 'reading'),
  ('round', 'closed_on', '关闭日', 'closed on'),
  ('section', 'label', '编号', 'label'),
  ('setting', 'value', '值', 'value'),
  ('succession', 'from_day', '起始日', 'from'),
  ('succession', 'is_rename', '更名', 'rename'),
  ('succession', 'successor_leader_id', '接任领导', 'successor'),
  ('succession', 'successor_unit_id', '接任单位', 'successor'),
  ('target', 'comparison', '比较', 'comparison'),
  ('target', 'is_about', '左右', 'about'),
  ('target', 'measure', '计量单位', 'measure'),
  ('target', 'name', '名称', 'name'),
  ('target', 'value', '目标值', 'value'),
  ('target', 'value_high', '目标上限', 'upper bound'),
  ('target_node', 'added_on', '下达日期', 'given on'),
  ('target_node', 'value', '节点值', 'node'),
  ('target_share', 'added_on', '下达日期', 'given on'),
  ('target_share', 'value', '分解值', 'share'),
  ('task', 'continued_from_id', '承接任务', 'continues task'),
  ('task', 'parent_id', '上级任务', 'parent'),
  ('task', 'section_id', '章节', 'section'),
  ('task', 'text', '任务内容', 'text'),
  ('task', 'source_text', '原文', 'source text'),
  ('unit', 'name', '名称', 'name'),
  ('unit_alias', 'alias', '别名', 'alias')
)
SELECT coalesce(o.zh, w.zh, d.zh, r.zh, s.zh, iif(:column_name = '*', :table_name, :column_name)) AS zh,
       coalesce(o.en, w.en, d.en, r.en, s.en, iif(:column_name = '*', :table_name, :column_name)) AS en
FROM (SELECT 1)
LEFT JOIN own AS o ON o.table_name IN (:table_name, '*') AND o.column_name = :column_name
LEFT JOIN word AS w ON :column_name = '*' AND w.column_name = 'table_name' AND w.value = :table_name
LEFT JOIN dictionary AS d ON :column_name <> '*' AND d.view_name = :table_name || '_status' AND d.column_name = :column_name
LEFT JOIN dictionary AS r ON :column_name <> '*' AND r.view_name = 'report' AND r.column_name = :column_name
LEFT JOIN dictionary AS s ON :column_name <> '*' AND s.view_name = 'task_status' AND s.column_name = :column_name
ORDER BY o.table_name = '*'
LIMIT 1;
