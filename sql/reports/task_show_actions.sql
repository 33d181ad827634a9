-- 任务的督查行动 | What the office did about a task
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: action_id, issued_on, action, unit, content, due_on, handling, action_state
-- part of: task show
SELECT s.*,
       nullif(ltrim(coalesce('；' || s.reply, '') || coalesce('；督查结论：' || s.conclusion, '')
         || coalesce('；整改：' || s.rectification, '')
         || CASE s.verification WHEN 'rectified' THEN '；整改到位' WHEN 'unrectified' THEN '；整改不到位' ELSE '' END, '；'), '') AS handling
FROM action_status AS s
WHERE s.as_of = :as_of AND s.task_id = CAST(:task_id AS INTEGER)
ORDER BY s.issued_on, s.action_id;
