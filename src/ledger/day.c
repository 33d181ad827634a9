/* day.c: arguments as days and quarters. */
#include "ledger.h"
#include "value.h"

tz_status tz_read_day_argument(tz_ledger *ledger, const char *text, char day[11])
{
    if (!text) {
        tz_today(day);
        return TZ_OK;
    }
    if (tz_read_day(text, day))
        return TZ_OK;
    tz_fail(ledger, TZ_MALFORMED, "“%s”不是有效日期", "\"%s\" is not a day", text);
    tz_hint(ledger, "请写成 2022-07-05", "write it as 2022-07-05");
    return TZ_MALFORMED;
}

tz_status tz_read_quarter_argument(tz_ledger *ledger, const char *text, char quarter[7])
{
    if (tz_read_quarter(text, quarter))
        return TZ_OK;
    tz_fail(ledger, TZ_MALFORMED, "“%s”不是有效季度", "\"%s\" is not a quarter", text);
    tz_hint(ledger, "请写成 2022Q1 至 2022Q4", "write it as 2022Q1 to 2022Q4");
    return TZ_MALFORMED;
}

tz_status tz_read_id_argument(tz_ledger *ledger, const char *text, int64_t *id)
{
    double number = 0;
    bool is_id = tz_read_number(text, &number) && number >= 1 && number == (double)(int64_t)number;
    *id = is_id ? (int64_t)number : 0;
    if (is_id)
        return TZ_OK;
    tz_fail(ledger, TZ_MALFORMED, "“%s”不是编号", "\"%s\" is not the number of a record", text);
    tz_hint(ledger, "编号是从1起的整数", "it is a whole number from 1");
    return TZ_MALFORMED;
}

static tz_status fail_outside(tz_ledger *ledger, const char *text)
{
    return tz_fail(ledger, TZ_REJECTED, "%s 不在日历内（2020 年至 2040 年）",
                   "%s is not in the calendar, which runs from 2020 to 2040", text);
}

/* Whether `sql` finds `value`. */
static tz_status find(tz_ledger *ledger, const char *sql, const char *value, bool *is_there)
{
    sqlite3_stmt *statement;
    tz_status status = tz_prepare(ledger, sql, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, value);
    status = tz_step(ledger, statement, is_there);
    sqlite3_reset(statement);
    return status;
}

tz_status tz_argument_day(tz_ledger *ledger, const char *text, char day[11])
{
    bool is_there = false;
    tz_status status = tz_read_day_argument(ledger, text, day);
    if (status == TZ_OK)
        status = find(ledger, "SELECT 1 FROM calendar WHERE day = ?", day, &is_there);
    if (status == TZ_OK && !is_there)
        status = fail_outside(ledger, day);
    return status;
}

tz_status tz_argument_optional_day(tz_ledger *ledger, const char *text, char day[11])
{
    day[0] = '\0';
    return text ? tz_argument_day(ledger, text, day) : TZ_OK;
}

tz_status tz_argument_quarter(tz_ledger *ledger, const char *text, char quarter[7])
{
    bool is_there = false;
    tz_status status = tz_read_quarter_argument(ledger, text, quarter);
    if (status == TZ_OK)
        status = find(ledger, "SELECT 1 FROM calendar WHERE quarter = ?", quarter, &is_there);
    if (status == TZ_OK && !is_there)
        status = fail_outside(ledger, quarter);
    return status;
}
