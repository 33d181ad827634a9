/* report.c: any report by its name, an office's own with them, and which there are. */
#include <stdlib.h>

#include "bounds.h"
#include "command.h"
#include "parameters.h"
#include "show.h"

static option_list parameter_list;
static const char *folder, *timeout_text = "10", *max_rows_text = "0";

/* --reports, else $TAIZHANG_REPORTS, else none. */
static tz_status set_folder(cli *run, tz_limits *limits)
{
    const char *variable = getenv("TAIZHANG_REPORTS");
    if (!folder && variable && *variable != '\0')
        folder = variable;
    tz_status status = read_limits(run, timeout_text, max_rows_text, limits);
    return status == TZ_OK ? tz_ledger_set_report_folder(run->ledger, folder, limits) : status;
}

static tz_status list_reports(cli *run)
{
    tz_rows *rows;
    tz_limits limits;
    tz_status status = set_folder(run, &limits);
    if (status == TZ_OK)
        status = tz_report_list(run->ledger, &rows);
    return status == TZ_OK ? show_rows(run, rows) : status;
}

#define FOLDER_OPTION                                                                              \
    {                                                                                              \
        "reports", 0, OPTION_TEXT, &folder,                                                        \
            "本单位报表（名称.sql）所在文件夹（默认 $TAIZHANG_REPORTS）",                          \
            "the folder of the office's own reports, NAME.sql (else $TAIZHANG_REPORTS)", "文件夹", \
            "DIR", 0                                                                               \
    }

static const option_row list_options[] = {
    FOLDER_OPTION,
    OPTIONS_END,
};

const command_entry report_list_command = {
    "report list",
    "报表一览，含本单位报表",
    "list the reports, the office's own with them",
    "",
    "",
    0,
    0,
    0,
    list_options,
    list_reports,
};

/* Built-in reports are ours, and take the time they take on a large ledger. */
static tz_status run_bounded(cli *run, const report_query *query, const tz_limits *limits)
{
    tz_rows *rows;
    if (!tz_report_is_own(run->ledger, query->report))
        return show_report(run, query);
    begin_bounds(run, limits->timeout_seconds);
    tz_status status = run_query(run, query, &rows);
    status = end_bounds(run, status);
    return status == TZ_OK ? show_rows(run, rows) : status;
}

static tz_status run_report(cli *run)
{
    if (run->argument_count == 0)
        return list_reports(run);
    report_query query = {.report = run->arguments[0]};
    tz_limits limits;
    tz_status status = set_folder(run, &limits);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK)
        status = read_parameters(run, &parameter_list, query.parameters + query.count,
                                 PARAMETERS_MOST - query.count);
    query.count += parameter_list.count;
    if (status == TZ_OK)
        status = run_bounded(run, &query, &limits);
    free(parameter_list.values);
    return status;
}

static const option_row report_options[] = {
    {"param", 0, OPTION_LIST, &parameter_list, "参数，可多次给出", "a parameter; may be repeated",
     "名=值", "NAME=VALUE", 0},
    FOLDER_OPTION,
    {"timeout", 0, OPTION_TEXT, &timeout_text, "本单位报表最多运行几秒，0 不限（默认 10）",
     "seconds that one of the office's own may run; 0: no limit (else 10)", "秒", "SECONDS", 0},
    {"max-rows", 0, OPTION_TEXT, &max_rows_text, "本单位报表最多几行，0 不限（默认 0）",
     "rows that it may give; 0: no limit (else 0)", "行数", "ROWS", 0},
    OPTIONS_END,
};

const command_entry report_command = {
    "report",
    "按名称出报表，含本单位报表；不给名称时列出全部报表",
    "any report by its name, the office's own with them; without one, the list of them",
    "[名称]",
    "[NAME]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    report_options,
    run_report,
};
