-- 任务 | A task as the plan has it
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT p.year AS plan_year, t.code, s.label AS section, s.title AS section_title, t.text, t.kind, t.kind_confirmed,
       coalesce(t.starts_on, p.starts_on) AS starts_on, t.due_on, t.is_key, t.added_on, t.lead_open, t.responsible_open,
       p.document_no
FROM task AS t
JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE t.task_id = CAST(:task_id AS INTEGER)
  AND (t.added_on IS NULL OR t.added_on <= :as_of);
