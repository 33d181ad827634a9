-- Section 6: overdue (worst first), lagging, missing, due_soon, stalled, awaiting have the columns of task_status and the
-- rows so flagged. A script may rely on the names and on their order.

--? SELECT group_concat(name, ' ') FROM pragma_table_info('task_status')
--= as_of task_id plan_year code section text kind leaders lead_unit lead_units responsible_units starts_on due_on closed_on quarter reported_quarter reported_on state percent expected_percent lag is_overdue days_overdue awaits_return is_lagging is_missing is_returned is_late is_incomplete has_late_milestone is_due_soon is_stalled awaits_acceptance is_suspended lamp reason
--? SELECT v.column1, group_concat(t.name, ' ') = (SELECT group_concat(name, ' ') FROM pragma_table_info('task_status'))
--+ FROM (VALUES ('overdue'), ('lagging'), ('missing'), ('due_soon'), ('stalled'), ('awaiting')) AS v,
--+ pragma_table_info(v.column1) AS t GROUP BY v.column1
--= awaiting|1
--= due_soon|1
--= lagging|1
--= missing|1
--= overdue|1
--= stalled|1
--? SELECT group_concat(name, ' ') FROM pragma_table_info('target_status')
--= as_of task_id plan_year code ordinal name kind comparison value measure reading node lag is_lagging
--? SELECT v.column1 FROM (VALUES ('late_milestone'), ('open_matter'), ('unit_scorecard'), ('leader_scorecard'),
--+ ('section_scorecard')) AS v JOIN pragma_table_info(v.column1) AS t WHERE t.cid = 0 AND t.name <> 'as_of'
--? SELECT v.column1 FROM (VALUES ('unit_scorecard'), ('leader_scorecard'), ('section_scorecard')) AS v
--+ WHERE (SELECT group_concat(t.name, ' ') FROM pragma_table_info(v.column1) AS t) NOT LIKE
--+ '% tasks closed red yellow green grey overdue lagging missing late completed_percent on_schedule_percent'

INSERT INTO task (task_id, plan_id, section_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, 1, '1', 1, 'a', 'staged', '2022-05-31'),
  (2, 1, 1, '2', 2, 'b', 'staged', '2022-03-31'),
  (3, 1, 1, '3', 3, 'c', 'staged', '2022-04-30'),
  (4, 1, 1, '4', 4, 'd', 'staged', '2022-12-31'),
  (5, 1, 1, '5', 5, 'e', 'staged', '2022-07-20'),
  (6, 1, 1, '6', 6, 'f', 'staged', '2022-07-10'),
  (7, 1, 1, '7', 7, 'done', 'staged', '2022-07-10'),
  (8, 1, 1, '8', 8, 'a level below', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, iif(task_id = 3, 1, 2), 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 3, 'lead', 2, NULL), (1, 5, 'responsible', 1, NULL), (1, 4, 'responsible', 2, NULL);
INSERT INTO task_leader VALUES (1, 1, 1);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 8, 1, '增速', 'level', 6.5);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT 1, '2022Q2', task_id, iif(task_id = 3, 1, 2), '2022-06-30', NULL FROM task;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, 1, '2022Q2', 2, 1, '2022-07-05', 85, 'on_schedule'),
  (4, 4, '2022Q2', 2, 1, '2022-07-05', 15, 'on_schedule'),
  (7, 7, '2022Q2', 2, 1, '2022-07-05', 100, 'done'),
  (8, 8, '2022Q2', 2, 1, '2022-07-05', NULL, 'on_schedule');
INSERT INTO reading VALUES (8, 1, 6.4);

-- Worst first: the longest overdue; the farthest behind. The most pressing first: the nearest due day.
--? SELECT task_id, days_overdue FROM overdue WHERE as_of = '2022-07-08'
--= 2|99
--= 3|69
--= 1|38
-- 2 and 3 are 100 behind, 6 and 5 by the share (6 of 6 + 10/31 months; 6 of 6 + 20/31), 4 by 35, 1 by 15, 8 by its level.
--? SELECT task_id, round(lag, 2) FROM lagging WHERE as_of = '2022-07-08'
--= 2|100.0
--= 3|100.0
--= 6|94.9
--= 5|90.29
--= 4|35.0
--= 1|15.0
--= 8|NULL
--? SELECT task_id, due_on FROM due_soon WHERE as_of = '2022-07-08'
--= 6|2022-07-10
--= 5|2022-07-20
--? SELECT task_id, state FROM awaiting WHERE as_of = '2022-07-08'
--= 7|done
-- By the unit that owes.
--? SELECT lead_unit, task_id FROM missing WHERE as_of = '2022-07-08'
--= 市城管局|2
--= 市城管局|5
--= 市城管局|6
--= 市水利局|3

-- A row tells its task whole: lists joined with 、 in the notice's order.
--? SELECT plan_year, code, section, text, kind, leaders, lead_unit, lead_units, responsible_units, starts_on, due_on, closed_on
--+ FROM overdue WHERE as_of = '2022-07-08' AND task_id = 1
--= 2022|1|一|a|staged|市政府各位副市长|市城管局|市城管局、市财政局|各县（市、区）人民政府、市审计局|2022-01-01|2022-05-31|NULL
--? SELECT leaders, responsible_units FROM task_status WHERE as_of = '2022-07-08' AND task_id = 2
--= NULL|NULL

-- The same in Chinese.
--? SELECT 牵头单位, count(*) FROM 逾期 WHERE 截至日 = '2022-07-08' GROUP BY 1 ORDER BY 2 DESC
--= 市城管局|2
--= 市水利局|1
--? SELECT 编号, 完成时限, 逾期天数, 亮灯 FROM 逾期 WHERE 截至日 = '2022-07-08'
--= 2|2022-03-31|99|red
--= 3|2022-04-30|69|red
--= 1|2022-05-31|38|red

-- Two units or leaders that one has taken over stand in a list once.
INSERT INTO leader (leader_id, name) VALUES (2, '常务副市长');
INSERT INTO task_leader VALUES (1, 2, 2);
INSERT INTO succession (leader_id, successor_leader_id, from_day) VALUES (1, 2, '2022-07-08');
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (3, 2, '2022-07-08');
--? SELECT as_of, leaders, lead_units FROM task_status WHERE as_of IN ('2022-07-07', '2022-07-08') AND task_id = 1 ORDER BY as_of
--= 2022-07-07|市政府各位副市长、常务副市长|市城管局、市财政局
--= 2022-07-08|常务副市长|市城管局
