/* quarter.c: the quarterly rounds (调度). */
#include "command.h"
#include "show.h"

static bool judges_not, is_confirmed;

static tz_status open_quarter(cli *run, void *context)
{
    return tz_quarter_open(run->ledger, run->arguments[0], run->options.on, !judges_not, context);
}

static tz_status run_open(cli *run)
{
    tz_quarter_open_result result;
    tz_status status = write_ledger(run, open_quarter, &result, false);
    if (status != TZ_OK)
        return status;
    if (result.asked == 0)
        say(run, "%s：没有新增应报事项，已有 %zu 项",
            "%s: nothing new to ask for, %zu requests stand", run->arguments[0],
            result.asked_before);
    else
        say(run, "%s：新增应报事项 %zu 项（已有 %zu 项），报送期限 %s",
            "%s: %zu requests made (%zu stood), due on %s", run->arguments[0], result.asked,
            result.asked_before, result.report_due_on);
    return TZ_OK;
}

static const option_row open_options[] = {
    {"no-judging", 0, OPTION_FLAG, &judges_not, "只收进展，不评价序时进度",
     "collect entries without judging progress", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry quarter_open_command = {
    "quarter open",
    "开启一个季度的调度，向牵头单位下达应报事项；再次执行只补新任务",
    "open a quarter and ask the lead units for entries; again, only what is new",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    open_options,
    run_open,
};

static tz_status close_quarter(cli *run, void *context)
{
    return tz_quarter_close(run->ledger, run->arguments[0], run->options.on, is_confirmed, context);
}

static tz_status run_close(cli *run)
{
    tz_quarter_close_result result;
    tz_status status = write_ledger(run, close_quarter, &result, false);
    if (status == TZ_OK)
        say(run, "%s 调度已关闭：应报 %zu 项，未报 %zu 项；此后报送须加 --late，记为补报",
            "%s is closed: %zu asked for, %zu have not come; what comes now needs --late and is "
            "marked",
            run->arguments[0], result.asked, result.outstanding);
    return status;
}

static const option_row close_options[] = {
    {"yes", 'y', OPTION_FLAG, &is_confirmed, "还有未到期限的报送也关闭",
     "although returns are outstanding that are not yet due", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry quarter_close_command = {
    "quarter close",
    "关闭一个季度的调度：此后的报送须加 --late，记为补报；不再下达应报事项",
    "close a quarter: entries from then on need --late and are marked; it asks for nothing more",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    close_options,
    run_close,
};

static tz_status run_status(cli *run)
{
    report_query query = {.report = "quarter_status"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK && run->argument_count > 0)
        status = bind_quarter(run, &query, run->arguments[0]);
    return status == TZ_OK ? show_report(run, &query) : status;
}

const command_entry quarter_status_command = {
    "quarter status",
    "各单位报送情况（默认最近开启的季度）",
    "who has returned and who hasn't, by unit (else of the newest quarter)",
    "[季度]",
    "[QUARTER]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_status,
};

const command_entry quarter_list_command = {
    "quarter list", "各季度调度一览", "list the rounds", "", "", 0, 0, TAKES_AS_OF, NULL, run_list,
};
