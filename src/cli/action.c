/* action.c: issuing an action (督查行动), and the actions there are. */
#include <inttypes.h>

#include "command.h"
#include "show.h"

static tz_action action = TZ_ACTION_INIT;

static tz_status add_action(cli *run, void *context)
{
    return tz_action_add(run->ledger, &action, context);
}

static tz_status run_add(cli *run)
{
    action.kind = run->arguments[0];
    action.issued_on = run->options.on;
    if (!action.task && !action.unit)
        return complain(run, TZ_MALFORMED, "action add 须给出 --task 或 --unit",
                        "action add needs --task or --unit");
    int64_t action_id;
    tz_status status = write_ledger(run, add_action, &action_id, false);
    if (status == TZ_OK)
        say(run, "已记录：督查行动 %" PRId64, "recorded: action %" PRId64, action_id);
    return status;
}

static const option_row add_options[] = {
    {"task", 0, OPTION_TEXT, &action.task, "针对的任务", "the task it is about", "任务编号", "TASK",
     0},
    {"unit", 0, OPTION_TEXT, &action.unit, "督查对象（给出任务时，默认当日负责此任务的牵头单位）",
     "the unit it is addressed to (with a task: else the one that answers for it)", "单位", "NAME",
     0},
    {"method", 0, OPTION_TEXT, &action.method, "专项督查的方式：open 明查，covert 暗访",
     "of an inspection: open or covert", "方式", "METHOD", 0},
    {"reply-due", 0, OPTION_TEXT, &action.reply_due_on, "回复期限（默认不要求回复）",
     "the day by which to reply (else no reply is wanted)", "日期", "DAY", 0},
    {"content", 0, OPTION_TEXT, &action.content, "内容", "what it says", "文字", "TEXT", 0},
    {"approved-by", 0, OPTION_TEXT, &action.approved_by,
     "批准人：通报表扬、通报批评、追责问责建议须写明",
     "who approved it: commend, criticise and propose_accountability need it", "姓名", "NAME", 0},
    OPTIONS_END,
};

const command_entry action_add_command = {
    "action add",
    "下发督查行动：chase 催报，press 催办，supervise 督办，inspect 专项督查，interview "
    "约谈，meeting "
    "专题会议，commend 通报表扬，criticise 通报批评，propose_accountability 追责问责建议",
    "issue an action: chase, press, supervise, inspect, interview, meeting, commend, criticise or "
    "propose_accountability",
    "种类",
    "KIND",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

/* ---- the list */

static bool lists_overdue, lists_open;
static const char *kind;

static tz_status bind_list(cli *run, report_query *query)
{
    int64_t task_id;
    tz_status status = bind_filters(run, query);
    if (status == TZ_OK)
        status = bind_name(run, query, "kind", TZ_NAME_ACTION_KIND, kind);
    if (status != TZ_OK || run->argument_count == 0)
        return status;
    status = tz_find_task_id(run->ledger, run->arguments[0], &task_id);
    return status == TZ_OK ? bind_integer(run, query, "task_id", task_id) : status;
}

static tz_status list_actions(cli *run)
{
    report_query query = {.report = lists_overdue ? "overdue_reply" : "action_list"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_list(run, &query);
    if (lists_open && !lists_overdue) /* what is overdue is open */
        bind_parameter(&query, "open", "1");
    return status == TZ_OK ? show_report(run, &query) : status;
}

static const option_row list_options[] = {
    {"overdue", 0, OPTION_FLAG, &lists_overdue, "只列回复或整改逾期的",
     "only those whose reply or rectification is overdue", NULL, NULL, 0},
    {"open", 0, OPTION_FLAG, &lists_open, "只列未办结的", "only those not closed", NULL, NULL, 0},
    {"kind", 0, OPTION_TEXT, &kind, "只列此种行动，如 催办", "only this kind: press", "种类",
     "KIND", 0},
    OPTIONS_END,
};

const command_entry action_list_command = {
    "action list",
    "督查行动一览，可限某任务",
    "list the actions, of a task if one is named",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    list_options,
    list_actions,
};
