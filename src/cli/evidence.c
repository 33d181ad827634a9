/* evidence.c: files attached to entries, closures and actions (佐证材料). */
#include <inttypes.h>

#include "command.h"
#include "show.h"

/* ---- evidence add */

static tz_evidence evidence = TZ_EVIDENCE_INIT;
static const char *revision_text, *action_text;

static tz_status add_evidence(cli *run, void *context)
{
    return tz_evidence_add(run->ledger, run->arguments[0], &evidence, context);
}

static tz_status read_numbers(cli *run)
{
    unsigned long revision = 0;
    tz_status status = TZ_OK;
    if (revision_text)
        status = read_count(run, "revision", revision_text, 999999, &revision);
    if (status == TZ_OK && revision_text && revision == 0)
        status = complain(run, TZ_MALFORMED, "版次从 1 起", "revisions count from 1");
    evidence.revision = (int)revision;
    if (status == TZ_OK && action_text)
        status = tz_read_id_argument(run->ledger, action_text, &evidence.action_id);
    return status;
}

static tz_status run_add(cli *run)
{
    int64_t evidence_id = 0;
    evidence.added_on = run->options.on;
    tz_status status = read_numbers(run);
    if (status == TZ_OK)
        status = write_ledger(run, add_evidence, &evidence_id, false);
    if (status == TZ_OK)
        say(run, "已归档：佐证材料 %" PRId64 "（%s）", "kept: evidence %" PRId64 " (%s)",
            evidence_id, evidence.name ? evidence.name : run->arguments[0]);
    return status;
}

static const option_row add_options[] = {
    {"task", 0, OPTION_TEXT, &evidence.task, "任务，与 --quarter 或 --closure 同用",
     "the task; with --quarter or --closure", "任务编号", "TASK", 0},
    {"quarter", 0, OPTION_TEXT, &evidence.quarter, "附于任务此季度的进展",
     "attach to the task's entry of the quarter", "季度", "QUARTER", 0},
    {"revision", 0, OPTION_TEXT, &revision_text, "进展的版次（默认最新）",
     "revision of the entry (else the newest)", "版次", "NUMBER", 0},
    {"closure", 0, OPTION_FLAG, &evidence.is_of_closure, "附于任务的销号（最近一次）",
     "attach to the task's closure (the newest)", NULL, NULL, 0},
    {"action", 0, OPTION_TEXT, &action_text, "附于督查行动", "attach to an action", "行动号",
     "NUMBER", 0},
    {"name", 0, OPTION_TEXT, &evidence.name, "存档的文件名（默认原名）",
     "the name to keep it under (else the file's own)", "文件名", "NAME", 0},
    OPTIONS_END,
};

const command_entry evidence_add_command = {
    "evidence add",
    "归档佐证材料：把文件附于进展、销号或督查行动，存入台账",
    "keep a file in the ledger, attached to an entry, a closure or an action",
    "文件",
    "FILE",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    add_options,
    run_add,
};

/* ---- evidence list */

static tz_status list_evidence(cli *run)
{
    int64_t task_id;
    report_query query = {.report = "evidence_list"};
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status != TZ_OK || run->argument_count == 0)
        return status == TZ_OK ? show_report(run, &query) : status;
    status = tz_find_task_id(run->ledger, run->arguments[0], &task_id);
    if (status == TZ_OK)
        status = bind_integer(run, &query, "task_id", task_id);
    return status == TZ_OK ? show_report(run, &query) : status;
}

const command_entry evidence_list_command = {
    "evidence list",
    "佐证材料一览，可限某任务",
    "list the evidence, of a task if one is named",
    "[任务编号]",
    "[TASK]",
    0,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    list_evidence,
};

/* ---- evidence extract */

static tz_status run_extract(cli *run)
{
    const char *written;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status =
            tz_evidence_extract(run->ledger, run->arguments[0], run->options.output_path, &written);
    if (status == TZ_OK && written)
        say(run, "已取出到 %s", "extracted to %s", written);
    return status;
}

const command_entry evidence_extract_command = {
    "evidence extract",
    "取出佐证材料到当前文件夹，或 --output "
    "指明的文件或文件夹；不覆盖已有文件，内容与哈希不符即报错",
    "write evidence into the current folder, or the file or folder of --output; nothing is "
    "overwritten, and a copy whose hash is another is an error",
    "材料号或文件名",
    "NUMBER|NAME",
    1,
    1,
    0,
    NULL,
    run_extract,
};
