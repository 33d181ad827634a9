-- Section 4: what must not happen to entries (进展) is refused, with a message that says what and why.

INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, kind, due_on, added_on) VALUES
  (1, 1, NULL, '1', 1, 'a task', 'staged', '2022-12-31', NULL),
  (2, 1, NULL, '2', 2, 'split on 1 June', 'standing', NULL, NULL),
  (3, 1, 2, '2(1)', 3, 'its sub-item', 'standing', NULL, '2022-06-01');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO task_unit VALUES (1, 5, 'responsible', 1, NULL), (1, 3, 'responsible', 2, NULL);
INSERT INTO unit (unit_id, name, kind) VALUES (7, '莘县人民政府', 'county'), (8, '冠县人民政府', 'county');
INSERT INTO unit_member VALUES (5, 6), (5, 8);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES
  (1, 1, 1, '公里', 'amount', 40), (2, 3, 1, '户数', 'amount', 40);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q2', '2022-05-01', '2022-06-30', '2022-07-07');

-- A percent is from 0 to 100, both allowed.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q2', 1, 1, '2022-07-01', 100.01)
--= 百分比须在0到100之间
--= a percent is from 0 to 100
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q2', 1, 1, '2022-07-01', -0.01)
--= a percent is from 0 to 100
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (1, '2022Q2', 1, 1, '2022-07-01', 'abc')
--= cannot store TEXT value in REAL column progress.percent
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent) VALUES
  (1, 1, '2022Q2', 1, 1, '2022-05-10', 0), (2, 1, '2022Q2', 1, 2, '2022-05-10', 100);

-- Of a unit that the task has: in either role, a member of a collective unit; not any other, not of another task.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 2, 3, '2022-07-01')
--= 该单位不是此任务的牵头单位或责任单位
--= the unit is neither a lead nor a responsible unit of the task
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 7, 3, '2022-07-01')
--= the unit is neither a lead nor a responsible unit of the task
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q2', 3, 1, '2022-07-01')
--= the unit is neither a lead nor a responsible unit of the task
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES
  (1, '2022Q2', 3, 3, '2022-05-11'), (1, '2022Q2', 5, 4, '2022-05-11'), (1, '2022Q2', 6, 5, '2022-05-11');

-- Where a task names its own members of a collective unit, it is those: 沿线县; one that has reported is among them.
--! INSERT INTO task_unit_member VALUES (1, 5, 7)
--= another member has reported for the task
INSERT INTO task_unit_member VALUES (1, 5, 6), (1, 5, 7);
--! DELETE FROM task_unit_member WHERE unit_id = 6
--= the member has reported or was asked and stays
--! DELETE FROM unit_member WHERE unit_id = 6
--= the member has reported or was asked and stays
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 7, 6, '2022-05-11');
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 8, 17, '2022-05-11')
--= the unit is neither a lead nor a responsible unit of the task

-- A successor's entry is welcome.
INSERT INTO succession (unit_id, successor_unit_id, from_day) VALUES (1, 4, '2022-05-12');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 4, 7, '2022-05-12');

-- For a quarter that has a round of its plan.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q1', 1, 1, '2022-07-01')
--= 该季度尚未调度
--= no round is open for the quarter
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q5', 1, 1, '2022-07-01')
--= no round is open for the quarter
INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '2023', '2023-01-01', '2023-12-31');
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (2, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-10');
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2023Q1', 1, 1, '2023-04-01')
--= no round is open for the quarter

-- Of a leaf task: the one that is split reports as a whole until the day before.
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (2, '2022Q2', 1, 1, '2022-05-31');
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (2, '2022Q2', 1, 2, '2022-06-01')
--= the task has sub-items: report for those

-- Not for a task closed before it; on the closing day and from the reopening on it may come.
INSERT INTO closure (task_id, closed_on, basis, reopened_on, reopen_reason) VALUES (1, '2022-05-20', '示例', '2022-06-10', '示例');
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 1, 8, '2022-05-20');
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 1, 9, '2022-05-21')
--= 该任务已销号
--= the task is closed
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 1, 9, '2022-06-09')
--= the task is closed
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 1, 9, '2022-06-10');

