-- 通报：一个季度的亮灯 | Bulletin: the lamps of one quarter
-- :as_of 该季度的对比日 | the day on which the quarter is looked at
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: quarter
-- table: quarter, as_of, tasks, closed, green, yellow, red, grey, on_schedule_percent
SELECT s.quarter, s.as_of, s.tasks, s.closed, s.green, s.yellow, s.red, s.grey, s.on_schedule_percent
FROM round_scorecard AS s
WHERE s.as_of = :as_of AND s.quarter = :quarter;
