-- What every scenario starts from: one plan and who may answer for its tasks.

INSERT INTO plan (plan_id, year, title, starts_on, ends_on) VALUES
  (1, 2022, '2022年政府工作报告分工方案', '2022-01-01', '2022-12-31');

INSERT INTO section (section_id, plan_id, parent_id, ordinal, label, title) VALUES
  (1, 1, NULL, 1, '一', '城乡建设');

INSERT INTO leader (leader_id, name, is_collective) VALUES (1, '市政府各位副市长', 1);

INSERT INTO unit (unit_id, name, kind, is_collective) VALUES
  (1, '市水利局', 'department', 0),
  (2, '市城管局', 'department', 0),
  (3, '市财政局', 'department', 0),
  (4, '市审计局', 'department', 0),
  (5, '各县（市、区）人民政府', 'county', 1),
  (6, '东阿县人民政府', 'county', 0);
