/* action_propose.c: what the flags suggest to chase and to press (行动建议), and issuing it. */
#include "command.h"
#include "show.h"

static const char *kind, *reply_due;
static bool records;

static tz_status bind_proposals(cli *run, report_query *query)
{
    tz_status status = bind_filters(run, query);
    if (status == TZ_OK)
        status = bind_name(run, query, "kind", TZ_NAME_ACTION_KIND, kind);
    if (status == TZ_OK)
        status = bind_task_list(run, query);
    return status;
}

static tz_status issue_proposals(cli *run, void *context)
{
    report_query query = {.report = "action_propose"};
    tz_status status = bind_proposals(run, &query);
    if (status != TZ_OK)
        return status;
    return tz_action_issue_proposed(run->ledger, query.parameters, query.count, reply_due, context);
}

static tz_status record_proposals(cli *run)
{
    size_t count;
    tz_status status = write_ledger(run, issue_proposals, &count, false);
    if (status == TZ_OK && count > 0)
        say(run, "已下发督查行动 %zu 项", "actions issued: %zu", count);
    else if (status == TZ_OK)
        say(run, "没有要下发的建议", "nothing is proposed");
    return status;
}

static tz_status run_propose(cli *run)
{
    if (records)
        return record_proposals(run);
    if (reply_due)
        return complain(run, TZ_MALFORMED, "--reply-due 只与 --record 同用",
                        "--reply-due goes with --record");
    report_query query = {.report = "action_propose"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_proposals(run, &query);
    return status == TZ_OK ? show_report(run, &query) : status;
}

static const option_row propose_options[] = {
    {"record", 0, OPTION_FLAG, &records, "下发所列的建议，日期为截至日",
     "issue what is listed, on the day asked for", NULL, NULL, 0},
    {"reply-due", 0, OPTION_TEXT, &reply_due,
     "与 --record 同用：回复期限（默认按设置 reply_due_workdays）",
     "with --record: the day by which to reply (else by the setting reply_due_workdays)", "日期",
     "DAY", 0},
    {"kind", 0, OPTION_TEXT, &kind, "只列此种：催报 或 催办", "only this kind: chase or press",
     "种类", "KIND", 0},
    OPTIONS_END,
};

const command_entry action_propose_command = {
    "action propose",
    "按当日情况建议催报（未报送、退回未重报）和催办（逾期、节点逾期、临期），已办的不列",
    "propose a chase for each missing or unredone return, a press for each overdue task, late "
    "milestone and task due soon, but for what is done already",
    "[任务编号 …]",
    "[TASK …]",
    0,
    MANY_ARGUMENTS,
    TAKES_AS_OF | TAKES_FILTER | TAKES_ACTOR,
    propose_options,
    run_propose,
};
