-- What the schema refuses of evidence: names that lead out of a folder, more or less than one thing it is attached to, a change.

INSERT INTO task (task_id, plan_id, code, ordinal, text) VALUES (1, 1, '1', 1, 'a');
INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (1, 1, '2022-05-01', '示例：验收报告');
INSERT INTO action (action_id, task_id, kind, issued_on) VALUES (1, 1, 'inspect', '2022-05-01');
INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES
  (1, '示例..txt', '2022/1/closure-1/示例..txt', 3, zeroblob(32), '2022-05-02'),
  (1, '...', 'a/.../b', 3, zeroblob(32), '2022-05-02');

--! INSERT INTO evidence (name, archive_name, size, hash, added_on) VALUES ('a', 'a', 3, zeroblob(32), '2022-05-02')
--= evidence is of one entry, closure or action
--! INSERT INTO evidence (closure_id, action_id, name, archive_name, size, hash, added_on) VALUES (1, 1, 'a', 'a', 3, zeroblob(32), '2022-05-02')
--= 佐证材料须附于进展、销号、督查行动之一

-- the name
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, '', 'a', 3, zeroblob(32), '2022-05-02')
--= the name of a file holds no path
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, '.', 'a', 3, zeroblob(32), '2022-05-02')
--= the name of a file holds no path
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, '..', 'a', 3, zeroblob(32), '2022-05-02')
--= the name of a file holds no path
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a/b', 'a', 3, zeroblob(32), '2022-05-02')
--= the name of a file holds no path
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a\b', 'a', 3, zeroblob(32), '2022-05-02')
--= the name of a file holds no path
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a' || char(10), 'a', 3, zeroblob(32), '2022-05-02')
--= 文件名不得含路径或控制字符
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a' || char(127), 'a', 3, zeroblob(32), '2022-05-02')
--= 文件名不得含路径或控制字符

-- the name in the archive
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', '/a', 3, zeroblob(32), '2022-05-02')
--= the name in the archive stays in its folder
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', '../a', 3, zeroblob(32), '2022-05-02')
--= the name in the archive stays in its folder
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', 'a/..', 3, zeroblob(32), '2022-05-02')
--= the name in the archive stays in its folder
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', 'a\..\b', 3, zeroblob(32), '2022-05-02')
--= the name in the archive stays in its folder

-- size and hash, and that it stays
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', 'a', 0, zeroblob(32), '2022-05-02')
--= CHECK constraint failed: size > 0
--! INSERT INTO evidence (closure_id, name, archive_name, size, hash, added_on) VALUES (1, 'a', 'a', 3, zeroblob(31), '2022-05-02')
--= CHECK constraint failed: length(hash) = 32
--! UPDATE evidence SET name = 'b'
--= evidence is never edited
--! DELETE FROM evidence
--= evidence is never deleted
--! INSERT OR REPLACE INTO evidence (evidence_id, closure_id, name, archive_name, size, hash, added_on) VALUES (1, 1, 'a', 'a', 3, zeroblob(32), '2022-05-02')
--= evidence is never replaced

-- the setting: MiB, whole, below what SQLite holds in one value
--! UPDATE setting SET value = 0 WHERE name = 'evidence_size_limit_mib'
--= the setting is out of its bounds
--! UPDATE setting SET value = 1.5 WHERE name = 'evidence_size_limit_mib'
--= the setting is out of its bounds
--! UPDATE setting SET value = 901 WHERE name = 'evidence_size_limit_mib'
--= the setting is out of its bounds
