/* target.c: adding a target (指标), and setting what the importer proposed. */
#include <assert.h>
#include <string.h>

#include "figure.h"
#include "query.h"
#include "task_code.h"

/* The arguments of a change, read. */
typedef struct read_change {
    char kind[32], comparison[32]; /* "" not given */
    bool has_value, has_value_high;
    double value, value_high;
} read_change;

static tz_status read_figure(tz_ledger *ledger, const char *text, const char *measure,
                             bool *is_given, double *value)
{
    *is_given = text != NULL;
    return text == NULL ? TZ_OK : tz_argument_figure(ledger, text, measure, value);
}

/* `measure` is that of the target, where the change gives none. */
static tz_status read_target_change(tz_ledger *ledger, const tz_target_change *change,
                                    const char *measure, read_change *read)
{
    memset(read, 0, sizeof *read);
    if (change->name != NULL && change->name[0] == '\0')
        return tz_fail(ledger, TZ_MALFORMED, "指标名称是空的", "the target's name is empty");
    tz_status status = tz_check_text(ledger, change->name);
    if (status == TZ_OK)
        status = tz_check_text(ledger, change->measure);
    if (change->measure != NULL)
        measure = change->measure;
    if (status == TZ_OK && change->kind != NULL)
        status = tz_find_word(ledger, "kind", change->kind, read->kind);
    if (status == TZ_OK && change->comparison != NULL)
        status = tz_find_word(ledger, "comparison", change->comparison, read->comparison);
    if (status == TZ_OK)
        status = read_figure(ledger, change->value, measure, &read->has_value, &read->value);
    if (status == TZ_OK)
        status = read_figure(ledger, change->value_high, measure, &read->has_value_high,
                             &read->value_high);
    return status;
}

/* The parameters that both statements below share. */
static void bind_change(sqlite3_stmt *statement, const tz_target_change *change,
                        const read_change *read)
{
    tz_bind_text(statement, 2, change->name);
    tz_bind_given(statement, 3, read->kind);
    tz_bind_given(statement, 4, read->comparison);
    if (read->has_value)
        tz_bind_real(statement, 5, read->value);
    if (read->has_value_high)
        tz_bind_real(statement, 6, read->value_high);
    tz_bind_given(statement, 7, change->measure);
    if (change->is_about >= 0)
        tz_bind_integer(statement, 8, change->is_about != 0);
}

/* ---- setting */

static bool changes_nothing(const tz_target_change *change)
{
    return change->name == NULL && change->kind == NULL && change->comparison == NULL &&
           change->value == NULL && change->value_high == NULL && change->measure == NULL &&
           change->is_about < 0;
}

static tz_status update_target(tz_ledger *ledger, int64_t target_id, const tz_target_change *change,
                               const read_change *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "UPDATE target\n"
                                  "SET name = coalesce(?2, name),\n"
                                  "    kind = coalesce(?3, kind),\n"
                                  "    comparison = coalesce(?4, comparison),\n"
                                  "    value = coalesce(?5, value),\n"
                                  "    value_high = coalesce(?6, value_high),\n"
                                  "    measure = coalesce(?7, measure),\n"
                                  "    is_about = coalesce(?8, is_about)\n"
                                  "WHERE target_id = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, target_id);
    bind_change(statement, change, read);
    return tz_run(ledger, statement);
}

static tz_status set_target(tz_ledger *ledger, const char *task, int ordinal,
                            const tz_target_change *change)
{
    read_change read;
    tz_target_record target;
    int64_t task_id = 0, violations = 0;
    char code[TZ_CODE_SIZE];
    tz_status status = tz_find_task(ledger, task, &task_id, code);
    if (status != TZ_OK)
        return status;
    status = tz_find_target(ledger, task_id, ordinal, &target);
    if (status == TZ_OK)
        status = tz_violation_count(ledger, task_id, &violations);
    if (status == TZ_OK)
        status = read_target_change(ledger, change, target.measure, &read);
    if (status == TZ_OK)
        status = update_target(ledger, target.target_id, change, &read);
    if (status == TZ_OK)
        status = tz_violation_check(ledger, task_id, violations);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项，指标%d", "task %s, target %d", code, ordinal);
    return status;
}

tz_status tz_target_set(tz_ledger *ledger, const char *task, int ordinal,
                        const tz_target_change *change)
{
    bool is_own = false;
    assert(task != NULL && change != NULL);
    if (changes_nothing(change))
        return tz_fail(ledger, TZ_MALFORMED, "第%s项，指标%d：没有要更改的内容",
                       "task %s, target %d: nothing to set", task, ordinal);
    tz_status status = tz_write_enter(ledger, "target set", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, set_target(ledger, task, ordinal, change));
}

/* ---- adding */

static tz_status insert_target(tz_ledger *ledger, int64_t task_id, const tz_target_change *change,
                               const read_change *read, const char *day, int64_t *ordinal)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO target (task_id, name, kind, comparison, value, value_high,\n"
                   "  measure, is_about, added_on, ordinal)\n"
                   "SELECT ?1, ?2, ?3, coalesce(?4, '>='), ?5, ?6, ?7, coalesce(?8, 0), ?9,\n"
                   "       1 + coalesce(max(g.ordinal), 0)\n"
                   "FROM target AS g\n"
                   "WHERE g.task_id = ?1\n"
                   "RETURNING ordinal",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    bind_change(statement, change, read);
    tz_bind_text(statement, 9, day);
    return tz_query_integer(ledger, statement, ordinal);
}

static tz_status add_target(tz_ledger *ledger, const char *task, const tz_target_change *change,
                            const char *on, int64_t *ordinal)
{
    read_change read;
    int64_t task_id = 0;
    char code[TZ_CODE_SIZE], day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_find_task(ledger, task, &task_id, code);
    if (status != TZ_OK)
        return status;
    status = read_target_change(ledger, change, "", &read);
    if (status == TZ_OK)
        status = insert_target(ledger, task_id, change, &read, day, ordinal);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", code);
    return status;
}

tz_status tz_target_add(tz_ledger *ledger, const char *task, const tz_target_change *change,
                        const char *on, int *ordinal)
{
    int64_t number = 0;
    bool is_own = false;
    assert(task != NULL && change != NULL && change->name != NULL && change->kind != NULL &&
           change->value != NULL);
    if (ordinal != NULL)
        *ordinal = 0;
    tz_status status = tz_write_enter(ledger, "target add", &is_own);
    if (status != TZ_OK)
        return status;
    status = add_target(ledger, task, change, on, &number);
    status = tz_write_leave(ledger, is_own, status);
    if (status == TZ_OK && ordinal != NULL)
        *ordinal = (int)number;
    return status;
}
