-- What the government decides on a task that it can't decide: suspending and resuming take turns; a closed task, or one that was
-- divided, is not adjusted; what was divided is not closed; no closing before an entry;
-- nothing before the task was there.

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (1, 1, NULL, '1', 1, 'a', 'standing', NULL, NULL), (2, 1, NULL, '2', 2, 'divided', 'standing', NULL, NULL),
  (3, 1, 2, '2(1)', 3, 'its item', 'standing', NULL, '2022-06-01'), (4, 1, NULL, '4', 4, 'closed', 'standing', NULL, NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (4, '2022Q1', 1, 1, '2022-04-06', 10);

--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-05-01', 'resume', '示例', '市政府')
--= 该任务未暂缓 | the task is not suspended
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-05-01', 'suspend', '示例', '市政府');
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-05-01', 'suspend', '示例', '市政府')
--= 该任务已暂缓 | the task is suspended already
-- For a day before it was suspended it can be neither.
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-04-30', 'resume', '示例', '市政府')
--= the task is not suspended
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-06-01', 'resume', '示例', '市政府');
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-06-02', 'resume', '示例', '市政府')
--= the task is not suspended
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-06-02', 'suspend', '示例', '市政府');

-- From the day its first item was added on.
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (2, '2022-05-31', 'suspend', '示例', '市政府');
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (2, '2022-06-01', 'resume', '示例', '市政府')
--= the task has sub-items: adjust those
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (2, '2022-06-01', '示例')
--= the task has sub-items: close those
INSERT INTO closure (task_id, closed_on, basis) VALUES (3, '2022-06-01', '示例');

--! INSERT INTO closure (task_id, closed_on, basis) VALUES (4, '2022-04-05', '示例')
--= an entry was reported after that day
INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (40, 4, '2022-04-06', '示例');
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (4, '2022-04-06', 'suspend', '示例', '市政府')
--= 该任务已销号 | the task is closed
UPDATE closure SET reopened_on = '2022-05-01', reopen_reason = '示例' WHERE closure_id = 40;
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (4, '2022-04-30', 'suspend', '示例', '市政府')
--= the task is closed
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (4, '2022-05-01', 'suspend', '示例', '市政府');

-- A task is there from the plan's start, or from the day it was added.
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (4, '2021-12-31', 'suspend', '示例', '市政府')
--= decided before the task was there
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, added_on) VALUES (5, 1, '5', 5, 'added', 'standing', '2022-06-01');
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (5, '2022-05-31', '示例')
--= 销号日期早于任务起始 | closed before the task was there
INSERT INTO closure (task_id, closed_on, basis) VALUES (5, '2022-06-01', '示例');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind) VALUES (6, 1, '6', 6, 'a typing error in the year', 'standing');
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (6, '2021-05-01', '示例')
--= closed before the task was there
