-- 通报：一个季度各单位的按序时率 | Bulletin: how far the units were on schedule in one quarter, named as in its bulletin
-- :as_of 该季度的对比日 | the day on which the quarter is looked at
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: unit, quarter
SELECT coalesce(s.unit, '无牵头单位') || iif(s.plan_year = CAST(:quarter AS INTEGER), '', '（' || s.plan_year || '年）') AS unit,
       :quarter AS quarter, s.tasks, s.on_schedule_percent
FROM unit_scorecard AS s
WHERE s.as_of = :as_of
  AND s.plan_year IN (SELECT p.year FROM round AS r JOIN plan AS p ON p.plan_id = r.plan_id
                      WHERE r.quarter = :quarter AND r.opened_on <= :as_of)
ORDER BY s.plan_year DESC, s.unit;
