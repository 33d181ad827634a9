-- 临期任务 | Tasks due soon
-- :as_of 截至日 | the day
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: code, text, lead_unit, due_on, percent, expected_percent, lamp, reason
-- sheet: code, section, text, leaders, lead_unit, due_on, state, percent, expected_percent, lag, lamp, reason
SELECT *
FROM due_soon
WHERE as_of = :as_of
  AND (:unit IS NULL OR instr('、' || lead_units || '、', '、' || :unit || '、') > 0)
  AND (:leader IS NULL OR instr('、' || leaders || '、', '、' || :leader || '、') > 0)
  AND (:section IS NULL OR section = :section OR instr(section, :section || '(') = 1)
ORDER BY due_on, task_id;
