-- Section 4: what a plan, its tasks, units and targets can't be.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (1, 1, '1', 1, 'a'), (2, 1, '2', 2, 'b');

-- Days stand in the calendar, 2020 to 2040.
--? SELECT min(day), max(day), count(*) FROM calendar
--= 2020-01-01|2040-12-31|7671
--! INSERT INTO plan (year, title, starts_on, ends_on) VALUES (2024, '', '2024-01-01', '2024-13-01')
--= FOREIGN KEY constraint failed
--! INSERT INTO plan (year, title, starts_on, ends_on) VALUES (2024, '', '2024-12-31', '2024-01-01')
--= the plan ends before it starts
--! INSERT INTO plan (year, title, starts_on, ends_on) VALUES (2022, '', '2022-01-01', '2022-12-31')
--= UNIQUE constraint failed: plan.year
--! DELETE FROM plan
--= FOREIGN KEY constraint failed

-- A code once in a plan; the next plan has its own.
--! INSERT INTO task (plan_id, code, ordinal, text) VALUES (1, '1', 3, 'c')
--= UNIQUE constraint failed: task.plan_id, task.code
INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (3, 2, '1', 1, 'of 2023');
--! INSERT INTO section (plan_id, ordinal, label, title) VALUES (1, 9, '一', '')
--= UNIQUE constraint failed: section.plan_id, section.label

-- Staged has a due day, standing has none, and it isn't before the start.
--! INSERT INTO task (plan_id, code, ordinal, text, kind) VALUES (1, '3', 3, 'c', 'staged')
--= a staged task has a due day, a standing one has none
--! INSERT INTO task (plan_id, code, ordinal, text, kind, due_on) VALUES (1, '3', 3, 'c', 'standing', '2022-12-31')
--= a staged task has a due day, a standing one has none
--! INSERT INTO task (plan_id, code, ordinal, text, kind, starts_on, due_on) VALUES (1, '3', 3, 'c', 'staged', '2022-05-02', '2022-05-01')
--= the due day is before the start
--! INSERT INTO task (plan_id, code, ordinal, text, kind) VALUES (1, '3', 3, 'c', 'sometimes')
--= CHECK constraint failed: 任务类别须为阶段性（staged）或长期性（standing） | a task is staged or standing

-- A task is not its own parent, directly or by way of its sub-items; its parent is of the same plan.
--! UPDATE task SET parent_id = 1 WHERE task_id = 1
--= a task can't be its own parent
--! INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text) VALUES (9, 1, 9, '9', 9, 'c')
--= CHECK constraint failed: 任务不能是自己的上级 | a task can't be its own parent
UPDATE task SET parent_id = 1 WHERE task_id = 2;
--! UPDATE task SET parent_id = 2 WHERE task_id = 1
--= 任务不能是自己的上级 | a task can't be its own parent
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text) VALUES (1, 3, '1(1)', 9, 'c')
--= the parent is not a task of the same plan
--! UPDATE task SET parent_id = 3 WHERE task_id = 2
--= the parent is not a task of the same plan
--! INSERT INTO task (plan_id, parent_id, code, ordinal, text) VALUES (1, 77, '1(1)', 9, 'c')
--= the parent is not a task of the same plan

-- Units and leaders.
--! INSERT INTO unit (name) VALUES ('市水利局')
--= UNIQUE constraint failed: unit.name
--! INSERT INTO unit (name, kind) VALUES ('某局', 'office')
--= CHECK constraint failed: kind IN
--! INSERT INTO unit_member VALUES (5, 5)
--= a collective unit can't be its own member
--! INSERT INTO task_unit VALUES (1, 1, 'helper', 1, NULL)
--= CHECK constraint failed: role IN
--! INSERT INTO task_unit VALUES (1, 1, 'lead', 0, NULL)
--= CHECK constraint failed: ordinal >= 1
--! INSERT INTO task_unit VALUES (1, 99, 'lead', 1, NULL)
--= FOREIGN KEY constraint failed
--! INSERT INTO task_leader VALUES (1, 99, 1)
--= FOREIGN KEY constraint failed
--! INSERT INTO leader (name) VALUES ('市政府各位副市长')
--= UNIQUE constraint failed: leader.name

