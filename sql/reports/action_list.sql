-- 督查行动一览 | Actions
-- :as_of 截至日 | the day
-- :unit 督查对象，或当日由其负责者 | the unit it is addressed to, or that answers for it on the day
-- :leader 任务的牵头领导 | a lead leader of its task
-- :section 任务所在章节及其下级 | the section of its task, and those under it
-- :kind 行动种类 | the kind of action
-- :task_id 任务号 | the task
-- :open 非空则只列未办结的 | not NULL: only those not closed
-- table: action_id, action, unit, code, content, due_on, action_state
SELECT *
FROM action_status AS s
WHERE s.as_of = :as_of
  AND (:open IS NULL OR s.closed_on IS NULL)
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM action AS a
                                JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = s.as_of
                                JOIN unit AS u ON u.unit_id = h.answering_id
                                WHERE a.action_id = s.action_id AND u.name = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = s.task_id AND a.leader = :leader))
  AND (:section IS NULL OR EXISTS (SELECT 1 FROM task AS t JOIN section AS k ON k.section_id = t.section_id
                                   WHERE t.task_id = s.task_id
                                     AND (k.label = :section OR instr(k.label, :section || '(') = 1)))
  AND (:kind IS NULL OR s.action = :kind)
  AND (:task_id IS NULL OR s.task_id = CAST(:task_id AS INTEGER))
ORDER BY s.issued_on, s.action_id;
