-- 销号前未了事项: what stands in the way of closing an open task as completed.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'all done', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'no entry', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'behind, with its target unmet', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'done at 90 %, with a target not filled in', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'done, and returned on 10 April', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'done, with a milestone open until 20 April', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'done, with a matter undecided until 20 April', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'suspended', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'about 50: 46 is near enough, 44 is not; 5.5 is above 5', 'staged', '2022-12-31'),
  (10, 1, '10', 10, 'behind, but closed', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, is_about, value, measure) VALUES
  (1, 1, 1, '道路', 'amount', '>=', 0, 40, '公里'), (3, 3, 1, '管网', 'amount', '>=', 0, 38.8, '公里'),
  (4, 4, 1, '失业率', 'level', '<=', 0, 5, '%'),
  (91, 9, 1, '公园', 'amount', '>=', 1, 50, '座'), (92, 9, 2, '站点', 'reach', '>=', 1, 50, '座'),
  (93, 9, 3, '失业率', 'level', '<=', 0, 5, NULL), (10, 10, 1, '管网', 'amount', '>=', 0, 40, '公里');
INSERT INTO milestone (task_id, ordinal, title, due_on, done_on) VALUES
  (1, 1, '开工', '2022-03-01', '2022-03-02'), (6, 1, '主体完工', '2022-06-30', '2022-04-20');
INSERT INTO matter (task_id, raised_on, content, decision, decided_on) VALUES (7, '2022-04-01', '资金缺口', '同意', '2022-04-20');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, problem) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-06', 100, 'done', NULL),
  (3, 3, '2022Q1', 1, 1, '2022-04-06', 45, 'behind', NULL),
  (4, 4, '2022Q1', 1, 1, '2022-04-06', 90, 'done', '示例'),
  (5, 5, '2022Q1', 1, 1, '2022-04-06', 100, 'done', NULL),
  (6, 6, '2022Q1', 1, 1, '2022-04-06', 100, 'done', NULL),
  (7, 7, '2022Q1', 1, 1, '2022-04-06', 100, 'done', NULL),
  (8, 8, '2022Q1', 1, 1, '2022-04-06', 100, 'done', NULL),
  (9, 9, '2022Q1', 1, 1, '2022-04-06', 100, 'done', '示例'),
  (10, 10, '2022Q1', 1, 1, '2022-04-06', 10, 'behind', NULL);
INSERT INTO reading VALUES (1, 1, 40), (3, 3, 17.5), (9, 91, 46), (9, 92, 44), (9, 93, 5.5), (10, 10, 4);
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-10', redo_due_on = '2022-04-30' WHERE progress_id = 5;
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (8, '2022-04-12', 'suspend', '示例', '市政府');
INSERT INTO closure (task_id, closed_on, basis) VALUES (10, '2022-04-15', '示例');

--? SELECT task_id, outcome, obstacle, detail FROM closing_obstacle WHERE as_of = '2022-04-15' ORDER BY task_id, obstacle, detail
--= 2|completed|not_done|NULL
--= 3|completed|not_done|2022Q1 45%
--= 3|completed|unmet_target|管网 ≥ 38.8公里 (17.5)
--= 4|completed|below_100|2022Q1 90%
--= 4|completed|unread_target|失业率 ≤ 5%
--= 5|completed|not_done|NULL
--= 5|completed|redo|2022Q1
--= 6|completed|open_milestone|主体完工 2022-06-30
--= 7|completed|open_matter|资金缺口
--= 8|completed|suspended|NULL
--= 9|completed|unmet_target|失业率 ≤ 5 (5.5)
--= 9|completed|unmet_target|站点 ≥ 50座 (44)

-- Each ends with its reason: milestone and matter on 20 April. Before the return nothing stood against 5.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT DISTINCT as_of, task_id FROM closing_obstacle
--+ WHERE as_of IN ('2022-04-09', '2022-04-19', '2022-04-20') ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-04-09|2 3 4 6 7 9 10
--= 2022-04-19|2 3 4 5 6 7 8 9
--= 2022-04-20|2 3 4 5 8 9
