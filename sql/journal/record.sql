-- What a changed record is called: 第172项 2022Q2 进展 | task 172 2022Q2 progress
-- :table_name is its table; the other parameters are its columns by name, as far as the change tells them: of an update
-- the key and what was changed. What it doesn't tell is taken from the ledger as it stands.
-- task_id and unit_id say whom it is about; before_id and before_value what stood in the revision before of an entry or
-- a reading; measure what a value is counted in.
WITH found(task_id, unit_id, leader_id, target_id, zh, en, before_id, before_value) AS (
  SELECT NULL, NULL, NULL, NULL, y || '年分工方案', 'plan of ' || y, NULL, NULL
  FROM (SELECT coalesce(:year, (SELECT year FROM plan WHERE plan_id = :plan_id)) AS y) WHERE :table_name = 'plan'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, '章节 ' || n, 'section ' || n, NULL, NULL
  FROM (SELECT coalesce(:label, (SELECT label FROM section WHERE section_id = :section_id)) AS n) WHERE :table_name = 'section'
  UNION ALL
  SELECT :task_id, NULL, NULL, NULL, '', '', NULL, NULL WHERE :table_name = 'task'
  UNION ALL
  SELECT :task_id, NULL, :leader_id, NULL, '牵头领导', 'leader', NULL, NULL WHERE :table_name = 'task_leader'
  UNION ALL
  SELECT :task_id, :unit_id, NULL, NULL, CASE :role WHEN 'lead' THEN '牵头单位' ELSE '责任单位' END,
         CASE :role WHEN 'lead' THEN 'lead unit' ELSE 'responsible unit' END, NULL, NULL
  WHERE :table_name = 'task_unit'
  UNION ALL
  SELECT :task_id, :unit_id, NULL, NULL, '成员单位', 'member unit', NULL, NULL
  WHERE :table_name IN ('task_unit_member', 'unit_member')
  UNION ALL
  SELECT NULL, :unit_id, NULL, NULL, '单位 ' || n, 'unit ' || n, NULL, NULL
  FROM (SELECT coalesce(:name, (SELECT name FROM unit WHERE unit_id = :unit_id)) AS n) WHERE :table_name = 'unit'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, '领导 ' || n, 'leader ' || n, NULL, NULL
  FROM (SELECT coalesce(:name, (SELECT name FROM leader WHERE leader_id = :leader_id)) AS n) WHERE :table_name = 'leader'
  UNION ALL
  SELECT NULL, coalesce(:unit_id, (SELECT unit_id FROM unit_alias WHERE alias = :alias)), NULL, NULL,
         '别名 ' || :alias, 'alias ' || :alias, NULL, NULL
  WHERE :table_name = 'unit_alias'
  UNION ALL
  SELECT NULL, coalesce(:unit_id, (SELECT unit_id FROM contact WHERE contact_id = :contact_id)), NULL, NULL,
         '联系人', 'contact', NULL, NULL
  WHERE :table_name = 'contact'
  UNION ALL
  SELECT NULL, coalesce(:unit_id, s.unit_id), coalesce(:leader_id, s.leader_id), NULL, '接任', 'succession', NULL, NULL
  FROM (SELECT 1) LEFT JOIN succession AS s ON s.succession_id = :succession_id
  WHERE :table_name = 'succession'
  UNION ALL
  SELECT coalesce(:task_id, g.task_id), NULL, NULL, g.target_id,
         '指标' || iif(g.target_id IS NULL AND :name IS NOT NULL, ' ' || :name, ''),
         'target' || iif(g.target_id IS NULL AND :name IS NOT NULL, ' ' || :name, ''), NULL, NULL
  FROM (SELECT 1) LEFT JOIN target AS g ON g.target_id = :target_id
  WHERE :table_name = 'target'
  UNION ALL
  SELECT g.task_id, :unit_id, NULL, :target_id,
         CASE :table_name WHEN 'target_node' THEN :quarter || ' 节点目标' ELSE '分解指标' END,
         CASE :table_name WHEN 'target_node' THEN :quarter || ' target node' ELSE 'target share' END, NULL, NULL
  FROM (SELECT 1) LEFT JOIN target AS g ON g.target_id = :target_id
  WHERE :table_name IN ('target_node', 'target_share')
  UNION ALL
  SELECT coalesce(:task_id, m.task_id), NULL, NULL, NULL, '节点 ' || coalesce(:title, m.title, ''),
         'milestone ' || coalesce(:title, m.title, ''), NULL, NULL
  FROM (SELECT 1) LEFT JOIN milestone AS m ON m.milestone_id = :milestone_id
  WHERE :table_name = 'milestone'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, :quarter || ' 调度', :quarter || ' round', NULL, NULL WHERE :table_name = 'round'
  UNION ALL
  SELECT :task_id, :unit_id, NULL, NULL, :quarter || ' 应报', :quarter || ' request', NULL, NULL WHERE :table_name = 'request'
  UNION ALL
  SELECT coalesce(:task_id, e.task_id), NULL, NULL, NULL, coalesce(:quarter, e.quarter) || ' 进展',
         coalesce(:quarter, e.quarter) || ' progress',
         (SELECT b.progress_id FROM progress AS b
          WHERE b.task_id = :task_id AND b.quarter = :quarter AND b.revision = :revision - 1), NULL
  FROM (SELECT 1) LEFT JOIN progress AS e ON e.progress_id = :progress_id
  WHERE :table_name = 'progress'
  UNION ALL
  SELECT e.task_id, NULL, NULL, :target_id, e.quarter || ' 进展', e.quarter || ' progress', NULL,
         (SELECT v.value FROM progress AS b JOIN reading AS v ON v.progress_id = b.progress_id
          WHERE b.task_id = e.task_id AND b.quarter = e.quarter AND b.revision = e.revision - 1 AND v.target_id = :target_id)
  FROM (SELECT 1) LEFT JOIN progress AS e ON e.progress_id = :progress_id
  WHERE :table_name = 'reading'
  UNION ALL
  SELECT coalesce(:task_id, x.task_id), NULL, NULL, NULL, '销号', 'closure', NULL, NULL
  FROM (SELECT 1) LEFT JOIN closure AS x ON x.closure_id = :closure_id
  WHERE :table_name = 'closure'
  UNION ALL
  SELECT coalesce(:task_id, a.task_id), NULL, NULL, coalesce(:target_id, a.target_id), '调整', 'adjustment', NULL, NULL
  FROM (SELECT 1) LEFT JOIN adjustment AS a ON a.adjustment_id = :adjustment_id
  WHERE :table_name = 'adjustment'
  UNION ALL
  SELECT coalesce(:task_id, m.task_id), coalesce(:unit_id, m.unit_id), coalesce(:leader_id, m.leader_id), NULL,
         '请示事项', 'matter', NULL, NULL
  FROM (SELECT 1) LEFT JOIN matter AS m ON m.matter_id = :matter_id
  WHERE :table_name = 'matter'
  UNION ALL
  SELECT coalesce(:task_id, a.task_id), coalesce(:unit_id, a.unit_id), NULL, NULL,
         coalesce(w.zh, '督查行动'), coalesce(w.en, 'action'), NULL, NULL
  FROM (SELECT 1) LEFT JOIN action AS a ON a.action_id = :action_id
  LEFT JOIN word AS w ON w.column_name = 'action' AND w.value = coalesce(:kind, a.kind)
  WHERE :table_name = 'action'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, '设置 ' || :name, 'setting ' || :name, NULL, NULL WHERE :table_name = 'setting'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, '日历 ' || :day, 'calendar ' || :day, NULL, NULL WHERE :table_name = 'calendar'
)
SELECT rtrim(CASE WHEN f.task_id IS NOT NULL THEN '第' || coalesce(t.code, :code, '?') || '项 ' ELSE '' END
             || coalesce(u.name || ' ', '')
             || coalesce(l.name || ' ', '') || f.zh || coalesce(' ' || g.name, '')) AS zh,
       rtrim(CASE WHEN f.task_id IS NOT NULL THEN 'task ' || coalesce(t.code, :code, '?') || ' ' ELSE '' END
             || coalesce(u.name || ' ', '') || coalesce(l.name || ' ', '') || f.en || coalesce(' ' || g.name, '')) AS en,
       f.task_id, f.unit_id, f.before_id, f.before_value, g.measure
FROM found AS f
LEFT JOIN task AS t ON t.task_id = f.task_id
LEFT JOIN unit AS u ON u.unit_id = f.unit_id AND :table_name <> 'unit'
LEFT JOIN leader AS l ON l.leader_id = f.leader_id
LEFT JOIN target AS g ON g.target_id = f.target_id;
