-- Rule 4: the reference quarter at D is the newest whose request for the task was asked by D and is due before D.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'asked with the round', 'staged', '2023-06-30'),
  (2, 1, '2', 2, 'given more time for the first quarter', 'staged', '2023-06-30'),
  (3, 1, '3', 3, 'asked early', 'staged', '2023-06-30'),
  (4, 1, '4', 4, 'asked when the due day had passed', 'staged', '2023-06-30'),
  (5, 1, '5', 5, 'more time for the first quarter than the second has', 'staged', '2023-06-30'),
  (6, 1, '6', 6, 'never asked', 'staged', '2023-06-30'),
  (7, 1, '7', 7, 'asked only of a unit that contributes', 'staged', '2023-06-30');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit SELECT task_id, 3, 'responsible', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09'),
  (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on, report_due_on) VALUES
  (1, '2022Q1', 1, 1, '2022-03-31', NULL),
  (1, '2022Q2', 1, 1, '2022-06-30', NULL),
  (1, '2022Q4', 1, 1, '2022-12-31', NULL),
  (1, '2023Q1', 1, 1, '2023-03-31', NULL),
  (1, '2022Q1', 2, 1, '2022-03-31', '2022-04-20'),
  (1, '2022Q1', 3, 1, '2022-03-31', '2022-04-01'),
  (1, '2022Q1', 4, 1, '2022-05-05', NULL),
  (1, '2022Q1', 5, 1, '2022-03-31', '2022-07-20'),
  (1, '2022Q2', 5, 1, '2022-06-30', NULL),
  (1, '2022Q1', 7, 3, '2022-03-31', NULL);

-- On the due day itself nobody is late yet. The quarter holds until the next one's, over the turn of the year too.
--? SELECT as_of, quarter, is_missing FROM task_status WHERE task_id = 1 AND as_of IN
--+ ('2022-04-07', '2022-04-08', '2022-04-09', '2022-07-07', '2022-07-08', '2023-01-09', '2023-01-10', '2023-04-10',
--+ '2023-04-11') ORDER BY as_of
--= 2022-04-07|NULL|0
--= 2022-04-08|NULL|0
--= 2022-04-09|2022Q1|1
--= 2022-07-07|2022Q1|1
--= 2022-07-08|2022Q2|1
--= 2023-01-09|2022Q2|1
--= 2023-01-10|2022Q4|1
--= 2023-04-10|2022Q4|1
--= 2023-04-11|2023Q1|1

-- A request's own due day beats the round's, later or earlier.
--? SELECT as_of, task_id, quarter FROM task_status WHERE task_id IN (2, 3)
--+ AND as_of IN ('2022-04-01', '2022-04-02', '2022-04-20', '2022-04-21') ORDER BY task_id, as_of
--= 2022-04-01|2|NULL
--= 2022-04-02|2|NULL
--= 2022-04-20|2|NULL
--= 2022-04-21|2|2022Q1
--= 2022-04-01|3|NULL
--= 2022-04-02|3|2022Q1
--= 2022-04-20|3|2022Q1
--= 2022-04-21|3|2022Q1

-- What has not been asked yet counts for nothing.
--? SELECT as_of, quarter FROM task_status WHERE task_id = 4 AND as_of IN ('2022-05-04', '2022-05-05') ORDER BY as_of
--= 2022-05-04|NULL
--= 2022-05-05|2022Q1

-- The newest quarter counts, not the newest due day.
--? SELECT as_of, quarter FROM task_status WHERE task_id = 5 AND as_of IN ('2022-07-07', '2022-07-08', '2022-07-21')
--+ ORDER BY as_of
--= 2022-07-07|NULL
--= 2022-07-08|2022Q2
--= 2022-07-21|2022Q2

-- Without a request of the first lead unit there is none.
--? SELECT task_id, quarter, lamp FROM task_status WHERE task_id IN (6, 7) AND as_of = '2022-07-08' ORDER BY task_id
--= 6|NULL|grey
--= 7|NULL|grey
