-- 通报：已完成任务 | Bulletin: the tasks that are closed, and those that await acceptance
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: code
-- table: code, text, lead_unit, settlement, completed_on, closed_on
SELECT s.label AS code, s.text, s.lead_unit,
       coalesce(x.settlement, 'awaiting') AS settlement,
       coalesce(x.completed_on, (SELECT e.completed_on FROM entry_at AS e
                                 WHERE e.as_of = :as_of AND e.task_id = s.task_id)) AS completed_on,
       s.closed_on
FROM round_task AS s
LEFT JOIN closure_status AS x ON x.as_of = :as_of AND x.task_id = s.task_id AND x.closed_on = s.closed_on
  AND x.reopened_on IS NULL
WHERE s.as_of = :as_of AND (s.lamp = 'blue' OR s.awaits_acceptance) AND s.round_quarter = :quarter
ORDER BY s.closed_on IS NULL, s.task_id;
