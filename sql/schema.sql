-- schema.sql: the model. Tables, constraints, the calendar and the default settings of a ledger (台账).
--
-- Runs first; views.sql, dictionary.sql and seed.sql follow. Plain SQLite, no function of ours.
-- A day is 'YYYY-MM-DD' and stands in calendar; a quarter is '2022Q1'; a percent is 0 to 100.
-- Every table has a primary key that is NOT NULL, so that a session can record and replay it; for the same reason there
-- are no generated columns, no foreign-key actions, no triggers that write and no AUTOINCREMENT. Without a rowid the key's
-- columns come first: else integrity_check of SQLite 3.40 finds a NULL that isn't there, and verify with it.
-- A message of a trigger has its Chinese text, ' | ' and its English text; the name of a CHECK likewise.

PRAGMA application_id = 1415203911; -- 0x545A4C47, 'TZLG'
PRAGMA user_version = 1;
PRAGMA foreign_keys = ON;

------------------------------------------------------------------------------------------------ the calendar

-- 日历: one row per day. as_of of every view is a day of it.
CREATE TABLE calendar (
  day                  TEXT    NOT NULL PRIMARY KEY,           -- 日期
  quarter              TEXT    NOT NULL,                       -- 季度 the day lies in
  is_workday           INTEGER NOT NULL CHECK (is_workday IN (0, 1)), -- 工作日: 1, also for 调休上班
  holiday              TEXT,                                   -- 节假日 that made it so; NULL on an ordinary day
  month_position       REAL    NOT NULL,                       -- months as a real number: (year × 12 + month − 1) + (day − 1) / days in that month
  month_position_after REAL                                    -- the same of the next day: the end of this one; NULL: to be reckoned
) STRICT, WITHOUT ROWID;

INSERT INTO calendar (day, quarter, is_workday, month_position, month_position_after)
WITH RECURSIVE span(day) AS (
  SELECT '2020-01-01'
  UNION ALL
  SELECT date(day, '+1 day') FROM span WHERE day < '2040-12-31'
),
part(day, month, day_of_month, days_in_month, weekday) AS (
  SELECT day,
         CAST(strftime('%Y', day) AS INTEGER) * 12 + CAST(strftime('%m', day) AS INTEGER) - 1,
         CAST(strftime('%d', day) AS INTEGER),
         CAST(strftime('%d', day, 'start of month', '+1 month', '-1 day') AS INTEGER),
         CAST(strftime('%w', day) AS INTEGER)
  FROM span
)
SELECT day,
       printf('%dQ%d', month / 12, month % 12 / 3 + 1),
       weekday BETWEEN 1 AND 5,
       month + (day_of_month - 1) * 1.0 / days_in_month,
       month + day_of_month * 1.0 / days_in_month
FROM part;

CREATE INDEX calendar_by_quarter ON calendar (quarter, day);

-- 节假日: the State Council's notices for 2021 to 2026, as in data/holidays-cn.csv; is_workday 1 is 调休上班.
-- Other years have weekends only, until taizhang holiday import brings them.
WITH notice(day, holiday, is_workday) AS (VALUES
  ('2021-01-01', '元旦', 0), ('2021-01-02', '元旦', 0), ('2021-01-03', '元旦', 0), ('2021-02-07', '春节', 1),
  ('2021-02-11', '春节', 0), ('2021-02-12', '春节', 0), ('2021-02-13', '春节', 0), ('2021-02-14', '春节', 0),
  ('2021-02-15', '春节', 0), ('2021-02-16', '春节', 0), ('2021-02-17', '春节', 0), ('2021-02-20', '春节', 1),
  ('2021-04-03', '清明节', 0), ('2021-04-04', '清明节', 0), ('2021-04-05', '清明节', 0), ('2021-04-25', '劳动节', 1),
  ('2021-05-01', '劳动节', 0), ('2021-05-02', '劳动节', 0), ('2021-05-03', '劳动节', 0), ('2021-05-04', '劳动节', 0),
  ('2021-05-05', '劳动节', 0), ('2021-05-08', '劳动节', 1), ('2021-06-12', '端午节', 0), ('2021-06-13', '端午节', 0),
  ('2021-06-14', '端午节', 0), ('2021-09-18', '中秋节', 1), ('2021-09-19', '中秋节', 0), ('2021-09-20', '中秋节', 0),
  ('2021-09-21', '中秋节', 0), ('2021-09-26', '国庆节', 1), ('2021-10-01', '国庆节', 0), ('2021-10-02', '国庆节', 0),
  ('2021-10-03', '国庆节', 0), ('2021-10-04', '国庆节', 0), ('2021-10-05', '国庆节', 0), ('2021-10-06', '国庆节', 0),
  ('2021-10-07', '国庆节', 0), ('2021-10-09', '国庆节', 1), ('2022-01-01', '元旦', 0), ('2022-01-02', '元旦', 0),
  ('2022-01-03', '元旦', 0), ('2022-01-29', '春节', 1), ('2022-01-30', '春节', 1), ('2022-01-31', '春节', 0),
  ('2022-02-01', '春节', 0), ('2022-02-02', '春节', 0), ('2022-02-03', '春节', 0), ('2022-02-04', '春节', 0),
  ('2022-02-05', '春节', 0), ('2022-02-06', '春节', 0), ('2022-04-02', '清明节', 1), ('2022-04-03', '清明节', 0),
  ('2022-04-04', '清明节', 0), ('2022-04-05', '清明节', 0), ('2022-04-24', '劳动节', 1), ('2022-04-30', '劳动节', 0),
  ('2022-05-01', '劳动节', 0), ('2022-05-02', '劳动节', 0), ('2022-05-03', '劳动节', 0), ('2022-05-04', '劳动节', 0),
  ('2022-05-07', '劳动节', 1), ('2022-06-03', '端午节', 0), ('2022-06-04', '端午节', 0), ('2022-06-05', '端午节', 0),
  ('2022-09-10', '中秋节', 0), ('2022-09-11', '中秋节', 0), ('2022-09-12', '中秋节', 0), ('2022-10-01', '国庆节', 0),
  ('2022-10-02', '国庆节', 0), ('2022-10-03', '国庆节', 0), ('2022-10-04', '国庆节', 0), ('2022-10-05', '国庆节', 0),
  ('2022-10-06', '国庆节', 0), ('2022-10-07', '国庆节', 0), ('2022-10-08', '国庆节', 1), ('2022-10-09', '国庆节', 1),
  ('2022-12-31', '元旦', 0), ('2023-01-01', '元旦', 0), ('2023-01-02', '元旦', 0), ('2023-01-21', '春节', 0),
  ('2023-01-22', '春节', 0), ('2023-01-23', '春节', 0), ('2023-01-24', '春节', 0), ('2023-01-25', '春节', 0),
  ('2023-01-26', '春节', 0), ('2023-01-27', '春节', 0), ('2023-01-28', '春节', 1), ('2023-01-29', '春节', 1),
  ('2023-04-05', '清明节', 0), ('2023-04-23', '劳动节', 1), ('2023-04-29', '劳动节', 0), ('2023-04-30', '劳动节', 0),
  ('2023-05-01', '劳动节', 0), ('2023-05-02', '劳动节', 0), ('2023-05-03', '劳动节', 0), ('2023-05-06', '劳动节', 1),
  ('2023-06-22', '端午节', 0), ('2023-06-23', '端午节', 0), ('2023-06-24', '端午节', 0), ('2023-06-25', '端午节', 1),
  ('2023-09-29', '中秋节、国庆节', 0), ('2023-09-30', '中秋节、国庆节', 0), ('2023-10-01', '中秋节、国庆节', 0),
  ('2023-10-02', '中秋节、国庆节', 0), ('2023-10-03', '中秋节、国庆节', 0), ('2023-10-04', '中秋节、国庆节', 0),
  ('2023-10-05', '中秋节、国庆节', 0), ('2023-10-06', '中秋节、国庆节', 0), ('2023-10-07', '中秋节、国庆节', 1),
  ('2023-10-08', '中秋节、国庆节', 1), ('2024-01-01', '元旦', 0), ('2024-02-04', '春节', 1), ('2024-02-10', '春节', 0),
  ('2024-02-11', '春节', 0), ('2024-02-12', '春节', 0), ('2024-02-13', '春节', 0), ('2024-02-14', '春节', 0),
  ('2024-02-15', '春节', 0), ('2024-02-16', '春节', 0), ('2024-02-17', '春节', 0), ('2024-02-18', '春节', 1),
  ('2024-04-04', '清明节', 0), ('2024-04-05', '清明节', 0), ('2024-04-06', '清明节', 0), ('2024-04-07', '清明节', 1),
  ('2024-04-28', '劳动节', 1), ('2024-05-01', '劳动节', 0), ('2024-05-02', '劳动节', 0), ('2024-05-03', '劳动节', 0),
  ('2024-05-04', '劳动节', 0), ('2024-05-05', '劳动节', 0), ('2024-05-11', '劳动节', 1), ('2024-06-10', '端午节', 0),
  ('2024-09-14', '中秋节', 1), ('2024-09-15', '中秋节', 0), ('2024-09-16', '中秋节', 0), ('2024-09-17', '中秋节', 0),
  ('2024-09-29', '国庆节', 1), ('2024-10-01', '国庆节', 0), ('2024-10-02', '国庆节', 0), ('2024-10-03', '国庆节', 0),
  ('2024-10-04', '国庆节', 0), ('2024-10-05', '国庆节', 0), ('2024-10-06', '国庆节', 0), ('2024-10-07', '国庆节', 0),
  ('2024-10-12', '国庆节', 1), ('2025-01-01', '元旦', 0), ('2025-01-26', '春节', 1), ('2025-01-28', '春节', 0),
  ('2025-01-29', '春节', 0), ('2025-01-30', '春节', 0), ('2025-01-31', '春节', 0), ('2025-02-01', '春节', 0),
  ('2025-02-02', '春节', 0), ('2025-02-03', '春节', 0), ('2025-02-04', '春节', 0), ('2025-02-08', '春节', 1),
  ('2025-04-04', '清明节', 0), ('2025-04-05', '清明节', 0), ('2025-04-06', '清明节', 0), ('2025-04-27', '劳动节', 1),
  ('2025-05-01', '劳动节', 0), ('2025-05-02', '劳动节', 0), ('2025-05-03', '劳动节', 0), ('2025-05-04', '劳动节', 0),
  ('2025-05-05', '劳动节', 0), ('2025-05-31', '端午节', 0), ('2025-06-01', '端午节', 0), ('2025-06-02', '端午节', 0),
  ('2025-09-28', '国庆节、中秋节', 1), ('2025-10-01', '国庆节、中秋节', 0), ('2025-10-02', '国庆节、中秋节', 0),
  ('2025-10-03', '国庆节、中秋节', 0), ('2025-10-04', '国庆节、中秋节', 0), ('2025-10-05', '国庆节、中秋节', 0),
  ('2025-10-06', '国庆节、中秋节', 0), ('2025-10-07', '国庆节、中秋节', 0), ('2025-10-08', '国庆节、中秋节', 0),
  ('2025-10-11', '国庆节、中秋节', 1), ('2026-01-01', '元旦', 0), ('2026-01-02', '元旦', 0), ('2026-01-03', '元旦', 0),
  ('2026-01-04', '元旦', 1), ('2026-02-14', '春节', 1), ('2026-02-15', '春节', 0), ('2026-02-16', '春节', 0),
  ('2026-02-17', '春节', 0), ('2026-02-18', '春节', 0), ('2026-02-19', '春节', 0), ('2026-02-20', '春节', 0),
  ('2026-02-21', '春节', 0), ('2026-02-22', '春节', 0), ('2026-02-23', '春节', 0), ('2026-02-28', '春节', 1),
  ('2026-04-04', '清明节', 0), ('2026-04-05', '清明节', 0), ('2026-04-06', '清明节', 0), ('2026-05-01', '劳动节', 0),
  ('2026-05-02', '劳动节', 0), ('2026-05-03', '劳动节', 0), ('2026-05-04', '劳动节', 0), ('2026-05-05', '劳动节', 0),
  ('2026-05-09', '劳动节', 1), ('2026-06-19', '端午节', 0), ('2026-06-20', '端午节', 0), ('2026-06-21', '端午节', 0),
  ('2026-09-20', '国庆节', 1), ('2026-09-25', '中秋节', 0), ('2026-09-26', '中秋节', 0), ('2026-09-27', '中秋节', 0),
  ('2026-10-01', '国庆节', 0), ('2026-10-02', '国庆节', 0), ('2026-10-03', '国庆节', 0), ('2026-10-04', '国庆节', 0),
  ('2026-10-05', '国庆节', 0), ('2026-10-06', '国庆节', 0), ('2026-10-07', '国庆节', 0), ('2026-10-10', '国庆节', 1))
