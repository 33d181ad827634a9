-- 请示事项一览，待决定的在前 | What was reported upward, the undecided first
-- :as_of 截至日 | the day
-- :unit 请示单位，或任务的牵头单位（任一） | the unit that raised it, or any lead unit of its task
-- :leader 呈报领导，或任务的牵头领导 | the leader it was put to, or a lead leader of its task
-- :section 章节及其下级 | a section and those under it
-- :task_id 任务号 | the task
-- table: matter_id, raised_on, code, unit, content, leader, decided_on, decision
SELECT m.matter_id, m.raised_on, p.year AS plan_year, t.code, u.name AS unit, m.content, m.objective_reason, b.name AS leader,
       CASE WHEN m.decided_on <= :as_of THEN m.decided_on END AS decided_on,
       CASE WHEN m.decided_on <= :as_of THEN m.decision END AS decision
FROM matter AS m
LEFT JOIN task AS t ON t.task_id = m.task_id
LEFT JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN section AS s ON s.section_id = t.section_id
LEFT JOIN unit AS u ON u.unit_id = m.unit_id
LEFT JOIN leader AS b ON b.leader_id = m.leader_id
WHERE m.raised_on <= :as_of
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM matter_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.matter_id = m.matter_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM matter_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.matter_id = m.matter_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
  AND (:task_id IS NULL OR m.task_id = CAST(:task_id AS INTEGER))
ORDER BY coalesce(m.decided_on <= :as_of, 0), m.raised_on, m.matter_id;
