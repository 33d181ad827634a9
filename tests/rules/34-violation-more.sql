-- Section 4, violation: the rules of targets, milestones, rounds, decisions, actions, members and names. Each is broken by what
-- undo may do with the triggers off; a sound ledger has no row.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (1, 1, '1', 1, 'a', 'staged', '2022-12-31', NULL), (2, 1, '2', 2, 'b', 'staged', '2022-12-31', '2022-02-01'),
  (3, 1, '3', 3, 'c', 'standing', NULL, NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 5, 'responsible', 1, NULL);
INSERT INTO unit_member VALUES (5, 6);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 1, 1, '公里', 'amount', 40);
INSERT INTO target_share (target_id, unit_id, value, added_on) VALUES (1, 1, 30, '2022-02-01'), (1, 6, 10, '2022-02-01');
INSERT INTO milestone (milestone_id, task_id, ordinal, title, due_on, expected_percent) VALUES
  (1, 1, 1, '开工', '2022-03-31', 10), (2, 1, 2, '完工', '2022-11-30', 90);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q1', 1, 1, '2022-03-31'), (1, '2022Q1', 2, 1, '2022-03-31');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, 1, '2022Q1', 1, 1, '2022-04-06', 10);
INSERT INTO reading VALUES (1, 1, 4);
UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-07', review_note = '示例' WHERE progress_id = 1;
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-09', redo_due_on = '2022-04-20', accepted_on = '2022-04-07', accepted_note = '示例';
INSERT INTO closure (closure_id, task_id, closed_on, basis, reopened_on, reopen_reason) VALUES (1, 2, '2022-05-01', '示例', '2022-06-01', '示例');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, 1, '2022-05-01', 'target', 1, 30, '示例', '示例');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES
  (2, 2, '2022-07-01', 'suspend', '示例', '示例');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES
  (3, 2, '2022-08-01', 'resume', '示例', '示例');
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on) VALUES (1, 1, 6, 'press', '2022-06-01');
UPDATE round SET closed_on = '2022-04-30';
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, is_after_close) VALUES (2, 1, '2022Q1', 1, 2, '2022-05-02', 1);

-- Shares that an adjustment of the target leaves behind it are no violation: they were right when they were set.
--? SELECT * FROM violation

-- The commands look at what is there for later days, so that none makes a row: a close, a division.
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (2, '2022-07-31', '示例')
--= 销号日期之后还有进展、调整或催办
INSERT INTO milestone (milestone_id, task_id, ordinal, title, due_on, added_on) VALUES (9, 3, 1, '示例', '2022-09-30', '2022-06-02');
--! INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, added_on) VALUES (9, 1, 3, '3(1)', 9, 'd', '2022-06-01')
--= 该日或其后上级任务已有进展或其他记录
--! UPDATE plan SET closed_on = '2022-01-31' WHERE plan_id = 1
--= 有任务在该日之后增列
DELETE FROM milestone WHERE milestone_id = 9;
-- And a task that was divided is not closed for a day before it.
INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, added_on) VALUES (9, 1, 3, '3(1)', 9, 'd', '2022-06-01');
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (3, '2022-05-01', '示例')
--= the task has sub-items: close those
DELETE FROM task WHERE task_id = 9;

DROP TRIGGER progress_returned_is_final; DROP TRIGGER progress_is_never_edited; DROP TRIGGER reading_is_never_edited;
DROP TRIGGER round_is_closed_once; DROP TRIGGER round_is_closed_behind_its_entries; DROP TRIGGER closure_is_never_edited;
DROP TRIGGER closure_is_reopened_once; DROP TRIGGER adjustment_is_never_edited; DROP TRIGGER adjustment_is_never_deleted;
DROP TRIGGER action_is_never_edited; DROP TRIGGER action_step_is_recorded_once; DROP TRIGGER target_is_set_before_the_first_entry;
DROP TRIGGER unit_member_with_entries_stays; DROP TRIGGER unit_alias_is_no_name; DROP TRIGGER unit_member_is_of_a_collective;
DROP TRIGGER task_unit_member_is_of_a_collective; DROP TRIGGER task_unit_member_takes_off_nobody;
DROP TRIGGER task_unit_member_with_entries_stays; DROP TRIGGER succession_is_of_single_units; DROP TRIGGER succession_is_once;
DROP TRIGGER setting_stays_within_its_bounds; DROP TRIGGER task_part_comes_after_the_entries;
DROP TRIGGER task_part_is_of_an_open_task; DROP TRIGGER bulletin_is_never_edited;

