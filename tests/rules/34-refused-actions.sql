-- Section 4: what an action must keep, in its issue and in each step that follows.

INSERT INTO task (task_id, plan_id, code, ordinal, text, added_on) VALUES
  (1, 1, '1', 1, 'a', NULL), (2, 1, '2', 2, 'closed in May', NULL), (3, 1, '3', 3, 'added in April', '2022-04-01');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 5, 'responsible', 1, NULL);
INSERT INTO unit_member VALUES (5, 6);
INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES (2, '2022-05-01', '示例', '2022-05-10', '示例');

-- The regulations want approval of what commends, criticises or proposes accountability.
--! INSERT INTO action (task_id, kind, issued_on) VALUES (1, 'commend', '2022-05-01')
--= 须写明批准人 | a commendation, a criticism or a proposal of accountability names who approved it
--! INSERT INTO action (task_id, kind, issued_on, approved_by) VALUES (1, 'criticise', '2022-05-01', '')
--= names who approved it
--! INSERT INTO action (task_id, kind, issued_on) VALUES (1, 'propose_accountability', '2022-05-01')
--= names who approved it
INSERT INTO action (task_id, kind, issued_on, approved_by) VALUES (1, 'propose_accountability', '2022-05-01', '市政府常务会议');

-- A task is not acted on before it began or was added.
--! INSERT INTO action (task_id, kind, issued_on) VALUES (1, 'press', '2021-12-31')
--= the task had not begun or been added yet
--! INSERT INTO action (task_id, kind, issued_on) VALUES (3, 'press', '2022-03-31')
--= the task had not begun or been added yet
INSERT INTO action (task_id, kind, issued_on) VALUES (1, 'press', '2022-01-01'), (3, 'press', '2022-04-01');

-- A closed task is not chased, pressed or supervised; it may be commended or inspected, and pressed again once reopened.
--! INSERT INTO action (task_id, kind, issued_on) VALUES (2, 'chase', '2022-05-01')
--= 任务已销号
--! INSERT INTO action (task_id, kind, issued_on) VALUES (2, 'supervise', '2022-05-09')
--= there is nothing to chase, press or supervise
INSERT INTO action (task_id, kind, issued_on) VALUES (2, 'press', '2022-04-30'), (2, 'press', '2022-05-10'), (2, 'inspect', '2022-05-05');
INSERT INTO action (task_id, kind, issued_on, approved_by) VALUES (2, 'commend', '2022-05-05', '市长');
-- Nor is it closed for a day before it was pressed; on that very day it may be.
INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (4, 1, '4', 4, 'pressed in April');
INSERT INTO task_unit VALUES (4, 1, 'lead', 1, NULL);
INSERT INTO action (task_id, kind, issued_on) VALUES (4, 'press', '2022-04-10'), (4, 'inspect', '2022-05-10');
--! INSERT INTO closure (task_id, closed_on, basis) VALUES (4, '2022-04-09', '示例')
--= 销号日期之后还有进展、调整或催办
INSERT INTO closure (task_id, closed_on, basis) VALUES (4, '2022-04-10', '示例');
--? SELECT rule FROM violation

-- Whom it presses is a unit of the task, also a member of a collective one; whom it interviews may be any.
--! INSERT INTO action (task_id, unit_id, kind, issued_on) VALUES (1, 3, 'press', '2022-05-01')
--= neither a lead nor a responsible unit of the task
INSERT INTO action (task_id, unit_id, kind, issued_on) VALUES (1, 6, 'press', '2022-05-01'), (1, 3, 'interview', '2022-05-01');

-- A cause has its deadline, and is one of the flags.
--! INSERT INTO action (task_id, kind, issued_on, cause) VALUES (1, 'press', '2022-05-01', 'overdue')
--= a cause has its deadline
--! INSERT INTO action (task_id, kind, issued_on, cause, deadline) VALUES (1, 'press', '2022-05-01', 'lagging', '2022-04-30')
--= CHECK constraint failed: cause IN

-- The steps, each in its order.
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on, reply_due_on, content) VALUES
  (20, 1, 1, 'press', '2022-05-01', '2022-05-06', '催办'), (21, 1, 1, 'inspect', '2022-05-01', NULL, NULL),
  (22, 1, 1, 'inspect', '2022-05-01', NULL, NULL);
