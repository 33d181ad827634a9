-- 任务的进展审核 | How a task's entries were reviewed
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT e.quarter, e.revision, u.name AS unit, e.state, e.reviewed_on, e.review, e.review_note, e.redo_due_on
FROM (SELECT task_id, quarter, revision, unit_id, state, reviewed_on, review, review_note, redo_due_on FROM progress
      UNION ALL
      SELECT task_id, quarter, revision, unit_id, state, accepted_on, 'accepted', accepted_note, NULL FROM progress) AS e
JOIN unit AS u ON u.unit_id = e.unit_id
WHERE e.task_id = CAST(:task_id AS INTEGER) AND e.reviewed_on <= :as_of
ORDER BY e.quarter, e.revision, e.review;
