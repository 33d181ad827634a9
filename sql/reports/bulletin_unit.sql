-- 通报：按牵头单位 | Bulletin: by lead unit
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: unit
-- table: unit, tasks, closed, green, yellow, red, grey, overdue, lagging, missing, late, on_schedule_percent
SELECT iif(s.plan_year = CAST(:quarter AS INTEGER), s.unit, s.unit || '（' || s.plan_year || '年）') AS unit, s.tasks,
       s.closed, s.green, s.yellow, s.red, s.grey, s.overdue, s.lagging, s.missing, s.late, s.on_schedule_percent
FROM unit_scorecard AS s
JOIN plan AS p ON p.year = s.plan_year
JOIN round AS r ON r.plan_id = p.plan_id AND r.quarter = :quarter AND r.opened_on <= :as_of
WHERE s.as_of = :as_of
ORDER BY s.plan_year DESC, s.on_schedule_percent DESC, s.red, s.tasks DESC, s.unit;
