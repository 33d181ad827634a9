-- 任务一览 | Tasks
-- :as_of 截至日 | the day
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: code, text, kind, lead_unit, due_on, percent, lag, lamp
-- sheet: code, section, text, leaders, lead_unit, responsible_units, kind, due_on, state, percent, expected_percent, lag, lamp, reason
-- A sub-item stands behind its siblings at the place of the task that was divided, and names it.
SELECT s.*, p.code AS part_of
FROM task_status AS s
JOIN task AS t ON t.task_id = s.task_id
LEFT JOIN task AS p ON p.task_id = t.parent_id
WHERE s.as_of = :as_of
  AND (:unit IS NULL OR instr('、' || s.lead_units || '、', '、' || :unit || '、') > 0)
  AND (:leader IS NULL OR instr('、' || s.leaders || '、', '、' || :leader || '、') > 0)
  AND (:section IS NULL OR s.section = :section OR instr(s.section, :section || '(') = 1)
ORDER BY s.plan_year, t.ordinal, s.task_id;
