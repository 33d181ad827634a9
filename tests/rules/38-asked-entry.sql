-- asked_entry: what a form asks on a day, of whom, and the entry that stood before. Task 1 was reported twice for Q1, the second
-- time sent back on 2 July; task 2 has a contribution of unit 3; task 3 was never reported, and is divided on 1 July. From that
-- day on unit 2 answers for unit 1.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'reported twice', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'with a contribution', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'divided', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (2, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO request VALUES (1, '2022Q2', 2, 3, '2022-06-30', '2022-07-05');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 20), (2, 1, '2022Q1', 1, 2, '2022-04-07', 22),
  (3, 2, '2022Q1', 3, 1, '2022-04-05', 30), (4, 2, '2022Q1', 1, 2, '2022-04-06', 25),
  (5, 1, '2022Q2', 1, 1, '2022-07-04', 50);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-02', redo_due_on = '2022-07-08' WHERE progress_id = 2;
INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (31, 1, 3, '3(1)', 1, 'a part', 'staged', '2022-12-31', '2022-07-01');
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 2, '2022-07-01');

--? SELECT as_of, task_id, unit_id, report_due_on, last_progress_id FROM asked_entry
--+ WHERE quarter = '2022Q2' AND as_of IN ('2022-06-29', '2022-06-30', '2022-07-02', '2022-07-05') ORDER BY as_of, task_id, unit_id
--= 2022-06-30|1|1|2022-07-07|2
--= 2022-06-30|2|1|2022-07-07|4
--= 2022-06-30|2|3|2022-07-05|3
--= 2022-06-30|3|1|2022-07-07|NULL
--= 2022-07-02|1|2|2022-07-07|1
--= 2022-07-02|2|2|2022-07-07|4
--= 2022-07-02|2|3|2022-07-05|3
--= 2022-07-05|1|2|2022-07-07|1
--= 2022-07-05|2|2|2022-07-07|4
--= 2022-07-05|2|3|2022-07-05|3
-- Before the first quarter nothing was said, whatever was said since.
--? SELECT task_id, unit_id, report_due_on, last_progress_id FROM asked_entry
--+ WHERE quarter = '2022Q1' AND as_of = '2022-06-30' ORDER BY task_id
--= 1|1|2022-04-08|NULL
--= 2|1|2022-04-08|NULL
--= 3|1|2022-04-08|NULL