-- A unit is succeeded by a unit, a leader by a leader, nobody by himself, directly or in a circle.
INSERT INTO leader (leader_id, name) VALUES (2, '常务副市长'), (3, '市长');
--! INSERT INTO succession (unit_id, successor_leader_id, from_day) VALUES (1, 2, '2022-07-01')
--= a unit succeeds a unit, a leader a leader
--! INSERT INTO succession (from_day) VALUES ('2022-07-01')
--= a unit succeeds a unit, a leader a leader
--! INSERT INTO succession (unit_id, successor_unit_id, leader_id, successor_leader_id, from_day) VALUES (1, 2, 1, 2, '2022-07-01')
--= a unit succeeds a unit, a leader a leader
--! INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 1, '2022-07-01')
--= nobody succeeds himself
--! INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 1, '2022-07-01')
--= nobody succeeds himself
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 2, '2022-07-01'), (2, 3, '2022-08-01');
INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 2, '2022-07-01'), (2, 3, '2022-08-01');
--! INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (3, 1, '2022-09-01')
--= 接任成环 | the succession would run in a circle
--! INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (3, 1, '2022-09-01')
--= the succession would run in a circle

-- Targets and milestones.
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 2, 1, '公里', 'amount', 40);
--! INSERT INTO target (task_id, ordinal, name, kind, value) VALUES (2, 2, '公里', 'amount', 0)
--= an amount is above zero and compared with >=
--! INSERT INTO target (task_id, ordinal, name, kind, comparison, value) VALUES (2, 2, '公里', 'amount', '<=', 40)
--= an amount is above zero and compared with >=
--! INSERT INTO target (task_id, ordinal, name, kind, comparison, value) VALUES (2, 2, '公里', 'level', '=', 40)
--= CHECK constraint failed: comparison IN
--! INSERT INTO target (task_id, ordinal, name, kind, value) VALUES (2, 2, '公里', 'speed', 40)
--= a target is an amount, a level or a reach
--! INSERT INTO target (task_id, ordinal, name, kind, value, value_high) VALUES (2, 2, '车站', 'reach', 5, 3)
--= the range's upper end is below its lower end
--! INSERT INTO target (task_id, ordinal, name, kind, value) VALUES (2, 1, '公里', 'amount', 40)
--= UNIQUE constraint failed: target.task_id, target.ordinal
--! INSERT INTO target_node (target_id, quarter, value) VALUES (1, '2022Q5', 10)
--= CHECK constraint failed: quarter GLOB
INSERT INTO task_unit VALUES (2, 6, 'lead', 1, NULL);
--! INSERT INTO target_share (target_id, unit_id, value) VALUES (1, 6, -1)
--= a share is not below zero
--! INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES (2, 1, '开工', '2022-03-31', 101)
--= a percent is from 0 to 100
--! INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (2, 1, '开工', '2022-02-29')
--= FOREIGN KEY constraint failed

-- Settings have bounds, and only those that mean something are there.
--! UPDATE setting SET value = 0 WHERE name = 'yellow_lag'
--= the setting is out of its bounds
--! UPDATE setting SET value = 100.1 WHERE name = 'red_lag'
--= the setting is out of its bounds
--! UPDATE setting SET value = 1.5 WHERE name = 'due_soon_days'
--= the setting is out of its bounds
--! UPDATE setting SET value = 0 WHERE name = 'report_due_workdays'
--= the setting is out of its bounds
--! INSERT INTO setting VALUES ('orange_lag', 20)
--= the setting is out of its bounds

-- One successor, so that one answers on every day; single units only.
--! INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-09-01')
--= it has a successor already
--! INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 3, '2022-09-01')
--= 已有接任者
--! INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (5, 4, '2022-09-01')
--= a collective unit neither succeeds nor is succeeded
--! INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (4, 5, '2022-09-01')
--= 统称单位不接任

-- A name means one unit.
INSERT INTO unit_alias (alias, unit_id) VALUES ('市城管执法局', 2);
--! INSERT INTO unit_alias (alias, unit_id) VALUES ('市财政局', 2)
--= the alias is the name of a unit already
--! UPDATE unit_alias SET alias = '市财政局' WHERE alias = '市城管执法局'
--= 该别名已是某单位的名称
--! INSERT INTO unit (name) VALUES ('市城管执法局')
--= the name is an alias of a unit already
--! UPDATE unit SET name = '市城管执法局' WHERE unit_id = 3
--= 该名称已是某单位的别名

-- Members are single units of a collective one; in a task, of one that it names.
--! INSERT INTO unit_member VALUES (3, 6)
--= only a collective unit has members
INSERT INTO unit (unit_id, name, is_collective) VALUES (90, '各部门', 1);
--! INSERT INTO unit_member VALUES (5, 90)
--= 成员须是单个单位
--! INSERT INTO task_unit_member VALUES (1, 90, 6)
--= single units of a collective unit that it names
