/* target.c: the numbers in a task (指标): the list, adding and setting. */
#include "command.h"

static tz_target_change change = TZ_TARGET_CHANGE_INIT;
static const char *about_text;

static const option_row change_options[] = {
    {"name", 0, OPTION_TEXT, &change.name, "指标名称", "what is counted", "文字", "TEXT", 0},
    {"kind", 0, OPTION_TEXT, &change.kind,
     "类别：amount 累计（全年相加），level 水平（各季比较），reach 达到（年内一次）",
     "amount (adds up over the year), level (compared each quarter) or reach (once, by the end)",
     "类别", "KIND", 0},
    {"value", 0, OPTION_TEXT, &change.value, "目标值", "the value to come to", "数", "VALUE", 0},
    {"value-high", 0, OPTION_TEXT, &change.value_high, "目标为区间时的上限（3—5 座的 5）",
     "the upper end of a range", "数", "VALUE", 0},
    {"measure", 0, OPTION_TEXT, &change.measure, "计量单位：亿元、公里、%",
     "its measure: 亿元, 公里, %", "单位", "MEASURE", 0},
    {"comparison", 0, OPTION_TEXT, &change.comparison, "比较：>= 不低于（默认），<= 不高于",
     ">= at least (the default) or <= at most", ">=|<=", ">=|<=", 0},
    {"about", 0, OPTION_TEXT, &about_text, "是否“左右”：可差一成", "whether it may miss by a tenth",
     "是|否", "yes|no", 0},
    OPTIONS_END,
};

static tz_status add_target(cli *run, void *context)
{
    return tz_target_add(run->ledger, run->arguments[0], &change, run->options.on, context);
}

static tz_status run_add(cli *run)
{
    if (!change.name || !change.kind || !change.value)
        return complain(run, TZ_MALFORMED, "target add 须给出 --name、--kind 和 --value",
                        "target add needs --name, --kind and --value");
    int ordinal;
    tz_status status = read_flag(run, "about", about_text, &change.is_about);
    if (status == TZ_OK)
        status = write_ledger(run, add_target, &ordinal, false);
    if (status == TZ_OK)
        say(run, "已增列任务 %s 的指标 %d：%s", "task %s: added target %d, %s", run->arguments[0],
            ordinal, change.name);
    return status;
}

const command_entry target_add_command = {
    "target add",
    "增列任务的指标，自 --on 之日起计算",
    "add a target of a task; it counts from --on",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    change_options,
    run_add,
};

static tz_status set_target(cli *run, void *context)
{
    const int *ordinal = context;
    return tz_target_set(run->ledger, run->arguments[0], *ordinal, &change);
}

static tz_status run_set(cli *run)
{
    int ordinal;
    tz_status status = read_ordinal(run, run->arguments[1], &ordinal);
    if (status == TZ_OK)
        status = read_flag(run, "about", about_text, &change.is_about);
    if (status == TZ_OK)
        status = write_ledger(run, set_target, &ordinal, false);
    if (status == TZ_OK)
        say(run, "已更新任务 %s 的指标 %d", "task %s: set target %d", run->arguments[0], ordinal);
    return status;
}

const command_entry target_set_command = {
    "target set",
    "更正导入时推定的指标；任务已有进展后，目标值只能用 task adjust 调整",
    "correct what the importer proposed; once the task has entries a value is adjusted with task "
    "adjust",
    "任务编号 指标序号",
    "TASK NUMBER",
    2,
    2,
    TAKES_ACTOR,
    change_options,
    run_set,
};

const command_entry target_list_command = {
    "target list",
    "指标一览：目标值、完成值、节点和分解，可限一项任务",
    "list the targets with readings, nodes and shares, of a task if one is named",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};
