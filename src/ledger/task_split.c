/* task_split.c: a task divided into sub-items (任务分解). */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "query.h"
#include "task_code.h"
#include "task_roles.h"

static tz_status fail_divided(tz_ledger *ledger, const char *code, const char *codes)
{
    tz_status status =
        tz_fail(ledger, TZ_REFUSED, "任务已分解为 %s", "the task has been divided into %s", codes);
    tz_hint(ledger, "再增一项用 task add，编号写作 %s(…)",
            "add another with task add, its code written %s(…)", code);
    return status;
}

/* A code has one level of sub-items, and a task is divided once. */
static tz_status check_undivided(tz_ledger *ledger, int64_t task_id, const char *code)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT t.parent_id IS NOT NULL,\n"
                                  "       (SELECT group_concat(code, '、')\n"
                                  "        FROM (SELECT k.code FROM task AS k\n"
                                  "              WHERE k.parent_id = t.task_id\n"
                                  "              ORDER BY k.ordinal, k.task_id))\n"
                                  "FROM task AS t WHERE t.task_id = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (sqlite3_column_int(statement, 0))
        status =
            tz_fail(ledger, TZ_REJECTED, "分项不能再分解", "a sub-item can't be divided again");
    else if (sqlite3_column_type(statement, 1) != SQLITE_NULL)
        status = fail_divided(ledger, code, tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return status;
}

/* A part stands where the task stands, in the plan and in time; its due day is the one decided by
 * that day. */
static tz_status insert_part(tz_ledger *ledger, int64_t task_id, const char *code, const char *text,
                             const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger,
        "INSERT INTO task (plan_id, section_id, parent_id, code, ordinal, text, kind,\n"
        "  kind_confirmed, starts_on, due_on, lead_open, responsible_open, is_key, added_on)\n"
        "SELECT t.plan_id, t.section_id, t.task_id, ?2, t.ordinal, ?3, t.kind,\n"
        "       t.kind_confirmed, t.starts_on, d.due_on, t.lead_open, t.responsible_open,\n"
        "       t.is_key, ?4\n"
        "FROM task AS t\n"
        "JOIN due_in_force AS d ON d.task_id = t.task_id AND d.as_of = ?4\n"
        "WHERE t.task_id = ?1",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_text(statement, 2, code);
    tz_bind_text(statement, 3, text);
    tz_bind_text(statement, 4, day);
    return tz_run(ledger, statement);
}

/* Runs a statement that copies rows of the task ?1 for its part ?2. */
static tz_status copy_rows(tz_ledger *ledger, const char *sql, int64_t task_id, int64_t part_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, sql, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, part_id);
    return tz_run(ledger, statement);
}

/* A unit of the task that leads the part is not responsible for it besides. */
static tz_status copy_roles(tz_ledger *ledger, int64_t task_id, int64_t part_id,
                            const char *lead_units)
{
    static const char *const leads =
        "INSERT INTO task_unit (task_id, unit_id, role, ordinal, written_as)\n"
        "SELECT ?2, unit_id, role, ordinal, written_as FROM task_unit\n"
        "WHERE task_id = ?1 AND role = 'lead'";
    static const char *const others[] = {
        "INSERT INTO task_unit (task_id, unit_id, role, ordinal, written_as)\n"
        "SELECT ?2, unit_id, role, row_number() OVER (ORDER BY ordinal), written_as\n"
        "FROM task_unit\n"
        "WHERE task_id = ?1 AND role = 'responsible' AND unit_id NOT IN (\n"
        "  SELECT l.unit_id FROM task_unit AS l WHERE l.task_id = ?2 AND l.role = 'lead')",
        "INSERT INTO task_unit_member (task_id, collective_id, unit_id)\n"
        "SELECT ?2, collective_id, unit_id FROM task_unit_member WHERE task_id = ?1",
        "INSERT INTO task_leader (task_id, leader_id, ordinal)\n"
        "SELECT ?2, leader_id, ordinal FROM task_leader WHERE task_id = ?1",
    };
    tz_status status = lead_units != NULL ? tz_set_task_units(ledger, part_id, "lead", lead_units)
                                          : copy_rows(ledger, leads, task_id, part_id);
    for (size_t i = 0; i < sizeof others / sizeof *others && status == TZ_OK; i++)
        status = copy_rows(ledger, others[i], task_id, part_id);
    return status;
}

static tz_status check_part_text(tz_ledger *ledger, const char *text)
{
    if (text[strspn(text, " \t\r\n")] == '\0')
        return tz_fail(ledger, TZ_MALFORMED, "分项内容是空的", "the part's text is empty");
    return tz_check_text(ledger, text);
}

static tz_status add_part(tz_ledger *ledger, int64_t task_id, const char *code,
                          const tz_task_part *part, const char *day)
{
    tz_status status = check_part_text(ledger, part->text);
    if (status == TZ_OK)
        status = insert_part(ledger, task_id, code, part->text, day);
    if (status != TZ_OK)
        return status;
    return copy_roles(ledger, task_id, sqlite3_last_insert_rowid(ledger->database),
                      part->lead_units);
}

static tz_status split_task(tz_ledger *ledger, const char *task, const tz_task_part *parts,
                            size_t count, const char *on)
{
    int64_t task_id = 0;
    char code[TZ_CODE_SIZE], part_code[TZ_CODE_SIZE + 24], day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_find_task(ledger, task, &task_id, code);
    if (status != TZ_OK)
        return status;
    status = count < 2 ? tz_fail(ledger, TZ_MALFORMED, "至少分解为两项",
                                 "a task is divided into two parts at least")
                       : check_undivided(ledger, task_id, code);
    for (size_t i = 0; i < count && status == TZ_OK; i++) {
        snprintf(part_code, sizeof part_code, "%s(%zu)", code, i + 1);
        status = add_part(ledger, task_id, part_code, &parts[i], day);
    }
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", code);
    return status;
}

tz_status tz_task_split(tz_ledger *ledger, const char *code, const tz_task_part *parts,
                        size_t count, const char *on)
{
    bool is_own = false;
    assert(code != NULL && (parts != NULL || count == 0));
    tz_status status = tz_write_enter(ledger, "task split", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, split_task(ledger, code, parts, count, on));
}
