-- 通报：未报送、迟报任务 | Bulletin: the returns that are missing or came late
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: lead_unit, code, text, return_state, report_due_on, first_return_on
SELECT s.label AS code, s.text, s.lead_unit,
       CASE WHEN NOT s.is_missing THEN 'late' WHEN s.is_returned THEN 'unredone' ELSE 'missing' END AS return_state,
       q.report_due_on, q.first_return_on
FROM round_task AS s
LEFT JOIN request_status AS q ON q.as_of = :as_of AND q.task_id = s.task_id AND q.quarter = s.quarter
WHERE s.as_of = :as_of AND (s.is_missing OR s.is_late) AND s.round_quarter = :quarter
ORDER BY s.is_missing DESC, s.lead_unit, s.task_id;
