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
JOIN action AS a ON a.action_id = s.action_id
JOIN unit AS u ON u.name = :unit
WHERE s.as_of = :as_of
  AND (a.unit_id = u.unit_id OR EXISTS (SELECT 1 FROM unit_answering AS h
                                        WHERE h.as_of = :as_of AND h.unit_id = a.unit_id AND h.answering_id = u.unit_id))
ORDER BY s.issued_on, s.action_id;
