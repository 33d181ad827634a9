-- 填报表的评价日 | The days on which the entries of the forms are looked at
-- :as_of 截至日，此日由谁报送 | the day: who reports then
-- :quarter 季度 | the quarter
-- part of: form export
-- The first on which a task's own return is due and can be missing, as round_day has it of a round. Of every unit: what is
-- expected of a task doesn't hang on whose forms are written. The newest first: form_rows takes eight.
SELECT DISTINCT date(report_due_on, '+1 day') AS judged_on
FROM judged_request
WHERE asked_on <= :as_of AND quarter = :quarter
ORDER BY judged_on DESC;
