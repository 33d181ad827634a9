-- Section 4: rows of progress, reading, adjustment, matter, action and bulletin are never deleted; INSERT OR REPLACE would do just that,
-- and fires no DELETE trigger.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (1, 1, '1', 1, 'a');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 1, 1, '公里', 'amount', 40);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 10), (2, 1, '2022Q1', 1, 2, '2022-04-07', 12);
INSERT INTO reading VALUES (1, 1, 4);
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (1, 1, '2022-05-01', 'suspend', '示例', '市政府');
INSERT INTO matter (matter_id, task_id, raised_on, content) VALUES (1, 1, '2022-05-01', '资金');
INSERT INTO action (action_id, task_id, kind, issued_on) VALUES (1, 1, 'press', '2022-05-01');
INSERT INTO bulletin VALUES (1, '示〔2022〕1号', '2022Q1', '2022-04-15', NULL);
INSERT INTO bulletin_row VALUES (1, 1, 'bulletin_task', '1', '{}');

--! INSERT OR REPLACE INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES (2, 1, '2022Q1', 1, 2, '2022-04-07', 90)
--= never
--! INSERT OR REPLACE INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q1', 1, 2, '2022-04-07', 91)
--= never
--! INSERT OR REPLACE INTO reading VALUES (1, 1, 6)
--= never
--! INSERT OR REPLACE INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (1, 1, '2022-05-01', 'resume', '示例', '市政府')
--= never
--! INSERT OR REPLACE INTO matter (matter_id, task_id, raised_on, content) VALUES (1, 1, '2022-05-02', '用地')
--= never
--! INSERT OR REPLACE INTO action (action_id, task_id, kind, issued_on) VALUES (1, 1, 'inspect', '2022-05-02')
--= never
--! INSERT OR REPLACE INTO bulletin VALUES (1, '示〔2022〕2号', '2022Q1', '2022-04-15', NULL)
--= never
--! INSERT OR REPLACE INTO bulletin VALUES (2, '示〔2022〕1号', '2022Q1', '2022-04-16', NULL)
--= never
--! UPDATE bulletin SET issued_on = '2022-04-16'
--= never
--! DELETE FROM bulletin
--= never
--! INSERT OR REPLACE INTO bulletin_row VALUES (1, 1, 'bulletin_task', '1', '[]')
--= never
--! UPDATE bulletin_row SET content = '[]'
--= never
--! DELETE FROM bulletin_row
--= never

-- Nothing is gone.
--? SELECT progress_id, percent FROM progress
--= 1|10.0
--= 2|12.0
--? SELECT value FROM reading
--= 4.0
--? SELECT kind FROM adjustment
--= suspend
--? SELECT content FROM matter
--= 资金
--? SELECT kind FROM action
--= press
