-- Rule 15, is_stalled 停滞: standing entries, not interim, in the reference quarter and in each of the two calendar quarters
-- before it, the highest revision of each, and lag > 0 and all three give a percent and the newest is no higher than the
-- oldest; for a standing task instead: all three states are not_started or behind.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'the same three times', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'a little more', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'less', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'up and down again', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'the same, on the straight line', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'no percent in the second', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'no entry in the second', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'an interim entry in the second', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'corrected in the first: no gain', 'staged', '2022-12-31'),
  (10, 1, '10', 10, 'corrected in the third: a gain', 'staged', '2022-12-31'),
  (11, 1, '11', 11, 'another unit has the gain', 'staged', '2022-12-31'),
  (12, 1, '12', 12, 'behind three times, with a gain', 'staged', '2022-12-31'),
  (13, 1, '13', 13, 'a little behind', 'staged', '2022-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES
  (21, 1, '21', 21, 'behind or not started'),
  (22, 1, '22', 22, 'on schedule once'),
  (23, 1, '23', 23, 'no percent gained, on schedule'),
  (24, 1, '24', 24, 'difficult once'),
  (25, 1, '25', 25, 'no state once'),
  (26, 1, '26', 26, 'behind, with a gain');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (11, 2, 'lead', 2, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state)
SELECT column1, '2022Q1', 1, 1, '2022-04-06', column2, column5 FROM (VALUES
  (1, 20, 20, 20, NULL), (2, 20, 20, 20.5, NULL), (3, 20, 20, 15, NULL), (4, 20, 30, 20, NULL), (5, 75, 75, 75, NULL),
  (6, 20, NULL, 20, NULL), (7, 20, NULL, 20, NULL), (8, 20, 20, 20, NULL), (9, 10, 20, 20, NULL), (10, 20, 20, 20, NULL),
  (11, 20, 20, 20, NULL), (12, 20, 30, 40, 'behind'), (13, 70, 70, 70, NULL), (21, NULL, NULL, NULL, 'not_started'),
  (22, NULL, NULL, NULL, 'behind'), (23, 20, 20, 20, 'on_schedule'), (24, NULL, NULL, NULL, 'behind'),
  (25, NULL, NULL, NULL, 'behind'), (26, 10, 20, 30, 'behind'));
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state, is_interim)
SELECT column1, '2022Q2', 1, 1, '2022-07-05', column2, column3, column1 = 8 FROM (VALUES
  (1, 20, NULL), (2, 20, NULL), (3, 20, NULL), (4, 30, NULL), (5, 75, NULL), (6, NULL, NULL), (8, 20, NULL), (9, 20, NULL),
  (10, 20, NULL), (11, 20, NULL), (12, 30, 'behind'), (13, 70, NULL), (21, NULL, 'behind'), (22, NULL, 'behind'),
  (23, 20, 'on_schedule'), (24, NULL, 'difficult'), (25, NULL, NULL), (26, 20, 'behind'));
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state)
SELECT column1, '2022Q3', 1, 1, '2022-10-11', column2, column3 FROM (VALUES
  (1, 20, NULL), (2, 20.5, NULL), (3, 15, NULL), (4, 20, NULL), (5, 75, NULL), (6, 20, NULL), (7, 20, NULL), (8, 20, NULL),
  (9, 20, NULL), (10, 20, NULL), (11, 20, NULL), (12, 40, 'behind'), (13, 70, NULL), (21, NULL, 'behind'),
  (22, NULL, 'on_schedule'), (23, 20, 'on_schedule'), (24, NULL, 'behind'), (25, NULL, 'behind'), (26, 30, 'behind'));
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, review, reviewed_on) VALUES
  (9, '2022Q1', 1, 2, '2022-04-20', 20, NULL, NULL),
  (10, '2022Q3', 1, 2, '2022-10-12', 30, NULL, NULL),
  (11, '2022Q3', 2, 2, '2022-10-12', 60, NULL, NULL);

-- Expected 75 by the end of the third quarter. Only from the day on which that is the reference quarter.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM stalled
--+ WHERE as_of IN ('2022-10-12', '2022-10-13') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-10-13|1 3 4 9 11 13 21 26

-- 13 lags by 5: stalled, not lagging, and yellow for that alone.
--? SELECT lag, is_lagging, is_stalled, lamp FROM task_status WHERE task_id = 13 AND as_of = '2022-10-13'
--= 5.0|0|1|yellow

-- The gain of task 10 is returned, its first entry stands again; an entry of task 1 is returned, its quarter is empty.
UPDATE progress SET review = 'returned', reviewed_on = '2022-10-20' WHERE task_id = 10 AND revision = 2;
UPDATE progress SET review = 'returned', reviewed_on = '2022-10-20' WHERE task_id = 1 AND quarter = '2022Q2';
--? SELECT as_of, task_id, is_stalled FROM task_status WHERE task_id IN (1, 10) AND as_of IN ('2022-10-19', '2022-10-20')
--+ ORDER BY task_id, as_of
--= 2022-10-19|1|1
--= 2022-10-20|1|0
--= 2022-10-19|10|0
--= 2022-10-20|10|1

-- Without a lag a staged task isn't stalled: here the round judges nothing. A standing one is, by its states.
UPDATE round SET judges_progress = 0 WHERE quarter = '2022Q3';
--? SELECT group_concat(task_id, ' ') FROM (SELECT task_id FROM stalled WHERE as_of = '2022-10-13' ORDER BY task_id)
--= 21 26
