-- 任务的单位 | A task's units
-- :task_id 任务号 | the task
-- :as_of 截至日 | the day
-- part of: task show
SELECT a.role, a.ordinal, u.name AS unit, nullif(a.written_as, u.name) AS written_as,
       (SELECT nullif(w.name, u.name)
        FROM unit_answering AS h JOIN unit AS w ON w.unit_id = h.answering_id
        WHERE h.unit_id = a.unit_id AND h.as_of = :as_of) AS successor,
       (SELECT group_concat(name, '、') FROM (
          SELECT v.name
          FROM (SELECT unit_id FROM task_unit_member WHERE task_id = a.task_id AND collective_id = a.unit_id
                UNION
                SELECT unit_id FROM unit_member
                WHERE collective_id = a.unit_id
                  AND NOT EXISTS (SELECT 1 FROM task_unit_member AS o
                                  WHERE o.task_id = a.task_id AND o.collective_id = a.unit_id)) AS m
          JOIN unit_answering AS h ON h.unit_id = m.unit_id AND h.as_of = :as_of
          JOIN unit AS v ON v.unit_id = h.answering_id
          ORDER BY v.unit_id)) AS members
FROM task_unit AS a
JOIN unit AS u ON u.unit_id = a.unit_id
WHERE a.task_id = CAST(:task_id AS INTEGER)
ORDER BY a.role, a.ordinal;
