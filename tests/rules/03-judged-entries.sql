-- Rule 3: the entries of the first lead unit, reported by D, are judged; one stands unless returned by D; those of other
-- units are contributions, shown, never judged.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, '市水利局 leads, 市城管局 leads with it, 市财政局 and the counties are responsible', 'staged', '2022-12-31');
INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES
  (1, 1, 'lead', 1), (1, 2, 'lead', 2), (1, 3, 'responsible', 1), (1, 5, 'responsible', 2);
INSERT INTO unit_member (collective_id, unit_id) VALUES (5, 6);
INSERT INTO target (target_id, task_id, ordinal, name, kind, value) VALUES (1, 1, 1, '公里', 'amount', 40);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on) VALUES (1, '2022Q1', 1, 1, '2022-03-31');

-- The others say that it is done; nobody is judged by that, and the entry is still missing.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (1, 1, '2022Q1', 2, 1, '2022-04-01', 100, 'done'),
  (2, 1, '2022Q1', 3, 2, '2022-04-02', 100, 'done'),
  (3, 1, '2022Q1', 6, 3, '2022-04-02', 100, 'done');
INSERT INTO reading (progress_id, target_id, value) VALUES (1, 1, 40), (2, 1, 40), (3, 1, 40);
--? SELECT reported_quarter, reported_on, state, percent, lag, awaits_acceptance, is_missing FROM task_status
--+ WHERE task_id = 1 AND as_of = '2022-04-09'
--= NULL|NULL|NULL|0.0|25.0|0|1
--? SELECT reading, lag FROM target_status WHERE task_id = 1 AND as_of = '2022-04-09'
--= NULL|NULL

-- The lead unit's own entry counts from the day it is reported, also under a revision after theirs.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (4, 1, '2022Q1', 1, 4, '2022-04-11', 22, 'on_schedule'),
  (5, 1, '2022Q1', 2, 5, '2022-04-12', 90, 'ahead');
--? SELECT as_of, reported_on, state, percent, is_missing FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-04-10', '2022-04-11', '2022-04-12') ORDER BY as_of
--= 2022-04-10|NULL|NULL|0.0|1
--= 2022-04-11|2022-04-11|on_schedule|22.0|0
--= 2022-04-12|2022-04-11|on_schedule|22.0|0

-- A correction returned on 20 April: it stands until the day before, then the one below it does.
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, percent, state) VALUES
  (6, 1, '2022Q1', 1, 6, '2022-04-15', 100, 'done');
UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-12' WHERE progress_id = 4;
--? SELECT percent, state FROM task_status WHERE task_id = 1 AND as_of = '2022-04-20'
--= 100.0|done
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-20' WHERE progress_id = 6;
--? SELECT as_of, percent, state, awaits_acceptance FROM task_status WHERE task_id = 1
--+ AND as_of IN ('2022-04-14', '2022-04-15', '2022-04-19', '2022-04-20') ORDER BY as_of
--= 2022-04-14|22.0|on_schedule|0
--= 2022-04-15|100.0|done|1
--= 2022-04-19|100.0|done|1
--= 2022-04-20|22.0|on_schedule|0
