-- Rule 1, closed: a closure with closed_on <= D and no reopened_on <= D. Only an open task has flags.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'due on 31 March', 'staged', '2022-03-31'),
  (2, 1, '2', 2, 'closed and reopened on one day', 'staged', '2022-03-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO milestone (task_id, ordinal, title, due_on) SELECT task_id, 1, '开工', '2022-02-01' FROM task;
INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES
  (1, '2022-06-15', '示例', '2022-08-01', '示例'),
  (2, '2022-06-15', '示例', '2022-06-15', '示例');

-- Closed from the day itself until the day before it is reopened.
--? SELECT as_of, closed_on, lamp FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-06-14', '2022-06-15', '2022-07-31', '2022-08-01') ORDER BY as_of
--= 2022-06-14|NULL|red
--= 2022-06-15|2022-06-15|blue
--= 2022-07-31|2022-06-15|blue
--= 2022-08-01|NULL|red
--? SELECT closed_on, lamp FROM task_status WHERE task_id = 2 AND as_of = '2022-06-15'
--= NULL|red

-- Open it is overdue, lagging, missing and has a late milestone; closed it has no flag at all.
--? SELECT as_of, is_overdue, days_overdue, is_lagging, is_missing, has_late_milestone
--+ FROM task_status WHERE task_id = 1 AND as_of IN ('2022-06-14', '2022-06-15') ORDER BY as_of
--= 2022-06-14|1|75|1|1|1
--= 2022-06-15|0|NULL|0|0|0
--? SELECT is_overdue + awaits_return + is_lagging + is_missing + is_returned + is_late + is_incomplete
--+ + has_late_milestone + is_due_soon + is_stalled + awaits_acceptance + is_suspended
--+ FROM task_status WHERE task_id = 1 AND as_of = '2022-06-15'
--= 0

-- Closed again after the reopening: the second closure counts.
INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-09-01', '示例');
--? SELECT as_of, closed_on, lamp FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-07-31', '2022-08-31', '2022-09-01', '2023-06-30') ORDER BY as_of
--= 2022-07-31|2022-06-15|blue
--= 2022-08-31|NULL|red
--= 2022-09-01|2022-09-01|blue
--= 2023-06-30|2022-09-01|blue

-- Whatever the outcome.
INSERT INTO closure (task_id, closed_on, outcome, basis) VALUES (2, '2022-09-01', 'terminated', '示例');
--? SELECT lamp FROM task_status WHERE task_id = 2 AND as_of = '2022-09-01'
--= blue
