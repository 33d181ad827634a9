-- 行动建议：催报和催办 | What the flags suggest: chases and presses
-- :as_of 截至日 | the day
-- :unit 督查对象 | the unit it is addressed to
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- :kind 行动种类 | the kind of action
-- :task_ids 任务号，前后和之间以逗号相隔，如 ,7,172, | tasks, with a comma before, between and behind: ,7,172,
-- table: code, text, unit, action, reason, reply_due_on
SELECT *
FROM action_proposal AS s
WHERE s.as_of = :as_of
  AND (:unit IS NULL OR s.unit = :unit)
  AND (:leader IS NULL OR instr('、' || s.leaders || '、', '、' || :leader || '、') > 0)
  AND (:section IS NULL OR s.section = :section OR instr(s.section, :section || '(') = 1)
  AND (:kind IS NULL OR s.action = :kind)
  AND (:task_ids IS NULL OR instr(:task_ids, printf(',%d,', s.task_id)) > 0)
ORDER BY s.action, s.unit, s.task_id, s.deadline;
