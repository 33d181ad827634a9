-- Rule 1, rows: a leaf task whose plan has started and that was added by D has a row.

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, starts_on, due_on, added_on) VALUES
  (1, 1, NULL, '1', 1, 'from the start', 'staged', NULL, '2022-12-31', NULL),
  (2, 1, NULL, '2', 2, 'added later', 'standing', NULL, NULL, '2022-05-10'),
  (3, 1, NULL, '3', 3, 'split on 1 June', 'standing', NULL, NULL, NULL),
  (4, 1, 3, '3(1)', 4, 'its sub-item', 'standing', NULL, NULL, '2022-06-01'),
  (5, 1, NULL, '4', 5, 'split from the start', 'standing', NULL, NULL, NULL),
  (6, 1, 5, '4(1)', 6, 'its sub-item', 'standing', NULL, NULL, NULL),
  (7, 1, NULL, '5', 7, 'starts in July', 'staged', '2022-07-01', '2022-12-31', NULL);

-- Nothing before the plan starts; from its first day on the leaf tasks, also one that starts later itself.
--? SELECT count(*) FROM task_status WHERE as_of = '2021-12-31'
--= 0
--? SELECT task_id, code FROM task_status WHERE as_of = '2022-01-01' ORDER BY task_id
--= 1|1
--= 3|3
--= 6|4(1)
--= 7|5

-- Task 2 has a row from the day it was added.
--? SELECT as_of, task_id FROM task_status WHERE as_of IN ('2022-05-09', '2022-05-10') AND task_id = 2
--= 2022-05-10|2

-- Task 3 is a leaf until its sub-item is added; from that day the sub-item has the row.
--? SELECT task_id FROM task_status WHERE as_of = '2022-05-31' AND task_id IN (3, 4)
--= 3
--? SELECT task_id FROM task_status WHERE as_of = '2022-06-01' AND task_id IN (3, 4)
--= 4

-- A plan that starts later brings its rows on its own first day; those of the year before stay.
INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (8, 2, '1', 1, 'of 2023');
--? SELECT plan_year, count(*) FROM task_status WHERE as_of = '2022-12-31' GROUP BY plan_year
--= 2022|5
--? SELECT plan_year, count(*) FROM task_status WHERE as_of = '2023-01-01' GROUP BY plan_year
--= 2022|5
--= 2023|1

-- One row per task and day, with nobody assigned to any of them.
--? SELECT count(*), count(DISTINCT task_id) FROM task_status WHERE as_of = '2023-01-01'
--= 6|6