-- A setting beyond its bounds; 10.5 workdays.
UPDATE setting SET value = 0 WHERE name = 'yellow_lag';
--? SELECT rule, table_name, record, meaning FROM violation
--= setting_is_within_its_bounds|setting|yellow_lag|设置值超出范围 | a setting out of its bounds
UPDATE setting SET value = 10 WHERE name = 'yellow_lag';
UPDATE setting SET value = 10.5 WHERE name = 'report_due_workdays';
--? SELECT rule, record FROM violation
--= setting_is_within_its_bounds|report_due_workdays
UPDATE setting SET value = 5 WHERE name = 'report_due_workdays';

-- The round that an entry came after the close of is open again, or its close is a day later; the entry isn't marked; a round
-- closed before what it asked for.
UPDATE round SET closed_on = NULL;
--? SELECT rule, code, record FROM violation
--= progress_after_the_close_is_marked|1|2022Q1 #2
UPDATE round SET closed_on = '2022-05-03';
--? SELECT rule, code, record FROM violation
--= progress_after_the_close_is_marked|1|2022Q1 #2
UPDATE round SET closed_on = '2022-04-30';
UPDATE progress SET is_after_close = 0 WHERE progress_id = 2;
--? SELECT rule, code, record FROM violation
--= round_is_closed_behind_its_entries|1|2022Q1 #2
UPDATE progress SET is_after_close = 1 WHERE progress_id = 2;
UPDATE request SET asked_on = '2022-05-01' WHERE task_id = 2;
--? SELECT rule, code, record FROM violation
--= request_is_of_an_open_round|2|2022Q1 1
UPDATE request SET asked_on = '2022-04-30' WHERE task_id = 2;
--? SELECT rule, code, record FROM violation
UPDATE request SET asked_on = '2022-03-31' WHERE task_id = 2;

-- An acceptance kept of an entry that wasn't returned.
UPDATE progress SET review = NULL, reviewed_on = NULL, redo_due_on = NULL WHERE progress_id = 1;
--? SELECT rule, code, record FROM violation
--= progress_acceptance_is_no_afterthought|1|2022Q1 #1
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-09' WHERE progress_id = 1;

-- Amounts below nothing.
UPDATE reading SET value = -1;
--? SELECT rule, code, record FROM violation
--= reading_of_an_amount_is_not_negative|1|2022Q1 #1 公里
UPDATE reading SET value = 4;
UPDATE adjustment SET new_value = 0 WHERE adjustment_id = 1;
--? SELECT rule, code, record FROM violation
--= adjustment_amount_is_above_zero|1|2022-05-01
UPDATE adjustment SET new_value = 30 WHERE adjustment_id = 1;

-- Task 2 was added on 2022-02-01: nothing of it before; no decision while it was closed.
UPDATE closure SET closed_on = '2022-01-31';
--? SELECT rule, code, record FROM violation
--= closure_is_after_the_start|2|2022-01-31
UPDATE closure SET closed_on = '2022-05-01';
UPDATE adjustment SET decided_on = '2022-01-31' WHERE adjustment_id = 2;
--? SELECT rule, code, record FROM violation
--= adjustment_is_after_the_start|2|2022-01-31
UPDATE adjustment SET decided_on = '2022-05-31' WHERE adjustment_id = 2;
--? SELECT rule, code, record FROM violation
--= adjustment_is_of_an_unclosed_task|2|2022-05-31
UPDATE adjustment SET decided_on = '2022-07-01' WHERE adjustment_id = 2;
-- A resumption whose suspension is gone; the resumption between two suspensions, and the suspension between two resumptions.
UPDATE adjustment SET decided_on = '2022-08-02' WHERE adjustment_id = 2;
--? SELECT rule, code, record FROM violation
--= adjustment_suspends_and_resumes_in_turn|2|2022-08-01
UPDATE adjustment SET decided_on = '2022-07-01' WHERE adjustment_id = 2;
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (4, 2, '2022-09-01', 'suspend', '示例', '示例');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (5, 2, '2022-10-01', 'resume', '示例', '示例');
--? SELECT rule FROM violation
DELETE FROM adjustment WHERE adjustment_id = 3;
--? SELECT rule, code, record FROM violation
--= adjustment_suspends_and_resumes_in_turn|2|2022-09-01
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (3, 2, '2022-08-01', 'resume', '示例', '示例');
DELETE FROM adjustment WHERE adjustment_id = 4;
--? SELECT rule, code, record FROM violation
--= adjustment_suspends_and_resumes_in_turn|2|2022-10-01
DELETE FROM adjustment WHERE adjustment_id = 5;
-- What was entered for days before is judged by those days: suspended and resumed in June, entered after July and August.
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (6, 2, '2022-06-10', 'suspend', '示例', '示例');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (7, 2, '2022-06-20', 'resume', '示例', '示例');
--? SELECT rule FROM violation
DELETE FROM adjustment WHERE adjustment_id > 3;

