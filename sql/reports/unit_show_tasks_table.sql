-- 单位的任务（供阅读） | A unit's tasks, for reading
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
SELECT CASE WHEN instr('、' || s.lead_units || '、', '、' || :unit || '、') > 0 THEN 'lead' ELSE 'responsible' END AS role,
       s.code, s.text, s.due_on, s.percent, s.lag, s.lamp, s.reason
FROM task_status AS s
WHERE s.as_of = :as_of
  AND instr('、' || s.lead_units || '、' || coalesce(s.responsible_units, '') || '、', '、' || :unit || '、') > 0
ORDER BY CASE WHEN s.lead_unit = :unit THEN 1
              WHEN instr('、' || s.lead_units || '、', '、' || :unit || '、') > 0 THEN 2
              ELSE 3 END, s.task_id;
