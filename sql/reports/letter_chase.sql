-- 催报单：未报送或未按期重报的任务 | Letters: the returns that are missing or were not redone in time
-- :as_of 截至日 | the day
-- :quarter 季度 | the quarter
-- :unit 应报单位 | the unit that owes
-- table: code, text, reason, chases
-- part of: letter
-- A chase says in its first words which quarter it is about; one that doesn't is about the newest that was asked for.
SELECT s.lead_unit AS unit, s.plan_year, w.quarter, s.label AS code, s.text, w.reason,
       (SELECT count(*) FROM action AS a
        WHERE a.task_id = s.task_id AND a.kind = 'chase' AND a.issued_on BETWEEN w.asked_on AND :as_of
          AND CASE WHEN a.content GLOB '[0-9][0-9][0-9][0-9]Q[1-4]*' THEN substr(a.content, 1, 6) = w.quarter
                   ELSE NOT EXISTS (SELECT 1 FROM request AS n
                                    WHERE n.task_id = s.task_id AND n.quarter > w.quarter AND n.asked_on <= a.issued_on)
              END) AS chases,
       w.report_due_on, w.deadline, k.reply_due_on, w.reason AS content, o.office AS issuer
FROM round_task AS s
CROSS JOIN owed_return AS w ON w.as_of = :as_of AND w.task_id = s.task_id AND w.quarter = :quarter
JOIN reply_deadline AS k ON k.as_of = :as_of
JOIN plan_office AS o ON o.year = s.plan_year
WHERE s.as_of = :as_of AND s.round_quarter = :quarter AND s.return_owed IS NOT NULL
  AND (:unit IS NULL OR s.lead_unit = :unit)
ORDER BY s.lead_unit, s.plan_year DESC, s.task_id;
