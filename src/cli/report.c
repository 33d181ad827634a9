/* report.c: any report by its name, an office's own with them, and which there are. */
#include <stdlib.h>
#include <string.h>

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

/* ---- parameters of a built-in report, which its SQL would compare with anything and find nothing
 */

static tz_status read_day(cli *run, tz_parameter *parameter)
{
    char day[11];
    tz_status status = tz_read_day_argument(run->ledger, parameter->value, day);
    parameter->value = status == TZ_OK ? keep_copy(run, day) : NULL;
    return status;
}

static tz_status read_quarter(cli *run, tz_parameter *parameter)
{
    char quarter[7];
    tz_status status = tz_read_quarter_argument(run->ledger, parameter->value, quarter);
    parameter->value = status == TZ_OK ? keep_copy(run, quarter) : NULL;
    return status;
}

static tz_status read_number(cli *run, tz_parameter *parameter)
{
    const char *digits = parameter->value;
    if (*digits != '\0' && digits[strspn(digits, "0123456789")] == '\0')
        return TZ_OK;
    return complain(run, TZ_MALFORMED, "参数 %s 须是整数，不能是“%s”",
                    "the parameter %s is a whole number, not \"%s\"", parameter->name, digits);
}

/* The names are those of the filters: a parameter takes what --unit takes. */
static tz_status read_name(cli *run, tz_parameter *parameter, tz_name_kind kind)
{
    const char *spelling;
    tz_status status =
        tz_find_answering(run->ledger, kind, parameter->value, run->options.as_of, &spelling);
    parameter->value = status == TZ_OK ? keep_copy(run, spelling) : NULL;
    return status;
}

static const struct known_parameter {
    const char *name;
    tz_status (*read)(cli *run, tz_parameter *parameter); /* NULL: it is a name */
    tz_name_kind kind;                                    /* of what */
} known_parameters[] = {
    {.name = "since", .read = read_day},          {.name = "until", .read = read_day},
    {.name = "quarter", .read = read_quarter},    {.name = "year", .read = read_number},
    {.name = "task_id", .read = read_number},     {.name = "journal_id", .read = read_number},
    {.name = "unit", .kind = TZ_NAME_UNIT},       {.name = "leader", .kind = TZ_NAME_LEADER},
    {.name = "section", .kind = TZ_NAME_SECTION}, {.name = "kind", .kind = TZ_NAME_ACTION_KIND},
    {.name = "number", .kind = TZ_NAME_BULLETIN},
};

/* Parameters that nobody knows are the report's own. */
static tz_status read_parameter(cli *run, tz_parameter *parameter)
{
    for (size_t i = 0; i < sizeof known_parameters / sizeof *known_parameters; i++) {
        const struct known_parameter *known = &known_parameters[i];
        if (strcmp(known->name, parameter->name) == 0)
            return known->read ? known->read(run, parameter)
                               : read_name(run, parameter, known->kind);
    }
    return TZ_OK;
}

static tz_status read_known(cli *run, tz_parameter *parameters, size_t count)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        status = read_parameter(run, &parameters[i]);
        if (status == TZ_OK && !parameters[i].value)
            status = complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    }
    return status;
}

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
    tz_parameter *given = query.parameters + query.count;
    if (status == TZ_OK)
        status = read_parameters(run, &parameter_list, given, PARAMETERS_MOST - query.count);
    query.count += parameter_list.count;
    if (status == TZ_OK && !tz_report_is_own(run->ledger, query.report))
        status = read_known(run, given, parameter_list.count);
    if (status == TZ_OK)
        status = run_bounded(run, &query, &limits);
    free(parameter_list.values);
    return status;
}

static const option_row report_options[] = {
    {"param", 0, OPTION_LIST, &parameter_list, "参数，可多次给出；任务用 task=编号",
     "a parameter; may be repeated; a task is task=CODE", "名=值", "NAME=VALUE", 0},
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
