/* milestone.c: the dated steps of a task (节点). */
#include "command.h"

static tz_milestone milestone = TZ_MILESTONE_INIT;
static bool is_trial;

static tz_status add_milestone(cli *run, void *context)
{
    return tz_milestone_add(run->ledger, run->arguments[0], &milestone, run->options.on, context);
}

static tz_status run_add(cli *run)
{
    if (!milestone.title || !milestone.due_on)
        return complain(run, TZ_MALFORMED, "milestone add 须给出 --title 和 --due",
                        "milestone add needs --title and --due");
    int ordinal;
    tz_status status = write_ledger(run, add_milestone, &ordinal, false);
    if (status == TZ_OK)
        say(run, "已增列任务 %s 的节点 %d：%s", "task %s: added milestone %d, %s",
            run->arguments[0], ordinal, milestone.title);
    return status;
}

static const option_row add_options[] = {
    {"title", 0, OPTION_TEXT, &milestone.title, "节点内容，如 开工", "the step: 开工, say", "文字",
     "TEXT", 0},
    {"due", 0, OPTION_TEXT, &milestone.due_on, "节点时限", "due day of the step", "日期", "DAY", 0},
    {"percent", 'p', OPTION_TEXT, &milestone.expected_percent,
     "届时应完成百分比；任务的序时进度从此按节点计算",
     "percent due by then; the task is then expected to go by its milestones", "百分比", "PERCENT",
     0},
    {"owner", 0, OPTION_TEXT, &milestone.owner, "责任人", "the person responsible", "姓名", "NAME",
     0},
    OPTIONS_END,
};

const command_entry milestone_add_command = {
    "milestone add",
    "增列任务的节点（工作方案、时间表、责任人），自 --on 之日起计算",
    "add a dated step of a task, with the percent due by then and the person responsible; it "
    "counts "
    "from --on",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

static tz_status finish_milestone(cli *run, void *context)
{
    const int *ordinal = context;
    return tz_milestone_done(run->ledger, run->arguments[0], *ordinal, run->options.on);
}

static tz_status run_done(cli *run)
{
    int ordinal;
    tz_status status = read_ordinal(run, run->arguments[1], &ordinal);
    if (status == TZ_OK)
        status = write_ledger(run, finish_milestone, &ordinal, false);
    if (status == TZ_OK)
        say(run, "任务 %s 的节点 %d 已完成", "task %s: milestone %d is done", run->arguments[0],
            ordinal);
    return status;
}

const command_entry milestone_done_command = {
    "milestone done",
    "节点已完成",
    "mark a milestone as done",
    "任务编号 节点序号",
    "TASK NUMBER",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    NULL,
    run_done,
};

const command_entry milestone_list_command = {
    "milestone list",
    "节点一览，可限一项任务",
    "list the milestones, of a task if one is named",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};

static tz_status import_milestones(cli *run, void *context)
{
    return tz_milestone_import(run->ledger, run->arguments[0], run->options.on, context);
}

static tz_status run_import(cli *run)
{
    tz_import_result result;
    tz_status status = write_ledger(run, import_milestones, &result, is_trial);
    if (status == TZ_OK)
        say_import(run, &result, is_trial);
    return status;
}

static const option_row import_options[] = {
    {"dry-run", 'n', OPTION_FLAG, &is_trial, "只检查，不写入", "check only, write nothing", NULL,
     NULL, 0},
    OPTIONS_END,
};

const command_entry milestone_import_command = {
    "milestone import",
    "从 CSV 导入节点，有一处错误则全部不导入；列：code 任务编号，title 节点，due_on 节点时限，"
    "expected_percent 应完成百分比，owner 责任人；- 为标准输入",
    "import milestones from CSV, all or, with any error, none; columns: code, title, due_on, "
    "expected_percent, owner; - is standard input",
    "文件",
    "FILE",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    import_options,
    run_import,
};
