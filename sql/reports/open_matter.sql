-- 需市政府研究事项 | Matters that await a decision
-- :as_of 截至日 | the day
-- :unit 请示单位，或任务的牵头单位（任一） | the unit that raised it, or any lead unit of its task
-- :leader 呈报领导，或任务的牵头领导 | the leader it was put to, or a lead leader of its task
-- :section 章节及其下级 | a section and those under it
-- :task_id 任务号 | the task
-- table: matter_id, raised_on, days_open, code, unit, content, objective_reason, leader
SELECT m.matter_id, m.raised_on, m.days_open, m.plan_year, m.code, m.unit, m.content, m.objective_reason, m.leader,
       (SELECT k.label FROM task_label AS k WHERE k.as_of = :as_of AND k.task_id = m.task_id) AS label
FROM open_matter AS m
LEFT JOIN task AS t ON t.task_id = m.task_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE m.as_of = :as_of
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM matter_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.matter_id = m.matter_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM matter_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.matter_id = m.matter_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
  AND (:task_id IS NULL OR m.task_id = CAST(:task_id AS INTEGER))
ORDER BY m.raised_on, m.matter_id;
