/* milestone.c: the dated steps of a task (节点): added by hand and from CSV, and done. */
#include <assert.h>
#include <string.h>

#include "csv_import.h"
#include "figure.h"
#include "query.h"
#include "task_code.h"

typedef struct milestone {
    int64_t task_id;
    char code[TZ_CODE_SIZE], due_on[11];
    const char *title, *owner; /* owner may be NULL */
    bool has_percent;
    double expected_percent;
} milestone;

/* What a person gives of a milestone, in the order of the columns of a CSV file. */
enum { CODE, TITLE, DUE_ON, EXPECTED_PERCENT, OWNER, FIELD_COUNT };

static const tz_import_column columns[FIELD_COUNT] = {
    [CODE] = {"code", "任务编号", TZ_IMPORT_NEEDED},
    [TITLE] = {"title", "节点", TZ_IMPORT_NEEDED | TZ_IMPORT_GIVEN},
    [DUE_ON] = {"due_on", "节点时限", TZ_IMPORT_NEEDED | TZ_IMPORT_GIVEN},
    [EXPECTED_PERCENT] = {"expected_percent", "应完成百分比", TZ_IMPORT_GIVEN},
    [OWNER] = {"owner", "责任人", TZ_IMPORT_GIVEN},
};

static tz_status read_due_on(tz_ledger *ledger, const char *text, milestone *read)
{
    if (text == NULL)
        return tz_fail(ledger, TZ_MALFORMED, "没有写节点时限", "its due day is not given");
    return tz_argument_day(ledger, text, read->due_on);
}

/* Reads one field; NULL is not given. */
static tz_status read_field(tz_ledger *ledger, int field, const char *text, milestone *read)
{
    switch (field) {
    case CODE:
        return tz_find_task(ledger, text != NULL ? text : "", &read->task_id, read->code);
    case TITLE:
        read->title = text;
        if (text == NULL || text[0] == '\0')
            return tz_fail(ledger, TZ_MALFORMED, "没有写节点内容", "its title is not given");
        return tz_check_text(ledger, text);
    case DUE_ON:
        return read_due_on(ledger, text, read);
    case EXPECTED_PERCENT:
        read->has_percent = text != NULL;
        return text == NULL ? TZ_OK : tz_argument_percent(ledger, text, &read->expected_percent);
    default: /* OWNER */
        read->owner = text;
        return tz_check_text(ledger, text);
    }
}

/* ---- writing */

/* Binds the record, the same parameters in both statements below. */
static void bind_milestone(sqlite3_stmt *statement, const milestone *read)
{
    tz_bind_integer(statement, 1, read->task_id);
    tz_bind_text(statement, 2, read->title);
    tz_bind_text(statement, 3, read->due_on);
    if (read->has_percent)
        tz_bind_real(statement, 4, read->expected_percent);
    tz_bind_given(statement, 5, read->owner);
}

/* Whether the task has a milestone of that title: 0 none, 1 another one, 2 the very same. */
static tz_status compare_namesake(tz_ledger *ledger, const milestone *read, int64_t *likeness)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT 1 + (due_on = ?3 AND expected_percent IS ?4 AND owner IS ?5)\n"
                   "FROM milestone\n"
                   "WHERE task_id = ?1 AND title = ?2",
                   &statement);
    if (status != TZ_OK)
        return status;
    bind_milestone(statement, read);
    return tz_query_integer(ledger, statement, likeness);
}

static tz_status fail_namesake(tz_ledger *ledger, tz_status status, const milestone *read)
{
    tz_fail(ledger, status, "任务已有节点“%s”", "the task has a milestone \"%s\"", read->title);
    tz_hint(ledger, "用 milestone list %s 查看；另取名称，或用 undo 撤回",
            "milestone list %s shows it; give another title, or take it back with undo",
            read->code);
    return status;
}