--! UPDATE action SET replied_on = '2022-05-02' WHERE action_id = 20
--= a reply has its text and its day
--! UPDATE action SET replied_on = '2022-04-30', reply = 'x' WHERE action_id = 20
--= the reply is before the issue
--! UPDATE action SET delivered_on = '2022-05-02', conclusion = 'x' WHERE action_id = 20
--= only an inspection has a conclusion
--! UPDATE action SET conclusion = 'x' WHERE action_id = 21
--= a conclusion has the day it was delivered
--! UPDATE action SET delivered_on = '2022-04-30', conclusion = 'x' WHERE action_id = 21
--= delivered before the issue
--! UPDATE action SET delivered_on = '2022-05-10', conclusion = 'x', rectify_due_on = '2022-05-09' WHERE action_id = 21
--= due no earlier than that is delivered
--! UPDATE action SET rectify_due_on = '2022-05-09' WHERE action_id = 21
--= a rectification is asked by a conclusion
UPDATE action SET delivered_on = '2022-05-10', conclusion = '偏慢', rectify_due_on = '2022-05-20' WHERE action_id = 21;
UPDATE action SET delivered_on = '2022-05-10', conclusion = '良好' WHERE action_id = 22;
--! UPDATE action SET rectified_on = '2022-05-11', rectification = 'x' WHERE action_id = 22
--= no rectification was asked for
--! UPDATE action SET verified_on = '2022-05-11', verification = 'rectified' WHERE action_id = 22
--= no rectification was asked for
--! UPDATE action SET rectified_on = '2022-05-11' WHERE action_id = 21
--= a rectification has its text and its day
--! UPDATE action SET rectified_on = '2022-05-09', rectification = 'x' WHERE action_id = 21
--= rectified before the conclusion was delivered
--! UPDATE action SET verified_on = '2022-05-09', verification = 'unrectified' WHERE action_id = 21
--= verified before it was rectified
UPDATE action SET rectified_on = '2022-05-18', rectification = '已改' WHERE action_id = 21;
--! UPDATE action SET verified_on = '2022-05-17', verification = 'rectified' WHERE action_id = 21
--= verified before it was rectified
--! UPDATE action SET verified_on = '2022-05-19' WHERE action_id = 21
--= a verification has its result and its day
--! UPDATE action SET verified_on = '2022-05-19', verification = 'perhaps' WHERE action_id = 21
--= CHECK constraint failed: verification IN
UPDATE action SET verified_on = '2022-05-19', verification = 'rectified', verified_by = '甲' WHERE action_id = 21;
--! UPDATE action SET closed_on = '2022-05-18' WHERE action_id = 21
--= closed before the issue or what came after it

-- What was issued is never edited, a step is recorded once, and nothing follows the close.
--! UPDATE action SET reply_due_on = '2022-05-09' WHERE action_id = 20
--= an action is never edited once issued: add another
--! UPDATE action SET kind = 'supervise' WHERE action_id = 20
--= an action is never edited once issued: add another
UPDATE action SET replied_on = '2022-05-05', reply = '已办' WHERE action_id = 20;
--! UPDATE action SET reply = '另有说明' WHERE action_id = 20
--= the action has its reply
--! UPDATE action SET replied_on = NULL, reply = NULL WHERE action_id = 20
--= the action has its reply
--! UPDATE action SET conclusion = 'y' WHERE action_id = 21
--= the action has its conclusion
--! UPDATE action SET rectify_due_on = '2022-06-20' WHERE action_id = 21
--= the action has its conclusion
--! UPDATE action SET verification = 'unrectified' WHERE action_id = 21
--= the action is verified
--! UPDATE action SET rectification = 'y' WHERE action_id = 21
--= the action is verified
UPDATE action SET delivered_on = '2022-05-10', conclusion = '良好' WHERE action_id = 22;
UPDATE action SET closed_on = '2022-05-20' WHERE action_id = 20;
--! UPDATE action SET closed_on = NULL WHERE action_id = 20
--= the action is closed
--! UPDATE action SET closed_on = '2022-05-21' WHERE action_id = 20
--= the action is closed

-- Reported once, before it is verified.
INSERT INTO action (action_id, unit_id, kind, issued_on) VALUES (23, 6, 'inspect', '2022-05-01');
UPDATE action SET delivered_on = '2022-05-10', conclusion = '偏慢', rectify_due_on = '2022-05-20' WHERE action_id = 23;
UPDATE action SET rectified_on = '2022-05-18', rectification = '已改' WHERE action_id = 23;
--! UPDATE action SET rectified_on = '2022-05-19', rectification = '又改' WHERE action_id = 23
--= the action has its rectification
