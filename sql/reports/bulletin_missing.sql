-- 通报：未报送、迟报任务 | Bulletin: the quarter's returns that are missing or came late
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: lead_unit, code, text, return_state, report_due_on, first_return_on
SELECT s.label AS code, s.text, s.lead_unit, coalesce(s.return_owed, 'late') AS return_state, q.report_due_on, q.first_return_on
FROM round_task AS s
JOIN request_status AS q ON q.as_of = :as_of AND q.task_id = s.task_id AND q.quarter = :quarter
WHERE s.as_of = :as_of AND (s.return_owed IS NOT NULL OR s.return_is_late) AND s.round_quarter = :quarter
ORDER BY s.return_owed IS NULL, s.lead_unit, s.task_id;
