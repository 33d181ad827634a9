-- What papers (公文) are made of: the tasks of a round with the names that its bulletin calls them by and what became of its returns, the
-- entry at a day, how a quarter stands, which bulletins came before, the day by which to reply, who signs.

UPDATE plan SET issuer = '示例市人民政府';
INSERT INTO plan (plan_id, year, title, issuer, starts_on, ends_on) VALUES
  (2, 2023, '2023年分工方案', '示例市委', '2023-01-01', '2023-12-31'), (3, 2024, '2024年分工方案', NULL, '2024-01-01', '2024-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'a', 'standing', NULL), (2, 1, '2', 2, 'open beyond its year', 'staged', '2022-12-31'), (3, 2, '1', 1, 'c', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 2, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10'),
  (2, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');

-- A round has the tasks of each plan that it asks; those of an earlier year are named with it. Before it was opened it has none.
--? SELECT round_quarter, label, code FROM round_task WHERE as_of = '2023-04-11' AND round_quarter = '2023Q1' ORDER BY task_id
--= 2023Q1|2022/1|1
--= 2023Q1|2022/2|2
--= 2023Q1|1|1
--? SELECT label FROM round_task WHERE as_of = '2023-04-11' AND round_quarter = '2022Q1' ORDER BY task_id
--= 1
--= 2
--? SELECT label FROM round_task WHERE as_of = '2023-03-30' AND round_quarter = '2023Q1'

INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, review, reviewed_on, redo_due_on) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 10, 'returned', '2022-04-09', '2022-04-15'),
  (2, 1, '2022Q1', 1, 2, '2022-04-12', 20, NULL, NULL, NULL),
  (3, 1, '2022Q1', 2, 3, '2022-04-12', 30, NULL, NULL, NULL);

-- The entry at a day stands from the day it was reported until the day it is returned; a contribution (3) is never it.
--? SELECT as_of, task_id, progress_id FROM entry_at
--+ WHERE as_of IN ('2022-04-05', '2022-04-06', '2022-04-08', '2022-04-09', '2022-04-12') ORDER BY as_of
--= 2022-04-06|1|1
--= 2022-04-08|1|1
--= 2022-04-12|1|2

-- Of two quarters it is that of the newer, whichever was reported last; of one the highest revision.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (4, 1, '2022Q2', 1, 1, '2022-07-07', 50), (5, 1, '2022Q1', 1, 4, '2022-07-08', 25), (6, 1, '2022Q2', 1, 2, '2022-07-08', 55);
--? SELECT as_of, progress_id FROM entry_at WHERE as_of IN ('2022-07-06', '2022-07-07', '2022-07-08') ORDER BY as_of
--= 2022-07-06|2
--= 2022-07-07|4
--= 2022-07-08|6

-- Three workdays after Friday the 15th: Monday to Wednesday. With the setting at 1, the next one; 3 to 5 April were holidays.
--? SELECT reply_due_on FROM reply_deadline WHERE as_of = '2022-07-15'
--= 2022-07-20
UPDATE setting SET value = 1 WHERE name = 'reply_due_workdays';
--? SELECT reply_due_on FROM reply_deadline WHERE as_of = '2022-04-02'
--= 2022-04-06

--? SELECT year, office FROM plan_office ORDER BY year
--= 2022|示例市人民政府办公室
--= 2023|示例市委
--= 2024|NULL

