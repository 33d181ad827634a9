-- Rule 2: due_on at D is the newest due adjustment decided by D, else the task's own; a target's value likewise.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'put off to 31 March', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'put off twice on one day', 'staged', '2022-06-30'),
  (3, 1, '3', 3, 'decided in another order than entered', 'staged', '2022-06-30'),
  (4, 1, '4', 4, 'brought forward', 'staged', '2022-12-31');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (1, 1, '2022-11-20', 'due', '2023-03-31', '示例', '市政府'),
  (2, 2, '2022-05-10', 'due', '2022-10-31', '示例', '市政府'),
  (3, 2, '2022-05-10', 'due', '2022-09-30', '示例', '市政府'),
  (4, 3, '2022-05-20', 'due', '2022-11-30', '示例', '市政府'),
  (5, 3, '2022-05-10', 'due', '2022-08-31', '示例', '市政府'),
  (6, 4, '2022-05-10', 'due', '2022-05-31', '示例', '市政府');

--? SELECT as_of, due_on FROM task_status WHERE task_id = 1 AND as_of IN ('2022-11-19', '2022-11-20') ORDER BY as_of
--= 2022-11-19|2022-12-31
--= 2022-11-20|2023-03-31
--? SELECT as_of, due_on FROM task_status WHERE task_id = 2 AND as_of IN ('2022-05-09', '2022-05-10') ORDER BY as_of
--= 2022-05-09|2022-06-30
--= 2022-05-10|2022-09-30
--? SELECT as_of, due_on FROM task_status WHERE task_id = 3 AND as_of IN ('2022-05-10', '2022-05-19', '2022-05-20')
--+ ORDER BY as_of
--= 2022-05-10|2022-08-31
--= 2022-05-19|2022-08-31
--= 2022-05-20|2022-11-30

-- The flags follow the day that counts at D.
--? SELECT as_of, task_id, days_overdue FROM overdue WHERE as_of IN ('2022-05-31', '2022-06-01') AND task_id = 4
--= 2022-06-01|4|1
--? SELECT count(*) FROM overdue WHERE as_of = '2022-09-30' AND task_id = 2
--= 0
--? SELECT days_overdue FROM overdue WHERE as_of = '2022-10-01' AND task_id = 2
--= 1

-- Values of targets: two targets of one task, each with its own adjustments.
INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure) VALUES
  (1, 1, 1, '新建公里', 'amount', 40, '公里'),
  (2, 1, 2, '改造公里', 'amount', 60, '公里');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES
  (7, 1, '2022-07-01', 'target', 1, 30, '示例', '市政府'),
  (8, 1, '2022-07-01', 'target', 1, 32, '示例', '市政府'),
  (9, 1, '2022-06-01', 'target', 1, 36, '示例', '市政府');
--? SELECT as_of, ordinal, value FROM target_status WHERE task_id = 1
--+ AND as_of IN ('2022-05-31', '2022-06-01', '2022-06-30', '2022-07-01') ORDER BY as_of, ordinal
--= 2022-05-31|1|40.0
--= 2022-05-31|2|60.0
--= 2022-06-01|1|36.0
--= 2022-06-01|2|60.0
--= 2022-06-30|1|36.0
--= 2022-06-30|2|60.0
--= 2022-07-01|1|32.0
--= 2022-07-01|2|60.0
-- A target adjustment moves no due day.
--? SELECT due_on FROM task_status WHERE task_id = 1 AND as_of = '2022-07-01'
--= 2022-12-31
