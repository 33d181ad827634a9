-- Rule 16, lamp 亮灯: the first of these that holds. blue: closed; grey: suspended; red: overdue and not awaits_return,
-- missing, lag > red_lag; yellow: awaits_return, lagging, stalled (15-stalled.sql), returned, a late milestone, incomplete;
-- grey: no reference quarter; else green. Each task here has one cause, and nothing else wrong with it.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'closed, with all wrong that can be', 'staged', '2022-03-31'),
  (2, 1, '2', 2, 'suspended, likewise', 'staged', '2022-03-31'),
  (3, 1, '3', 3, 'overdue', 'staged', '2022-05-31'),
  (4, 1, '4', 4, 'missing', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'lag 30.01', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'lag 30', 'staged', '2022-12-31'),
  (7, 1, '7', 7, 'lag 30.0000001', 'staged', '2022-12-31'),
  (8, 1, '8', 8, 'lag 10', 'staged', '2022-12-31'),
  (9, 1, '9', 9, 'lag 9.99', 'staged', '2022-12-31'),
  (10, 1, '10', 10, 'in difficulty', 'staged', '2022-12-31'),
  (11, 1, '11', 11, 'a level below', 'staged', '2022-12-31'),
  (12, 1, '12', 12, 'returned', 'staged', '2022-12-31'),
  (13, 1, '13', 13, 'a late milestone', 'staged', '2022-12-31'),
  (14, 1, '14', 14, 'incomplete', 'staged', '2022-12-31'),
  (15, 1, '15', 15, 'not asked', 'staged', '2022-12-31'),
  (16, 1, '16', 16, 'nothing wrong', 'staged', '2022-12-31'),
  (17, 1, '17', 17, 'reported late', 'staged', '2022-12-31'),
  (18, 1, '18', 18, 'due soon', 'staged', '2022-07-31'),
  (19, 1, '19', 19, 'awaiting acceptance', 'staged', '2022-12-31'),
  (20, 1, '20', 20, 'done after the due day', 'staged', '2022-05-31'),
  (21, 1, '21', 21, 'not asked, overdue', 'staged', '2022-05-31'),
  (22, 1, '22', 22, 'not asked, a late milestone', 'staged', '2022-12-31'),
  (23, 1, '23', 23, 'standing', 'standing', NULL);
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES
  (1, 11, 1, '增速', 'level', 6.5), (2, 14, 1, '公里', 'amount', 40);
