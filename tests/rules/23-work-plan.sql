-- Milestones, targets, nodes and shares count from the day they were added; past days answer as before. A later node for the same
-- quarter holds from its own day. Percents of milestones that fall, shares beside the whole, contributions beside the lead
-- unit's figure: falling_milestone, share_total, contribution_status.

INSERT INTO unit_member VALUES (5, 6);
INSERT INTO unit (unit_id, name, kind) VALUES (7, '莘县人民政府', 'county'), (8, '冠县人民政府', 'county');
INSERT INTO unit_member VALUES (5, 7), (5, 8);
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, '公里', 'staged', '2022-12-31'),
  (2, 1, '2', 2, '增速', 'staged', '2022-12-31');
INSERT INTO task_unit VALUES (1, 1, 'lead', 1, NULL), (1, 5, 'responsible', 1, NULL), (2, 1, 'lead', 1, NULL);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure) VALUES (1, 1, 1, '里程', 'amount', 40, '公里');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT plan_id, quarter, task_id, 1, opened_on, NULL FROM task JOIN round USING (plan_id);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 20), (2, 2, '2022Q1', 1, 1, '2022-04-06', 20);
INSERT INTO reading VALUES (1, 1, 8);

-- Without any of it: expected 25, lag max(25 - 20, 100 x (10 - 8) / 40) = 5.
--? SELECT task_id, expected_percent, lag, is_incomplete, has_late_milestone FROM task_status WHERE as_of = '2022-04-20'
--= 1|25.0|5.0|0|0
--= 2|25.0|5.0|0|0

-- Added on 1 May: a node of 14 for Q1 (lag 100 x 6 / 40 = 15), milestones of task 2 (24 expected by the end of March, lag 4; both
-- not done), a second target of task 2, which its entry of 6 April was not asked for.
INSERT INTO target_node VALUES (1, '2022Q1', 14, '2022-05-01');
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent, added_on) VALUES
  (2, 1, '立项', '2022-03-31', 24, '2022-05-01'), (2, 2, '开工', '2022-04-30', NULL, '2022-05-01');
INSERT INTO target (target_id, task_id, ordinal, name, kind, value, added_on) VALUES (2, 2, 1, '增速', 'level', 6, '2022-05-01');
--? SELECT as_of, task_id, expected_percent, lag, is_incomplete, has_late_milestone FROM task_status
--+ WHERE as_of IN ('2022-04-20', '2022-04-30', '2022-05-01') ORDER BY as_of, task_id
--= 2022-04-20|1|25.0|5.0|0|0
--= 2022-04-20|2|25.0|5.0|0|0
--= 2022-04-30|1|25.0|5.0|0|0
--= 2022-04-30|2|25.0|5.0|0|0
--= 2022-05-01|1|25.0|15.0|0|0
--= 2022-05-01|2|24.0|4.0|0|1
--? SELECT as_of, task_id, ordinal FROM target_status WHERE as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of, task_id
--= 2022-04-30|1|1
--= 2022-05-01|1|1
--= 2022-05-01|2|1
--? SELECT as_of, ordinal FROM late_milestone WHERE as_of IN ('2022-04-30', '2022-05-01')
--= 2022-05-01|1
--= 2022-05-01|2

-- A return of a later day is asked for the new target.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (3, 2, '2022Q1', 1, 2, '2022-05-02', 20);
--? SELECT as_of, is_incomplete FROM task_status WHERE task_id = 2 AND as_of IN ('2022-05-01', '2022-05-02') ORDER BY as_of
--= 2022-05-01|0
--= 2022-05-02|1

-- A node set again holds from its day: 12, lag 100 x 4 / 40 = 10.
INSERT INTO target_node VALUES (1, '2022Q1', 12, '2022-06-01');
--? SELECT as_of, node, lag FROM target_status WHERE task_id = 1 AND as_of IN ('2022-05-31', '2022-06-01') ORDER BY as_of
--= 2022-05-31|14.0|15.0
--= 2022-06-01|12.0|10.0

-- Milestones: the percents rise with the days, on one day with the numbers.
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES
  (1, 1, '开工', '2022-03-31', 10), (1, 2, '主体', '2022-06-30', 60), (1, 3, '例会', '2022-07-31', NULL),
  (1, 4, '验收', '2022-09-30', 60), (1, 5, '投用', '2022-12-31', 100);
--? SELECT * FROM falling_milestone
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES (1, 6, '中期', '2022-05-31', 70);
--? SELECT earlier_ordinal, earlier_percent, later_ordinal, later_percent FROM falling_milestone ORDER BY later_ordinal
--= 6|70.0|2|60.0
--= 6|70.0|4|60.0
DELETE FROM milestone WHERE ordinal = 6;
INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent) VALUES (1, 6, '中期', '2022-06-30', 59);
--? SELECT earlier_ordinal, later_ordinal FROM falling_milestone
--= 2|6
DELETE FROM milestone WHERE ordinal = 6;

-- Shares: 25 and 10 of 40, then 15, then 16; the whole is 38 from 1 August, so 41 - 38 too much.
INSERT INTO target_share VALUES (1, 6, 25, '2022-05-01'), (1, 7, 10, '2022-05-01'), (1, 7, 15, '2022-06-01'), (1, 7, 16, '2022-07-01');
INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, reason, authority) VALUES
  (1, '2022-08-01', 'target', 1, 38, '示例', '示例');
