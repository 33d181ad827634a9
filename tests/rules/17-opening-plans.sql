-- Rule 17: a round for every plan that has open tasks; a quarter of the next year too while there are any.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES
  (2, 2023, '2023', '2023-01-01', '2023-12-31'), (3, 2021, '2021', '2021-01-01', '2021-12-31'),
  (4, 2024, '2024', '2024-01-01', '2024-12-31');
INSERT INTO task (task_id, plan_id, code, ordinal, text, kind, due_on) VALUES
  (1, 1, '1', 1, 'of 2022', 'staged', '2023-06-30'),
  (2, 2, '1', 1, 'of 2023', 'staged', '2023-12-31'),
  (3, 3, '1', 1, 'of 2021', 'staged', '2021-12-31');
INSERT INTO task_unit SELECT task_id, 1, 'lead', 1, NULL FROM task;
INSERT INTO closure (task_id, closed_on, basis) VALUES (3, '2021-12-31', '示例'), (1, '2023-07-01', '示例');

-- That of 2021 has no open task from its closure on, that of 2023 none before it starts, that of 2024 none at all.
--? SELECT as_of, quarter, plan_id, report_due_on FROM opening
--+ WHERE quarter = '2021Q4' AND as_of IN ('2021-12-30', '2021-12-31') ORDER BY as_of, plan_id
--= 2021-12-30|2021Q4|3|2022-01-10
--? SELECT as_of, quarter, plan_id, report_due_on FROM opening
--+ WHERE quarter IN ('2022Q4', '2023Q1') AND as_of IN ('2022-12-31', '2023-03-31') AND as_of = cutoff_on
--+ ORDER BY as_of, plan_id
--= 2022-12-31|2022Q4|1|2023-01-09
--= 2023-03-31|2023Q1|1|2023-04-10
--= 2023-03-31|2023Q1|2|2023-04-10
--? SELECT as_of, quarter, plan_id, report_due_on FROM opening
--+ WHERE quarter = '2023Q2' AND as_of IN ('2023-06-30', '2023-07-01') ORDER BY as_of, plan_id
--= 2023-06-30|2023Q2|1|2023-07-07
--= 2023-06-30|2023Q2|2|2023-07-07
--= 2023-07-01|2023Q2|2|2023-07-07
--? SELECT plan_id, task_id FROM opening_request WHERE as_of = '2023-03-31' AND quarter = '2023Q1' ORDER BY plan_id
--= 1|1
--= 2|2

-- A task that is suspended leaves its plan nothing to ask for.
INSERT INTO adjustment (task_id, decided_on, kind, reason, authority) VALUES (2, '2023-09-01', 'suspend', '示例', '市政府');
--? SELECT count(*) FROM opening WHERE as_of = '2023-09-30' AND quarter = '2023Q3'
--= 0
