/* target_part.c: what a target is divided into: quarters (季度节点目标) and units (分解指标). */
#include <string.h>

#include "command.h"

static const char *import_file;
static bool is_trial;

/* One value by hand, or all of a file. */
typedef struct part_command {
    write_function *import, *set;
} part_command;

static const option_row part_options[] = {
    {"import", 0, OPTION_TEXT, &import_file, "从 CSV 导入；- 为标准输入",
     "import from CSV; - is standard input", "文件", "FILE", 0},
    {"dry-run", 'n', OPTION_FLAG, &is_trial, "导入时只检查，不写入",
     "with --import: check only, write nothing", NULL, NULL, 0},
    OPTIONS_END,
};

static tz_status import_parts(cli *run, write_function *import)
{
    tz_import_result result;
    if (run->argument_count > 0)
        return complain(run, TZ_MALFORMED, "用 --import 时不再写任务编号",
                        "with --import no task is named");
    tz_status status = write_ledger(run, import, &result, is_trial);
    if (status == TZ_OK)
        say_import(run, &result, is_trial);
    return status;
}

static tz_status run_part(cli *run, const part_command *command, void *context)
{
    if (import_file)
        return import_parts(run, command->import);
    if (is_trial)
        return complain(run, TZ_MALFORMED, "--dry-run 只用于 --import",
                        "--dry-run goes with --import");
    if (run->argument_count == run->command->most)
        return write_ledger(run, command->set, context, false);
    complain(run, TZ_MALFORMED, "%s 须给出 %s，或 --import 文件", "%s needs %s, or --import FILE",
             run->command->name,
             TZ_PICK(run->language, run->command->arguments_zh, run->command->arguments_en));
    return TZ_MALFORMED;
}

/* ---- quarters */

static tz_status import_nodes(cli *run, void *context)
{
    return tz_target_node_import(run->ledger, import_file, run->options.on, context);
}

static tz_status set_node(cli *run, void *context)
{
    int ordinal;
    (void)context;
    tz_status status = read_ordinal(run, run->arguments[1], &ordinal);
    if (status == TZ_OK)
        status = tz_target_node_set(run->ledger, run->arguments[0], ordinal, run->arguments[2],
                                    run->arguments[3], run->options.on);
    if (status == TZ_OK)
        say(run, "已设任务 %s 的指标 %d：%s 应达到 %s", "task %s, target %d: at %s it should be %s",
            run->arguments[0], ordinal, run->arguments[2], run->arguments[3]);
    return status;
}

static tz_status run_node(cli *run)
{
    static const part_command node = {import_nodes, set_node};
    return run_part(run, &node, NULL);
}

const command_entry target_node_command = {
    "target node",
    "设指标的季度节点目标：季末应达到的值；CSV 列：code 任务编号，ordinal 指标序号，quarter "
    "季度，value "
    "节点值",
    "set what a target should stand at at a quarter's end; CSV columns: code, ordinal, quarter, "
    "value",
    "任务编号 指标序号 季度 值",
    "TASK NUMBER QUARTER VALUE",
    0,
    4,
    TAKES_ON | TAKES_ACTOR,
    part_options,
    run_node,
};

/* ---- units */

static tz_status import_shares(cli *run, void *context)
{
    return tz_target_share_import(run->ledger, import_file, run->options.on, context);
}

static tz_status set_share(cli *run, void *context)
{
    tz_share_total *total = context;
    int ordinal;
    tz_status status = read_ordinal(run, run->arguments[1], &ordinal);
    if (status != TZ_OK)
        return status;
    status = tz_target_share_set(run->ledger, run->arguments[0], ordinal, run->arguments[2],
                                 run->arguments[3], run->options.on, total);
    if (status == TZ_OK)
        say(run, "已分解任务 %s 的指标 %d：%s %s", "task %s, target %d: the share of %s is %s",
            run->arguments[0], ordinal, run->arguments[2], run->arguments[3]);
    return status;
}

static tz_status run_share(cli *run)
{
    static const part_command share = {import_shares, set_share};
    tz_share_total total = {0};
    tz_status status = run_part(run, &share, &total);
    if (status == TZ_OK && total.shortfall > 0)
        say(run, "分解值合计 %g，目标值 %g，尚差 %g",
            "the shares come to %g, the target is %g: short by %g", total.shared, total.value,
            total.shortfall);
    return status;
}

const command_entry target_share_command = {
    "target share",
    "把指标分解到单位，0 为收回；CSV 列：code 任务编号，ordinal 指标序号，unit 单位，value "
    "分解值，合计须等于目标值",
    "give a unit its share of a target, 0 takes it back; CSV columns: code, ordinal, unit, value, "
    "and the shares must add up",
    "任务编号 指标序号 单位 值",
    "TASK NUMBER UNIT VALUE",
    0,
    4,
    TAKES_ON | TAKES_ACTOR,
    part_options,
    run_share,
};