static tz_status insert_milestone(tz_ledger *ledger, const milestone *read, const char *day,
                                  int64_t *ordinal)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO milestone (task_id, title, due_on, expected_percent, owner,\n"
                   "  added_on, ordinal)\n"
                   "SELECT ?1, ?2, ?3, ?4, ?5, ?6, 1 + coalesce(max(k.ordinal), 0)\n"
                   "FROM milestone AS k\n"
                   "WHERE k.task_id = ?1\n"
                   "RETURNING ordinal",
                   &statement);
    if (status != TZ_OK)
        return status;
    bind_milestone(statement, read);
    tz_bind_text(statement, 6, day);
    return tz_query_integer(ledger, statement, ordinal);
}

/* The percents due by then don't fall while the days rise. */
static tz_status check_falling(tz_ledger *ledger, int64_t task_id)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT earlier_ordinal, earlier_title, earlier_due_on, earlier_percent,\n"
                   "       later_ordinal, later_title, later_due_on, later_percent\n"
                   "FROM falling_milestone\n"
                   "WHERE task_id = ?1\n"
                   "ORDER BY earlier_ordinal, later_ordinal\n"
                   "LIMIT 1",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    status = tz_fail(ledger, TZ_REJECTED,
                     "节点%d“%s”（%s）应完成 %g%%，其后的节点%d“%s”（%s）却只有 %g%%",
                     "milestone %d \"%s\" (%s) expects %g %%, the later %d \"%s\" (%s) only %g %%",
                     sqlite3_column_int(statement, 0), tz_column_text(statement, 1),
                     tz_column_text(statement, 2), sqlite3_column_double(statement, 3),
                     sqlite3_column_int(statement, 4), tz_column_text(statement, 5),
                     tz_column_text(statement, 6), sqlite3_column_double(statement, 7));
    tz_hint(ledger, "应完成百分比须随时限递增", "the percents rise with the due days");
    sqlite3_reset(statement);
    return status;
}

/* Nothing of it stays when it fails, so that the next row of an import is judged by itself. */
static tz_status write_milestone(tz_ledger *ledger, const milestone *read, const char *day,
                                 int64_t *ordinal)
{
    tz_status status = tz_part_enter(ledger);
    if (status != TZ_OK)
        return status;
    status = insert_milestone(ledger, read, day, ordinal);
    if (status != TZ_OK)
        tz_name_record(ledger, "节点“%s”（%s）", "milestone \"%s\" (%s)", read->title,
                       read->due_on);
    else
        status = check_falling(ledger, read->task_id);
    return tz_part_leave(ledger, status);
}

/* ---- one by hand */

static tz_status add_read(tz_ledger *ledger, const milestone *read, const char *day,
                          int64_t *ordinal)
{
    int64_t likeness = 0;
    tz_status status = compare_namesake(ledger, read, &likeness);
    if (status == TZ_OK && likeness > 0)
        status = fail_namesake(ledger, TZ_REFUSED, read);
    if (status == TZ_OK)
        status = write_milestone(ledger, read, day, ordinal);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", read->code);
    return status;
}

static tz_status add_milestone(tz_ledger *ledger, const char *task, const tz_milestone *given,
                               const char *on, int64_t *ordinal)
{
    const char *texts[FIELD_COUNT] = {
        [CODE] = task,
        [TITLE] = given->title,
        [DUE_ON] = given->due_on,
        [EXPECTED_PERCENT] = given->expected_percent,
        [OWNER] = given->owner,
    };
    milestone read = {0};
    char day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    for (int field = 0; field < FIELD_COUNT && status == TZ_OK; field++)
        status = read_field(ledger, field, texts[field], &read);
    return status == TZ_OK ? add_read(ledger, &read, day, ordinal) : status;
}

tz_status tz_milestone_add(tz_ledger *ledger, const char *task, const tz_milestone *given,
                           const char *on, int *ordinal)
{
    int64_t number = 0;
    bool is_own = false;
    assert(task != NULL && given != NULL && given->title != NULL && given->due_on != NULL);
    if (ordinal != NULL)
        *ordinal = 0;
    tz_status status = tz_write_enter(ledger, "milestone add", &is_own);
    if (status != TZ_OK)
        return status;
    status = add_milestone(ledger, task, given, on, &number);
    status = tz_write_leave(ledger, is_own, status);
    if (status == TZ_OK && ordinal != NULL)
        *ordinal = (int)number;
    return status;
}

/* ---- done */

