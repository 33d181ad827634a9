-- views.sql: the rules. One view per flag list or scorecard; every rule stands here and nowhere else.
--
-- as_of is a column: SELECT * FROM overdue WHERE as_of = '2022-07-15'. SQLite seeks that one row of calendar first. The day must be
-- a literal or a bound parameter: compared with a subquery or with a column of a join, every day of the calendar is judged.
-- The shape: task_fact and target_fact join each fact of a day and a task once, by the key of the row that holds it;
-- task_measure groups them to one row per task, which keeps SQLite from looking a fact up again for every flag that
-- uses it; task_flag and task_lamp only compute, and task_status adds the names. docs/rules.md has the rules' numbers.
-- In all views: c calendar, p plan, t task, l the first lead unit, e the entry at the day, g target.

------------------------------------------------------------------------------------------------ who answers

-- 接任: from from_day on heir_id answers for unit_id, directly (depth 1) or through others.
CREATE VIEW unit_heir AS
WITH RECURSIVE line(unit_id, heir_id, from_day, depth) AS (
  SELECT unit_id, successor_unit_id, from_day, 1
  FROM succession
  WHERE unit_id IS NOT NULL
  UNION
  SELECT n.unit_id, s.successor_unit_id, max(n.from_day, s.from_day), n.depth + 1
  FROM line AS n JOIN succession AS s ON s.unit_id = n.heir_id
  WHERE n.depth < 64
)
SELECT unit_id, heir_id, from_day, depth FROM line;

CREATE VIEW leader_heir AS
WITH RECURSIVE line(leader_id, heir_id, from_day, depth) AS (
  SELECT leader_id, successor_leader_id, from_day, 1
  FROM succession
  WHERE leader_id IS NOT NULL
  UNION
  SELECT n.leader_id, s.successor_leader_id, max(n.from_day, s.from_day), n.depth + 1
  FROM line AS n JOIN succession AS s ON s.leader_id = n.heir_id
  WHERE n.depth < 64
)
SELECT leader_id, heir_id, from_day, depth FROM line;

-- The unit that answers for a unit on a day: itself, or the last of those that succeeded it by then.
CREATE VIEW unit_answering AS
SELECT c.day AS as_of, u.unit_id,
       CASE WHEN EXISTS (SELECT 1 FROM succession AS s WHERE s.unit_id = u.unit_id AND s.from_day <= c.day)
            THEN (SELECT h.heir_id FROM unit_heir AS h
                  WHERE h.unit_id = u.unit_id AND h.from_day <= c.day
                  ORDER BY h.depth DESC, h.from_day DESC LIMIT 1)
            ELSE u.unit_id END AS answering_id
FROM calendar AS c CROSS JOIN unit AS u;

CREATE VIEW leader_answering AS
SELECT c.day AS as_of, b.leader_id,
       CASE WHEN EXISTS (SELECT 1 FROM succession AS s WHERE s.leader_id = b.leader_id AND s.from_day <= c.day)
            THEN (SELECT h.heir_id FROM leader_heir AS h
                  WHERE h.leader_id = b.leader_id AND h.from_day <= c.day
                  ORDER BY h.depth DESC, h.from_day DESC LIMIT 1)
            ELSE b.leader_id END AS answering_id
FROM calendar AS c CROSS JOIN leader AS b;

-- Who answers on a day for a task: for each of its lead units, and for each of its leaders. What the filters of lists ask.
CREATE VIEW lead_unit_answering AS
SELECT h.as_of, a.task_id, u.name AS unit
FROM task_unit AS a
JOIN unit_answering AS h ON h.unit_id = a.unit_id
JOIN unit AS u ON u.unit_id = h.answering_id
WHERE a.role = 'lead';

CREATE VIEW task_leader_answering AS
SELECT h.as_of, a.task_id, b.name AS leader
FROM task_leader AS a
JOIN leader_answering AS h ON h.leader_id = a.leader_id
JOIN leader AS b ON b.leader_id = h.answering_id;

-- The same for a matter: from the day it was raised on, also for the unit that raised it, and the leader it was put to.
CREATE VIEW matter_unit_answering AS
SELECT h.as_of, m.matter_id, u.name AS unit
FROM matter AS m
JOIN unit_answering AS h ON h.unit_id = m.unit_id AND m.raised_on <= h.as_of
JOIN unit AS u ON u.unit_id = h.answering_id
UNION ALL
SELECT a.as_of, m.matter_id, a.unit
FROM matter AS m
JOIN lead_unit_answering AS a ON a.task_id = m.task_id AND m.raised_on <= a.as_of;

CREATE VIEW matter_leader_answering AS
SELECT h.as_of, m.matter_id, b.name AS leader
FROM matter AS m
JOIN leader_answering AS h ON h.leader_id = m.leader_id AND m.raised_on <= h.as_of
JOIN leader AS b ON b.leader_id = h.answering_id
UNION ALL
SELECT a.as_of, m.matter_id, a.leader
FROM matter AS m
JOIN task_leader_answering AS a ON a.task_id = m.task_id AND m.raised_on <= a.as_of;

-- The unit that answers for a task on a day: its first lead unit (谁牵头谁统筹), or who succeeded that.
CREATE VIEW task_answering AS
SELECT h.as_of, l.task_id, h.answering_id AS unit_id
FROM task_unit AS l
JOIN unit_answering AS h ON h.unit_id = l.unit_id
WHERE l.role = 'lead' AND l.ordinal = 1;

-- What a unit was before it was renamed: itself (depth 0), and until until_day the unit that bore the name before. A unit made
-- by a rename has that one predecessor of this kind.
CREATE VIEW unit_former AS
WITH RECURSIVE line(unit_id, former_id, until_day, depth) AS (
  SELECT unit_id, unit_id, NULL, 0 FROM unit
  UNION ALL
  SELECT n.unit_id, s.unit_id, s.from_day, n.depth + 1
  FROM line AS n JOIN succession AS s ON s.successor_unit_id = n.former_id AND s.is_rename = 1
  WHERE n.depth < 64
)
SELECT unit_id, former_id, until_day, depth FROM line;

-- The unit that its name asks for on a day, in filters: the one that answers for it; before a rename the unit that bears the
-- name since.
CREATE VIEW unit_asked_for AS
SELECT c.day AS as_of, u.unit_id,
       (SELECT h.answering_id FROM unit_answering AS h
        WHERE h.as_of = c.day
          AND h.unit_id = (SELECT n.former_id FROM unit_former AS n
                           WHERE n.unit_id = u.unit_id AND (n.until_day IS NULL OR n.until_day > c.day)
                           ORDER BY n.depth DESC LIMIT 1)) AS asked_id
FROM calendar AS c CROSS JOIN unit AS u;

-- Who stands behind a unit of a task: the unit itself, or the members of a collective one, where the task names its own: those.
CREATE VIEW task_member AS
SELECT a.task_id, a.unit_id FROM task_unit AS a
UNION ALL
SELECT a.task_id, a.unit_id FROM task_unit_member AS a
UNION ALL
SELECT a.task_id, m.unit_id
FROM task_unit AS a JOIN unit_member AS m ON m.collective_id = a.unit_id
WHERE NOT EXISTS (SELECT 1 FROM task_unit_member AS y WHERE y.task_id = a.task_id AND y.collective_id = a.unit_id);

-- Who may report for a task: those, and whoever succeeds one of them.
CREATE VIEW task_reporter AS
SELECT a.task_id, a.unit_id FROM task_member AS a
UNION ALL
SELECT a.task_id, h.heir_id FROM task_member AS a JOIN unit_heir AS h ON h.unit_id = a.unit_id;

-- Rule 3: the judged entries are those of the task's first lead unit and, once it has taken over, of its successor.
CREATE VIEW judged_entry AS
SELECT e.*
FROM progress AS e
JOIN task_unit AS l ON l.task_id = e.task_id AND l.role = 'lead' AND l.ordinal = 1
WHERE e.unit_id = l.unit_id
   OR EXISTS (SELECT 1 FROM unit_heir AS h
              WHERE h.unit_id = l.unit_id AND h.heir_id = e.unit_id AND h.from_day <= e.reported_on);

-- Rule 4: the entry at a day: of the judged ones that stand, reported and not returned by then, that of the newest quarter, then the
-- highest revision. For reports that print its words.
CREATE VIEW entry_at AS
SELECT c.day AS as_of, t.task_id, e.progress_id, e.quarter, e.completed_on, e.summary, e.problem, e.next_step
FROM calendar AS c
CROSS JOIN task AS t
JOIN progress AS e ON e.progress_id = (
  SELECT y.progress_id FROM judged_entry AS y
  WHERE y.task_id = t.task_id AND y.reported_on <= c.day AND (y.review IS NOT 'returned' OR y.reviewed_on > c.day)
  ORDER BY y.quarter DESC, y.revision DESC LIMIT 1);

-- The requests for judged entries, with the day they are due: their own, else their round's.
CREATE VIEW judged_request AS
SELECT q.rowid AS request_id, q.plan_id, q.quarter, q.task_id, q.unit_id, q.asked_on,
       coalesce(q.report_due_on, r.report_due_on) AS report_due_on
FROM request AS q
JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter
JOIN task_unit AS l ON l.task_id = q.task_id AND l.role = 'lead' AND l.ordinal = 1
WHERE q.unit_id = l.unit_id
   OR EXISTS (SELECT 1 FROM unit_heir AS h
              WHERE h.unit_id = l.unit_id AND h.heir_id = q.unit_id AND h.from_day <= q.asked_on);

-- The request of a task and quarter that counts on a day, with the first return by then: of several judged ones asked for by that day (of
-- a unit and of its successor) one whose day has passed, the latest, and before any has the latest; of a task that has been divided
-- since only one that was answered.
CREATE VIEW request_status AS
SELECT q.*
FROM (SELECT c.day AS as_of, q.plan_id, q.quarter, q.task_id, q.unit_id, q.asked_on, q.report_due_on,
             (SELECT min(e.reported_on) FROM judged_entry AS e
              WHERE e.task_id = q.task_id AND e.quarter = q.quarter AND e.is_interim = 0
                AND e.reported_on <= c.day) AS first_return_on
      FROM calendar AS c
      CROSS JOIN judged_request AS q ON q.asked_on <= c.day AND NOT EXISTS (
        SELECT 1 FROM judged_request AS n
        WHERE n.task_id = q.task_id AND n.quarter = q.quarter AND n.asked_on <= c.day
          AND (n.report_due_on < c.day, n.report_due_on, n.request_id)
            > (q.report_due_on < c.day, q.report_due_on, q.request_id))) AS q
WHERE q.first_return_on IS NOT NULL
   OR NOT EXISTS (SELECT 1 FROM task AS k WHERE k.parent_id = q.task_id AND k.added_on <= q.as_of);

-- 欠报: a return that should be here on a day and isn't, of any quarter (rule 11, which judges the reference quarter's): none came
-- (missing), or the newest was returned and not redone by its day (unredone); the day that passed, and both in words.
CREATE VIEW owed_return AS
SELECT q.as_of, q.task_id, q.quarter, q.asked_on, q.report_due_on,
       iif(q.first_return_on IS NULL, 'missing', 'unredone') AS cause,
       iif(q.first_return_on IS NULL, q.report_due_on, e.redo_due_on) AS deadline,
       iif(q.first_return_on IS NULL, printf('%s未报送，报送期限%s', q.quarter, q.report_due_on),
           printf('%s退回逾期未重报，重报期限%s', q.quarter, e.redo_due_on)) AS reason
FROM request_status AS q
LEFT JOIN progress AS e ON e.progress_id = (
  SELECT y.progress_id FROM judged_entry AS y
  WHERE y.task_id = q.task_id AND y.quarter = q.quarter AND y.is_interim = 0 AND y.reported_on <= q.as_of
  ORDER BY y.revision DESC LIMIT 1)
WHERE q.report_due_on < q.as_of
  AND (q.first_return_on IS NULL OR e.review = 'returned' AND e.reviewed_on <= q.as_of AND e.redo_due_on < q.as_of);

