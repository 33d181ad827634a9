-- 通报：需市政府研究事项 | Bulletin: the matters that await a decision
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: matter_id
-- table: code, unit, content, objective_reason, leader, raised_on, days_open
SELECT m.matter_id, iif(m.plan_year = CAST(:quarter AS INTEGER), m.code, m.plan_year || '/' || m.code) AS code,
       coalesce(m.unit, s.lead_unit) AS unit, m.content, m.objective_reason, m.leader, m.raised_on, m.days_open
FROM open_matter AS m
LEFT JOIN task_status AS s ON s.as_of = :as_of AND s.task_id = m.task_id
WHERE m.as_of = :as_of
ORDER BY m.raised_on, m.matter_id;
