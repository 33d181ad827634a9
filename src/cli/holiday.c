/* holiday.c: the State Council's holidays (节假日安排). */
#include "command.h"

static tz_status import_holidays(cli *run, void *context)
{
    return tz_holiday_import(run->ledger, run->arguments[0], context);
}

static tz_status run_import(cli *run)
{
    size_t day_count;
    tz_status status = write_ledger(run, import_holidays, &day_count, false);
    if (status == TZ_OK)
        say(run, "已导入 %zu 天", "imported %zu days", day_count);
    return status;
}

const command_entry holiday_import_command = {
    "holiday import",
    "导入节假日和调休；CSV 列：day,name,is_workday",
    "import holidays and working weekends; columns of the CSV: day,name,is_workday",
    "文件",
    "FILE",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    NULL,
    run_import,
};