-- What a form asks on a day: of whom (who answers for the unit asked by then), for which task, and the entry that stood before, of
-- an earlier quarter: for a judged request the newest judged one, for a contribution the unit's own. What has been divided since
-- is not asked.
CREATE VIEW asked_entry AS
SELECT c.day AS as_of, q.quarter, q.task_id, h.answering_id AS unit_id, coalesce(q.report_due_on, r.report_due_on) AS report_due_on,
       (SELECT e.progress_id FROM progress AS e
        WHERE e.task_id = q.task_id AND e.quarter < q.quarter AND e.reported_on <= c.day
          AND (e.review IS NOT 'returned' OR e.reviewed_on > c.day)
          AND CASE WHEN EXISTS (SELECT 1 FROM judged_request AS d WHERE d.request_id = q.rowid)
                   THEN EXISTS (SELECT 1 FROM judged_entry AS j WHERE j.progress_id = e.progress_id)
                   ELSE e.unit_id IN (q.unit_id, h.answering_id) END
        ORDER BY e.quarter DESC, e.revision DESC LIMIT 1) AS last_progress_id
FROM calendar AS c
CROSS JOIN request AS q ON q.asked_on <= c.day
JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter
JOIN unit_answering AS h ON h.as_of = c.day AND h.unit_id = q.unit_id
WHERE NOT EXISTS (SELECT 1 FROM task AS k
                  WHERE k.parent_id = q.task_id AND (k.added_on IS NULL OR k.added_on <= c.day));

------------------------------------------------------------------------------------------------ facts of a day and a task

-- Rules 1, 2: the adjustments, each in force from the day it was decided until the next of its task, or target: a due day, a value, a
-- suspension or a resumption. Of one day the last entered. On a day D are in force those with decided_on <= D AND until_day > D.
CREATE VIEW adjustment_span AS
SELECT a.*, coalesce((SELECT min(y.decided_on) FROM adjustment AS y
                      WHERE y.task_id = a.task_id AND y.target_id IS a.target_id AND (y.kind = 'due') = (a.kind = 'due')
                        AND (y.decided_on, y.adjustment_id) > (a.decided_on, a.adjustment_id)), '9999-12-31') AS until_day
FROM adjustment AS a;

-- Rule 2: the due day in force on a day, of any task: also one that isn't there yet, or was divided since.
CREATE VIEW due_in_force AS
SELECT c.day AS as_of, t.task_id, CASE t.kind WHEN 'staged' THEN coalesce(d.new_due_on, t.due_on) END AS due_on
FROM calendar AS c
CROSS JOIN task AS t
LEFT JOIN adjustment_span AS d ON d.task_id = t.task_id AND d.kind = 'due' AND d.decided_on <= c.day AND d.until_day > c.day;

CREATE VIEW target_measure AS
WITH
-- Rule 1: a leaf task (k its sub-items) whose plan has started and that was added by the day.
-- Rules 1, 2, 4: what has been decided and asked by the day: x closure, d due adjustment, w suspend or resume, q the reference
-- quarter's request, r its round. And the two quarters before the reference quarter.
-- Rule 6: share, the elapsed part of the span at the reference quarter's cutoff, in percent; NULL where progress is not judged.
task_fact AS (
  SELECT c.day AS as_of, p.plan_id, p.year AS plan_year, t.task_id, t.code, t.section_id, t.text, t.kind,
         coalesce(t.starts_on, p.starts_on) AS starts_on,
         CASE t.kind WHEN 'staged' THEN coalesce(d.new_due_on, t.due_on) END AS due_on,
         l.unit_id AS lead_unit_id, x.closed_on, w.kind AS pause,
         r.quarter, coalesce(q.report_due_on, r.report_due_on) AS report_due_on,
         r.cutoff_on, r.judges_progress, r.yellow_lag, r.red_lag, r.due_soon_days,
         last.day AS span_ends_on, last.quarter AS due_quarter, before.quarter AS quarter_before, earlier.quarter AS quarter_earlier,
         CASE WHEN r.judges_progress = 1 THEN
           CASE WHEN last.day <= r.cutoff_on THEN 100.0
                ELSE max(0.0, min(100.0, 100.0 * (coalesce(cut.month_position_after, cut.month_position
                                                    + 1.0 / strftime('%d', cut.day, 'start of month', '+1 month', '-1 day'))
                                                  - first.month_position)
                                               / (coalesce(last.month_position_after, last.month_position
                                                    + 1.0 / strftime('%d', last.day, 'start of month', '+1 month', '-1 day'))
                                                  - first.month_position))) END
         END AS share
  FROM calendar AS c
  CROSS JOIN plan AS p
  CROSS JOIN task AS t ON t.plan_id = p.plan_id
  LEFT JOIN task AS k ON k.parent_id = t.task_id AND (k.added_on IS NULL OR k.added_on <= c.day)
  LEFT JOIN task_unit AS l ON l.task_id = t.task_id AND l.role = 'lead' AND l.ordinal = 1
  LEFT JOIN closure AS x ON x.task_id = t.task_id AND x.closed_on <= c.day AND (x.reopened_on IS NULL OR x.reopened_on > c.day)
  LEFT JOIN adjustment_span AS d ON d.task_id = t.task_id AND d.kind = 'due' AND d.decided_on <= c.day AND d.until_day > c.day
  LEFT JOIN adjustment_span AS w ON w.task_id = t.task_id AND w.kind IN ('suspend', 'resume') AND w.decided_on <= c.day
    AND w.until_day > c.day
  LEFT JOIN request AS q ON q.rowid = (
    SELECT y.request_id FROM judged_request AS y
    WHERE y.task_id = t.task_id AND y.asked_on <= c.day AND y.report_due_on < c.day
    ORDER BY y.quarter DESC, y.report_due_on DESC, y.request_id DESC LIMIT 1)
  LEFT JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter
  LEFT JOIN calendar AS first ON first.day = CASE t.kind WHEN 'staged' THEN coalesce(t.starts_on, p.starts_on) ELSE p.starts_on END
  LEFT JOIN calendar AS last ON last.day = CASE t.kind WHEN 'staged' THEN coalesce(d.new_due_on, t.due_on) ELSE p.ends_on END
  LEFT JOIN calendar AS cut ON cut.day = r.cutoff_on
  LEFT JOIN calendar AS before ON before.day = date(r.cutoff_on, 'start of month', '-3 months')
  LEFT JOIN calendar AS earlier ON earlier.day = date(r.cutoff_on, 'start of month', '-6 months')
  WHERE p.starts_on <= c.day AND (t.added_on IS NULL OR t.added_on <= c.day) AND k.task_id IS NULL
),
-- Rules 2, 5, 7: each target of a task, what it should stand at and where it stands; one row without a target where a
-- task has none. z target adjustment, v the newest reading, n node.
target_fact AS (
  SELECT f.*, g.target_id, g.ordinal AS target_ordinal, g.name AS target_name, g.kind AS target_kind,
         g.comparison, g.is_about, g.measure, coalesce(z.new_value, g.value) AS value, v.value AS reading,
         CASE WHEN f.judges_progress = 1 THEN
           CASE g.kind WHEN 'amount' THEN coalesce(n.value, coalesce(z.new_value, g.value) * f.share / 100)
                       WHEN 'level' THEN coalesce(n.value, z.new_value, g.value)
                       WHEN 'reach' THEN coalesce(n.value,
                         CASE WHEN f.span_ends_on <= f.cutoff_on THEN coalesce(z.new_value, g.value) END) END
         END AS node
  FROM task_fact AS f
  LEFT JOIN target AS g ON g.task_id = f.task_id AND g.added_on <= f.as_of
  LEFT JOIN adjustment_span AS z ON z.target_id = g.target_id AND z.decided_on <= f.as_of AND z.until_day > f.as_of
  LEFT JOIN reading AS v ON v.target_id = g.target_id AND v.progress_id = (
    SELECT y.progress_id FROM judged_entry AS y
    WHERE g.target_id IS NOT NULL AND y.task_id = f.task_id AND y.reported_on <= f.as_of
      AND (y.review IS NOT 'returned' OR y.reviewed_on > f.as_of)
      AND EXISTS (SELECT 1 FROM reading AS w WHERE w.progress_id = y.progress_id AND w.target_id = g.target_id)
    ORDER BY y.quarter DESC, y.revision DESC LIMIT 1)
  LEFT JOIN target_node AS n ON n.target_id = g.target_id AND (n.quarter, n.added_on) = (
    SELECT y.quarter, y.added_on FROM target_node AS y
    WHERE y.target_id = g.target_id AND y.quarter <= f.quarter AND y.added_on <= f.as_of
    ORDER BY y.quarter DESC, y.added_on DESC LIMIT 1)
)
-- Rule 7: an amount's lag in percentage points of the whole; whether a level or a reach falls short of its node,
-- 左右 by more than a tenth of it.
SELECT f.*,
       CASE WHEN f.target_kind = 'amount' THEN 100.0 * (f.node - f.reading) / f.value END AS target_lag,
       f.target_kind IN ('level', 'reach')
         AND coalesce(CASE f.comparison WHEN '>=' THEN f.node - f.reading ELSE f.reading - f.node END
                      > f.is_about * abs(f.node) / 10 + 1e-6, 0) AS is_short
FROM target_fact AS f;

------------------------------------------------------------------------------------------------ flags

