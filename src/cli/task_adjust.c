/* task_adjust.c: what the government decides on a task (调整). */
#include "command.h"
#include "parameters.h"

enum { TARGETS_MOST = 99 };

static tz_adjustment adjustment = TZ_ADJUSTMENT_INIT;
static const char *target_text;
static bool suspends, resumes;

/* The one kind that the options name. */
static tz_status read_kind(cli *run)
{
    const struct {
        const char *kind;
        bool is_given;
    } kinds[] = {{"due", adjustment.new_due_on},
                 {"target", target_text},
                 {"suspend", suspends},
                 {"resume", resumes}};
    int count = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].is_given) {
            adjustment.kind = kinds[i].kind;
            count++;
        }
    if (count == 1)
        return TZ_OK;
    return complain(run, TZ_MALFORMED,
                    "task adjust 每次须且只须给出 --due、--target、--suspend、--resume 之一",
                    "task adjust takes one of --due, --target, --suspend, --resume");
}

static tz_status adjust_task(cli *run, void *context)
{
    (void)context;
    return tz_task_adjust(run->ledger, run->arguments[0], &adjustment);
}

static tz_status run_adjust(cli *run)
{
    tz_status status = read_kind(run);
    if (status == TZ_OK && (!adjustment.reason || !adjustment.authority))
        status = complain(run, TZ_MALFORMED,
                          "task adjust 须用 --reason 写明理由，用 --authority 写明批准机关或领导",
                          "task adjust needs --reason and --authority");
    if (status == TZ_OK && target_text)
        status = split_ordinal(run, "target", target_text, TARGETS_MOST, &adjustment.target,
                               &adjustment.new_value);
    adjustment.decided_on = run->options.on;
    if (status == TZ_OK)
        status = write_ledger(run, adjust_task, NULL, false);
    if (status == TZ_OK)
        say(run, "已调整任务 %s", "adjusted task %s", run->arguments[0]);
    return status;
}

static const option_row adjust_options[] = {
    {"due", 0, OPTION_TEXT, &adjustment.new_due_on, "延期：新的完成时限",
     "the new due day of a staged task", "日期", "DAY", 0},
    {"target", 0, OPTION_TEXT, &target_text,
     "调整指标：1=35 把第一个指标的目标值改为 35；只写 35 也是第一个的",
     "a target's new value: 1=35, or 35, is the first's", "序号=值", "[ORDINAL=]VALUE", 0},
    {"suspend", 0, OPTION_FLAG, &suspends, "暂缓", "suspend it", NULL, NULL, 0},
    {"resume", 0, OPTION_FLAG, &resumes, "恢复", "resume it", NULL, NULL, 0},
    {"reason", 0, OPTION_TEXT, &adjustment.reason, "理由（必填）", "why (needed)", "文字", "TEXT",
     0},
    {"authority", 0, OPTION_TEXT, &adjustment.authority, "批准机关或领导（必填）",
     "who decided it (needed)", "名称", "NAME", 0},
    OPTIONS_END,
};

const command_entry task_adjust_command = {
    "task adjust",
    "记录市政府对一项任务的调整：延期、调整指标、暂缓、恢复；原定的保留",
    "record what the government decides on a task; the original stays",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    adjust_options,
    run_adjust,
};
