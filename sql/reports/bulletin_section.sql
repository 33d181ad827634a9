-- 通报：按章节 | Bulletin: by section
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: section
-- table: section, title, tasks, closed, green, yellow, red, grey, overdue, missing, on_schedule_percent
SELECT iif(s.plan_year = CAST(:quarter AS INTEGER), s.section, s.plan_year || '/' || s.section) AS section, h.title, s.tasks,
       s.closed, s.green, s.yellow, s.red, s.grey, s.overdue, s.lagging, s.missing, s.late, s.on_schedule_percent
FROM top_section_scorecard AS s
JOIN plan AS p ON p.year = s.plan_year
JOIN round AS r ON r.plan_id = p.plan_id AND r.quarter = :quarter AND r.opened_on <= :as_of
LEFT JOIN section AS h ON h.plan_id = p.plan_id AND h.label = s.section
WHERE s.as_of = :as_of
ORDER BY s.plan_year DESC, h.ordinal;
