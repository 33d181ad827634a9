-- Section 4: the view violation lists whatever breaks a rule that a trigger keeps, here after the triggers are gone; a sound
-- ledger has no row of it.

INSERT INTO task (task_id, plan_id, section_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, 1, '1', 1, 'a', 'staged', '2022-12-31'), (2, 1, 1, '2', 2, 'b', 'staged', '2022-12-31'), (3, 1, 1, '3', 3, 'c', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 5, 'responsible', 1, NULL), (1, 2, 'responsible', 2, NULL);
INSERT INTO unit_member VALUES (5, 6);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 1, 1, '公里', 'amount', 40), (2, 2, 1, '座', 'amount', 5);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q1', 1, 1, '2022-03-31'), (1, '2022Q1', 1, 6, '2022-03-31');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 10), (2, 1, '2022Q1', 6, 2, '2022-04-07', 12), (3, 2, '2022Q1', 1, 1, '2022-04-06', 10);
INSERT INTO reading VALUES (1, 1, 4);
INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES
  (2, '2022-05-01', '示例', '2022-06-01', '示例'), (2, '2022-06-01', '示例', NULL, NULL);
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, '2022-05-01', 'target', 1, 30, '示例', '市政府');
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-05-01', 'due', '2023-03-31', '示例', '市政府');
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 2, '2022-05-01');

--? SELECT * FROM violation

DROP TRIGGER progress_needs_a_round; DROP TRIGGER progress_is_of_a_leaf; DROP TRIGGER progress_is_by_a_unit_of_the_task;
DROP TRIGGER progress_is_of_an_unclosed_task; DROP TRIGGER reading_is_of_the_task; DROP TRIGGER request_is_of_the_plan;
DROP TRIGGER request_is_of_a_unit_of_the_task; DROP TRIGGER closure_is_of_an_open_task; DROP TRIGGER adjustment_target_is_of_the_task;
DROP TRIGGER adjustment_due_day_suits_the_task; DROP TRIGGER task_parent_is_no_descendant; DROP TRIGGER task_parent_is_of_the_plan;
DROP TRIGGER task_parent_stays_in_the_plan; DROP TRIGGER task_section_stays_in_the_plan; DROP TRIGGER succession_is_no_circle;
DROP TRIGGER closure_is_never_deleted;
DROP TRIGGER progress_is_never_deleted; DROP TRIGGER adjustment_is_never_deleted; DROP TRIGGER reading_is_never_deleted;

-- An entry for a quarter without a round.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on) VALUES (9, 3, '2022Q3', 1, 1, '2022-10-08');
--? SELECT rule, table_name, task_id, code, record, meaning FROM violation
--= progress_needs_a_round|progress|3|3|2022Q3 #1|进展所属的季度没有调度 | an entry for a quarter without a round
DELETE FROM progress WHERE progress_id = 9;

-- One of a unit that the task doesn't name: 市审计局. A member of a collective unit is one, and so is a successor.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on) VALUES
  (8, 3, '2022Q1', 4, 1, '2022-04-06'), (9, 3, '2022Q1', 2, 2, '2022-05-06');
--? SELECT rule, code, record FROM violation
--= progress_is_by_a_unit_of_the_task|3|2022Q1 #1
DELETE FROM progress WHERE progress_id IN (8, 9);

-- One reported while the task was closed, also on the day of its reopening no more; the closing day itself is open still.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on) VALUES
  (7, 2, '2022Q1', 1, 2, '2022-05-01'), (8, 2, '2022Q1', 1, 3, '2022-05-31'), (9, 2, '2022Q1', 1, 4, '2022-06-01');
--? SELECT rule, code, record FROM violation
--= progress_is_of_an_unclosed_task|2|2022Q1 #3
-- An entry whose earlier revision is gone.
DELETE FROM progress WHERE progress_id = 8;
--? SELECT rule, code, record FROM violation
--= progress_revisions_have_no_gap|2|2022Q1 #4
DELETE FROM progress WHERE progress_id IN (7, 9);

-- A task with entries that gets a sub-item: from the first one it owes no entry itself. Added later it changes nothing before.
UPDATE task SET parent_id = 1, added_on = '2022-05-01' WHERE task_id = 3;
--? SELECT rule FROM violation
UPDATE task SET added_on = '2022-04-07' WHERE task_id = 3;
--? SELECT rule, code, record FROM violation
--= progress_is_of_a_leaf|1|2022Q1 #2
--= adjustment_is_of_a_leaf|1|2022-05-01
--= adjustment_is_of_a_leaf|1|2022-05-01
UPDATE task SET parent_id = NULL, added_on = NULL WHERE task_id = 3;

