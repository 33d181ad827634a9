/* progress.c: adding an entry (进展), and the entries there are. */
#include <stdlib.h>

#include "command.h"
#include "parameters.h"
#include "show.h"

enum { READINGS_MOST = 99 };

static tz_progress entry = TZ_PROGRESS_INIT;
static option_list reading_list;
static const char *readings[READINGS_MOST];

static tz_status read_reading(cli *run, const char *text)
{
    size_t ordinal;
    const char *value;
    tz_status status = split_ordinal(run, "reading", text, READINGS_MOST, &ordinal, &value);
    if (status != TZ_OK)
        return status;
    if (readings[ordinal - 1])
        return complain(run, TZ_MALFORMED, "指标 %zu 的完成值给了两次",
                        "two readings of target %zu are given", ordinal);
    readings[ordinal - 1] = value;
    if (ordinal > entry.reading_count)
        entry.reading_count = ordinal;
    return TZ_OK;
}

static tz_status read_readings(cli *run)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < reading_list.count; i++)
        status = read_reading(run, reading_list.values[i]);
    free(reading_list.values);
    reading_list = (option_list){0};
    entry.readings = readings;
    return status;
}

static tz_status add_entry(cli *run, void *context)
{
    return tz_progress_add(run->ledger, &entry, context);
}

static tz_status run_add(cli *run)
{
    tz_status status = read_readings(run);
    if (status != TZ_OK)
        return status;
    entry.task = run->arguments[0];
    entry.quarter = run->arguments[1];
    entry.reported_on = run->options.on;
    int revision;
    status = write_ledger(run, add_entry, &revision, false);
    if (status == TZ_OK)
        say(run, "已记录：任务 %s，%s，第 %d 版", "recorded: task %s, %s, revision %d", entry.task,
            entry.quarter, revision);
    return status;
}

static const option_row add_options[] = {
    {"percent", 'p', OPTION_TEXT, &entry.percent, "完成百分比", "percent done", "百分比", "PERCENT",
     0},
    {"state", 's', OPTION_TEXT, &entry.state,
     "状态：not_started 未启动，on_schedule 按序时推进，ahead 超序时，behind 滞后，difficult "
     "存在困难，done 已完成",
     "not_started, on_schedule, ahead, behind, difficult or done", "状态", "STATE", 0},
    {"reading", 'r', OPTION_LIST, &reading_list,
     "指标完成值：3.9 是第一个指标的，2=17 是第二个的；可多次给出",
     "a target's figure: 3.9 is the first's, 2=17 the second's; may be repeated", "值",
     "[ORDINAL=]VALUE", 0},
    {"completed-on", 0, OPTION_TEXT, &entry.completed_on, "完成日期", "day of completion", "日期",
     "DAY", 0},
    {"summary", 0, OPTION_TEXT, &entry.summary, "进展情况", "what was done", "文字", "TEXT", 0},
    {"problem", 0, OPTION_TEXT, &entry.problem, "存在问题", "what stands in the way", "文字",
     "TEXT", 0},
    {"next-step", 0, OPTION_TEXT, &entry.next_step, "下一步措施", "what comes next", "文字", "TEXT",
     0},
    {"unit", 0, OPTION_TEXT, &entry.unit, "报送单位（默认列第一位的牵头单位）",
     "the unit that reports (else the first lead unit)", "单位", "NAME", 0},
    {"late", 0, OPTION_FLAG, &entry.allow_late, "调度关闭后补报，记为补报",
     "also once the round is closed: marked as after the close", NULL, NULL, 0},
    {"interim", 0, OPTION_FLAG, &entry.is_interim, "中间报送，不算本季度已报",
     "before the quarter's return, and not counted as it", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry progress_add_command = {
    "progress add",
    "录入一项任务一个季度的进展；再次录入为新版次",
    "add the entry of a task for a quarter; another one is a new revision",
    "任务编号 季度",
    "TASK QUARTER",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

/* An argument is a quarter when it reads as one, else a task. */
static tz_status bind_task_or_quarter(cli *run, report_query *query, const char *text)
{
    char quarter[7];
    if (tz_read_quarter_argument(run->ledger, text, quarter) == TZ_OK)
        return bind_quarter(run, query, text);
    return bind_task(run, query, text);
}

static tz_status list_entries(cli *run)
{
    report_query query = {.report = "progress_list"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    for (size_t i = 0; status == TZ_OK && i < run->argument_count; i++)
        status = bind_task_or_quarter(run, &query, run->arguments[i]);
    return status == TZ_OK ? show_report(run, &query) : status;
}

const command_entry progress_list_command = {
    "progress list",
    "进展一览，可限某季度、某任务",
    "list the entries, of a quarter or a task if one is named",
    "[季度] [任务编号]",
    "[QUARTER] [TASK]",
    0,
    2,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    list_entries,
};
