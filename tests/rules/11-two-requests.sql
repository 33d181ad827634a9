-- Rules 4 and 11 where one return was asked for twice: of 市水利局 by 8 April, and on 6 April of 市审计局, its successor, by 15 April. Of
-- those whose day has passed the latest counts, in the flags, in the bulletin and in the counts alike; so the return is owed from 9 April.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'returned on 13 April', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'returned on 18 April', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'never returned', 'staged', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) SELECT task_id, 1, 'lead', 1 FROM task;
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-04-05');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on, report_due_on)
SELECT 1, '2022Q1', task_id, 4, '2022-04-06', '2022-04-15' FROM task;
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) SELECT 1, '2022Q1', task_id, 1, '2022-03-31' FROM task;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, '2022Q1', 4, 1, '2022-04-13', 25, 'on_schedule'),
  (2, '2022Q1', 4, 1, '2022-04-18', 25, 'on_schedule');

--? SELECT as_of, group_concat(report_due_on, ' ') FROM (SELECT * FROM request_status ORDER BY as_of, task_id)
--+ WHERE as_of IN ('2022-04-05', '2022-04-08', '2022-04-09', '2022-04-15', '2022-04-16') GROUP BY as_of
--= 2022-04-05|2022-04-08 2022-04-08 2022-04-08
--= 2022-04-08|2022-04-15 2022-04-15 2022-04-15
--= 2022-04-09|2022-04-08 2022-04-08 2022-04-08
--= 2022-04-15|2022-04-08 2022-04-08 2022-04-08
--= 2022-04-16|2022-04-15 2022-04-15 2022-04-15
--? SELECT as_of, code, is_missing, is_late FROM task_status WHERE as_of IN ('2022-04-08', '2022-04-09', '2022-04-14', '2022-04-16', '2022-04-20')
--+ ORDER BY as_of, task_id
--= 2022-04-08|1|0|0
--= 2022-04-08|2|0|0
--= 2022-04-08|3|0|0
--= 2022-04-09|1|1|0
--= 2022-04-09|2|1|0
--= 2022-04-09|3|1|0
--= 2022-04-14|1|0|1
--= 2022-04-14|2|1|0
--= 2022-04-14|3|1|0
--= 2022-04-16|1|0|0
--= 2022-04-16|2|1|0
--= 2022-04-16|3|1|0
--= 2022-04-20|1|0|0
--= 2022-04-20|2|0|1
--= 2022-04-20|3|1|0
-- What a round tells of its returns are the same flags, a row for each task.
--? SELECT count(*), sum(return_owed IS NOT NULL <> is_missing OR return_is_late <> is_late) FROM round_task
--+ WHERE as_of IN ('2022-04-08', '2022-04-09', '2022-04-14', '2022-04-16', '2022-04-20')
--= 15|0
--? SELECT task_id, cause, deadline FROM owed_return WHERE as_of = '2022-04-16' ORDER BY task_id
--= 2|missing|2022-04-15
--= 3|missing|2022-04-15
