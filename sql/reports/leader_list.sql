-- 领导一览 | Leaders
-- :as_of 截至日 | the day
WITH led AS (
  SELECT a.leader_id, count(*) AS leads
  FROM task_status AS s
  JOIN task_leader AS a ON a.task_id = s.task_id
  WHERE s.as_of = :as_of
  GROUP BY a.leader_id
)
SELECT b.name AS leader, b.is_collective, coalesce(n.leads, 0) AS leads,
       (SELECT nullif(w.name, b.name)
        FROM leader_answering AS h JOIN leader AS w ON w.leader_id = h.answering_id
        WHERE h.leader_id = b.leader_id AND h.as_of = :as_of) AS successor
FROM leader AS b
LEFT JOIN led AS n ON n.leader_id = b.leader_id
ORDER BY 3 DESC, b.leader_id;
