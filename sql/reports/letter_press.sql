-- 督办单：所督办的任务 | Letters: the tasks that are pressed
-- :as_of 截至日 | the day
-- :task_ids 任务号，前后和之间以逗号相隔，如 ,7,172, | tasks, with a comma before, between and behind: ,7,172,
-- table: code, text, due_on, percent, lamp, reason
-- part of: letter
SELECT s.lead_unit AS unit, s.plan_year, s.task_id, b.label AS code, s.text, s.due_on, s.percent, s.lamp, s.reason, k.reply_due_on,
       coalesce(s.reason, '请加快推进') AS content, o.office AS issuer
FROM task_status AS s
JOIN task_label AS b ON b.as_of = :as_of AND b.task_id = s.task_id
JOIN reply_deadline AS k ON k.as_of = :as_of
JOIN plan_office AS o ON o.year = s.plan_year
WHERE s.as_of = :as_of AND instr(:task_ids, printf(',%d,', s.task_id)) > 0 AND s.closed_on IS NULL AND NOT s.is_suspended
ORDER BY s.lead_unit, s.plan_year DESC, s.task_id;
