-- Rule 6: where milestones carry an expected_percent and the due day is after C, expected_percent is that of the last one
-- due by C, 0 before the first; else the share. A standing task has none.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'milestones with a percent, and one without', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'the first one due the day after the cutoff', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'milestones without a percent', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'standing', 'standing', NULL),
  (5, 1, '5', 5, 'due on the cutoff', 'staged', '2022-06-30');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES
  (1, 1, '可研', '2022-01-31', 5), (1, 2, '开工', '2022-03-31', 10), (1, 3, '主体', '2022-06-30', 60),
  (1, 4, '验收', '2022-08-31', NULL), (1, 5, '投用', '2022-12-20', 90),
  (2, 1, '开工', '2022-04-01', 30),
  (3, 1, '开工', '2022-03-31', NULL),
  (4, 1, '开工', '2022-03-31', 50),
  (5, 1, '开工', '2022-03-31', 20), (5, 2, '主体', '2022-06-15', 70);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);

-- 1: the one due on the cutoff counts; at the end of September still that of June; at the end, the due day is not after C.
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-04-08', '2022-04-09', '2022-07-08', '2022-10-13', '2023-01-10') ORDER BY as_of
--= 2022-04-08|NULL
--= 2022-04-09|10.0
--= 2022-07-08|60.0
--= 2022-10-13|60.0
--= 2023-01-10|100.0
--? SELECT task_id, expected_percent FROM task_status WHERE as_of = '2022-04-09' AND task_id > 1 ORDER BY task_id
--= 2|0.0
--= 3|25.0
--= 4|NULL
--= 5|20.0
--? SELECT task_id, expected_percent FROM task_status WHERE as_of = '2022-07-08' AND task_id > 1 ORDER BY task_id
--= 2|30.0
--= 3|50.0
--= 4|NULL
--= 5|100.0

-- Put off beyond the cutoff, the milestones of task 5 count again.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (5, '2022-08-01', 'due', '2022-09-30', '示例', '市政府');
--? SELECT as_of, expected_percent FROM task_status WHERE task_id = 5 AND as_of IN ('2022-07-31', '2022-08-01', '2022-10-13')
--+ ORDER BY as_of
--= 2022-07-31|100.0
--= 2022-08-01|70.0
--= 2022-10-13|100.0

-- A round that does not judge expects nothing of milestones either.
UPDATE round SET judges_progress = 0 WHERE quarter = '2022Q1';
--? SELECT expected_percent FROM task_status WHERE task_id = 1 AND as_of = '2022-04-09'
--= NULL
