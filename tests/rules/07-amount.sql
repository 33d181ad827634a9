-- Rule 7, amount 累计: lag = 100 x (node - reading) / value; node is the target_node of the newest quarter not after the
-- reference quarter, else value x share / 100. Only targets with a reading, under a round that judges.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, starts_on, due_on) VALUES
  (1, 1, '1', 1, 'a straight line', 'staged', NULL, '2022-12-31'),
  (2, 1, '2', 2, 'nodes for Q1 and Q3', 'staged', NULL, '2022-12-31'),
  (3, 1, '3', 3, 'a node for Q2', 'staged', NULL, '2022-12-31'),
  (4, 1, '4', 4, 'milestones expect 60, the straight line 25', 'staged', NULL, '2022-12-31'),
  (5, 1, '5', 5, 'standing, with a start of its own: the plan''s span counts', 'standing', '2022-03-01', NULL),
  (6, 1, '6', 6, 'no reading', 'staged', NULL, '2022-12-31'),
  (7, 1, '7', 7, 'due by the cutoff', 'staged', NULL, '2022-03-31'),
  (8, 1, '8', 8, 'ahead', 'staged', NULL, '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) SELECT task_id, task_id, 1, '公里', 'amount', 200 FROM task;
INSERT INTO target_node (target_id, quarter, value) VALUES (2, '2022Q1', 20), (2, '2022Q3', 180), (3, '2022Q2', 150);
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES (4, 1, '开工', '2022-03-01', 60);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent)
SELECT task_id, task_id, '2022Q1', 1, 1, '2022-04-06', 25 FROM task;
INSERT INTO reading (progress_id, target_id, value)
SELECT task_id, task_id, iif(task_id = 8, 80, 30) FROM task WHERE task_id <> 6;

-- Nothing is judged before there is a reference quarter.
--? SELECT count(*) FROM target_status WHERE as_of = '2022-04-08' AND lag IS NULL AND is_lagging = 0
--= 8

-- Q1, share 25, so 50 of 200; 30 reached. 1: 20/200. 2: node 20, so ahead by 10/200. 3: its node is later, so as 1.
-- 4: the straight line, not the milestones. 5: as 1. 7: share 100, 170/200. 8: ahead by 30/200.
--? SELECT task_id, reading, node, lag FROM target_status WHERE as_of = '2022-04-09' AND task_id <> 6 ORDER BY task_id
--= 1|30.0|50.0|10.0
--= 2|30.0|20.0|-5.0
--= 3|30.0|50.0|10.0
--= 4|30.0|50.0|10.0
--= 5|30.0|50.0|10.0
--= 7|30.0|200.0|85.0
--= 8|80.0|50.0|-15.0
--? SELECT reading, lag, is_lagging FROM target_status WHERE as_of = '2022-04-09' AND task_id = 6
--= NULL|NULL|0

-- Q2, Q3 and Q4 with the reading of Q1: the node of Q1 holds in Q2, that of Q2 in Q3, that of Q3 in Q4.
--? SELECT as_of, task_id, node, lag FROM target_status WHERE as_of IN ('2022-07-08', '2022-10-13', '2023-01-10')
--+ AND task_id <= 3 ORDER BY as_of, task_id
--= 2022-07-08|1|100.0|35.0
--= 2022-07-08|2|20.0|-5.0
--= 2022-07-08|3|150.0|60.0
--= 2022-10-13|1|150.0|60.0
--= 2022-10-13|2|180.0|75.0
--= 2022-10-13|3|150.0|60.0
--= 2023-01-10|1|200.0|85.0
--= 2023-01-10|2|180.0|75.0
--= 2023-01-10|3|150.0|60.0

-- The standing task has no expected_percent, but its target lags along the plan's span, to its end and not beyond.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');
INSERT INTO request VALUES (1, '2023Q1', 5, 1, '2023-03-31', NULL);
--? SELECT as_of, expected_percent, lag FROM task_status WHERE task_id = 5 AND as_of IN ('2022-04-09', '2023-01-10', '2023-04-11')
--+ ORDER BY as_of
--= 2022-04-09|NULL|10.0
--= 2023-01-10|NULL|85.0
--= 2023-04-11|NULL|85.0

-- The value is that at D: 30 of 120 is just the straight line.
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, '2022-05-01', 'target', 1, 120, '示例', '市政府');
--? SELECT as_of, value, node, lag FROM target_status WHERE task_id = 1 AND as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of
--= 2022-04-30|200.0|50.0|10.0
--= 2022-05-01|120.0|30.0|0.0

-- A round that does not judge progress judges no target.
UPDATE round SET judges_progress = 0 WHERE quarter = '2022Q2';
--? SELECT as_of, count(lag), sum(is_lagging) FROM target_status WHERE as_of = '2022-07-08' GROUP BY as_of
--= 2022-07-08|0|0
