-- 单位的任务 | A unit's tasks
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- table: role, code, text, due_on, percent, lag, lamp, reason
-- part of: unit show
SELECT CASE WHEN instr('、' || s.lead_units || '、', '、' || :unit || '、') > 0 THEN 'lead' ELSE 'responsible' END AS role,
       s.*
FROM task_status AS s
WHERE s.as_of = :as_of
  AND instr('、' || s.lead_units || '、' || coalesce(s.responsible_units, '') || '、', '、' || :unit || '、') > 0
ORDER BY CASE WHEN s.lead_unit = :unit THEN 1
              WHEN instr('、' || s.lead_units || '、', '、' || :unit || '、') > 0 THEN 2
              ELSE 3 END, s.task_id;
