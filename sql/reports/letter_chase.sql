-- 催报单：未报送任务 | Letters: the returns that are missing
-- :as_of 截至日 | the day
-- :quarter 季度 | the quarter
-- :unit 应报单位 | the unit that owes
-- table: code, text, reason, chases
-- part of: letter
SELECT s.lead_unit AS unit, s.plan_year, s.quarter, s.code, s.text, s.reason,
       (SELECT count(*) FROM action AS a
        WHERE a.task_id = s.task_id AND a.kind = 'chase' AND a.issued_on BETWEEN q.asked_on AND :as_of) AS chases,
       q.report_due_on, k.reply_due_on, s.quarter || '未报送，报送期限' || q.report_due_on AS content, o.office AS issuer
FROM task_status AS s
JOIN judged_request AS q ON q.task_id = s.task_id AND q.quarter = s.quarter
JOIN reply_deadline AS k ON k.as_of = :as_of
JOIN plan_office AS o ON o.year = s.plan_year
WHERE s.as_of = :as_of AND s.is_missing AND s.quarter = :quarter AND (:unit IS NULL OR s.lead_unit = :unit)
ORDER BY s.lead_unit, s.task_id;
