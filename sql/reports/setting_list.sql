-- 设置一览：值、范围、含义 | Settings: value, bounds, meaning
-- table: name, value, least, most, setting_meaning
SELECT s.name, s.value, b.least, b.most, b.is_whole, w.zh, w.en, m.zh AS meaning_zh, m.en AS meaning_en,
       s.name AS setting_meaning
FROM setting AS s
JOIN setting_bound AS b ON b.name = s.name
JOIN word AS w ON w.column_name = 'setting' AND w.value = s.name
JOIN word AS m ON m.column_name = 'setting_meaning' AND m.value = s.name
ORDER BY s.name;
