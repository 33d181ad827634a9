-- 分工方案一览 | Plans
-- :as_of 截至日 | the day
SELECT p.year AS plan_year, p.title, p.document_no, p.issuer, p.signed_on, p.starts_on, p.ends_on, p.closed_on,
       (SELECT count(*) FROM section AS s WHERE s.plan_id = p.plan_id) AS sections,
       (SELECT count(*) FROM task AS t
        WHERE t.plan_id = p.plan_id AND (t.added_on IS NULL OR t.added_on <= :as_of)
          AND NOT EXISTS (SELECT 1 FROM task AS k
                          WHERE k.parent_id = t.task_id AND (k.added_on IS NULL OR k.added_on <= :as_of))) AS tasks,
       (SELECT count(*) FROM target AS g JOIN task AS t ON t.task_id = g.task_id
        WHERE t.plan_id = p.plan_id) AS targets
FROM plan AS p
ORDER BY p.year;
