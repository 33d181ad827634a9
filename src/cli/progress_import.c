/* progress_import.c: entries from CSV, and the template to fill in. */
#include "command.h"
#include "show.h"

static bool is_trial;
static tz_progress_import_options options = TZ_PROGRESS_IMPORT_OPTIONS_INIT;

static tz_status import_entries(cli *run, void *context)
{
    return tz_progress_import(run->ledger, run->arguments[0], &options, context);
}

static tz_status run_import(cli *run)
{
    tz_import_result result;
    options.on = run->options.on;
    tz_status status = write_ledger(run, import_entries, &result, is_trial);
    if (status == TZ_OK)
        say_import(run, &result, is_trial);
    return status;
}

static const option_row import_options[] = {
    {"dry-run", 'n', OPTION_FLAG, &is_trial, "只检查，不写入", "check only, write nothing", NULL,
     NULL, 0},
    {"late", 0, OPTION_FLAG, &options.allow_late, "调度关闭后补报，记为补报",
     "also once the round is closed: marked as after the close", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry progress_import_command = {
    "progress import",
    "从 CSV 导入进展（Excel、WPS 另存，UTF-8 或 GB18030），有一处错误则全部不导入；- 为标准输入",
    "import entries from CSV as Excel and WPS save it, all or, with any error, none; - is standard "
    "input",
    "文件",
    "FILE",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    import_options,
    run_import,
};

static tz_status run_template(cli *run)
{
    report_query query = {.report = "progress_template"};
    if (!run->options.format)
        run->format = TZ_FORMAT_CSV;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_quarter(run, &query, run->arguments[0]);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    if (status == TZ_OK)
        status = show_report(run, &query);
    if (status == TZ_OK && !run->found_rows)
        say(run, "%s 没有应报事项", "there are no requests for %s", run->arguments[0]);
    return status;
}

const command_entry progress_template_command = {
    "progress template",
    "填报表：每个应报事项一行，CSV，填好后用 progress import 导入；给 Excel、WPS 用时加 --titles",
    "a form with a row per request, as CSV, to fill in and import; for Excel add --titles",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_AS_OF | TAKES_FILTER,
    NULL,
    run_template,
};
