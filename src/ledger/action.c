/* action.c: issuing an action (督查行动): one by hand, or those that the flags suggest. */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"

/* The arguments of an action, read. */
typedef struct read_action {
    char kind[32], method[32], code[TZ_CODE_SIZE];
    char issued_on[11], reply_due_on[11];
    int64_t task_id, unit_id; /* 0 not given */
} read_action;

static tz_status read_subject(tz_ledger *ledger, const tz_action *action, read_action *read)
{
    tz_status status = TZ_OK;
    if (action->task == NULL && action->unit == NULL)
        return tz_fail(ledger, TZ_MALFORMED, "督查行动须针对任务或单位",
                       "an action is about a task or a unit");
    if (action->task != NULL)
        status = tz_find_task(ledger, action->task, &read->task_id, read->code);
    if (status == TZ_OK && action->unit != NULL)
        status = tz_find_unit(ledger, action->unit, &read->unit_id);
    return status;
}

static tz_status read_arguments(tz_ledger *ledger, const tz_action *action, read_action *read)
{
    memset(read, 0, sizeof *read);
    tz_status status = tz_find_word(ledger, "action", action->kind, read->kind);
    if (status == TZ_OK)
        status = read_subject(ledger, action, read);
    if (status == TZ_OK && action->method != NULL)
        status = tz_find_word(ledger, "method", action->method, read->method);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, action->issued_on, read->issued_on);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, action->reply_due_on, read->reply_due_on);
    if (status == TZ_OK)
        status = tz_check_text(ledger, action->content);
    if (status == TZ_OK)
        status = tz_check_text(ledger, action->approved_by);
    return status;
}

/* A task's action without a unit is addressed to the one that answers for the task on that day. */
static tz_status insert_action(tz_ledger *ledger, const tz_action *action, const read_action *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO action (kind, task_id, unit_id, method, issued_on, reply_due_on,\n"
                   "  content, approved_by)\n"
                   "VALUES (?1, ?2, coalesce(?3, (\n"
                   "  SELECT unit_id FROM task_answering WHERE as_of = ?5 AND task_id = ?2)),\n"
                   "  ?4, ?5, ?6, ?7, ?8)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, read->kind);
    tz_bind_id(statement, 2, read->task_id);
    tz_bind_id(statement, 3, read->unit_id);
    tz_bind_given(statement, 4, read->method);
    tz_bind_text(statement, 5, read->issued_on);
    tz_bind_given(statement, 6, read->reply_due_on);
    tz_bind_given(statement, 7, action->content);
    tz_bind_given(statement, 8, action->approved_by);
    return tz_run(ledger, statement);
}

static tz_status add_action(tz_ledger *ledger, const tz_action *action)
{
    read_action read;
    tz_status status = read_arguments(ledger, action, &read);
    if (status != TZ_OK)
        return status;
    status = insert_action(ledger, action, &read);
    if (status != TZ_OK && action->unit != NULL)
        tz_name_record(ledger, "%s", "%s", action->unit);
    if (status != TZ_OK && read.task_id != 0)
        tz_name_record(ledger, "第%s项", "task %s", read.code);
    return status;
}

tz_status tz_action_add(tz_ledger *ledger, const tz_action *action, int64_t *action_id)
{
    bool is_own = false;
    assert(action != NULL && action->kind != NULL);
    if (action_id != NULL)
        *action_id = 0;
    tz_status status = tz_write_enter(ledger, "action add", &is_own);
    if (status != TZ_OK)
        return status;
    status = add_action(ledger, action);
    int64_t added = sqlite3_last_insert_rowid(ledger->database);
    status = tz_write_leave(ledger, is_own, status);
    if (status == TZ_OK && action_id != NULL)
        *action_id = added;
    return status;
}

/* ---- what the flags suggest */

/* The columns of the report action_propose that an action is made of, in the order in which the
 * statement below takes them. */
static const char *const proposal_columns[] = {"task_id", "unit",  "action",   "as_of",
                                               "reason",  "cause", "deadline", "reply_due_on"};
enum { PROPOSAL_COLUMN_COUNT = sizeof proposal_columns / sizeof proposal_columns[0] };

static int find_column(const tz_rows *rows, const char *name)
{
    int column = 0;
    while (strcmp(tz_rows_column_name(rows, column), name) != 0)
        column++;
    return column;
}

static tz_status insert_proposal(tz_ledger *ledger, const tz_rows *rows, const char *reply_due_on)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO action (task_id, unit_id, kind, issued_on, content, cause,\n"
                   "  deadline, reply_due_on)\n"
                   "VALUES (CAST(?1 AS INTEGER), (SELECT unit_id FROM unit WHERE name = ?2), ?3,\n"
                   "  ?4, ?5, ?6, ?7, coalesce(?9, ?8))",
                   &statement);
    if (status != TZ_OK)
        return status;
    for (int i = 0; i < PROPOSAL_COLUMN_COUNT; i++)
        tz_bind_given(statement, i + 1,
                      tz_rows_text(rows, find_column(rows, proposal_columns[i]), NULL));
    tz_bind_given(statement, 9, reply_due_on);
    status = tz_run(ledger, statement);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s",
                       tz_rows_text(rows, find_column(rows, "code"), NULL));
    return status;
}

/* The report sorts, so that all its rows are found before the first action is written. */
static tz_status issue_all(tz_ledger *ledger, tz_rows *rows, const char *reply_due_on,
                           size_t *count)
{
    bool has_row = false;
    tz_status status = tz_rows_next(rows, &has_row);
    while (status == TZ_OK && has_row) {
        status = insert_proposal(ledger, rows, reply_due_on);
        ++*count;
        if (status == TZ_OK)
            status = tz_rows_next(rows, &has_row);
    }
    return status;
}

static tz_status issue_proposed(tz_ledger *ledger, const tz_parameter *parameters,
                                size_t parameter_count, const char *reply_due_on, size_t *count)
{
    char day[11];
    tz_rows *rows = NULL;
    tz_status status = tz_argument_optional_day(ledger, reply_due_on, day);
    if (status == TZ_OK)
        status = tz_report(ledger, "action_propose", parameters, parameter_count, &rows);
    if (status == TZ_OK)
        status = issue_all(ledger, rows, day, count);
    tz_rows_close(rows);
    return status;
}

tz_status tz_action_issue_proposed(tz_ledger *ledger, const tz_parameter *parameters,
                                   size_t parameter_count, const char *reply_due_on, size_t *count)
{
    bool is_own = false;
    assert(count != NULL && (parameters != NULL || parameter_count == 0));
    *count = 0;
    tz_status status = tz_write_enter(ledger, "action propose", &is_own);
    if (status != TZ_OK)
        return status;
    status = issue_proposed(ledger, parameters, parameter_count, reply_due_on, count);
    status = tz_write_leave(ledger, is_own, status);
    if (status != TZ_OK)
        *count = 0;
    return status;
}
