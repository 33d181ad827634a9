/* init.c: a new ledger. */
#include "command.h"

static bool is_empty;
static const char *export_path;

static tz_status import_ledger(cli *run, const char *path)
{
    if (is_empty)
        return complain(run, TZ_MALFORMED, "--empty 与 --from 不能同用",
                        "--empty and --from exclude each other");
    tz_status status = tz_ledger_import(run->ledger, path, export_path);
    if (status == TZ_OK)
        say(run, "已由导出 %2$s 建立台账 %1$s", "made a ledger from the export %2$s: %1$s", path,
            export_path);
    return status;
}

static tz_status run_init(cli *run)
{
    const char *path = run->argument_count > 0 ? run->arguments[0] : ledger_path(run);
    if (export_path)
        return import_ledger(run, path);
    tz_status status = name_actor(run);
    if (status == TZ_OK)
        status = tz_ledger_create(run->ledger, path, is_empty ? TZ_SEED_EMPTY : TZ_SEED_2022);
    if (status != TZ_OK)
        return status;
    if (is_empty)
        say(run, "已建立空台账 %s", "made an empty ledger: %s", path);
    else
        say(run, "已建立台账 %s，含 2022 年分工方案", "made a ledger with the plan of 2022: %s",
            path);
    return TZ_OK;
}

static const option_row options[] = {
    {"empty", 0, OPTION_FLAG, &is_empty, "空台账，不含 2022 年分工方案", "without the plan of 2022",
     NULL, NULL, 0},
    {"from", 0, OPTION_TEXT, &export_path, "由 export 的导出新建：CSV 文件夹或 JSON 文件",
     "from what export wrote: a folder of CSV, or a JSON file", "导出", "EXPORT", 0},
    OPTIONS_END,
};

const command_entry init_command = {
    "init",
    "新建台账，含 2022 年分工方案",
    "make a new ledger, with the plan of 2022",
    "[文件]",
    "[FILE]",
    0,
    1,
    TAKES_ACTOR,
    options,
    run_init,
};
