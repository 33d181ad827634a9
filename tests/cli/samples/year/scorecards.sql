-- 示例：年度、单位、领导、章节统计 | Sample: the year's scorecard, and those of three units, two leaders and two sections
-- :as_of 截至日 | the day
SELECT '2022' AS of, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late,
       round(completed_percent, 1) AS completed_percent, round(on_schedule_percent, 1) AS on_schedule_percent
FROM plan_scorecard WHERE as_of = :as_of AND plan_year = 2022
UNION ALL
SELECT unit, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late,
       round(completed_percent, 1), round(on_schedule_percent, 1)
FROM unit_scorecard
WHERE as_of = :as_of AND plan_year = 2022 AND unit IN ('市城管局', '市城市管理局', '市住房城乡建设局', '市发展改革委')
UNION ALL
SELECT leader, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late,
       round(completed_percent, 1), round(on_schedule_percent, 1)
FROM leader_scorecard WHERE as_of = :as_of AND plan_year = 2022 AND leader IN ('王峰', '马卫红', '示例领导')
UNION ALL
SELECT section, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late,
       round(completed_percent, 1), round(on_schedule_percent, 1)
FROM section_scorecard WHERE as_of = :as_of AND plan_year = 2022 AND section IN ('一', '十(五)')
ORDER BY 2 DESC, 1;
