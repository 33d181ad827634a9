-- A task divided on 10 May: from then on its parts have the rows, and the view task_rollup what they come to; past days answer as
-- before. A request that it has not answered counts no more.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, '修路', 'staged', '2022-12-31'),
  (2, 1, '2', 2, '修桥', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-05-01', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 20), (2, 2, '2022Q1', 1, 1, '2022-04-06', 25);
--? SELECT as_of, task_id, percent, lamp FROM task_status WHERE as_of IN ('2022-04-09', '2022-05-09') ORDER BY as_of, task_id
--= 2022-04-09|1|20.0|green
--= 2022-04-09|2|25.0|green
--= 2022-05-09|1|20.0|green
--= 2022-05-09|2|25.0|green
--? SELECT quarter, task_id, first_return_on FROM request_status WHERE as_of = '2022-05-09' ORDER BY quarter, task_id
--= 2022Q1|1|2022-04-06
--= 2022Q1|2|2022-04-06
--= 2022Q2|1|NULL
--= 2022Q2|2|NULL

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (11, 1, 1, '1(1)', 1, '城区段', 'staged', '2022-09-30', '2022-05-10'),
  (12, 1, 1, '1(2)', 1, '郊区段', 'staged', '2022-12-31', '2022-05-10'),
  (13, 1, 1, '1(3)', 1, '连接线', 'standing', NULL, '2022-06-01');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task WHERE parent_id = 1;
--? SELECT as_of, task_id, percent, lamp FROM task_status
--+ WHERE as_of IN ('2022-04-09', '2022-05-09', '2022-05-10', '2022-06-01') ORDER BY as_of, task_id
--= 2022-04-09|1|20.0|green
--= 2022-04-09|2|25.0|green
--= 2022-05-09|1|20.0|green
--= 2022-05-09|2|25.0|green
--= 2022-05-10|2|25.0|green
--= 2022-05-10|11|0.0|grey
--= 2022-05-10|12|0.0|grey
--= 2022-06-01|2|25.0|green
--= 2022-06-01|11|0.0|grey
--= 2022-06-01|12|0.0|grey
--= 2022-06-01|13|0.0|grey
-- The request of Q2 that task 1 has not answered is gone; that of Q1 stays. Opening again asks the parts.
--? SELECT quarter, task_id FROM request_status WHERE as_of = '2022-05-10' ORDER BY quarter, task_id
--= 2022Q1|1
--= 2022Q1|2
--= 2022Q2|2
--? SELECT task_id, unit_id FROM opening_request WHERE as_of = '2022-05-10' AND quarter = '2022Q2'
--= 11|1
--= 12|1
INSERT INTO request VALUES (1, '2022Q2', 11, 1, '2022-05-10', NULL), (1, '2022Q2', 12, 1, '2022-05-10', NULL),
  (1, '2022Q2', 13, 1, '2022-06-01', NULL);

-- By 8 July: 1(1) at 60 of the 6/9 = 66.67 expected, lag 6.67, green; 1(2) missing, red; 1(3) standing, 30, green.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (11, '2022Q2', 1, 1, '2022-07-05', 60, 'on_schedule'), (13, '2022Q2', 1, 1, '2022-07-05', 30, 'on_schedule');
--? SELECT task_id, code, parts, closed, red, yellow, green, grey, lowest_percent, average_percent, due_on, lamp FROM task_rollup
--+ WHERE as_of IN ('2022-05-09', '2022-05-10', '2022-07-08') ORDER BY as_of
--= 1|1|2|0|0|0|0|2|0.0|0.0|2022-12-31|grey
--= 1|1|3|0|1|0|2|0|0.0|30.0|2022-12-31|red
-- Closed part by part; closed only when all are.
INSERT INTO closure (task_id, closed_on, basis) VALUES
  (12, '2022-07-09', '示例'), (11, '2022-07-10', '示例'), (13, '2022-07-10', '示例');
--? SELECT as_of, closed, lamp FROM task_rollup WHERE as_of IN ('2022-07-09', '2022-07-10') ORDER BY as_of
--= 2022-07-09|1|green
--= 2022-07-10|3|blue

-- What is refused: a part from a day on which the task had an entry, or below a closed task; what belongs to the parts.
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text, added_on) VALUES (1, 2, '2(1)', 2, '南段', '2022-04-06')
--= the task has entries on or after that day
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text) VALUES (1, 2, '2(1)', 2, '南段')
--= the task has entries on or after that day
INSERT INTO closure (task_id, closed_on, basis) VALUES (2, '2022-07-09', '示例');
UPDATE closure SET reopened_on = '2022-07-20', reopen_reason = '示例' WHERE task_id = 2;
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text, added_on) VALUES (1, 2, '2(1)', 2, '南段', '2022-07-19')
--= the task above is closed
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (2, '2022-07-20', 'suspend', '示例', '示例');
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text, added_on) VALUES (1, 2, '2(1)', 2, '南段', '2022-07-20')
--= the task above is closed or suspended
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (2, '2022-07-20', 'resume', '示例', '示例');
INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, added_on) VALUES (21, 1, 2, '2(1)', 2, '南段', '2022-07-20');
--! INSERT INTO target (task_id, ordinal, name, kind, value, added_on) VALUES (2, 1, '座', 'reach', 1, '2022-07-20')
--= the task has sub-items: it belongs to those
--! INSERT INTO milestone (task_id, ordinal, title, due_on, added_on) VALUES (2, 1, '开工', '2022-08-01', '2022-07-20')
--= the task has sub-items: it belongs to those
--! INSERT INTO request VALUES (1, '2022Q1', 2, 3, '2022-07-20', NULL)
--= the task has sub-items: ask for those

-- Whom to call: the newest contact by the day.
INSERT INTO contact (unit_id, name, phone, from_day) VALUES
  (1, '示例甲', '1', NULL), (1, '示例乙', '2', '2022-05-01'), (1, '示例丙', '3', '2022-05-01'), (2, '示例丁', NULL, '2022-06-01');
--? SELECT as_of, unit, name, phone FROM unit_contact WHERE as_of IN ('2022-04-30', '2022-05-01', '2022-06-01') ORDER BY as_of, unit
--= 2022-04-30|市水利局|示例甲|1
--= 2022-05-01|市水利局|示例丙|3
--= 2022-06-01|市城管局|示例丁|NULL
--= 2022-06-01|市水利局|示例丙|3
