-- Rule 11, is_returned 退回待重报: the newest entry for the reference quarter is returned by D. It did come, so the quarter is
-- missing only once its redo_due_on has passed.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'to be redone by 22 July', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'to be redone, no day set', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'redone in time', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'redone late', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'an interim entry after it, and one of a unit that contributes', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'returned twice', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'an earlier revision is returned after the later one came', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'accepted', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (5, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state)
SELECT task_id, task_id, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule' FROM task;
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-15', redo_due_on = iif(task_id = 2, NULL, '2022-07-22')
WHERE task_id <= 6;
UPDATE progress SET review = 'accepted', reviewed_on = '2022-07-15' WHERE task_id = 8;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim) VALUES
  (11, 3, '2022Q2', 1, 2, '2022-07-22', 50, 'on_schedule', 0),
  (12, 4, '2022Q2', 1, 2, '2022-07-25', 50, 'on_schedule', 0),
  (13, 5, '2022Q2', 1, 2, '2022-07-20', 50, 'on_schedule', 1),
  (14, 5, '2022Q2', 3, 3, '2022-07-20', 50, 'on_schedule', 0),
  (15, 6, '2022Q2', 1, 2, '2022-07-20', 50, 'on_schedule', 0),
  (16, 7, '2022Q2', 1, 2, '2022-07-08', 50, 'on_schedule', 0);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-21', redo_due_on = '2022-07-29' WHERE progress_id = 15;
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-15', redo_due_on = '2022-07-22' WHERE progress_id = 7;

-- Not before the day of the review, whatever is decided later. 3 and 4 until they come again, 6 twice; 7 never.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM task_status
--+ WHERE is_returned AND as_of IN ('2022-07-14', '2022-07-15', '2022-07-20', '2022-07-21', '2022-07-22', '2022-07-24',
--+ '2022-07-25') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-15|1 2 3 4 5 6
--= 2022-07-20|1 2 3 4 5
--= 2022-07-21|1 2 3 4 5 6
--= 2022-07-22|1 2 4 5 6
--= 2022-07-24|1 2 4 5 6
--= 2022-07-25|1 2 5 6

-- Missing from the day after the one by which it was to be redone; never where no day was set.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM missing
--+ WHERE as_of IN ('2022-07-08', '2022-07-15', '2022-07-22', '2022-07-23', '2022-07-25', '2022-07-29', '2022-07-30')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-07-23|1 4 5
--= 2022-07-25|1 5
--= 2022-07-29|1 5
--= 2022-07-30|1 5 6

-- The next reference quarter has nothing returned; it is missing as a whole.
--? SELECT sum(is_returned), sum(is_missing) FROM task_status WHERE as_of = '2022-10-13'
--= 0|8

-- What is owed of a quarter stays owed when the next one has become the reference quarter: 1 and 5 of 22 July, 6 of the 29th.
--? SELECT task_id, quarter, cause, deadline FROM owed_return WHERE as_of = '2022-10-13' AND quarter = '2022Q2' ORDER BY task_id
--= 1|2022Q2|unredone|2022-07-22
--= 5|2022Q2|unredone|2022-07-22
--= 6|2022Q2|unredone|2022-07-29
