-- 领导的接任 | Who came before and after a leader
-- :as_of 截至日 | the day
-- :leader 领导 | the leader
-- part of: leader show
WITH line(leader_id) AS (
  SELECT leader_id FROM leader WHERE name = :leader
  UNION
  SELECT h.heir_id FROM leader AS u JOIN leader_heir AS h ON h.leader_id = u.leader_id WHERE u.name = :leader
  UNION
  SELECT h.leader_id FROM leader AS u JOIN leader_heir AS h ON h.heir_id = u.leader_id WHERE u.name = :leader
)
SELECT s.from_day, a.name AS predecessor, b.name AS successor, s.reason
FROM succession AS s
JOIN leader AS a ON a.leader_id = s.leader_id
JOIN leader AS b ON b.leader_id = s.successor_leader_id
WHERE s.leader_id IN (SELECT leader_id FROM line) AND s.successor_leader_id IN (SELECT leader_id FROM line)
  AND s.from_day <= :as_of
ORDER BY s.from_day, s.succession_id;
