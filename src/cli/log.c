/* log.c: who changed what, from the journal. */

#include "command.h"
#include "show.h"

static const char *task, *unit, *by, *since, *until;
static bool lists_all;

/* Of a row with more changes people want to know how many there are in which table. */
enum { MOST_CHANGES = 500 };

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
        status = bind_answering(run, &query, "unit", TZ_NAME_UNIT, unit);
    if (status == TZ_OK)
        status = bind_day(run, &query, "since", since);
    if (status == TZ_OK)
        status = bind_day(run, &query, "until", until);
    bind_parameter(&query, "by", by);
    return status == TZ_OK ? show_report(run, &query) : status;
}

static tz_status fail_not_found(cli *run, int64_t journal_id)
{
    complain(run, TZ_NOT_FOUND, "没有第 %lld 号日志", "there is no journal row %lld",
             (long long)journal_id);
    advise(run, "用 log 列出全部", "log lists them");
    return TZ_NOT_FOUND;
}

/* How many changes a row made, which its report gives in its last column. */
static tz_status count_changes(cli *run, const report_query *command, int64_t journal_id,
                               int64_t *changes)
{
    tz_rows *rows;
    bool has_row = false;
    tz_status status =
        tz_report(run->ledger, command->report, command->parameters, command->count, &rows);
    if (status == TZ_OK)
        status = tz_rows_next(rows, &has_row);
    if (status == TZ_OK && has_row)
        *changes = tz_rows_integer(rows, tz_rows_column_count(rows) - 1);
    tz_rows_close(rows);
    return status == TZ_OK && !has_row ? fail_not_found(run, journal_id) : status;
}

static tz_status show_counts(cli *run, report_part parts[2], int64_t journal_id)
{
    parts[1].query.report = "log_tables";
    tz_status status = show_parts(run, NULL, parts, 2);
    if (status == TZ_OK)
        advise(run, "变更较多，只列条数；log %lld --all 列出全部",
               "there are many changes, so they are counted; log %lld --all lists them",
               (long long)journal_id);
    return status;
}

static tz_status show_row(cli *run, int64_t journal_id)
{
    int64_t changes = 0;
    report_part parts[2] = {
        {{.report = "log_command"}, "日志", "journal row"},
        {{.report = "log_changes"}, "变更", "changes"},
    };
    tz_status status = TZ_OK;
    for (size_t i = 0; i < 2 && status == TZ_OK; i++)
        status = bind_integer(run, &parts[i].query, "journal_id", journal_id);
    if (status == TZ_OK)
        status = count_changes(run, &parts[0].query, journal_id, &changes);
    if (status != TZ_OK)
        return status;
    if (lists_all) /* which may be more than memory holds */
        return show_report(run, &parts[1].query);
    return changes > MOST_CHANGES ? show_counts(run, parts, journal_id)
                                  : show_parts(run, NULL, parts, 2);
}

static tz_status run_log(cli *run)
{
    int64_t journal_id = 0;
    bool has_number = run->argument_count > 0;
    bool has_filter = task || unit || by || since || until;
    if (has_number && has_filter)
        return complain(run, TZ_MALFORMED, "指明日志编号时不能再加筛选",
                        "a journal row by its number takes no filters");
    if (!has_number && lists_all)
        return complain(run, TZ_MALFORMED, "--all 须指明日志编号",
                        "--all is of a journal row by its number");
    tz_status status =
        has_number ? tz_read_id_argument(run->ledger, run->arguments[0], &journal_id) : TZ_OK;
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status != TZ_OK)
        return status;
    return has_number ? show_row(run, journal_id) : show_log(run);
}

static const option_row log_options[] = {
    {"task", 0, OPTION_TEXT, &task, "只列与此任务有关的", "only what is about the task", "任务",
     "CODE", 0},
    {"unit", 0, OPTION_TEXT, &unit, "只列与此单位、其前身或其牵头任务有关的",
     "only what is about the unit, its predecessors or a task they lead", "单位", "NAME", 0},
    {"by", 0, OPTION_TEXT, &by, "只列此人所做的", "only what this person did", "操作人", "NAME", 0},
    {"since", 0, OPTION_TEXT, &since, "自哪一天起", "from this day on", "日期", "DAY", 0},
    {"until", 0, OPTION_TEXT, &until, "至哪一天止", "up to this day", "日期", "DAY", 0},
    {"all", 0, OPTION_FLAG, &lists_all, "一条日志变更再多也全部列出",
     "of one row all changes, however many", NULL, NULL, 0},
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
