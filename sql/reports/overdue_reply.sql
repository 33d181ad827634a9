-- 回复逾期、整改逾期的督查行动 | Actions whose reply or rectification is overdue
-- :as_of 截至日 | the day
-- :unit 督查对象 | the unit it is addressed to
-- :leader 任务的牵头领导 | a lead leader of its task
-- :section 任务所在章节及其下级 | the section of its task, and those under it
-- :kind 行动种类 | the kind of action
-- :task_id 任务号 | the task
-- table: action_id, action, unit, code, owed, due_on, days_overdue, content
SELECT *
FROM overdue_reply AS s
WHERE s.as_of = :as_of
  AND (:unit IS NULL OR s.unit = :unit)
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = s.task_id AND a.leader = :leader))
  AND (:section IS NULL OR EXISTS (SELECT 1 FROM task AS t JOIN section AS k ON k.section_id = t.section_id
                                   WHERE t.task_id = s.task_id
                                     AND (k.label = :section OR instr(k.label, :section || '(') = 1)))
  AND (:kind IS NULL OR s.action = :kind)
  AND (:task_id IS NULL OR s.task_id = CAST(:task_id AS INTEGER))
ORDER BY s.days_overdue DESC, s.action_id;
