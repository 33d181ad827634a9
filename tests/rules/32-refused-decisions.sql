-- Section 4: rounds, requests, and what the office decides.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'a', 'staged', '2022-12-31'), (2, 1, '2', 2, 'b', 'standing', NULL), (3, 2, '1', 1, 'of 2023', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 1, 1, '公里', 'amount', 40);

--! INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES (1, '2022Q5', '2022-03-31', '2022-03-31', '2022-04-08')
--= CHECK constraint failed: quarter GLOB
--! INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on, yellow_lag, red_lag) VALUES (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08', 31, 30)
--= the yellow threshold is above the red one
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
--! INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES (1, '2022Q1', '2022-04-01', '2022-03-31', '2022-04-08')
--= UNIQUE constraint failed: round.plan_id, round.quarter

-- A request is of a round, of a task of its plan, once for a unit.
--! INSERT INTO request VALUES (1, '2022Q2', 1, 1, '2022-06-30', NULL)
--= no round is open for the quarter
--! INSERT INTO request VALUES (1, '2022Q1', 3, 1, '2022-03-31', NULL)
--= the request and its task are of different plans
INSERT INTO request VALUES (1, '2022Q1', 1, 1, '2022-03-31', NULL);
--! INSERT INTO request VALUES (1, '2022Q1', 1, 1, '2022-04-01', NULL)
--= UNIQUE constraint failed: request.task_id, request.quarter, request.unit_id

-- A task is closed once at a time.
--! INSERT INTO closure (task_id, closed_on, completed_on, basis) VALUES (1, '2022-05-01', '2022-05-02', '示例')
--= the completion day is after the closing day
--! INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES (1, '2022-05-01', '示例', '2022-04-30', '示例')
--= reopened before it was closed
--! INSERT INTO closure (task_id, closed_on, outcome, basis) VALUES (1, '2022-05-01', 'forgotten', '示例')
--= CHECK constraint failed: outcome IN
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-05-01', ' ')
--= a closure has its basis
INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (1, 1, '2022-05-01', '示例');
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-06-01', '示例')
--= 该任务已销号 | the task is closed
--! UPDATE closure SET reopened_on = '2022-06-01', reopen_reason = ' '
--= a reopening has its day and its reason
--! UPDATE closure SET basis = '验收报告'
--= a closure is never edited: reopen the task and close it anew
--! UPDATE closure SET reopen_reason = '示例'
--= a reopening has its day and its reason
UPDATE closure SET reopened_on = '2022-06-01', reopen_reason = '示例' WHERE closure_id = 1;
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-05-31', '示例')
--= the task is closed
--! UPDATE closure SET reopened_on = '2022-06-02', reopen_reason = '示例'
--= the closure is taken back already
--! DELETE FROM closure
--= closures are never deleted: reopen the task
--! INSERT OR REPLACE INTO closure (closure_id, task_id, closed_on, basis) VALUES (1, 1, '2022-07-01', '示例')
--= a closure is never replaced: reopen the task and close it anew
INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-06-01', '示例');

-- An adjustment has what its kind needs and nothing else; it is decided anew, not edited.
-- A new due day is for a staged task, and not before its start (1 begins with the plan, 2022-01-01).
--! INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-04-01', 'due', '2021-12-31', '示例', '市政府')
--= only a staged task has a due day, and none before its start
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-04-01', 'due', '示例', '市政府')
--= a due adjustment has a new due day
--! INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-04-01', 'suspend', '2022-12-31', '示例', '市政府')
--= a due adjustment has a new due day
--! INSERT INTO adjustment (task_id, decided_on, kind, target_id, reason, authority) VALUES (1, '2022-04-01', 'target', 1, '示例', '市政府')
--= a target adjustment has a target and a new value
--! INSERT INTO adjustment (task_id, decided_on, kind, new_value, reason, authority) VALUES (1, '2022-04-01', 'target', 20, '示例', '市政府')
--= a target adjustment has a target and a new value
--! INSERT INTO adjustment (task_id, decided_on, kind, new_value, reason, authority) VALUES (1, '2022-04-01', 'suspend', 20, '示例', '市政府')
--= a target adjustment has a target and a new value
--! INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (2, '2022-04-01', 'target', 1, 20, '示例', '市政府')
--= the target is not one of the task
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-04-01', 'cancel', '示例', '市政府')
--= CHECK constraint failed: kind IN
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, '2022-04-01', 'target', 1, 20, '示例', '市政府');
-- Whatever its kind, its reason and its authority are not blank; what is unknown, of a decision from elsewhere, is NULL.
--! INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-04-01', 'suspend', ' ', '市政府')
--= an adjustment has its reason
--! INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, '2022-04-01', 'target', 1, 30, '汛期', '')
--= an adjustment has the authority that decided it
--! INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES (1, '2022-04-01', 'target', 1, 0, '示例', '市政府')
--= the new value of an amount is above zero
--! UPDATE adjustment SET new_value = 10
--= an adjustment is never edited: decide anew
--! DELETE FROM adjustment
--= adjustments are never deleted

-- Matters and actions.
--! INSERT INTO matter (task_id, raised_on, content, decision) VALUES (1, '2022-05-01', '资金', '同意')
--= a decision has its text and its day
--! INSERT INTO matter (task_id, raised_on, content, decision, decided_on) VALUES (1, '2022-05-01', '资金', '同意', '2022-04-30')
--= decided before it was raised
--! INSERT INTO matter (raised_on, content) VALUES ('2022-05-01', '资金')
--= a matter is about a task or of a unit
--! INSERT INTO matter (task_id, raised_on, content) VALUES (1, '2022-05-01', ' ')
--= a matter has its content
INSERT INTO matter (task_id, raised_on, content) VALUES (1, '2022-05-01', '资金');
--! UPDATE matter SET content = '用地'
--= a matter is never edited: raise it anew
--! UPDATE matter SET decision = '', decided_on = '2022-05-02'
--= a decision has its text
UPDATE matter SET decision = '同意', decided_on = '2022-05-02';
--! UPDATE matter SET decision = '不同意', decided_on = '2022-05-03'
--= the matter is decided already
--! DELETE FROM matter
--= matters are never deleted
--! INSERT INTO action (kind, issued_on) VALUES ('meeting', '2022-05-01')
--= an action is about a task or a unit
--! INSERT INTO action (task_id, kind, method, issued_on) VALUES (2, 'press', 'open', '2022-05-01')
--= only an inspection is open or covert
--! INSERT INTO action (task_id, kind, issued_on, reply_due_on) VALUES (2, 'press', '2022-05-01', '2022-04-30')
--= the reply is due before the issue
--! INSERT INTO action (task_id, kind, issued_on) VALUES (1, 'shout', '2022-05-01')
--= CHECK constraint failed: kind IN
INSERT INTO action (task_id, kind, method, issued_on) VALUES (1, 'inspect', 'covert', '2022-05-01');
--! DELETE FROM action
--= actions are never deleted
