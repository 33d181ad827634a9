/* succession.c: from a day on another unit or leader answers. */
#include "command.h"

static tz_succession succession = TZ_SUCCESSION_INIT;

static tz_status succeed_unit(cli *run, void *context)
{
    (void)context;
    return tz_unit_succeed(run->ledger, &succession);
}

static tz_status succeed_leader(cli *run, void *context)
{
    (void)context;
    return tz_leader_succeed(run->ledger, &succession);
}

static tz_status run_succeed(cli *run, write_function *succeed)
{
    char day[11];
    succession.predecessor = run->arguments[0];
    succession.successor = run->arguments[1];
    succession.from_day = run->options.on;
    tz_status status = tz_read_day_argument(run->ledger, run->options.on, day);
    if (status == TZ_OK)
        status = write_ledger(run, succeed, NULL, false);
    if (status == TZ_OK)
        say(run, "自 %s 起，由 %s 接任 %s", "from %s on, %s answers for %s", day,
            succession.successor, succession.predecessor);
    return status;
}

static tz_status run_unit(cli *run)
{
    return run_succeed(run, succeed_unit);
}

static tz_status run_leader(cli *run)
{
    return run_succeed(run, succeed_leader);
}

static const option_row unit_options[] = {
    {"reason", 0, OPTION_TEXT, &succession.reason, "理由，如机构改革", "the reason: a reform",
     "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry unit_succeed_command = {
    "unit succeed",
    "自某日起由另一单位接任：此后向其下达，两个单位的进展都算数",
    "let another unit take over from a day on: it is asked from then, and the entries of both "
    "count",
    "原单位 接任单位",
    "OLD NEW",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    unit_options,
    run_unit,
};

static const option_row leader_options[] = {
    {"new", 0, OPTION_FLAG, &succession.is_new, "接任者是新任领导，一并增列",
     "the successor is a leader whom the ledger doesn't know yet: added", NULL, NULL, 0},
    {"reason", 0, OPTION_TEXT, &succession.reason, "理由，如工作分工调整",
     "the reason: a change of duties", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry leader_succeed_command = {
    "leader succeed",
    "自某日起由另一位领导接任",
    "let another leader take over from a day on",
    "原领导 接任领导",
    "OLD NEW",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    leader_options,
    run_leader,
};
