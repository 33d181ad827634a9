/* quarter_close.c: closing a quarter (关闭调度). What it would cut off is the view round_closing.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "query.h"

/* What round_closing tells of a quarter's rounds on a day. */
typedef struct closing {
    int64_t rounds, open_rounds, asked, outstanding, not_yet_due;
    char last_closed_on[16];
} closing;

static tz_status look_up(tz_ledger *ledger, const char *day, const char *quarter, closing *found)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT count(*), count(*) - count(k.closed_on), max(k.closed_on),\n"
                   "       total(iif(k.closed_on IS NULL, k.asked, 0)),\n"
                   "       total(iif(k.closed_on IS NULL, k.outstanding, 0)),\n"
                   "       total(iif(k.closed_on IS NULL, k.not_yet_due, 0))\n"
                   "FROM round_closing AS k\n"
                   "WHERE k.as_of = ?1 AND k.quarter = ?2",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, day);
    tz_bind_text(statement, 2, quarter);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    found->rounds = sqlite3_column_int64(statement, 0);
    found->open_rounds = sqlite3_column_int64(statement, 1);
    snprintf(found->last_closed_on, sizeof found->last_closed_on, "%s",
             tz_column_text(statement, 2));
    found->asked = sqlite3_column_int64(statement, 3);
    found->outstanding = sqlite3_column_int64(statement, 4);
    found->not_yet_due = sqlite3_column_int64(statement, 5);
    sqlite3_reset(statement);
    return TZ_OK;
}

static tz_status check(tz_ledger *ledger, const closing *found, const char *quarter,
                       bool is_confirmed)
{
    if (found->rounds == 0) {
        tz_fail(ledger, TZ_NOT_FOUND, "%s没有调度", "%s has no round", quarter);
        tz_hint(ledger, "用 quarter list 看有哪些", "quarter list shows which there are");
        return TZ_NOT_FOUND;
    }
    if (found->open_rounds == 0)
        return tz_fail(ledger, TZ_REJECTED, "%s的调度已于%s关闭",
                       "the round of %s was closed on %s", quarter, found->last_closed_on);
    if (found->not_yet_due == 0 || is_confirmed)
        return TZ_OK;
    tz_fail(ledger, TZ_REFUSED, "%s：%d 项未报，且尚未过报送期限",
            "%s: %d returns have not come and are not yet overdue", quarter,
            (int)found->not_yet_due);
    tz_hint(ledger, "过了期限再关闭，或用 --yes 现在就关闭",
            "close it when they are, or now with --yes");
    return TZ_REFUSED;
}

static tz_status update_rounds(tz_ledger *ledger, const char *day, const char *quarter)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "UPDATE round SET closed_on = ?1\n"
                                  "WHERE quarter = ?2 AND closed_on IS NULL",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, day);
    tz_bind_text(statement, 2, quarter);
    status = tz_run(ledger, statement);
    if (status == TZ_REJECTED)
        tz_name_record(ledger, "%s", "%s", quarter);
    return status;
}

static tz_status close_quarter(tz_ledger *ledger, const char *day, const char *quarter,
                               bool is_confirmed, tz_quarter_close_result *result)
{
    closing found = {0};
    tz_status status = look_up(ledger, day, quarter, &found);
    if (status == TZ_OK)
        status = check(ledger, &found, quarter, is_confirmed);
    if (status == TZ_OK)
        status = update_rounds(ledger, day, quarter);
    if (status == TZ_OK)
        *result = (tz_quarter_close_result){.rounds = (size_t)found.open_rounds,
                                            .asked = (size_t)found.asked,
                                            .outstanding = (size_t)found.outstanding};
    return status;
}

tz_status tz_quarter_close(tz_ledger *ledger, const char *quarter, const char *on,
                           bool is_confirmed, tz_quarter_close_result *result)
{
    char day[11], wanted[7];
    bool is_own = false;
    assert(quarter != NULL && result != NULL);
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_quarter(ledger, quarter, wanted);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_write_enter(ledger, "quarter close", &is_own);
    if (status != TZ_OK)
        return status;
    status = close_quarter(ledger, day, wanted, is_confirmed, result);
    status = tz_write_leave(ledger, is_own, status);
    if (status != TZ_OK)
        memset(result, 0, sizeof *result);
    return status;
}
