-- 指标一览 | Targets
-- :as_of 截至日 | the day
-- :task_id 任务号 | the task
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: code, ordinal, name, kind, value, measure, reading, node, lag, shared, contributed
WITH divided AS MATERIALIZED (
  SELECT DISTINCT task_id, ordinal, shared, contributed FROM contribution_status WHERE as_of = :as_of
)
SELECT f.plan_year, f.code, f.ordinal, f.name, f.kind, f.comparison, f.value, g.value_high, f.measure, f.reading, f.node, f.lag,
       f.is_lagging, b.shared, b.contributed,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%s %s', n.quarter, format('%.15g', n.value)) AS words
          FROM node_span AS n
          WHERE n.target_id = g.target_id AND n.from_day <= :as_of AND n.until_day > :as_of
          ORDER BY n.quarter)) AS nodes
FROM target_status AS f
JOIN target AS g ON g.task_id = f.task_id AND g.ordinal = f.ordinal
JOIN task AS t ON t.task_id = f.task_id
LEFT JOIN section AS s ON s.section_id = t.section_id
LEFT JOIN divided AS b ON b.task_id = f.task_id AND b.ordinal = f.ordinal
WHERE f.as_of = :as_of
  AND (:task_id IS NULL OR f.task_id = CAST(:task_id AS INTEGER))
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM lead_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY f.plan_year, t.ordinal, t.task_id, f.ordinal;
