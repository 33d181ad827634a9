-- The worked example at the end of the rules: task 172, 38.8 公里, rounds 2022Q1 and 2022Q2 opened on the quarters' last days.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, starts_on, due_on) VALUES
  (172, 1, '172', 172, '新建改造供热管网38.8公里', 'staged', '2022-01-01', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES (172, 2, 'lead', 1);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure) VALUES (1, 172, 1, '管网', 'amount', 38.8, '公里');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on)
SELECT plan_id, quarter, as_of, cutoff_on, report_due_on FROM opening
WHERE as_of IN ('2022-03-31', '2022-06-30') AND quarter IN ('2022Q1', '2022Q2') AND as_of = cutoff_on;
--? SELECT quarter, report_due_on FROM round
--= 2022Q1|2022-04-08
--= 2022Q2|2022-07-07
INSERT INTO request SELECT plan_id, quarter, 172, 2, opened_on, NULL FROM round;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 172, '2022Q1', 2, 1, '2022-04-06', 10),
  (2, 172, '2022Q2', 2, 1, '2022-07-11', 45);
INSERT INTO reading (progress_id, target_id, value) VALUES (1, 1, 3.9), (2, 1, 17.5);

-- No reference quarter, grey.
--? SELECT quarter, expected_percent, lag, lamp FROM task_status WHERE task_id = 172 AND as_of = '2022-04-07'
--= NULL|NULL|NULL|grey
-- Expected 25, lag 15, yellow.
--? SELECT quarter, expected_percent, percent, lag, is_lagging, lamp FROM task_status WHERE task_id = 172 AND as_of = '2022-04-09'
--= 2022Q1|25.0|10.0|15.0|1|yellow
-- By the target it is 100 x (9.7 - 3.9) / 38.8.
--? SELECT node, round(lag, 3) FROM target_status WHERE task_id = 172 AND as_of = '2022-04-09'
--= 9.7|14.948
-- Q2 missing, expected 50, lag 40, red.
--? SELECT quarter, is_missing, expected_percent, lag, lamp FROM task_status WHERE task_id = 172 AND as_of = '2022-07-08'
--= 2022Q2|1|50.0|40.0|red
-- Lag 5, late, green.
--? SELECT is_missing, is_late, lag, lamp FROM task_status WHERE task_id = 172 AND as_of = '2022-07-12'
--= 0|1|5.0|green
--? SELECT node, round(lag, 3) FROM target_status WHERE task_id = 172 AND as_of = '2022-07-12'
--= 19.4|4.897
-- Overdue by 1 day, red.
--? SELECT as_of, is_overdue, days_overdue, awaits_return, lamp FROM task_status WHERE task_id = 172
--+ AND as_of IN ('2022-12-31', '2023-01-01') ORDER BY as_of
--= 2022-12-31|0|NULL|0|green
--= 2023-01-01|1|1|0|red

-- Had Q4's round been open (due 2023-01-09) and Q3 returned in time: awaits_return, yellow, and red from 2023-01-10.
SAVEPOINT as_it_was;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on)
SELECT plan_id, quarter, as_of, cutoff_on, report_due_on FROM opening
WHERE as_of IN ('2022-09-30', '2022-12-31') AND quarter IN ('2022Q3', '2022Q4') AND as_of = cutoff_on;
INSERT INTO request SELECT plan_id, quarter, 172, 2, opened_on, NULL FROM round WHERE quarter > '2022Q2';
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (3, 172, '2022Q3', 2, 1, '2022-10-11', 70);
INSERT INTO reading (progress_id, target_id, value) VALUES (3, 1, 27.2);
--? SELECT report_due_on FROM round WHERE quarter = '2022Q4'
--= 2023-01-09
--? SELECT as_of, quarter, days_overdue, awaits_return, is_missing, lamp FROM task_status WHERE task_id = 172
--+ AND as_of IN ('2022-12-31', '2023-01-01', '2023-01-09', '2023-01-10') ORDER BY as_of
--= 2022-12-31|2022Q3|NULL|0|0|green
--= 2023-01-01|2022Q3|1|1|0|yellow
--= 2023-01-09|2022Q3|9|1|0|yellow
--= 2023-01-10|2022Q4|10|0|1|red
ROLLBACK TO as_it_was;

-- With a due adjustment decided 2022-11-20 to 2023-03-31: expected 40, lag -5, green.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (172, '2022-11-20', 'due', '2023-03-31', '示例', '市政府');
--? SELECT as_of, due_on, expected_percent, lag, lamp FROM task_status WHERE task_id = 172
--+ AND as_of IN ('2022-11-19', '2022-12-01') ORDER BY as_of
--= 2022-11-19|2022-12-31|50.0|5.0|green
--= 2022-12-01|2023-03-31|40.0|-5.0|green
--? SELECT is_overdue, lamp FROM task_status WHERE task_id = 172 AND as_of = '2023-01-01'
--= 0|green
