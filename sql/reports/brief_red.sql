-- 领导参阅：红灯任务 | Brief: a leader's tasks with a red lamp, and why
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: brief
SELECT s.task_id, k.label AS code, s.text, s.lead_unit, s.reason || coalesce('；' || e.problem, '') AS reason
FROM task_status AS s
JOIN task_label AS k ON k.as_of = :as_of AND k.task_id = s.task_id
LEFT JOIN progress AS e ON e.progress_id = (
  SELECT y.progress_id FROM entry_at AS y WHERE y.as_of = :as_of AND y.task_id = s.task_id)
WHERE s.as_of = :as_of AND s.lamp = 'red' AND instr('、' || s.leaders || '、', '、' || :leader || '、') > 0
ORDER BY s.lag DESC, s.task_id;
