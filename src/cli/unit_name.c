/* unit_name.c: units and what they are called: adding, another name, a new name. */
#include "command.h"

static const char *kind_text, *reason;
static bool is_collective, is_correction;

/* ---- unit add */

static tz_status add_unit(cli *run, void *context)
{
    (void)context;
    return tz_unit_add(run->ledger, run->arguments[0], kind_text, is_collective);
}

static tz_status run_add(cli *run)
{
    tz_status status = write_ledger(run, add_unit, NULL, false);
    if (status == TZ_OK)
        say(run, "已增列单位 %s", "added the unit %s", run->arguments[0]);
    return status;
}

static const option_row add_options[] = {
    {"kind", 0, OPTION_TEXT, &kind_text,
     "类别：department 部门，county 县（市、区），zone 开发区，party 党委部门，company "
     "企业，central "
     "上级驻地单位，mass 群团组织，other 其他（默认按名称推定）",
     "department, county, zone, party, company, central, mass or other (else guessed from the "
     "name)",
     "类别", "KIND", 0},
    {"collective", 0, OPTION_FLAG, &is_collective, "统称单位，代表其成员",
     "a collective unit, which stands for its members", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry unit_add_command = {
    "unit add", "增列单位", "add a unit", "名称", "NAME", 1, 1, TAKES_ACTOR, add_options, run_add,
};

/* ---- unit rename */

static tz_status rename_unit(cli *run, void *context)
{
    (void)context;
    if (is_correction)
        return tz_unit_correct(run->ledger, run->arguments[0], run->arguments[1], reason);
    tz_succession succession = TZ_SUCCESSION_INIT;
    succession.predecessor = run->arguments[0];
    succession.successor = run->arguments[1];
    succession.from_day = run->options.on;
    succession.reason = reason;
    return tz_unit_rename(run->ledger, &succession);
}

static tz_status run_rename(cli *run)
{
    if (is_correction && run->options.on)
        return complain(run, TZ_MALFORMED, "--correction 对所有日期更正，不能用 --on",
                        "--correction is for all days and takes no --on");
    char day[11];
    tz_status status = tz_read_day_argument(run->ledger, run->options.on, day);
    if (status == TZ_OK)
        status = write_ledger(run, rename_unit, NULL, false);
    if (status == TZ_OK && is_correction)
        say(run, "已更正：%s，原写作 %s", "corrected: %s, written %s before", run->arguments[1],
            run->arguments[0]);
    else if (status == TZ_OK)
        say(run, "自 %s 起，%s 更名为 %s", "from %s on, %s is called %s", day, run->arguments[0],
            run->arguments[1]);
    return status;
}

static const option_row rename_options[] = {
    {"correction", 0, OPTION_FLAG, &is_correction, "原来写错：对所有日期更正，原写法留作别名",
     "it was written wrong: for all days, with the wrong name as an alias", NULL, NULL, 0},
    {"reason", 0, OPTION_TEXT, &reason, "理由", "the reason", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry unit_rename_command = {
    "unit rename",
    "单位更名：自某日起用新名称，此前的日期仍显示原名称，按原名称仍可查找和报送",
    "give a unit a new name from a day on; the days before keep the old one, which is still found",
    "原名称 新名称",
    "OLD NEW",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    rename_options,
    run_rename,
};

/* ---- unit alias */

static tz_status add_alias(cli *run, void *context)
{
    (void)context;
    return tz_unit_alias(run->ledger, run->arguments[0], run->arguments[1], reason);
}

static tz_status run_alias(cli *run)
{
    tz_status status = write_ledger(run, add_alias, NULL, false);
    if (status == TZ_OK)
        say(run, "已登记：%s 也称 %s", "recorded: %s is also called %s", run->arguments[0],
            run->arguments[1]);
    return status;
}

static const option_row alias_options[] = {
    {"reason", 0, OPTION_TEXT, &reason, "理由，如简称、误字",
     "the reason: an abbreviation, a misprint", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry unit_alias_command = {
    "unit alias",
    "登记单位的别名，按别名也能查找和导入",
    "give a unit another name that it is found by",
    "单位 别名",
    "UNIT ALIAS",
    2,
    2,
    TAKES_ACTOR,
    alias_options,
    run_alias,
};
