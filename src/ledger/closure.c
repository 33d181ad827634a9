/* closure.c: closing a task (销号) and taking it back (撤销销号). What stands in the way is the
 * view closing_obstacle. */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"

/* The arguments of a closure, read. */
typedef struct read_closure {
    int64_t task_id;
    char code[TZ_CODE_SIZE], outcome[32], completed_on[11], closed_on[11];
} read_closure;

/* ---- what stands in the way */

static void note_obstacle(tz_ledger *ledger, const char *code, const char *zh, const char *en,
                          const char *detail)
{
    bool has_detail = detail[0] != '\0';
    tz_note_text(ledger, TZ_NOTE_ERROR, NULL, 0, NULL, "第%s项：%s%s%s", "task %s: %s%s%s", code,
                 TZ_PICK(ledger->language, zh, en),
                 has_detail ? TZ_PICK(ledger->language, "：", ": ") : "", detail);
}

static tz_status note_obstacles(tz_ledger *ledger, const read_closure *read, size_t *count)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    *count = 0;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT w.zh, w.en, o.detail\n"
                   "FROM (SELECT obstacle, detail FROM closing_obstacle\n"
                   "      WHERE as_of = ?1 AND task_id = ?2 AND outcome = ?3) AS o\n"
                   "JOIN word AS w ON w.column_name = 'obstacle' AND w.value = o.obstacle",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, read->closed_on);
    tz_bind_integer(statement, 2, read->task_id);
    tz_bind_text(statement, 3, read->outcome);
    status = tz_step(ledger, statement, &has_row);
    while (status == TZ_OK && has_row) {
        ++*count;
        note_obstacle(ledger, read->code, tz_column_text(statement, 0),
                      tz_column_text(statement, 1), tz_column_text(statement, 2));
        status = tz_step(ledger, statement, &has_row);
    }
    return status;
}

static tz_status check_obstacles(tz_ledger *ledger, const read_closure *read)
{
    size_t count = 0;
    tz_status status = note_obstacles(ledger, read, &count);
    if (status != TZ_OK || count == 0)
        return status;
    status = tz_fail(ledger, TZ_REFUSED, "未销号，还有%zu件未了事项",
                     "not closed, with %zu left undone", count);
    tz_hint(ledger, "核实后仍要销号，请加 --yes；未完成的可用 --outcome 终止或转入下年",
            "close it all the same with --yes, or with --outcome terminated or carried_over");
    return status;
}

/* ---- closing */

static tz_status read_arguments(tz_ledger *ledger, const tz_closure *closure, read_closure *read)
{
    const char *outcome = closure->outcome != NULL ? closure->outcome : "completed";
    tz_status status = tz_argument_day(ledger, closure->closed_on, read->closed_on);
    if (status == TZ_OK)
        status = tz_find_word(ledger, "outcome", outcome, read->outcome);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, closure->completed_on, read->completed_on);
    if (status == TZ_OK)
        status = tz_check_text(ledger, closure->basis);
    if (status == TZ_OK)
        status = tz_check_text(ledger, closure->confirmed_by);
    return status;
}

/* A completion day not given is that of the entry in which the unit says done, or the day it was
 * reported; the office's own delay makes no task late. */
static tz_status insert_closure(tz_ledger *ledger, const tz_closure *closure,
                                const read_closure *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger,
        "INSERT INTO closure (task_id, closed_on, completed_on, outcome, basis,\n"
        "  confirmed_by)\n"
        "SELECT ?1, ?2, coalesce(?3, (\n"
        "         SELECT coalesce(e.completed_on, e.reported_on)\n"
        "         FROM task_status AS s\n"
        "         JOIN judged_entry AS e ON e.task_id = s.task_id\n"
        "           AND e.quarter = s.reported_quarter AND e.reported_on = s.reported_on\n"
        "         WHERE s.as_of = ?2 AND s.task_id = ?1 AND s.state = 'done'\n"
        "           AND e.state = 'done' AND ?4 = 'completed'\n"
        "         ORDER BY e.revision DESC LIMIT 1)), ?4, ?5, ?6",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, read->task_id);
    tz_bind_text(statement, 2, read->closed_on);
    tz_bind_given(statement, 3, read->completed_on);
    tz_bind_text(statement, 4, read->outcome);
    tz_bind_text(statement, 5, closure->basis ? closure->basis : ""); /* blank is refused */
    tz_bind_given(statement, 6, closure->confirmed_by);
    return tz_run(ledger, statement);
}

