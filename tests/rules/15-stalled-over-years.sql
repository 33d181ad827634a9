-- Rule 15: the two calendar quarters before the first of a year are the last two of the year before.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'no gain from the third quarter on', 'staged', '2023-12-31'),
  (2, 1, '2', 2, 'no entry for the last quarter of 2022', 'staged', '2023-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09'),
  (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10'),
  (1, '2023Q2', '2023-06-30', '2023-06-30', '2023-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, '2022Q2', 1, 1, '2022-07-05', 10),
  (1, '2022Q3', 1, 1, '2022-10-11', 20),
  (1, '2022Q4', 1, 1, '2023-01-06', 20),
  (1, '2023Q1', 1, 1, '2023-04-07', 20),
  (1, '2023Q2', 1, 1, '2023-07-06', 20.1),
  (2, '2022Q2', 1, 1, '2022-07-05', 20),
  (2, '2022Q3', 1, 1, '2022-10-11', 20),
  (2, '2023Q1', 1, 1, '2023-04-07', 20);

-- 2023Q1 against 2022Q4 and 2022Q3: no gain. The quarter before, from 10 to 20, and the one after, to 20.1, each a gain.
--? SELECT as_of, task_id, is_stalled FROM task_status WHERE as_of IN ('2023-01-10', '2023-04-11', '2023-07-08')
--+ ORDER BY task_id, as_of
--= 2023-01-10|1|0
--= 2023-04-11|1|1
--= 2023-07-08|1|0
--= 2023-01-10|2|0
--= 2023-04-11|2|0
--= 2023-07-08|2|0
