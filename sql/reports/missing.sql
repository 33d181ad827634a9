-- 未报送任务 | Tasks whose entry is missing
-- :as_of 截至日 | the day
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: lead_unit, code, text, quarter, reported_quarter, lamp, reason
-- sheet: lead_unit, code, section, text, leaders, due_on, quarter, reported_quarter, percent, lamp, reason
SELECT *
FROM missing
WHERE as_of = :as_of
  AND (:unit IS NULL OR instr('、' || lead_units || '、', '、' || :unit || '、') > 0)
  AND (:leader IS NULL OR instr('、' || leaders || '、', '、' || :leader || '、') > 0)
  AND (:section IS NULL OR section = :section OR instr(section, :section || '(') = 1)
ORDER BY lead_unit, task_id;
