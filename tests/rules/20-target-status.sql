-- Section 6, target_status: one row per target of a leaf task; open_matter: what is raised by D and not decided by D.

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (1, 1, NULL, '6', 1, 'split in June', 'staged', '2022-12-31', NULL),
  (2, 1, 1, '6(1)', 2, 'its sub-item', 'staged', '2022-12-31', '2022-06-01'),
  (3, 1, NULL, '7', 3, 'no target', 'staged', '2022-12-31', NULL),
  (4, 1, NULL, '8', 4, 'closed in June', 'staged', '2022-12-31', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, value, value_high, measure) VALUES
  (1, 1, 1, '公里', 'amount', '>=', 38.8, NULL, '公里'), (2, 1, 2, '能耗', 'level', '<=', 5, NULL, '%'),
  (3, 2, 1, '车站', 'reach', '>=', 3, 5, '座'), (4, 4, 1, '增速', 'level', '>=', 6.5, NULL, '%');
--? SELECT as_of, task_id, plan_year, code, ordinal, name, kind, comparison, value, measure FROM target_status
--+ WHERE as_of IN ('2022-05-31', '2022-06-01') ORDER BY as_of, task_id, ordinal
--= 2022-05-31|1|2022|6|1|公里|amount|>=|38.8|公里
--= 2022-05-31|1|2022|6|2|能耗|level|<=|5.0|%
--= 2022-05-31|4|2022|8|1|增速|level|>=|6.5|%
--= 2022-06-01|2|2022|6(1)|1|车站|reach|>=|3.0|座
--= 2022-06-01|4|2022|8|1|增速|level|>=|6.5|%

-- The target of a closed task lags no longer: only an open task has flags.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request VALUES (1, '2022Q1', 4, 1, '2022-03-31', NULL);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 4, '2022Q1', 1, 1, '2022-04-06', 30);
INSERT INTO reading VALUES (1, 4, 6);
INSERT INTO closure (task_id, closed_on, basis) VALUES (4, '2022-06-10', '示例');
--? SELECT as_of, is_lagging FROM target_status WHERE task_id = 4 AND as_of IN ('2022-06-09', '2022-06-10') ORDER BY as_of
--= 2022-06-09|1
--= 2022-06-10|0

-- What units report upward.
INSERT INTO matter (matter_id, task_id, unit_id, raised_on, content, objective_reason, decision, decided_on) VALUES
  (1, 4, 1, '2022-05-01', '用地指标不足', '规划调整', NULL, NULL),
  (2, 4, 1, '2022-05-10', '资金缺口', NULL, '由市财政局安排', '2022-05-20'),
  (3, NULL, 2, '2022-05-15', '不属于某一任务', NULL, NULL, NULL);
--? SELECT as_of, group_concat(matter_id, ' ') FROM (SELECT as_of, matter_id FROM open_matter
--+ WHERE as_of IN ('2022-04-30', '2022-05-01', '2022-05-10', '2022-05-19', '2022-05-20') ORDER BY as_of, matter_id)
--+ GROUP BY as_of
--= 2022-05-01|1
--= 2022-05-10|1 2
--= 2022-05-19|1 2 3
--= 2022-05-20|1 3
