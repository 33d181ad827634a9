/* lists.c: commands that are one report of the same name: overdue (逾期), lagging (滞后), missing
 * (未报送), awaiting (待核验). */
#include <string.h>

#include "command.h"
#include "show.h"

tz_status run_list(cli *run)
{
    char report[32];
    snprintf(report, sizeof report, "%s", run->command->name);
    char *blank = strchr(report, ' ');
    if (blank)
        *blank = '_';
    report_query query = {.report = report};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK && run->argument_count > 0)
        status = bind_task(run, &query, run->arguments[0]);
    return status == TZ_OK ? show_report(run, &query) : status;
}

const command_entry overdue_command = {
    "overdue",
    "逾期任务，最久的在前",
    "tasks past their due day and open, the worst first",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};

const command_entry lagging_command = {
    "lagging",
    "滞后任务，最多的在前",
    "tasks behind schedule, the worst first",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};

const command_entry missing_command = {
    "missing",
    "未报送进展的任务",
    "tasks whose entry is missing",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};

const command_entry awaiting_command = {
    "awaiting",
    "待核验任务：单位报完成，待销号或退回",
    "tasks that their unit calls done, to be closed or sent back",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};
