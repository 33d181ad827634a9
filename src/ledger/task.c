/* task.c: adding a task that the notice does not have, and setting what it left open. */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"
#include "task_roles.h"

/* The arguments of a change, read. */
typedef struct read_change {
    char kind[32], due_on[11], starts_on[11]; /* "" not given */
    int64_t section_id;                       /* 0 not given */
} read_change;

static tz_status check_task_text(tz_ledger *ledger, const char *text)
{
    if (text != NULL && strspn(text, " \t\r\n") == strlen(text))
        return tz_fail(ledger, TZ_MALFORMED, "任务内容是空的", "the task's text is empty");
    return tz_check_text(ledger, text);
}

static tz_status read_task_change(tz_ledger *ledger, const tz_task_change *change, int64_t plan_id,
                                  read_change *read)
{
    memset(read, 0, sizeof *read);
    tz_status status = check_task_text(ledger, change->text);
    if (status == TZ_OK && change->kind != NULL)
        status = tz_find_word(ledger, "kind", change->kind, read->kind);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, change->due_on, read->due_on);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, change->starts_on, read->starts_on);
    if (status == TZ_OK && change->section != NULL)
        status = tz_find_section(ledger, plan_id, change->section, &read->section_id);
    return status;
}

static void bind_flag(sqlite3_stmt *statement, int parameter, int flag)
{
    if (flag >= 0)
        tz_bind_integer(statement, parameter, flag != 0);
}

/* The parameters that both statements below share. */
static void bind_change(sqlite3_stmt *statement, const tz_task_change *change,
                        const read_change *read)
{
    tz_bind_text(statement, 2, change->text);
    tz_bind_given(statement, 3, read->kind);
    tz_bind_given(statement, 4, read->due_on);
    tz_bind_given(statement, 5, read->starts_on);
    bind_flag(statement, 6, change->is_key);
    bind_flag(statement, 7, change->kind_confirmed);
    tz_bind_id(statement, 8, read->section_id);
}

static tz_status set_roles(tz_ledger *ledger, int64_t task_id, const tz_task_change *change)
{
    tz_status status = TZ_OK;
    if (change->leaders != NULL)
        status = tz_set_task_leaders(ledger, task_id, change->leaders);
    if (status == TZ_OK && change->lead_units != NULL)
        status = tz_set_task_units(ledger, task_id, "lead", change->lead_units);
    if (status == TZ_OK && change->responsible_units != NULL)
        status = tz_set_task_units(ledger, task_id, "responsible", change->responsible_units);
    return status;
}

/* ---- setting */

