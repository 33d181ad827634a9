-- The office accepts an entry or sends it back: once; what was accepted may still be returned, and its acceptance stays.

INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES (1, 1, '1', 1, 'a', 'staged', '2022-12-31');
INSERT INTO task_unit VALUES (1, 1, 'lead', 1, NULL), (1, 2, 'responsible', 1, NULL);
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08');
INSERT INTO request VALUES (1, '2022Q1', 1, 1, '2022-03-31', NULL);
INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, is_interim, percent) VALUES
  (1, 1, '2022Q1', 1, 1, '2022-04-01', 1, 5), (2, 1, '2022Q1', 1, 2, '2022-04-06', 0, 10),
  (3, 1, '2022Q1', 2, 3, '2022-04-06', 0, 20), (4, 1, '2022Q1', 1, 4, '2022-04-12', 0, 12),
  (5, 1, '2022Q1', 1, 5, '2022-04-20', 1, 13);

-- To be redone on the day itself at the earliest.
--! UPDATE progress SET review = 'returned', reviewed_on = '2022-04-08', redo_due_on = '2022-04-07' WHERE progress_id = 2
--= it is to be redone before the review

-- Accepting an entry says that it stands: not when a newer one of its unit has come. An interim one after the return is none.
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-12' WHERE progress_id = 2
--= a newer revision has come: review that one
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-06' WHERE progress_id = 1
--= a newer revision has come: review that one
UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-20' WHERE progress_id IN (3, 4);
-- On the days before the newer one came it could be accepted; and it may be returned at any time, since its readings may count.
SAVEPOINT before_the_newer;
UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-11' WHERE progress_id = 2;
ROLLBACK TO before_the_newer;
RELEASE before_the_newer;
UPDATE progress SET review = 'returned', reviewed_on = '2022-04-21', redo_due_on = '2022-04-21' WHERE progress_id = 2;

-- Once. What was accepted can only be returned, and not before; the acceptance stays.
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-25' WHERE progress_id = 4
--= the entry is accepted: it can only be returned
--! UPDATE progress SET review = NULL, reviewed_on = NULL WHERE progress_id = 4
--= the entry is accepted: it can only be returned
--! UPDATE progress SET review = 'returned', reviewed_on = '2022-05-20' WHERE progress_id = 4
--= its acceptance kept
--! UPDATE progress SET review = 'returned', reviewed_on = '2022-04-19', accepted_on = reviewed_on WHERE progress_id = 4
--= returned before it was accepted
--! UPDATE progress SET accepted_on = '2022-04-20' WHERE progress_id = 5
--= the entry was not accepted before
UPDATE progress SET review = 'returned', reviewed_on = '2022-05-20', accepted_on = reviewed_on WHERE progress_id = 4;
--? SELECT as_of, percent, is_returned FROM task_status WHERE as_of IN ('2022-05-19', '2022-05-20') ORDER BY as_of
--= 2022-05-19|13.0|0
--= 2022-05-20|13.0|1

-- A returned entry is final.
--! UPDATE progress SET review = 'accepted', reviewed_on = '2022-05-21' WHERE progress_id = 4
--= a returned entry is final
--! UPDATE progress SET redo_due_on = '2022-06-30' WHERE progress_id = 4
--= a returned entry is final
