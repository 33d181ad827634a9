-- 行动建议: a chase for each missing or unredone return, a press for each overdue task, late milestone and task in its last month; not
-- what an open action already does.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'missing', 'standing', NULL),
  (2, 1, '2', 2, 'returned', 'standing', NULL),
  (3, 1, '3', 3, 'overdue', 'staged', '2022-04-01'),
  (4, 1, '4', 4, 'with late milestones', 'staged', '2022-12-31'),
  (5, 1, '5', 5, 'due soon', 'staged', '2022-05-05'),
  (6, 1, '6', 6, 'closed', 'staged', '2022-04-01');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) SELECT 1, '2022Q1', task_id, 1, '2022-03-31' FROM task;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, review, reviewed_on, redo_due_on) VALUES
  (2, '2022Q1', 1, 1, '2022-04-06', NULL, 'returned', '2022-04-07', '2022-04-11'),
  (3, '2022Q1', 1, 1, '2022-04-06', 90, NULL, NULL, NULL),
  (4, '2022Q1', 1, 1, '2022-04-06', 25, NULL, NULL, NULL),
  (5, '2022Q1', 1, 1, '2022-04-06', 80, NULL, NULL, NULL);
INSERT INTO milestone (milestone_id, task_id, ordinal, title, due_on) VALUES (1, 4, 1, '立项', '2022-03-31'), (2, 4, 2, '开工', '2022-04-10'),
  (3, 4, 3, '主体', '2022-06-30');
INSERT INTO closure (task_id, closed_on, basis) VALUES (6, '2022-04-02', '示例');

-- 2022-04-11: the return of 1 was due on the 8th; 2 may be redone until today; 5 is due in 24 days. Replies are due on the third
-- workday after, Thursday the 14th.
--? SELECT task_id, unit, action, cause, deadline, reason, reply_due_on FROM action_proposal
--+ WHERE as_of = '2022-04-11' ORDER BY task_id, deadline
--= 1|市水利局|chase|missing|2022-04-08|2022Q1未报送，报送期限2022-04-08|2022-04-14
--= 3|市水利局|press|overdue|2022-04-01|逾期10天，完成时限2022-04-01|2022-04-14
--= 4|市水利局|press|late_milestone|2022-03-31|节点“立项”逾期11天，时限2022-03-31|2022-04-14
--= 4|市水利局|press|late_milestone|2022-04-10|节点“开工”逾期1天，时限2022-04-10|2022-04-14
--= 5|市水利局|press|due_soon|2022-05-05|临期，距完成时限2022-05-05还有24天|2022-04-14
-- A day later 2 was not redone in time.
--? SELECT task_id, action, cause, deadline, reason FROM action_proposal WHERE as_of = '2022-04-12' AND action = 'chase' ORDER BY task_id
--= 1|chase|missing|2022-04-08|2022Q1未报送，报送期限2022-04-08
--= 2|chase|unredone|2022-04-11|2022Q1退回逾期未重报，重报期限2022-04-11
-- The same of a return whatever its task is: 6 is closed and owes none that would be chased.
--? SELECT task_id, cause, deadline, reason FROM owed_return WHERE as_of = '2022-04-12' AND task_id <> 6 ORDER BY task_id
--= 1|missing|2022-04-08|2022Q1未报送，报送期限2022-04-08
--= 2|unredone|2022-04-11|2022Q1退回逾期未重报，重报期限2022-04-11
-- On the day itself it is not late; before the review it was not returned.
--? SELECT as_of, group_concat(task_id) FROM owed_return WHERE as_of IN ('2022-04-08', '2022-04-09', '2022-04-11') AND task_id <> 6 GROUP BY as_of
--= 2022-04-09|1
--= 2022-04-11|1
-- Before: on the due day of the returns nothing is missing; 35 days before its own, 5 is not due soon, as 3 and 6 are (6 was open).
--? SELECT task_id, cause FROM action_proposal WHERE as_of = '2022-03-31' ORDER BY task_id
--= 3|due_soon
--= 6|due_soon
--? SELECT task_id, cause FROM action_proposal WHERE as_of = '2022-04-08' ORDER BY task_id
--= 3|overdue
--= 4|late_milestone
--= 5|due_soon

