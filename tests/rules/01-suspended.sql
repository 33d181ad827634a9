-- Rule 1, suspended: not closed, and the newest suspend or resume decided by D is a suspend.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'suspended from 1 March to 1 May', 'staged', '2022-02-20'),
  (2, 1, '2', 2, 'suspended and resumed on one day', 'staged', '2022-02-20'),
  (3, 1, '3', 3, 'resumed and suspended on one day', 'staged', '2022-02-20'),
  (4, 1, '4', 4, 'entered in the wrong order', 'staged', '2022-02-20'),
  (5, 1, '5', 5, 'suspended, then closed', 'staged', '2022-02-20');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO milestone (task_id, ordinal, title, due_on) SELECT task_id, 1, '开工', '2022-02-01' FROM task;
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES
  (1, 1, '2022-03-01', 'suspend', '示例', '市政府'), (2, 1, '2022-05-01', 'resume', '示例', '市政府'),
  (3, 2, '2022-03-01', 'suspend', '示例', '市政府'), (4, 2, '2022-03-01', 'resume', '示例', '市政府'),
  (11, 3, '2022-02-25', 'suspend', '示例', '市政府'), (5, 3, '2022-03-01', 'resume', '示例', '市政府'),
  (6, 3, '2022-03-01', 'suspend', '示例', '市政府'),
  (7, 4, '2022-02-25', 'suspend', '示例', '市政府'), (8, 4, '2022-05-01', 'resume', '示例', '市政府'),
  (12, 4, '2022-04-01', 'resume', '示例', '市政府'), (13, 4, '2022-04-15', 'suspend', '示例', '市政府'),
  (9, 5, '2022-03-01', 'suspend', '示例', '市政府');
INSERT INTO closure (task_id, closed_on, basis) VALUES (5, '2022-04-01', '示例');

--? SELECT as_of, is_suspended, lamp, is_overdue, days_overdue, has_late_milestone FROM task_status
--+ WHERE task_id = 1 AND as_of IN ('2022-02-28', '2022-03-01', '2022-04-30', '2022-05-01') ORDER BY as_of
--= 2022-02-28|0|red|1|8|1
--= 2022-03-01|1|grey|0|NULL|0
--= 2022-04-30|1|grey|0|NULL|0
--= 2022-05-01|0|red|1|70|1

-- Of one day the last entered counts.
--? SELECT task_id, is_suspended FROM task_status WHERE task_id IN (2, 3) AND as_of = '2022-03-01' ORDER BY task_id
--= 2|0
--= 3|1

-- The day of the decision goes before the order of entry.
--? SELECT as_of, is_suspended FROM task_status WHERE task_id = 4 AND as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of
--= 2022-04-30|1
--= 2022-05-01|0

-- A closed task is not suspended.
--? SELECT as_of, is_suspended, lamp FROM task_status WHERE task_id = 5 AND as_of IN ('2022-03-31', '2022-04-01')
--+ ORDER BY as_of
--= 2022-03-31|1|grey
--= 2022-04-01|0|blue

-- A due adjustment between does not end it.
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (10, 3, '2022-04-01', 'due', '2022-06-30', '示例', '市政府');
--? SELECT is_suspended, due_on FROM task_status WHERE task_id = 3 AND as_of = '2022-04-01'
--= 1|2022-06-30

-- Suspended no flag is left of any kind, whatever the unit says; resumed they are all back.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state, review, reviewed_on) VALUES
  (1, '2022Q1', 1, 1, '2022-04-10', 10, 'behind', 'returned', '2022-04-11'),
  (1, '2022Q1', 1, 2, '2022-04-12', 10, 'difficult', 'returned', '2022-05-03');
--? SELECT is_overdue + awaits_return + is_lagging + is_missing + is_returned + is_late + is_incomplete
--+ + has_late_milestone + is_due_soon + is_stalled + awaits_acceptance
--+ FROM task_status WHERE task_id = 1 AND as_of = '2022-04-30'
--= 0
--? SELECT is_overdue, is_lagging, is_returned, is_late FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-05-02', '2022-05-03') ORDER BY as_of
--= 1|1|0|1
--= 1|1|1|1
