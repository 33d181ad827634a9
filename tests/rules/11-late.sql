-- Rule 11, is_late 迟报: the first entry for the reference quarter, not interim, came after the request's due day.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'on the due day', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'the day after', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'in time, corrected later', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'in time, returned, and again later', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'interim in time, the entry itself later', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'another unit in time, the lead unit later', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'given more time', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'given less time', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'done, late', 'staged', '2022-12-31'),
  (10, 1, '10', 10, 'not at all', 'staged', '2022-12-31'),
  (11, 1, '11', 11, 'in time, entered after a later one', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (6, 2, 'lead', 2, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
UPDATE request SET report_due_on = '2022-07-12' WHERE task_id = 7 AND quarter = '2022Q2';
UPDATE request SET report_due_on = '2022-07-05' WHERE task_id = 8 AND quarter = '2022Q2';
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim) VALUES
  (1, 1, '2022Q2', 1, 1, '2022-07-07', 50, 'on_schedule', 0),
  (2, 2, '2022Q2', 1, 1, '2022-07-08', 50, 'on_schedule', 0),
  (3, 3, '2022Q2', 1, 1, '2022-07-07', 50, 'on_schedule', 0),
  (4, 3, '2022Q2', 1, 2, '2022-07-11', 50, 'on_schedule', 0),
  (5, 4, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule', 0),
  (6, 4, '2022Q2', 1, 2, '2022-07-11', 50, 'on_schedule', 0),
  (7, 5, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule', 1),
  (8, 5, '2022Q2', 1, 2, '2022-07-11', 50, 'on_schedule', 0),
  (9, 6, '2022Q2', 2, 1, '2022-07-05', 50, 'on_schedule', 0),
  (10, 6, '2022Q2', 1, 2, '2022-07-11', 50, 'on_schedule', 0),
  (11, 7, '2022Q2', 1, 1, '2022-07-11', 50, 'on_schedule', 0),
  (12, 8, '2022Q2', 1, 1, '2022-07-06', 50, 'on_schedule', 0),
  (13, 9, '2022Q2', 1, 1, '2022-07-11', 100, 'done', 0),
  (14, 11, '2022Q2', 1, 1, '2022-07-11', 50, 'on_schedule', 0),
  (15, 11, '2022Q2', 1, 2, '2022-07-06', 50, 'on_schedule', 0);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-06' WHERE progress_id = 5;
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM task_status
--+ WHERE is_late AND as_of IN ('2022-07-05', '2022-07-06', '2022-07-08', '2022-07-11', '2022-07-13', '2022-10-12', '2022-10-13')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-06|8
--= 2022-07-08|2 8
--= 2022-07-11|2 5 6 8 9
--= 2022-07-13|2 5 6 8 9
--= 2022-10-12|2 5 6 8 9
