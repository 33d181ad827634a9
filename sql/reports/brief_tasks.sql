-- 领导参阅：其余任务 | Brief: a leader's other tasks
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: brief
SELECT s.code, s.lamp
FROM task_status AS s
WHERE s.as_of = :as_of AND s.lamp <> 'red' AND instr('、' || s.leaders || '、', '、' || :leader || '、') > 0
ORDER BY CASE s.lamp WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 WHEN 'grey' THEN 3 ELSE 4 END, s.task_id;
