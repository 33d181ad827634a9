/* unit.c: units: the list, and all about one. */
#include "command.h"
#include "show.h"

const command_entry unit_list_command = {
    "unit list", "单位一览", "list the units", "", "", 0, 0, TAKES_AS_OF, NULL, run_list,
};

static tz_status run_show(cli *run)
{
    report_part parts[] = {
        {{.report = "unit_show_unit"}, "单位", "Unit"},
        {{.report = "unit_show_members"}, "成员", "Members"},
        {{.report = "unit_show_successions"}, "接任", "Succession"},
        {{.report = "unit_show_contacts"}, "联系人", "Contacts"},
        {{.report = "unit_show_scorecard"}, "牵头任务统计", "Scorecard"},
        {{.report = "unit_show_tasks"}, "任务", "Tasks"},
        {{.report = "unit_show_actions"}, "督查行动", "Actions"},
    };
    const size_t count = sizeof parts / sizeof *parts;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        status = bind_as_of(run, &parts[i].query);
        if (status == TZ_OK)
            status = bind_name(run, &parts[i].query, "unit", TZ_NAME_UNIT, run->arguments[0]);
    }
    return status == TZ_OK ? show_parts(run, run->arguments[0], parts, count) : status;
}

const command_entry unit_show_command = {
    "unit show",
    "一个单位的任务和统计",
    "a unit's tasks and scorecard",
    "单位",
    "NAME",
    1,
    1,
    TAKES_AS_OF,
    NULL,
    run_show,
};