UPDATE calendar SET holiday = n.holiday, is_workday = n.is_workday
FROM notice AS n
WHERE n.day = calendar.day;

------------------------------------------------------------------------------------------------ identity, settings and words

-- 台账标识: one row, by chance. A form (填报表) that went out of one ledger is told from that of another by it; a copy keeps it.
CREATE TABLE ledger (
  ledger_id TEXT NOT NULL PRIMARY KEY CHECK (length(ledger_id) = 16) -- 16 hexadecimal digits
) STRICT, WITHOUT ROWID;

INSERT INTO ledger (ledger_id) VALUES (lower(hex(randomblob(8))));

-- 设置: what an office may choose; the view setting_bound has the bounds. Thresholds are copied into a round when it opens.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY, -- 名称
  value REAL NOT NULL              -- 值
) STRICT, WITHOUT ROWID;

INSERT INTO setting (name, value) VALUES
  ('yellow_lag', 10),          -- 黄灯: percentage points behind, from which a task is lagging
  ('red_lag', 30),             -- 红灯: percentage points behind, above which the lamp is red
  ('due_soon_days', 30),       -- 临期: days before the due day
  ('report_due_workdays', 5),  -- 报送期限: workdays after the quarter's end or the opening, whichever is later
  ('reply_due_workdays', 3),   -- 回复期限: workdays after the issue of an action that the flags suggested
  ('evidence_size_limit_mib', 50); -- 佐证材料上限: MiB of one file; SQLite holds no value of a thousand million bytes

-- 数据字典: the public columns of the views. Filled by dictionary.sql.
CREATE TABLE dictionary (
  view_name   TEXT NOT NULL, -- 视图
  column_name TEXT NOT NULL, -- 列
  type        TEXT NOT NULL CHECK (type IN ('text', 'number', 'flag', 'day', 'percent', 'bar', 'word', 'time', 'share')), -- 类型
  zh          TEXT NOT NULL, -- 中文标题
  en          TEXT NOT NULL, -- 英文标题
  meaning     TEXT NOT NULL, -- 含义, in Chinese
  PRIMARY KEY (view_name, column_name)
) STRICT, WITHOUT ROWID;

-- 代码: a word for every coded value. Filled by dictionary.sql.
CREATE TABLE word (
  column_name TEXT NOT NULL, -- 列
  value       TEXT NOT NULL, -- 代码
  zh          TEXT NOT NULL, -- 中文
  en          TEXT NOT NULL, -- 英文
  PRIMARY KEY (column_name, value)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------------------------------ the plan

-- 分工方案: one year's notice.
CREATE TABLE plan (
  plan_id     INTEGER NOT NULL PRIMARY KEY,
  year        INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 2020 AND 2040), -- 年度
  title       TEXT    NOT NULL,                             -- 标题
  document_no TEXT,                                         -- 文号: 聊政发〔2022〕5号
  issuer      TEXT,                                         -- 发文机关
  signed_on   TEXT REFERENCES calendar (day),               -- 成文日期
  starts_on   TEXT    NOT NULL REFERENCES calendar (day),   -- 起始日
  ends_on     TEXT    NOT NULL REFERENCES calendar (day),   -- 截止日
  closed_on   TEXT REFERENCES calendar (day),               -- 年终结算日: from it on it takes no new task
  CONSTRAINT "年终结算早于方案起始日 | the plan is closed before it starts" CHECK (closed_on >= starts_on),
  CONSTRAINT "方案截止日早于起始日 | the plan ends before it starts" CHECK (ends_on >= starts_on)
) STRICT;

-- 章节: the headings 一、 and (一).
CREATE TABLE section (
  section_id INTEGER NOT NULL PRIMARY KEY,
  plan_id    INTEGER NOT NULL REFERENCES plan (plan_id),
  parent_id  INTEGER REFERENCES section (section_id),       -- 上级章节; NULL at the top
  ordinal    INTEGER NOT NULL,                              -- 顺序 in the plan
  label      TEXT    NOT NULL,                              -- 编号: 二, 二(一)
  title      TEXT    NOT NULL,                              -- 标题
  UNIQUE (plan_id, label)
) STRICT;

CREATE INDEX section_by_parent ON section (parent_id);

-- 任务: a numbered item. A leaf task is one that has no sub-items.
CREATE TABLE task (
  task_id          INTEGER NOT NULL PRIMARY KEY,
  plan_id          INTEGER NOT NULL REFERENCES plan (plan_id),
  section_id       INTEGER REFERENCES section (section_id),
  parent_id        INTEGER REFERENCES task (task_id),       -- 上级任务 of a sub-item
  code             TEXT    NOT NULL,                        -- 任务编号: 7, 6(1)
  ordinal          INTEGER NOT NULL,                        -- 顺序 in the plan
  text             TEXT    NOT NULL,                        -- 任务内容, typeset as an office would print it
  source_text      TEXT,                                    -- 原文 as it stood in the file
  kind             TEXT    NOT NULL DEFAULT 'standing'      -- 类别: 阶段性, 长期性
    CONSTRAINT "任务类别须为阶段性（staged）或长期性（standing） | a task is staged or standing" CHECK (kind IN ('staged', 'standing')),
  kind_confirmed   INTEGER NOT NULL DEFAULT 0 CHECK (kind_confirmed IN (0, 1)), -- 已确认: the office has looked at kind and due day
  starts_on        TEXT REFERENCES calendar (day),          -- 起始日; NULL: the plan's
  due_on           TEXT REFERENCES calendar (day),          -- 完成时限 of a staged task
  lead_open        INTEGER NOT NULL DEFAULT 0 CHECK (lead_open IN (0, 1)),        -- the lead units' list ended in 等
  responsible_open INTEGER NOT NULL DEFAULT 0 CHECK (responsible_open IN (0, 1)), -- the responsible units' list ended in 等
  is_key           INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),           -- 重大事项
  added_on         TEXT REFERENCES calendar (day),          -- 增列日期; NULL: from the plan's start
  continued_from_id INTEGER REFERENCES task (task_id),      -- 承接: the task of an earlier year that goes on in this one
  UNIQUE (plan_id, code),
  CONSTRAINT "阶段性任务须有完成时限，长期性任务不得有 | a staged task has a due day, a standing one has none"
    CHECK ((kind = 'staged') = (due_on IS NOT NULL)),
  CONSTRAINT "完成时限早于起始日 | the due day is before the start" CHECK (due_on >= starts_on),
  CONSTRAINT "任务不能是自己的上级 | a task can't be its own parent" CHECK (parent_id <> task_id),
  CONSTRAINT "任务不能承接自己 | a task can't continue itself" CHECK (continued_from_id <> task_id)
) STRICT;

