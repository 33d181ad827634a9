-- 通报：一个季度各单位的按序时率 | Bulletin: how far the units were on schedule in one quarter
-- :as_of 该季度的对比日 | the day on which the quarter is looked at
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: unit, quarter
SELECT s.unit, :quarter AS quarter, s.tasks, s.on_schedule_percent
FROM unit_scorecard AS s
WHERE s.as_of = :as_of AND s.plan_year = CAST(:quarter AS INTEGER)
ORDER BY s.unit;
