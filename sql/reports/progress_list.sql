-- 进展一览 | Progress entries
-- :as_of 截至日 | the day
-- :quarter 季度 | the quarter
-- :task_id 任务号 | the task
-- :unit 牵头单位（任一） | any lead unit
-- :leader 牵头领导 | a lead leader
-- :section 章节及其下级 | a section and those under it
-- table: quarter, code, unit, reported_on, percent, state, readings, summary
-- sheet: quarter, code, unit, revision, reported_on, percent, state, completed_on, readings, summary, problem, next_step, review
SELECT e.quarter, p.year AS plan_year, t.code, u.name AS unit, e.revision, e.reported_on, e.is_interim, e.percent, e.state,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%s %s%s', g.name, format('%.15g', v.value), coalesce(g.measure, '')) AS words
          FROM reading AS v JOIN target AS g ON g.target_id = v.target_id
          WHERE v.progress_id = e.progress_id ORDER BY g.ordinal)) AS readings,
       e.completed_on, e.summary, e.problem, e.next_step, e.entered_by,
       CASE WHEN e.reviewed_on <= :as_of THEN e.review WHEN e.accepted_on <= :as_of THEN 'accepted' END AS review,
       CASE WHEN e.reviewed_on <= :as_of THEN e.reviewed_on WHEN e.accepted_on <= :as_of THEN e.accepted_on END AS reviewed_on,
       e.is_after_close
FROM progress AS e
JOIN task AS t ON t.task_id = e.task_id
JOIN plan AS p ON p.plan_id = t.plan_id
JOIN unit AS u ON u.unit_id = e.unit_id
LEFT JOIN section AS s ON s.section_id = t.section_id
WHERE e.reported_on <= :as_of
  AND (:quarter IS NULL OR e.quarter = :quarter)
  AND (:task_id IS NULL OR e.task_id = CAST(:task_id AS INTEGER))
  AND (:unit IS NULL OR EXISTS (SELECT 1 FROM lead_unit_answering AS a
                                WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.unit = :unit))
  AND (:leader IS NULL OR EXISTS (SELECT 1 FROM task_leader_answering AS a
                                  WHERE a.as_of = :as_of AND a.task_id = t.task_id AND a.leader = :leader))
  AND (:section IS NULL OR s.label = :section OR instr(s.label, :section || '(') = 1)
ORDER BY e.quarter, t.plan_id, t.ordinal, e.revision;
