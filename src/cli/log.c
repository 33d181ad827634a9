/* log.c: who changed what, from the journal. */
#include <errno.h>
#include <stdlib.h>

#include "command.h"
#include "show.h"

static const char *task, *unit, *by, *since, *until;

static tz_status bind_day(cli *run, report_query *query, const char *name, const char *text)
{
    char day[11];
    if (!text)
        return TZ_OK;
    tz_status status = tz_read_day_argument(run->ledger, text, day);
    if (status != TZ_OK)
        return status;
    bind_parameter(query, name, keep_copy(run, day));
    return TZ_OK;
}

static tz_status show_log(cli *run)
{
    report_query query = {.report = "log"};
    tz_status status = task ? bind_task(run, &query, task) : TZ_OK;
    if (status == TZ_OK)
        status = bind_name(run, &query, "unit", TZ_NAME_UNIT, unit);
    if (status == TZ_OK)
        status = bind_day(run, &query, "since", since);
    if (status == TZ_OK)
        status = bind_day(run, &query, "until", until);
    bind_parameter(&query, "by", by);
    return status == TZ_OK ? show_report(run, &query) : status;
}

static tz_status check_row(cli *run, const char *number)
{
    const tz_parameter parameter = {"journal_id", number};
    tz_rows *rows;
    bool has_row = false;
    tz_status status = tz_report(run->ledger, "log_command", &parameter, 1, &rows);
    if (status == TZ_OK)
        status = tz_rows_next(rows, &has_row);
    tz_rows_close(rows);
    if (status != TZ_OK || has_row)
        return status;
    complain(run, TZ_NOT_FOUND, "没有第 %s 号日志", "there is no journal row %s", number);
    advise(run, "用 log 列出全部", "log lists them");
    return TZ_NOT_FOUND;
}

static tz_status show_row(cli *run, const char *number)
{
    char *end;
    errno = 0;
    long long journal_id = strtoll(number, &end, 10);
    if (errno || *number < '1' || *number > '9' || *end != '\0')
        return complain(run, TZ_MALFORMED, "日志编号须是从1起的整数，不能是“%s”",
                        "a journal row's number is a whole number from 1, not \"%s\"", number);
    report_part parts[2] = {
        {{.report = "log_command"}, NULL, NULL},
        {{.report = "log_changes"}, "变更", "changes"},
    };
    tz_status status = check_row(run, number);
    for (size_t i = 0; i < 2 && status == TZ_OK; i++)
        status = bind_integer(run, &parts[i].query, "journal_id", journal_id);
    return status == TZ_OK ? show_parts(run, parts, 2) : status;
}

static tz_status run_log(cli *run)
{
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status != TZ_OK)
        return status;
    if (run->argument_count == 0)
        return show_log(run);
    if (!task && !unit && !by && !since && !until)
        return show_row(run, run->arguments[0]);
    return complain(run, TZ_MALFORMED, "指明日志编号时不能再加筛选",
                    "a journal row by its number takes no filters");
}

static const option_row log_options[] = {
    {"task", 0, OPTION_TEXT, &task, "只列与此任务有关的", "only what is about the task", "任务",
     "CODE", 0},
    {"unit", 0, OPTION_TEXT, &unit, "只列与此单位或其牵头任务有关的",
     "only what is about the unit or a task it leads", "单位", "NAME", 0},
    {"by", 0, OPTION_TEXT, &by, "只列此人所做的", "only what this person did", "操作人", "NAME", 0},
    {"since", 0, OPTION_TEXT, &since, "自哪一天起", "from this day on", "日期", "DAY", 0},
    {"until", 0, OPTION_TEXT, &until, "至哪一天止", "up to this day", "日期", "DAY", 0},
    OPTIONS_END,
};

const command_entry log_command = {
    "log",
    "日志：何人何时改了什么，最近的在前；给出编号则列其全部变更",
    "who changed what and when, the newest first; with a NUMBER all changes of that row",
    "[日志编号]",
    "[NUMBER]",
    0,
    1,
    0,
    log_options,
    run_log,
};
