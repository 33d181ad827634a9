/* unit_member.c: the members of a collective unit. */
#include "command.h"

static const char *task;
static bool removes;

static tz_status change_member(cli *run, void *context)
{
    (void)context;
    return removes ? tz_unit_member_remove(run->ledger, run->arguments[0], run->arguments[1], task)
                   : tz_unit_member_add(run->ledger, run->arguments[0], run->arguments[1], task);
}

static tz_status run_member(cli *run)
{
    tz_status status = write_ledger(run, change_member, NULL, false);
    if (status == TZ_OK && removes)
        say(run, "已移除：%s 不再是 %s 的成员", "removed: %s is no member of %s any more",
            run->arguments[1], run->arguments[0]);
    else if (status == TZ_OK)
        say(run, "已登记：%s 是 %s 的成员", "recorded: %s is a member of %s", run->arguments[1],
            run->arguments[0]);
    return status;
}

static const option_row member_options[] = {
    {"remove", 0, OPTION_FLAG, &removes, "移除此成员", "take the member out", NULL, NULL, 0},
    {"task", 0, OPTION_TEXT, &task,
     "只限此任务（如沿线县）：有了自己的成员后，其他成员不再承担这项任务",
     "of this task only; with members of its own it no longer has the others", "任务编号", "TASK",
     0},
    OPTIONS_END,
};

const command_entry unit_member_command = {
    "unit member",
    "登记统称单位（如各县（市、区）人民政府）的成员",
    "add a member of a collective unit, or take it out",
    "统称单位 成员单位",
    "COLLECTIVE UNIT",
    2,
    2,
    TAKES_ACTOR,
    member_options,
    run_member,
};
