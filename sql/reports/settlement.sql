-- 年终结算 | Settlement of the year's tasks
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: code, text, kind, lead_unit, due_on, completed_on, settlement, continued_as
SELECT *
FROM settlement
WHERE as_of = :as_of
  AND (:year IS NULL OR plan_year = CAST(:year AS INTEGER))
  AND (:unit IS NULL OR instr('、' || lead_units || '、', '、' || :unit || '、') > 0)
  AND (:leader IS NULL OR instr('、' || leaders || '、', '、' || :leader || '、') > 0)
  AND (:section IS NULL OR section = :section OR instr(section, :section || '(') = 1)
ORDER BY plan_year, task_id;
