/* task.c: tasks: the list, all about one, adding and setting. */
#include "command.h"
#include "show.h"

static tz_task_change change = TZ_TASK_CHANGE_INIT;
static const char *key_text, *confirmed_text;

const command_entry task_list_command = {
    "task list",
    "任务一览：状态和亮灯",
    "list the tasks with their states and lamps",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_list,
};

static tz_status run_show(cli *run)
{
    report_part parts[] = {
        {{.report = "task_show_task"}, "任务", "Task"},
        {{.report = "task_show_status"}, "当前状态", "Status"},
        {{.report = "task_show_units"}, "单位", "Units"},
        {{.report = "task_show_rollup"}, "分解汇总", "Roll-up"},
        {{.report = "task_show_parts"}, "分项", "Sub-items"},
        {{.report = "task_show_targets"}, "指标", "Targets"},
        {{.report = "task_show_contributions"}, "分解指标", "Shares and contributions"},
        {{.report = "task_show_milestones"}, "节点", "Milestones"},
        {{.report = "task_show_requests"}, "应报事项", "Requests"},
        {{.report = "task_show_entries"}, "进展", "Progress"},
        {{.report = "task_show_reviews"}, "审核", "Reviews"},
        {{.report = "task_show_continuity"}, "承接关系", "Continues, and is continued by"},
        {{.report = "task_show_earlier_entries"}, "承接前的进展", "Progress before"},
        {{.report = "task_show_adjustments"}, "调整", "Adjustments"},
        {{.report = "task_show_closures"}, "销号", "Closures"},
        {{.report = "task_show_actions"}, "督查行动", "Actions"},
        {{.report = "task_show_matters"}, "请示事项", "Matters"},
        {{.report = "task_show_evidence"}, "佐证材料", "Evidence"},
    };
    const size_t count = sizeof parts / sizeof *parts;
    int64_t task_id;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_find_task_id(run->ledger, run->arguments[0], &task_id);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        status = bind_as_of(run, &parts[i].query);
        if (status == TZ_OK)
            status = bind_integer(run, &parts[i].query, "task_id", task_id);
    }
    char title[64];
    snprintf(title, sizeof title, TZ_PICK(run->language, "任务%s", "Task %s"), run->arguments[0]);
    return status == TZ_OK ? show_parts(run, title, parts, count) : status;
}

const command_entry task_show_command = {
    "task show",
    "一项任务的全部情况和历史",
    "all about one task, its history with it",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_AS_OF,
    NULL,
    run_show,
};

static tz_status read_flags(cli *run)
{
    tz_status status = read_flag(run, "key", key_text, &change.is_key);
    if (status == TZ_OK)
        status = read_flag(run, "confirmed", confirmed_text, &change.kind_confirmed);
    return status;
}

static const option_row change_options[] = {
    {"text", 0, OPTION_TEXT, &change.text, "任务内容", "what is to be done", "文字", "TEXT", 0},
    {"kind", 0, OPTION_TEXT, &change.kind, "类型：staged 阶段性，standing 长期性",
     "staged or standing", "类型", "KIND", 0},
    {"due-on", 0, OPTION_TEXT, &change.due_on, "完成时限（阶段性任务）", "due day of a staged task",
     "日期", "DAY", 0},
    {"starts-on", 0, OPTION_TEXT, &change.starts_on, "起始日", "first day", "日期", "DAY", 0},
    {"key", 0, OPTION_TEXT, &key_text, "是否重大事项", "whether it is a key matter", "是|否",
     "yes|no", 0},
    {"confirmed", 0, OPTION_TEXT, &confirmed_text, "类型和时限是否已确认",
     "whether kind and due day are confirmed", "是|否", "yes|no", 0},
    {"in-section", 0, OPTION_TEXT, &change.section, "所在章节，如 二(一)", "its section: 二(一)",
     "章节", "LABEL", 0},
    {"leaders", 0, OPTION_TEXT, &change.leaders, "牵头领导，以、分隔",
     "lead leaders, joined with 、", "姓名", "NAMES", 0},
    {"lead-units", 0, OPTION_TEXT, &change.lead_units, "牵头单位，以、分隔，列第一位的负责",
     "lead units, joined with 、; the first answers", "单位", "NAMES", 0},
    {"responsible-units", 0, OPTION_TEXT, &change.responsible_units, "责任单位，以、分隔",
     "responsible units, joined with 、", "单位", "NAMES", 0},
    OPTIONS_END,
};

static tz_status add_task(cli *run, void *context)
{
    (void)context;
    return tz_task_add(run->ledger, run->arguments[0], &change, run->options.on);
}

static tz_status run_add(cli *run)
{
    if (!change.text || !change.lead_units)
        return complain(run, TZ_MALFORMED, "task add 须给出 --text 和 --lead-units",
                        "task add needs --text and --lead-units");
    tz_status status = read_flags(run);
    if (status == TZ_OK)
        status = write_ledger(run, add_task, NULL, false);
    if (status == TZ_OK)
        say(run, "已增列任务 %s", "added task %s", run->arguments[0]);
    return status;
}

const command_entry task_add_command = {
    "task add",
    "增列通知之外的任务",
    "add a task that the notice does not have",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    change_options,
    run_add,
};

static tz_status set_task(cli *run, void *context)
{
    (void)context;
    return tz_task_set(run->ledger, run->arguments[0], &change);
}

static tz_status run_set(cli *run)
{
    tz_status status = read_flags(run);
    if (status == TZ_OK)
        status = write_ledger(run, set_task, NULL, false);
    if (status == TZ_OK)
        say(run, "已更新任务 %s", "set task %s", run->arguments[0]);
    return status;
}

const command_entry task_set_command = {
    "task set",
    "补正通知未写明或导入时推定的内容",
    "set what the notice left open or the importer proposed",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    change_options,
    run_set,
};