-- Actions: before the task, to a unit that isn't one of it; only chasing, pressing and supervising want that.
UPDATE action SET task_id = 2, unit_id = 1, issued_on = '2022-01-31';
--? SELECT rule, code, record FROM violation
--= action_suits_its_task|2|press 2022-01-31
UPDATE action SET unit_id = 4, issued_on = '2022-07-01';
--? SELECT rule, code, record FROM violation
--= action_suits_its_task|2|press 2022-07-01
UPDATE action SET kind = 'meeting';
--? SELECT rule FROM violation
UPDATE action SET task_id = 1, unit_id = 6, kind = 'press';

-- Pressed while it was closed, from the day after the closing to the day before the reopening: not a task's meeting.
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on) VALUES (2, 2, 1, 'press', '2022-06-01');
--? SELECT rule FROM violation
UPDATE action SET issued_on = '2022-05-31' WHERE action_id = 2;
--? SELECT rule, code, record FROM violation
--= action_suits_its_task|2|press 2022-05-31
UPDATE action SET issued_on = '2022-05-01' WHERE action_id = 2;
--? SELECT rule FROM violation
UPDATE action SET issued_on = '2022-05-31', kind = 'meeting' WHERE action_id = 2;
--? SELECT rule FROM violation
DROP TRIGGER action_is_never_deleted;
DELETE FROM action WHERE action_id = 2;

-- A member gone that has a share and was pressed.
DELETE FROM unit_member;
--? SELECT rule, code, record FROM violation ORDER BY rule
--= action_suits_its_task|1|press 2022-07-01
--= target_share_is_of_a_unit_of_the_task|1|公里 东阿县人民政府
INSERT INTO unit_member VALUES (5, 6);

-- Shares: of what doesn't add up; together more than the target was ever worth.
UPDATE target SET kind = 'level';
--? SELECT DISTINCT rule, code FROM violation
--= target_share_is_of_a_sum|1
UPDATE target SET kind = 'amount';
UPDATE target_share SET value = 10.5 WHERE unit_id = 6;
--? SELECT rule, code, record FROM violation
--= shares_are_within_the_target|1|公里
UPDATE target_share SET value = 10 WHERE unit_id = 6;
-- Also between two days, before the last share takes the excess back.
INSERT INTO target_share (target_id, unit_id, value, added_on) VALUES (1, 6, 11, '2022-03-01'), (1, 6, 9, '2022-05-01');
--? SELECT rule, code, record FROM violation
--= shares_are_within_the_target|1|公里
UPDATE target_share SET value = 10 WHERE added_on = '2022-03-01';
--? SELECT rule FROM violation

-- Milestones: before the start, beyond the due day of their day and what it was put off to by then, falling.
UPDATE task SET starts_on = '2022-04-01' WHERE task_id = 1;
--? SELECT rule, code, record FROM violation
--= milestone_is_after_the_start|1|1 开工
UPDATE task SET starts_on = NULL, due_on = '2022-11-29' WHERE task_id = 1;
--? SELECT rule, code, record FROM violation
--= milestone_is_within_the_due_day|1|2 完工
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, new_due_on, reason, authority) VALUES (9, 1, '2022-05-01', 'due', '2022-12-31', '示例', '示例');
UPDATE milestone SET added_on = '2022-05-01' WHERE milestone_id = 2;
--? SELECT rule FROM violation
UPDATE milestone SET added_on = '2022-04-30' WHERE milestone_id = 2;
--? SELECT rule, code, record FROM violation
--= milestone_is_within_the_due_day|1|2 完工
DELETE FROM adjustment WHERE adjustment_id = 9;
UPDATE task SET due_on = '2022-12-31' WHERE task_id = 1;
UPDATE milestone SET expected_percent = 5 WHERE milestone_id = 2;
--? SELECT rule, code, record FROM violation
--= milestone_percents_do_not_fall|1|2 完工
UPDATE milestone SET expected_percent = 90 WHERE milestone_id = 2;

