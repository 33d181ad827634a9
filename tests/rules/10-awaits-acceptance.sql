-- Rule 10, awaits_acceptance 待核验: the state is done and the office has yet to close or return it.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'done, then closed', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'done, then returned', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'done, accepted, and behind in the next quarter', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'done, then suspended', 'standing', NULL),
  (5, 1, '5', 5, 'at 100 %', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 100, 'done'),
  (2, 2, '2022Q1', 1, 1, '2022-04-06', 100, 'done'),
  (3, 3, '2022Q1', 1, 1, '2022-04-06', 100, 'done'),
  (4, 4, '2022Q1', 1, 1, '2022-04-06', 100, 'done'),
  (5, 5, '2022Q1', 1, 1, '2022-04-06', 100, 'on_schedule'),
  (6, 3, '2022Q2', 1, 1, '2022-07-05', 90, 'behind');
INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-04-20', '示例');
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-20' WHERE progress_id = 2;
UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-20' WHERE progress_id = 3;
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (4, '2022-04-20', 'suspend', '示例', '市政府');
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM awaiting
--+ WHERE as_of IN ('2022-04-05', '2022-04-06', '2022-04-19', '2022-04-20', '2022-07-04', '2022-07-05')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-04-06|1 2 3 4
--= 2022-04-19|1 2 3 4
--= 2022-04-20|3
--= 2022-07-04|3
