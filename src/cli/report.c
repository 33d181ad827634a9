/* report.c: any report by its name, and which there are. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "parameters.h"
#include "show.h"

static option_list parameter_list;

static tz_status list_reports(cli *run)
{
    tz_rows *rows;
    tz_status status = tz_report_list(run->ledger, &rows);
    return status == TZ_OK ? show_rows(run, rows) : status;
}

const command_entry report_list_command = {
    "report list", "报表一览", "list the reports", "", "", 0, 0, 0, NULL, list_reports,
};

static tz_status run_report(cli *run)
{
    if (run->argument_count == 0)
        return list_reports(run);
    report_query query = {.report = run->arguments[0]};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK)
        status = read_parameters(run, &parameter_list, query.parameters + query.count,
                                 PARAMETERS_MOST - query.count);
    query.count += parameter_list.count;
    if (status == TZ_OK)
        status = show_report(run, &query);
    free(parameter_list.values);
    return status;
}

static const option_row report_options[] = {
    {"param", 0, OPTION_LIST, &parameter_list, "参数，可多次给出", "a parameter; may be repeated",
     "名=值", "NAME=VALUE", 0},
    OPTIONS_END,
};

const command_entry report_command = {
    "report",
    "按名称出报表；不给名称时列出全部报表",
    "any report by its name; without one, the list of them",
    "[名称]",
    "[NAME]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    report_options,
    run_report,
};