-- What was issued for it is not proposed again while it is open, and for the past it still is.
INSERT INTO action (task_id, unit_id, kind, issued_on, cause, deadline)
SELECT task_id, 1, action, as_of, cause, deadline FROM action_proposal WHERE as_of = '2022-04-11' AND NOT (task_id = 4 AND deadline = '2022-04-10');
--? SELECT task_id, cause, deadline FROM action_proposal WHERE as_of = '2022-04-11'
--= 4|late_milestone|2022-04-10
--? SELECT count(*) FROM action_proposal WHERE as_of = '2022-04-10'
--= 4
-- Closed without effect it is proposed again, from the day it was closed.
UPDATE action SET closed_on = '2022-04-13' WHERE task_id = 3;
--? SELECT as_of FROM action_proposal WHERE task_id = 3 AND as_of BETWEEN '2022-04-11' AND '2022-04-14' ORDER BY as_of
--= 2022-04-13
--= 2022-04-14
-- Another deadline or another cause is proposed anew: 5 becomes overdue on 6 May, then it gets until 15 May.
INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, authority) VALUES (5, '2022-05-07', 'due', '2022-05-15', '示例', '示例');
--? SELECT as_of, cause, deadline FROM action_proposal WHERE task_id = 5 AND as_of BETWEEN '2022-05-05' AND '2022-05-07' ORDER BY as_of
--= 2022-05-06|overdue|2022-05-05
--= 2022-05-07|due_soon|2022-05-15

-- An action that a person thought of counts where it was issued since: for an overdue task after its due day, for one due soon in the
-- 30 days before it, or as many as the round says, the first of them included.
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (7, 1, '7', 7, 'pressed before', 'staged', '2022-04-12'), (8, 1, '8', 8, 'pressed after', 'staged', '2022-04-12');
INSERT INTO task_unit VALUES (7, 1, 'lead', 1, NULL), (8, 1, 'lead', 1, NULL);
INSERT INTO action (task_id, unit_id, kind, issued_on) VALUES
  (7, 1, 'press', '2022-04-12'), (7, 1, 'supervise', '2022-04-13'), (8, 1, 'press', '2022-04-13');
--? SELECT as_of, task_id, cause FROM action_proposal
--+ WHERE task_id IN (7, 8) AND as_of IN ('2022-04-12', '2022-04-13', '2022-04-14') ORDER BY as_of, task_id
--= 2022-04-12|8|due_soon
--= 2022-04-13|7|overdue
--= 2022-04-14|7|overdue

-- Due on 15 June, of a round that warns 60 days before: from 16 April on. Pressed by hand on that first day, and on the day before.
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on, due_soon_days) VALUES
  (1, '2022Q2', '2022-03-31', '2022-06-30', '2022-04-10', 60);
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (9, 1, '9', 9, 'on the first day', 'staged', '2022-06-15'), (10, 1, '10', 10, 'the day before', 'staged', '2022-06-15'),
  (11, 1, '11', 11, '30 days, no round', 'staged', '2022-06-15'), (12, 1, '12', 12, '31 days, no round', 'staged', '2022-06-15');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task WHERE task_id >= 9;
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q2', 9, 1, '2022-03-31'), (1, '2022Q2', 10, 1, '2022-03-31');
INSERT INTO action (task_id, unit_id, kind, issued_on) VALUES
  (9, 1, 'press', '2022-04-16'), (10, 1, 'press', '2022-04-15'), (11, 1, 'press', '2022-05-16'), (12, 1, 'press', '2022-05-15');
--? SELECT task_id, cause FROM action_proposal WHERE as_of = '2022-05-20' AND task_id >= 9 AND action = 'press' ORDER BY task_id
--= 10|due_soon
--= 12|due_soon
