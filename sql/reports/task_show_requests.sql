-- 任务的应报事项 | A task's requests
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT q.quarter, u.name AS unit, q.asked_on, coalesce(q.report_due_on, r.report_due_on) AS report_due_on,
       NOT EXISTS (SELECT 1 FROM judged_request AS j
                   WHERE j.task_id = q.task_id AND j.quarter = q.quarter AND j.unit_id = q.unit_id) AS is_contribution,
       (SELECT min(e.reported_on) FROM progress AS e
        WHERE e.task_id = q.task_id AND e.quarter = q.quarter AND e.unit_id = q.unit_id
          AND e.is_interim = 0 AND e.reported_on <= :as_of) AS returned_on
FROM request AS q
JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter
JOIN unit AS u ON u.unit_id = q.unit_id
WHERE q.task_id = CAST(:task_id AS INTEGER) AND q.asked_on <= :as_of
ORDER BY q.quarter, q.asked_on;
