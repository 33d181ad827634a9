/* action_step.c: what follows an action (督查行动): reply, conclusion, rectification, verification,
 * close. That each comes once, in its order, is the table's own rule. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "query.h"

/* One step of one action: a day, and up to two values, NULL or "" where there are none. */
typedef struct action_step {
    const char *command;
    const char *update; /* ?1 the action, ?2 the day, ?3 and ?4 the values */
    int64_t action_id;
    const char *on;
    const char *values[2];
} action_step;

static tz_status fail_unknown(tz_ledger *ledger, int64_t action_id)
{
    tz_fail(ledger, TZ_NOT_FOUND, "没有编号为 %" PRId64 " 的督查行动",
            "there is no action %" PRId64, action_id);
    tz_hint(ledger, "用 action list 看编号", "action list shows their numbers");
    return TZ_NOT_FOUND;
}

static tz_status check_action(tz_ledger *ledger, int64_t action_id)
{
    sqlite3_stmt *statement = NULL;
    int64_t count = 0;
    tz_status status =
        tz_prepare(ledger, "SELECT count(*) FROM action WHERE action_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, action_id);
    status = tz_query_integer(ledger, statement, &count);
    return status == TZ_OK && count == 0 ? fail_unknown(ledger, action_id) : status;
}

static tz_status update_action(tz_ledger *ledger, const action_step *step, const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, step->update, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, step->action_id);
    tz_bind_text(statement, 2, day);
    for (int i = 0; i < 2 && i + 3 <= sqlite3_bind_parameter_count(statement); i++)
        tz_bind_given(statement, i + 3, step->values[i]);
    return tz_run(ledger, statement);
}

static tz_status take_step(tz_ledger *ledger, const action_step *step)
{
    char day[11];
    tz_status status = check_action(ledger, step->action_id);
    if (status != TZ_OK)
        return status;
    status = tz_argument_day(ledger, step->on, day);
    for (int i = 0; i < 2 && status == TZ_OK; i++)
        status = tz_check_text(ledger, step->values[i]);
    if (status == TZ_OK)
        status = update_action(ledger, step, day);
    if (status != TZ_OK)
        tz_name_record(ledger, "督查行动 %" PRId64, "action %" PRId64, step->action_id);
    return status;
}

static tz_status write_step(tz_ledger *ledger, const action_step *step)
{
    bool is_own = false;
    tz_status status = tz_write_enter(ledger, step->command, &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, take_step(ledger, step));
}

/* A step that consists of a text must have one. */
static tz_status write_text(tz_ledger *ledger, const action_step *step)
{
    const char *text = step->values[0];
    assert(text != NULL);
    if (strspn(text, " \t\r\n") == strlen(text))
        return tz_fail(ledger, TZ_MALFORMED, "督查行动 %" PRId64 "：内容是空的",
                       "action %" PRId64 ": the text is empty", step->action_id);
    return write_step(ledger, step);
}

/* ---- the steps */

tz_status tz_action_reply(tz_ledger *ledger, int64_t action_id, const char *reply, const char *on)
{
    action_step step = {"action reply",
                        "UPDATE action SET replied_on = ?2, reply = ?3 WHERE action_id = ?1",
                        action_id,
                        on,
                        {reply, NULL}};
    return write_text(ledger, &step);
}

tz_status tz_action_conclude(tz_ledger *ledger, int64_t action_id, const char *conclusion,
                             const char *rectify_due_on, const char *on)
{
    char due_on[11];
    tz_status status = tz_argument_optional_day(ledger, rectify_due_on, due_on);
    if (status != TZ_OK)
        return status;
    action_step step = {"action conclude",
                        "UPDATE action\n"
                        "SET delivered_on = ?2, conclusion = ?3, rectify_due_on = ?4\n"
                        "WHERE action_id = ?1",
                        action_id,
                        on,
                        {conclusion, due_on}};
    return write_text(ledger, &step);
}

tz_status tz_action_rectify(tz_ledger *ledger, int64_t action_id, const char *rectification,
                            const char *on)
{
    action_step step = {
        "action rectify",
        "UPDATE action SET rectified_on = ?2, rectification = ?3 WHERE action_id = ?1",
        action_id,
        on,
        {rectification, NULL}};
    return write_text(ledger, &step);
}

tz_status tz_action_verify(tz_ledger *ledger, int64_t action_id, const char *result,
                           const char *verified_by, const char *on)
{
    char code[32];
    tz_status status =
        tz_find_word(ledger, "verification", result != NULL ? result : "rectified", code);
    if (status != TZ_OK)
        return status;
    action_step step = {"action verify",
                        "UPDATE action\n"
                        "SET verified_on = ?2, verification = ?3, verified_by = ?4\n"
                        "WHERE action_id = ?1",
                        action_id,
                        on,
                        {code, verified_by != NULL ? verified_by : ledger->actor}};
    return write_step(ledger, &step);
}

/* ---- closing */

static tz_status fail_owing(tz_ledger *ledger, int64_t action_id, bool awaits_reply,
                            const char *due_on)
{
    if (awaits_reply)
        tz_fail(ledger, TZ_REFUSED, "督查行动 %" PRId64 "：尚未回复，回复期限 %s",
                "action %" PRId64 ": the reply due on %s has not come", action_id, due_on);
    else
        tz_fail(ledger, TZ_REFUSED, "督查行动 %" PRId64 "：整改尚未核查到位，整改期限 %s",
                "action %" PRId64 ": the rectification due on %s is not verified", action_id,
                due_on);
    tz_hint(ledger, "确要办结，请加 --yes", "to close it all the same, add --yes");
    return TZ_REFUSED;
}

/* TZ_REFUSED where something is still owed on the day of the close. */
static tz_status check_owing(tz_ledger *ledger, int64_t action_id, const char *on)
{
    sqlite3_stmt *statement = NULL;
    char day[11];
    bool has_row = false;
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT awaits_reply, iif(awaits_reply, reply_due_on, rectify_due_on)\n"
                            "FROM action_status\n"
                            "WHERE as_of = ?2 AND action_id = ?1\n"
                            "  AND (awaits_reply OR awaits_rectification)",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, action_id);
    tz_bind_text(statement, 2, day);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    status = fail_owing(ledger, action_id, sqlite3_column_int(statement, 0) != 0,
                        tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return status;
}

tz_status tz_action_close(tz_ledger *ledger, int64_t action_id, bool accepts_owing, const char *on)
{
    action_step step = {"action close",
                        "UPDATE action SET closed_on = ?2 WHERE action_id = ?1",
                        action_id,
                        on,
                        {NULL, NULL}};
    bool is_own = false;
    tz_status status = tz_write_enter(ledger, step.command, &is_own);
    if (status != TZ_OK)
        return status;
    if (!accepts_owing)
        status = check_owing(ledger, action_id, on);
    if (status == TZ_OK)
        status = take_step(ledger, &step);
    return tz_write_leave(ledger, is_own, status);
}
