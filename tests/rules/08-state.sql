-- Rule 8: a unit that says behind, difficult or not_started of itself is lagging, whatever its figures and before there is
-- a reference quarter.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'not_started', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'on_schedule', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'ahead', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'behind', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'difficult', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'done', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'behind', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state)
SELECT task_id, '2022Q1', 1, 1, '2022-04-06', 100, text FROM task;
--? SELECT state, is_lagging FROM task_status WHERE as_of = '2022-04-09' ORDER BY task_id
--= not_started|1
--= on_schedule|0
--= ahead|0
--= behind|1
--= difficult|1
--= done|0
--= behind|1
--? SELECT group_concat(task_id, ' ') FROM (SELECT task_id FROM task_status
--+ WHERE as_of = '2022-04-06' AND is_lagging ORDER BY task_id)
--= 1 4 5 7
--? SELECT count(*) FROM task_status WHERE as_of = '2022-04-05' AND is_lagging
--= 0

-- On schedule in its own words, behind by its figures: 25 - 15.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (2, '2022Q1', 1, 2, '2022-04-12', 15, 'on_schedule');
--? SELECT is_lagging FROM task_status WHERE task_id = 2 AND as_of = '2022-04-12'
--= 1