static tz_status fail_unknown(tz_ledger *ledger, int64_t task_id, int ordinal)
{
    sqlite3_stmt *statement = NULL;
    char titles[512];
    tz_status status =
        tz_prepare(ledger,
                   "SELECT group_concat(ordinal || ' ' || title, '、')\n"
                   "FROM (SELECT * FROM milestone WHERE task_id = ?1 ORDER BY ordinal)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_query_text(ledger, statement, titles, sizeof titles);
    if (status != TZ_OK)
        return status;
    tz_fail(ledger, TZ_NOT_FOUND, "任务没有第%d个节点", "the task has no milestone %d", ordinal);
    if (titles[0] != '\0')
        tz_hint(ledger, "任务的节点：%s", "its milestones: %s", titles);
    else
        tz_hint(ledger, "任务没有节点，可用 milestone add 增列",
                "it has no milestones: add one with milestone add");
    return TZ_NOT_FOUND;
}

static tz_status check_undone(tz_ledger *ledger, int64_t task_id, int ordinal)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT title, done_on FROM milestone\n"
                                  "WHERE task_id = ?1 AND ordinal = ?2",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, ordinal);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return fail_unknown(ledger, task_id, ordinal);
    const char *done_on = tz_column_text(statement, 1);
    if (done_on[0] != '\0')
        status = tz_fail(ledger, TZ_REFUSED, "节点%d“%s”已于%s完成",
                         "milestone %d \"%s\" was done on %s", ordinal,
                         tz_column_text(statement, 0), done_on);
    sqlite3_reset(statement);
    return status;
}

static tz_status update_done(tz_ledger *ledger, int64_t task_id, int ordinal, const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "UPDATE milestone SET done_on = ?3\n"
                                  "WHERE task_id = ?1 AND ordinal = ?2",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, ordinal);
    tz_bind_text(statement, 3, day);
    return tz_run(ledger, statement);
}

static tz_status finish_milestone(tz_ledger *ledger, const char *task, int ordinal, const char *on)
{
    int64_t task_id = 0;
    char code[TZ_CODE_SIZE], day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_find_task(ledger, task, &task_id, code);
    if (status != TZ_OK)
        return status;
    status = check_undone(ledger, task_id, ordinal);
    if (status == TZ_OK)
        status = update_done(ledger, task_id, ordinal, day);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", code);
    return status;
}

tz_status tz_milestone_done(tz_ledger *ledger, const char *task, int ordinal, const char *on)
{
    bool is_own = false;
    assert(task != NULL);
    tz_status status = tz_write_enter(ledger, "milestone done", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, finish_milestone(ledger, task, ordinal, on));
}

/* ---- from CSV */

static tz_status import_row(tz_import *import)
{
    milestone read = {0};
    int64_t likeness = 0, ordinal = 0;
    tz_status status = TZ_OK;
    for (int field = 0; field < FIELD_COUNT && status == TZ_OK; field++) {
        size_t column = (size_t)field;
        status = read_field(import->ledger, field, tz_import_cell(import, column), &read);
        status = tz_import_check(import, column, status);
    }
    if (status != TZ_OK || !tz_import_row_is_sound(import))
        return status;
    status = compare_namesake(import->ledger, &read, &likeness);
    if (status == TZ_OK && likeness == 2) {
        import->result.unchanged++;
        return TZ_OK;
    }
    if (status == TZ_OK && likeness == 1)
        return tz_import_check(import, TITLE, fail_namesake(import->ledger, TZ_REJECTED, &read));
    if (status == TZ_OK)
        status = write_milestone(import->ledger, &read, import->context, &ordinal);
    if (status == TZ_OK)
        import->result.added++;
    return tz_import_check(import, TZ_IMPORT_NO_COLUMN, status);
}

tz_status tz_milestone_import(tz_ledger *ledger, const char *path, const char *on,
                              tz_import_result *result)
{
    char day[11];
    tz_import import = {.ledger = ledger,
                        .columns = columns,
                        .column_count = FIELD_COUNT,
                        .take_row = import_row,
                        .context = day};
    assert(path != NULL && result != NULL);
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_day(ledger, on, day);
    return status == TZ_OK ? tz_import_run(&import, path, "milestone import", result) : status;
}
