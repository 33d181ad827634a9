-- 任务的进展（供阅读） | A task's progress entries, for reading
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
SELECT e.quarter, e.revision, u.name AS unit, e.reported_on, e.percent, e.state,
       (SELECT group_concat(words, '；') FROM (
          SELECT printf('%s %s%s', g.name, format('%g', v.value), coalesce(g.measure, '')) AS words
          FROM reading AS v JOIN target AS g ON g.target_id = v.target_id
          WHERE v.progress_id = e.progress_id ORDER BY g.ordinal)) AS readings,
       e.summary, e.problem, e.next_step,
       CASE WHEN e.reviewed_on <= :as_of THEN e.review END AS review
FROM progress AS e
JOIN unit AS u ON u.unit_id = e.unit_id
WHERE e.task_id = CAST(:task_id AS INTEGER) AND e.reported_on <= :as_of
ORDER BY e.quarter, e.revision;
