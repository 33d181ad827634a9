/* matter.c: what is reported upward (请示事项): raising it, deciding it, the lists. */
#include <inttypes.h>

#include "command.h"
#include "show.h"

static tz_matter matter = TZ_MATTER_INIT;
static const char *decision;
static bool only_open;

static tz_status list_matters(cli *run)
{
    report_query query = {.report = only_open ? "open_matter" : "matter_list"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK && run->argument_count > 0)
        status = bind_task(run, &query, run->arguments[0]);
    return status == TZ_OK ? show_report(run, &query) : status;
}

static const option_row list_options[] = {
    {"open", 0, OPTION_FLAG, &only_open, "只列需市政府研究事项，即尚无决定的",
     "only those that await a decision", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry matter_list_command = {
    "matter list",
    "请示事项一览，待决定的在前，可限一项任务",
    "list what was reported upward, the undecided first, of a task if one is named",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    list_options,
    list_matters,
};

static tz_status add_matter(cli *run, void *context)
{
    return tz_matter_add(run->ledger, &matter, context);
}

static tz_status run_add(cli *run)
{
    int64_t matter_id = 0;
    if (!matter.content)
        return complain(run, TZ_MALFORMED, "matter add 须给出 --content",
                        "matter add needs --content");
    if (!matter.task && !matter.unit)
        return complain(run, TZ_MALFORMED, "matter add 须给出 --task 或 --unit",
                        "matter add needs --task or --unit");
    matter.raised_on = run->options.on;
    tz_status status = write_ledger(run, add_matter, &matter_id, false);
    if (status == TZ_OK)
        say(run, "已记录：%" PRId64 " 号请示事项，待决定",
            "recorded: matter %" PRId64 ", which awaits a decision", matter_id);
    return status;
}

static const option_row add_options[] = {
    {"task", 0, OPTION_TEXT, &matter.task, "有关的任务（任务和单位至少给一项）",
     "the task it is about (a task, a unit, or both)", "任务编号", "TASK", 0},
    {"unit", 0, OPTION_TEXT, &matter.unit, "请示单位（默认任务的第一牵头单位）",
     "the unit that raises it (else the task's first lead unit)", "单位", "NAME", 0},
    {"content", 0, OPTION_TEXT, &matter.content, "内容（必填）", "what it is (needed)", "文字",
     "TEXT", 0},
    {"objective-reason", 0, OPTION_TEXT, &matter.objective_reason, "客观原因",
     "the objective reason", "文字", "TEXT", 0},
    {"leader", 0, OPTION_TEXT, &matter.leader, "呈报领导", "the leader it is put to", "姓名",
     "NAME", 0},
    OPTIONS_END,
};

const command_entry matter_add_command = {
    "matter add",
    "记录请示事项：重大事项、问题、目标难以完成的预报",
    "record what a unit reports upward, to be decided",
    "",
    "",
    0,
    0,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

static tz_status decide_matter(cli *run, void *context)
{
    const int64_t *matter_id = context;
    return tz_matter_decide(run->ledger, *matter_id, decision, run->options.on);
}

static tz_status run_decide(cli *run)
{
    int64_t matter_id = 0;
    if (!decision)
        return complain(run, TZ_MALFORMED, "matter decide 须给出 --decision",
                        "matter decide needs --decision");
    tz_status status = tz_read_id_argument(run->ledger, run->arguments[0], &matter_id);
    if (status == TZ_OK)
        status = write_ledger(run, decide_matter, &matter_id, false);
    if (status == TZ_OK)
        say(run, "已记录对 %" PRId64 " 号请示事项的决定",
            "recorded the decision on matter %" PRId64, matter_id);
    return status;
}

static const option_row decide_options[] = {
    {"decision", 0, OPTION_TEXT, &decision, "决定（必填）", "what was decided (needed)", "文字",
     "TEXT", 0},
    OPTIONS_END,
};

const command_entry matter_decide_command = {
    "matter decide",
    "记录对请示事项的决定；由此延期、暂缓等用 task adjust",
    "record what was decided; what follows for a task is task adjust",
    "事项号",
    "NUMBER",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    decide_options,
    run_decide,
};
