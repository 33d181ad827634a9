-- Section 6, scorecards: counts by first lead unit, by each leader named, by section; sorted by name.

INSERT INTO section (section_id, plan_id, parent_id, ordinal, label, title) VALUES (2, 1, NULL, 2, '二', '民生');
INSERT INTO leader (leader_id, name) VALUES (2, '常务副市长');
INSERT INTO task (task_id, plan_id, section_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, 1, '1', 1, 'closed', 'staged', '2022-12-31'),
  (2, 1, 1, '2', 2, 'overdue and lagging, reported late', 'staged', '2022-05-31'),
  (3, 1, 1, '3', 3, 'lagging', 'staged', '2022-12-31'),
  (4, 1, 1, '4', 4, 'on schedule', 'staged', '2022-12-31'),
  (5, 1, 2, '5', 5, 'suspended', 'staged', '2022-12-31'),
  (6, 1, 2, '6', 6, 'missing and lagging', 'staged', '2022-12-31'),
  (7, 1, 2, '7', 7, 'suspended', 'staged', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES
  (1, 1, 'lead', 1), (2, 1, 'lead', 1), (3, 1, 'lead', 1), (4, 1, 'lead', 1), (5, 1, 'lead', 1), (6, 2, 'lead', 1),
  (7, 3, 'lead', 1), (1, 2, 'lead', 2), (6, 4, 'responsible', 1);
INSERT INTO task_leader (task_id, leader_id, ordinal) VALUES
  (1, 1, 1), (2, 1, 1), (2, 2, 2), (3, 2, 1), (6, 2, 1), (7, 2, 1);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT 1, '2022Q2', task_id, unit_id, '2022-06-30', NULL FROM task_unit WHERE role = 'lead' AND ordinal = 1;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (2, '2022Q2', 1, 1, '2022-07-08', 80, 'on_schedule'),
  (3, '2022Q2', 1, 1, '2022-07-05', 30, 'on_schedule'),
  (4, '2022Q2', 1, 1, '2022-07-05', 60, 'on_schedule');
INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-06-01', '示例');
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (5, '2022-06-01', 'suspend', '示例', '市政府'), (7, '2022-06-01', 'suspend', '示例', '市政府');

-- tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late. Of the unit's five tasks one is closed; of its
-- four with a colour two are green or closed.
--? SELECT * FROM unit_scorecard WHERE as_of = '2022-07-08'
--= 2022-07-08|2022|市城管局|1|0|1|0|0|0|0|1|1|0|0.0|0.0
--= 2022-07-08|2022|市水利局|5|1|1|1|1|1|1|2|0|1|20.0|50.0
--= 2022-07-08|2022|市财政局|1|0|0|0|0|1|0|0|0|0|0.0|NULL
-- A task with two leaders counts for both, one without for none.
--? SELECT * FROM leader_scorecard WHERE as_of = '2022-07-08'
--= 2022-07-08|2022|市政府各位副市长|2|1|1|0|0|0|1|1|0|1|50.0|50.0
--= 2022-07-08|2022|常务副市长|4|0|2|1|0|1|1|3|1|1|0.0|0.0
--? SELECT * FROM section_scorecard WHERE as_of = '2022-07-08'
--= 2022-07-08|2022|一|4|1|1|1|1|0|1|2|0|1|25.0|50.0
--= 2022-07-08|2022|二|3|0|1|0|0|2|0|1|1|0|0.0|0.0

-- Each task once, whoever leads it: of the seven five have a colour, two of them green or closed.
--? SELECT as_of, plan_year, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late,
--+ round(completed_percent, 2), on_schedule_percent FROM plan_scorecard WHERE as_of = '2022-07-08'
--= 2022-07-08|2022|7|1|2|1|1|2|1|3|1|1|14.29|40.0
-- By role: 市城管局 leads 6 and is the second of 1, which is closed; 市审计局 is responsible for 6.
--? SELECT unit, unit_role, tasks, closed, red, yellow, green, grey, overdue, lagging, missing, late, completed_percent,
--+ on_schedule_percent FROM unit_role_scorecard WHERE as_of = '2022-07-08'
--= 市城管局|co_lead|1|1|0|0|0|0|0|0|0|0|100.0|100.0
--= 市城管局|first_lead|1|0|1|0|0|0|0|1|1|0|0.0|0.0
--= 市审计局|responsible|1|0|1|0|0|0|0|1|1|0|0.0|0.0
--= 市水利局|first_lead|5|1|1|1|1|1|1|2|0|1|20.0|50.0
--= 市财政局|first_lead|1|0|0|0|0|1|0|0|0|0|0.0|NULL
-- A heading of the upper level has what stands under it and under its sections.
INSERT INTO section (section_id, plan_id, parent_id, ordinal, label, title) VALUES (3, 1, 2, 3, '二(一)', '就业');
UPDATE task SET section_id = 3 WHERE task_id = 6;
--? SELECT section, tasks, red, grey FROM section_scorecard WHERE as_of = '2022-07-08'
--= 一|4|1|0
--= 二|2|0|2
--= 二(一)|1|1|0
--? SELECT * FROM top_section_scorecard WHERE as_of = '2022-07-08'
--= 2022-07-08|2022|一|4|1|1|1|1|0|1|2|0|1|25.0|50.0
--= 2022-07-08|2022|二|3|0|1|0|0|2|0|1|1|0|0.0|0.0

-- No row before the plan starts.
--? SELECT count(*) FROM unit_scorecard WHERE as_of = '2021-12-31'
--= 0

-- A leader who has taken over from another on the same task has it once.
INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 2, '2022-07-09');
--? SELECT leader, tasks, closed, red FROM leader_scorecard WHERE as_of = '2022-07-09'
--= 常务副市长|5|1|2

-- So a unit: it answers from that day for what both had.
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (2, 1, '2022-07-09');
--? SELECT unit, tasks, red FROM unit_scorecard WHERE as_of = '2022-07-09'
--= 市水利局|6|2
--= 市财政局|1|0

-- In a role a task counts once for a unit that stands there twice, by itself and for another; in two roles it counts in each:
-- 市水利局 is first lead of 1 and now also its second.
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES (4, 2, 'responsible', 1), (4, 3, 'responsible', 2);
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (3, 1, '2022-07-10');
--? SELECT unit, unit_role, tasks FROM unit_role_scorecard WHERE as_of = '2022-07-09' AND unit_role <> 'first_lead'
--= 市审计局|responsible|1
--= 市水利局|co_lead|1
--= 市水利局|responsible|1
--= 市财政局|responsible|1
--? SELECT unit, unit_role, tasks FROM unit_role_scorecard WHERE as_of = '2022-07-10'
--= 市审计局|responsible|1
--= 市水利局|co_lead|1
--= 市水利局|first_lead|7
--= 市水利局|responsible|1
--? SELECT tasks FROM plan_scorecard WHERE as_of = '2022-07-10'
--= 7
