-- A generated ledger for tools/bench.sh: :tasks tasks, four rounds and an entry for each task and round (示例 figures).
-- Load after schema, views and dictionary, with .parameter set :tasks N before.
PRAGMA synchronous = OFF;
BEGIN;
INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (1, 2022, '示例', '2022-01-01', '2022-12-31');
INSERT INTO section (section_id, plan_id, ordinal, label, title) VALUES (1, 1, 1, '一', '示例一'), (2, 1, 2, '二', '示例二');
INSERT INTO leader (leader_id, name) SELECT value, '示例领导' || value FROM generate_series(1, 10);
INSERT INTO unit (unit_id, name) SELECT value, '示例单位' || value FROM generate_series(1, 60);
INSERT INTO task (task_id, plan_id, section_id, code, ordinal, text, kind, starts_on, due_on)
SELECT value, 1, 1 + value % 2, value, value, '示例任务：完成老旧燃气管道更新改造若干公里，建成一批项目，第' || value || '项',
       iif(value % 3, 'staged', 'standing'), '2022-01-01', iif(value % 3, '2022-12-31', NULL)
FROM generate_series(1, :tasks);
INSERT INTO task_unit (task_id, unit_id, role, ordinal)
SELECT task_id, 1 + (task_id + n.value) % 60, iif(n.value < 2, 'lead', 'responsible'), iif(n.value < 2, n.value + 1, 1)
FROM task CROSS JOIN generate_series(0, 2) AS n;
INSERT INTO task_leader (task_id, leader_id, ordinal) SELECT task_id, 1 + task_id % 10, 1 FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure)
SELECT task_id, task_id, 1, '示例管道更新改造', 'amount', 38.8, '公里' FROM task WHERE task_id % 3;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12'), (1, '2022Q4', '2022-12-31', '2022-12-31', '2023-01-09');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)
SELECT r.plan_id, r.quarter, t.task_id, 1 + t.task_id % 60, r.opened_on FROM task AS t CROSS JOIN round AS r;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state, summary)
SELECT t.task_id, r.quarter, 1 + t.task_id % 60, 1, r.report_due_on, (24 - t.task_id % 5 * 3) * substr(r.quarter, 6),
       'on_schedule', '示例：按计划推进，完成序时进度'
FROM task AS t CROSS JOIN round AS r;
INSERT INTO reading (progress_id, target_id, value)
SELECT progress_id, task_id, percent * 38.8 / 100 FROM progress WHERE task_id % 3;
COMMIT;
