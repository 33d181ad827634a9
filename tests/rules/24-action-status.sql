-- Actions (督查行动) as they stood on a day: what had come by it, and what was still owed.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (1, 1, '1', 1, 'a'), (2, 1, '2', 2, 'b');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 3, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');

-- Each fact stands from its own day on. Replied a day late, closed two days after.
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on, reply_due_on) VALUES (1, 1, 1, 'press', '2022-04-11', '2022-04-14');
UPDATE action SET replied_on = '2022-04-15', reply = '抓紧办理' WHERE action_id = 1;
UPDATE action SET closed_on = '2022-04-17' WHERE action_id = 1;
--? SELECT as_of, code, unit, replied_on, reply, closed_on, awaits_reply, reply_is_overdue, action_state FROM action_status
--+ WHERE as_of BETWEEN '2022-04-10' AND '2022-04-17' ORDER BY as_of
--= 2022-04-11|1|市水利局|NULL|NULL|NULL|1|0|awaits_reply
--= 2022-04-12|1|市水利局|NULL|NULL|NULL|1|0|awaits_reply
--= 2022-04-13|1|市水利局|NULL|NULL|NULL|1|0|awaits_reply
--= 2022-04-14|1|市水利局|NULL|NULL|NULL|1|0|awaits_reply
--= 2022-04-15|1|市水利局|2022-04-15|抓紧办理|NULL|0|0|answered
--= 2022-04-16|1|市水利局|2022-04-15|抓紧办理|NULL|0|0|answered
--= 2022-04-17|1|市水利局|2022-04-15|抓紧办理|2022-04-17|0|0|closed

-- Without a day to reply by nothing is owed. An action about a unit alone has no task.
INSERT INTO action (action_id, unit_id, kind, issued_on, approved_by) VALUES (2, 3, 'commend', '2022-04-11', '市长');
--? SELECT plan_year, code, unit, approved_by, awaits_reply, action_state FROM action_status WHERE action_id = 2 AND as_of = '2022-04-20'
--= NULL|NULL|市财政局|市长|0|issued

-- A chase is answered by the entry that it asks for: of its unit or the one that has succeeded it, not an interim one, not another
-- unit's, not one from before. A press is not.
INSERT INTO action (action_id, task_id, unit_id, kind, issued_on, reply_due_on) VALUES
  (3, 1, 1, 'chase', '2022-04-11', '2022-04-14'), (4, 1, 1, 'press', '2022-04-11', '2022-04-14'),
  (5, 2, 1, 'chase', '2022-04-11', '2022-04-14'), (6, 1, 3, 'chase', '2022-04-11', '2022-04-14');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, is_interim, percent) VALUES
  (1, '2022Q1', 1, 1, '2022-04-10', 0, 5), (1, '2022Q1', 1, 2, '2022-04-12', 1, 8),
  (1, '2022Q1', 3, 3, '2022-04-13', 0, 8), (1, '2022Q1', 1, 4, '2022-04-15', 0, 10);
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-04-18');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (2, '2022Q1', 4, 1, '2022-04-18', 10);
--? SELECT action_id, as_of, answered_on, replied_on, action_state FROM action_status
--+ WHERE action_id BETWEEN 3 AND 6 AND as_of IN ('2022-04-14', '2022-04-15', '2022-04-18') ORDER BY action_id, as_of
--= 3|2022-04-14|NULL|NULL|awaits_reply
--= 3|2022-04-15|2022-04-15|NULL|answered
--= 3|2022-04-18|2022-04-15|NULL|answered
--= 4|2022-04-14|NULL|NULL|awaits_reply
--= 4|2022-04-15|NULL|NULL|reply_overdue
--= 4|2022-04-18|NULL|NULL|reply_overdue
--= 5|2022-04-14|NULL|NULL|awaits_reply
--= 5|2022-04-15|NULL|NULL|reply_overdue
--= 5|2022-04-18|2022-04-18|NULL|answered
--= 6|2022-04-14|2022-04-13|NULL|answered
--= 6|2022-04-15|2022-04-13|NULL|answered
--= 6|2022-04-18|2022-04-13|NULL|answered

-- An inspection: conclusion delivered on the 20th, rectified by the unit on the 28th, found so on 5 May.
INSERT INTO action (action_id, unit_id, kind, method, issued_on) VALUES
  (7, 6, 'inspect', 'covert', '2022-04-18'), (8, 6, 'inspect', 'open', '2022-04-18'), (9, 6, 'inspect', 'open', '2022-04-18');
UPDATE action SET delivered_on = '2022-04-20', conclusion = '进度偏慢', rectify_due_on = '2022-04-29' WHERE action_id IN (7, 8);
UPDATE action SET delivered_on = '2022-04-20', conclusion = '情况良好' WHERE action_id = 9;
UPDATE action SET rectified_on = '2022-04-28', rectification = '增加人手' WHERE action_id IN (7, 8);
UPDATE action SET verified_on = '2022-05-05', verification = 'rectified', verified_by = '甲' WHERE action_id = 7;
UPDATE action SET verified_on = '2022-05-05', verification = 'unrectified', verified_by = '甲' WHERE action_id = 8;
UPDATE action SET closed_on = '2022-05-10' WHERE action_id = 8;
--? SELECT as_of, conclusion, rectified_on, verification, awaits_rectification, rectification_is_overdue, action_state FROM action_status
--+ WHERE action_id = 7 AND as_of IN ('2022-04-19', '2022-04-20', '2022-04-28', '2022-04-30', '2022-05-05') ORDER BY as_of
--= 2022-04-19|NULL|NULL|NULL|0|0|issued
--= 2022-04-20|进度偏慢|NULL|NULL|1|0|awaits_rectification
--= 2022-04-28|进度偏慢|2022-04-28|NULL|1|0|awaits_verification
--= 2022-04-30|进度偏慢|2022-04-28|NULL|1|0|awaits_verification
--= 2022-05-05|进度偏慢|2022-04-28|rectified|0|0|verified
-- What the office found unrectified is owed again until the action is closed.
--? SELECT as_of, awaits_rectification, rectification_is_overdue, action_state FROM action_status
--+ WHERE action_id = 8 AND as_of IN ('2022-05-04', '2022-05-05', '2022-05-10') ORDER BY as_of
--= 2022-05-04|1|0|awaits_verification
--= 2022-05-05|1|1|rectification_overdue
--= 2022-05-10|0|0|closed
--? SELECT action_state FROM action_status WHERE action_id = 9 AND as_of = '2022-05-10'
--= concluded
