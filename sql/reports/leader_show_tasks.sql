-- 领导的任务 | A leader's tasks
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- table: code, text, lead_unit, due_on, percent, lag, lamp, reason
-- part of: leader show
SELECT s.*
FROM task_status AS s
WHERE s.as_of = :as_of AND instr('、' || s.leaders || '、', '、' || :leader || '、') > 0
ORDER BY s.task_id;
