-- Rule 9, is_overdue: due_on < D and the state isn't done; days_overdue = D - due_on.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'nothing reported', 'staged', '2022-02-28'),
  (2, 1, '2', 2, 'done, returned, done', 'staged', '2022-02-28'),
  (3, 1, '3', 3, 'done in the words of a unit that contributes', 'staged', '2022-02-28'),
  (4, 1, '4', 4, 'at 100 %, but not said to be done', 'staged', '2022-02-28'),
  (5, 1, '5', 5, 'standing', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (3, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-01-10', '2022-03-31', '2022-04-08');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, 2, '2022Q1', 1, 1, '2022-03-10', 100, 'done'),
  (2, 3, '2022Q1', 3, 1, '2022-03-10', 100, 'done'),
  (3, 4, '2022Q1', 1, 1, '2022-03-10', 100, 'ahead'),
  (4, 2, '2022Q1', 1, 2, '2022-03-25', 100, 'done');
UPDATE progress SET review = 'returned', reviewed_on = '2022-03-20' WHERE progress_id = 1;

-- Not on the due day; from the next day on, day by day, over the end of February.
--? SELECT as_of, is_overdue, days_overdue FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-02-27', '2022-02-28', '2022-03-01', '2022-03-02', '2023-02-28') ORDER BY as_of
--= 2022-02-27|0|NULL
--= 2022-02-28|0|NULL
--= 2022-03-01|1|1
--= 2022-03-02|1|2
--= 2023-02-28|1|365

-- Done from the day it is reported, no longer from the day it is returned, again with the next one.
--? SELECT as_of, is_overdue, days_overdue FROM task_status WHERE task_id = 2
--+ AND as_of IN ('2022-03-09', '2022-03-10', '2022-03-19', '2022-03-20', '2022-03-24', '2022-03-25') ORDER BY as_of
--= 2022-03-09|1|9
--= 2022-03-10|0|NULL
--= 2022-03-19|0|NULL
--= 2022-03-20|1|20
--= 2022-03-24|1|24
--= 2022-03-25|0|NULL

--? SELECT task_id, is_overdue, days_overdue FROM task_status WHERE as_of = '2022-03-10' AND task_id IN (3, 4, 5)
--+ ORDER BY task_id
--= 3|1|10
--= 4|1|10
--= 5|0|NULL
