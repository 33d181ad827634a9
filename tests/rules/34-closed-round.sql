-- A round that is closed (关闭): from that day an entry is let in only when it is marked as after the close, nothing more is
-- asked for, and it is closed once. Rule 11 goes by the due day alone.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'returned in time', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'returned after the close', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'asked later, due later', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request VALUES (1, '2022Q1', 1, 1, '2022-03-31', NULL), (1, '2022Q1', 2, 1, '2022-03-31', NULL),
  (1, '2022Q1', 3, 1, '2022-04-07', '2022-04-14');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q1', 1, 1, '2022-04-08', 20);
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, is_interim) VALUES (2, '2022Q1', 1, 1, '2022-04-08', 1);

-- What closing would cut off. On 6 April nothing has come of the two asked for; on the 8th one has come, an interim entry is no
-- return, and the due day itself is not past; on the 12th one is past and one is due on the 14th.
--? SELECT as_of, asked, outstanding, not_yet_due FROM round_closing
--+ WHERE quarter = '2022Q1' AND as_of IN ('2022-04-06', '2022-04-08', '2022-04-12', '2022-04-15') ORDER BY as_of
--= 2022-04-06|2|2|2
--= 2022-04-08|3|2|2
--= 2022-04-12|3|2|1
--= 2022-04-15|3|2|0

-- Not before it was opened, not before an entry that has come.
--! UPDATE round SET closed_on = '2022-06-29' WHERE quarter = '2022Q2'
--= 关闭日早于开启日
--= closed before it was opened
--! UPDATE round SET closed_on = '2022-04-07' WHERE quarter = '2022Q1'
--= 有进展在关闭日之后报送
--= entries were reported after that day
UPDATE round SET closed_on = '2022-04-08' WHERE quarter = '2022Q1';
--! UPDATE round SET closed_on = NULL WHERE quarter = '2022Q1'
--= 调度已关闭
--= only undo takes that back

-- An entry of the day before the close is an entry like any other; from the closing day on it has to be marked, and is never
-- marked otherwise.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q1', 1, 2, '2022-04-07', 21);
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (2, '2022Q1', 1, 2, '2022-04-08')
--= 该季度调度已关闭
--= an entry after the close is to be marked
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, is_after_close) VALUES (2, '2022Q1', 1, 2, '2022-04-07', 1)
--= 该季度调度当日未关闭
--= the round was not closed on that day
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, is_after_close) VALUES (2, '2022Q2', 1, 1, '2022-07-01', 1)
--= the round was not closed on that day
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, is_after_close) VALUES
  (2, '2022Q1', 1, 2, '2022-04-11', 22, 1), (3, '2022Q1', 1, 1, '2022-04-13', 23, 1);
--! UPDATE progress SET is_after_close = 0 WHERE task_id = 3
--= 进展不得修改

-- Rule 11 to the letter: task 3's own request was due on the 14th, so that it is not late.
--? SELECT code, is_missing, is_late, percent FROM task_status WHERE as_of = '2022-04-15' ORDER BY task_id
--= 1|0|0|21.0
--= 2|0|1|22.0
--= 3|0|0|23.0

-- It asks for nothing more; the round that is open does.
--! INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q1', 1, 3, '2022-04-08')
--= 该季度调度已关闭，不再下达应报事项
--= it asks for nothing more
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q2', 1, 1, '2022-06-30');