-- 任务状态: one row per day and leaf task, the whole of the rules.
CREATE VIEW task_status AS
WITH
-- Rules 6 to 9, 13: one row per task, its targets summed up, and entry_keys: which of its judged entries count. The GROUP BY
-- keeps each fact found once. Its terms are what a query may ask for, and reach the seek of plan and task; in this order, that
-- of task_by_plan, nothing is sorted.
task_measure AS (
  SELECT f.as_of, f.task_id, f.plan_year, f.code, f.section_id, f.text, f.kind, f.starts_on, f.due_on, f.lead_unit_id,
         f.closed_on, f.pause, f.quarter, f.quarter_before, f.quarter_earlier, f.report_due_on, f.yellow_lag, f.red_lag,
         f.due_soon_days,
         CASE WHEN f.share IS NULL OR f.kind <> 'staged' THEN NULL
              WHEN f.due_on > f.cutoff_on
                AND EXISTS (SELECT 1 FROM milestone AS k
                            WHERE k.task_id = f.task_id AND k.expected_percent IS NOT NULL AND k.added_on <= f.as_of)
              THEN coalesce((SELECT k.expected_percent FROM milestone AS k
                             WHERE k.task_id = f.task_id AND k.expected_percent IS NOT NULL AND k.due_on <= f.cutoff_on
                               AND k.added_on <= f.as_of
                             ORDER BY k.due_on DESC, k.ordinal DESC LIMIT 1), 0.0)
              ELSE f.share END AS expected_percent,
         min(CASE WHEN f.target_kind = 'amount' THEN min(100.0, 100.0 * f.reading / f.value) END) AS amount_percent,
         max(f.target_lag) AS target_lag,
         coalesce(max(f.is_short), 0) AS has_short_target,
         group_concat(CASE WHEN f.is_short THEN f.target_name END, '、') AS short_targets,
         f.due_on < f.as_of
           AND EXISTS (SELECT 1 FROM judged_request AS q
                       WHERE q.task_id = f.task_id AND q.quarter = f.due_quarter
                         AND q.asked_on <= f.as_of AND q.report_due_on >= f.as_of) AS due_quarter_is_asked,
         EXISTS (SELECT 1 FROM milestone AS k
                 WHERE k.task_id = f.task_id AND k.due_on < f.as_of AND k.added_on <= f.as_of
                   AND (k.done_on IS NULL OR k.done_on > f.as_of)) AS milestone_is_late,
         -- Rules 3, 4, 9, 11, 15: the day of the reference quarter's first return, blank where there is none; then revisions, six
         -- digits each and 000000 where there is none: of the reference quarter the newest and the newest that stands; that of
         -- the quarter before; of the one before that; of the due day's quarter any; then quarter and revision of the entry at
         -- the day. return_of is NULL in an interim entry.
         (SELECT printf('%10s%06d%06d%06d%06d%06d',
                        min(CASE WHEN y.return_of = f.quarter THEN y.reported_on END),
                        max(CASE WHEN y.return_of = f.quarter THEN y.revision END),
                        max(CASE WHEN y.return_of = f.quarter AND y.stands THEN y.revision END),
                        max(CASE WHEN y.return_of = f.quarter_before AND y.stands THEN y.revision END),
                        max(CASE WHEN y.return_of = f.quarter_earlier AND y.stands THEN y.revision END),
                        max(CASE WHEN y.return_of = f.due_quarter THEN y.revision END))
                 || max(CASE WHEN y.stands THEN y.quarter || printf('%06d', y.revision) ELSE '' END)
          FROM (SELECT e.quarter, e.revision, e.reported_on, CASE e.is_interim WHEN 0 THEN e.quarter END AS return_of,
                       e.review IS NOT 'returned' OR e.reviewed_on > f.as_of AS stands
                FROM judged_entry AS e
                WHERE e.task_id = f.task_id AND e.reported_on <= f.as_of) AS y) AS entry_keys
  FROM target_measure AS f
  GROUP BY f.as_of, f.plan_id, f.plan_year, f.task_id, f.code
),
-- Rules 3 to 5, 11, 12, 15: those entries: e the one at the day; of the reference quarter b the newest, s the newest that
-- stands; s1 and s2 those that stand of the two quarters before it.
task_entry AS (
  SELECT m.*, m.closed_on IS NULL AND m.pause IS NOT 'suspend' AS is_open,
         e.quarter AS reported_quarter, e.reported_on, e.state,
         CASE WHEN e.progress_id IS NULL THEN 0.0 ELSE coalesce(e.percent, m.amount_percent) END AS percent,
         m.due_quarter_is_asked AND coalesce(substr(m.entry_keys, 35, 6), '000000') = '000000' AS return_would_tell,
         nullif(trim(substr(m.entry_keys, 1, 10)), '') AS first_return_on,
         b.review IS 'returned' AND b.reviewed_on <= m.as_of AS was_returned, b.redo_due_on,
         s.progress_id IS NOT NULL
           AND EXISTS (SELECT 1 FROM target AS g
                       WHERE g.task_id = m.task_id AND g.kind IN ('amount', 'level') AND g.added_on <= s.reported_on
                         AND NOT EXISTS (SELECT 1 FROM reading AS v
                                         WHERE v.progress_id = s.progress_id AND v.target_id = g.target_id))
           AS has_unread_target,
         CASE m.kind
           WHEN 'staged' THEN s.percent <= s2.percent AND s1.percent IS NOT NULL
           ELSE s.state IN ('not_started', 'behind') AND s1.state IN ('not_started', 'behind')
                AND s2.state IN ('not_started', 'behind') END AS gained_nothing
  FROM task_measure AS m
  LEFT JOIN progress AS e ON e.task_id = m.task_id AND e.quarter = substr(m.entry_keys, 41, 6)
    AND e.revision = substr(m.entry_keys, 47)
  LEFT JOIN progress AS b ON b.task_id = m.task_id AND b.quarter = m.quarter
    AND b.revision = substr(m.entry_keys, 11, 6)
  LEFT JOIN progress AS s ON s.task_id = m.task_id AND s.quarter = m.quarter
    AND s.revision = substr(m.entry_keys, 17, 6)
  LEFT JOIN progress AS s1 ON s1.task_id = m.task_id AND s1.quarter = m.quarter_before
    AND s1.revision = substr(m.entry_keys, 23, 6)
  LEFT JOIN progress AS s2 ON s2.task_id = m.task_id AND s2.quarter = m.quarter_earlier
    AND s2.revision = substr(m.entry_keys, 29, 6)
),
-- Rules 8 to 14. Only an open task has flags; the others have all of them false.
task_flag AS (
  SELECT m.*,
         coalesce(max(m.expected_percent - m.percent, m.target_lag), m.expected_percent - m.percent, m.target_lag) AS lag,
         m.is_open AND m.state IS NOT 'done' AND coalesce(m.due_on < m.as_of, 0) AS is_overdue,
         m.is_open AND m.state IS NOT 'done' AND coalesce(m.return_would_tell, 0) AS awaits_return,
         m.is_open AND m.state IS 'done' AS awaits_acceptance,
         m.is_open AND m.state IS NOT 'done' AND m.quarter IS NOT NULL
           AND (m.first_return_on IS NULL OR m.was_returned AND coalesce(m.redo_due_on < m.as_of, 0)) AS is_missing,
         m.is_open AND m.was_returned AS is_returned,
         m.is_open AND coalesce(m.first_return_on > m.report_due_on, 0) AS is_late,
         m.is_open AND m.has_unread_target AS is_incomplete,
         m.is_open AND m.milestone_is_late AS has_late_milestone,
         m.is_open AND m.state IS NOT 'done'
           AND coalesce(m.due_on >= m.as_of
                        AND m.due_on <= date(m.as_of, printf('+%d days', coalesce(m.due_soon_days, 30))), 0) AS is_due_soon,
         m.closed_on IS NULL AND m.pause IS 'suspend' AS is_suspended
  FROM task_entry AS m
),
-- Rules 8, 15, 16. Comparisons allow 1e-6.
task_lamp AS (
  SELECT m.*,
         m.is_open AND (coalesce(m.lag >= m.yellow_lag - 1e-6, 0) OR m.has_short_target
                        OR coalesce(m.state IN ('behind', 'difficult', 'not_started'), 0)) AS is_lagging,
         m.is_open AND coalesce(m.gained_nothing AND (m.kind = 'standing' OR m.lag > 1e-6), 0) AS is_stalled
  FROM task_flag AS m
)
SELECT m.as_of, m.task_id, m.plan_year, m.code,
       (SELECT b.label FROM section AS b WHERE b.section_id = m.section_id) AS section,
       m.text, m.kind,
       (SELECT group_concat(name, '、') FROM (
          SELECT b.name
          FROM task_leader AS a
          JOIN leader_answering AS h ON h.leader_id = a.leader_id AND h.as_of = m.as_of
          JOIN leader AS b ON b.leader_id = h.answering_id
          WHERE a.task_id = m.task_id GROUP BY b.leader_id ORDER BY min(a.ordinal))) AS leaders,
       (SELECT u.name
        FROM unit_answering AS h JOIN unit AS u ON u.unit_id = h.answering_id
        WHERE h.unit_id = m.lead_unit_id AND h.as_of = m.as_of) AS lead_unit,
       (SELECT group_concat(name, '、') FROM (
          SELECT u.name
          FROM task_unit AS a
          JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = m.as_of
          JOIN unit AS u ON u.unit_id = h.answering_id
          WHERE a.task_id = m.task_id AND a.role = 'lead' GROUP BY u.unit_id ORDER BY min(a.ordinal))) AS lead_units,
       (SELECT group_concat(name, '、') FROM (
          SELECT u.name
          FROM task_unit AS a
          JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = m.as_of
          JOIN unit AS u ON u.unit_id = h.answering_id
          WHERE a.task_id = m.task_id AND a.role = 'responsible' GROUP BY u.unit_id ORDER BY min(a.ordinal))) AS responsible_units,
       m.starts_on, m.due_on, m.closed_on, m.quarter, m.reported_quarter, m.reported_on, m.state, m.percent,
       m.expected_percent, m.lag, m.is_overdue,
       CASE WHEN m.is_overdue THEN CAST(julianday(m.as_of) - julianday(m.due_on) AS INTEGER) END AS days_overdue,
       m.awaits_return, m.is_lagging, m.is_missing, m.is_returned, m.is_late, m.is_incomplete, m.has_late_milestone,
       m.is_due_soon, m.is_stalled, m.awaits_acceptance, m.is_suspended,
       -- 亮灯
       CASE WHEN m.closed_on IS NOT NULL THEN 'blue'
            WHEN m.is_suspended THEN 'grey'
            WHEN m.is_overdue AND NOT m.awaits_return OR m.is_missing OR coalesce(m.lag > m.red_lag + 1e-6, 0) THEN 'red'
            WHEN m.awaits_return OR m.is_lagging OR m.is_stalled OR m.is_returned OR m.has_late_milestone
                 OR m.is_incomplete THEN 'yellow'
            WHEN m.quarter IS NULL THEN 'grey'
            ELSE 'green' END AS lamp,
       -- what made the lamp so, in the order of rule 16
       CASE WHEN m.closed_on IS NOT NULL THEN '已销号'
            WHEN m.is_suspended THEN '暂缓'
            ELSE coalesce(nullif(substr(
              CASE WHEN m.is_overdue THEN
                printf('；逾期%d天', julianday(m.as_of) - julianday(m.due_on)) ELSE '' END
              || CASE WHEN m.awaits_return THEN '；到期待报' ELSE '' END
              || CASE WHEN m.is_missing THEN
                '；' || m.quarter || CASE WHEN m.was_returned THEN '退回逾期未重报' ELSE '未报送' END ELSE '' END
              || CASE WHEN m.is_open AND m.lag >= m.yellow_lag - 1e-6 THEN
                printf('；滞后%g个百分点', round(m.lag, 1)) ELSE '' END
              || CASE WHEN m.is_open AND m.has_short_target THEN '；指标未达节点：' || m.short_targets ELSE '' END
              || CASE WHEN m.is_open THEN
                CASE m.state WHEN 'behind' THEN '；自报滞后' WHEN 'difficult' THEN '；自报存在困难'
                             WHEN 'not_started' THEN '；自报未启动' ELSE '' END ELSE '' END
              || CASE WHEN m.is_stalled THEN '；停滞' ELSE '' END
              || CASE WHEN m.is_returned AND NOT m.is_missing THEN '；退回待重报' ELSE '' END
              || CASE WHEN m.has_late_milestone THEN '；节点逾期' ELSE '' END
              || CASE WHEN m.is_incomplete THEN '；指标未填' ELSE '' END, 2), ''),
              CASE WHEN m.quarter IS NULL THEN '未到首次报送期限' END) END AS reason
FROM task_lamp AS m;

-- 逾期, worst first
CREATE VIEW overdue AS
SELECT * FROM task_status WHERE is_overdue ORDER BY days_overdue DESC, lag DESC, task_id;

-- 滞后, worst first
CREATE VIEW lagging AS
SELECT * FROM task_status WHERE is_lagging ORDER BY lag DESC, task_id;

-- 未报送, by the unit that owes
CREATE VIEW missing AS
SELECT * FROM task_status WHERE is_missing ORDER BY lead_unit, task_id;

-- 临期, the nearest first
CREATE VIEW due_soon AS
SELECT * FROM task_status WHERE is_due_soon ORDER BY due_on, task_id;

-- 停滞
CREATE VIEW stalled AS
SELECT * FROM task_status WHERE is_stalled ORDER BY lag DESC, task_id;

-- 待核验: the unit says done; the office has yet to close or return
CREATE VIEW awaiting AS
SELECT * FROM task_status WHERE awaits_acceptance ORDER BY reported_on, task_id;

