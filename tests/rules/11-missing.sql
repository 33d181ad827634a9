-- Rule 11, is_missing 未报送: there is a reference quarter, the state isn't done, and no judged entry for that quarter has
-- come by D, interim ones not counted.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'late', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'on time', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'interim only', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'of a unit that contributes', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'for the quarter before and the one after', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'done the quarter before', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'standing', 'standing', NULL),
  (8, 1, '8', 8, 'not asked', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (4, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-07-01', '2022-09-30', '2022-10-12');
INSERT INTO request SELECT 1, '2022Q2', task_id, 1, '2022-06-30', NULL FROM task WHERE task_id <> 8;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim) VALUES
  (1, '2022Q2', 1, 1, '2022-07-11', 50, 'on_schedule', 0),
  (2, '2022Q2', 1, 1, '2022-07-07', 50, 'on_schedule', 0),
  (3, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule', 1),
  (4, '2022Q2', 3, 1, '2022-07-05', 50, 'on_schedule', 0),
  (5, '2022Q1', 1, 1, '2022-07-05', 50, 'on_schedule', 0),
  (5, '2022Q3', 1, 1, '2022-07-05', 50, 'on_schedule', 0),
  (6, '2022Q1', 1, 1, '2022-04-06', 100, 'done', 0);

-- Not while there is no reference quarter, from the day after the due day, and until an entry comes.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM missing
--+ WHERE as_of IN ('2022-07-07', '2022-07-08', '2022-07-10', '2022-07-11') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-08|1 3 4 5 7
--= 2022-07-10|1 3 4 5 7
--= 2022-07-11|3 4 5 7

-- The next quarter is owed anew.
INSERT INTO request SELECT 1, '2022Q3', task_id, 1, '2022-09-30', NULL FROM task;
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM missing
--+ WHERE as_of IN ('2022-10-12', '2022-10-13') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-10-12|3 4 5 7
--= 2022-10-13|1 2 3 4 7 8

-- A done entry that is returned leaves the quarter missing as it was.
UPDATE progress SET review = 'returned', reviewed_on = '2022-10-20' WHERE task_id = 6;
--? SELECT as_of, state, is_missing FROM task_status WHERE task_id = 6 AND as_of IN ('2022-10-19', '2022-10-20') ORDER BY as_of
--= 2022-10-19|done|0
--= 2022-10-20|NULL|1
