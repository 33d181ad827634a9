-- 示例：各清单的项数和其中办理的任务 | Sample: how many stand on each list of 2022, and which of the tasks played with
-- :as_of 截至日 | the day
SELECT list, count(*) AS rows_listed,
       group_concat(CASE WHEN code IN ('1', '5', '6(1)', '17', '162', '163', '167', '168', '171', '172', '173', '173(1)', '173(2)', '187')
                         THEN code END, '、') AS played
FROM (
  SELECT '1 overdue' AS list, task_id AS ordinal, code FROM overdue WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '2 lagging', task_id, code FROM lagging WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '3 missing', task_id, code FROM missing WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '4 due_soon', task_id, code FROM due_soon WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '5 stalled', task_id, code FROM stalled WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '6 awaiting', task_id, code FROM awaiting WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '7 late_milestone', task_id, code FROM late_milestone WHERE as_of = :as_of AND plan_year = 2022
  UNION ALL SELECT '8 open_matter', matter_id, code FROM open_matter WHERE as_of = :as_of
  UNION ALL SELECT '9 overdue_reply', action_id, code FROM overdue_reply WHERE as_of = :as_of
  ORDER BY 1, 2)
GROUP BY list;
