-- 节点一览 | Milestones
-- :as_of 截至日 | the day
-- :task_id 任务号 | the task
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: code, ordinal, title, due_on, expected_percent, owner, done_on, days_overdue
WITH late AS MATERIALIZED (
  SELECT task_id, ordinal, days_overdue FROM late_milestone WHERE as_of = :as_of
)
SELECT p.year AS plan_year, t.code, k.ordinal, k.title, k.due_on, k.expected_percent, k.owner,
       CASE WHEN k.done_on <= :as_of THEN k.done_on END AS done_on, x.days_overdue,
       (SELECT u.name
        FROM task_unit AS l
        JOIN unit_answering AS h ON h.unit_id = l.unit_id AND h.as_of = :as_of
        JOIN unit AS u ON u.unit_id = h.answering_id
        WHERE l.task_id = t.task_id AND l.role = 'lead' AND l.ordinal = 1) AS lead_unit
FROM milestone AS k
JOIN task AS t ON t.task_id = k.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN section AS s ON s.section_id = t.section_id
LEFT JOIN late AS x ON x.task_id = k.task_id AND x.ordinal = k.ordinal
WHERE k.added_on <= :as_of
  AND (:task_id IS NULL OR k.task_id = CAST(:task_id AS INTEGER))
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM lead_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY p.year, t.ordinal, t.task_id, k.due_on, k.ordinal;
