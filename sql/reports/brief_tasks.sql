-- 领导参阅：全部任务 | Brief: a leader's tasks by lamp; of earlier plans those that are open
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: brief
SELECT s.task_id, k.label AS code, s.lamp
FROM task_status AS s
JOIN task_label AS k ON k.as_of = :as_of AND k.task_id = s.task_id
JOIN newest_plan AS n ON n.as_of = :as_of
WHERE s.as_of = :as_of AND instr('、' || s.leaders || '、', '、' || :leader || '、') > 0
  AND (s.lamp <> 'blue' OR s.plan_year = n.year)
ORDER BY CASE s.lamp WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 WHEN 'grey' THEN 3 ELSE 4 END,
         s.plan_year DESC, s.task_id;
