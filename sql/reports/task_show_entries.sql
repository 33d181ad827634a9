-- 任务的进展 | A task's progress entries
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- table: quarter, revision, unit, is_contribution, reported_on, is_after_close, percent, state, readings, summary, problem, next_step, review
-- part of: task show
SELECT e.quarter, e.revision, u.name AS unit,
       NOT EXISTS (SELECT 1 FROM judged_entry AS j WHERE j.progress_id = e.progress_id) AS is_contribution,
       e.reported_on, e.is_interim, e.is_after_close, e.percent, e.state,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%s %s%s', g.name, format('%.15g', v.value), coalesce(g.measure, '')) AS words
          FROM reading AS v JOIN target AS g ON g.target_id = v.target_id
          WHERE v.progress_id = e.progress_id ORDER BY g.ordinal)) AS readings,
       e.completed_on, e.summary, e.problem, e.next_step, e.entered_by,
       CASE WHEN e.reviewed_on <= :as_of THEN e.review WHEN e.accepted_on <= :as_of THEN 'accepted' END AS review
FROM progress AS e
JOIN unit AS u ON u.unit_id = e.unit_id
WHERE e.task_id = CAST(:task_id AS INTEGER) AND e.reported_on <= :as_of
ORDER BY e.quarter, e.revision;