static tz_status find_plan_of(tz_ledger *ledger, int64_t task_id, int64_t *plan_id)
{
    sqlite3_stmt *statement = NULL;
    *plan_id = 0;
    tz_status status =
        tz_prepare(ledger, "SELECT plan_id FROM task WHERE task_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    return tz_query_integer(ledger, statement, plan_id);
}

/* A task that becomes standing loses its due day with it. */
static tz_status update_task(tz_ledger *ledger, int64_t task_id, const tz_task_change *change,
                             const read_change *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "UPDATE task\n"
                   "SET text = coalesce(?2, text),\n"
                   "    kind = coalesce(?3, kind),\n"
                   "    due_on = CASE ?3 WHEN 'standing' THEN ?4 ELSE coalesce(?4, due_on) END,\n"
                   "    starts_on = coalesce(?5, starts_on),\n"
                   "    is_key = coalesce(?6, is_key),\n"
                   "    kind_confirmed = coalesce(?7, kind_confirmed),\n"
                   "    section_id = coalesce(?8, section_id)\n"
                   "WHERE task_id = ?1",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    bind_change(statement, change, read);
    return tz_run(ledger, statement);
}

/* What has been reported must not lose its ground: the unit that it is of, the task's kind. */
static tz_status change_task(tz_ledger *ledger, int64_t task_id, const tz_task_change *change,
                             const read_change *read)
{
    int64_t before = 0;
    tz_status status = tz_violation_count(ledger, task_id, &before);
    if (status == TZ_OK)
        status = update_task(ledger, task_id, change, read);
    if (status == TZ_OK)
        status = set_roles(ledger, task_id, change);
    return status == TZ_OK ? tz_violation_check(ledger, task_id, before) : status;
}

static tz_status set_task(tz_ledger *ledger, const char *code, const tz_task_change *change)
{
    read_change read;
    int64_t task_id = 0, plan_id = 0;
    char spelling[TZ_CODE_SIZE];
    tz_status status = tz_find_task(ledger, code, &task_id, spelling);
    if (status != TZ_OK)
        return status;
    status = find_plan_of(ledger, task_id, &plan_id);
    if (status == TZ_OK)
        status = read_task_change(ledger, change, plan_id, &read);
    if (status == TZ_OK)
        status = change_task(ledger, task_id, change, &read);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", spelling);
    return status;
}

static bool changes_nothing(const tz_task_change *change)
{
    return change->text == NULL && change->kind == NULL && change->due_on == NULL &&
           change->starts_on == NULL && change->is_key < 0 && change->kind_confirmed < 0 &&
           change->section == NULL && change->leaders == NULL && change->lead_units == NULL &&
           change->responsible_units == NULL;
}

tz_status tz_task_set(tz_ledger *ledger, const char *code, const tz_task_change *change)
{
    bool is_own = false;
    assert(code != NULL && change != NULL);
    if (changes_nothing(change))
        return tz_fail(ledger, TZ_MALFORMED, "第%s项：没有要更改的内容", "task %s: nothing to set",
                       code);
    tz_status status = tz_write_enter(ledger, "task set", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, set_task(ledger, code, change));
}

/* ---- adding */

static tz_status find_code(tz_ledger *ledger, int64_t plan_id, const char *code, int64_t *task_id)
{
    sqlite3_stmt *statement = NULL;
    *task_id = 0;
    tz_status status =
        tz_prepare(ledger, "SELECT task_id FROM task WHERE plan_id = ?1 AND code = ?2", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, plan_id);
    tz_bind_text(statement, 2, code);
    return tz_query_integer(ledger, statement, task_id);
}

static tz_status check_code_is_free(tz_ledger *ledger, int64_t plan_id, const tz_task_code *code)
{
    int64_t task_id = 0;
    tz_status status = find_code(ledger, plan_id, code->spelling, &task_id);
    if (status != TZ_OK || task_id == 0)
        return status;
    status =
        tz_fail(ledger, TZ_REFUSED, "编号“%s”已有任务", "the code \"%s\" is taken", code->spelling);
    tz_hint(ledger, "用 task set 修改它，或另取编号",
            "change it with task set, or take another code");
    return status;
}

/* The task that a sub-item stands under; 0 for a task of its own. */
static tz_status find_parent(tz_ledger *ledger, int64_t plan_id, const tz_task_code *code,
                             int64_t *parent_id)
{
    char spelling[TZ_CODE_SIZE];
    *parent_id = 0;
    if (!code->is_sub_item)
        return TZ_OK;
    size_t size = strcspn(code->spelling, "(");
    memcpy(spelling, code->spelling, size);
    spelling[size] = '\0';
    tz_status status = find_code(ledger, plan_id, spelling, parent_id);
    if (status == TZ_OK && *parent_id == 0)
        status = tz_fail(ledger, TZ_NOT_FOUND, "没有上级任务“%s”",
                         "there is no task \"%s\" above it", spelling);
    return status;
}

/* Of a kind not given: staged where a due day is. A sub-item stands in its parent's section. */
static tz_status insert_task(tz_ledger *ledger, int64_t plan_id, int64_t parent_id,
                             const tz_task_code *code, const tz_task_change *change,
                             const read_change *read, const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger,
        "INSERT INTO task (plan_id, parent_id, code, added_on, text, kind, due_on, starts_on,\n"
        "  is_key, kind_confirmed, section_id, ordinal)\n"
        "SELECT ?1, ?9, ?10, ?11, ?2,\n"
        "       coalesce(?3, iif(?4 IS NULL, 'standing', 'staged')), ?4, coalesce(?5, ?11),\n"
        "       coalesce(?6, 0), coalesce(?7, 0),\n"
        "       coalesce(?8, (SELECT section_id FROM task WHERE task_id = ?9)),\n"
        "       1 + coalesce(max(t.ordinal), 0)\n"
        "FROM task AS t\n"
        "WHERE t.plan_id = ?1",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, plan_id);
    bind_change(statement, change, read);
    tz_bind_id(statement, 9, parent_id);
    tz_bind_text(statement, 10, code->spelling);
    tz_bind_text(statement, 11, day);
    return tz_run(ledger, statement);
}

static tz_status add_to_plan(tz_ledger *ledger, int64_t plan_id, const tz_task_code *code,
                             const tz_task_change *change, const char *day)
{
    read_change read;
    int64_t parent_id = 0;
    tz_status status = check_code_is_free(ledger, plan_id, code);
    if (status == TZ_OK)
        status = find_parent(ledger, plan_id, code, &parent_id);
    if (status == TZ_OK)
        status = read_task_change(ledger, change, plan_id, &read);
    if (status == TZ_OK)
        status = insert_task(ledger, plan_id, parent_id, code, change, &read, day);
    if (status == TZ_OK)
        status = set_roles(ledger, sqlite3_last_insert_rowid(ledger->database), change);
    return status;
}

static tz_status add_task(tz_ledger *ledger, const char *text, const tz_task_change *change,
                          const char *on)
{
    tz_task_code code;
    int64_t plan_id = 0;
    char day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_read_task_code(ledger, text, &code);
    if (status == TZ_OK)
        status = tz_find_plan(ledger, code.year, &plan_id);
    if (status != TZ_OK)
        return status;
    status = add_to_plan(ledger, plan_id, &code, change, day);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", code.spelling);
    return status;
}

tz_status tz_task_add(tz_ledger *ledger, const char *code, const tz_task_change *change,
                      const char *on)
{
    bool is_own = false;
    assert(code != NULL && change != NULL && change->text != NULL && change->lead_units != NULL);
    tz_status status = tz_write_enter(ledger, "task add", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, add_task(ledger, code, change, on));
}
