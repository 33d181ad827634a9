-- 针对单位的督查行动 | What the office did about a unit
-- :as_of 截至日 | the day
-- :unit 单位 | the unit
-- table: action_id, issued_on, action, code, content, due_on, handling, action_state
-- part of: unit show
SELECT s.*,
       nullif(ltrim(coalesce('；' || s.reply, '') || coalesce('；督查结论：' || s.conclusion, '')
         || coalesce('；整改：' || s.rectification, '')
         || CASE s.verification WHEN 'rectified' THEN '；整改到位' WHEN 'unrectified' THEN '；整改不到位' ELSE '' END, '；'), '') AS handling
FROM action_status AS s
WHERE s.as_of = :as_of AND s.unit = :unit
ORDER BY s.issued_on, s.action_id;
