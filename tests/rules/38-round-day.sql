-- The day on which a quarter is looked at afterwards: the day after its returns were due, the first on which rule 11 calls one
-- missing; as_of where that comes before. What was not opened yet has none.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES (2, 2023, '示例', '2023-01-01', '2023-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'never returned', 'staged', '2022-12-31'),
  (2, 1, '2', 2, 'returned for Q1', 'staged', '2022-12-31'),
  (3, 2, '1', 1, 'of the next plan', 'staged', '2023-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on) VALUES
  (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08'), (1, '2022Q2', '2022-06-30', '2022-06-30', '2022-07-07'),
  (2, '2023Q1', '2023-03-31', '2023-03-31', '2023-04-07');
INSERT INTO request SELECT 1, r.quarter, t.task_id, 1, r.opened_on, NULL FROM round AS r JOIN task AS t USING (plan_id) WHERE r.plan_id = 1;
INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent) VALUES (2, '2022Q1', 1, 1, '2022-04-06', 25);

--? SELECT * FROM round_day WHERE as_of IN ('2022-03-30', '2022-03-31', '2022-04-08', '2022-04-09', '2022-07-01') ORDER BY as_of, quarter
--= 2022-03-31|2022|2022Q1|2022-03-31
--= 2022-04-08|2022|2022Q1|2022-04-08
--= 2022-04-09|2022|2022Q1|2022-04-09
--= 2022-07-01|2022|2022Q1|2022-04-09
--= 2022-07-01|2022|2022Q2|2022-07-01
--? SELECT plan_year, quarter, judged_on FROM round_day WHERE as_of = '2023-12-31' ORDER BY quarter
--= 2022|2022Q1|2022-04-09
--= 2022|2022Q2|2022-07-08
--= 2023|2023Q1|2023-04-08

-- On that day the unreturned one is missing, and not a day before: red; the other stands at its 25 of 25.
--? SELECT as_of, code, is_missing, lamp FROM task_status WHERE as_of IN ('2022-04-08', '2022-04-09') AND plan_year = 2022 ORDER BY as_of, code
--= 2022-04-08|1|0|grey
--= 2022-04-08|2|0|grey
--= 2022-04-09|1|1|red
--= 2022-04-09|2|0|green

--? SELECT * FROM 调度评价日 WHERE 截至日 = '2022-04-09'
--= 2022-04-09|2022|2022Q1|2022-04-09
