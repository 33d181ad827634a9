-- 领导的任务（供阅读） | A leader's tasks, for reading
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
SELECT s.code, s.text, s.lead_unit, s.due_on, s.percent, s.lag, s.lamp, s.reason
FROM task_status AS s
WHERE s.as_of = :as_of AND instr('、' || s.leaders || '、', '、' || :leader || '、') > 0
ORDER BY s.task_id;
