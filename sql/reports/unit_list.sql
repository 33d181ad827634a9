-- 单位一览 | Units
-- :as_of 截至日 | the day
WITH held AS (
  SELECT h.answering_id AS unit_id, count(DISTINCT CASE WHEN a.role = 'lead' AND a.ordinal = 1 THEN a.task_id END) AS answers_for,
         count(DISTINCT CASE WHEN a.role = 'lead' THEN a.task_id END) AS leads,
         count(DISTINCT CASE WHEN a.role = 'responsible' THEN a.task_id END) AS responsible_for
  FROM task_status AS s
  JOIN task_unit AS a ON a.task_id = s.task_id
  JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = :as_of
  WHERE s.as_of = :as_of
  GROUP BY h.answering_id
)
SELECT u.name AS unit, u.kind AS unit_kind, u.is_collective, coalesce(n.answers_for, 0) AS answers_for,
       coalesce(n.leads, 0) AS leads, coalesce(n.responsible_for, 0) AS responsible_for,
       (SELECT group_concat(alias, '、') FROM unit_alias AS a WHERE a.unit_id = u.unit_id) AS aliases,
       (SELECT nullif(w.name, u.name)
        FROM unit_answering AS h JOIN unit AS w ON w.unit_id = h.answering_id
        WHERE h.unit_id = u.unit_id AND h.as_of = :as_of) AS successor
FROM unit AS u
LEFT JOIN held AS n ON n.unit_id = u.unit_id
ORDER BY 4 DESC, 5 DESC, u.unit_id;
