-- Rule 7, level 水平: lags when the reading is below (for <=: above) the node, else the value, by more than a tenth of it if
-- is_about. It is compared as it is each quarter, whatever the share.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'staged', 'staged', '2022-12-31'), (2, 1, '2', 2, 'standing', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, is_about, value) VALUES
  (1, 1, 1, 'at least 6.5, below', 'level', '>=', 0, 6.5),
  (2, 1, 2, 'at least 6.5, just', 'level', '>=', 0, 6.5),
  (3, 1, 3, 'at least 6.5, above', 'level', '>=', 0, 6.5),
  (4, 1, 4, 'at most 5, above', 'level', '<=', 0, 5),
  (5, 1, 5, 'at most 5, just', 'level', '<=', 0, 5),
  (6, 1, 6, 'at most 5, below', 'level', '<=', 0, 5),
  (7, 1, 7, 'about 10, a tenth below', 'level', '>=', 1, 10),
  (8, 1, 8, 'about 10, more than a tenth below', 'level', '>=', 1, 10),
  (9, 1, 9, 'at most about 5, a tenth above', 'level', '<=', 1, 5),
  (10, 1, 10, 'at most about 5, more than a tenth above', 'level', '<=', 1, 5),
  (11, 1, 11, 'at least 6.5, less than a millionth below', 'level', '>=', 0, 6.5),
  (12, 1, 12, 'no reading', 'level', '>=', 0, 6.5),
  (13, 1, 13, 'a node of 6', 'level', '>=', 0, 6.5),
  (14, 1, 14, 'a node of 7', 'level', '>=', 0, 6.5),
  (15, 1, 15, 'about, a node of 8, a tenth below that', 'level', '>=', 1, 10),
  (16, 1, 16, 'about, a node of 8, more than a tenth below that', 'level', '>=', 1, 10),
  (17, 1, 17, 'at most 5, a node of 6', 'level', '<=', 0, 5),
  (18, 2, 1, 'at least 90, below', 'level', '>=', 0, 90);
INSERT INTO target_node (target_id, quarter, value) VALUES
  (13, '2022Q1', 6), (14, '2022Q1', 7), (15, '2022Q1', 8), (16, '2022Q1', 8), (17, '2022Q1', 6), (1, '2022Q2', 6);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 30), (2, 2, '2022Q1', 1, 1, '2022-04-06', NULL);
INSERT INTO reading (progress_id, target_id, value) VALUES
  (1, 1, 6.4), (1, 2, 6.5), (1, 3, 6.6), (1, 4, 5.1), (1, 5, 5), (1, 6, 4.9), (1, 7, 9), (1, 8, 8.9), (1, 9, 5.5),
  (1, 10, 5.6), (1, 11, 6.4999999), (1, 13, 6.2), (1, 14, 6.6), (1, 15, 7.2), (1, 16, 7.1), (1, 17, 5.5), (2, 18, 89);

--? SELECT group_concat(name, ', ') FROM (SELECT name FROM target_status
--+ WHERE as_of = '2022-04-09' AND task_id = 1 AND is_lagging ORDER BY ordinal)
--= at least 6.5, below, at most 5, above, about 10, more than a tenth below, at most about 5, more than a tenth above, a node of 7, about, a node of 8, more than a tenth below that
--? SELECT count(*) FROM target_status WHERE as_of = '2022-04-08' AND is_lagging
--= 0

-- A level has no lag of its own, yet the task lags by it; a standing one too. The task's lag is 25 - 30.
--? SELECT count(lag) FROM target_status WHERE as_of = '2022-04-09'
--= 0
--? SELECT task_id, lag, is_lagging, lamp FROM task_status WHERE as_of = '2022-04-09' ORDER BY task_id
--= 1|-5.0|1|yellow
--= 2|NULL|1|yellow

-- From the second quarter on target 1 has a node of 6, which its 6.4 reaches; the nodes of Q1 hold for the others.
--? SELECT ordinal, node, is_lagging FROM target_status WHERE as_of = '2022-07-08' AND ordinal IN (1, 13, 14) AND task_id = 1
--+ ORDER BY ordinal
--= 1|6.0|0
--= 13|6.0|0
--= 14|7.0|1

-- The value is that at D.
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (2, '2022-05-01', 'target', 18, 88, '示例', '市政府');
--? SELECT as_of, is_lagging FROM target_status WHERE task_id = 2 AND as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of
--= 2022-04-30|1
--= 2022-05-01|0

-- A round that does not judge progress judges no level.
UPDATE round SET judges_progress = 0;
--? SELECT sum(is_lagging) FROM target_status WHERE as_of = '2022-04-09'
--= 0
