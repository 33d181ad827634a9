-- 年终结算: what has become of every task by a day, and what stands in the way of closing the year.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023年分工方案', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'completed on its due day', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'completed a day late', 'staged', '2022-06-30'),
  (3, 1, '3', 3, 'completed late but for an extension', 'staged', '2022-06-30'),
  (4, 1, '4', 4, 'terminated', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'carried over', 'standing', NULL),
  (6, 1, '6', 6, 'open and overdue', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'suspended', 'standing', NULL),
  (8, 1, '8', 8, 'standing and open', 'standing', NULL),
  (9, 1, '9', 9, 'standing, says done', 'standing', NULL),
  (10, 1, '10', 10, 'closed late, reopened since', 'staged', '2022-06-30');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on, closed_on) VALUES
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12', '2022-10-20'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09', '2023-01-12');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, state) VALUES (9, '2022Q4', 1, 1, '2023-01-05', 'done');
INSERT INTO closure (task_id, closed_on, completed_on, outcome, basis, reopened_on, reopen_reason) VALUES
  (1, '2023-01-10', '2022-12-31', 'completed', '示例', NULL, NULL),
  (2, '2022-07-01', NULL, 'completed', '示例', NULL, NULL),
  (3, '2022-07-15', '2022-07-10', 'completed', '示例', NULL, NULL),
  (4, '2022-11-01', NULL, 'terminated', '示例', NULL, NULL),
  (5, '2023-01-10', NULL, 'carried_over', '示例', NULL, NULL),
  (10, '2022-07-02', NULL, 'completed', '示例', '2023-01-05', '示例');
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (3, '2022-06-01', 'due', '2022-07-31', '示例', '示例'), (7, '2022-10-01', 'suspend', NULL, '示例', '示例');
INSERT INTO task (task_id, plan_id, code, ordinal, text, added_on, continued_from_id) VALUES
  (20, 2, '150', 150, 'goes on', '2023-01-10', 5);

--? SELECT code, settlement, is_to_carry, continued_as FROM settlement
--+ WHERE as_of = '2023-01-10' AND plan_year = 2022 ORDER BY task_id
--= 1|completed|0|NULL
--= 2|completed_late|0|NULL
--= 3|completed|0|NULL
--= 4|terminated|0|NULL
--= 5|carried_over|0|2023/150
--= 6|open|0|NULL
--= 7|suspended|0|NULL
--= 8|open|1|NULL
--= 9|open|1|NULL
--= 10|open|0|NULL
-- The day before, 1 and 5 were open, and nothing continued 5; on 4 January 10 was still closed.
--? SELECT code, settlement, is_to_carry, continued_as FROM settlement
--+ WHERE as_of = '2023-01-04' AND code IN ('1', '5', '10') ORDER BY task_id
--= 1|open|0|NULL
--= 5|open|1|NULL
--= 10|completed_late|0|NULL
-- One row for each leaf task with a row on the day, also of the other plan.
--? SELECT plan_year, count(*) FROM settlement WHERE as_of = '2023-01-10' GROUP BY 1
--= 2022|10
--= 2023|1

-- On the last day of the year nothing is before the end; Q4's round is open until it is closed; 9 is to be accepted or sent
-- back first, the standing ones are to be carried over.
--? SELECT obstacle, detail, is_carried FROM plan_obstacle WHERE as_of = '2022-12-30' AND plan_year = 2022 AND obstacle <> 'standing'
--= before_end|2022-12-31|0
--? SELECT obstacle, detail, is_carried FROM plan_obstacle WHERE as_of = '2022-12-31' AND plan_year = 2022 ORDER BY 1, 2
--= open_round|2022Q4|0
--= standing|5|1
--= standing|8|1
--= standing|9|1
--? SELECT obstacle, detail, is_carried FROM plan_obstacle WHERE as_of = '2023-01-12' AND plan_year = 2022 ORDER BY 1, 2
--= awaiting|9|0
--= standing|8|1

-- A plan that is closed takes no new task from that day on, and is closed once.
--! UPDATE plan SET closed_on = '2021-12-31' WHERE plan_id = 1
--= 年终结算早于方案起始日
--= the plan is closed before it starts
UPDATE plan SET closed_on = '2023-01-12' WHERE plan_id = 1;
--! INSERT INTO task (plan_id, code, ordinal, text, added_on) VALUES (1, '11', 11, 'too late', '2023-01-12')
--= 该年度方案已结算
--= it takes no new task
--! UPDATE plan SET closed_on = NULL WHERE plan_id = 1
--= only undo takes that back
-- A task that is open there may still be divided.
INSERT INTO task (plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (1, 6, '6(1)', 11, 'a part', 'staged', '2023-06-30', '2023-02-01');
--! UPDATE task SET continued_from_id = task_id WHERE task_id = 20
--= 任务不能承接自己
