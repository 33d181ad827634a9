-- 销号一览 | Closures
-- :as_of 截至日 | the day
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
SELECT x.plan_year, x.code, x.closed_on, x.completed_on, x.due_on, x.settlement, x.basis, x.confirmed_by, x.reopened_on, x.reopen_reason
FROM closure_status AS x
JOIN task AS t ON t.task_id = x.task_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE x.as_of = :as_of
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM lead_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY x.closed_on, t.plan_id, t.ordinal, x.closure_id;