CREATE INDEX task_by_plan ON task (plan_id);
CREATE INDEX task_by_parent ON task (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_by_section ON task (section_id);
CREATE INDEX task_by_continued_from ON task (continued_from_id) WHERE continued_from_id IS NOT NULL;

-- 领导
CREATE TABLE leader (
  leader_id     INTEGER NOT NULL PRIMARY KEY,
  name          TEXT    NOT NULL UNIQUE,                    -- 姓名, or 市政府各位副市长
  is_collective INTEGER NOT NULL DEFAULT 0 CHECK (is_collective IN (0, 1)) -- 统称
) STRICT;

-- 牵头领导 of a task.
CREATE TABLE task_leader (
  task_id   INTEGER NOT NULL REFERENCES task (task_id),
  leader_id INTEGER NOT NULL REFERENCES leader (leader_id),
  ordinal   INTEGER NOT NULL CHECK (ordinal >= 1),          -- 顺序, from 1
  PRIMARY KEY (task_id, leader_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_leader_by_leader ON task_leader (leader_id);

-- 单位
CREATE TABLE unit (
  unit_id       INTEGER NOT NULL PRIMARY KEY,
  name          TEXT    NOT NULL UNIQUE,                    -- 名称
  kind          TEXT    NOT NULL DEFAULT 'other' CHECK (kind IN
    ('department', 'county', 'zone', 'party', 'company', 'central', 'mass', 'other')), -- 类别
  is_collective INTEGER NOT NULL DEFAULT 0 CHECK (is_collective IN (0, 1)) -- 统称单位: stands for its members
) STRICT;

-- 别名: another name of a unit, or a misprint of it.
CREATE TABLE unit_alias (
  alias   TEXT    NOT NULL PRIMARY KEY,                     -- 别名
  unit_id INTEGER NOT NULL REFERENCES unit (unit_id),
  reason  TEXT                                              -- 理由
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_alias_by_unit ON unit_alias (unit_id);

-- 成员: who a collective unit stands for.
CREATE TABLE unit_member (
  collective_id INTEGER NOT NULL REFERENCES unit (unit_id), -- 统称单位
  unit_id       INTEGER NOT NULL REFERENCES unit (unit_id), -- 成员单位
  PRIMARY KEY (collective_id, unit_id),
  CONSTRAINT "统称单位不能是自己的成员 | a collective unit can't be its own member" CHECK (collective_id <> unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_member_by_unit ON unit_member (unit_id);

-- 牵头单位 and 责任单位 of a task. The first lead unit answers for it (谁牵头谁统筹).
CREATE TABLE task_unit (
  task_id    INTEGER NOT NULL REFERENCES task (task_id),
  unit_id    INTEGER NOT NULL REFERENCES unit (unit_id),
  role       TEXT    NOT NULL CHECK (role IN ('lead', 'responsible')), -- 牵头, 责任
  ordinal    INTEGER NOT NULL CHECK (ordinal >= 1),         -- 顺序 in the role, from 1
  written_as TEXT,                                          -- 原文写法
  PRIMARY KEY (task_id, role, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_unit_by_unit ON task_unit (unit_id, role);

-- A task's own members of a collective unit, where they differ (沿线县).
CREATE TABLE task_unit_member (
  task_id       INTEGER NOT NULL REFERENCES task (task_id),
  collective_id INTEGER NOT NULL REFERENCES unit (unit_id), -- 统称单位
  unit_id       INTEGER NOT NULL REFERENCES unit (unit_id), -- 成员单位
  PRIMARY KEY (task_id, collective_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_unit_member_by_collective ON task_unit_member (collective_id);
CREATE INDEX task_unit_member_by_unit ON task_unit_member (unit_id);

-- 联系人 of a unit.
CREATE TABLE contact (
  contact_id INTEGER NOT NULL PRIMARY KEY,
  unit_id    INTEGER NOT NULL REFERENCES unit (unit_id),
  name       TEXT    NOT NULL,                              -- 姓名
  post       TEXT,                                          -- 职务
  phone      TEXT,                                          -- 电话
  from_day   TEXT REFERENCES calendar (day)                 -- 起始日
) STRICT;

CREATE INDEX contact_by_unit ON contact (unit_id);

-- 接任: from a day on another unit or leader answers.
CREATE TABLE succession (
  succession_id       INTEGER NOT NULL PRIMARY KEY,
  unit_id             INTEGER REFERENCES unit (unit_id),     -- 原单位
  successor_unit_id   INTEGER REFERENCES unit (unit_id),     -- 接任单位
  leader_id           INTEGER REFERENCES leader (leader_id), -- 原领导
  successor_leader_id INTEGER REFERENCES leader (leader_id), -- 接任领导
  from_day            TEXT    NOT NULL REFERENCES calendar (day), -- 起始日
  reason              TEXT,                                  -- 理由
  is_rename           INTEGER NOT NULL DEFAULT 0 CHECK (is_rename IN (0, 1)), -- 更名: the same unit under its new name
  CONSTRAINT "接任须是单位接单位或领导接领导 | a unit succeeds a unit, a leader a leader" CHECK (
    (unit_id IS NULL) = (successor_unit_id IS NULL)
    AND (leader_id IS NULL) = (successor_leader_id IS NULL)
    AND (unit_id IS NULL) <> (leader_id IS NULL)),
  CONSTRAINT "不能接任自己 | nobody succeeds himself" CHECK (
    successor_unit_id <> unit_id AND successor_leader_id IS NULL
    OR successor_leader_id <> leader_id AND successor_unit_id IS NULL)
) STRICT;

CREATE INDEX succession_by_unit ON succession (unit_id, from_day);
CREATE INDEX succession_by_successor_unit ON succession (successor_unit_id);
CREATE INDEX succession_by_leader ON succession (leader_id, from_day);
CREATE INDEX succession_by_successor_leader ON succession (successor_leader_id);

------------------------------------------------------------------------------------------------ targets and milestones

-- 指标: a number in the task, in the notice's own measure.
CREATE TABLE target (
  target_id  INTEGER NOT NULL PRIMARY KEY,
  task_id    INTEGER NOT NULL REFERENCES task (task_id),
  ordinal    INTEGER NOT NULL CHECK (ordinal >= 1),         -- 顺序 in the task, from 1: reading_1, reading_2
  name       TEXT    NOT NULL,                              -- 名称
  kind       TEXT    NOT NULL                               -- 累计, 水平, 达到
    CONSTRAINT "指标类别须为累计（amount）、水平（level）或达到（reach） | a target is an amount, a level or a reach"
    CHECK (kind IN ('amount', 'level', 'reach')),
  comparison TEXT    NOT NULL DEFAULT '>=' CHECK (comparison IN ('>=', '<=')), -- 不低于, 不高于
  is_about   INTEGER NOT NULL DEFAULT 0 CHECK (is_about IN (0, 1)), -- 左右: may miss by a tenth
  value      REAL    NOT NULL,                              -- 目标值
  value_high REAL,                                          -- 目标上限 of a range (3—5 座)
  measure    TEXT,                                          -- 单位: 亿元, 公里, %
  added_on   TEXT    NOT NULL DEFAULT '2020-01-01' REFERENCES calendar (day), -- 增列日期, from which it counts; else from the start
  UNIQUE (task_id, ordinal),
  CONSTRAINT "累计指标的目标值须大于零，且为不低于 | an amount is above zero and compared with >="
    CHECK (kind <> 'amount' OR value > 0 AND comparison = '>='),
  CONSTRAINT "目标上限低于目标值 | the range's upper end is below its lower end" CHECK (value_high >= value)
) STRICT;

-- 季度节点目标: what a target should stand at at a quarter's end; beats the straight line. A later one for the same quarter
-- counts from the day it was added.
-- With a rowid, as target_share: integrity_check of SQLite 3.40 calls a whole number NULL where a column stands before the last
-- of a key and there is none.
CREATE TABLE target_node (
  target_id INTEGER NOT NULL REFERENCES target (target_id),
  quarter   TEXT    NOT NULL CHECK (quarter GLOB '20[2-4][0-9]Q[1-4]'), -- 季度
  value     REAL    NOT NULL,                               -- 节点值
  added_on  TEXT    NOT NULL DEFAULT '2020-01-01' REFERENCES calendar (day), -- 下达日期
  PRIMARY KEY (target_id, quarter, added_on)
) STRICT;

-- 分解指标: a unit's part of the whole, from a day on; 0 takes it back.
CREATE TABLE target_share (
  target_id INTEGER NOT NULL REFERENCES target (target_id),
  unit_id   INTEGER NOT NULL REFERENCES unit (unit_id),
  value     REAL    NOT NULL                                -- 分解值
    CONSTRAINT "分解值不得小于零 | a share is not below zero" CHECK (value >= 0),
  added_on  TEXT    NOT NULL DEFAULT '2020-01-01' REFERENCES calendar (day), -- 下达日期
  PRIMARY KEY (target_id, unit_id, added_on)
) STRICT;

CREATE INDEX target_share_by_unit ON target_share (unit_id);

-- 节点: a dated step of a task.
CREATE TABLE milestone (
  milestone_id     INTEGER NOT NULL PRIMARY KEY,
  task_id          INTEGER NOT NULL REFERENCES task (task_id),
  ordinal          INTEGER NOT NULL CHECK (ordinal >= 1),   -- 顺序
  title            TEXT    NOT NULL,                        -- 内容
  due_on           TEXT    NOT NULL REFERENCES calendar (day), -- 时限
  expected_percent REAL,                                    -- 届时应完成百分比
  owner            TEXT,                                    -- 责任人
  done_on          TEXT REFERENCES calendar (day),          -- 完成日期
  added_on         TEXT    NOT NULL DEFAULT '2020-01-01' REFERENCES calendar (day), -- 增列日期, from which it counts
  UNIQUE (task_id, ordinal),
  CONSTRAINT "百分比须在0到100之间 | a percent is from 0 to 100" CHECK (expected_percent BETWEEN 0 AND 100)
) STRICT;

CREATE INDEX milestone_by_task ON milestone (task_id, due_on);

------------------------------------------------------------------------------------------------ rounds and requests

-- 调度: one quarter's call for entries. The thresholds are those of the day it opened.
CREATE TABLE round (
  plan_id         INTEGER NOT NULL REFERENCES plan (plan_id),
  quarter         TEXT    NOT NULL CHECK (quarter GLOB '20[2-4][0-9]Q[1-4]'), -- 季度
  opened_on       TEXT    NOT NULL REFERENCES calendar (day), -- 开启日
  cutoff_on       TEXT    NOT NULL REFERENCES calendar (day), -- 数据截止日: the quarter's last day
  report_due_on   TEXT    NOT NULL REFERENCES calendar (day), -- 报送期限
  judges_progress INTEGER NOT NULL DEFAULT 1 CHECK (judges_progress IN (0, 1)), -- 是否评价进度
  yellow_lag      REAL    NOT NULL DEFAULT 10,              -- 黄灯滞后值
  red_lag         REAL    NOT NULL DEFAULT 30,              -- 红灯滞后值
  due_soon_days   INTEGER NOT NULL DEFAULT 30,              -- 临期天数
  closed_on       TEXT REFERENCES calendar (day),           -- 关闭日: from it on entries are 关闭后补报
  PRIMARY KEY (plan_id, quarter),
  CONSTRAINT "关闭日早于开启日 | closed before it was opened" CHECK (closed_on >= opened_on),
  CONSTRAINT "黄灯滞后值高于红灯 | the yellow threshold is above the red one" CHECK (yellow_lag <= red_lag),
  CONSTRAINT "数据截止日须为季度的最后一天 | the cutoff is the quarter's last day" CHECK (
    cutoff_on = substr(quarter, 1, 4)
      || CASE substr(quarter, 6) WHEN '1' THEN '-03-31' WHEN '2' THEN '-06-30' WHEN '3' THEN '-09-30' ELSE '-12-31' END)
) STRICT, WITHOUT ROWID;

-- 应报事项: the entry that the first lead unit owes for one task; of another unit: a contribution asked for.
CREATE TABLE request (
  plan_id       INTEGER NOT NULL,
  quarter       TEXT    NOT NULL,                           -- 季度
  task_id       INTEGER NOT NULL REFERENCES task (task_id),
  unit_id       INTEGER NOT NULL REFERENCES unit (unit_id), -- 应报单位
  asked_on      TEXT    NOT NULL REFERENCES calendar (day), -- 下达日
  report_due_on TEXT REFERENCES calendar (day),             -- 报送期限; NULL: the round's
  PRIMARY KEY (task_id, quarter, unit_id),
  CONSTRAINT "报送期限早于下达日 | the entry is due before it is asked for" CHECK (report_due_on >= asked_on),
  FOREIGN KEY (plan_id, quarter) REFERENCES round (plan_id, quarter)
) STRICT;

CREATE INDEX request_by_round ON request (plan_id, quarter);
CREATE INDEX request_by_unit ON request (unit_id);

------------------------------------------------------------------------------------------------ progress

-- 进展: what a unit reports for a task and quarter. Never edited: a correction is a new revision.
CREATE TABLE progress (
  progress_id  INTEGER NOT NULL PRIMARY KEY,
  task_id      INTEGER NOT NULL REFERENCES task (task_id),
  quarter      TEXT    NOT NULL,                            -- 季度
  unit_id      INTEGER NOT NULL REFERENCES unit (unit_id),  -- 报送单位
  revision     INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 999999), -- 版次, per task and quarter, whichever unit wrote
  reported_on  TEXT    NOT NULL REFERENCES calendar (day),  -- 报送日期
  is_interim   INTEGER NOT NULL DEFAULT 0 CHECK (is_interim IN (0, 1)), -- 中间报送: doesn't count as the quarter's return
  percent      REAL,                                        -- 完成百分比
  state        TEXT CHECK (state IN ('not_started', 'on_schedule', 'ahead', 'behind', 'difficult', 'done')), -- 状态 as the unit sees itself
  completed_on TEXT REFERENCES calendar (day),              -- 完成日期
  summary      TEXT,                                        -- 进展情况
  problem      TEXT,                                        -- 存在问题
  next_step    TEXT,                                        -- 下一步措施
  entered_by   TEXT,                                        -- 录入人
  review       TEXT CHECK (review IN ('accepted', 'returned')), -- 审核: 采纳, 退回
  reviewed_on  TEXT REFERENCES calendar (day),              -- 审核日期
  review_note  TEXT,                                        -- 审核意见
  redo_due_on  TEXT REFERENCES calendar (day),              -- 重报期限
  is_after_close INTEGER NOT NULL DEFAULT 0 CHECK (is_after_close IN (0, 1)), -- 关闭后补报: reported once the round was closed
  accepted_on   TEXT REFERENCES calendar (day),             -- 原采纳日期 of an entry that was accepted before it was returned
  accepted_note TEXT,                                       -- 原采纳意见
  UNIQUE (task_id, quarter, revision),
  CONSTRAINT "百分比须在0到100之间 | a percent is from 0 to 100" CHECK (percent BETWEEN 0 AND 100),
  CONSTRAINT "状态为已完成而百分比不足100，须填写存在问题 | done below 100 % needs the problem to say why"
    CHECK (state <> 'done' OR percent >= 100 OR percent IS NULL OR coalesce(problem, '') <> ''),
  CONSTRAINT "报送日期早于本季度 | the day reported is before the quarter"
    CHECK (reported_on >= printf('%s-%02d-01', substr(quarter, 1, 4), 3 * substr(quarter, 6) - 2)),
  CONSTRAINT "完成日期晚于报送日期 | the completion day is after the day reported" CHECK (completed_on <= reported_on),
  CONSTRAINT "审核须有日期 | a review has its day" CHECK ((review IS NULL) = (reviewed_on IS NULL)),
  CONSTRAINT "审核早于报送 | the review is before the entry" CHECK (reviewed_on >= reported_on),
  CONSTRAINT "只有退回才有重报期限 | only a returned entry is to be redone"
    CHECK (redo_due_on IS NULL OR review IS 'returned'),
  CONSTRAINT "重报期限早于审核日期 | it is to be redone before the review" CHECK (redo_due_on >= reviewed_on),
  CONSTRAINT "退回早于采纳 | returned before it was accepted" CHECK (accepted_on <= reviewed_on)
) STRICT;

CREATE INDEX progress_by_unit ON progress (unit_id);

-- 指标完成值: a target's figure in an entry.
CREATE TABLE reading (
  progress_id INTEGER NOT NULL REFERENCES progress (progress_id),
  target_id   INTEGER NOT NULL REFERENCES target (target_id),
  value       REAL    NOT NULL,                             -- 完成值
  PRIMARY KEY (progress_id, target_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_by_target ON reading (target_id);

------------------------------------------------------------------------------------------------ what the office decides

-- 销号: only the office closes a task.
CREATE TABLE closure (
  closure_id    INTEGER NOT NULL PRIMARY KEY,
  task_id       INTEGER NOT NULL REFERENCES task (task_id),
  closed_on     TEXT    NOT NULL REFERENCES calendar (day), -- 销号日期
  completed_on  TEXT REFERENCES calendar (day),             -- 完成日期
  outcome       TEXT    NOT NULL DEFAULT 'completed' CHECK (outcome IN ('completed', 'terminated', 'carried_over')), -- 完成销号, 终止, 转入下年
  basis         TEXT,                                       -- 依据; NULL: unknown, as of a closure from elsewhere; the commands want one
  confirmed_by  TEXT,                                       -- 确认人
  reopened_on   TEXT REFERENCES calendar (day),             -- 撤销销号日期
  reopen_reason TEXT,                                       -- 撤销理由
  CONSTRAINT "完成日期晚于销号日期 | the completion day is after the closing day" CHECK (completed_on <= closed_on),
  CONSTRAINT "撤销销号早于销号 | reopened before it was closed" CHECK (reopened_on >= closed_on),
  CONSTRAINT "销号须有依据 | a closure has its basis" CHECK (trim(basis) <> ''),
  CONSTRAINT "撤销销号须有日期和理由 | a reopening has its day and its reason"
    CHECK (trim(reopen_reason) <> '' AND (reopen_reason IS NULL OR reopened_on IS NOT NULL))
) STRICT;

CREATE INDEX closure_by_task ON closure (task_id, closed_on);

-- 调整: what the government decides when objective reasons stand in the way. The original stays.
CREATE TABLE adjustment (
  adjustment_id INTEGER NOT NULL PRIMARY KEY,
  task_id       INTEGER NOT NULL REFERENCES task (task_id),
  decided_on    TEXT    NOT NULL REFERENCES calendar (day), -- 决定日期
  kind          TEXT    NOT NULL CHECK (kind IN ('due', 'target', 'suspend', 'resume')), -- 延期, 调整指标, 暂缓, 恢复
  new_due_on    TEXT REFERENCES calendar (day),             -- 新时限
  target_id     INTEGER REFERENCES target (target_id),      -- 指标
  new_value     REAL,                                       -- 新目标值
  reason        TEXT,                                       -- 理由; NULL: unknown, and so the authority; the commands want both
  authority     TEXT,                                       -- 批准机关或领导
  CONSTRAINT "延期须有新时限 | a due adjustment has a new due day" CHECK ((kind = 'due') = (new_due_on IS NOT NULL)),
  CONSTRAINT "调整指标须有指标和新值 | a target adjustment has a target and a new value"
    CHECK ((kind = 'target') = (target_id IS NOT NULL) AND (kind = 'target') = (new_value IS NOT NULL)),
  CONSTRAINT "调整须有理由 | an adjustment has its reason" CHECK (trim(reason) <> ''),
  CONSTRAINT "调整须有批准机关或领导 | an adjustment has the authority that decided it" CHECK (trim(authority) <> '')
) STRICT;

CREATE INDEX adjustment_by_task ON adjustment (task_id, kind, decided_on);
CREATE INDEX adjustment_by_target ON adjustment (target_id, decided_on) WHERE target_id IS NOT NULL;

-- 请示事项: what a unit reports upward: a major matter, a problem, the early word that a target can't be met.
CREATE TABLE matter (
  matter_id        INTEGER NOT NULL PRIMARY KEY,
  task_id          INTEGER REFERENCES task (task_id),
  unit_id          INTEGER REFERENCES unit (unit_id),       -- 请示单位
  raised_on        TEXT    NOT NULL REFERENCES calendar (day), -- 提出日期
  content          TEXT    NOT NULL,                        -- 内容
  objective_reason TEXT,                                    -- 客观原因
  leader_id        INTEGER REFERENCES leader (leader_id),   -- 呈报领导
  decision         TEXT,                                    -- 决定
  decided_on       TEXT REFERENCES calendar (day),          -- 决定日期
  CONSTRAINT "决定须有内容和日期 | a decision has its text and its day" CHECK ((decision IS NULL) = (decided_on IS NULL)),
  CONSTRAINT "决定早于提出 | decided before it was raised" CHECK (decided_on >= raised_on),
  CONSTRAINT "请示事项须有任务或单位 | a matter is about a task or of a unit" CHECK (task_id IS NOT NULL OR unit_id IS NOT NULL),
  CONSTRAINT "请示事项须有内容 | a matter has its content" CHECK (trim(content) <> ''),
  CONSTRAINT "决定须有内容 | a decision has its text" CHECK (trim(decision) <> '')
) STRICT;

CREATE INDEX matter_by_task ON matter (task_id);
CREATE INDEX matter_by_unit ON matter (unit_id);
CREATE INDEX matter_by_leader ON matter (leader_id);

-- 督查行动: chase, press, inspect, interview, commend, criticise. What was issued stays as it is; each later step is recorded
-- once: reply, conclusion (督查结论), rectification (整改), verification (核查), close.
-- The Regulations on Government Inspection (政府督查工作条例, State Council decree 733) have an inspection end in a conclusion that
-- is delivered to whom it concerns, let the rectification it asks for be verified, and leave commendation, criticism and
-- accountability to the approval of the government or its head.
CREATE TABLE action (
  action_id      INTEGER NOT NULL PRIMARY KEY,
  task_id        INTEGER REFERENCES task (task_id),
  unit_id        INTEGER REFERENCES unit (unit_id),           -- 督查对象
  kind           TEXT    NOT NULL CHECK (kind IN ('chase', 'press', 'supervise', 'inspect', 'interview', 'meeting',
    'commend', 'criticise', 'propose_accountability')),       -- 催报 催办 督办 专项督查 约谈 专题会议 通报表扬 通报批评 追责问责建议
  method         TEXT CHECK (method IN ('open', 'covert')),   -- 明查, 暗访
  issued_on      TEXT    NOT NULL REFERENCES calendar (day),  -- 下发日期
  reply_due_on   TEXT REFERENCES calendar (day),              -- 回复期限
  content        TEXT,                                        -- 内容
  approved_by    TEXT,                                        -- 批准人
  replied_on     TEXT REFERENCES calendar (day),              -- 回复日期
  reply          TEXT,                                        -- 回复
  closed_on      TEXT REFERENCES calendar (day),              -- 办结日期
  cause          TEXT CHECK (cause IN ('missing', 'unredone', 'overdue', 'late_milestone', 'due_soon')),
                                                              -- 起因: the flag that suggested it; NULL where a person thought of it
  deadline       TEXT REFERENCES calendar (day),              -- 所涉时限: the day that was missed, or is near
  conclusion     TEXT,                                        -- 督查结论
  delivered_on   TEXT REFERENCES calendar (day),              -- 送达日期 of the conclusion
  rectify_due_on TEXT REFERENCES calendar (day),              -- 整改期限
  rectified_on   TEXT REFERENCES calendar (day),              -- 整改日期 as the unit reports it
  rectification  TEXT,                                        -- 整改情况
  verified_on    TEXT REFERENCES calendar (day),              -- 核查日期
  verified_by    TEXT,                                        -- 核查人
  verification   TEXT CHECK (verification IN ('rectified', 'unrectified')), -- 核查结果: 整改到位, 整改不到位
  CONSTRAINT "行动须针对任务或单位 | an action is about a task or a unit" CHECK (task_id IS NOT NULL OR unit_id IS NOT NULL),
  CONSTRAINT "只有专项督查分明查暗访 | only an inspection is open or covert" CHECK (method IS NULL OR kind = 'inspect'),
  CONSTRAINT "通报表扬、通报批评和追责问责建议须写明批准人 | a commendation, a criticism or a proposal of accountability names who approved it"
    CHECK (kind NOT IN ('commend', 'criticise', 'propose_accountability') OR coalesce(approved_by, '') <> ''),
  CONSTRAINT "回复期限早于下发 | the reply is due before the issue" CHECK (reply_due_on >= issued_on),
  CONSTRAINT "起因须有所涉时限 | a cause has its deadline" CHECK ((cause IS NULL) = (deadline IS NULL)),
  CONSTRAINT "回复须有内容和日期 | a reply has its text and its day" CHECK ((reply IS NULL) = (replied_on IS NULL)),
  CONSTRAINT "回复早于下发 | the reply is before the issue" CHECK (replied_on >= issued_on),
  CONSTRAINT "只有专项督查有督查结论 | only an inspection has a conclusion" CHECK (conclusion IS NULL OR kind = 'inspect'),
  CONSTRAINT "督查结论须有送达日期 | a conclusion has the day it was delivered" CHECK ((conclusion IS NULL) = (delivered_on IS NULL)),
  CONSTRAINT "送达早于下发 | delivered before the issue" CHECK (delivered_on >= issued_on),
  CONSTRAINT "整改期限由督查结论提出，不早于送达 | a rectification is asked by a conclusion, and due no earlier than that is delivered"
    CHECK (rectify_due_on IS NULL OR coalesce(rectify_due_on >= delivered_on, 0)),
  CONSTRAINT "整改须有情况和日期 | a rectification has its text and its day"
    CHECK ((rectification IS NULL) = (rectified_on IS NULL)),
  CONSTRAINT "核查须有结果和日期 | a verification has its result and its day"
    CHECK ((verification IS NULL) = (verified_on IS NULL)),
  CONSTRAINT "未要求整改 | no rectification was asked for"
    CHECK (rectify_due_on IS NOT NULL OR rectified_on IS NULL AND verified_on IS NULL),
  CONSTRAINT "整改早于督查结论送达 | rectified before the conclusion was delivered" CHECK (rectified_on >= delivered_on),
  CONSTRAINT "核查早于整改或督查结论送达 | verified before it was rectified or the conclusion was delivered"
    CHECK (verified_on >= coalesce(rectified_on, delivered_on)),
  CONSTRAINT "办结早于下发或此后的记录 | closed before the issue or what came after it" CHECK (closed_on >= max(issued_on,
    coalesce(replied_on, ''), coalesce(delivered_on, ''), coalesce(rectified_on, ''), coalesce(verified_on, '')))
) STRICT;

CREATE INDEX action_by_task ON action (task_id);
CREATE INDEX action_by_unit ON action (unit_id);

------------------------------------------------------------------------------------------------ bulletins

-- 通报: a bulletin as it was issued. What later entries make of its day is told by comparing it with its rows.
CREATE TABLE bulletin (
  bulletin_id INTEGER NOT NULL PRIMARY KEY,
  number      TEXT    NOT NULL UNIQUE,                      -- 文号: 聊政办字〔2022〕12号
  quarter     TEXT    NOT NULL CHECK (quarter GLOB '20[2-4][0-9]Q[1-4]'), -- 季度
  issued_on   TEXT    NOT NULL REFERENCES calendar (day),   -- 印发日期, the day whose figures it gives; never before that of an earlier one
  issuer      TEXT,                                         -- 发文机关, who signed it
  CONSTRAINT "发文机关不能是空的 | the issuer has a name" CHECK (trim(issuer) <> ''),
  CONSTRAINT "通报须有文号 | a bulletin has its number" CHECK (trim(number) <> '')
) STRICT;

-- 通报数据: every row of the reports that the bulletin was made of.
CREATE TABLE bulletin_row (
  bulletin_id INTEGER NOT NULL REFERENCES bulletin (bulletin_id),
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 1),        -- 顺序
  part        TEXT    NOT NULL,                             -- 部分: the report that it is of
  record      TEXT    NOT NULL,                             -- 记录: a task's code, a unit's name
  content     TEXT    NOT NULL,                             -- 内容: its columns as JSON
  PRIMARY KEY (bulletin_id, ordinal)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------------------------------ evidence

-- 佐证材料存档: SQLite's own archive, as sqlite3 -A makes and reads it. Outside of the journal; evidence has the hashes.
CREATE TABLE sqlar (
  name  TEXT PRIMARY KEY, -- 存档名
  mode  INT,              -- 权限
  mtime INT,              -- 修改时间
  sz    INT,              -- 大小
  data  BLOB              -- 内容, deflated by zlib unless it is as long as sz
);

-- 佐证材料: a file attached to an entry, a closure or an action.
CREATE TABLE evidence (
  evidence_id  INTEGER NOT NULL PRIMARY KEY,                -- 材料号
  progress_id  INTEGER REFERENCES progress (progress_id),   -- 进展
  closure_id   INTEGER REFERENCES closure (closure_id),     -- 销号
  action_id    INTEGER REFERENCES action (action_id),       -- 督查行动
  name         TEXT    NOT NULL,                            -- 文件名
  archive_name TEXT    NOT NULL UNIQUE,                     -- 存档名 in sqlar
  size         INTEGER NOT NULL CHECK (size > 0),           -- 大小, bytes
  hash         BLOB    NOT NULL CHECK (length(hash) = 32),  -- 哈希: BLAKE2b-256 of the file
  added_on     TEXT    NOT NULL REFERENCES calendar (day),  -- 归档日期
  added_by     TEXT,                                        -- 归档人
  CONSTRAINT "佐证材料须附于进展、销号、督查行动之一 | evidence is of one entry, closure or action"
    CHECK ((progress_id IS NOT NULL) + (closure_id IS NOT NULL) + (action_id IS NOT NULL) = 1),
  CONSTRAINT "文件名不得含路径或控制字符 | the name of a file holds no path and no control character" CHECK (
    name NOT IN ('', '.', '..') AND length(CAST(name AS BLOB)) <= 200
    AND name NOT GLOB '*[/\' || char(1) || '-' || char(31) || char(127) || ']*'),
  CONSTRAINT "存档名不得跳出文件夹 | the name in the archive stays in its folder" CHECK (
    archive_name NOT GLOB '/*' AND '/' || archive_name || '/' NOT GLOB '*/../*'
    AND archive_name NOT GLOB '*[\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX evidence_by_progress ON evidence (progress_id) WHERE progress_id IS NOT NULL;
CREATE INDEX evidence_by_closure ON evidence (closure_id) WHERE closure_id IS NOT NULL;
CREATE INDEX evidence_by_action ON evidence (action_id) WHERE action_id IS NOT NULL;

------------------------------------------------------------------------------------------------ history

-- 日志: one row per command that writes, never edited. hash = BLAKE2b-256 over the previous hash and the row
-- (src/ledger/journal.h). The changeset stands last, so that the hash is read and a large one written without the whole.
CREATE TABLE journal (
  journal_id    INTEGER NOT NULL PRIMARY KEY,               -- 日志编号: from 1, without gaps
  kind          TEXT    NOT NULL CHECK (kind IN ('change', 'snapshot')), -- 变更, 快照: every row as an insert
  written_at    TEXT    NOT NULL,                           -- 时间, local with its distance from UTC: 2022-04-06T09:30:00+08:00
  actor         TEXT    NOT NULL,                           -- 操作人; '' unnamed
  command       TEXT    NOT NULL,                           -- 命令
  previous_hash BLOB    NOT NULL CHECK (length(previous_hash) = 32), -- 前一哈希; zeros in the first row
  hash          BLOB    NOT NULL CHECK (length(hash) = 32), -- 哈希
  changeset     BLOB    NOT NULL                            -- 变更集 of SQLite's session extension
) STRICT;

CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, '日志不得修改 | the journal is never edited');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, '日志不得删除 | the journal is never deleted from');
END;

CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE journal_id = NEW.journal_id)
BEGIN
  SELECT RAISE(ABORT, '日志不得替换 | a row of the journal is never replaced');
END;

------------------------------------------------------------------------------------------------ what must not happen

CREATE TRIGGER setting_is_within_its_bounds AFTER INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting_out_of_bounds AS s WHERE s.name = NEW.name)
BEGIN
  SELECT RAISE(ABORT, '设置值超出范围 | the setting is out of its bounds');
END;

CREATE TRIGGER setting_stays_within_its_bounds AFTER UPDATE ON setting
WHEN EXISTS (SELECT 1 FROM setting_out_of_bounds AS s WHERE s.name = NEW.name)
BEGIN
  SELECT RAISE(ABORT, '设置值超出范围 | the setting is out of its bounds');
END;

CREATE TRIGGER progress_needs_a_round BEFORE INSERT ON progress
WHEN NOT EXISTS (
  SELECT 1 FROM round AS r JOIN task AS t ON t.plan_id = r.plan_id
  WHERE t.task_id = NEW.task_id AND r.quarter = NEW.quarter)
BEGIN
  SELECT RAISE(ABORT, '该季度尚未调度，请先用 quarter open 开启 | no round is open for the quarter: open it with quarter open');
END;

CREATE TRIGGER progress_is_of_a_leaf BEFORE INSERT ON progress
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND (k.added_on IS NULL OR k.added_on <= NEW.reported_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请按分项报送 | the task has sub-items: report for those');
END;

-- A unit of the task is one that it names in either role, a member of a collective unit that it names, or a successor of one.
CREATE TRIGGER progress_is_by_a_unit_of_the_task BEFORE INSERT ON progress
WHEN NOT EXISTS (
  SELECT 1 FROM task_reporter AS p WHERE p.task_id = NEW.task_id AND p.unit_id = NEW.unit_id)
BEGIN
  SELECT RAISE(ABORT, '该单位不是此任务的牵头单位或责任单位 | the unit is neither a lead nor a responsible unit of the task');
END;

CREATE TRIGGER progress_is_of_an_unclosed_task BEFORE INSERT ON progress
WHEN EXISTS (
  SELECT 1 FROM closure AS x
  WHERE x.task_id = NEW.task_id AND x.closed_on < NEW.reported_on
    AND (x.reopened_on IS NULL OR x.reopened_on > NEW.reported_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已销号 | the task is closed');
END;

-- From the day a round is closed an entry is let in only as what it is.
CREATE TRIGGER progress_after_the_close_is_marked BEFORE INSERT ON progress
WHEN NEW.is_after_close <> EXISTS (
  SELECT 1 FROM round AS r JOIN task AS t ON t.plan_id = r.plan_id
  WHERE t.task_id = NEW.task_id AND r.quarter = NEW.quarter AND r.closed_on <= NEW.reported_on)
BEGIN
  SELECT iif(NEW.is_after_close,
    RAISE(ABORT, '该季度调度当日未关闭，不是补报 | the round was not closed on that day: the entry is not after the close'),
    RAISE(ABORT, '该季度调度已关闭，补报须注明（--late） | the round is closed: an entry after the close is to be marked (--late)'));
END;

-- INSERT OR REPLACE fires no DELETE trigger; hence the triggers named ..._is_never_replaced.
CREATE TRIGGER progress_is_never_edited
BEFORE UPDATE OF progress_id, task_id, quarter, unit_id, revision, reported_on, is_interim, percent, state, completed_on, summary,
  problem, next_step, entered_by, is_after_close ON progress
BEGIN
  SELECT RAISE(ABORT, '进展不得修改，请另报新版次 | an entry is never edited: add a new revision');
END;

CREATE TRIGGER progress_returned_is_final BEFORE UPDATE ON progress
WHEN OLD.review = 'returned'
BEGIN
  SELECT RAISE(ABORT, '已退回的进展不得再审，请另报新版次 | a returned entry is final: it is corrected by a new revision');
END;

-- What was false is found out later; the day and the note of the acceptance stay, so that a past day answers as before.
CREATE TRIGGER progress_accepted_can_only_be_returned BEFORE UPDATE OF review, reviewed_on, review_note, redo_due_on ON progress
WHEN OLD.review = 'accepted'
  AND (NEW.review IS NOT 'returned' OR NEW.accepted_on IS NOT OLD.reviewed_on OR NEW.accepted_note IS NOT OLD.review_note)
BEGIN
  SELECT RAISE(ABORT, '该进展已采纳，只能退回（保留采纳日期和意见） | the entry is accepted: it can only be returned, its acceptance kept');
END;

CREATE TRIGGER progress_acceptance_is_no_afterthought BEFORE UPDATE OF accepted_on, accepted_note ON progress
WHEN OLD.review IS NULL AND (NEW.accepted_on IS NOT OLD.accepted_on OR NEW.accepted_note IS NOT OLD.accepted_note)
BEGIN
  SELECT RAISE(ABORT, '该进展未曾采纳 | the entry was not accepted before');
END;

-- An older revision may still be returned, since its readings may count; accepting it would say that it stands.
CREATE TRIGGER progress_accepted_is_the_newest BEFORE UPDATE OF review ON progress
WHEN NEW.review = 'accepted' AND EXISTS (
  SELECT 1 FROM progress AS e
  WHERE e.task_id = OLD.task_id AND e.quarter = OLD.quarter AND e.unit_id = OLD.unit_id AND e.revision > OLD.revision
    AND e.is_interim <= OLD.is_interim AND e.reported_on <= NEW.reviewed_on
    AND (e.review IS NOT 'returned' OR e.reviewed_on > NEW.reviewed_on))
BEGIN
  SELECT RAISE(ABORT, '该版次已有新版次，请审核新版次 | a newer revision has come: review that one');
END;

CREATE TRIGGER progress_is_never_deleted BEFORE DELETE ON progress
BEGIN
  SELECT RAISE(ABORT, '进展不得删除 | entries are never deleted');
END;

CREATE TRIGGER progress_is_never_replaced BEFORE INSERT ON progress
WHEN EXISTS (SELECT 1 FROM progress WHERE progress_id = NEW.progress_id OR (task_id = NEW.task_id AND quarter = NEW.quarter AND revision = NEW.revision))
BEGIN
  SELECT RAISE(ABORT, '进展不得替换，请另报新版次 | an entry is never replaced: add a new revision');
END;

CREATE TRIGGER reading_is_of_the_task BEFORE INSERT ON reading
WHEN NOT EXISTS (
  SELECT 1 FROM progress AS e JOIN target AS g ON g.task_id = e.task_id
  WHERE e.progress_id = NEW.progress_id AND g.target_id = NEW.target_id)
BEGIN
  SELECT RAISE(ABORT, '该指标不属于此任务 | the target is not one of the task');
END;

-- What adds up over the year falls below nothing: a minus is a slip of the hand. A net growth is a level.
CREATE TRIGGER reading_of_an_amount_is_not_negative BEFORE INSERT ON reading
WHEN NEW.value < 0 AND EXISTS (SELECT 1 FROM target AS g WHERE g.target_id = NEW.target_id AND g.kind = 'amount')
BEGIN
  SELECT RAISE(ABORT, '累计指标的完成值不得小于0 | the reading of an amount is not below 0');
END;

CREATE TRIGGER reading_is_never_edited BEFORE UPDATE ON reading
BEGIN
  SELECT RAISE(ABORT, '指标完成值不得修改，请另报新版次 | a reading is never edited: add a new revision');
END;

CREATE TRIGGER reading_is_never_deleted BEFORE DELETE ON reading
BEGIN
  SELECT RAISE(ABORT, '指标完成值不得删除 | readings are never deleted');
END;

CREATE TRIGGER reading_is_never_replaced BEFORE INSERT ON reading
WHEN EXISTS (SELECT 1 FROM reading WHERE progress_id = NEW.progress_id AND target_id = NEW.target_id)
BEGIN
  SELECT RAISE(ABORT, '指标完成值不得替换，请另报新版次 | a reading is never replaced: add a new revision');
END;

CREATE TRIGGER request_is_of_the_plan BEFORE INSERT ON request
WHEN NOT EXISTS (SELECT 1 FROM task AS t WHERE t.task_id = NEW.task_id AND t.plan_id = NEW.plan_id)
BEGIN
  SELECT RAISE(ABORT, '应报事项与任务不属于同一方案 | the request and its task are of different plans');
END;

CREATE TRIGGER request_is_of_a_unit_of_the_task BEFORE INSERT ON request
WHEN NOT EXISTS (
  SELECT 1 FROM task_reporter AS p WHERE p.task_id = NEW.task_id AND p.unit_id = NEW.unit_id)
BEGIN
  SELECT RAISE(ABORT, '该单位不是此任务的牵头单位或责任单位 | the unit is neither a lead nor a responsible unit of the task');
END;

CREATE TRIGGER request_is_of_an_open_round BEFORE INSERT ON request
WHEN EXISTS (
  SELECT 1 FROM round AS r
  WHERE r.plan_id = NEW.plan_id AND r.quarter = NEW.quarter AND r.closed_on <= NEW.asked_on)
BEGIN
  SELECT RAISE(ABORT, '该季度调度已关闭，不再下达应报事项 | the round is closed: it asks for nothing more');
END;

CREATE TRIGGER round_is_closed_once BEFORE UPDATE OF closed_on ON round
WHEN OLD.closed_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '调度已关闭，只能用 undo 撤销 | the round is closed: only undo takes that back');
END;

CREATE TRIGGER round_is_closed_behind_its_entries BEFORE UPDATE OF closed_on ON round
WHEN EXISTS (
  SELECT 1 FROM task AS t JOIN progress AS e ON e.task_id = t.task_id AND e.quarter = NEW.quarter
  WHERE t.plan_id = NEW.plan_id AND e.is_after_close = 0 AND e.reported_on > NEW.closed_on)
  OR EXISTS (
  SELECT 1 FROM request AS q
  WHERE q.plan_id = NEW.plan_id AND q.quarter = NEW.quarter AND q.asked_on > NEW.closed_on AND NEW.closed_on >= NEW.opened_on)
BEGIN
  SELECT RAISE(ABORT, '有进展在关闭日之后报送或下达，请用较晚的关闭日 | entries were reported after that day, or asked for: close on a later one');
END;

CREATE TRIGGER request_needs_a_round BEFORE INSERT ON request
WHEN NOT EXISTS (
  SELECT 1 FROM round AS r WHERE r.plan_id = NEW.plan_id AND r.quarter = NEW.quarter)
BEGIN
  SELECT RAISE(ABORT, '该季度尚未调度，请先用 quarter open 开启 | no round is open for the quarter: open it with quarter open');
END;

CREATE TRIGGER request_is_of_a_leaf BEFORE INSERT ON request
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND (k.added_on IS NULL OR k.added_on <= NEW.asked_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请按分项下达 | the task has sub-items: ask for those');
END;

CREATE TRIGGER closure_is_of_an_open_task BEFORE INSERT ON closure
WHEN EXISTS (
  SELECT 1 FROM closure AS x
  WHERE x.task_id = NEW.task_id AND (x.reopened_on IS NULL OR x.reopened_on > NEW.closed_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已销号 | the task is closed');
END;

CREATE TRIGGER closure_is_after_the_start BEFORE INSERT ON closure
WHEN EXISTS (SELECT 1 FROM task_beginning AS b WHERE b.task_id = NEW.task_id AND b.begins_on > NEW.closed_on)
BEGIN
  SELECT RAISE(ABORT, '销号日期早于任务起始 | closed before the task was there');
END;

CREATE TRIGGER closure_is_of_a_leaf BEFORE INSERT ON closure
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND (NEW.reopened_on IS NULL OR k.added_on IS NULL OR k.added_on <= NEW.closed_on OR k.added_on < NEW.reopened_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请按分项销号 | the task has sub-items: close those');
END;

CREATE TRIGGER closure_is_after_the_entries BEFORE INSERT ON closure
WHEN EXISTS (
  SELECT 1 FROM progress AS e
  WHERE e.task_id = NEW.task_id AND e.reported_on > NEW.closed_on
    AND (NEW.reopened_on IS NULL OR e.reported_on < NEW.reopened_on))
  OR EXISTS (
  SELECT 1 FROM adjustment AS j
  WHERE j.task_id = NEW.task_id AND j.decided_on > NEW.closed_on
    AND (NEW.reopened_on IS NULL OR j.decided_on < NEW.reopened_on))
  OR EXISTS (
  SELECT 1 FROM action AS n
  WHERE n.task_id = NEW.task_id AND n.kind IN ('chase', 'press', 'supervise') AND n.issued_on > NEW.closed_on
    AND (NEW.reopened_on IS NULL OR n.issued_on < NEW.reopened_on))
BEGIN
  SELECT RAISE(ABORT, '销号日期之后还有进展、调整或催办 | an entry was reported after that day, an adjustment decided or the task pressed');
END;

CREATE TRIGGER closure_is_never_edited
BEFORE UPDATE OF closure_id, task_id, closed_on, completed_on, outcome, basis, confirmed_by ON closure
BEGIN
  SELECT RAISE(ABORT, '销号不得修改，请撤销后重新销号 | a closure is never edited: reopen the task and close it anew');
END;

CREATE TRIGGER closure_is_reopened_once BEFORE UPDATE ON closure
WHEN OLD.reopened_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '该次销号已撤销 | the closure is taken back already');
END;

CREATE TRIGGER closure_is_never_deleted BEFORE DELETE ON closure
BEGIN
  SELECT RAISE(ABORT, '销号不得删除，请撤销 | closures are never deleted: reopen the task');
END;

CREATE TRIGGER closure_is_never_replaced BEFORE INSERT ON closure
WHEN EXISTS (SELECT 1 FROM closure WHERE closure_id = NEW.closure_id)
BEGIN
  SELECT RAISE(ABORT, '销号不得替换，请撤销后重新销号 | a closure is never replaced: reopen the task and close it anew');
END;

CREATE TRIGGER adjustment_is_after_the_start BEFORE INSERT ON adjustment
WHEN EXISTS (SELECT 1 FROM task_beginning AS b WHERE b.task_id = NEW.task_id AND b.begins_on > NEW.decided_on)
BEGIN
  SELECT RAISE(ABORT, '决定日期早于任务起始 | decided before the task was there');
END;

CREATE TRIGGER adjustment_is_of_a_leaf BEFORE INSERT ON adjustment
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND (k.added_on IS NULL OR k.added_on <= NEW.decided_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请按分项调整 | the task has sub-items: adjust those');
END;

CREATE TRIGGER adjustment_is_of_an_unclosed_task BEFORE INSERT ON adjustment
WHEN EXISTS (
  SELECT 1 FROM closure AS x
  WHERE x.task_id = NEW.task_id AND x.closed_on <= NEW.decided_on
    AND (x.reopened_on IS NULL OR x.reopened_on > NEW.decided_on))
BEGIN
  SELECT RAISE(ABORT, '该任务已销号 | the task is closed');
END;

-- Suspensions and resumptions take turns.
CREATE TRIGGER adjustment_suspends_and_resumes_in_turn BEFORE INSERT ON adjustment
WHEN NEW.kind IN ('suspend', 'resume') AND NEW.kind = coalesce((
  SELECT y.kind FROM adjustment AS y
  WHERE y.task_id = NEW.task_id AND y.kind IN ('suspend', 'resume') AND y.decided_on <= NEW.decided_on
  ORDER BY y.decided_on DESC, y.adjustment_id DESC LIMIT 1), 'resume')
BEGIN
  SELECT CASE NEW.kind WHEN 'suspend' THEN RAISE(ABORT, '该任务已暂缓 | the task is suspended already')
                       ELSE RAISE(ABORT, '该任务未暂缓 | the task is not suspended') END;
END;

CREATE TRIGGER adjustment_amount_is_above_zero BEFORE INSERT ON adjustment
WHEN NEW.new_value <= 0 AND EXISTS (SELECT 1 FROM target AS g WHERE g.target_id = NEW.target_id AND g.kind = 'amount')
BEGIN
  SELECT RAISE(ABORT, '累计指标的新目标值须大于零 | the new value of an amount is above zero');
END;

CREATE TRIGGER adjustment_is_never_edited BEFORE UPDATE ON adjustment
BEGIN
  SELECT RAISE(ABORT, '调整不得修改，请另作决定 | an adjustment is never edited: decide anew');
END;

CREATE TRIGGER adjustment_is_never_deleted BEFORE DELETE ON adjustment
BEGIN
  SELECT RAISE(ABORT, '调整不得删除 | adjustments are never deleted');
END;

CREATE TRIGGER adjustment_is_never_replaced BEFORE INSERT ON adjustment
WHEN EXISTS (SELECT 1 FROM adjustment WHERE adjustment_id = NEW.adjustment_id)
BEGIN
  SELECT RAISE(ABORT, '调整不得替换，请另作决定 | an adjustment is never replaced: decide anew');
END;

CREATE TRIGGER adjustment_target_is_of_the_task BEFORE INSERT ON adjustment
WHEN NEW.target_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM target AS g WHERE g.target_id = NEW.target_id AND g.task_id = NEW.task_id)
BEGIN
  SELECT RAISE(ABORT, '该指标不属于此任务 | the target is not one of the task');
END;

CREATE TRIGGER adjustment_due_day_suits_the_task BEFORE INSERT ON adjustment
WHEN NEW.kind = 'due' AND NEW.new_due_on IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM task AS t JOIN task_beginning AS b ON b.task_id = t.task_id
    WHERE t.task_id = NEW.task_id AND t.kind = 'staged' AND NEW.new_due_on >= b.starts_on)
BEGIN
  SELECT RAISE(ABORT, '只有阶段性任务可以延期，新时限不得早于起始日 | only a staged task has a due day, and none before its start');
END;

CREATE TRIGGER matter_is_never_edited
BEFORE UPDATE OF matter_id, task_id, unit_id, raised_on, content, objective_reason, leader_id ON matter
BEGIN
  SELECT RAISE(ABORT, '请示事项不得修改，请另行提出 | a matter is never edited: raise it anew');
END;

CREATE TRIGGER matter_is_decided_once BEFORE UPDATE ON matter
WHEN OLD.decided_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '该事项已有决定 | the matter is decided already');
END;

CREATE TRIGGER matter_is_never_deleted BEFORE DELETE ON matter
BEGIN
  SELECT RAISE(ABORT, '请示事项不得删除 | matters are never deleted');
END;

CREATE TRIGGER matter_is_never_replaced BEFORE INSERT ON matter
WHEN EXISTS (SELECT 1 FROM matter WHERE matter_id = NEW.matter_id)
BEGIN
  SELECT RAISE(ABORT, '请示事项不得替换 | a matter is never replaced');
END;

CREATE TRIGGER action_is_never_deleted BEFORE DELETE ON action
BEGIN
  SELECT RAISE(ABORT, '督查行动不得删除 | actions are never deleted');
END;

CREATE TRIGGER action_is_never_replaced BEFORE INSERT ON action
WHEN EXISTS (SELECT 1 FROM action WHERE action_id = NEW.action_id)
BEGIN
  SELECT RAISE(ABORT, '督查行动不得替换 | an action is never replaced');
END;

CREATE TRIGGER bulletin_is_never_edited BEFORE UPDATE ON bulletin
BEGIN
  SELECT RAISE(ABORT, '通报印发后不得修改 | a bulletin is never edited once issued');
END;

CREATE TRIGGER bulletin_is_never_deleted BEFORE DELETE ON bulletin
BEGIN
  SELECT RAISE(ABORT, '通报不得删除 | a bulletin is never deleted');
END;

CREATE TRIGGER bulletin_is_never_replaced BEFORE INSERT ON bulletin
WHEN EXISTS (SELECT 1 FROM bulletin WHERE bulletin_id = NEW.bulletin_id OR number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, '通报不得替换 | a bulletin is never replaced');
END;

CREATE TRIGGER bulletin_is_of_an_opened_round BEFORE INSERT ON bulletin
WHEN NOT EXISTS (SELECT 1 FROM round AS r WHERE r.quarter = NEW.quarter AND r.opened_on <= NEW.issued_on)
BEGIN
  SELECT RAISE(ABORT, '该季度到印发日没有开启调度 | no round of the quarter was opened by the day of issue');
END;

CREATE TRIGGER bulletins_are_issued_in_order BEFORE INSERT ON bulletin
WHEN EXISTS (SELECT 1 FROM bulletin AS b WHERE b.issued_on > NEW.issued_on)
BEGIN
  SELECT RAISE(ABORT, '已有印发日期更晚的通报：请用不早于它的日期，或先撤销它 | a bulletin of a later day is out: take a day not before it, or undo that one first');
END;

CREATE TRIGGER bulletin_row_is_never_edited BEFORE UPDATE ON bulletin_row
BEGIN
  SELECT RAISE(ABORT, '通报数据印发后不得修改 | a bulletin''s rows are never edited once issued');
END;

CREATE TRIGGER bulletin_row_is_never_deleted BEFORE DELETE ON bulletin_row
BEGIN
  SELECT RAISE(ABORT, '通报数据不得删除 | a bulletin''s rows are never deleted');
END;

CREATE TRIGGER bulletin_row_is_never_replaced BEFORE INSERT ON bulletin_row
WHEN EXISTS (SELECT 1 FROM bulletin_row WHERE bulletin_id = NEW.bulletin_id AND ordinal = NEW.ordinal)
BEGIN
  SELECT RAISE(ABORT, '通报数据不得替换 | a bulletin''s rows are never replaced');
END;

CREATE TRIGGER evidence_is_never_edited BEFORE UPDATE ON evidence
BEGIN
  SELECT RAISE(ABORT, '佐证材料不得修改 | evidence is never edited');
END;

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence
BEGIN
  SELECT RAISE(ABORT, '佐证材料不得删除 | evidence is never deleted');
END;

CREATE TRIGGER evidence_is_never_replaced BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE evidence_id = NEW.evidence_id OR archive_name = NEW.archive_name)
BEGIN
  SELECT RAISE(ABORT, '佐证材料不得替换 | evidence is never replaced');
END;

CREATE TRIGGER action_suits_its_task BEFORE INSERT ON action
WHEN NEW.task_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '任务尚未开始或增列 | the task had not begun or been added yet')
  FROM task_beginning AS b
  WHERE b.task_id = NEW.task_id AND NEW.issued_on < b.begins_on;
  SELECT RAISE(ABORT, '任务已销号，不再催报、催办、督办 | the task is closed: there is nothing to chase, press or supervise')
  FROM closure AS x
  WHERE x.task_id = NEW.task_id AND NEW.kind IN ('chase', 'press', 'supervise')
    AND x.closed_on <= NEW.issued_on AND (x.reopened_on IS NULL OR x.reopened_on > NEW.issued_on);
  SELECT RAISE(ABORT, '该单位不是此任务的牵头单位或责任单位 | the unit is neither a lead nor a responsible unit of the task')
  WHERE NEW.unit_id IS NOT NULL AND NEW.kind IN ('chase', 'press', 'supervise')
    AND NOT EXISTS (SELECT 1 FROM task_reporter AS p WHERE p.task_id = NEW.task_id AND p.unit_id = NEW.unit_id);
END;

CREATE TRIGGER action_is_never_edited
BEFORE UPDATE OF action_id, task_id, unit_id, kind, method, issued_on, reply_due_on, content, approved_by, cause, deadline ON action
BEGIN
  SELECT RAISE(ABORT, '已下发的督查行动不得修改，请另立行动 | an action is never edited once issued: add another');
END;

CREATE TRIGGER action_step_is_recorded_once BEFORE UPDATE ON action
BEGIN
  SELECT RAISE(ABORT, '该行动已办结 | the action is closed') WHERE OLD.closed_on IS NOT NULL;
  SELECT RAISE(ABORT, '该行动已有回复 | the action has its reply')
  WHERE OLD.replied_on IS NOT NULL AND (OLD.replied_on, OLD.reply) IS NOT (NEW.replied_on, NEW.reply);
  SELECT RAISE(ABORT, '该行动已有督查结论 | the action has its conclusion')
  WHERE OLD.delivered_on IS NOT NULL
    AND (OLD.delivered_on, OLD.conclusion, OLD.rectify_due_on) IS NOT (NEW.delivered_on, NEW.conclusion, NEW.rectify_due_on);
  SELECT RAISE(ABORT, '该行动已核查 | the action is verified')
  WHERE OLD.verified_on IS NOT NULL AND (OLD.verified_on, OLD.verified_by, OLD.verification, OLD.rectified_on, OLD.rectification)
    IS NOT (NEW.verified_on, NEW.verified_by, NEW.verification, NEW.rectified_on, NEW.rectification);
  SELECT RAISE(ABORT, '该行动已报整改 | the action has its rectification')
  WHERE OLD.rectified_on IS NOT NULL AND (OLD.rectified_on, OLD.rectification) IS NOT (NEW.rectified_on, NEW.rectification);
END;

CREATE TRIGGER task_parent_is_no_descendant BEFORE UPDATE OF parent_id ON task
WHEN NEW.parent_id IN (
  WITH RECURSIVE below(task_id) AS (
    SELECT NEW.task_id
    UNION
    SELECT k.task_id FROM task AS k JOIN below AS b ON k.parent_id = b.task_id)
  SELECT task_id FROM below)
BEGIN
  SELECT RAISE(ABORT, '任务不能是自己的上级 | a task can''t be its own parent');
END;

CREATE TRIGGER task_parent_is_of_the_plan BEFORE INSERT ON task
WHEN NEW.parent_id <> NEW.task_id
  AND NOT EXISTS (SELECT 1 FROM task AS p WHERE p.task_id = NEW.parent_id AND p.plan_id = NEW.plan_id)
BEGIN
  SELECT RAISE(ABORT, '上级任务不属于同一方案 | the parent is not a task of the same plan');
END;

CREATE TRIGGER task_parent_stays_in_the_plan BEFORE UPDATE OF parent_id, plan_id ON task
WHEN NEW.parent_id <> NEW.task_id
  AND NOT EXISTS (SELECT 1 FROM task AS p WHERE p.task_id = NEW.parent_id AND p.plan_id = NEW.plan_id)
BEGIN
  SELECT RAISE(ABORT, '上级任务不属于同一方案 | the parent is not a task of the same plan');
END;

CREATE TRIGGER task_is_of_an_unclosed_plan BEFORE INSERT ON task
WHEN NEW.parent_id IS NULL
  AND EXISTS (SELECT 1 FROM plan AS p WHERE p.plan_id = NEW.plan_id AND p.closed_on <= NEW.added_on)
BEGIN
  SELECT RAISE(ABORT, '该年度方案已结算，不再增列任务 | the plan is closed: it takes no new task');
END;

CREATE TRIGGER plan_is_closed_behind_its_tasks BEFORE UPDATE OF closed_on ON plan
WHEN EXISTS (SELECT 1 FROM task AS t WHERE t.plan_id = NEW.plan_id AND t.parent_id IS NULL AND t.added_on > NEW.closed_on)
BEGIN
  SELECT RAISE(ABORT, '有任务在该日之后增列，请用较晚的结算日 | tasks were added after that day: close the plan on a later one');
END;

CREATE TRIGGER plan_is_closed_once BEFORE UPDATE OF closed_on ON plan
WHEN OLD.closed_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '该年度方案已结算，只能用 undo 撤销 | the plan is closed: only undo takes that back');
END;

-- Past days answer as before: a task is divided after its last entry, and while it is open.
CREATE TRIGGER task_part_comes_after_the_entries BEFORE INSERT ON task
WHEN EXISTS (
  SELECT 1 FROM progress AS e
  WHERE e.task_id = NEW.parent_id AND e.reported_on >= coalesce(NEW.added_on, ''))
  OR EXISTS (
  SELECT 1 FROM leaf_record AS k
  WHERE k.task_id = NEW.parent_id AND k.day > coalesce(NEW.added_on, k.least))
BEGIN
  SELECT RAISE(ABORT, '该日或其后上级任务已有进展或其他记录，请从次日起分解 | the task has entries on or after that day, or other records after it: divide it from a later one');
END;

CREATE TRIGGER task_part_is_of_an_open_task BEFORE INSERT ON task
WHEN EXISTS (
  SELECT 1 FROM closure AS x
  WHERE x.task_id = NEW.parent_id AND (x.reopened_on IS NULL OR x.reopened_on > coalesce(NEW.added_on, '')))
  OR 'suspend' = (
  SELECT a.kind FROM adjustment AS a
  WHERE a.task_id = NEW.parent_id AND a.kind IN ('suspend', 'resume') AND a.decided_on <= coalesce(NEW.added_on, '')
  ORDER BY a.decided_on DESC, a.adjustment_id DESC LIMIT 1)
BEGIN
  SELECT RAISE(ABORT, '上级任务已销号或暂缓 | the task above is closed or suspended');
END;

CREATE TRIGGER target_is_of_a_leaf BEFORE INSERT ON target
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND k.added_on IS NOT NULL AND k.added_on <= NEW.added_on)
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请写到分项 | the task has sub-items: it belongs to those');
END;

CREATE TRIGGER target_is_set_before_the_first_entry BEFORE UPDATE OF kind, comparison, is_about, value ON target
WHEN (OLD.kind <> NEW.kind OR OLD.comparison <> NEW.comparison OR OLD.is_about <> NEW.is_about OR OLD.value <> NEW.value)
  AND EXISTS (SELECT 1 FROM progress AS e WHERE e.task_id = OLD.task_id)
BEGIN
  SELECT RAISE(ABORT, '任务已有进展，指标不得改写，新的目标值用 task adjust --target | the task has entries: a new value is decided with task adjust --target');
END;

CREATE TRIGGER target_share_is_of_a_sum BEFORE INSERT ON target_share
WHEN EXISTS (SELECT 1 FROM target AS g WHERE g.target_id = NEW.target_id AND g.kind = 'level')
BEGIN
  SELECT RAISE(ABORT, '水平指标不能相加，不得分解 | a level does not add up: it has no shares');
END;

CREATE TRIGGER target_share_is_of_a_unit_of_the_task BEFORE INSERT ON target_share
WHEN NOT EXISTS (
  SELECT 1 FROM target AS g JOIN task_reporter AS p ON p.task_id = g.task_id
  WHERE g.target_id = NEW.target_id AND p.unit_id = NEW.unit_id)
BEGIN
  SELECT RAISE(ABORT, '该单位不是此任务的牵头单位或责任单位 | the unit is neither a lead nor a responsible unit of the task');
END;

CREATE TRIGGER milestone_is_of_a_leaf BEFORE INSERT ON milestone
WHEN EXISTS (
  SELECT 1 FROM task AS k
  WHERE k.parent_id = NEW.task_id AND k.added_on IS NOT NULL AND k.added_on <= NEW.added_on)
BEGIN
  SELECT RAISE(ABORT, '该任务已分解，请写到分项 | the task has sub-items: it belongs to those');
END;

-- A task that goes on from another year brings the milestones it still owes.
CREATE TRIGGER milestone_is_after_the_start BEFORE INSERT ON milestone
WHEN EXISTS (SELECT 1 FROM task_beginning AS b WHERE b.task_id = NEW.task_id AND b.starts_on > NEW.due_on AND NOT b.is_continued)
BEGIN
  SELECT RAISE(ABORT, '节点时限早于任务起始日 | the milestone is due before the task starts');
END;

-- The due day in force when it was added; of one that counts from the start, which doesn't say when that was, the last decided.
CREATE TRIGGER milestone_is_within_the_due_day BEFORE INSERT ON milestone
WHEN NEW.due_on > (
  SELECT d.due_on
  FROM task_beginning AS b
  CROSS JOIN due_in_force AS d ON d.as_of = iif(NEW.added_on <= b.begins_on, '2040-12-31', NEW.added_on) AND d.task_id = b.task_id
  WHERE b.task_id = NEW.task_id)
BEGIN
  SELECT RAISE(ABORT, '节点时限晚于任务完成时限，须先用 task adjust --due 延期 | the milestone is due after the task: put that off first with task adjust --due');
END;

CREATE TRIGGER task_section_is_of_the_plan BEFORE INSERT ON task
WHEN NEW.section_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM section AS s WHERE s.section_id = NEW.section_id AND s.plan_id = NEW.plan_id)
BEGIN
  SELECT RAISE(ABORT, '章节不属于同一方案 | the section is not one of the same plan');
END;

CREATE TRIGGER task_section_stays_in_the_plan BEFORE UPDATE OF section_id, plan_id ON task
WHEN NEW.section_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM section AS s WHERE s.section_id = NEW.section_id AND s.plan_id = NEW.plan_id)
BEGIN
  SELECT RAISE(ABORT, '章节不属于同一方案 | the section is not one of the same plan');
END;

-- A name means one unit: what is found by name or alias must not be two.
CREATE TRIGGER unit_name_is_no_alias BEFORE INSERT ON unit
WHEN EXISTS (SELECT 1 FROM unit_alias AS a WHERE a.alias = NEW.name)
BEGIN
  SELECT RAISE(ABORT, '该名称已是某单位的别名 | the name is an alias of a unit already');
END;

CREATE TRIGGER unit_name_becomes_no_alias BEFORE UPDATE OF name ON unit
WHEN EXISTS (SELECT 1 FROM unit_alias AS a WHERE a.alias = NEW.name)
BEGIN
  SELECT RAISE(ABORT, '该名称已是某单位的别名 | the name is an alias of a unit already');
END;

CREATE TRIGGER unit_alias_is_no_name BEFORE INSERT ON unit_alias
WHEN EXISTS (SELECT 1 FROM unit AS u WHERE u.name = NEW.alias)
BEGIN
  SELECT RAISE(ABORT, '该别名已是某单位的名称 | the alias is the name of a unit already');
END;

CREATE TRIGGER unit_alias_becomes_no_name BEFORE UPDATE OF alias ON unit_alias
WHEN EXISTS (SELECT 1 FROM unit AS u WHERE u.name = NEW.alias)
BEGIN
  SELECT RAISE(ABORT, '该别名已是某单位的名称 | the alias is the name of a unit already');
END;

CREATE TRIGGER unit_member_is_of_a_collective BEFORE INSERT ON unit_member
WHEN NEW.unit_id <> NEW.collective_id AND NOT EXISTS (
  SELECT 1 FROM unit AS c JOIN unit AS u ON u.unit_id = NEW.unit_id
  WHERE c.unit_id = NEW.collective_id AND c.is_collective = 1 AND u.is_collective = 0)
BEGIN
  SELECT RAISE(ABORT, '只有统称单位有成员，成员须是单个单位 | only a collective unit has members, and a member is a single unit');
END;

-- A member that has reported or was asked is history and stays; whoever takes its place succeeds it.
CREATE TRIGGER unit_member_with_entries_stays BEFORE DELETE ON unit_member
WHEN EXISTS (
  SELECT 1 FROM task_unit AS a
  WHERE a.unit_id = OLD.collective_id
    AND EXISTS (SELECT 1 FROM unit_on_record AS e WHERE e.task_id = a.task_id AND e.unit_id = OLD.unit_id))
BEGIN
  SELECT RAISE(ABORT, '该成员已报送或被要求报送，不能移除，可由别的单位接任 | the member has reported or was asked and stays: another unit may succeed it');
END;

CREATE TRIGGER task_unit_member_with_entries_stays BEFORE DELETE ON task_unit_member
WHEN EXISTS (SELECT 1 FROM unit_on_record AS e WHERE e.task_id = OLD.task_id AND e.unit_id = OLD.unit_id)
BEGIN
  SELECT RAISE(ABORT, '该成员已报送或被要求报送，不能移除，可由别的单位接任 | the member has reported or was asked and stays: another unit may succeed it');
END;

-- The first own member takes the others off the task: not where one of them has reported.
CREATE TRIGGER task_unit_member_takes_off_nobody BEFORE INSERT ON task_unit_member
WHEN EXISTS (
  SELECT 1 FROM unit_member AS m
  WHERE m.collective_id = NEW.collective_id AND m.unit_id <> NEW.unit_id
    AND EXISTS (SELECT 1 FROM unit_on_record AS e WHERE e.task_id = NEW.task_id AND e.unit_id = m.unit_id)
    AND NOT EXISTS (
      SELECT 1 FROM task_unit_member AS y WHERE y.task_id = NEW.task_id AND y.collective_id = NEW.collective_id))
BEGIN
  SELECT RAISE(ABORT, '统称单位的其他成员已为此任务报送，请先把它列为此任务的成员 | another member has reported for the task: make that one the task''s own first');
END;

CREATE TRIGGER task_unit_member_is_of_a_collective BEFORE INSERT ON task_unit_member
WHEN NOT EXISTS (
  SELECT 1 FROM task_unit AS a JOIN unit AS c ON c.unit_id = a.unit_id JOIN unit AS u ON u.unit_id = NEW.unit_id
  WHERE a.task_id = NEW.task_id AND c.unit_id = NEW.collective_id AND c.is_collective = 1 AND u.is_collective = 0)
BEGIN
  SELECT RAISE(ABORT, '任务自己的成员须是其统称单位之下的单个单位 | a task''s own members are single units of a collective unit that it names');
END;

CREATE TRIGGER succession_is_of_single_units BEFORE INSERT ON succession
WHEN EXISTS (SELECT 1 FROM unit AS u WHERE u.unit_id IN (NEW.unit_id, NEW.successor_unit_id) AND u.is_collective = 1)
BEGIN
  SELECT RAISE(ABORT, '统称单位不接任，也不由别人接任，请调整其成员 | a collective unit neither succeeds nor is succeeded: change its members');
END;

-- From then on it is the successor that is succeeded: one line, no fork, so that one answers on every day.
CREATE TRIGGER succession_is_once BEFORE INSERT ON succession
WHEN EXISTS (SELECT 1 FROM succession AS s WHERE s.unit_id = NEW.unit_id OR s.leader_id = NEW.leader_id)
BEGIN
  SELECT RAISE(ABORT, '已有接任者，再有变动请接任那一位 | it has a successor already: from then on that one is succeeded');
END;

CREATE TRIGGER succession_is_no_circle BEFORE INSERT ON succession
WHEN EXISTS (
  SELECT 1 FROM unit_heir AS h WHERE h.unit_id = NEW.successor_unit_id AND h.heir_id = NEW.unit_id)
  OR EXISTS (
  SELECT 1 FROM leader_heir AS h WHERE h.leader_id = NEW.successor_leader_id AND h.heir_id = NEW.leader_id)
BEGIN
  SELECT RAISE(ABORT, '接任成环 | the succession would run in a circle');
END;
