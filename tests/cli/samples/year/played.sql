-- 示例：一年里办理的任务 | Sample: the tasks of the year in the ledger
-- :as_of 截至日 | the day
SELECT code, quarter, reported_quarter AS reported, state, percent, round(expected_percent, 1) AS expected, round(lag, 1) AS lag,
       trim(iif(is_overdue, 'overdue ', '') || iif(awaits_return, 'awaits_return ', '') || iif(is_lagging, 'lagging ', '')
            || iif(is_missing, 'missing ', '') || iif(is_returned, 'returned ', '') || iif(is_late, 'late ', '')
            || iif(is_incomplete, 'incomplete ', '') || iif(has_late_milestone, 'late_milestone ', '')
            || iif(is_due_soon, 'due_soon ', '') || iif(is_stalled, 'stalled ', '')
            || iif(awaits_acceptance, 'awaits_acceptance ', '') || iif(is_suspended, 'suspended', '')) AS marks,
       lamp
FROM task_status
WHERE as_of = :as_of AND plan_year = 2022
  AND code IN ('1', '5', '6(1)', '17', '162', '163', '167', '168', '171', '172', '173', '173(1)', '173(2)', '187')
ORDER BY task_id;
