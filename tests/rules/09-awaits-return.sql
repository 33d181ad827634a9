-- Rule 9, awaits_return 到期待报: overdue, and the quarter that the due day lies in has a request asked by D that isn't due
-- before D, and no entry for it but interim ones has come.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'nothing reported', 'staged', '2022-06-15'),
  (2, 1, '2', 2, 'reported, not done', 'staged', '2022-06-15'),
  (3, 1, '3', 3, 'an interim entry', 'staged', '2022-06-15'),
  (4, 1, '4', 4, 'a unit that contributes reported', 'staged', '2022-06-15'),
  (5, 1, '5', 5, 'more time to report', 'staged', '2022-06-15'),
  (6, 1, '6', 6, 'reported and returned', 'staged', '2022-06-15'),
  (7, 1, '7', 7, 'due in the quarter before', 'staged', '2022-03-31'),
  (8, 1, '8', 8, 'not asked', 'staged', '2022-06-15'),
  (9, 1, '9', 9, 'reported done', 'staged', '2022-06-15'),
  (10, 1, '10', 10, 'reported for the quarter before only', 'staged', '2022-06-30');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (4, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-20', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT 1, '2022Q2', task_id, 1, '2022-06-20', NULL FROM task WHERE task_id NOT IN (5, 8);
INSERT INTO request VALUES (1, '2022Q2', 5, 1, '2022-06-20', '2022-07-20');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim) VALUES
  (1, 2, '2022Q2', 1, 1, '2022-07-03', 80, 'on_schedule', 0),
  (2, 3, '2022Q2', 1, 1, '2022-07-03', 80, 'on_schedule', 1),
  (3, 4, '2022Q2', 3, 1, '2022-07-03', 80, 'on_schedule', 0),
  (4, 6, '2022Q2', 1, 1, '2022-07-03', 80, 'on_schedule', 0),
  (5, 9, '2022Q2', 1, 1, '2022-07-03', 100, 'done', 0),
  (6, 10, '2022Q1', 1, 1, '2022-07-03', 80, 'on_schedule', 0);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-04' WHERE progress_id = 4;

-- Overdue from 16 June; while the quarter isn't asked for there is no return to wait for; then until its due day.
--? SELECT as_of, is_overdue, awaits_return, lamp FROM task_status WHERE task_id = 1 AND as_of IN
--+ ('2022-06-15', '2022-06-16', '2022-06-19', '2022-06-20', '2022-07-07', '2022-07-08') ORDER BY as_of
--= 2022-06-15|0|0|grey
--= 2022-06-16|1|0|red
--= 2022-06-19|1|0|red
--= 2022-06-20|1|1|yellow
--= 2022-07-07|1|1|yellow
--= 2022-07-08|1|0|red
--? SELECT days_overdue FROM task_status WHERE task_id = 1 AND as_of = '2022-07-07'
--= 22

-- An entry by which the office can tell ends it the day it comes, also one that is returned; an interim one doesn't,
-- nor does another unit's, nor one for another quarter.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM task_status
--+ WHERE awaits_return AND as_of IN ('2022-07-02', '2022-07-03', '2022-07-04', '2022-07-07', '2022-07-08', '2022-07-20',
--+ '2022-07-21') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-02|1 2 3 4 5 6 9 10
--= 2022-07-03|1 3 4 5 10
--= 2022-07-04|1 3 4 5 10
--= 2022-07-07|1 3 4 5 10
--= 2022-07-08|5
--= 2022-07-20|5

-- The quarter is that of the due day at D: put off to 31 May in the same quarter, then into the next, which isn't asked for.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (7, '2022-06-25', 'due', '2022-05-31', '示例', '市政府'), (5, '2022-07-10', 'due', '2022-07-11', '示例', '市政府');
--? SELECT as_of, days_overdue, awaits_return FROM task_status WHERE task_id = 7 AND as_of IN ('2022-06-24', '2022-06-25')
--+ ORDER BY as_of
--= 2022-06-24|85|0
--= 2022-06-25|25|1
--? SELECT as_of, is_overdue, awaits_return FROM task_status WHERE task_id = 5 AND as_of IN ('2022-07-09', '2022-07-11', '2022-07-12')
--+ ORDER BY as_of
--= 2022-07-09|1|1
--= 2022-07-11|0|0
--= 2022-07-12|1|0
