-- 单位的联系人 | A unit's contacts, the newest first
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- part of: unit show
SELECT k.from_day, k.name, k.post, k.phone
FROM unit AS u
JOIN unit_former AS f ON f.unit_id = u.unit_id
JOIN contact AS k ON k.unit_id = f.former_id
WHERE u.name = :unit AND (k.from_day IS NULL OR k.from_day <= :as_of)
ORDER BY k.from_day DESC, k.contact_id DESC;
