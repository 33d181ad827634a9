-- 领导一览 | Leaders
-- :as_of 截至日 | the day
WITH leaf AS MATERIALIZED (SELECT task_id FROM task_status WHERE as_of = :as_of)
SELECT b.name AS leader, b.is_collective,
       (SELECT count(*) FROM task_leader AS a JOIN leaf AS t ON t.task_id = a.task_id
        WHERE a.leader_id = b.leader_id) AS leads,
       (SELECT nullif(w.name, b.name)
        FROM leader_answering AS h JOIN leader AS w ON w.leader_id = h.answering_id
        WHERE h.leader_id = b.leader_id AND h.as_of = :as_of) AS successor
FROM leader AS b
ORDER BY leads DESC, b.leader_id;
