-- Rule 13, has_late_milestone 节点逾期: a milestone with due_on < D and no done_on by D.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'never done', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'done in time', 'staged', '2022-12-31'),
  (3, 1, '3', 3, 'done late', 'staged', '2022-12-31'),
  (4, 1, '4', 4, 'standing', 'standing', NULL),
  (5, 1, '5', 5, 'closed', 'staged', '2022-12-31'),
  (6, 1, '6', 6, 'no milestone', 'staged', '2022-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO milestone (milestone_id, task_id, ordinal, title, due_on, owner, done_on) VALUES
  (1, 1, 1, '立项', '2022-03-31', '规划科', '2022-03-01'),
  (2, 1, 2, '开工', '2022-05-31', '工程科', NULL),
  (3, 1, 3, '主体', '2022-06-15', '工程科', NULL),
  (4, 2, 1, '开工', '2022-05-31', NULL, '2022-05-31'),
  (5, 3, 1, '开工', '2022-05-31', NULL, '2022-06-10'),
  (6, 4, 1, '开工', '2022-05-31', NULL, NULL),
  (7, 5, 1, '开工', '2022-05-31', NULL, NULL);
INSERT INTO closure (task_id, closed_on, basis) VALUES (5, '2022-06-02', '示例');

-- Not on the due day itself; no longer on the day it is done.
--? SELECT as_of, group_concat(task_id, ' ') FROM (SELECT as_of, task_id FROM task_status
--+ WHERE has_late_milestone AND as_of IN ('2022-05-31', '2022-06-01', '2022-06-02', '2022-06-09', '2022-06-10')
--+ ORDER BY as_of, task_id) GROUP BY as_of
--= 2022-06-01|1 3 4 5
--= 2022-06-02|1 3 4
--= 2022-06-09|1 3 4
--= 2022-06-10|1 4

-- The view late_milestone has one row for each, of the open tasks.
--? SELECT milestone_id FROM milestone AS m JOIN late_milestone AS l ON l.code = m.task_id AND l.title = m.title
--+ WHERE l.as_of = '2022-06-16' ORDER BY milestone_id
--= 2
--= 3
--= 6
--? SELECT count(*) FROM late_milestone WHERE as_of = '2022-05-31'
--= 0

-- Moved with a due adjustment of the task? No: a milestone has its own day.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (1, '2022-06-20', 'due', '2023-03-31', '示例', '市政府');
--? SELECT has_late_milestone FROM task_status WHERE task_id = 1 AND as_of = '2022-06-20'
--= 1
