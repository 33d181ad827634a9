-- What a changed record is called: 第172项 2022Q2 进展 | task 172 2022Q2 progress
-- :at is the journal row, :table_name its table; the other parameters are its columns by name, as far as the change tells them: of an update the
-- key and what was changed. What it doesn't tell is was(:at, table, key, column, value): the value in the ledger as it
-- stands or, of a record that was taken back since (its number may be another's by now), the value that it had.
-- task_id and unit_id say whom it is about; front_id is the unit that is named in front, name, behind_id, leader_id and
-- target_id what is named behind; before_id and before_value what stood in the unit's revision before of an entry or a reading;
-- measure what a value is counted in.
WITH found(task_id, unit_id, front_id, zh, en, name, behind_id, leader_id, target_id, before_id, before_value) AS (
  SELECT NULL, NULL, NULL, y || '年分工方案', 'plan of ' || y, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT coalesce(:year, was(:at, 'plan', :plan_id, 'year', (SELECT year FROM plan WHERE plan_id = :plan_id))) AS y)
  WHERE :table_name = 'plan'
  UNION ALL
  SELECT NULL, NULL, NULL, '章节', 'section',
         coalesce(:label, was(:at, 'section', :section_id, 'label',
                                    (SELECT label FROM section WHERE section_id = :section_id))), NULL, NULL, NULL, NULL, NULL
  WHERE :table_name = 'section'
  UNION ALL
  SELECT :task_id, NULL, NULL, '', '', NULL, NULL, NULL, NULL, NULL, NULL WHERE :table_name = 'task'
  UNION ALL
  SELECT :task_id, NULL, NULL, '牵头领导', 'leader', NULL, NULL, :leader_id, NULL, NULL, NULL WHERE :table_name = 'task_leader'
  UNION ALL
  SELECT :task_id, :unit_id, NULL, iif(:role = 'lead', '牵头单位', '责任单位'),
         iif(:role = 'lead', 'lead unit', 'responsible unit'), NULL, :unit_id, NULL, NULL, NULL, NULL
  WHERE :table_name = 'task_unit'
  UNION ALL
  SELECT :task_id, :unit_id, :collective_id, '成员单位', 'member', NULL, :unit_id, NULL, NULL, NULL, NULL
  WHERE :table_name IN ('task_unit_member', 'unit_member')
  UNION ALL
  SELECT NULL, :unit_id, NULL, '单位', 'unit', :name, iif(:name IS NULL, :unit_id, NULL), NULL, NULL, NULL, NULL
  WHERE :table_name = 'unit'
  UNION ALL
  SELECT NULL, NULL, NULL, '领导', 'leader', :name, NULL, iif(:name IS NULL, :leader_id, NULL), NULL, NULL, NULL
  WHERE :table_name = 'leader'
  UNION ALL
  SELECT NULL, u, u, '别名', 'alias', :alias, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT coalesce(:unit_id, (SELECT unit_id FROM unit_alias WHERE alias = :alias)) AS u)
  WHERE :table_name = 'unit_alias'
  UNION ALL
  SELECT NULL, u, u, '联系人', 'contact',
         coalesce(:name, was(:at, 'contact', :contact_id, 'name', x.name)), NULL, NULL, NULL, NULL, NULL
  FROM (SELECT coalesce(:unit_id, was(:at, 'contact', :contact_id, 'unit_id',
                                            (SELECT unit_id FROM contact WHERE contact_id = :contact_id))) AS u)
  LEFT JOIN contact AS x ON x.contact_id = :contact_id
  WHERE :table_name = 'contact'
  UNION ALL
  SELECT NULL, :unit_id, :unit_id, iif(:is_rename, '更名为', '接任者'), iif(:is_rename, 'renamed', 'succeeded by'), NULL,
         :successor_unit_id, NULL, NULL, NULL, NULL
  WHERE :table_name = 'succession' AND :unit_id IS NOT NULL
  UNION ALL
  SELECT NULL, NULL, NULL, n || ' 接任者', n || ' succeeded by', NULL, NULL, :successor_leader_id, NULL, NULL, NULL
  FROM (SELECT was(:at, 'leader', :leader_id, 'name', (SELECT name FROM leader WHERE leader_id = :leader_id)) AS n)
  WHERE :table_name = 'succession' AND :unit_id IS NULL
  UNION ALL
  SELECT coalesce(:task_id, was(:at, 'target', :target_id, 'task_id', (SELECT task_id FROM target WHERE target_id = :target_id))),
         NULL, NULL, '指标', 'target', :name, NULL, NULL, iif(:name IS NULL, :target_id, NULL), NULL, NULL
  WHERE :table_name = 'target'
  UNION ALL
  SELECT was(:at, 'target', :target_id, 'task_id', (SELECT task_id FROM target WHERE target_id = :target_id)), NULL, NULL,
         :quarter || ' 节点目标', :quarter || ' target node', NULL, NULL, NULL, :target_id, NULL, NULL
  WHERE :table_name = 'target_node'
  UNION ALL
  SELECT was(:at, 'target', :target_id, 'task_id', (SELECT task_id FROM target WHERE target_id = :target_id)),
         :unit_id, :unit_id, '分解指标', 'target share', NULL, NULL, NULL, :target_id, NULL, NULL
  WHERE :table_name = 'target_share'
  UNION ALL
  SELECT coalesce(:task_id, was(:at, 'milestone', :milestone_id, 'task_id', m.task_id)), NULL, NULL, '节点', 'milestone',
         coalesce(:title, was(:at, 'milestone', :milestone_id, 'title', m.title)), NULL, NULL, NULL, NULL, NULL
  FROM (SELECT 1) LEFT JOIN milestone AS m ON m.milestone_id = :milestone_id
  WHERE :table_name = 'milestone'
  UNION ALL
  SELECT NULL, NULL, NULL, :quarter || ' 调度', :quarter || ' round', NULL, NULL, NULL, NULL, NULL, NULL WHERE :table_name = 'round'
  UNION ALL
  SELECT :task_id, :unit_id, :unit_id, :quarter || ' 应报', :quarter || ' request', NULL, NULL, NULL, NULL, NULL, NULL
  WHERE :table_name = 'request'
  UNION ALL -- the unit is named where it isn't the task's first lead unit: a contribution, or a successor
  SELECT k.task_id, k.unit_id,
         iif(k.unit_id IS (SELECT a.unit_id FROM task_unit AS a
                           WHERE a.task_id = k.task_id AND a.role = 'lead' ORDER BY a.ordinal LIMIT 1), NULL, k.unit_id),
         k.quarter || ' 进展', k.quarter || ' progress', NULL, NULL, NULL, NULL,
         (SELECT b.progress_id FROM progress AS b
          WHERE b.task_id = :task_id AND b.quarter = :quarter AND b.revision < :revision
            AND (b.unit_id = :unit_id OR EXISTS (SELECT 1 FROM unit_heir AS h WHERE h.unit_id = b.unit_id AND h.heir_id = :unit_id))
            AND b.progress_id < :progress_id AND was(:at, 'progress', b.progress_id, 'quarter', NULL) IS NULL
          ORDER BY b.revision DESC LIMIT 1), NULL
  FROM (SELECT coalesce(:task_id, was(:at, 'progress', :progress_id, 'task_id', e.task_id)) AS task_id,
               coalesce(:unit_id, was(:at, 'progress', :progress_id, 'unit_id', e.unit_id)) AS unit_id,
               coalesce(:quarter, was(:at, 'progress', :progress_id, 'quarter', e.quarter)) AS quarter
        FROM (SELECT 1) LEFT JOIN progress AS e ON e.progress_id = :progress_id) AS k
  WHERE :table_name = 'progress'
  UNION ALL
  SELECT k.task_id, NULL, NULL, k.quarter || ' 进展', k.quarter || ' progress', NULL, NULL, NULL, :target_id, NULL,
         (SELECT v.value FROM progress AS b JOIN reading AS v ON v.progress_id = b.progress_id
          WHERE b.task_id = k.task_id AND b.quarter = k.quarter AND b.revision < k.revision AND v.target_id = :target_id
            AND (b.unit_id = k.unit_id OR EXISTS (SELECT 1 FROM unit_heir AS h WHERE h.unit_id = b.unit_id AND h.heir_id = k.unit_id))
            AND b.progress_id < :progress_id AND was(:at, 'progress', b.progress_id, 'quarter', NULL) IS NULL
          ORDER BY b.revision DESC LIMIT 1)
  FROM (SELECT was(:at, 'progress', :progress_id, 'task_id', e.task_id) AS task_id,
               was(:at, 'progress', :progress_id, 'quarter', e.quarter) AS quarter,
               was(:at, 'progress', :progress_id, 'unit_id', e.unit_id) AS unit_id,
               was(:at, 'progress', :progress_id, 'revision', e.revision) AS revision
        FROM (SELECT 1) LEFT JOIN progress AS e ON e.progress_id = :progress_id) AS k
  WHERE :table_name = 'reading'
  UNION ALL
  SELECT coalesce(:task_id, was(:at, 'closure', :closure_id, 'task_id',
                                      (SELECT task_id FROM closure WHERE closure_id = :closure_id))),
         NULL, NULL, '销号', 'closure', NULL, NULL, NULL, NULL, NULL, NULL
  WHERE :table_name = 'closure'
  UNION ALL
  SELECT :task_id, NULL, NULL, coalesce(w.zh, '调整'), coalesce('adjustment: ' || w.en, 'adjustment'), NULL, NULL, NULL, :target_id,
         NULL, NULL
  FROM (SELECT 1) LEFT JOIN word AS w ON w.column_name = 'adjustment' AND w.value = :kind
  WHERE :table_name = 'adjustment'
  UNION ALL
  SELECT coalesce(:task_id, was(:at, 'matter', :matter_id, 'task_id', m.task_id)), k.unit_id, k.unit_id,
         '请示事项' || :matter_id, 'matter ' || :matter_id, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT 1) LEFT JOIN matter AS m ON m.matter_id = :matter_id
  JOIN (SELECT coalesce(:unit_id, was(:at, 'matter', :matter_id, 'unit_id',
                                            (SELECT unit_id FROM matter WHERE matter_id = :matter_id))) AS unit_id) AS k
  WHERE :table_name = 'matter'
  UNION ALL
  SELECT coalesce(:task_id, was(:at, 'action', :action_id, 'task_id', a.task_id)), k.unit_id, k.unit_id,
         coalesce(w.zh, '督查行动') || :action_id, coalesce(w.en, 'action') || ' ' || :action_id, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT 1) LEFT JOIN action AS a ON a.action_id = :action_id
  JOIN (SELECT coalesce(:unit_id, was(:at, 'action', :action_id, 'unit_id',
                                            (SELECT unit_id FROM action WHERE action_id = :action_id))) AS unit_id) AS k
  LEFT JOIN word AS w ON w.column_name = 'action' AND w.value = coalesce(:kind, was(:at, 'action', :action_id, 'kind', a.kind))
  WHERE :table_name = 'action'
  UNION ALL
  SELECT coalesce(was(:at, 'progress', :progress_id, 'task_id', e.task_id), was(:at, 'closure', :closure_id, 'task_id', x.task_id),
                  was(:at, 'action', :action_id, 'task_id', a.task_id)),
         was(:at, 'action', :action_id, 'unit_id', a.unit_id), NULL,
         CASE WHEN :progress_id IS NOT NULL THEN was(:at, 'progress', :progress_id, 'quarter', e.quarter) || ' 进展 '
              WHEN :closure_id IS NOT NULL THEN '销号 ' ELSE '督查行动' || :action_id || ' ' END || '佐证材料' || :evidence_id,
         CASE WHEN :progress_id IS NOT NULL THEN was(:at, 'progress', :progress_id, 'quarter', e.quarter) || ' progress '
              WHEN :closure_id IS NOT NULL THEN 'closure ' ELSE 'action ' || :action_id || ' ' END || 'evidence ' || :evidence_id,
         :name, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT 1) LEFT JOIN progress AS e ON e.progress_id = :progress_id
  LEFT JOIN closure AS x ON x.closure_id = :closure_id
  LEFT JOIN action AS a ON a.action_id = :action_id
  WHERE :table_name = 'evidence'
  UNION ALL
  SELECT NULL, NULL, NULL, '设置 ' || coalesce(w.zh, :name), 'setting ' || coalesce(w.en, :name), NULL, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT 1) LEFT JOIN word AS w ON w.column_name = 'setting' AND w.value = :name
  WHERE :table_name = 'setting'
  UNION ALL
  SELECT NULL, NULL, NULL, iif(:table_name = 'bulletin', '通报', '通报数据'), iif(:table_name = 'bulletin', 'bulletin', 'bulletin row'),
         coalesce(:number, was(:at, 'bulletin', :bulletin_id, 'number',
                               (SELECT number FROM bulletin WHERE bulletin_id = :bulletin_id)))
           || iif(:table_name = 'bulletin', '', ' ' || :ordinal), NULL, NULL, NULL, NULL, NULL
  WHERE :table_name IN ('bulletin', 'bulletin_row')
  UNION ALL
  SELECT NULL, NULL, NULL, '台账标识', 'ledger identity', :ledger_id, NULL, NULL, NULL, NULL, NULL WHERE :table_name = 'ledger'
  UNION ALL
  SELECT NULL, NULL, NULL, '日历', 'calendar', :day, NULL, NULL, NULL, NULL, NULL WHERE :table_name = 'calendar'
),
named AS (
  SELECT f.*, coalesce(:code, was(:at, 'task', f.task_id, 'code', t.code)) AS code,
         (SELECT p.year FROM plan AS p
          WHERE p.plan_id = coalesce(:plan_id, was(:at, 'task', f.task_id, 'plan_id', t.plan_id))
            AND (SELECT count(*) FROM plan) > 1) AS year, -- where a code alone may be of any of them
         was(:at, 'unit', f.front_id, 'name', (SELECT name FROM unit WHERE unit_id = f.front_id)) AS front,
         coalesce(f.name, was(:at, 'unit', f.behind_id, 'name', (SELECT name FROM unit WHERE unit_id = f.behind_id)),
                  was(:at, 'leader', f.leader_id, 'name', (SELECT name FROM leader WHERE leader_id = f.leader_id)),
                  was(:at, 'target', f.target_id, 'name', g.name)) AS behind,
         was(:at, 'target', coalesce(f.target_id, :target_id), 'measure', g.measure) AS measure
  FROM found AS f
  LEFT JOIN task AS t ON t.task_id = f.task_id
  LEFT JOIN target AS g ON g.target_id = coalesce(f.target_id, :target_id)
)
SELECT rtrim(CASE WHEN task_id IS NULL THEN '' WHEN year IS NULL THEN '第' || coalesce(code, '?') || '项 '
                  ELSE year || '年第' || coalesce(code, '?') || '项 ' END
             || coalesce(front || ' ', '') || coalesce(zh, '') || coalesce(' ' || behind, '')) AS zh,
       rtrim(CASE WHEN task_id IS NULL THEN '' ELSE 'task ' || coalesce(year || '/', '') || coalesce(code, '?') || ' ' END
             || coalesce(front || ' ', '') || coalesce(en, '') || coalesce(' ' || behind, '')) AS en,
       task_id, unit_id, before_id, before_value, measure
FROM named;
