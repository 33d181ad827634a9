-- Rule 6: the share at the reference quarter's cutoff C: 100 when the due day is not after C, else the elapsed part of the
-- span in months, within 0 to 100. expected_percent of a staged task without milestones is the share.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, starts_on, due_on) VALUES
  (1, 1, '1', 1, 'year-long', 'staged', NULL, '2022-12-31'),
  (2, 1, '2', 2, 'due on the cutoff', 'staged', NULL, '2022-03-31'),
  (3, 1, '3', 3, 'due the day after the cutoff', 'staged', NULL, '2022-04-01'),
  (4, 1, '4', 4, 'half a year', 'staged', NULL, '2022-06-30'),
  (5, 1, '5', 5, 'starts after the first cutoff', 'staged', '2022-04-01', '2022-12-31'),
  (6, 1, '6', 6, 'starts long after it', 'staged', '2022-08-01', '2022-12-31'),
  (7, 1, '7', 7, 'from the middle of a month', 'staged', '2022-01-16', '2022-06-30'),
  (8, 1, '8', 8, 'into the next year', 'staged', NULL, '2023-03-31'),
  (9, 1, '9', 9, 'due in the middle of a month', 'staged', NULL, '2022-09-15'),
  (10, 1, '10', 10, 'standing', 'standing', NULL, NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09'),
  (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);

-- A year-long task is at exactly 25, 50, 75 and 100, whole days between changing nothing.
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 1 AND as_of IN ('2022-04-08', '2022-04-09',
--+ '2022-07-07', '2022-07-08', '2022-10-12', '2022-10-13', '2023-01-09', '2023-01-10', '2023-04-11') ORDER BY as_of
--= 2022-04-08|NULL
--= 2022-04-09|25.0
--= 2022-07-07|25.0
--= 2022-07-08|50.0
--= 2022-10-12|50.0
--= 2022-10-13|75.0
--= 2023-01-09|75.0
--= 2023-01-10|100.0
--= 2023-04-11|100.0

-- At C = 31 March, which is month 3 of the year:
-- 2: due not after C. 3: 3 / (3 + 1/30) = 90/91. 4: 3/6. 5: 0/9. 6: before its start, never below 0.
-- 7: January has 31 days, so it starts at month 15/31: (3 - 15/31) / (6 - 15/31) = 78/171.
-- 8: 3/15. 9: September has 30 days, its 15th ends at month 8.5: 3/8.5.
--? SELECT task_id, round(expected_percent, 6) FROM task_status WHERE as_of = '2022-04-09' AND task_id > 1 ORDER BY task_id
--= 2|100.0
--= 3|98.901099
--= 4|50.0
--= 5|0.0
--= 6|0.0
--= 7|45.614035
--= 8|20.0
--= 9|35.294118
--= 10|NULL

-- At C = 30 June. 3 and 4: due by then. 5: 3/9. 7: due by then. 8: 6/15. 9: 6/8.5.
--? SELECT task_id, round(expected_percent, 6) FROM task_status WHERE as_of = '2022-07-08' AND task_id > 1 ORDER BY task_id
--= 2|100.0
--= 3|100.0
--= 4|100.0
--= 5|33.333333
--= 6|0.0
--= 7|100.0
--= 8|40.0
--= 9|70.588235
--= 10|NULL

-- Over the turn of the year: 8 at 12/15, then due on the cutoff.
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 8 AND as_of IN ('2023-01-10', '2023-04-11') ORDER BY as_of
--= 2023-01-10|80.0
--= 2023-04-11|100.0

-- The due day is that at D: 31 March 2023 from 20 May on, 3/12 becomes 3/15.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-05-20', 'due', '2023-03-31', '示例', '市政府');
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 1 AND as_of IN ('2022-05-19', '2022-05-20') ORDER BY as_of
--= 2022-05-19|25.0
--= 2022-05-20|20.0

-- A round that does not judge progress expects nothing, also where an earlier one did.
UPDATE round SET judges_progress = 0 WHERE quarter = '2022Q2';
--? SELECT as_of, expected_percent, lag, is_missing FROM task_status WHERE task_id = 4
--+ AND as_of IN ('2022-04-09', '2022-07-08', '2022-10-13') ORDER BY as_of
--= 2022-04-09|50.0|50.0|1
--= 2022-07-08|NULL|NULL|1
--= 2022-10-13|100.0|100.0|1

-- A day that a script has put into the calendar says where it begins; its end is reckoned from the days of its month.
-- 3 of 12 months, and 9 of 15 once the task was put off to March.
INSERT OR REPLACE INTO calendar (day, quarter, is_workday, holiday, month_position)
SELECT day, quarter, is_workday, holiday, month_position FROM calendar WHERE day IN ('2022-03-31', '2022-09-30', '2022-12-31', '2023-03-31');
--? SELECT count(*) FROM calendar WHERE month_position_after IS NULL
--= 4
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 1 AND as_of IN ('2022-04-09', '2022-10-13') ORDER BY as_of
--= 2022-04-09|25.0
--= 2022-10-13|60.0
