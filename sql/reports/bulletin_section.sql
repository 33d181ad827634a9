-- 通报：按章节 | Bulletin: by section; missing and late are of the quarter's own returns
-- :as_of 通报日 | the bulletin's day
-- :quarter 季度 | the quarter
-- part of: bulletin
-- record: section
-- table: section, title, tasks, closed, green, yellow, red, grey, overdue, missing, on_schedule_percent
SELECT iif(s.plan_year = CAST(:quarter AS INTEGER), '', s.plan_year || '/') || coalesce(s.section, '未分章节') AS section,
       h.title, s.tasks, s.closed, s.green, s.yellow, s.red, s.grey, s.overdue, s.lagging, t.missing, t.late,
       s.on_schedule_percent
FROM top_section_scorecard AS s
JOIN (SELECT plan_year, substr(section, 1, instr(section || '(', '(') - 1) AS section, count(return_owed) AS missing,
             sum(return_is_late) AS late
      FROM round_task WHERE as_of = :as_of AND round_quarter = :quarter GROUP BY 1, 2) AS t
  ON t.plan_year = s.plan_year AND t.section IS s.section
JOIN plan AS p ON p.year = s.plan_year
LEFT JOIN section AS h ON h.plan_id = p.plan_id AND h.label = s.section
WHERE s.as_of = :as_of
ORDER BY s.plan_year DESC, h.ordinal;