--? SELECT as_of, value, most, shared, excess, shortfall FROM share_total
--+ WHERE target_id = 1 AND as_of IN ('2022-04-30', '2022-05-01', '2022-06-01', '2022-07-01', '2022-08-01') ORDER BY as_of
--= 2022-05-01|40.0|40.0|35.0|0.0|5.0
--= 2022-06-01|40.0|40.0|40.0|0.0|0.0
--= 2022-07-01|40.0|40.0|41.0|1.0|0.0
--= 2022-08-01|38.0|38.0|41.0|3.0|0.0
-- A range has a lower and an upper end.
UPDATE target SET value_high = 40.5 WHERE target_id = 1;
--? SELECT value, most, shared, excess, shortfall FROM share_total WHERE target_id = 1 AND as_of = '2022-07-01'
--= 40.0|40.5|41.0|0.5|0.0
UPDATE target SET value_high = NULL WHERE target_id = 1;

-- Contributions: Dong'e 20 of 25; Shen has a share and no figure; Guan a figure and no share; the lead unit's is the whole.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (4, 1, '2022Q2', 6, 1, '2022-07-04', 80), (5, 1, '2022Q2', 8, 2, '2022-07-05', NULL), (6, 1, '2022Q2', 1, 3, '2022-07-06', 60);
INSERT INTO reading VALUES (4, 1, 20), (5, 1, 3), (6, 1, 24);
--? SELECT unit, share, reading, percent, value, shared, contributed, lead_reading FROM contribution_status
--+ WHERE as_of = '2022-07-08' AND task_id = 1 ORDER BY unit
--= 东阿县人民政府|25.0|20.0|80.0|40.0|41.0|23.0|24.0
--= 冠县人民政府|NULL|3.0|NULL|40.0|41.0|23.0|24.0
--= 莘县人民政府|16.0|NULL|NULL|40.0|41.0|23.0|24.0
-- Never judged: 60 percent and 24 are the lead unit's, and the earlier days know nothing of it.
--? SELECT percent, state FROM task_status WHERE as_of = '2022-07-08' AND task_id = 1
--= 60.0|NULL
--? SELECT unit, share, reading FROM contribution_status WHERE as_of = '2022-06-30' AND task_id = 1 ORDER BY unit
--= 东阿县人民政府|25.0|NULL
--= 莘县人民政府|15.0|NULL
-- Returned, it stands no more; a share of 0 is none.
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-10' WHERE progress_id = 4;
INSERT INTO target_share VALUES (1, 7, 0, '2022-07-10');
--? SELECT unit, share, reading, shared, contributed FROM contribution_status
--+ WHERE as_of IN ('2022-07-09', '2022-07-10') AND task_id = 1 ORDER BY as_of, unit
--= 东阿县人民政府|25.0|20.0|41.0|23.0
--= 冠县人民政府|NULL|3.0|41.0|23.0
--= 莘县人民政府|16.0|NULL|41.0|23.0
--= 东阿县人民政府|25.0|NULL|25.0|3.0
--= 冠县人民政府|NULL|3.0|25.0|3.0
-- A contribution asked for is no judged request.
INSERT INTO request VALUES (1, '2022Q2', 1, 8, '2022-06-30', '2022-07-01');
--? SELECT unit_id, report_due_on FROM judged_request WHERE task_id = 1 AND quarter = '2022Q2'
--= 1|2022-07-07
--? SELECT unit_id, first_return_on FROM request_status WHERE as_of = '2022-07-08' AND task_id = 1 AND quarter = '2022Q2'
--= 1|2022-07-06

-- A file with nodes and shares is whole. SQLite 3.40 says otherwise of a table without a rowid in which a column stands before
-- one of the key.
--? PRAGMA integrity_check
--= ok
--? SELECT l.name, k.name FROM pragma_table_list AS l JOIN pragma_table_info(l.name) AS k ON k.pk > 0
--+ JOIN pragma_table_info(l.name) AS c ON c.pk = 0 AND c.cid < k.cid WHERE l.wr = 1

-- What is refused.
--! INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (1, 9, '早', '2021-12-31')
--= the milestone is due before the task starts
--! INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (1, 9, '晚', '2023-01-01')
--= the milestone is due after the task
--! INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (1, 5, '同', '2022-10-31')
--= UNIQUE constraint failed: milestone.task_id, milestone.ordinal
-- Once the due day is put off the milestone may be later, from the day of that decision on.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES
  (1, '2022-11-20', 'due', '2023-03-31', '示例', '示例');
--! INSERT INTO milestone (task_id, ordinal, title, due_on, added_on) VALUES (1, 9, '晚', '2023-01-31', '2022-11-19')
--= the milestone is due after the task
INSERT INTO milestone (task_id, ordinal, title, due_on, added_on) VALUES (1, 9, '晚', '2023-01-31', '2022-11-20');
-- One that says nothing of when it was added, as from a script, goes by the due day decided last.
--! INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (1, 10, '更晚', '2023-04-01')
--= the milestone is due after the task
INSERT INTO milestone (task_id, ordinal, title, due_on) VALUES (1, 10, '也晚', '2023-02-28');
--? SELECT * FROM violation WHERE table_name = 'milestone'
--! INSERT INTO target_share (target_id, unit_id, value) VALUES (2, 1, 3)
--= a level does not add up: it has no shares
--! INSERT INTO target_share (target_id, unit_id, value) VALUES (1, 4, 3)
--= the unit is neither a lead nor a responsible unit of the task
--! INSERT INTO request VALUES (1, '2022Q3', 1, 8, '2022-06-30', NULL)
--= no round is open for the quarter
--! INSERT INTO request VALUES (1, '2022Q2', 2, 1, '2022-06-30', '2022-06-29')
--= the entry is due before it is asked for
--! UPDATE target SET value = 41 WHERE target_id = 1
--= the task has entries: a new value is decided with task adjust --target
--! UPDATE target SET kind = 'reach' WHERE target_id = 1
--= the task has entries
UPDATE target SET name = '总里程', value = 40 WHERE target_id = 1;
