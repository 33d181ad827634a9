-- 通报：按牵头单位 | Bulletin: by lead unit; missing and late are of the quarter's own returns
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: unit
-- table: unit, tasks, closed, green, yellow, red, grey, overdue, lagging, missing, late, on_schedule_percent
SELECT coalesce(s.unit, '无牵头单位') || iif(s.plan_year = CAST(:quarter AS INTEGER), '', '（' || s.plan_year || '年）') AS unit,
       s.tasks, s.closed, s.green, s.yellow, s.red, s.grey, s.overdue, s.lagging, t.missing, t.late, s.on_schedule_percent
FROM unit_scorecard AS s
JOIN (SELECT plan_year, lead_unit, count(return_owed) AS missing, sum(return_is_late) AS late
      FROM round_task WHERE as_of = :as_of AND round_quarter = :quarter GROUP BY plan_year, lead_unit) AS t
  ON t.plan_year = s.plan_year AND t.lead_unit IS s.unit
WHERE s.as_of = :as_of
ORDER BY s.plan_year DESC, s.on_schedule_percent DESC, s.red, s.tasks DESC, s.unit;
