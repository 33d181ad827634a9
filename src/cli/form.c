/* form.c: forms out to the units, and in again (填报表). */
#include <string.h>

#include "command.h"

static tz_form_export_options export_options = TZ_FORM_EXPORT_OPTIONS_INIT;
static tz_form_import_options import_options = TZ_FORM_IMPORT_OPTIONS_INIT;

static tz_status run_export(cli *run)
{
    tz_form_export_result result;
    const char *folder = run->options.output_path;
    if (!folder) {
        complain(run, TZ_MALFORMED, "须指明填报表写入的文件夹", "name the folder for the forms");
        advise(run, "用 --output 文件夹", "give --output FOLDER");
        return TZ_MALFORMED;
    }
    if (strcmp(folder, "-") == 0) {
        complain(run, TZ_MALFORMED, "填报表写入文件夹，不能写到标准输出",
                 "forms go into a folder, not to standard output");
        advise(run, "用 --output 文件夹", "give --output FOLDER");
        return TZ_MALFORMED;
    }
    export_options.as_of = run->options.as_of;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_form_export(run->ledger, run->arguments[0], folder, &export_options, &result);
    if (status == TZ_OK)
        say(run, "已写出 %2$zu 份填报表，共 %3$zu 项任务：%1$s",
            "%2$zu forms with %3$zu tasks are in %1$s", folder, result.forms, result.rows);
    return status;
}

static const option_row export_rows[] = {
    {"unit", 0, OPTION_TEXT, &export_options.unit, "只写此单位的", "only the unit's", "单位",
     "NAME", 0},
    {"yes", 'y', OPTION_FLAG, &export_options.overwrites, "覆盖同名的文件",
     "overwrite files of the same name", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry form_export_command = {
    "form export",
    "导出填报表：每个应报单位一个 .xlsx，以单位名称命名；填好后用 form import 导入",
    "write the forms: an .xlsx for each unit that is asked, called after it; form import "
    "reads them when they are filled in",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_AS_OF | IS_FOLDER,
    export_rows,
    run_export,
};

/* Whether the next file may fare better. */
static bool is_of_the_file(tz_status status)
{
    return status == TZ_OK || status == TZ_NOT_FOUND || status == TZ_REJECTED || status == TZ_IO;
}

/* Each file is a write of its own: what is wrong with one keeps none of the others out. */
static tz_status run_import(cli *run)
{
    tz_status first = TZ_OK;
    import_options.on = run->options.on;
    import_options.command = run->command_line;
    tz_status status = open_ledger(run, TZ_READ_WRITE);
    if (status != TZ_OK)
        return status;
    for (size_t i = 0; i < run->argument_count && is_of_the_file(status); i++) {
        tz_import_result result;
        run->has_complained = false;
        status = tz_form_import(run->ledger, run->arguments[i], &import_options, &result);
        if (status != TZ_OK)
            complain_of_ledger(run, status);
        if (status == TZ_OK && run->argument_count > 1 && !run->options.quiet)
            fprintf(stderr, "%s: ", run->arguments[i]);
        if (status == TZ_OK)
            say_import(run, &result, import_options.is_trial);
        if (first == TZ_OK)
            first = status;
    }
    run->has_complained = first != TZ_OK; /* of the file that it was, not of the last */
    return first;
}

static const option_row import_rows[] = {
    {"dry-run", 'n', OPTION_FLAG, &import_options.is_trial, "只检查，不写入",
     "check only, write nothing", NULL, NULL, 0},
    {"quarter", 0, OPTION_TEXT, &import_options.quarter, "收哪个季度的（默认最近开启的）",
     "the quarter whose forms are taken (else the newest that is open)", "季度", "QUARTER", 0},
    {"late", 0, OPTION_FLAG, &import_options.allow_late, "调度关闭后补报，记为补报",
     "also once the round is closed: marked as after the close", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry form_import_command = {
    "form import",
    "导入填好的填报表（.xlsx）：一个文件有一处错误则该文件全部不导入，其他文件照常导入",
    "import forms that were filled in (.xlsx): of a file all, or with any error none; each file on "
    "its own",
    "文件...",
    "FILE...",
    1,
    MANY_ARGUMENTS,
    TAKES_ON | TAKES_ACTOR | LEAVES_FORMAT | LEAVES_TITLES | LEAVES_OUTPUT,
    import_rows,
    run_import,
};
