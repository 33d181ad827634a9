-- 领导参阅：统计 | Brief: a leader's figures, of the newest plan and of the earlier ones that have open tasks
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: brief
SELECT group_concat(c.plan_year, '、') AS plan_year, sum(c.tasks) AS tasks, sum(c.closed) AS closed, sum(c.green) AS green,
       sum(c.yellow) AS yellow, sum(c.red) AS red, sum(c.grey) AS grey, sum(c.overdue) AS overdue, sum(c.lagging) AS lagging,
       sum(c.missing) AS missing
FROM newest_plan AS n
CROSS JOIN leader_scorecard AS c ON c.as_of = n.as_of
WHERE n.as_of = :as_of AND c.leader = :leader AND (c.plan_year = n.year OR c.tasks > c.closed)
GROUP BY c.plan_year = n.year
ORDER BY c.plan_year = n.year DESC;
