-- 各单位报送情况 | Returns by unit
-- :as_of 截至日 | the day
-- :quarter 季度，默认最近开启的 | the quarter, else the newest that was opened by the day
-- :unit 应报单位 | the unit that owes
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: unit, asked, returned, outstanding, late, returned_percent, outstanding_codes
-- sheet: quarter, unit, asked, returned, outstanding, late, report_due_on, returned_percent, outstanding_codes, contact
WITH wanted(quarter) AS (
  SELECT coalesce(:quarter, (SELECT max(quarter) FROM round WHERE opened_on <= :as_of))
)
SELECT q.quarter, u.name AS unit, count(*) AS asked, count(q.first_return_on) AS returned,
       count(*) - count(q.first_return_on) AS outstanding,
       count(CASE WHEN q.first_return_on > q.report_due_on THEN 1 END) AS late,
       min(q.report_due_on) AS report_due_on,
       100.0 * count(q.first_return_on) / count(*) AS returned_percent,
       group_concat(CASE WHEN q.first_return_on IS NULL THEN t.code END, '、') AS outstanding_codes,
       (SELECT k.name || coalesce(' ' || k.phone, '') FROM unit_contact AS k
        WHERE k.as_of = :as_of AND k.unit = u.name) AS contact
FROM wanted AS n
JOIN request_status AS q ON q.as_of = :as_of AND q.quarter = n.quarter
JOIN task AS t ON t.task_id = q.task_id
JOIN unit_answering AS h ON h.unit_id = q.unit_id AND h.as_of = :as_of
JOIN unit AS u ON u.unit_id = h.answering_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE (:unit IS NULL OR u.name = :unit)
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
GROUP BY q.quarter, u.unit_id
ORDER BY returned_percent, outstanding DESC, u.unit_id;
