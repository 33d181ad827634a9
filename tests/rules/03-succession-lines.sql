-- Rule 3, succession: a successor that the task has already, two successions on one day, one that was succeeded before it took
-- over, and the requests and entries around the day.

INSERT INTO unit (unit_id, name) VALUES (7, '市甲局'), (8, '市乙局'), (9, '市丙局'), (10, '市丁局'), (11, '市戊局');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, '市水利局, then 市财政局, which is responsible too', 'staged', '2022-12-31'),
  (2, 1, '2', 2, '市城管局, then 市甲局 and on the same day 市乙局', 'staged', '2022-12-31'),
  (3, 1, '3', 3, '市丙局, then 市丁局, in whose place 市戊局 was already', 'staged', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES
  (1, 1, 'lead', 1), (1, 3, 'lead', 2), (1, 3, 'responsible', 1), (2, 2, 'lead', 1), (3, 9, 'lead', 1);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES
  (1, '2022Q2', 1, 1, '2022-06-30'), (1, '2022Q2', 2, 2, '2022-06-30'), (1, '2022Q2', 3, 9, '2022-06-30');
-- a contribution of the day before it takes over
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, '2022Q2', 3, 1, '2022-06-30', 90, 'ahead');
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES
  (1, 3, '2022-07-01'), (2, 7, '2022-07-01'), (7, 8, '2022-07-01'), (9, 10, '2022-08-01'), (10, 11, '2022-07-01');

-- Who answers: each unit once in a role, on every day one.
--? SELECT as_of, lead_unit, lead_units, responsible_units FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-06-30', '2022-07-01') ORDER BY as_of
--= 2022-06-30|市水利局|市水利局、市财政局|市财政局
--= 2022-07-01|市财政局|市财政局|市财政局
--? SELECT as_of, task_id, lead_unit FROM task_status WHERE task_id > 1
--+ AND as_of IN ('2022-06-30', '2022-07-01', '2022-07-31', '2022-08-01') ORDER BY as_of, task_id
--= 2022-06-30|2|市城管局
--= 2022-06-30|3|市丙局
--= 2022-07-01|2|市乙局
--= 2022-07-01|3|市丙局
--= 2022-07-31|2|市乙局
--= 2022-07-31|3|市丙局
--= 2022-08-01|2|市乙局
--= 2022-08-01|3|市戊局

-- What it contributed before stays a contribution: missing on the day after the due day, though it wrote for the quarter.
--? SELECT percent, is_missing FROM task_status WHERE task_id = 1 AND as_of = '2022-07-08'
--= 0.0|1
-- Its entry of 8 July answers the request made to the unit before, a day late; an entry of the one in between counts as well.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, '2022Q2', 3, 2, '2022-07-08', 50, 'on_schedule'),
  (2, '2022Q2', 7, 1, '2022-07-05', 40, 'on_schedule');
--? SELECT task_id, percent, is_missing, is_late FROM task_status WHERE task_id < 3 AND as_of = '2022-07-09' ORDER BY task_id
--= 1|50.0|0|1
--= 2|40.0|0|0

-- Opening the quarter again asks nobody twice; the next quarter asks whoever answers then.
--? SELECT count(*) FROM opening_request WHERE as_of = '2022-07-02' AND quarter = '2022Q2'
--= 0
--? SELECT o.task_id, u.name FROM opening_request AS o JOIN unit AS u ON u.unit_id = o.unit_id
--+ WHERE o.as_of = '2022-09-30' AND o.quarter = '2022Q3' ORDER BY 1
--= 1|市财政局
--= 2|市乙局
--= 3|市戊局

-- The scorecards count a task under who answers on the day.
--? SELECT unit, tasks FROM unit_scorecard WHERE as_of = '2022-08-01' ORDER BY 1
--= 市乙局|1
--= 市戊局|1
--= 市财政局|1
