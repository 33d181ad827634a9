-- 配合报送一览 | Contributions asked for
-- :as_of 截至日 | the day
-- :task_id 任务号 | the task
-- :unit 应报单位 | the unit asked
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: quarter, code, unit, asked_on, report_due_on, returned_on
SELECT q.quarter, p.year AS plan_year, t.code, t.text, u.name AS unit, q.asked_on,
       coalesce(q.report_due_on, r.report_due_on) AS report_due_on,
       (SELECT min(e.reported_on) FROM progress AS e
        WHERE e.task_id = q.task_id AND e.quarter = q.quarter AND e.unit_id IN (q.unit_id, u.unit_id)
          AND e.is_interim = 0 AND e.reported_on <= :as_of) AS returned_on
FROM request AS q
JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter
JOIN task AS t ON t.task_id = q.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
JOIN unit_answering AS h ON h.unit_id = q.unit_id AND h.as_of = :as_of
JOIN unit AS u ON u.unit_id = h.answering_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE q.asked_on <= :as_of
  AND NOT EXISTS (SELECT 1 FROM judged_request AS d WHERE d.request_id = q.rowid)
  AND (:task_id IS NULL OR q.task_id = CAST(:task_id AS INTEGER))
  AND (:unit IS NULL OR u.name = :unit)
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY q.quarter, t.plan_id, t.ordinal, t.task_id, u.unit_id;
