-- 任务的佐证材料 | A task's evidence
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT v.evidence_id,
       CASE WHEN v.progress_id IS NOT NULL THEN 'progress' WHEN v.closure_id IS NOT NULL THEN 'closure' ELSE 'action' END AS attached_to,
       e.quarter, e.revision, v.name, v.size, v.added_on, v.added_by
FROM evidence AS v
LEFT JOIN progress AS e ON e.progress_id = v.progress_id
LEFT JOIN closure AS x ON x.closure_id = v.closure_id
LEFT JOIN action AS a ON a.action_id = v.action_id
WHERE coalesce(e.task_id, x.task_id, a.task_id) = CAST(:task_id AS INTEGER) AND v.added_on <= :as_of
ORDER BY v.evidence_id;
