-- Rule 14, is_due_soon 临期: the state isn't done and D <= due_on <= D + due_soon_days, the round's; 30 before the first.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'due on 1 March', 'staged', '2022-03-01'),
  (2, 1, '2', 2, 'due on 30 April', 'staged', '2022-04-30'),
  (3, 1, '3', 3, 'done', 'staged', '2022-04-30'),
  (4, 1, '4', 4, 'standing', 'standing', NULL),
  (5, 1, '5', 5, 'put off', 'staged', '2022-03-01');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (5, '2022-02-10', 'due', '2022-03-20', '示例', '市政府');

-- Before the first round 30 days: 30 January is 30 days before 1 March. The due day itself is the last.
--? SELECT as_of, is_due_soon FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-01-29', '2022-01-30', '2022-03-01', '2022-03-02') ORDER BY as_of
--= 2022-01-29|0
--= 2022-01-30|1
--= 2022-03-01|1
--= 2022-03-02|0
-- With the day that counts at D: 20 March minus 30 days is 18 February.
--? SELECT as_of, is_due_soon FROM task_status WHERE task_id = 5
--+ AND as_of IN ('2022-02-09', '2022-02-10', '2022-02-17', '2022-02-18') ORDER BY as_of
--= 2022-02-09|1
--= 2022-02-10|0
--= 2022-02-17|0
--= 2022-02-18|1

-- Under a round with 10 days: 20 April is 10 days before 30 April.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on, due_soon_days) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08', 10);
INSERT INTO request SELECT 1, '2022Q1', task_id, 1, '2022-03-31', NULL FROM task;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (3, '2022Q1', 1, 1, '2022-04-25', 100, 'done');
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM due_soon
--+ WHERE as_of IN ('2022-04-19', '2022-04-20', '2022-04-24', '2022-04-25', '2022-04-30', '2022-05-01')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-04-20|2 3
--= 2022-04-24|2 3
--= 2022-04-25|2
--= 2022-04-30|2
