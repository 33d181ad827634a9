/* glance.c: today at a glance, when no command is given. */
#include "command.h"
#include "show.h"

static tz_status run_glance(cli *run)
{
    report_part parts[] = {
        {{.report = "glance_quarter"}, "调度", "Quarter"},
        {{.report = "glance_lamps"}, "亮灯", "Lamps"},
        {{.report = "glance_flags"}, "督查重点", "To press"},
        {{.report = "glance_replies"}, "回复、整改逾期", "Replies and rectifications overdue"},
        {{.report = "glance_worst"}, "最需关注", "Worst"},
        {{.report = "glance_matters"}, "需市政府研究", "To decide"},
    };
    const size_t count = sizeof parts / sizeof *parts;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    for (size_t i = 0; status == TZ_OK && i < count; i++)
        status = bind_as_of(run, &parts[i].query);
    const char *title = TZ_PICK(run->language, "今日一览", "At a glance");
    return status == TZ_OK ? show_parts(run, title, parts, count) : status;
}

const command_entry glance_command = {
    "",
    "今日一览：季度、报送、亮灯、最需关注的任务",
    "today at a glance: quarter, returns, lamps, what is worst",
    "",
    "",
    0,
    0,
    TAKES_AS_OF,
    NULL,
    run_glance,
};
