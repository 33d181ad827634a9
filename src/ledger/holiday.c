/* holiday.c: the State Council's holidays (节假日, 调休上班) into the calendar. */
#include <assert.h>
#include <string.h>

#include "input.h"
#include "query.h"

typedef struct holiday_import {
    tz_ledger *ledger;
    tz_input input;
    int day_column, name_column, workday_column;
    tz_buffer days; /* those named so far, a JSON array without its brackets */
    size_t day_count, errors;
} holiday_import;

static tz_status read_header(holiday_import *import)
{
    tz_csv_row row = {0};
    bool has_row = false;
    tz_status status = tz_input_next(import->ledger, &import->input, &row, &has_row);
    if (status != TZ_OK)
        return status;
    import->day_column = tz_input_column(&row, "day", "日期");
    import->name_column = tz_input_column(&row, "name", "名称");
    import->workday_column = tz_input_column(&row, "is_workday", "上班");
    if (import->day_column >= 0 && import->name_column >= 0 && import->workday_column >= 0)
        return TZ_OK;
    status = tz_fail(import->ledger, TZ_REJECTED, "%s 的表头不是 day,name,is_workday",
                     "%s: the header is not day,name,is_workday", import->input.name);
    tz_hint(import->ledger, "列名也可写作 日期,名称,上班", "or in Chinese: 日期,名称,上班");
    return status;
}

static tz_status update_day(holiday_import *import, const char *day, const char *name,
                            bool is_workday)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(import->ledger,
                                  "UPDATE calendar SET holiday = ?2, is_workday = ?3\n"
                                  "WHERE day = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, day);
    tz_bind_text(statement, 2, name);
    tz_bind_integer(statement, 3, is_workday);
    return tz_run(import->ledger, statement);
}

static tz_status add_day(holiday_import *import, const char *day)
{
    if (strstr(tz_buffer_text(&import->days), day) != NULL)
        return tz_fail(import->ledger, TZ_REJECTED, "%s出现了两次", "%s is there twice", day);
    tz_buffer_format(&import->days, "%s\"%s\"", import->day_count > 0 ? "," : "", day);
    import->day_count++;
    return import->days.failed ? tz_fail_memory(import->ledger) : TZ_OK;
}

static tz_status read_row(holiday_import *import, const tz_csv_row *row)
{
    char day[11];
    const char *name = tz_input_cell(row, import->name_column);
    const char *workday = tz_input_cell(row, import->workday_column);
    tz_status status = tz_argument_day(import->ledger, tz_input_cell(row, import->day_column), day);
    if (status != TZ_OK)
        return status;
    if (name[0] == '\0')
        return tz_fail(import->ledger, TZ_REJECTED, "没有节假日名称", "the holiday has no name");
    if (strcmp(workday, "0") != 0 && strcmp(workday, "1") != 0)
        return tz_fail(import->ledger, TZ_REJECTED, "is_workday“%s”须是0（放假）或1（上班）",
                       "is_workday \"%s\" must be 0 (holiday) or 1 (workday)", workday);
    status = add_day(import, day);
    return status == TZ_OK ? update_day(import, day, name, workday[0] == '1') : status;
}

static tz_status read_rows(holiday_import *import)
{
    tz_csv_row row = {0};
    bool has_row = true;
    tz_status status = read_header(import);
    while (status == TZ_OK && has_row) {
        status = tz_input_next(import->ledger, &import->input, &row, &has_row);
        if (status != TZ_OK || !has_row)
            break;
        status = read_row(import, &row);
        if (status == TZ_MALFORMED || status == TZ_REJECTED) {
            import->errors++;
            tz_note_text(import->ledger, TZ_NOTE_ERROR, import->input.name, row.line, NULL, "%s",
                         "%s", import->ledger->error);
            status = TZ_OK;
        }
    }
    return status;
}

/* The other days of the years named become plain weekends and workdays. A year of which only the
 * last days of December are named keeps its own: they are 元旦 in the next year's notice. */
static tz_status reset_other_days(holiday_import *import)
{
    sqlite3_stmt *statement = NULL;
    tz_buffer list = {0};
    tz_buffer_format(&list, "[%s]", tz_buffer_text(&import->days));
    tz_status status = list.failed ? tz_fail_memory(import->ledger) : TZ_OK;
    if (status == TZ_OK)
        status =
            tz_prepare(import->ledger,
                       "UPDATE calendar\n"
                       "SET holiday = NULL,\n"
                       "    is_workday = CAST(strftime('%w', day) AS INTEGER) BETWEEN 1 AND 5\n"
                       "WHERE substr(day, 1, 4) IN (\n"
                       "    SELECT substr(value, 1, 4) FROM json_each(?1)\n"
                       "    WHERE substr(value, 6) < '12-25')\n"
                       "  AND day NOT IN (SELECT value FROM json_each(?1))",
                       &statement);
    if (status == TZ_OK) {
        tz_bind_text(statement, 1, list.bytes);
        status = tz_run(import->ledger, statement);
    }
    tz_buffer_free(&list);
    return status;
}

static tz_status import_days(holiday_import *import)
{
    tz_status status = read_rows(import);
    if (status == TZ_OK && import->errors > 0)
        status = tz_fail(import->ledger, TZ_REJECTED, "%s：%zu 处错误，日历未改动",
                         "%s: errors: %zu, the calendar is unchanged", import->input.name,
                         import->errors);
    if (status == TZ_OK && import->day_count == 0)
        status = tz_fail(import->ledger, TZ_REJECTED, "%s 里没有日期", "%s names no day",
                         import->input.name);
    if (status == TZ_OK)
        status = reset_other_days(import);
    return status;
}

tz_status tz_holiday_import(tz_ledger *ledger, const char *path, size_t *day_count)
{
    holiday_import import = {.ledger = ledger};
    bool is_own = false;
    assert(path != NULL);
    if (day_count != NULL)
        *day_count = 0;
    tz_status status = tz_input_open(ledger, path, &import.input);
    if (status == TZ_OK)
        status = tz_write_enter(ledger, "holiday import", &is_own);
    if (status == TZ_OK)
        status = tz_write_leave(ledger, is_own, import_days(&import));
    if (status == TZ_OK && day_count != NULL)
        *day_count = import.day_count;
    tz_input_close(&import.input);
    tz_buffer_free(&import.days);
    return status;
}