-- What a paper of a day calls a task: those of another plan than the newest that has begun are named with its year.
--? SELECT as_of, year FROM newest_plan WHERE as_of IN ('2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01') ORDER BY as_of
--= 2021-12-31|NULL
--= 2022-01-01|2022
--= 2022-12-31|2022
--= 2023-01-01|2023
--? SELECT as_of, group_concat(label, ' ') FROM (SELECT as_of, label FROM task_label WHERE as_of IN ('2022-12-31', '2023-01-01')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-12-31|1 2 2023/1
--= 2023-01-01|2022/1 2022/2 1

-- 2022Q1's returns are due on 8 April, 2022Q2's on 7 July. On 8 April nobody is late yet; from 8 July on lamps judge by Q2. In 2023Q1 the
-- newer plan's office signs.
--? SELECT as_of, report_due_on, is_due, later_quarter, office FROM quarter_standing
--+ WHERE quarter = '2022Q1' AND as_of IN ('2022-03-30', '2022-04-08', '2022-04-09', '2022-07-07', '2022-07-08') ORDER BY as_of
--= 2022-04-08|2022-04-08|0|NULL|示例市人民政府办公室
--= 2022-04-09|2022-04-08|1|NULL|示例市人民政府办公室
--= 2022-07-07|2022-04-08|1|NULL|示例市人民政府办公室
--= 2022-07-08|2022-04-08|1|2022Q2|示例市人民政府办公室
--? SELECT quarter, office FROM quarter_standing WHERE as_of = '2023-04-11' ORDER BY quarter
--= 2022Q1|示例市人民政府办公室
--= 2022Q2|示例市人民政府办公室
--= 2023Q1|示例市委

-- Of a round each task tells of that round's return, also when lamps judge by a later quarter: 1 came in time, was sent back on 9 April, to
-- be redone by the 15th, and was on the 12th; for Q2 it came on the due day. 2 never came for Q1, and came late for Q2.
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES
  (1, '2022Q1', 1, 1, '2022-03-31'), (1, '2022Q1', 2, 1, '2022-03-31'), (1, '2022Q2', 1, 1, '2022-06-30'),
  (1, '2022Q2', 2, 1, '2022-06-30');
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (7, 2, '2022Q2', 1, 1, '2022-07-11', 60, 'ahead');
--? SELECT as_of, round_quarter, label, return_owed, return_is_late FROM round_task
--+ WHERE as_of IN ('2022-04-08', '2022-04-09', '2022-07-08', '2022-07-12') ORDER BY as_of, round_quarter, task_id
--= 2022-04-08|2022Q1|1|NULL|0
--= 2022-04-08|2022Q1|2|NULL|0
--= 2022-04-09|2022Q1|1|NULL|0
--= 2022-04-09|2022Q1|2|missing|0
--= 2022-07-08|2022Q1|1|NULL|0
--= 2022-07-08|2022Q1|2|missing|0
--= 2022-07-08|2022Q2|1|NULL|0
--= 2022-07-08|2022Q2|2|missing|0
--= 2022-07-12|2022Q1|1|NULL|0
--= 2022-07-12|2022Q1|2|missing|0
--= 2022-07-12|2022Q2|1|NULL|0
--= 2022-07-12|2022Q2|2|NULL|1
-- Of the reference quarter they are the flags of the rules 11.
--? SELECT count(*) FROM round_task AS s
--+ WHERE s.as_of IN ('2022-04-08', '2022-04-09', '2022-07-08', '2022-07-12') AND s.round_quarter = s.quarter
--+   AND (s.return_owed IS NOT NULL <> s.is_missing OR s.return_is_late <> s.is_late)
--= 0
-- 2 says ahead and its lamp is green on 12 July: 60 of 50 %. On 1 January it is overdue.
--? SELECT as_of, is_ahead, lamp FROM round_task WHERE as_of IN ('2022-07-12', '2023-01-01') AND task_id = 2 AND round_quarter = '2022Q2' ORDER BY as_of
--= 2022-07-12|1|green
--= 2023-01-01|0|red
-- A task that is done, suspended or closed owes no return and has none that is late.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (8, 2, '2022Q2', 1, 2, '2022-07-13', 100, 'done');
INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, reason, authority) VALUES (1, 1, '2022-07-13', 'suspend', '示例', '示例');
INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (1, 2, '2022-07-14', '示例');
--? SELECT as_of, round_quarter, label, return_owed, return_is_late FROM round_task
--+ WHERE as_of IN ('2022-07-13', '2022-07-14') ORDER BY as_of, round_quarter, task_id
--= 2022-07-13|2022Q1|1|NULL|0
--= 2022-07-13|2022Q1|2|NULL|0
--= 2022-07-13|2022Q2|1|NULL|0
--= 2022-07-13|2022Q2|2|NULL|1
--= 2022-07-14|2022Q1|1|NULL|0
--= 2022-07-14|2022Q1|2|NULL|0
--= 2022-07-14|2022Q2|1|NULL|0
--= 2022-07-14|2022Q2|2|NULL|0

-- The scorecard of a round counts the tasks of all its plans: on 12 July one green, and 1 (standing, of which nothing is expected) too.
--? SELECT quarter, tasks, closed, red, yellow, green, grey, missing, late, completed_percent, on_schedule_percent FROM round_scorecard
--+ WHERE as_of IN ('2022-07-12') ORDER BY quarter
--= 2022Q1|2|0|0|0|2|0|1|0|0.0|100.0
--= 2022Q2|2|0|0|0|2|0|0|1|0.0|100.0
--? SELECT tasks, closed, grey, completed_percent FROM round_scorecard WHERE as_of = '2023-04-11' AND quarter = '2023Q1'
--= 3|1|2|33.3333333333333

-- A bulletin's quarter has a round opened by its day, and bulletins are issued in order of day; of one day the later number is the later one.
--! INSERT INTO bulletin (number, quarter, issued_on) VALUES ('示〔2022〕1号', '2022Q3', '2022-07-15')
--= no round
--! INSERT INTO bulletin (number, quarter, issued_on) VALUES ('示〔2022〕1号', '2022Q2', '2022-06-29')
--= no round
--! INSERT INTO bulletin (number, quarter, issued_on, issuer) VALUES ('示〔2022〕1号', '2022Q1', '2022-04-15', ' ')
--= issuer
INSERT INTO bulletin (number, quarter, issued_on) VALUES ('示〔2022〕1号', '2022Q1', '2022-04-15'), ('示〔2022〕2号', '2022Q2', '2022-07-15');
--! INSERT INTO bulletin (number, quarter, issued_on) VALUES ('示〔2022〕3号', '2022Q1', '2022-07-14')
--= later day
INSERT INTO bulletin (number, quarter, issued_on) VALUES ('示〔2022〕3号', '2022Q1', '2022-07-15');

-- Before an issued one come those with lower numbers; before a draft (0) those issued by its day, which a later issue doesn't change.
--? SELECT of_bulletin_id, bulletin_id, is_last FROM earlier_bulletin WHERE as_of = '2022-07-15' ORDER BY 1, 2
--= 0|1|0
--= 0|2|0
--= 0|3|1
--= 2|1|1
--= 3|1|0
--= 3|2|1
--? SELECT of_bulletin_id, bulletin_id, is_last FROM earlier_bulletin WHERE as_of = '2022-07-14' AND of_bulletin_id = 0
--= 0|1|1
--? SELECT * FROM earlier_bulletin WHERE as_of = '2022-04-14'
