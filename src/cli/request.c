/* request.c: a contribution asked of a unit (配合报送). */
#include "command.h"

static const char *report_due_on;

static tz_status add_request(cli *run, void *context)
{
    (void)context;
    return tz_request_add(run->ledger, run->arguments[0], run->arguments[1], run->arguments[2],
                          report_due_on, run->options.on);
}

static tz_status run_add(cli *run)
{
    tz_status status = write_ledger(run, add_request, NULL, false);
    if (status == TZ_OK)
        say(run, "已请 %s 配合报送任务 %s，%s", "asked %s for a contribution to task %s, %s",
            run->arguments[2], run->arguments[0], run->arguments[1]);
    return status;
}

static const option_row add_options[] = {
    {"due", 0, OPTION_TEXT, &report_due_on, "报送期限（默认本季度的）",
     "when it is due (else the round's day)", "日期", "DAY", 0},
    OPTIONS_END,
};

const command_entry request_add_command = {
    "request add",
    "请牵头单位以外的单位配合报送，只作参考，不参与评价",
    "ask a unit other than the one that answers for a contribution: shown, never judged",
    "任务编号 季度 单位",
    "TASK QUARTER UNIT",
    3,
    3,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

const command_entry request_list_command = {
    "request list",
    "配合报送一览：向谁要的、是否已报，可限一项任务；--unit 为应报单位",
    "list the contributions asked for and what has come, of a task if one is named; --unit is the "
    "one asked",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};
