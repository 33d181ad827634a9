-- 各单位联系人 | Whom to call
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
SELECT k.unit, k.name, k.post, k.phone, k.from_day
FROM unit_contact AS k
JOIN unit AS u ON u.name = k.unit
WHERE k.as_of = :as_of AND (:unit IS NULL OR k.unit = :unit)
ORDER BY u.unit_id;
