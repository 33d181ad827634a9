-- Rule 17: opening a quarter opens a round for every plan that has open tasks and asks the first lead unit of every leaf task
-- that is open on that day, has started by the cutoff, and doesn't await acceptance. report_due_on is the fifth workday
-- after the later of the quarter's end and the opening. The library writes what opening and opening_request list.

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, starts_on, due_on, added_on) VALUES
  (1, 1, NULL, '1', 1, 'open', 'staged', NULL, '2022-12-31', NULL),
  (2, 1, NULL, '2', 2, 'standing', 'standing', NULL, NULL, NULL),
  (3, 1, NULL, '3', 3, 'split from the start', 'standing', NULL, NULL, NULL),
  (4, 1, 3, '3(1)', 4, 'its sub-item', 'standing', NULL, NULL, NULL),
  (5, 1, NULL, '4', 5, 'closed', 'standing', NULL, NULL, NULL),
  (6, 1, NULL, '5', 6, 'suspended', 'standing', NULL, NULL, NULL),
  (7, 1, NULL, '6', 7, 'starts on the cutoff', 'standing', '2022-03-31', NULL, NULL),
  (8, 1, NULL, '7', 8, 'starts the day after', 'standing', '2022-04-01', NULL, NULL),
  (9, 1, NULL, '8', 9, 'awaits acceptance', 'staged', NULL, '2022-12-31', NULL),
  (10, 1, NULL, '9', 10, 'overdue', 'staged', NULL, '2022-02-28', NULL),
  (11, 1, NULL, '10', 11, 'added in April', 'standing', NULL, NULL, '2022-04-15');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit SELECT task_id, 2, 'lead', 2, NULL FROM task;
INSERT INTO task_unit SELECT task_id, 3, 'responsible', 1, NULL FROM task;
INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES (5, '2022-03-31', '示例', '2022-04-18', '示例');
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (6, '2022-03-31', 'suspend', '示例', '市政府'), (6, '2022-04-19', 'resume', '示例', '市政府');

-- The days, over Qingming with its workday Saturday, the National Day week with two of them, and the New Year.
--? SELECT as_of, quarter, plan_id, cutoff_on, report_due_on FROM opening
--+ WHERE quarter = '2022Q1' AND as_of IN ('2022-03-15', '2022-03-31', '2022-04-20') ORDER BY as_of
--= 2022-03-15|2022Q1|1|2022-03-31|2022-04-08
--= 2022-03-31|2022Q1|1|2022-03-31|2022-04-08
--= 2022-04-20|2022Q1|1|2022-03-31|2022-04-26
--? SELECT as_of, quarter, plan_id, cutoff_on, report_due_on FROM opening
--+ WHERE quarter IN ('2022Q2', '2022Q3', '2022Q4') AND as_of IN ('2022-06-30', '2022-09-30', '2022-12-31')
--+ AND as_of = cutoff_on ORDER BY as_of
--= 2022-06-30|2022Q2|1|2022-06-30|2022-07-07
--= 2022-09-30|2022Q3|1|2022-09-30|2022-10-12
--= 2022-12-31|2022Q4|1|2022-12-31|2023-01-09

-- The settings are those of the day it opens.
--? SELECT yellow_lag, red_lag, due_soon_days FROM opening WHERE as_of = '2022-03-31' AND quarter = '2022Q1'
--= 10.0|30.0|30
UPDATE setting SET value = 3 WHERE name = 'report_due_workdays';
UPDATE setting SET value = 5 WHERE name = 'yellow_lag';
UPDATE setting SET value = 20 WHERE name = 'red_lag';
UPDATE setting SET value = 15 WHERE name = 'due_soon_days';
--? SELECT report_due_on, yellow_lag, red_lag, due_soon_days FROM opening WHERE as_of = '2022-03-31' AND quarter = '2022Q1'
--= 2022-04-06|5.0|20.0|15

-- The first opening, on 31 March, after task 9 was reported done in an early round.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, 9, '2022Q1', 1, 1, '2022-03-20', 100, 'done');
--? SELECT plan_id, task_id, unit_id FROM opening_request WHERE as_of = '2022-03-31' AND quarter = '2022Q1' ORDER BY task_id
--= 1|1|1
--= 1|2|1
--= 1|4|1
--= 1|7|1
--= 1|10|1
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)
SELECT plan_id, quarter, task_id, unit_id, as_of FROM opening_request WHERE as_of = '2022-03-31' AND quarter = '2022Q1';

-- Opened again the same day it asks for nothing.
--? SELECT count(*) FROM opening_request WHERE as_of = '2022-03-31' AND quarter = '2022Q1'
--= 0
-- Opened again on 20 April it asks for what is new: reopened, resumed, returned, added. Task 8 hasn't started by the cutoff.
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-20' WHERE progress_id = 1;
--? SELECT task_id FROM opening_request WHERE as_of = '2022-04-19' AND quarter = '2022Q1' ORDER BY task_id
--= 5
--= 6
--= 11
--? SELECT task_id FROM opening_request WHERE as_of = '2022-04-20' AND quarter = '2022Q1' ORDER BY task_id
--= 5
--= 6
--= 9
--= 11

-- A contribution asked of another unit is no request of the lead unit.
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q1', 11, 3, '2022-04-16');
--? SELECT count(*) FROM opening_request WHERE as_of = '2022-04-20' AND quarter = '2022Q1' AND task_id = 11
--= 1

-- The next quarter asks the unit that answers on that day, of every task that has started; not again after a succession.
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-06-01'), (4, 3, '2022-07-05');
--? SELECT DISTINCT unit_id FROM opening_request WHERE as_of = '2022-05-31' AND quarter = '2022Q2'
--= 1
--? SELECT group_concat(task_id, ' '), min(unit_id), max(unit_id) FROM (SELECT * FROM opening_request
--+ WHERE as_of = '2022-06-30' AND quarter = '2022Q2' ORDER BY task_id)
--= 1 2 4 5 6 7 8 9 10 11|4|4
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)
SELECT plan_id, quarter, task_id, unit_id, as_of FROM opening_request WHERE as_of = '2022-06-30' AND quarter = '2022Q2';
--? SELECT count(*) FROM opening_request WHERE as_of = '2022-07-06' AND quarter = '2022Q2'
--= 0
