-- Rule 8: lag is the largest of expected_percent - percent and the amount targets' lags; is_lagging when it is yellow_lag
-- or more, a level or reach target lags, or the state is behind, difficult or not_started. Comparisons allow 1e-6.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'by exactly 10', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'by 9.99', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'by a ten-millionth less than 10', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'a target lags more than the percent', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'a target lags less than the percent', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'the worse of two targets', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'neither percent nor reading', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'no entry', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'standing, no target', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES
  (1, 4, 1, '公里', 'amount', 100), (2, 5, 1, '公里', 'amount', 100),
  (3, 6, 1, '公里', 'amount', 100), (4, 6, 2, '公里', 'amount', 200);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 15),
  (2, 2, '2022Q1', 1, 1, '2022-04-06', 15.01),
  (3, 3, '2022Q1', 1, 1, '2022-04-06', 15.0000001),
  (4, 4, '2022Q1', 1, 1, '2022-04-06', 20),
  (5, 5, '2022Q1', 1, 1, '2022-04-06', 10),
  (6, 6, '2022Q1', 1, 1, '2022-04-06', 25),
  (7, 7, '2022Q1', 1, 1, '2022-04-06', NULL),
  (9, 9, '2022Q1', 1, 1, '2022-04-06', 1);
-- Expected 25 of 100, 50 of 200.
INSERT INTO reading (progress_id, target_id, value) VALUES (4, 1, 13), (5, 2, 13), (6, 3, 22), (6, 4, 26);

-- 4: 5 and 12. 5: 15 and 12. 6: 0, 3 and 24/200. 9: 1 % of a task that nothing is expected of.
--? SELECT task_id, round(lag, 6), is_lagging FROM task_status WHERE as_of = '2022-04-09' ORDER BY task_id
--= 1|10.0|1
--= 2|9.99|0
--= 3|10.0|1
--= 4|12.0|1
--= 5|15.0|1
--= 6|12.0|1
--= 7|NULL|0
--= 8|25.0|1
--= 9|NULL|0
--? SELECT count(*) FROM task_status WHERE as_of = '2022-04-08' AND (lag IS NOT NULL OR is_lagging)
--= 0

-- The threshold is the reference quarter's round's.
UPDATE round SET yellow_lag = 12;
--? SELECT group_concat(task_id, ' ') FROM (SELECT task_id FROM task_status WHERE as_of = '2022-04-09' AND is_lagging ORDER BY task_id)
--= 4 5 6 8
UPDATE round SET yellow_lag = 9.99;
--? SELECT group_concat(task_id, ' ') FROM (SELECT task_id FROM task_status WHERE as_of = '2022-04-09' AND is_lagging ORDER BY task_id)
--= 1 2 3 4 5 6 8

-- A setting changed later rewrites nothing.
UPDATE setting SET value = 20 WHERE name = 'yellow_lag';
--? SELECT count(*) FROM lagging WHERE as_of = '2022-04-09'
--= 7