-- A reading and an adjustment of another task's target.
INSERT INTO reading VALUES (3, 1, 4);
--? SELECT rule, code, record FROM violation
--= reading_is_of_the_task|2|2022Q1 #1 公里
DELETE FROM reading WHERE progress_id = 3;
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, target_id, new_value, reason, authority)
VALUES (9, 3, '2022-05-02', 'target', 1, 30, '示例', '市政府');
--? SELECT rule, code, record FROM violation
--= adjustment_target_is_of_the_task|3|2022-05-02
DELETE FROM adjustment WHERE adjustment_id = 9;

-- A due day before the start; one of a task that became standing.
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, new_due_on, reason, authority)
VALUES (9, 3, '2022-05-02', 'due', '2021-12-31', '示例', '市政府');
--? SELECT rule, code, record FROM violation
--= adjustment_due_day_suits_the_task|3|2022-05-02
DELETE FROM adjustment WHERE adjustment_id = 9;
UPDATE task SET kind = 'standing', due_on = NULL WHERE task_id = 1;
--? SELECT rule, code, record FROM violation
--= adjustment_due_day_suits_the_task|1|2022-05-01
UPDATE task SET kind = 'staged', due_on = '2022-12-31' WHERE task_id = 1;

-- A request of another plan; of a unit that the task doesn't name.
INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES (2, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (2, '2023Q1', 1, 1, '2023-03-31'), (1, '2022Q1', 3, 4, '2022-03-31');
--? SELECT rule, code, record FROM violation
--= request_is_of_the_plan|1|2023Q1 1
--= request_is_of_a_unit_of_the_task|3|2022Q1 4
DELETE FROM request WHERE quarter = '2023Q1' OR unit_id = 4;

-- A task closed while it was closed.
INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (9, 2, '2022-07-01', '示例');
--? SELECT rule, code, record FROM violation
--= closure_is_of_an_open_task|2|2022-07-01
DELETE FROM closure WHERE closure_id = 9;

-- Parents and sections of another plan; a task that is its own parent by way of another.
INSERT INTO section (section_id, plan_id, ordinal, label, title) VALUES (2, 2, 1, '一', '2023');
INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (20, 2, '1', 1, 'of 2023');
UPDATE task SET parent_id = 20, section_id = 2 WHERE task_id = 3;
--? SELECT rule, code, record FROM violation
--= task_parent_is_of_the_plan|3|
--= task_section_is_of_the_plan|3|
UPDATE task SET parent_id = NULL, section_id = 1 WHERE task_id = 3;
UPDATE task SET parent_id = 2, added_on = '2022-12-01' WHERE task_id = 3;
UPDATE task SET parent_id = 3, added_on = '2022-12-01' WHERE task_id = 2;
--? SELECT rule, code, record FROM violation WHERE rule = 'task_parent_is_no_descendant' ORDER BY code
--= task_parent_is_no_descendant|2|
--= task_parent_is_no_descendant|3|
UPDATE task SET parent_id = NULL, added_on = NULL WHERE task_id IN (2, 3);

-- Two units at one place.
UPDATE task_unit SET ordinal = 1 WHERE task_id = 1 AND unit_id = 2;
--? SELECT rule, code, record FROM violation
--= task_units_have_an_order|1|responsible 1
UPDATE task_unit SET ordinal = 2 WHERE task_id = 1 AND unit_id = 2;

-- A succession that runs in a circle.
INSERT INTO succession (succession_id, unit_id, successor_unit_id, from_day) VALUES (9, 2, 1, '2022-06-01');
--? SELECT rule, record FROM violation ORDER BY record
--= succession_is_no_circle|市城管局
--= succession_is_no_circle|市水利局
DELETE FROM succession WHERE succession_id = 9;
--? SELECT * FROM violation

-- A view of one task's looks at that task only, and the Chinese one has the same rows.
UPDATE task_unit SET ordinal = 1 WHERE task_id = 1 AND unit_id = 2;
--? SELECT count(*) FROM violation WHERE task_id = 2
--= 0
--? SELECT 规则, 编号, 记录 FROM 违规
--= task_units_have_an_order|1|responsible 1
