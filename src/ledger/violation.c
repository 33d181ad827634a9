/* violation.c: what a change of a task or its targets would break: the view violation is asked
 * before it and after it. */
#include "ledger.h"
#include "query.h"

tz_status tz_violation_count(tz_ledger *ledger, int64_t task_id, int64_t *count)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "SELECT count(*) FROM violation WHERE task_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    return tz_query_integer(ledger, statement, count);
}

static tz_status fail_violation(tz_ledger *ledger, int64_t task_id)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    char half[TZ_TEXT_LIMIT];
    tz_status status = tz_prepare(ledger,
                                  "SELECT meaning, rule GLOB '*_unit_of_the_task' FROM violation\n"
                                  "WHERE task_id = ?1 LIMIT 1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    tz_fail(ledger, TZ_REJECTED, "%s", "%s", tz_half(ledger, tz_column_text(statement, 0), half));
    if (sqlite3_column_int(statement, 1))
        tz_hint(ledger, "已有进展或应报事项的单位，须仍列为牵头单位或责任单位",
                "a unit with entries or requests stays a lead or responsible unit");
    sqlite3_reset(statement);
    return TZ_REJECTED;
}

tz_status tz_violation_check(tz_ledger *ledger, int64_t task_id, int64_t before)
{
    int64_t after = 0;
    tz_status status = tz_violation_count(ledger, task_id, &after);
    return status == TZ_OK && after > before ? fail_violation(ledger, task_id) : status;
}