INSERT INTO milestone (task_id, ordinal, title, due_on)
SELECT task_id, 1, '开工', min(due_on, '2022-06-01') FROM task WHERE task_id IN (1, 2, 13, 22);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'),
  (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07');
INSERT INTO request SELECT 1, '2022Q2', task_id, 1, '2022-06-30', NULL FROM task WHERE task_id NOT IN (15, 21, 22);
INSERT INTO closure (task_id, closed_on, basis) VALUES (1, '2022-07-08', '示例');
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (1, '2022-07-01', 'suspend', '示例', '市政府'), (2, '2022-07-08', 'suspend', '示例', '市政府');
-- Expected: 50, and 100 where the due day has come; 6/7 of the task due on 31 July.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (3, 3, '2022Q2', 1, 1, '2022-07-05', 100, 'ahead'),
  (4, 4, '2022Q1', 1, 1, '2022-04-06', 50, 'ahead'),
  (5, 5, '2022Q2', 1, 1, '2022-07-05', 19.99, 'on_schedule'),
  (6, 6, '2022Q2', 1, 1, '2022-07-05', 20, 'on_schedule'),
  (7, 7, '2022Q2', 1, 1, '2022-07-05', 19.9999999, 'on_schedule'),
  (8, 8, '2022Q2', 1, 1, '2022-07-05', 40, 'on_schedule'),
  (9, 9, '2022Q2', 1, 1, '2022-07-05', 40.01, 'on_schedule'),
  (10, 10, '2022Q2', 1, 1, '2022-07-05', 50, 'difficult'),
  (11, 11, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule'),
  (12, 12, '2022Q1', 1, 1, '2022-04-06', 50, 'ahead'),
  (22, 12, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule'),
  (13, 13, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule'),
  (14, 14, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule'),
  (16, 16, '2022Q2', 1, 1, '2022-07-05', 50, 'on_schedule'),
  (17, 17, '2022Q2', 1, 1, '2022-07-08', 50, 'on_schedule'),
  (18, 18, '2022Q2', 1, 1, '2022-07-05', 90, 'on_schedule'),
  (19, 19, '2022Q2', 1, 1, '2022-07-05', 100, 'done'),
  (20, 20, '2022Q2', 1, 1, '2022-07-05', 100, 'done'),
  (23, 23, '2022Q2', 1, 1, '2022-07-05', NULL, 'on_schedule');
INSERT INTO reading (progress_id, target_id, value) VALUES (11, 1, 6.4);
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-07' WHERE progress_id = 22;

--? SELECT task_id, text, lamp FROM task_status WHERE as_of = '2022-07-08' ORDER BY task_id
--= 1|closed, with all wrong that can be|blue
--= 2|suspended, likewise|grey
--= 3|overdue|red
--= 4|missing|red
--= 5|lag 30.01|red
--= 6|lag 30|yellow
--= 7|lag 30.0000001|yellow
--= 8|lag 10|yellow
--= 9|lag 9.99|green
--= 10|in difficulty|yellow
--= 11|a level below|yellow
--= 12|returned|yellow
--= 13|a late milestone|yellow
--= 14|incomplete|yellow
--= 15|not asked|grey
--= 16|nothing wrong|green
--= 17|reported late|green
--= 18|due soon|green
--= 19|awaiting acceptance|green
--= 20|done after the due day|green
--= 21|not asked, overdue|red
--= 22|not asked, a late milestone|yellow
--= 23|standing|green

-- Each has just the flag it is said to have, or none but a mark beside the lamp.
--? SELECT task_id, is_late, is_due_soon, awaits_acceptance FROM task_status
--+ WHERE as_of = '2022-07-08' AND (is_late OR is_due_soon OR awaits_acceptance) ORDER BY task_id
--= 17|1|0|0
--= 18|0|1|0
--= 19|0|0|1
--= 20|0|0|1

-- The day before: all suspended and closed ones of the 8th are overdue still, task 1 is suspended.
--? SELECT task_id, lamp FROM task_status WHERE as_of = '2022-07-07' AND task_id IN (1, 2) ORDER BY task_id
--= 1|grey
--= 2|red

-- Overdue with its return still to come is yellow; also while no quarter has been judged.
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (24, 1, '24', 24, 'awaits_return', 'staged', '2022-06-30');
INSERT INTO task_unit VALUES (24, 1, 'lead', 1, NULL);
INSERT INTO request VALUES (1, '2022Q2', 24, 1, '2022-06-30', NULL);
--? SELECT as_of, quarter, awaits_return, lamp FROM task_status WHERE task_id = 24
--+ AND as_of IN ('2022-06-30', '2022-07-01', '2022-07-07', '2022-07-08') ORDER BY as_of
--= 2022-06-30|NULL|0|grey
--= 2022-07-01|NULL|1|yellow
--= 2022-07-07|NULL|1|yellow
--= 2022-07-08|2022Q2|0|red

-- Awaiting its return does not hide what is red for another reason: the quarter before is missing.
INSERT INTO request VALUES (1, '2022Q1', 24, 1, '2022-03-31', NULL);
--? SELECT awaits_return, is_missing, lamp FROM task_status WHERE task_id = 24 AND as_of = '2022-07-01'
--= 1|1|red

-- red_lag is the round's: with 40, a lag of 30.01 is yellow; with 9 (yellow_lag lowered, too), one of 9.99 is red.
UPDATE round SET red_lag = 40;
--? SELECT lamp FROM task_status WHERE as_of = '2022-07-08' AND task_id = 5
--= yellow
UPDATE round SET red_lag = 9, yellow_lag = 9;
--? SELECT lamp FROM task_status WHERE as_of = '2022-07-08' AND task_id = 9
--= red

-- reason names what made it so, each cause that holds, in the order of the rule.
UPDATE round SET red_lag = 30, yellow_lag = 10;
--? SELECT task_id, reason FROM task_status WHERE as_of = '2022-07-08' ORDER BY task_id LIMIT 23
--= 1|已销号
--= 2|暂缓
--= 3|逾期38天
--= 4|2022Q2未报送
--= 5|滞后30个百分点
--= 6|滞后30个百分点
--= 7|滞后30个百分点
--= 8|滞后10个百分点
--= 9|NULL
--= 10|自报存在困难
--= 11|指标未达节点：增速
--= 12|退回待重报
--= 13|节点逾期
--= 14|指标未填
--= 15|未到首次报送期限
--= 16|NULL
--= 17|NULL
--= 18|NULL
--= 19|NULL
--= 20|NULL
--= 21|逾期38天
--= 22|节点逾期
--= 23|NULL
--? SELECT as_of, reason FROM task_status WHERE task_id = 24 AND as_of IN ('2022-07-01', '2022-07-08') ORDER BY as_of
--= 2022-07-01|逾期1天；到期待报；2022Q1未报送；滞后50个百分点
--= 2022-07-08|逾期8天；2022Q2未报送；滞后100个百分点