-- Revisions count from 1, each once per task and quarter, whichever unit wrote.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q2', 1, 0, '2022-07-01')
--= revision BETWEEN 1 AND 999999
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (1, '2022Q2', 3, 9, '2022-07-01')
--= an entry is never replaced: add a new revision

-- Days stand in the calendar; states are those of the list.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q2', 1, 21, '2022-06-31')
--= FOREIGN KEY constraint failed
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q2', 1, 22, '2022-7-1')
--= FOREIGN KEY constraint failed
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, state) VALUES (3, '2022Q2', 1, 23, '2022-07-01', 'finished')
--= CHECK constraint failed: state IN
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, is_interim) VALUES (3, '2022Q2', 1, 24, '2022-07-01', 2)
--= CHECK constraint failed: is_interim IN
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, completed_on) VALUES (3, '2022Q2', 1, 25, '2022-07-01', '2022-07-02')
--= the completion day is after the day reported

-- Not before the quarter: its first day is the earliest, in each of the four.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q2', 1, 28, '2022-03-31')
--= 报送日期早于本季度
--= the day reported is before the quarter
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q3', '2022-07-01', '2022-09-30', '2022-10-14'), (1, '2022Q4', '2022-07-01', '2022-12-31', '2023-01-09');
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES (3, '2022Q4', 1, 1, '2022-09-30')
--= the day reported is before the quarter
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on) VALUES
  (3, '2022Q3', 1, 1, '2022-07-01'), (3, '2022Q4', 1, 1, '2022-10-01'), (1, '2022Q2', 1, 40, '2022-04-01');

-- Done below 100 % needs a problem to say why.
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES (3, '2022Q2', 1, 26, '2022-07-01', 99, 'done')
--= done below 100 % needs the problem to say why
--! INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, state, problem) VALUES (3, '2022Q2', 1, 27, '2022-07-01', 99, 'done', '')
--= done below 100 % needs the problem to say why
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state, problem) VALUES
  (50, 3, '2022Q2', 1, 1, '2022-07-01', 99, 'done', '一户搬迁未签约');

-- A review has a verdict and a day, not before the entry; only a returned one is to be redone.
--! UPDATE progress SET review = 'returned' WHERE progress_id = 50
--= a review has its day
--! UPDATE progress SET reviewed_on = '2022-07-02' WHERE progress_id = 50
--= a review has its day
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-06-30' WHERE progress_id = 50
--= the review is before the entry
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-07-02', redo_due_on = '2022-07-09' WHERE progress_id = 50
--= only a returned entry is to be redone
--! UPDATE progress SET review = 'rejected', reviewed_on = '2022-07-02' WHERE progress_id = 50
--= CHECK constraint failed: review IN
UPDATE progress SET review = 'returned', reviewed_on = '2022-07-02', redo_due_on = '2022-07-09' WHERE progress_id = 50;

-- A returned entry is final. An entry is never edited and never deleted; so its readings.
--! UPDATE progress SET review = 'accepted', redo_due_on = NULL WHERE progress_id = 50
--= a returned entry is final: it is corrected by a new revision
--! UPDATE progress SET percent = 50 WHERE progress_id = 1
--= an entry is never edited: add a new revision
--! UPDATE progress SET summary = '改' WHERE progress_id = 1
--= an entry is never edited: add a new revision
--! DELETE FROM progress WHERE progress_id = 1
--= entries are never deleted
--! INSERT INTO reading VALUES (1, 2, 5)
--= the target is not one of the task
--! INSERT INTO reading VALUES (1, 1, NULL)
--= NOT NULL constraint failed: reading.value
INSERT INTO reading VALUES (1, 1, 5);

-- What adds up over the year is not below 0; a level, such as a growth, may be.
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (3, 1, 2, '增速', 'level', 6);
--! INSERT INTO reading VALUES (2, 1, -0.1)
--= 累计指标的完成值不得小于0
--= the reading of an amount is not below 0
INSERT INTO reading VALUES (2, 1, 0), (2, 3, -0.1);

--! UPDATE reading SET value = 6
--= a reading is never edited: add a new revision
--! DELETE FROM reading
--= readings are never deleted
--! INSERT INTO reading VALUES (1, 1, 6)
--= a reading is never replaced: add a new revision
