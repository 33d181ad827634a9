-- 统称单位的成员 | Whom a collective unit stands for
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
SELECT v.name AS unit, v.kind AS unit_kind
FROM unit AS u
JOIN unit_member AS m ON m.collective_id = u.unit_id
JOIN unit AS v ON v.unit_id = m.unit_id
WHERE u.name = :unit AND :as_of IS NOT NULL
ORDER BY v.unit_id;
