-- Rule 3, succession: where another unit takes over, the entries of both are judged, and the requests of both count.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, '市水利局 until June, 市审计局 from July, 市财政局 from 10 October', 'staged', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES (1, 1, 'lead', 1), (1, 2, 'lead', 2);
INSERT INTO task_leader (task_id, leader_id, ordinal) VALUES (1, 1, 1);
INSERT INTO leader (leader_id, name) VALUES (2, '常务副市长');
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-07-01'), (4, 3, '2022-10-10');
INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 2, '2022-08-01');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES
  (1, '2022Q1', 1, 1, '2022-03-31'),
  (1, '2022Q2', 1, 1, '2022-06-30'), -- asked of the unit the day before it was succeeded
  (1, '2022Q3', 1, 4, '2022-09-30');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, '2022Q1', 1, 1, '2022-04-06', 25, 'on_schedule'),
  (1, '2022Q2', 4, 1, '2022-07-05', 50, 'on_schedule'),
  (1, '2022Q3', 3, 1, '2022-10-12', 75, 'on_schedule');

-- Who answers at D.
--? SELECT as_of, lead_unit, lead_units FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-06-30', '2022-07-01', '2022-10-09', '2022-10-10') ORDER BY as_of
--= 2022-06-30|市水利局|市水利局、市城管局
--= 2022-07-01|市审计局|市审计局、市城管局
--= 2022-10-09|市审计局|市审计局、市城管局
--= 2022-10-10|市财政局|市财政局、市城管局
--? SELECT as_of, leaders FROM task_status WHERE task_id = 1 AND as_of IN ('2022-07-31', '2022-08-01') ORDER BY as_of
--= 2022-07-31|市政府各位副市长
--= 2022-08-01|常务副市长

-- The entry of the unit before is judged after it was succeeded, and the successor's answers its request.
--? SELECT as_of, quarter, reported_quarter, percent, is_missing FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-07-04', '2022-07-05', '2022-07-08', '2022-10-12', '2022-10-13') ORDER BY as_of
--= 2022-07-04|2022Q1|2022Q1|25.0|0
--= 2022-07-05|2022Q1|2022Q2|50.0|0
--= 2022-07-08|2022Q2|2022Q2|50.0|0
--= 2022-10-12|2022Q2|2022Q3|75.0|0
--= 2022-10-13|2022Q3|2022Q3|75.0|0

-- A late correction by the unit before is still its word on that quarter.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, '2022Q3', 1, 2, '2022-10-14', 70, 'on_schedule');
--? SELECT percent FROM task_status WHERE task_id = 1 AND as_of = '2022-10-14'
--= 70.0
