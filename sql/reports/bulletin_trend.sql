-- 通报：一个季度的亮灯 | Bulletin: the lamps of one quarter
-- :as_of 该季度的对比日 | the day on which the quarter is looked at
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
-- table: quarter, as_of, tasks, closed, green, yellow, red, grey, on_schedule_percent
SELECT :quarter AS quarter, s.as_of, sum(s.tasks) AS tasks, sum(s.closed) AS closed, sum(s.green) AS green, sum(s.yellow) AS yellow,
       sum(s.red) AS red, sum(s.grey) AS grey,
       100.0 * (sum(s.closed) + sum(s.green)) / nullif(sum(s.tasks) - sum(s.grey), 0) AS on_schedule_percent
FROM plan_scorecard AS s
WHERE s.as_of = :as_of
  AND s.plan_year IN (SELECT p.year FROM round AS r JOIN plan AS p ON p.plan_id = r.plan_id
                      WHERE r.quarter = :quarter AND r.opened_on <= :as_of)
GROUP BY s.as_of;
