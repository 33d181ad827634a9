-- 各季度亮灯走势 | Lamps by quarter
-- :as_of 截至日 | the day
-- :year 年度 | the plan's year
-- days: trend_days
-- table: plan_year, quarter, red, yellow, green, closed, grey, on_schedule_percent
-- sheet: plan_year, quarter, judged_on, tasks, red, yellow, green, closed, grey, overdue, lagging, missing, late, completed_percent, on_schedule_percent
-- The scorecard of the plan on the day that each quarter was looked at, of the newest eight such days: a day that comes out of
-- a join would have every day of the calendar judged.
SELECT d.quarter, s.plan_year, d.judged_on, s.tasks, s.closed, s.red, s.yellow, s.green, s.grey, s.overdue, s.lagging,
       s.missing, s.late, s.completed_percent, s.on_schedule_percent
FROM (SELECT * FROM round_day WHERE as_of = :as_of) AS d
JOIN (SELECT * FROM plan_scorecard
      WHERE as_of IN (:day_1, :day_2, :day_3, :day_4, :day_5, :day_6, :day_7, :day_8)) AS s
  ON s.plan_year = d.plan_year AND s.as_of = d.judged_on
WHERE :year IS NULL OR d.plan_year = CAST(:year AS INTEGER)
ORDER BY d.plan_year, d.quarter;