-- A divided task: what came after its division; a division while it was closed. On the very day it may be either.
UPDATE task SET parent_id = 2, added_on = '2022-03-30' WHERE task_id = 3;
--? SELECT rule, code, record FROM violation ORDER BY rule
--= adjustment_is_of_a_leaf|2|2022-07-01
--= adjustment_is_of_a_leaf|2|2022-08-01
--= closure_is_of_a_leaf|2|2022-05-01
--= request_is_of_a_leaf|2|2022Q1 1
DELETE FROM adjustment WHERE task_id = 2;
UPDATE task SET added_on = '2022-05-01' WHERE task_id = 3;
--? SELECT rule, code FROM violation
--= task_part_is_of_an_open_task|3
UPDATE task SET added_on = '2022-06-01' WHERE task_id = 3;
--? SELECT rule FROM violation
UPDATE target SET task_id = 2, added_on = '2022-06-02';
UPDATE milestone SET task_id = 2, added_on = '2022-06-02' WHERE milestone_id = 2;
--? SELECT rule, code, record FROM violation WHERE rule GLOB '*_is_of_a_leaf' ORDER BY rule
--= milestone_is_of_a_leaf|2|2 完工
--= target_is_of_a_leaf|2|公里
UPDATE target SET task_id = 1, added_on = '2020-01-01';
UPDATE milestone SET task_id = 1, added_on = '2020-01-01';

-- A task added to a plan that was closed before; a part of one is no new task.
UPDATE plan SET closed_on = '2022-05-31' WHERE plan_id = 1;
--? SELECT rule FROM violation
UPDATE task SET parent_id = NULL WHERE task_id = 3;
--? SELECT rule, code FROM violation
--= task_is_of_an_unclosed_plan|3
UPDATE task SET added_on = NULL WHERE task_id = 3;

-- Names, members, successions.
INSERT INTO unit_alias VALUES ('市城管局', 2, NULL);
--? SELECT rule, record FROM violation
--= unit_alias_is_no_name|市城管局
DELETE FROM unit_alias WHERE alias = '市城管局';
INSERT INTO unit_member VALUES (1, 2);
--? SELECT rule, table_name FROM violation
--= unit_member_is_of_a_collective|unit_member
DELETE FROM unit_member WHERE collective_id = 1;
INSERT INTO task_unit_member VALUES (2, 5, 6);
--? SELECT rule, code FROM violation
--= task_unit_member_is_of_a_collective|2
DELETE FROM task_unit_member;
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (5, 2, '2022-05-01');
--? SELECT DISTINCT rule FROM violation
--= succession_is_of_single_units
DELETE FROM succession;
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 2, '2022-05-01'), (1, 3, '2022-06-01');
--? SELECT rule, record FROM violation
--= succession_is_once|市水利局
DELETE FROM succession;

-- A bulletin whose round was opened after its day, or not at all; one dated before that with the lower number.
INSERT INTO bulletin (bulletin_id, number, quarter, issued_on) VALUES
  (1, '示〔2022〕1号', '2022Q1', '2022-04-15'), (2, '示〔2022〕2号', '2022Q1', '2022-04-15');
--? SELECT * FROM violation
UPDATE bulletin SET quarter = '2022Q2' WHERE bulletin_id = 2;
--? SELECT rule, table_name, record FROM violation
--= bulletin_is_of_an_opened_round|bulletin|示〔2022〕2号
UPDATE bulletin SET quarter = '2022Q1', issued_on = '2022-04-14' WHERE bulletin_id = 2;
--? SELECT rule, table_name, record FROM violation
--= bulletins_are_issued_in_order|bulletin|示〔2022〕2号
UPDATE bulletin SET issued_on = '2022-03-30';
--? SELECT rule, record FROM violation ORDER BY record
--= bulletin_is_of_an_opened_round|示〔2022〕1号
--= bulletin_is_of_an_opened_round|示〔2022〕2号
