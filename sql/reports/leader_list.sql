-- 领导一览 | Leaders
-- :as_of 截至日 | the day
WITH led AS (
  SELECT h.answering_id AS leader_id, count(DISTINCT a.task_id) AS leads
  FROM task_status AS s
  JOIN task_leader AS a ON a.task_id = s.task_id
  JOIN leader_answering AS h ON h.leader_id = a.leader_id AND h.as_of = :as_of
  WHERE s.as_of = :as_of
  GROUP BY h.answering_id
)
SELECT b.name AS leader, b.is_collective, coalesce(n.leads, 0) AS leads,
       (SELECT nullif(w.name, b.name)
        FROM leader_answering AS h JOIN leader AS w ON w.leader_id = h.answering_id
        WHERE h.leader_id = b.leader_id AND h.as_of = :as_of) AS successor
FROM leader AS b
LEFT JOIN led AS n ON n.leader_id = b.leader_id
ORDER BY 3 DESC, b.leader_id;
