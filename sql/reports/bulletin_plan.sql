-- 通报：各方案 | Bulletin: the plans that its round asks, the newest first
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: plan_year
SELECT p.year AS plan_year, p.title, t.tasks, t.staged, t.standing, t.units, s.closed, s.green, s.yellow, s.red, s.grey,
       s.completed_percent, s.on_schedule_percent
FROM (SELECT plan_year, count(*) AS tasks, sum(kind = 'staged') AS staged, sum(kind = 'standing') AS standing,
             count(DISTINCT lead_unit) AS units
      FROM round_task WHERE as_of = :as_of AND round_quarter = :quarter GROUP BY plan_year) AS t
JOIN plan AS p ON p.year = t.plan_year
JOIN plan_scorecard AS s ON s.as_of = :as_of AND s.plan_year = t.plan_year
ORDER BY p.year DESC;
