-- 单位 | A unit
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
WITH held AS MATERIALIZED (
  SELECT a.task_id, a.role, a.ordinal, h.answering_id AS unit_id
  FROM task_status AS s
  JOIN task_unit AS a ON a.task_id = s.task_id
  JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = :as_of
  WHERE s.as_of = :as_of
)
SELECT u.name AS unit, u.kind AS unit_kind, u.is_collective,
       (SELECT count(DISTINCT a.task_id) FROM held AS a
        WHERE a.unit_id = u.unit_id AND a.role = 'lead' AND a.ordinal = 1) AS answers_for,
       (SELECT count(DISTINCT a.task_id) FROM held AS a WHERE a.unit_id = u.unit_id AND a.role = 'lead') AS leads,
       (SELECT count(DISTINCT a.task_id) FROM held AS a WHERE a.unit_id = u.unit_id AND a.role = 'responsible') AS responsible_for,
       (SELECT group_concat(alias, '、') FROM unit_alias AS a WHERE a.unit_id = u.unit_id) AS aliases,
       (SELECT nullif(w.name, u.name)
        FROM unit_answering AS h JOIN unit AS w ON w.unit_id = h.answering_id
        WHERE h.unit_id = u.unit_id AND h.as_of = :as_of) AS successor
FROM unit AS u
WHERE u.name = :unit;
