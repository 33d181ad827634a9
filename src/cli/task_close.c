/* task_close.c: closing a task (销号) and taking it back (撤销销号). */
#include "command.h"

static tz_closure closure = TZ_CLOSURE_INIT;
static const char *reopen_reason;

static tz_status close_task(cli *run, void *context)
{
    return tz_task_close(run->ledger, run->arguments[0], &closure, context);
}

static tz_status run_close(cli *run)
{
    bool was_late = false;
    if (!closure.basis)
        return complain(run, TZ_MALFORMED, "task close 须用 --basis 写明销号依据",
                        "task close needs --basis");
    closure.closed_on = run->options.on;
    tz_status status = write_ledger(run, close_task, &was_late, false);
    if (status == TZ_OK)
        say(run, "已销号：任务 %s%s", "closed task %s%s", run->arguments[0],
            was_late ? TZ_PICK(run->language, "（逾期完成）", ", completed late") : "");
    return status;
}

static const option_row close_options[] = {
    {"basis", 0, OPTION_TEXT, &closure.basis, "销号依据（必填）", "on what grounds (needed)",
     "文字", "TEXT", 0},
    {"outcome", 0, OPTION_TEXT, &closure.outcome,
     "结果：completed 完成销号（默认），terminated 终止，carried_over 转入下年",
     "completed (else), terminated or carried_over", "结果", "OUTCOME", 0},
    {"completed-on", 0, OPTION_TEXT, &closure.completed_on,
     "完成日期（默认取单位报完成时所填日期，未填则取报送日期）",
     "day of completion (else as the unit reported it)", "日期", "DAY", 0},
    {"confirmed-by", 0, OPTION_TEXT, &closure.confirmed_by, "确认人", "who confirmed it", "姓名",
     "NAME", 0},
    {"yes", 'y', OPTION_FLAG, &closure.accepts_obstacles, "有未了事项也销号",
     "close it in spite of what is left undone", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry task_close_command = {
    "task close",
    "销号：由市政府办公室确认一项任务办结",
    "close a task: the office confirms that it is settled",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    close_options,
    run_close,
};

static tz_status reopen_task(cli *run, void *context)
{
    (void)context;
    return tz_task_reopen(run->ledger, run->arguments[0], reopen_reason, run->options.on);
}

static tz_status run_reopen(cli *run)
{
    if (!reopen_reason)
        return complain(run, TZ_MALFORMED, "task reopen 须用 --reason 写明撤销理由",
                        "task reopen needs --reason");
    tz_status status = write_ledger(run, reopen_task, NULL, false);
    if (status == TZ_OK)
        say(run, "已撤销销号：任务 %s", "reopened task %s", run->arguments[0]);
    return status;
}

static const option_row reopen_options[] = {
    {"reason", 0, OPTION_TEXT, &reopen_reason, "撤销理由（必填）", "why (needed)", "文字", "TEXT",
     0},
    OPTIONS_END,
};

const command_entry task_reopen_command = {
    "task reopen",
    "撤销销号：任务自当日起重新督办，此前各日仍为已销号",
    "take a task's closure back from that day on",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    reopen_options,
    run_reopen,
};
