-- Rule 7, reach 达到: as a level, but without a node only once the due day (of a standing task: the plan's end) is not
-- after C.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'due on the cutoff', 'staged', '2022-06-30'),
  (2, 1, '2', 2, 'due the day after', 'staged', '2022-07-01'),
  (3, 1, '3', 3, 'standing', 'standing', NULL),
  (4, 1, '4', 4, 'with a node', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'about', 'staged', '2022-06-30'),
  (6, 1, '6', 6, 'at most', 'staged', '2022-06-30');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, is_about, value)
SELECT task_id, task_id, 1, '户数', 'reach', iif(task_id = 6, '<=', '>='), task_id = 5, 100 FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, is_about, value) VALUES
  (7, 5, 2, '户数', 'reach', '>=', 1, 100), (8, 6, 2, '户数', 'reach', '<=', 0, 100);
INSERT INTO target_node (target_id, quarter, value) VALUES (4, '2022Q1', 60);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on)
SELECT task_id, task_id, '2022Q1', 1, 1, '2022-04-06' FROM task;
INSERT INTO reading (progress_id, target_id, value) VALUES
  (1, 1, 50), (2, 2, 50), (3, 3, 50), (4, 4, 50), (5, 5, 90), (5, 7, 89), (6, 6, 101), (6, 8, 100);

-- Q1: only the one with a node of 60. Q2: those due by the cutoff, too. Q3: also the one due on 1 July. Q4: the standing one.
--? SELECT as_of, group_concat(task_id || '.' || ordinal, ' ') FROM (SELECT * FROM target_status
--+ WHERE is_lagging AND as_of IN ('2022-04-08', '2022-04-09', '2022-07-08', '2022-10-13', '2023-01-10')
--+ ORDER BY as_of, task_id, ordinal) GROUP BY as_of
--= 2022-04-09|4.1
--= 2022-07-08|1.1 4.1 5.2 6.1
--= 2022-10-13|1.1 2.1 4.1 5.2 6.1
--= 2023-01-10|1.1 2.1 3.1 4.1 5.2 6.1

-- A reach has no lag, and a percent does not come from it.
--? SELECT percent, lag, is_lagging FROM task_status WHERE task_id = 3 AND as_of = '2023-01-10'
--= NULL|NULL|1
--? SELECT count(lag) FROM target_status WHERE as_of = '2023-01-10'
--= 0

-- Put off, it is not asked for yet.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-08-01', 'due', '2022-12-31', '示例', '市政府');
--? SELECT as_of, is_lagging FROM target_status WHERE task_id = 1 AND as_of IN ('2022-07-31', '2022-08-01', '2022-10-13', '2023-01-10')
--+ ORDER BY as_of
--= 2022-07-31|1
--= 2022-08-01|0
--= 2022-10-13|0
--= 2023-01-10|1

UPDATE round SET judges_progress = 0;
--? SELECT sum(is_lagging) FROM target_status WHERE as_of = '2023-01-10'
--= 0
