-- What papers (公文) are made of: the tasks of a round with the names that its bulletin calls them by, the entry at a day, the day by
-- which to reply, who signs.

UPDATE plan SET issuer = '示例市人民政府';
INSERT INTO plan (plan_id, year, title, issuer, starts_on, ends_on) VALUES
  (2, 2023, '2023年分工方案', '示例市委', '2023-01-01', '2023-12-31'), (3, 2024, '2024年分工方案', NULL, '2024-01-01', '2024-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'a', 'standing', NULL), (2, 1, '2', 2, 'open beyond its year', 'staged', '2022-12-31'), (3, 2, '1', 1, 'c', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 2, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10'),
  (2, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');

-- A round has the tasks of each plan that it asks; those of an earlier year are named with it. Before it was opened it has none.
--? SELECT round_quarter, label, code FROM round_task WHERE as_of = '2023-04-11' AND round_quarter = '2023Q1' ORDER BY task_id
--= 2023Q1|2022/1|1
--= 2023Q1|2022/2|2
--= 2023Q1|1|1
--? SELECT label FROM round_task WHERE as_of = '2023-04-11' AND round_quarter = '2022Q1' ORDER BY task_id
--= 1
--= 2
--? SELECT label FROM round_task WHERE as_of = '2023-03-30' AND round_quarter = '2023Q1'

INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, review, reviewed_on, redo_due_on) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 10, 'returned', '2022-04-09', '2022-04-15'),
  (2, 1, '2022Q1', 1, 2, '2022-04-12', 20, NULL, NULL, NULL),
  (3, 1, '2022Q1', 2, 3, '2022-04-12', 30, NULL, NULL, NULL);

-- The entry at a day stands from the day it was reported until the day it is returned; a contribution (3) is never it.
--? SELECT as_of, task_id, progress_id FROM entry_at
--+ WHERE as_of IN ('2022-04-05', '2022-04-06', '2022-04-08', '2022-04-09', '2022-04-12') ORDER BY as_of
--= 2022-04-06|1|1
--= 2022-04-08|1|1
--= 2022-04-12|1|2

-- Of two quarters it is that of the newer, whichever was reported last; of one the highest revision.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (4, 1, '2022Q2', 1, 1, '2022-07-06', 50), (5, 1, '2022Q1', 1, 4, '2022-07-07', 25), (6, 1, '2022Q2', 1, 2, '2022-07-08', 55);
--? SELECT as_of, progress_id FROM entry_at WHERE as_of IN ('2022-07-06', '2022-07-07', '2022-07-08') ORDER BY as_of
--= 2022-07-06|4
--= 2022-07-07|4
--= 2022-07-08|6

-- Three workdays after Friday the 15th: Monday to Wednesday. With the setting at 1, the next one; 3 to 5 April were holidays.
--? SELECT reply_due_on FROM reply_deadline WHERE as_of = '2022-07-15'
--= 2022-07-20
UPDATE setting SET value = 1 WHERE name = 'reply_due_workdays';
--? SELECT reply_due_on FROM reply_deadline WHERE as_of = '2022-04-02'
--= 2022-04-06

--? SELECT year, office FROM plan_office ORDER BY year
--= 2022|示例市人民政府办公室
--= 2023|示例市委
--= 2024|NULL
