-- 单位 | A unit
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
WITH leaf AS MATERIALIZED (SELECT task_id FROM task_status WHERE as_of = :as_of)
SELECT u.name AS unit, u.kind AS unit_kind, u.is_collective,
       (SELECT count(*) FROM task_unit AS a JOIN leaf AS t ON t.task_id = a.task_id
        WHERE a.unit_id = u.unit_id AND a.role = 'lead' AND a.ordinal = 1) AS answers_for,
       (SELECT count(*) FROM task_unit AS a JOIN leaf AS t ON t.task_id = a.task_id
        WHERE a.unit_id = u.unit_id AND a.role = 'lead') AS leads,
       (SELECT count(*) FROM task_unit AS a JOIN leaf AS t ON t.task_id = a.task_id
        WHERE a.unit_id = u.unit_id AND a.role = 'responsible') AS responsible_for,
       (SELECT group_concat(alias, '、') FROM unit_alias AS a WHERE a.unit_id = u.unit_id) AS aliases,
       (SELECT nullif(w.name, u.name)
        FROM unit_answering AS h JOIN unit AS w ON w.unit_id = h.answering_id
        WHERE h.unit_id = u.unit_id AND h.as_of = :as_of) AS successor
FROM unit AS u
WHERE u.name = :unit;