static tz_status ask_whether_late(tz_ledger *ledger, const read_closure *read, bool *was_late)
{
    sqlite3_stmt *statement = NULL;
    int64_t late = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT settlement = 'completed_late' FROM closure_status\n"
                                  "WHERE as_of = ?1 AND closure_id = last_insert_rowid()",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, read->closed_on);
    status = tz_query_integer(ledger, statement, &late);
    *was_late = late != 0;
    return status;
}

static tz_status close_task(tz_ledger *ledger, const char *code, const tz_closure *closure,
                            bool *was_late)
{
    read_closure read = {0};
    tz_status status = tz_find_task(ledger, code, &read.task_id, read.code);
    if (status != TZ_OK)
        return status;
    status = read_arguments(ledger, closure, &read);
    if (status == TZ_OK && !closure->accepts_obstacles)
        status = check_obstacles(ledger, &read);
    if (status == TZ_OK)
        status = insert_closure(ledger, closure, &read);
    if (status == TZ_OK)
        status = ask_whether_late(ledger, &read, was_late);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", read.code);
    return status;
}

tz_status tz_task_close(tz_ledger *ledger, const char *code, const tz_closure *closure,
                        bool *was_late)
{
    bool is_own = false, is_late = false;
    assert(code != NULL && closure != NULL);
    if (was_late != NULL)
        *was_late = false;
    tz_status status = tz_write_enter(ledger, "task close", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, close_task(ledger, code, closure, &is_late));
    if (status == TZ_OK && was_late != NULL)
        *was_late = is_late;
    return status;
}

/* ---- reopening */

/* The closure that is in force, or that will be on a later day. */
static tz_status find_closure(tz_ledger *ledger, int64_t task_id, int64_t *closure_id)
{
    sqlite3_stmt *statement = NULL;
    *closure_id = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT closure_id FROM closure\n"
                                  "WHERE task_id = ?1 AND reopened_on IS NULL",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_query_integer(ledger, statement, closure_id);
    if (status == TZ_OK && *closure_id == 0)
        status = tz_fail(ledger, TZ_REJECTED, "该任务未销号", "the task is not closed");
    return status;
}

static tz_status update_closure(tz_ledger *ledger, int64_t closure_id, const char *reason,
                                const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "UPDATE closure SET reopened_on = ?2, reopen_reason = ?3\n"
                                  "WHERE closure_id = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, closure_id);
    tz_bind_text(statement, 2, day);
    tz_bind_text(statement, 3, reason);
    return tz_run(ledger, statement);
}

static tz_status reopen_task(tz_ledger *ledger, const char *text, const char *reason,
                             const char *on)
{
    int64_t task_id = 0, closure_id = 0;
    char code[TZ_CODE_SIZE], day[11];
    tz_status status = tz_find_task(ledger, text, &task_id, code);
    if (status != TZ_OK)
        return status;
    status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_check_text(ledger, reason);
    if (status == TZ_OK)
        status = find_closure(ledger, task_id, &closure_id);
    if (status == TZ_OK)
        status = update_closure(ledger, closure_id, reason, day);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", code);
    return status;
}

tz_status tz_task_reopen(tz_ledger *ledger, const char *code, const char *reason, const char *on)
{
    bool is_own = false;
    assert(code != NULL && reason != NULL);
    tz_status status = tz_write_enter(ledger, "task reopen", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, reopen_task(ledger, code, reason, on));
}
