/* request.c: a contribution asked for (应报事项 of another unit than the one that answers). */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"

typedef struct contribution_request {
    int64_t task_id, unit_id;
    char code[TZ_CODE_SIZE], quarter[7], report_due_on[11], asked_on[11];
} contribution_request;

static tz_status read_request(tz_ledger *ledger, const char *task, const char *quarter,
                              const char *unit, const char *report_due_on, const char *on,
                              contribution_request *request)
{
    tz_status status = tz_argument_day(ledger, on, request->asked_on);
    if (status == TZ_OK)
        status = tz_find_task(ledger, task, &request->task_id, request->code);
    if (status == TZ_OK)
        status = tz_argument_quarter(ledger, quarter, request->quarter);
    if (status == TZ_OK)
        status = tz_find_unit(ledger, unit, &request->unit_id);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, report_due_on, request->report_due_on);
    return status;
}

/* Binds what names a request, the same parameters in the statements below. */
static tz_status prepare_request(tz_ledger *ledger, const char *sql,
                                 const contribution_request *request, sqlite3_stmt **statement)
{
    tz_status status = tz_prepare(ledger, sql, statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(*statement, 1, request->task_id);
    tz_bind_text(*statement, 2, request->quarter);
    tz_bind_integer(*statement, 3, request->unit_id);
    return TZ_OK;
}

static tz_status check_unasked(tz_ledger *ledger, const contribution_request *request)
{
    sqlite3_stmt *statement = NULL;
    char asked_on[11];
    tz_status status = prepare_request(ledger,
                                       "SELECT asked_on FROM request\n"
                                       "WHERE task_id = ?1 AND quarter = ?2 AND unit_id = ?3",
                                       request, &statement);
    if (status == TZ_OK)
        status = tz_query_text(ledger, statement, asked_on, sizeof asked_on);
    if (status != TZ_OK || asked_on[0] == '\0')
        return status;
    return tz_fail(ledger, TZ_REFUSED, "已于%s下达", "it was asked for on %s", asked_on);
}

static tz_status insert_request(tz_ledger *ledger, const contribution_request *request)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        prepare_request(ledger,
                        "INSERT INTO request (task_id, quarter, unit_id, asked_on,\n"
                        "  report_due_on, plan_id)\n"
                        "SELECT ?1, ?2, ?3, ?4, ?5, plan_id FROM task WHERE task_id = ?1",
                        request, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 4, request->asked_on);
    tz_bind_given(statement, 5, request->report_due_on);
    return tz_run(ledger, statement);
}

/* The entry of the unit that answers for the task is asked for by opening the quarter. */
static tz_status check_unjudged(tz_ledger *ledger, const contribution_request *request)
{
    sqlite3_stmt *statement = NULL;
    int64_t is_judged = 0;
    tz_status status = prepare_request(ledger,
                                       "SELECT 1 FROM judged_request\n"
                                       "WHERE task_id = ?1 AND quarter = ?2 AND unit_id = ?3",
                                       request, &statement);
    if (status == TZ_OK)
        status = tz_query_integer(ledger, statement, &is_judged);
    if (status != TZ_OK || !is_judged)
        return status;
    status = tz_fail(ledger, TZ_REJECTED, "该单位是第一牵头单位，不是配合报送",
                     "the unit answers for the task: it does not contribute");
    tz_hint(ledger, "用 quarter open %s 向它下达", "quarter open %s asks it", request->quarter);
    return status;
}

static tz_status add_request(tz_ledger *ledger, const char *task, const char *quarter,
                             const char *unit, const char *report_due_on, const char *on)
{
    contribution_request request = {0};
    tz_status status = read_request(ledger, task, quarter, unit, report_due_on, on, &request);
    if (status != TZ_OK)
        return status;
    status = check_unasked(ledger, &request);
    if (status == TZ_OK)
        status = insert_request(ledger, &request);
    if (status == TZ_OK)
        status = check_unjudged(ledger, &request);
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项 %s，%s", "task %s, %s, %s", request.code, request.quarter,
                       unit);
    return status;
}

tz_status tz_request_add(tz_ledger *ledger, const char *task, const char *quarter, const char *unit,
                         const char *report_due_on, const char *on)
{
    bool is_own = false;
    assert(task != NULL && quarter != NULL && unit != NULL);
    tz_status status = tz_write_enter(ledger, "request add", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own,
                          add_request(ledger, task, quarter, unit, report_due_on, on));
}
