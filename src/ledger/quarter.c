/* quarter.c: opening a quarter (调度). Whom it asks and by when are the views opening and
 * opening_request. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "query.h"

/* The statements below take the day as ?1 and the quarter as ?2. */
static tz_status prepare_for(tz_ledger *ledger, const char *sql, const char *day,
                             const char *quarter, sqlite3_stmt **statement)
{
    tz_status status = tz_prepare(ledger, sql, statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(*statement, 1, day);
    tz_bind_text(*statement, 2, quarter);
    return TZ_OK;
}

static tz_status count_for(tz_ledger *ledger, const char *sql, const char *day, const char *quarter,
                           size_t *count)
{
    sqlite3_stmt *statement = NULL;
    int64_t value = 0;
    tz_status status = prepare_for(ledger, sql, day, quarter, &statement);
    if (status == TZ_OK)
        status = tz_query_integer(ledger, statement, &value);
    *count = (size_t)value;
    return status;
}

/* ---- why nothing can be opened */

static tz_status fail_nothing(tz_ledger *ledger, const char *day, const char *quarter)
{
    size_t started = 0;
    tz_status status = count_for(ledger,
                                 "SELECT count(*) FROM plan AS p\n"
                                 "WHERE p.starts_on <= ?1 AND p.starts_on <= (\n"
                                 "  SELECT max(day) FROM calendar WHERE quarter = ?2)",
                                 day, quarter, &started);
    if (status != TZ_OK)
        return status;
    if (started > 0)
        return tz_fail(ledger, TZ_NOT_FOUND, "%s：%s没有未销号的任务", "%s: no task is open on %s",
                       quarter, day);
    status = tz_fail(ledger, TZ_NOT_FOUND, "%s：到季末和%s都已开始的方案没有",
                     "%s: no plan has started by its end and by %s", quarter, day);
    tz_hint(ledger, "用 plan list 看各方案的起止日", "plan list shows when each plan starts");
    return status;
}

static tz_status fail_closed(tz_ledger *ledger, const char *day, const char *quarter)
{
    sqlite3_stmt *statement = NULL;
    char closed_on[16];
    tz_status status =
        prepare_for(ledger,
                    "SELECT max(r.closed_on)\n"
                    "FROM opening AS o\n"
                    "JOIN round AS r ON r.plan_id = o.plan_id AND r.quarter = o.quarter\n"
                    "WHERE o.as_of = ?1 AND o.quarter = ?2",
                    day, quarter, &statement);
    if (status == TZ_OK)
        status = tz_query_text(ledger, statement, closed_on, sizeof closed_on);
    if (status != TZ_OK)
        return status;
    return tz_fail(ledger, TZ_REJECTED, "%s的调度已于%s关闭", "the round of %s was closed on %s",
                   quarter, closed_on);
}

/* ---- the round and its requests */

static tz_status check_opening(tz_ledger *ledger, const char *day, const char *quarter,
                               tz_quarter_open_result *result)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = prepare_for(ledger,
                                   "SELECT count(*), count(*) - count(r.closed_on),\n"
                                   "       max(o.report_due_on)\n"
                                   "FROM opening AS o\n"
                                   "LEFT JOIN round AS r\n"
                                   "  ON r.plan_id = o.plan_id AND r.quarter = o.quarter\n"
                                   "WHERE o.as_of = ?1 AND o.quarter = ?2",
                                   day, quarter, &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    bool has_plan = sqlite3_column_int(statement, 0) > 0;
    result->plans = (size_t)sqlite3_column_int64(statement, 1);
    snprintf(result->report_due_on, sizeof result->report_due_on, "%s",
             tz_column_text(statement, 2));
    sqlite3_reset(statement);
    if (!has_plan)
        return fail_nothing(ledger, day, quarter);
    if (result->plans == 0)
        return fail_closed(ledger, day, quarter);
    if (result->report_due_on[0] == '\0')
        return tz_fail(ledger, TZ_REJECTED, "%s：报送期限超出日历（到2040年底）",
                       "%s: entries would be due after the end of the calendar, 2040", quarter);
    return TZ_OK;
}

static tz_status insert_rounds(tz_ledger *ledger, const char *day, const char *quarter,
                               bool judges_progress)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        prepare_for(ledger,
                    "INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on,\n"
                    "  judges_progress, yellow_lag, red_lag, due_soon_days)\n"
                    "SELECT o.plan_id, o.quarter, o.as_of, o.cutoff_on, o.report_due_on, ?3,\n"
                    "       o.yellow_lag, o.red_lag, o.due_soon_days\n"
                    "FROM opening AS o\n"
                    "WHERE o.as_of = ?1 AND o.quarter = ?2\n"
                    "  AND NOT EXISTS (\n"
                    "    SELECT 1 FROM round AS r\n"
                    "    WHERE r.plan_id = o.plan_id AND r.quarter = o.quarter)",
                    day, quarter, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 3, judges_progress);
    return tz_run(ledger, statement);
}

/* A request's own due day is kept only where it differs from the round's. */
static tz_status insert_requests(tz_ledger *ledger, const char *day, const char *quarter,
                                 const char *report_due_on)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        prepare_for(ledger,
                    "INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on,\n"
                    "  report_due_on)\n"
                    "SELECT q.plan_id, q.quarter, q.task_id, q.unit_id, q.as_of,\n"
                    "       nullif(?3, r.report_due_on)\n"
                    "FROM opening_request AS q\n"
                    "JOIN round AS r ON r.plan_id = q.plan_id AND r.quarter = q.quarter\n"
                    "WHERE q.as_of = ?1 AND q.quarter = ?2 AND r.closed_on IS NULL\n"
                    "ORDER BY q.task_id",
                    day, quarter, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 3, report_due_on);
    return tz_run(ledger, statement);
}

static tz_status count_requests(tz_ledger *ledger, const char *day, const char *quarter,
                                size_t *count)
{
    return count_for(ledger,
                     "SELECT count(*)\n"
                     "FROM opening AS o\n"
                     "JOIN request AS q ON q.plan_id = o.plan_id AND q.quarter = o.quarter\n"
                     "WHERE o.as_of = ?1 AND o.quarter = ?2",
                     day, quarter, count);
}

static tz_status open_quarter(tz_ledger *ledger, const char *day, const char *quarter,
                              bool judges_progress, tz_quarter_open_result *result)
{
    size_t total = 0;
    tz_status status = check_opening(ledger, day, quarter, result);
    if (status == TZ_OK)
        status = count_requests(ledger, day, quarter, &result->asked_before);
    if (status == TZ_OK)
        status = insert_rounds(ledger, day, quarter, judges_progress);
    if (status == TZ_OK)
        status = insert_requests(ledger, day, quarter, result->report_due_on);
    if (status == TZ_OK)
        status = count_requests(ledger, day, quarter, &total);
    if (status != TZ_OK)
        return status;
    result->asked = total - result->asked_before;
    if (result->asked == 0)
        result->report_due_on[0] = '\0';
    return TZ_OK;
}

tz_status tz_quarter_open(tz_ledger *ledger, const char *quarter, const char *on,
                          bool judges_progress, tz_quarter_open_result *result)
{
    char day[11], wanted[7];
    bool is_own = false;
    assert(quarter != NULL && result != NULL);
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_quarter(ledger, quarter, wanted);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_write_enter(ledger, "quarter open", &is_own);
    if (status != TZ_OK)
        return status;
    status = open_quarter(ledger, day, wanted, judges_progress, result);
    status = tz_write_leave(ledger, is_own, status);
    if (status != TZ_OK)
        memset(result, 0, sizeof *result);
    return status;
}
