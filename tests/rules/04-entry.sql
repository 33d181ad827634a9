-- Rule 4: the entry at D is, of the standing ones, that of the newest quarter, then the highest revision; state is its.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'reported again and again', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'never reported', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-04-01', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-02', 10, 'behind', 0),
  (2, 1, '2022Q1', 1, 2, '2022-04-06', 20, 'on_schedule', 0),
  (3, 1, '2022Q2', 1, 1, '2022-05-10', 30, 'ahead', 1),
  (4, 1, '2022Q1', 1, 3, '2022-05-20', 24, 'difficult', 0),
  (5, 1, '2022Q2', 1, 2, '2022-07-05', 50, NULL, 0);

-- Before its request is due the entry is already shown; an interim one too. Q1's late correction does not displace Q2.
--? SELECT as_of, quarter, reported_quarter, reported_on, state, percent FROM task_status WHERE task_id = 1 AND as_of IN
--+ ('2022-04-01', '2022-04-02', '2022-04-05', '2022-04-06', '2022-05-10', '2022-05-20', '2022-07-05') ORDER BY as_of
--= 2022-04-01|NULL|NULL|NULL|NULL|0.0
--= 2022-04-02|NULL|2022Q1|2022-04-02|behind|10.0
--= 2022-04-05|NULL|2022Q1|2022-04-02|behind|10.0
--= 2022-04-06|NULL|2022Q1|2022-04-06|on_schedule|20.0
--= 2022-05-10|2022Q1|2022Q2|2022-05-10|ahead|30.0
--= 2022-05-20|2022Q1|2022Q2|2022-05-10|ahead|30.0
--= 2022-07-05|2022Q1|2022Q2|2022-07-05|NULL|50.0

-- Both of Q2 returned on 10 July: what stands is Q1's highest revision; the days before answer as before.
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-10' WHERE progress_id IN (3, 5);
--? SELECT as_of, reported_quarter, reported_on, state, percent FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-05-20', '2022-07-09', '2022-07-10') ORDER BY as_of
--= 2022-05-20|2022Q2|2022-05-10|ahead|30.0
--= 2022-07-09|2022Q2|2022-07-05|NULL|50.0
--= 2022-07-10|2022Q1|2022-05-20|difficult|24.0

-- Without an entry there is no state.
--? SELECT reported_quarter, reported_on, state FROM task_status WHERE task_id = 2 AND as_of = '2022-07-10'
--= NULL|NULL|NULL

-- Revisions are numbers: the tenth is higher than the ninth, also of the entries returned and of those that first came.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (2, '2022Q2', 1, 1, '2022-07-06', 1), (2, '2022Q2', 1, 2, '2022-07-08', 2), (2, '2022Q2', 1, 9, '2022-07-12', 9),
  (2, '2022Q2', 1, 10, '2022-07-12', 10), (2, '2022Q2', 1, 11, '2022-07-13', 11), (2, '2022Q2', 1, 100, '2022-07-14', 100);
INSERT INTO request VALUES (1, '2022Q2', 2, 1, '2022-06-30', NULL);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-20' WHERE task_id = 2 AND revision IN (11, 100);
--? SELECT as_of, percent, is_returned, is_late FROM task_status WHERE task_id = 2
--+ AND as_of IN ('2022-07-12', '2022-07-13', '2022-07-14', '2022-07-20') ORDER BY as_of
--= 2022-07-12|10.0|0|0
--= 2022-07-13|11.0|0|0
--= 2022-07-14|100.0|0|0
--= 2022-07-20|10.0|1|0
