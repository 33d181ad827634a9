/* setting.c: the thresholds that an office may choose (设置). Their bounds are the view
 * setting_bound. */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "value.h"

static void hint_bounds(tz_ledger *ledger, const char *name)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    char error[TZ_TEXT_LIMIT];
    memcpy(error, ledger->error, sizeof error);
    tz_status status = tz_prepare(
        ledger, "SELECT least, most, is_whole FROM setting_bound WHERE name = ?1", &statement);
    if (status == TZ_OK) {
        tz_bind_text(statement, 1, name);
        status = tz_step(ledger, statement, &has_row);
    }
    memcpy(ledger->error, error, sizeof error); /* the first failure is the one to tell */
    if (status != TZ_OK || !has_row)
        return;
    bool is_whole = sqlite3_column_int(statement, 2) != 0;
    tz_hint(ledger, "须在 %g 至 %g 之间%s", "it is from %g to %g%s",
            sqlite3_column_double(statement, 0), sqlite3_column_double(statement, 1),
            !is_whole ? "" : TZ_PICK(ledger->language, "，且为整数", ", a whole number"));
    sqlite3_reset(statement);
}

static tz_status update_setting(tz_ledger *ledger, const char *name, double number)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "UPDATE setting SET value = ?2 WHERE name = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    tz_bind_real(statement, 2, number);
    status = tz_run(ledger, statement);
    if (status == TZ_REJECTED)
        hint_bounds(ledger, name);
    return status;
}

static tz_status set_setting(tz_ledger *ledger, const char *text, const char *value)
{
    char name[32];
    double number = 0;
    tz_status status = tz_find_word(ledger, "setting", text, name);
    if (status == TZ_OK && !tz_read_number(value, &number)) {
        tz_fail(ledger, TZ_MALFORMED, "“%s”不是数字", "\"%s\" is not a number", value);
        status = TZ_MALFORMED;
    }
    if (status == TZ_OK)
        status = update_setting(ledger, name, number);
    if (status == TZ_REJECTED || (status == TZ_MALFORMED && name[0] != '\0'))
        tz_name_record(ledger, "%s %s", "%s %s", name, value);
    return status;
}

tz_status tz_setting_set(tz_ledger *ledger, const char *name, const char *value)
{
    bool is_own = false;
    assert(name != NULL && value != NULL);
    tz_status status = tz_write_enter(ledger, "setting set", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, set_setting(ledger, name, value));
}
