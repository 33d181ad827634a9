/* leader.c: leaders: the list, and all about one. */
#include "command.h"
#include "show.h"

const command_entry leader_list_command = {
    "leader list", "领导一览", "list the leaders", "", "", 0, 0, TAKES_AS_OF, NULL, run_list,
};

static tz_status run_show(cli *run)
{
    report_part parts[] = {
        {{.report = "leader_show_successions"}, "接任", "Succession"},
        {{.report = "leader_show_scorecard"}, "牵头任务统计", "Scorecard"},
        {{.report = "leader_show_tasks"}, "任务", "Tasks"},
    };
    const size_t count = sizeof parts / sizeof *parts;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        status = bind_as_of(run, &parts[i].query);
        if (status == TZ_OK)
            status = bind_name(run, &parts[i].query, "leader", TZ_NAME_LEADER, run->arguments[0]);
    }
    return status == TZ_OK ? show_parts(run, run->arguments[0], parts, count) : status;
}

const command_entry leader_show_command = {
    "leader show",
    "一位领导牵头的任务和统计",
    "a leader's tasks and scorecard",
    "姓名",
    "NAME",
    1,
    1,
    TAKES_AS_OF,
    NULL,
    run_show,
};
