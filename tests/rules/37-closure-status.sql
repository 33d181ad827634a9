-- 逾期完成: completed after the due day in force when the task was closed.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'in time, closed after the due day', 'staged', '2022-06-30'),
  (2, 1, '2', 2, 'two days late', 'staged', '2022-06-30'),
  (3, 1, '3', 3, 'no completion day known', 'staged', '2022-06-30'),
  (4, 1, '4', 4, 'extended before it was closed', 'staged', '2022-06-30'),
  (5, 1, '5', 5, 'reopened, and extended then', 'staged', '2022-06-30'),
  (6, 1, '6', 6, 'standing', 'standing', NULL),
  (7, 1, '7', 7, 'terminated', 'staged', '2022-06-30'),
  (8, 1, '8', 8, 'on the due day itself', 'staged', '2022-06-30');
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (4, '2022-06-25', 'due', '2022-07-31', '示例', '市政府');
INSERT INTO closure (closure_id, task_id, closed_on, completed_on, outcome, basis) VALUES
  (1, 1, '2022-07-15', '2022-06-20', 'completed', '示例'), (2, 2, '2022-07-15', '2022-07-02', 'completed', '示例'),
  (3, 3, '2022-07-15', NULL, 'completed', '示例'), (4, 4, '2022-07-15', NULL, 'completed', '示例'),
  (5, 5, '2022-07-15', NULL, 'completed', '示例'), (6, 6, '2022-07-15', NULL, 'completed', '示例'),
  (7, 7, '2022-07-15', NULL, 'terminated', '示例'), (8, 8, '2022-07-15', '2022-06-30', 'completed', '示例');
UPDATE closure SET reopened_on = '2022-07-16', reopen_reason = '示例' WHERE closure_id = 5;
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (5, '2022-07-16', 'due', '2022-07-31', '示例', '市政府');

--? SELECT task_id, due_on, settlement FROM closure_status WHERE as_of = '2022-07-15' ORDER BY task_id
--= 1|2022-06-30|completed
--= 2|2022-06-30|completed_late
--= 3|2022-06-30|completed_late
--= 4|2022-07-31|completed
--= 5|2022-06-30|completed_late
--= 6|NULL|completed
--= 7|2022-06-30|terminated
--= 8|2022-06-30|completed
--? SELECT count(*) FROM closure_status WHERE as_of = '2022-07-14'
--= 0

-- A reopening shows from its day on; what was extended then changes nothing about the closure before.
--? SELECT as_of, reopened_on, reopen_reason, due_on, settlement FROM closure_status WHERE task_id = 5
--+ AND as_of IN ('2022-07-15', '2022-07-16') ORDER BY as_of
--= 2022-07-15|NULL|NULL|2022-06-30|completed_late
--= 2022-07-16|2022-07-16|示例|2022-06-30|completed_late
