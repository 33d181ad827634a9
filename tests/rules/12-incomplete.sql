-- Rule 12, is_incomplete 指标未填: the newest standing entry for the reference quarter, not interim, gives no reading for one of
-- the task's amount or level targets.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'all of them', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'no amount', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'no level', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'no reach', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'no entry', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'no target', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'given, but not again in the correction', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'given, but not in the interim entry after it', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'given the quarter before', 'staged', '2022-12-31'),
  (10, 1, '10', 10, 'not given, said to be done', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value)
SELECT task_id * 100 + column1, task_id, column1, column2, column3, 100
FROM task, (VALUES (1, '公里', 'amount'), (2, '增速', 'level'), (3, '户数', 'reach')) WHERE task_id <> 6;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim)
SELECT task_id, task_id, '2022Q2', 1, 1, '2022-07-05', 100, iif(task_id = 10, 'done', NULL), 0 FROM task WHERE task_id <> 5;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, is_interim) VALUES
  (11, 7, '2022Q2', 1, 2, '2022-07-12', 100, 0),
  (12, 8, '2022Q2', 1, 2, '2022-07-12', 100, 1),
  (13, 9, '2022Q1', 1, 1, '2022-04-06', 100, 0);
INSERT INTO reading (progress_id, target_id, value)
SELECT e.progress_id, g.target_id, 100 FROM progress AS e JOIN target AS g USING (task_id)
WHERE e.progress_id IN (1, 7, 8, 13)
   OR e.progress_id = 2 AND g.kind <> 'amount'
   OR e.progress_id = 3 AND g.kind <> 'level'
   OR e.progress_id = 4 AND g.kind <> 'reach';

--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM task_status
--+ WHERE is_incomplete AND as_of IN ('2022-07-07', '2022-07-08', '2022-07-12') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-08|2 3 9 10
--= 2022-07-12|2 3 7 9 10

-- With the correction returned the entry before it stands again, and it is whole.
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-15' WHERE progress_id = 11;
--? SELECT as_of, is_incomplete FROM task_status WHERE task_id = 7 AND as_of IN ('2022-07-14', '2022-07-15') ORDER BY as_of
--= 2022-07-14|1
--= 2022-07-15|0