-- 一轮调度的任务: the tasks of the plans that a round asks, as its bulletin names them (label: the code, of another year's plan 2021/7), with
-- what became of that round's return, whichever quarter lamps judge by: owed (rule 11, without a reference quarter), or late.
CREATE VIEW round_task AS
SELECT r.quarter AS round_quarter,
       iif(s.plan_year = CAST(r.quarter AS INTEGER), s.code, s.plan_year || '/' || s.code) AS label,
       s.state IS 'ahead' AND s.lamp = 'green' AS is_ahead,
       CASE WHEN s.closed_on IS NULL AND NOT s.is_suspended AND s.state IS NOT 'done' THEN
         (SELECT w.cause FROM owed_return AS w
          WHERE w.as_of = s.as_of AND w.task_id = s.task_id AND w.quarter = r.quarter) END AS return_owed,
       s.closed_on IS NULL AND NOT s.is_suspended
         AND EXISTS (SELECT 1 FROM request_status AS q
                     WHERE q.as_of = s.as_of AND q.task_id = s.task_id AND q.quarter = r.quarter
                       AND q.first_return_on > q.report_due_on) AS return_is_late,
       s.*
FROM task_status AS s
JOIN plan AS p ON p.year = s.plan_year
JOIN round AS r ON r.plan_id = p.plan_id AND r.opened_on <= s.as_of;

------------------------------------------------------------------------------------------------ targets, milestones, matters

-- 指标状态: one row per day and target of a leaf task.
CREATE VIEW target_status AS
SELECT f.as_of, f.task_id, f.plan_year, f.code, f.target_ordinal AS ordinal, f.target_name AS name,
       f.target_kind AS kind, f.comparison, f.value, f.measure, f.reading, f.node, f.target_lag AS lag,
       f.closed_on IS NULL AND f.pause IS NOT 'suspend'
         AND (f.is_short OR coalesce(f.target_lag >= f.yellow_lag - 1e-6, 0)) AS is_lagging
FROM target_measure AS f
WHERE f.target_id IS NOT NULL;

-- 节点逾期: rule 13, one row per milestone of an open task.
CREATE VIEW late_milestone AS
SELECT f.as_of, f.task_id, f.plan_year, f.code, k.ordinal, k.title, k.due_on,
       CAST(julianday(f.as_of) - julianday(k.due_on) AS INTEGER) AS days_overdue, k.expected_percent, k.owner
FROM task_status AS f
JOIN milestone AS k ON k.task_id = f.task_id
WHERE f.has_late_milestone
  AND k.due_on < f.as_of AND k.added_on <= f.as_of AND (k.done_on IS NULL OR k.done_on > f.as_of);

-- 需市政府研究事项: raised by the day and not decided by it.
CREATE VIEW open_matter AS
SELECT c.day AS as_of, m.matter_id, m.task_id, p.year AS plan_year, t.code, u.name AS unit, m.raised_on,
       CAST(julianday(c.day) - julianday(m.raised_on) AS INTEGER) AS days_open, m.content, m.objective_reason,
       b.name AS leader
FROM calendar AS c
CROSS JOIN matter AS m ON m.raised_on <= c.day AND (m.decided_on IS NULL OR m.decided_on > c.day)
LEFT JOIN task AS t ON t.task_id = m.task_id
LEFT JOIN plan AS p ON p.plan_id = t.plan_id
LEFT JOIN unit AS u ON u.unit_id = m.unit_id
LEFT JOIN leader AS b ON b.leader_id = m.leader_id;

------------------------------------------------------------------------------------------------ closing

-- 销号前未了事项: what stands in the way of closing an open task on a day, per outcome; only 完成销号 has any. The unit doesn't say
-- done, or less than all, or its entry was sent back; a target that lags, falls short of its value, 左右 by more than a tenth of
-- it, or has no reading; an open milestone; a matter that awaits its decision; a suspension. detail needs no language.
CREATE VIEW closing_obstacle AS
SELECT s.as_of, s.task_id, s.plan_year, s.code, 'completed' AS outcome, o.obstacle,
       CASE o.obstacle WHEN 'suspended' THEN NULL WHEN 'redo' THEN s.quarter
                       ELSE s.reported_quarter || iif(s.percent IS NULL, '', printf(' %g%%', round(s.percent, 1))) END AS detail
FROM task_status AS s
CROSS JOIN (SELECT 'not_done' AS obstacle UNION ALL SELECT 'below_100' UNION ALL SELECT 'redo' UNION ALL SELECT 'suspended') AS o
WHERE s.closed_on IS NULL
  AND CASE o.obstacle WHEN 'not_done' THEN s.state IS NOT 'done'
                      WHEN 'below_100' THEN s.state IS 'done' AND s.percent < 100 - 1e-6
                      WHEN 'redo' THEN s.is_returned
                      ELSE s.is_suspended END
UNION ALL
SELECT f.as_of, f.task_id, f.plan_year, f.code, 'completed',
       CASE WHEN f.reading IS NULL THEN 'unread_target' ELSE 'unmet_target' END,
       printf('%s %s %.15g%s', f.target_name, CASE f.comparison WHEN '>=' THEN '≥' ELSE '≤' END, f.value, coalesce(f.measure, ''))
         || CASE WHEN f.reading IS NULL THEN '' ELSE printf(' (%.15g)', f.reading) END
FROM target_measure AS f
WHERE f.target_id IS NOT NULL AND f.closed_on IS NULL
  AND (f.reading IS NULL OR f.is_short OR coalesce(f.target_lag >= f.yellow_lag - 1e-6, 0)
       OR CASE f.comparison WHEN '>=' THEN f.value - f.reading ELSE f.reading - f.value END > f.is_about * abs(f.value) / 10 + 1e-6)
UNION ALL
SELECT s.as_of, s.task_id, s.plan_year, s.code, 'completed', 'open_milestone', k.title || ' ' || k.due_on
FROM task_status AS s
JOIN milestone AS k ON k.task_id = s.task_id
WHERE s.closed_on IS NULL AND k.added_on <= s.as_of AND (k.done_on IS NULL OR k.done_on > s.as_of)
UNION ALL
SELECT m.as_of, m.task_id, m.plan_year, m.code, 'completed', 'open_matter', m.content
FROM open_matter AS m
WHERE m.task_id IS NOT NULL;

-- What each closure settled: its outcome, 逾期完成 where a task was completed after the due day in force when it was closed;
-- without a completion day the closing day is taken.
CREATE VIEW closure_settlement AS
SELECT x.closure_id, d.due_on,
       CASE WHEN x.outcome = 'completed' AND coalesce(x.completed_on, x.closed_on) > d.due_on
            THEN 'completed_late' ELSE x.outcome END AS settlement
FROM closure AS x CROSS JOIN due_in_force AS d ON d.as_of = x.closed_on AND d.task_id = x.task_id;

-- 销号情况: the closures by a day, also those that have been taken back.
CREATE VIEW closure_status AS
SELECT c.day AS as_of, x.closure_id, t.task_id, p.year AS plan_year, t.code, x.closed_on, x.completed_on, y.due_on, x.outcome,
       y.settlement, x.basis, x.confirmed_by,
       CASE WHEN x.reopened_on <= c.day THEN x.reopened_on END AS reopened_on,
       CASE WHEN x.reopened_on <= c.day THEN x.reopen_reason END AS reopen_reason
FROM calendar AS c
CROSS JOIN closure AS x ON x.closed_on <= c.day
JOIN closure_settlement AS y ON y.closure_id = x.closure_id
JOIN task AS t ON t.task_id = x.task_id
JOIN plan AS p ON p.plan_id = t.plan_id;

------------------------------------------------------------------------------------------------ actions

-- 督查行动: one row per day and action issued by it, with what had come by the day and what was still owed. A chase is answered
-- by a reply or by the entry that it asks for. What the office found unrectified stays owed until the action is closed.
CREATE VIEW action_status AS
WITH step AS (
  SELECT c.day AS as_of, a.action_id, a.task_id, p.year AS plan_year, t.code, u.name AS unit, a.kind AS action, a.method, a.cause,
         a.deadline, a.issued_on, a.content, a.approved_by, a.reply_due_on,
         iif(a.replied_on <= c.day, a.replied_on, NULL) AS replied_on,
         iif(a.replied_on <= c.day, a.reply, NULL) AS reply,
         coalesce(iif(a.replied_on <= c.day, a.replied_on, NULL), e.reported_on) AS answered_on,
         iif(a.delivered_on <= c.day, a.conclusion, NULL) AS conclusion,
         iif(a.delivered_on <= c.day, a.delivered_on, NULL) AS delivered_on,
         iif(a.delivered_on <= c.day, a.rectify_due_on, NULL) AS rectify_due_on,
         iif(a.rectified_on <= c.day, a.rectified_on, NULL) AS rectified_on,
         iif(a.rectified_on <= c.day, a.rectification, NULL) AS rectification,
         iif(a.verified_on <= c.day, a.verified_on, NULL) AS verified_on,
         iif(a.verified_on <= c.day, a.verified_by, NULL) AS verified_by,
         iif(a.verified_on <= c.day, a.verification, NULL) AS verification,
         iif(a.closed_on <= c.day, a.closed_on, NULL) AS closed_on
  FROM calendar AS c
  CROSS JOIN action AS a ON a.issued_on <= c.day
  LEFT JOIN task AS t ON t.task_id = a.task_id
  LEFT JOIN plan AS p ON p.plan_id = t.plan_id
  LEFT JOIN unit AS u ON u.unit_id = a.unit_id
  LEFT JOIN progress AS e ON e.progress_id = (
    SELECT y.progress_id FROM progress AS y
    WHERE a.kind = 'chase' AND y.task_id = a.task_id AND y.is_interim = 0 AND y.reported_on BETWEEN a.issued_on AND c.day
      AND (y.unit_id = a.unit_id
           OR EXISTS (SELECT 1 FROM unit_heir AS h
                      WHERE h.unit_id = a.unit_id AND h.heir_id = y.unit_id AND h.from_day <= y.reported_on))
    ORDER BY y.reported_on LIMIT 1)
),
owing AS (
  SELECT s.*,
         s.closed_on IS NULL AND s.reply_due_on IS NOT NULL AND s.answered_on IS NULL AS awaits_reply,
         s.closed_on IS NULL AND s.rectify_due_on IS NOT NULL AND s.verification IS NOT 'rectified' AS awaits_rectification
  FROM step AS s
),
late AS (
  SELECT s.*,
         s.awaits_reply AND s.reply_due_on < s.as_of AS reply_is_overdue,
         s.awaits_rectification AND s.rectify_due_on < s.as_of
           AND (s.rectified_on IS NULL OR s.verification IS 'unrectified') AS rectification_is_overdue
  FROM owing AS s
)
SELECT s.*,
       coalesce(s.rectify_due_on, s.reply_due_on) AS due_on,
       CASE WHEN s.closed_on IS NOT NULL THEN 'closed'
            WHEN s.rectification_is_overdue THEN 'rectification_overdue'
            WHEN s.reply_is_overdue THEN 'reply_overdue'
            WHEN s.awaits_rectification AND s.rectified_on IS NOT NULL AND s.verified_on IS NULL THEN 'awaits_verification'
            WHEN s.awaits_rectification THEN 'awaits_rectification'
            WHEN s.awaits_reply THEN 'awaits_reply'
            WHEN s.verified_on IS NOT NULL THEN 'verified'
            WHEN s.delivered_on IS NOT NULL THEN 'concluded'
            WHEN s.answered_on IS NOT NULL THEN 'answered'
            ELSE 'issued' END AS action_state
FROM late AS s;

-- 回复逾期: open actions whose reply or rectification was due before the day and had not come by it, the longest first; by the
-- unit that answers on the day.
CREATE VIEW overdue_reply AS
SELECT s.as_of, s.action_id, s.task_id, s.plan_year, s.code,
       (SELECT u.name
        FROM action AS a
        JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = s.as_of
        JOIN unit AS u ON u.unit_id = h.answering_id
        WHERE a.action_id = s.action_id) AS unit,
       s.action, k.owed, s.issued_on,
       iif(k.owed = 'reply', s.reply_due_on, s.rectify_due_on) AS due_on,
       CAST(julianday(s.as_of) - julianday(iif(k.owed = 'reply', s.reply_due_on, s.rectify_due_on)) AS INTEGER) AS days_overdue,
       iif(k.owed = 'reply', s.content, s.conclusion) AS content
FROM action_status AS s
CROSS JOIN (SELECT 'reply' AS owed UNION ALL SELECT 'rectification') AS k
WHERE iif(k.owed = 'reply', s.reply_is_overdue, s.rectification_is_overdue)
ORDER BY days_overdue DESC, s.action_id;

-- Who signs the papers of a plan (落款): the office of the government that issued it.
CREATE VIEW plan_office AS
SELECT p.plan_id, p.year, p.issuer || iif(p.issuer GLOB '*人民政府', '办公室', '') AS office FROM plan AS p;

-- 季度调度情况: a quarter on a day, of the rounds opened by then: when its returns are due and whether that has passed (nobody is late
-- before), a later quarter that lamps judge by already, and who signs its papers: of several plans' offices the newest one's.
CREATE VIEW quarter_standing AS
SELECT c.day AS as_of, r.quarter, max(r.report_due_on) AS report_due_on, max(r.report_due_on) < c.day AS is_due,
       (SELECT max(n.quarter) FROM round AS n WHERE n.quarter > r.quarter AND n.report_due_on < c.day) AS later_quarter,
       (SELECT o.office FROM round AS n JOIN plan_office AS o ON o.plan_id = n.plan_id
        WHERE n.quarter = r.quarter AND n.opened_on <= c.day AND o.office IS NOT NULL ORDER BY o.year DESC LIMIT 1) AS office
FROM calendar AS c
CROSS JOIN round AS r ON r.opened_on <= c.day
GROUP BY c.day, r.quarter;

-- 此前的通报: before an issued bulletin (of_bulletin_id) those with a lower number, since they are issued in order of day; before a draft (0)
-- those issued by its day. is_last: the one that it is compared with.
CREATE VIEW earlier_bulletin AS
SELECT c.day AS as_of, n.bulletin_id AS of_bulletin_id, b.bulletin_id, b.number, b.quarter, b.issued_on,
       b.bulletin_id = max(b.bulletin_id) OVER (PARTITION BY c.day, n.bulletin_id) AS is_last
FROM calendar AS c
CROSS JOIN (SELECT 0 AS bulletin_id UNION ALL SELECT bulletin_id FROM bulletin) AS n
CROSS JOIN bulletin AS b ON b.issued_on <= c.day AND (n.bulletin_id = 0 OR b.bulletin_id < n.bulletin_id);

-- The year of the newest plan that has begun by a day: papers of the day name its tasks by their codes alone, those of another plan
-- with the year.
CREATE VIEW newest_plan AS
SELECT c.day AS as_of, (SELECT max(p.year) FROM plan AS p WHERE p.starts_on <= c.day) AS year FROM calendar AS c;

CREATE VIEW task_label AS
SELECT n.as_of, t.task_id, iif(p.year IS n.year, t.code, p.year || '/' || t.code) AS label
FROM newest_plan AS n
CROSS JOIN task AS t
JOIN plan AS p ON p.plan_id = t.plan_id;

-- By when what is issued on a day is to be replied to (回复期限): that many workdays after it.
CREATE VIEW reply_deadline AS
SELECT c.day AS as_of,
       (SELECT w.day FROM calendar AS w
        WHERE w.day > c.day AND w.is_workday = 1
        ORDER BY w.day
        LIMIT 1 OFFSET (SELECT CAST(value AS INTEGER) - 1 FROM setting WHERE name = 'reply_due_workdays')) AS reply_due_on
FROM calendar AS c;

-- 行动建议: what the flags of the day suggest: a chase (催报) for a return that is missing or wasn't redone, a press (催办) for an overdue
-- task, a late milestone, a task in its last month. deadline is the day that was missed or is near. Not what an open action
-- already does: one of that kind, cause and deadline, or one that a person thought of, issued since the flag (rule 14: for a task
-- due soon since due_soon_days before, the round's, 30 before the first). reply_due_on is the third workday (setting) after the day.
CREATE VIEW action_proposal AS
WITH suggestion AS (
  SELECT s.as_of, s.task_id, s.plan_year, s.code, s.section, s.text, s.leaders, s.lead_unit AS unit,
         iif(k.cause IN ('missing', 'unredone'), 'chase', 'press') AS action, k.cause,
         CASE WHEN k.cause IN ('missing', 'unredone') THEN (SELECT w.deadline FROM owed_return AS w
                                                            WHERE w.as_of = s.as_of AND w.task_id = s.task_id AND w.quarter = s.quarter)
              WHEN k.cause = 'late_milestone' THEN m.due_on
              ELSE s.due_on END AS deadline,
         s.quarter, s.awaits_return, m.title
  FROM task_status AS s
  CROSS JOIN (SELECT 'missing' AS cause UNION ALL SELECT 'unredone' UNION ALL SELECT 'overdue'
              UNION ALL SELECT 'late_milestone' UNION ALL SELECT 'due_soon') AS k
  LEFT JOIN milestone AS m ON k.cause = 'late_milestone' AND m.task_id = s.task_id
    AND m.due_on < s.as_of AND m.added_on <= s.as_of AND (m.done_on IS NULL OR m.done_on > s.as_of)
  WHERE CASE k.cause
          WHEN 'missing' THEN s.is_missing AND NOT s.is_returned
          WHEN 'unredone' THEN s.is_missing AND s.is_returned
          WHEN 'overdue' THEN s.is_overdue
          WHEN 'late_milestone' THEN s.has_late_milestone
          ELSE s.is_due_soon END
)
SELECT s.as_of, s.task_id, s.plan_year, s.code, s.section, s.text, s.leaders, s.unit, s.action, s.cause, s.deadline,
       CASE s.cause
         WHEN 'overdue' THEN printf('逾期%d天，完成时限%s%s', julianday(s.as_of) - julianday(s.deadline), s.deadline,
                                    iif(s.awaits_return, '，到期待报', ''))
         WHEN 'due_soon' THEN printf('临期，距完成时限%s还有%d天', s.deadline, julianday(s.deadline) - julianday(s.as_of))
         WHEN 'late_milestone' THEN printf('节点“%s”逾期%d天，时限%s', s.title, julianday(s.as_of) - julianday(s.deadline), s.deadline)
         ELSE (SELECT w.reason FROM owed_return AS w
               WHERE w.as_of = s.as_of AND w.task_id = s.task_id AND w.quarter = s.quarter) END AS reason,
       (SELECT k.reply_due_on FROM reply_deadline AS k WHERE k.as_of = s.as_of) AS reply_due_on
FROM suggestion AS s
WHERE NOT EXISTS (
  SELECT 1 FROM action AS a
  WHERE a.task_id = s.task_id AND a.kind = s.action AND a.issued_on <= s.as_of
    AND (a.closed_on IS NULL OR a.closed_on > s.as_of)
    AND CASE WHEN a.cause IS NOT NULL THEN a.cause = s.cause AND a.deadline = s.deadline
             WHEN s.cause <> 'due_soon' THEN a.issued_on > s.deadline
             ELSE a.issued_on >= date(s.deadline, printf('-%d days', coalesce(
               (SELECT r.due_soon_days FROM task AS t JOIN round AS r ON r.plan_id = t.plan_id AND r.quarter = s.quarter
                WHERE t.task_id = s.task_id), 30))) END)
ORDER BY s.action, s.unit, s.task_id, s.deadline;

------------------------------------------------------------------------------------------------ the work plan

-- Milestones of a task whose percents fall while their days rise; no command leaves such a pair.
CREATE VIEW falling_milestone AS
SELECT a.task_id, a.ordinal AS earlier_ordinal, a.title AS earlier_title, a.due_on AS earlier_due_on,
       a.expected_percent AS earlier_percent, b.ordinal AS later_ordinal, b.title AS later_title, b.due_on AS later_due_on,
       b.expected_percent AS later_percent
FROM milestone AS a
JOIN milestone AS b ON b.task_id = a.task_id AND (b.due_on, b.ordinal) > (a.due_on, a.ordinal)
WHERE b.expected_percent < a.expected_percent;

-- The nodes and shares, each from the day it was added until one of the same quarter or unit took its place. Of a day D are those
-- with from_day <= D AND until_day > D.
CREATE VIEW node_span AS
SELECT n.target_id, n.quarter, n.value, n.added_on AS from_day,
       coalesce((SELECT min(y.added_on) FROM target_node AS y
                 WHERE y.target_id = n.target_id AND y.quarter = n.quarter AND y.added_on > n.added_on), '9999-12-31') AS until_day
FROM target_node AS n;

CREATE VIEW share_span AS
SELECT s.target_id, s.unit_id, s.value, s.added_on AS from_day,
       coalesce((SELECT min(y.added_on) FROM target_share AS y
                 WHERE y.target_id = s.target_id AND y.unit_id = s.unit_id AND y.added_on > s.added_on), '9999-12-31') AS until_day
FROM target_share AS s;

-- 分解合计: what a target's shares of the day add up to beside its value: how much they exceed it, of a range its upper end, and
-- how much they fall short of it. No GROUP BY, so that the days of a join are seeked too.
CREATE VIEW share_total AS
SELECT as_of, target_id, value, most, measure, shared, iif(shared > most + 1e-6, shared - most, 0.0) AS excess,
       iif(shared < value - 1e-6, value - shared, 0.0) AS shortfall
FROM (
  SELECT c.day AS as_of, g.target_id, coalesce(z.new_value, g.value) AS value, coalesce(z.new_value, g.value_high, g.value) AS most,
         g.measure,
         (SELECT sum(s.value) FROM share_span AS s
          WHERE s.target_id = g.target_id AND s.from_day <= c.day AND s.until_day > c.day) AS shared
  FROM calendar AS c
  CROSS JOIN target AS g
  LEFT JOIN adjustment_span AS z ON z.target_id = g.target_id AND z.decided_on <= c.day AND z.until_day > c.day)
WHERE shared IS NOT NULL;

-- 分解完成: one row per day, target of a leaf task, and unit that has a share of it or has contributed a figure: the newest that
-- stands. Beside it the target, what the shares add up to, what the figures add up to (a level's don't), and the lead
-- unit's own figure of the whole.
CREATE VIEW contribution_status AS
WITH contribution AS (
  SELECT e.* FROM progress AS e
  WHERE NOT EXISTS (SELECT 1 FROM judged_entry AS j WHERE j.progress_id = e.progress_id)
)
SELECT f.as_of, f.task_id, f.plan_year, f.code, f.target_ordinal AS ordinal, f.target_name AS name, f.measure, u.name AS unit,
       s.value AS share, e.quarter AS reported_quarter, v.value AS reading, 100.0 * v.value / nullif(s.value, 0) AS percent,
       f.value, sum(s.value) OVER w AS shared, CASE WHEN f.target_kind <> 'level' THEN sum(v.value) OVER w END AS contributed,
       f.reading AS lead_reading
FROM target_measure AS f
JOIN (SELECT target_id, unit_id FROM target_share
      UNION
      SELECT v.target_id, e.unit_id FROM contribution AS e JOIN reading AS v ON v.progress_id = e.progress_id) AS b
  ON b.target_id = f.target_id
JOIN unit AS u ON u.unit_id = b.unit_id
LEFT JOIN share_span AS s ON s.target_id = b.target_id AND s.unit_id = b.unit_id AND s.from_day <= f.as_of AND s.until_day > f.as_of
LEFT JOIN progress AS e ON e.progress_id = (
  SELECT y.progress_id FROM contribution AS y
  WHERE y.task_id = f.task_id AND y.unit_id = b.unit_id AND y.reported_on <= f.as_of
    AND (y.review IS NOT 'returned' OR y.reviewed_on > f.as_of)
    AND EXISTS (SELECT 1 FROM reading AS w WHERE w.progress_id = y.progress_id AND w.target_id = b.target_id)
  ORDER BY y.quarter DESC, y.revision DESC LIMIT 1)
LEFT JOIN reading AS v ON v.progress_id = e.progress_id AND v.target_id = b.target_id
WHERE s.value > 0 OR v.value IS NOT NULL
WINDOW w AS (PARTITION BY f.as_of, f.task_id, f.target_ordinal);

-- 分解汇总: a task with sub-items by what they have come to: how many of each lamp, the lowest and the plain average of their
-- percents, the last due day, and the worst lamp (closed when all are).
CREATE VIEW task_rollup AS
SELECT DISTINCT s.as_of, p.task_id, s.plan_year, p.code, p.text, count(*) OVER w AS parts,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       min(s.percent) OVER w AS lowest_percent, avg(s.percent) OVER w AS average_percent, max(s.due_on) OVER w AS due_on,
       CASE WHEN sum(s.lamp = 'red') OVER w > 0 THEN 'red' WHEN sum(s.lamp = 'yellow') OVER w > 0 THEN 'yellow'
            WHEN sum(s.lamp = 'green') OVER w > 0 THEN 'green' WHEN sum(s.lamp = 'grey') OVER w > 0 THEN 'grey'
            ELSE 'blue' END AS lamp
FROM task_status AS s
JOIN task AS t ON t.task_id = s.task_id
JOIN task AS p ON p.task_id = t.parent_id
WINDOW w AS (PARTITION BY s.as_of, p.task_id);

-- 联系人: whom to call at a unit on a day, by the name it has then: the newest named by then, also under a former name.
CREATE VIEW unit_contact AS
SELECT h.as_of, u.name AS unit, k.name, k.post, k.phone, k.from_day
FROM unit_asked_for AS h
JOIN unit AS u ON u.unit_id = h.unit_id
JOIN contact AS k ON k.contact_id = (
  SELECT y.contact_id FROM unit_former AS f JOIN contact AS y ON y.unit_id = f.former_id
  WHERE f.unit_id = u.unit_id AND (y.from_day IS NULL OR y.from_day <= h.as_of)
  ORDER BY y.from_day DESC, y.contact_id DESC LIMIT 1)
WHERE h.asked_id = h.unit_id;

------------------------------------------------------------------------------------------------ scorecards

-- Counts, not a mark: how to score is the office's policy. completed_percent is of all tasks; on_schedule_percent, green or
-- closed, of those that have a colour. Windows instead of GROUP BY, because SQLite hands the day of an outer WHERE down
-- to the rows of a window's partition, but not through two levels of grouping.

-- 单位统计: by first lead unit.
CREATE VIEW unit_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, s.lead_unit AS unit, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
WINDOW w AS (PARTITION BY s.as_of, s.plan_year, s.lead_unit)
ORDER BY s.plan_year, s.lead_unit;

-- 领导统计: by each leader named; a task with two leaders counts for both, once for each, also where one succeeded the other.
CREATE VIEW leader_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, b.name AS leader, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
JOIN task_leader AS a ON a.task_id = s.task_id
JOIN leader_answering AS h ON h.leader_id = a.leader_id AND h.as_of = s.as_of
JOIN leader AS b ON b.leader_id = h.answering_id
WHERE NOT EXISTS (
  SELECT 1 FROM task_leader AS y JOIN leader_answering AS z ON z.leader_id = y.leader_id AND z.as_of = s.as_of
  WHERE y.task_id = s.task_id AND y.ordinal < a.ordinal AND z.answering_id = h.answering_id)
WINDOW w AS (PARTITION BY s.as_of, s.plan_year, b.name)
ORDER BY s.plan_year, b.name;

-- 章节统计: by the heading that a task stands under.
CREATE VIEW section_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, s.section, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
WINDOW w AS (PARTITION BY s.as_of, s.plan_year, s.section)
ORDER BY s.plan_year, s.section;

-- 一级章节统计: the sections under a heading of the upper level rolled up: 二 has 二(一), 二(二) and what stands under 二 itself.
CREATE VIEW top_section_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, substr(s.section, 1, instr(s.section || '(', '(') - 1) AS section, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
WINDOW w AS (PARTITION BY s.as_of, s.plan_year, substr(s.section, 1, instr(s.section || '(', '(') - 1))
ORDER BY s.plan_year, 3;

-- 年度统计: each task once, however many units and leaders it has: the total of every other scorecard.
CREATE VIEW plan_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
WINDOW w AS (PARTITION BY s.as_of, s.plan_year)
ORDER BY s.plan_year;

-- 调度统计: the tasks of a round, of whichever plans; missing and late are those of its own returns.
CREATE VIEW round_scorecard AS
SELECT DISTINCT s.as_of, s.round_quarter AS quarter, count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       count(s.return_owed) OVER w AS missing, sum(s.return_is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM round_task AS s
WINDOW w AS (PARTITION BY s.as_of, s.round_quarter)
ORDER BY s.round_quarter;

-- 单位角色统计: by each unit named, as first lead, as one of the other lead units, as responsible; in each of them a task counts once,
-- also for a unit that has taken over from another of the same role.
CREATE VIEW unit_role_scorecard AS
SELECT DISTINCT s.as_of, s.plan_year, u.name AS unit,
       CASE WHEN a.role = 'responsible' THEN a.role WHEN a.ordinal = 1 THEN 'first_lead' ELSE 'co_lead' END AS unit_role,
       count(*) OVER w AS tasks,
       sum(s.lamp = 'blue') OVER w AS closed, sum(s.lamp = 'red') OVER w AS red, sum(s.lamp = 'yellow') OVER w AS yellow,
       sum(s.lamp = 'green') OVER w AS green, sum(s.lamp = 'grey') OVER w AS grey,
       sum(s.is_overdue) OVER w AS overdue, sum(s.is_lagging) OVER w AS lagging,
       sum(s.is_missing) OVER w AS missing, sum(s.is_late) OVER w AS late,
       100.0 * sum(s.lamp = 'blue') OVER w / count(*) OVER w AS completed_percent,
       100.0 * sum(s.lamp IN ('blue', 'green')) OVER w / nullif(sum(s.lamp <> 'grey') OVER w, 0) AS on_schedule_percent
FROM task_status AS s
JOIN task_unit AS a ON a.task_id = s.task_id
JOIN unit_answering AS h ON h.unit_id = a.unit_id AND h.as_of = s.as_of
JOIN unit AS u ON u.unit_id = h.answering_id
WHERE NOT EXISTS (
  SELECT 1 FROM task_unit AS y JOIN unit_answering AS z ON z.unit_id = y.unit_id AND z.as_of = s.as_of
  WHERE y.task_id = s.task_id AND y.role = a.role AND y.ordinal < a.ordinal AND (a.role = 'responsible' OR y.ordinal > 1)
    AND z.answering_id = h.answering_id)
WINDOW w AS (PARTITION BY s.as_of, s.plan_year, u.name,
             CASE WHEN a.role = 'responsible' THEN a.role WHEN a.ordinal = 1 THEN 'first_lead' ELSE 'co_lead' END)
ORDER BY s.plan_year, u.name, 4;

------------------------------------------------------------------------------------------------ done with a target unmet

-- A unit that says done with a target unmet has to say why: judged entries with state done and no problem, and each target
-- whose reading, the entry's or else the newest that stands on the day reported, falls short of its value on that day. A target
-- with no reading at all is not among them: is_incomplete tells of that. z target adjustment, o the entry's own reading, v the
-- newest of the others.
CREATE VIEW unmet_when_done AS
SELECT progress_id, task_id, target_id, name, comparison, measure, value, reading
FROM (
  SELECT e.progress_id, e.task_id, g.target_id, g.name, g.comparison, g.is_about, g.measure,
         coalesce(z.new_value, g.value) AS value, coalesce(o.value, v.value) AS reading
  FROM judged_entry AS e
  JOIN target AS g ON g.task_id = e.task_id AND g.added_on <= e.reported_on
  LEFT JOIN adjustment_span AS z ON z.target_id = g.target_id AND z.decided_on <= e.reported_on AND z.until_day > e.reported_on
  LEFT JOIN reading AS o ON o.target_id = g.target_id AND o.progress_id = e.progress_id
  LEFT JOIN reading AS v ON v.target_id = g.target_id AND v.progress_id = (
    SELECT y.progress_id FROM judged_entry AS y
    WHERE y.task_id = e.task_id AND y.reported_on <= e.reported_on
      AND (y.review IS NOT 'returned' OR y.reviewed_on > e.reported_on)
      AND EXISTS (SELECT 1 FROM reading AS w WHERE w.progress_id = y.progress_id AND w.target_id = g.target_id)
    ORDER BY y.quarter DESC, y.revision DESC LIMIT 1)
  WHERE e.state = 'done' AND coalesce(e.problem, '') = '')
WHERE CASE comparison WHEN '>=' THEN value - reading ELSE reading - value END > is_about * abs(value) / 10 + 1e-6;

------------------------------------------------------------------------------------------------ settings

-- 设置的范围: between what each setting stands, and whether it is a whole number. A task is lagging before it is red.
CREATE VIEW setting_bound (name, least, most, is_whole) AS
SELECT 'yellow_lag', 0.1, coalesce((SELECT value FROM setting WHERE name = 'red_lag'), 100.0), 0
UNION ALL SELECT 'red_lag', coalesce((SELECT value FROM setting WHERE name = 'yellow_lag'), 0.1), 100.0, 0
UNION ALL SELECT 'due_soon_days', 0.0, 366.0, 1
UNION ALL SELECT 'report_due_workdays', 1.0, 60.0, 1
UNION ALL SELECT 'evidence_size_limit_mib', 1.0, 900.0, 1
UNION ALL SELECT 'reply_due_workdays', 1.0, 60.0, 1;

------------------------------------------------------------------------------------------------ opening a quarter

-- Rule 17: what opening a quarter on a day makes. The fifth workday (setting) after the later of the quarter's end and the
-- opening; a round for every plan that has open tasks and has started by the cutoff.
CREATE VIEW opening AS
SELECT c.day AS as_of, k.quarter, p.plan_id, k.day AS cutoff_on,
       (SELECT w.day FROM calendar AS w
        WHERE w.day > max(c.day, k.day) AND w.is_workday = 1
        ORDER BY w.day
        LIMIT 1 OFFSET (SELECT CAST(value AS INTEGER) - 1 FROM setting WHERE name = 'report_due_workdays')) AS report_due_on,
       (SELECT value FROM setting WHERE name = 'yellow_lag') AS yellow_lag,
       (SELECT value FROM setting WHERE name = 'red_lag') AS red_lag,
       (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'due_soon_days') AS due_soon_days
FROM calendar AS c
CROSS JOIN calendar AS k ON substr(k.day, 6) IN ('03-31', '06-30', '09-30', '12-31')
CROSS JOIN plan AS p ON p.starts_on <= k.day
WHERE EXISTS (SELECT 1 FROM task_status AS s
              WHERE s.as_of = c.day AND s.plan_year = p.year AND s.closed_on IS NULL AND NOT s.is_suspended);

-- Whom it asks: the first lead unit, as it answers on that day, of every leaf task that is open, has started by the cutoff,
-- doesn't await acceptance, and has not been asked for the quarter yet.
CREATE VIEW opening_request AS
SELECT s.as_of, k.quarter, t.plan_id, s.task_id, h.unit_id
FROM task_status AS s
JOIN task AS t ON t.task_id = s.task_id
JOIN task_answering AS h ON h.as_of = s.as_of AND h.task_id = s.task_id
JOIN calendar AS k ON substr(k.day, 6) IN ('03-31', '06-30', '09-30', '12-31')
WHERE s.closed_on IS NULL AND NOT s.is_suspended AND s.starts_on <= k.day AND NOT s.awaits_acceptance
  AND NOT EXISTS (SELECT 1 FROM judged_request AS q WHERE q.task_id = s.task_id AND q.quarter = k.quarter);

-- Closing a round on a day: the returns asked for by then, those that haven't come, and those of them that aren't due before it.
CREATE VIEW round_closing AS
SELECT c.day AS as_of, r.plan_id, r.quarter, r.closed_on,
       (SELECT count(*) FROM request_status AS q
        WHERE q.as_of = c.day AND q.plan_id = r.plan_id AND q.quarter = r.quarter) AS asked,
       (SELECT count(*) FROM request_status AS q
        WHERE q.as_of = c.day AND q.plan_id = r.plan_id AND q.quarter = r.quarter
          AND q.first_return_on IS NULL) AS outstanding,
       (SELECT count(*) FROM request_status AS q
        WHERE q.as_of = c.day AND q.plan_id = r.plan_id AND q.quarter = r.quarter
          AND q.first_return_on IS NULL AND q.report_due_on >= c.day) AS not_yet_due
FROM calendar AS c
CROSS JOIN round AS r;

-- 调度评价日: the day on which a quarter is looked at afterwards: the first on which its returns are due and can be missing, or
-- as_of where that comes before. Rounds opened by as_of.
CREATE VIEW round_day AS
SELECT c.day AS as_of, p.year AS plan_year, r.quarter, min(c.day, date(r.report_due_on, '+1 day')) AS judged_on
FROM calendar AS c
CROSS JOIN round AS r ON r.opened_on <= c.day
JOIN plan AS p ON p.plan_id = r.plan_id;

------------------------------------------------------------------------------------------------ closing a year

-- 年终结算: what has become of every task by a day. completed after the due day is 逾期完成; a standing task that is still open is
-- to be carried over; a staged one stays open in its plan, and is asked for and overdue there, until the office closes it.
-- x the closure that holds on the day.
CREATE VIEW settlement AS
SELECT s.as_of, s.plan_year, s.task_id, s.code, s.section, s.text, s.kind, s.leaders, s.lead_unit, s.lead_units, s.due_on,
       s.percent, x.completed_on, s.closed_on,
       CASE WHEN s.is_suspended THEN 'suspended'
            WHEN s.closed_on IS NULL THEN 'open'
            ELSE y.settlement END AS settlement,
       s.kind = 'standing' AND s.closed_on IS NULL AND NOT s.is_suspended AS is_to_carry, x.basis,
       (SELECT p.year || '/' || n.code FROM task AS n JOIN plan AS p ON p.plan_id = n.plan_id
        WHERE n.continued_from_id = s.task_id AND n.added_on <= s.as_of) AS continued_as
FROM task_status AS s
LEFT JOIN closure AS x ON x.task_id = s.task_id AND x.closed_on = s.closed_on
  AND (x.reopened_on IS NULL OR x.reopened_on > s.as_of)
LEFT JOIN closure_settlement AS y ON y.closure_id = x.closure_id;

-- 年终结算前未了事项: what the office should see to before it closes a year's plan, one row for each thing. is_carried: carrying
-- over settles it. No window and no GROUP BY: SQLite hands the day down to each part of a UNION only without them.
CREATE VIEW plan_obstacle AS
SELECT c.day AS as_of, p.year AS plan_year, 'before_end' AS obstacle, p.ends_on AS detail, 0 AS is_carried
FROM calendar AS c CROSS JOIN plan AS p ON p.ends_on > c.day
UNION ALL
SELECT c.day, p.year, 'open_round', r.quarter, 0
FROM calendar AS c
CROSS JOIN round AS r ON r.opened_on <= c.day AND (r.closed_on IS NULL OR r.closed_on > c.day)
JOIN plan AS p ON p.plan_id = r.plan_id
UNION ALL
SELECT s.as_of, s.plan_year, iif(s.awaits_acceptance, 'awaiting', 'standing'), s.code, NOT s.awaits_acceptance
FROM task_status AS s
WHERE s.closed_on IS NULL AND NOT s.is_suspended AND (s.awaits_acceptance OR s.kind = 'standing');

------------------------------------------------------------------------------------------------ what must not be

-- What the triggers and violation ask alike. When a task starts, and from when on it is there.
CREATE VIEW task_beginning AS
SELECT t.task_id, coalesce(t.starts_on, p.starts_on) AS starts_on, max(p.starts_on, coalesce(t.added_on, p.starts_on)) AS begins_on,
       t.continued_from_id IS NOT NULL AS is_continued
FROM task AS t JOIN plan AS p ON p.plan_id = t.plan_id;

-- What only a task without sub-items has, with its day. least: the day that a sub-item of the plan's start counts from; NULL: it
-- doesn't, since the notice itself may have put a target there.
CREATE VIEW leaf_record (rule, table_name, task_id, day, least, record) AS
SELECT 'request_is_of_a_leaf', 'request', task_id, asked_on, '', quarter || ' ' || unit_id FROM request
UNION ALL SELECT 'closure_is_of_a_leaf', 'closure', task_id, closed_on, '', closed_on FROM closure
UNION ALL SELECT 'adjustment_is_of_a_leaf', 'adjustment', task_id, decided_on, '', decided_on FROM adjustment
UNION ALL SELECT 'target_is_of_a_leaf', 'target', task_id, added_on, NULL, name FROM target
UNION ALL SELECT 'milestone_is_of_a_leaf', 'milestone', task_id, added_on, NULL, ordinal || ' ' || title FROM milestone;

-- The units that a task has something of: they stay units of it.
CREATE VIEW unit_on_record AS
SELECT task_id, unit_id FROM progress
UNION ALL SELECT task_id, unit_id FROM request
UNION ALL SELECT g.task_id, s.unit_id FROM target AS g JOIN target_share AS s ON s.target_id = g.target_id
UNION ALL SELECT task_id, unit_id FROM action WHERE kind IN ('chase', 'press', 'supervise');

CREATE VIEW setting_out_of_bounds AS
SELECT s.name, s.value
FROM setting AS s
WHERE NOT EXISTS (
  SELECT 1 FROM setting_bound AS b
  WHERE b.name = s.name AND s.value BETWEEN b.least AND b.most AND (NOT b.is_whole OR s.value = CAST(s.value AS INTEGER)));

-- Whatever breaks a rule that a trigger of schema.sql keeps, or that the commands keep and no constraint can: one branch a
-- rule, under the trigger's name, with its meaning 'Chinese | English'. undo and verify ask it; a sound ledger has no row.
-- code is the task's, record what of it: an entry as '2022Q1 #2', quarter and revision.
CREATE VIEW violation AS
WITH broken(rule, table_name, record, task_id, meaning) AS (
  SELECT 'progress_needs_a_round', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '进展所属的季度没有调度 | an entry for a quarter without a round'
  FROM progress AS e JOIN task AS t ON t.task_id = e.task_id
  WHERE NOT EXISTS (SELECT 1 FROM round AS r WHERE r.plan_id = t.plan_id AND r.quarter = e.quarter)
  UNION ALL
  SELECT 'progress_is_of_a_leaf', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '进展属于已分解的任务 | an entry of a task that has sub-items'
  FROM task AS k CROSS JOIN progress AS e ON e.task_id = k.parent_id
  WHERE k.parent_id IS NOT NULL AND (k.added_on IS NULL OR k.added_on <= e.reported_on)
  UNION ALL
  SELECT 'progress_is_by_a_unit_of_the_task', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '报送单位不是任务的牵头单位或责任单位 | an entry of a unit that the task doesn''t name'
  FROM progress AS e
  WHERE CASE WHEN EXISTS (SELECT 1 FROM task_unit AS a
                          WHERE a.task_id = e.task_id AND a.role IN ('lead', 'responsible') AND a.unit_id = e.unit_id) THEN 0
             ELSE NOT EXISTS (SELECT 1 FROM task_reporter AS p WHERE p.task_id = e.task_id AND p.unit_id = e.unit_id) END
  UNION ALL
  SELECT 'progress_is_of_an_unclosed_task', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '进展报送于销号之后 | an entry reported when the task was closed'
  FROM closure AS x CROSS JOIN progress AS e ON e.task_id = x.task_id
  WHERE x.closed_on < e.reported_on AND (x.reopened_on IS NULL OR x.reopened_on > e.reported_on)
  UNION ALL
  SELECT 'progress_revisions_have_no_gap', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '进展缺少前一版次 | an entry whose earlier revision isn''t there'
  FROM progress AS e
  WHERE e.revision > 1 AND NOT EXISTS (
    SELECT 1 FROM progress AS y WHERE y.task_id = e.task_id AND y.quarter = e.quarter AND y.revision = e.revision - 1)
  UNION ALL
  SELECT 'reading_is_of_the_task', 'reading', e.quarter || ' #' || e.revision || ' ' || g.name, e.task_id,
         '完成值所属的指标不是该任务的 | a reading of another task''s target'
  FROM reading AS o JOIN progress AS e ON e.progress_id = o.progress_id JOIN target AS g ON g.target_id = o.target_id
  WHERE g.task_id <> e.task_id
  UNION ALL
  SELECT 'request_is_of_the_plan', 'request', q.quarter || ' ' || q.unit_id, q.task_id,
         '应报事项与任务不属于同一方案 | a request and its task are of different plans'
  FROM request AS q JOIN task AS t ON t.task_id = q.task_id
  WHERE t.plan_id <> q.plan_id
  UNION ALL
  SELECT 'request_is_of_a_unit_of_the_task', 'request', q.quarter || ' ' || q.unit_id, q.task_id,
         '应报单位不是任务的牵头单位或责任单位 | a request of a unit that the task doesn''t name'
  FROM request AS q
  WHERE CASE WHEN EXISTS (SELECT 1 FROM task_unit AS a
                          WHERE a.task_id = q.task_id AND a.role IN ('lead', 'responsible') AND a.unit_id = q.unit_id) THEN 0
             ELSE NOT EXISTS (SELECT 1 FROM task_reporter AS p WHERE p.task_id = q.task_id AND p.unit_id = q.unit_id) END
  UNION ALL
  SELECT 'closure_is_of_an_open_task', 'closure', y.closed_on, y.task_id,
         '任务在销号期间再次销号 | a task closed while it was closed'
  FROM closure AS x JOIN closure AS y ON y.task_id = x.task_id AND y.closure_id > x.closure_id
  WHERE x.reopened_on IS NULL OR x.reopened_on > y.closed_on
  UNION ALL
  SELECT 'adjustment_target_is_of_the_task', 'adjustment', j.decided_on, j.task_id,
         '调整的指标不是该任务的 | an adjustment of another task''s target'
  FROM adjustment AS j JOIN target AS g ON g.target_id = j.target_id
  WHERE g.task_id <> j.task_id
  UNION ALL
  SELECT 'adjustment_due_day_suits_the_task', 'adjustment', j.decided_on, j.task_id,
         '延期的任务不是阶段性任务，或新时限早于起始日 | a due day of a standing task, or one before its start'
  FROM adjustment AS j JOIN task AS t ON t.task_id = j.task_id JOIN task_beginning AS b ON b.task_id = j.task_id
  WHERE j.kind = 'due' AND (t.kind <> 'staged' OR j.new_due_on < b.starts_on)
  UNION ALL
  SELECT 'task_parent_is_no_descendant', 'task', '', n.task_id, '任务是自己的上级 | a task is its own parent'
  FROM (
    WITH RECURSIVE up(task_id, parent_id) AS (
      SELECT task_id, parent_id FROM task WHERE parent_id IS NOT NULL
      UNION
      SELECT u.task_id, t.parent_id FROM up AS u JOIN task AS t ON t.task_id = u.parent_id WHERE t.parent_id IS NOT NULL)
    SELECT task_id FROM up WHERE parent_id = task_id) AS n
  UNION ALL
  SELECT 'task_parent_is_of_the_plan', 'task', '', t.task_id, '上级任务不属于同一方案 | the parent is a task of another plan'
  FROM task AS t JOIN task AS p ON p.task_id = t.parent_id
  WHERE p.plan_id <> t.plan_id
  UNION ALL
  SELECT 'task_section_is_of_the_plan', 'task', '', t.task_id, '章节不属于同一方案 | the section is one of another plan'
  FROM task AS t JOIN section AS s ON s.section_id = t.section_id
  WHERE s.plan_id <> t.plan_id
  UNION ALL
  SELECT 'task_units_have_an_order', 'task_unit', a.role || ' ' || a.ordinal, a.task_id,
         '两个单位排在同一顺序 | two units at one place'
  FROM task_unit AS a JOIN task_unit AS b ON b.task_id = a.task_id AND b.role = a.role AND b.unit_id > a.unit_id
  WHERE b.ordinal = a.ordinal
  UNION ALL
  SELECT 'succession_is_no_circle', 'succession', coalesce(u.name, b.name), NULL, '接任成环 | a succession that runs in a circle'
  FROM (SELECT DISTINCT unit_id, NULL AS leader_id FROM unit_heir WHERE heir_id = unit_id
        UNION ALL
        SELECT DISTINCT NULL, leader_id FROM leader_heir WHERE heir_id = leader_id) AS h
  LEFT JOIN unit AS u ON u.unit_id = h.unit_id
  LEFT JOIN leader AS b ON b.leader_id = h.leader_id
  UNION ALL
  SELECT 'unit_alias_is_no_name', 'unit_alias', a.alias, NULL, '别名是某单位的名称 | an alias that is the name of a unit'
  FROM unit_alias AS a JOIN unit AS u ON u.name = a.alias
  UNION ALL
  SELECT 'unit_member_is_of_a_collective', 'unit_member', c.name || ' ' || u.name, NULL,
         '成员不是统称单位之下的单个单位 | a member of a unit that isn''t collective, or one that is itself'
  FROM unit_member AS m JOIN unit AS c ON c.unit_id = m.collective_id JOIN unit AS u ON u.unit_id = m.unit_id
  WHERE c.is_collective = 0 OR u.is_collective = 1
  UNION ALL
  SELECT 'task_unit_member_is_of_a_collective', 'task_unit_member', c.name || ' ' || u.name, m.task_id,
         '任务自己的成员不是其统称单位之下的单个单位 | a task''s own member of a collective unit that it doesn''t name'
  FROM task_unit_member AS m JOIN unit AS c ON c.unit_id = m.collective_id JOIN unit AS u ON u.unit_id = m.unit_id
  WHERE c.is_collective = 0 OR u.is_collective = 1
     OR NOT EXISTS (SELECT 1 FROM task_unit AS a WHERE a.task_id = m.task_id AND a.unit_id = m.collective_id)
  UNION ALL
  SELECT 'succession_is_of_single_units', 'succession', u.name, NULL, '统称单位接任或由别人接任 | a succession of a collective unit'
  FROM succession AS s JOIN unit AS u ON u.unit_id IN (s.unit_id, s.successor_unit_id)
  WHERE u.is_collective = 1
  UNION ALL
  SELECT 'succession_is_once', 'succession', coalesce(u.name, b.name), NULL, '有两个接任者 | two successors of one'
  FROM succession AS s JOIN succession AS y
    ON (y.unit_id = s.unit_id OR y.leader_id = s.leader_id) AND y.succession_id > s.succession_id
  LEFT JOIN unit AS u ON u.unit_id = s.unit_id LEFT JOIN leader AS b ON b.leader_id = s.leader_id
  UNION ALL
  SELECT 'setting_is_within_its_bounds', 'setting', s.name, NULL, '设置值超出范围 | a setting out of its bounds'
  FROM setting_out_of_bounds AS s
  UNION ALL
  SELECT 'progress_after_the_close_is_marked', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '注明关闭后补报的进展，当日调度并未关闭 | an entry marked as after the close of a round that wasn''t closed on that day'
  FROM progress AS e
  WHERE e.is_after_close = 1 AND NOT EXISTS (
    SELECT 1 FROM task AS t JOIN round AS r ON r.plan_id = t.plan_id
    WHERE t.task_id = e.task_id AND r.quarter = e.quarter AND r.closed_on <= e.reported_on)
  UNION ALL
  SELECT 'round_is_closed_behind_its_entries', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '调度关闭之后报送而未注明的进展 | an entry after the close of its round that isn''t marked as such'
  FROM round AS r CROSS JOIN task AS t ON t.plan_id = r.plan_id CROSS JOIN progress AS e ON e.task_id = t.task_id AND e.quarter = r.quarter
  WHERE e.is_after_close = 0 AND e.reported_on > r.closed_on
  UNION ALL
  SELECT 'progress_acceptance_is_no_afterthought', 'progress', e.quarter || ' #' || e.revision, e.task_id,
         '有原采纳日期而未退回 | an entry with an earlier acceptance that isn''t returned'
  FROM progress AS e
  WHERE e.review IS NOT 'returned' AND (e.accepted_on IS NOT NULL OR e.accepted_note IS NOT NULL)
  UNION ALL
  SELECT 'reading_of_an_amount_is_not_negative', 'reading', e.quarter || ' #' || e.revision || ' ' || g.name, e.task_id,
         '累计指标的完成值小于0 | the reading of an amount is below 0'
  FROM reading AS o JOIN progress AS e ON e.progress_id = o.progress_id JOIN target AS g ON g.target_id = o.target_id
  WHERE o.value < 0 AND g.kind = 'amount'
  UNION ALL
  SELECT 'request_is_of_an_open_round', 'request', q.quarter || ' ' || q.unit_id, q.task_id,
         '应报事项下达于调度关闭之后 | a request of a closed round'
  FROM round AS r JOIN request AS q ON q.plan_id = r.plan_id AND q.quarter = r.quarter
  WHERE q.asked_on > r.closed_on
  UNION ALL
  SELECT 'closure_is_after_the_start', 'closure', x.closed_on, x.task_id,
         '销号早于任务起始 | a task closed before it was there'
  FROM closure AS x JOIN task_beginning AS b ON b.task_id = x.task_id
  WHERE x.closed_on < b.begins_on
  UNION ALL
  SELECT 'adjustment_is_after_the_start', 'adjustment', j.decided_on, j.task_id,
         '调整早于任务起始 | an adjustment decided before the task was there'
  FROM adjustment AS j JOIN task_beginning AS b ON b.task_id = j.task_id
  WHERE j.decided_on < b.begins_on
  UNION ALL
  SELECT 'adjustment_is_of_an_unclosed_task', 'adjustment', j.decided_on, j.task_id,
         '调整决定于销号之后 | an adjustment decided when the task was closed'
  FROM closure AS x JOIN adjustment AS j ON j.task_id = x.task_id
  WHERE x.closed_on < j.decided_on AND (x.reopened_on IS NULL OR x.reopened_on > j.decided_on)
  UNION ALL
  SELECT 'adjustment_suspends_and_resumes_in_turn', 'adjustment', j.decided_on, j.task_id,
         '暂缓与恢复没有交替 | a suspension of a suspended task, or a resumption of one that wasn''t'
  FROM adjustment AS j
  WHERE j.kind IN ('suspend', 'resume') AND j.kind = coalesce((
    SELECT y.kind FROM adjustment AS y
    WHERE y.task_id = j.task_id AND y.kind IN ('suspend', 'resume') AND y.decided_on <= j.decided_on
      AND y.adjustment_id < j.adjustment_id
    ORDER BY y.decided_on DESC, y.adjustment_id DESC LIMIT 1), 'resume')
  UNION ALL
  SELECT 'adjustment_amount_is_above_zero', 'adjustment', j.decided_on, j.task_id,
         '累计指标的新目标值不大于零 | a new value of an amount that isn''t above zero'
  FROM adjustment AS j JOIN target AS g ON g.target_id = j.target_id
  WHERE j.new_value <= 0 AND g.kind = 'amount'
  UNION ALL
  SELECT 'action_suits_its_task', 'action', n.kind || ' ' || n.issued_on, n.task_id,
         '行动早于任务起始，或所催单位不是任务的单位 | an action before its task began, or to a unit that the task doesn''t name'
  FROM action AS n JOIN task_beginning AS b ON b.task_id = n.task_id
  WHERE n.issued_on < b.begins_on
     OR n.kind IN ('chase', 'press', 'supervise') AND n.unit_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM task_reporter AS p WHERE p.task_id = n.task_id AND p.unit_id = n.unit_id)
  UNION ALL
  SELECT 'action_suits_its_task', 'action', n.kind || ' ' || n.issued_on, n.task_id,
         '催报、催办或督办于销号之后 | a chase, a press or a supervision of a task that was closed'
  FROM closure AS x CROSS JOIN action AS n ON n.task_id = x.task_id
  WHERE n.kind IN ('chase', 'press', 'supervise')
    AND x.closed_on < n.issued_on AND (x.reopened_on IS NULL OR x.reopened_on > n.issued_on)
  UNION ALL
  SELECT k.rule, k.table_name, k.record, k.task_id, '记录属于已分解的任务 | a record of a task that has sub-items by then'
  FROM task AS t CROSS JOIN leaf_record AS k ON k.task_id = t.parent_id
  WHERE t.parent_id IS NOT NULL AND coalesce(t.added_on, k.least) < k.day
  UNION ALL
  SELECT 'task_part_is_of_an_open_task', 'task', '', t.task_id,
         '任务分解于其上级销号期间 | a sub-item of a task that was closed on its day'
  FROM task AS t JOIN closure AS x ON x.task_id = t.parent_id
  WHERE x.closed_on <= t.added_on AND (x.reopened_on IS NULL OR x.reopened_on > t.added_on)
  UNION ALL
  SELECT 'task_is_of_an_unclosed_plan', 'task', '', t.task_id,
         '任务增列于方案结算之后 | a task added to a closed plan'
  FROM plan AS p JOIN task AS t ON t.plan_id = p.plan_id
  WHERE t.parent_id IS NULL AND t.added_on > p.closed_on
  UNION ALL
  SELECT 'target_share_is_of_a_sum', 'target_share', g.name || ' ' || u.name, g.task_id,
         '水平指标有分解值 | a share of a level, which doesn''t add up'
  FROM target_share AS s JOIN target AS g ON g.target_id = s.target_id JOIN unit AS u ON u.unit_id = s.unit_id
  WHERE g.kind = 'level'
  UNION ALL
  SELECT 'target_share_is_of_a_unit_of_the_task', 'target_share', g.name || ' ' || u.name, g.task_id,
         '分解单位不是任务的牵头单位或责任单位 | a share of a unit that the task doesn''t name'
  FROM target_share AS s JOIN target AS g ON g.target_id = s.target_id JOIN unit AS u ON u.unit_id = s.unit_id
  WHERE NOT EXISTS (SELECT 1 FROM task_reporter AS p WHERE p.task_id = g.task_id AND p.unit_id = s.unit_id)
  UNION ALL
  SELECT 'shares_are_within_the_target', 'target', g.name, g.task_id,
         '分解值合计超过目标值 | shares that come to more than the target'
  FROM target AS g
  WHERE EXISTS (
    SELECT 1 FROM target_share AS d CROSS JOIN share_total AS s ON s.as_of = d.added_on AND s.target_id = g.target_id
    WHERE d.target_id = g.target_id
      AND s.shared > 1e-6 + max(g.value, coalesce(g.value_high, g.value),
                                coalesce((SELECT max(y.new_value) FROM adjustment AS y WHERE y.target_id = g.target_id), g.value)))
  UNION ALL
  SELECT 'milestone_is_after_the_start', 'milestone', k.ordinal || ' ' || k.title, k.task_id,
         '节点时限早于任务起始日 | a milestone due before the task starts'
  FROM milestone AS k JOIN task_beginning AS b ON b.task_id = k.task_id
  WHERE k.due_on < b.starts_on AND NOT b.is_continued
  UNION ALL
  SELECT 'milestone_is_within_the_due_day', 'milestone', k.ordinal || ' ' || k.title, k.task_id,
         '节点时限晚于任务完成时限 | a milestone due after the task'
  FROM milestone AS k JOIN task AS t ON t.task_id = k.task_id JOIN task_beginning AS b ON b.task_id = k.task_id
  WHERE k.due_on > max(t.due_on, coalesce((
    SELECT max(a.new_due_on) FROM adjustment AS a
    WHERE a.task_id = k.task_id AND a.kind = 'due' AND (a.decided_on <= k.added_on OR k.added_on <= b.begins_on)), ''))
  UNION ALL
  SELECT 'bulletin_is_of_an_opened_round', 'bulletin', b.number, NULL,
         '通报的季度到印发日没有开启调度 | a bulletin of a quarter without a round opened by its day'
  FROM bulletin AS b
  WHERE NOT EXISTS (SELECT 1 FROM round AS r WHERE r.quarter = b.quarter AND r.opened_on <= b.issued_on)
  UNION ALL
  SELECT 'bulletins_are_issued_in_order', 'bulletin', b.number, NULL,
         '通报的印发日期早于它之前的通报 | a bulletin with a day before that of the one before it'
  FROM bulletin AS b
  WHERE EXISTS (SELECT 1 FROM bulletin AS y WHERE y.bulletin_id < b.bulletin_id AND y.issued_on > b.issued_on)
  UNION ALL
  SELECT 'milestone_percents_do_not_fall', 'milestone', f.later_ordinal || ' ' || f.later_title, f.task_id,
         '节点百分比低于此前的节点 | a milestone with a lower percent than one before it'
  FROM falling_milestone AS f
)
SELECT v.rule, v.table_name, v.task_id, t.code, v.record, v.meaning
FROM broken AS v LEFT JOIN task AS t ON t.task_id = v.task_id;
