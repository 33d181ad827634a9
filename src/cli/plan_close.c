/* plan_close.c: closing a year (年终结算). */
#include <stdlib.h>
#include <string.h>

#include "command.h"

static tz_plan_close_options closing = TZ_PLAN_CLOSE_OPTIONS_INIT;
static const char *carry_to_text;

typedef struct closing_run {
    int year;
    tz_plan_close_result result;
} closing_run;

static tz_status close_plan(cli *run, void *context)
{
    closing_run *close = context;
    return tz_plan_close(run->ledger, close->year, &closing, &close->result);
}

static void say_settlement(const cli *run, const closing_run *close)
{
    const tz_plan_close_result *result = &close->result;
    say(run,
        "%d 年方案已结算：任务 %zu 项，完成销号 %zu，逾期完成 %zu，终止 %zu，转入下年 %zu，暂缓 "
        "%zu，未办结 %zu",
        "the plan of %d is closed: %zu tasks, %zu completed, %zu completed late, %zu terminated, "
        "%zu carried over, %zu suspended, %zu still open",
        close->year, result->tasks, result->completed, result->completed_late, result->terminated,
        result->carried_over, result->suspended, result->open);
    say(run, "明细：taizhang report settlement --param year=%d",
        "each task: taizhang report settlement --param year=%d", close->year);
}

static tz_status read_year(cli *run, const char *text, int *year)
{
    if (strlen(text) == 4 && strspn(text, "0123456789") == 4 && *text != '0') {
        *year = (int)strtol(text, NULL, 10);
        return TZ_OK;
    }
    return complain(run, TZ_MALFORMED, "“%s”不是年度，写作 2022",
                    "\"%s\" is not a year: write 2022", text);
}

static tz_status run_close(cli *run)
{
    closing_run close = {0};
    tz_status status = read_year(run, run->arguments[0], &close.year);
    if (status == TZ_OK && carry_to_text)
        status = read_year(run, carry_to_text, &closing.carry_to);
    if (status != TZ_OK)
        return status;
    closing.on = run->options.on;
    status = write_ledger(run, close_plan, &close, false);
    if (status == TZ_OK)
        say_settlement(run, &close);
    return status;
}

static const option_row close_options[] = {
    {"carry-to", 0, OPTION_TEXT, &carry_to_text,
     "长期性任务转入哪一年（该年方案须已导入），另编号，承接历史",
     "the year, whose plan must be there, that takes the standing tasks, with their history", "年",
     "YEAR", 0},
    {"basis", 0, OPTION_TEXT, &closing.basis, "转入下年的依据（默认写明转入哪一项）",
     "on what grounds they are carried over (else: into which task)", "文字", "TEXT", 0},
    {"yes", 'y', OPTION_FLAG, &closing.accepts_obstacles, "有未了事项也结算",
     "close it in spite of what is left undone", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry plan_close_command = {
    "plan close",
    "年终结算：结清一年的方案，长期性任务转入下年；未办结的阶段性任务留在原方案继续督办",
    "close a year's plan; standing tasks go on in the next, open staged ones stay to be pressed",
    "年度",
    "YEAR",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    close_options,
    run_close,
};
