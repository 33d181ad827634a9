-- 统称单位的成员 | Whom a collective unit stands for
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
SELECT DISTINCT v.name AS unit, v.kind AS unit_kind
FROM unit AS u
JOIN unit_member AS m ON m.collective_id = u.unit_id
JOIN unit_answering AS h ON h.unit_id = m.unit_id AND h.as_of = :as_of
JOIN unit AS v ON v.unit_id = h.answering_id
WHERE u.name = :unit
ORDER BY v.unit_id;
