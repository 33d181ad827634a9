-- 回复逾期: an open action whose reply or rectification was due before the day and had not come by it.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (1, 1, '1', 1, 'a');
INSERT INTO task_unit VALUES (1, 1, 'lead', 1, NULL);
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on, reply_due_on, content) VALUES
  (1, 1, 1, 'press', '2022-04-11', '2022-04-14', '催办'),
  (2, 1, 1, 'supervise', '2022-04-11', '2022-04-20', NULL),
  (3, NULL, 3, 'interview', '2022-04-11', NULL, NULL);
INSERT INTO action (action_id, unit_id, kind, issued_on, reply_due_on, content) VALUES (4, 6, 'inspect', '2022-04-11', '2022-04-12', '察看');
UPDATE action SET delivered_on = '2022-04-13', conclusion = '偏慢', rectify_due_on = '2022-04-18' WHERE action_id = 4;

-- On the due day itself nobody is late yet; an inspection may owe both.
--? SELECT as_of, action_id, code, unit, owed, due_on, days_overdue, content FROM overdue_reply
--+ WHERE as_of IN ('2022-04-12', '2022-04-14', '2022-04-19') ORDER BY as_of, days_overdue DESC, action_id
--= 2022-04-14|4|NULL|东阿县人民政府|reply|2022-04-12|2|察看
--= 2022-04-19|4|NULL|东阿县人民政府|reply|2022-04-12|7|察看
--= 2022-04-19|1|1|市水利局|reply|2022-04-14|5|催办
--= 2022-04-19|4|NULL|东阿县人民政府|rectification|2022-04-18|1|偏慢

-- What comes late ends it from its day on; so does the close. The past answers as it did.
UPDATE action SET replied_on = '2022-04-16', reply = '已办' WHERE action_id = 1;
UPDATE action SET rectified_on = '2022-04-22', rectification = '已改' WHERE action_id = 4;
UPDATE action SET closed_on = '2022-04-23' WHERE action_id = 2;
--? SELECT as_of, group_concat(action_id || ' ' || owed, ', ') FROM (SELECT * FROM overdue_reply
--+ WHERE as_of IN ('2022-04-15', '2022-04-16', '2022-04-21', '2022-04-22', '2022-04-23') ORDER BY as_of, action_id, owed) GROUP BY as_of
--= 2022-04-15|1 reply, 4 reply
--= 2022-04-16|4 reply
--= 2022-04-21|2 reply, 4 rectification, 4 reply
--= 2022-04-22|2 reply, 4 reply
--= 2022-04-23|4 reply

-- The unit is the one that answers on the day.
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (6, 3, '2022-05-01');
--? SELECT as_of, unit FROM overdue_reply WHERE action_id = 4 AND as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of
--= 2022-04-30|东阿县人民政府
--= 2022-05-01|市财政局
