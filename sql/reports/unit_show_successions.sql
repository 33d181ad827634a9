-- 单位的接任 | Who came before and after a unit
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
WITH line(unit_id) AS (
  SELECT unit_id FROM unit WHERE name = :unit
  UNION
  SELECT h.heir_id FROM unit AS u JOIN unit_heir AS h ON h.unit_id = u.unit_id WHERE u.name = :unit
  UNION
  SELECT h.unit_id FROM unit AS u JOIN unit_heir AS h ON h.heir_id = u.unit_id WHERE u.name = :unit
)
SELECT s.from_day, a.name AS predecessor, b.name AS successor, s.reason
FROM succession AS s
JOIN unit AS a ON a.unit_id = s.unit_id
JOIN unit AS b ON b.unit_id = s.successor_unit_id
WHERE s.unit_id IN (SELECT unit_id FROM line) AND s.successor_unit_id IN (SELECT unit_id FROM line)
  AND s.from_day <= :as_of
ORDER BY s.from_day, s.succession_id;
