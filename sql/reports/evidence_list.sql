-- 佐证材料一览 | Evidence
-- :as_of 截至日 | the day
-- :task_id 任务号 | the task
-- :unit 牵头单位（任一）或督查行动的单位 | any lead unit, or the unit of the action
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: evidence_id, code, attached_to, quarter, name, size, added_on, added_by
SELECT v.evidence_id, p.year AS plan_year, t.code,
       CASE WHEN v.progress_id IS NOT NULL THEN 'progress' WHEN v.closure_id IS NOT NULL THEN 'closure' ELSE 'action' END AS attached_to,
       e.quarter, e.revision, v.action_id, v.name, v.size, v.added_on, v.added_by, v.archive_name, lower(hex(v.hash)) AS hash
FROM evidence AS v
LEFT JOIN progress AS e ON e.progress_id = v.progress_id
LEFT JOIN closure AS x ON x.closure_id = v.closure_id
LEFT JOIN action AS a ON a.action_id = v.action_id
LEFT JOIN task AS t ON t.task_id = coalesce(e.task_id, x.task_id, a.task_id)
LEFT JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE v.added_on <= :as_of
  AND (:task_id IS NULL OR t.task_id = CAST(:task_id AS INTEGER))
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM unit_answering AS h
                                JOIN unit AS l ON l.unit_id = h.answering_id
                                WHERE h.as_of = :as_of AND l.name = :unit
                                  AND (h.unit_id = a.unit_id
                                       OR EXISTS (SELECT 1 FROM task_unit AS n
                                                  WHERE n.task_id = t.task_id AND n.unit_id = h.unit_id AND n.role = 'lead'))))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY v.evidence_id;
