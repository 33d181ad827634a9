-- Rule 5: percent is the entry's; else the lowest of 100 x reading / value over the amount targets that have a reading,
-- each at most 100; NULL where there is none either; 0 without an entry.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES
  (1, 1, '1', 1, 'a percent and readings'),
  (2, 1, '2', 2, 'readings of both amounts'),
  (3, 1, '3', 3, 'a reading of one amount'),
  (4, 1, '4', 4, 'more than all'),
  (5, 1, '5', 5, 'a level only'),
  (6, 1, '6', 6, 'neither percent nor reading'),
  (7, 1, '7', 7, 'no entry'),
  (8, 1, '8', 8, 'a reading given once only');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
-- Two amounts of 40 and 80 and a level of 10 each: targets 101, 102, 103 of task 1 and so on.
INSERT INTO target (target_id, task_id, ordinal, name, kind, value)
SELECT task_id * 100 + column1, task_id, column1, column2, column3, column4
FROM task, (VALUES (1, '公里', 'amount', 40), (2, '亩', 'amount', 80), (3, '增速', 'level', 10));
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent)
SELECT task_id, task_id, '2022Q1', 1, 1, '2022-04-06', iif(task_id = 1, 15, NULL) FROM task WHERE task_id <> 7;
INSERT INTO reading (progress_id, target_id, value) VALUES
  (1, 101, 20), (1, 102, 20),
  (2, 201, 20), (2, 202, 20), (2, 203, 1),
  (3, 302, 36),
  (4, 401, 44), (4, 402, 96),
  (5, 503, 8),
  (8, 801, 10);

-- 2: 50 and 25, the level not among them. 4: 110 and 120, each cut at 100.
--? SELECT task_id, percent FROM task_status WHERE as_of = '2022-04-06' ORDER BY task_id
--= 1|15.0
--= 2|25.0
--= 3|45.0
--= 4|100.0
--= 5|NULL
--= 6|NULL
--= 7|0.0
--= 8|25.0
--? SELECT count(*) FROM task_status WHERE as_of = '2022-04-05' AND percent = 0
--= 8

-- A target's reading is that of the newest standing entry that gives one: Q1's first figure and Q2's second.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on) VALUES
  (11, 8, '2022Q2', 1, 1, '2022-07-04'),
  (12, 8, '2022Q2', 1, 2, '2022-07-06'),
  (13, 8, '2022Q1', 1, 2, '2022-07-06');
INSERT INTO reading (progress_id, target_id, value) VALUES (11, 802, 60), (13, 802, 4), (13, 801, 12);
--? SELECT as_of, ordinal, reading FROM target_status WHERE task_id = 8 AND as_of IN ('2022-07-03', '2022-07-05', '2022-07-06')
--+ ORDER BY as_of, ordinal
--= 2022-07-03|1|10.0
--= 2022-07-03|2|NULL
--= 2022-07-03|3|NULL
--= 2022-07-05|1|10.0
--= 2022-07-05|2|60.0
--= 2022-07-05|3|NULL
--= 2022-07-06|1|12.0
--= 2022-07-06|2|60.0
--= 2022-07-06|3|NULL
--? SELECT as_of, reported_quarter, percent FROM task_status WHERE task_id = 8 AND as_of IN ('2022-07-03', '2022-07-05', '2022-07-06')
--+ ORDER BY as_of
--= 2022-07-03|2022Q1|25.0
--= 2022-07-05|2022Q2|25.0
--= 2022-07-06|2022Q2|30.0

-- Returned, its reading is gone as well, from that day.
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-15' WHERE progress_id IN (11, 13);
--? SELECT as_of, ordinal, reading FROM target_status WHERE task_id = 8 AND ordinal < 3 AND as_of IN ('2022-07-14', '2022-07-15')
--+ ORDER BY as_of, ordinal
--= 2022-07-14|1|12.0
--= 2022-07-14|2|60.0
--= 2022-07-15|1|10.0
--= 2022-07-15|2|NULL

-- The value is that at D: 36 of 80 are 45 %, 36 of 60 are 60 %. What the unit itself gave stays.
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES
  (3, '2022-05-01', 'target', 302, 60, '示例', '市政府'), (1, '2022-05-01', 'target', 101, 20, '示例', '市政府');
--? SELECT as_of, task_id, percent FROM task_status WHERE task_id IN (1, 3) AND as_of IN ('2022-04-30', '2022-05-01')
--+ ORDER BY task_id, as_of
--= 2022-04-30|1|15.0
--= 2022-05-01|1|15.0
--= 2022-04-30|3|45.0
--= 2022-05-01|3|60.0

-- A percent of 0 that the unit gives is its own, not a missing one.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (14, 2, '2022Q1', 1, 2, '2022-04-07', 0);
--? SELECT percent FROM task_status WHERE task_id = 2 AND as_of = '2022-04-07'
--= 0.0
