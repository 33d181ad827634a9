/* export.c: every table of the ledger, for other programs and for safe keeping; and a workbook of
 * its lists, for people. */
#include <string.h>

#include "command.h"
#include "show.h"

/* ---------------------------------------------------------------- the workbook */

static tz_status export_workbook(cli *run)
{
    report_part sheets[] = {
        {{.report = "task_list"}, "任务", "Tasks"},
        {{.report = "quarter_status"}, "本季报送", "This quarter"},
        {{.report = "overdue"}, "逾期", "Overdue"},
        {{.report = "lagging"}, "滞后", "Lagging"},
        {{.report = "missing"}, "未报送", "Missing"},
        {{.report = "unit_scorecard"}, "单位统计", "Units"},
        {{.report = "leader_scorecard"}, "领导统计", "Leaders"},
        {{.report = "section_scorecard"}, "章节统计", "Sections"},
        {{.report = "trend"}, "各季度亮灯", "Lamps by quarter"},
    };
    static const char *const lamps[] = {"quarter", "red",  "yellow", "green",
                                        "closed",  "grey", NULL};
    const book_options book = {TZ_PICK(run->language, "重点工作任务台账", "Ledger of tasks"), true,
                               lamps};
    const size_t count = sizeof sheets / sizeof *sheets;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    for (size_t i = 0; status == TZ_OK && i < count; i++)
        status = bind_as_of(run, &sheets[i].query);
    return status == TZ_OK ? show_book(run, &book, sheets, count) : status;
}

/* ---------------------------------------------------------------- the tables */

/* A folder of CSV files needs a name; JSON goes to standard output without one. */
static tz_status choose(cli *run, tz_format *format, const char **path)
{
    *format = run->options.format ? run->format : TZ_FORMAT_CSV;
    *path = run->options.output_path;
    if (*format != TZ_FORMAT_CSV && *format != TZ_FORMAT_JSON)
        return complain(run, TZ_MALFORMED, "导出格式须是 csv、json 或 xlsx，不能是 %s",
                        "an export is csv, json or xlsx, not %s", run->options.format);
    if (run->options.as_of)
        return complain(run, TZ_MALFORMED, "--as-of 只用于 xlsx：csv、json 导出全部记录",
                        "--as-of is for xlsx: csv and json have every record");
    if (*format == TZ_FORMAT_JSON && !*path)
        *path = "-";
    if (*path && (*format == TZ_FORMAT_JSON || strcmp(*path, "-") != 0))
        return TZ_OK;
    complain(run, TZ_MALFORMED, "CSV 导出为文件夹，须指明文件夹",
             "CSV is exported as a folder, which must be named");
    advise(run, "用 --output 文件夹，或 --format json", "give --output FOLDER, or --format json");
    return TZ_MALFORMED;
}

static tz_status export_tables(cli *run)
{
    tz_format format;
    const char *path;
    uint64_t count;
    tz_status status = choose(run, &format, &path);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_ledger_export(run->ledger, path, format, &count);
    if (status == TZ_OK && strcmp(path, "-") != 0)
        say(run, "已导出 %2$llu 条记录到 %1$s", "exported %2$llu records to %1$s", path,
            (unsigned long long)count);
    return status;
}

static tz_status run_export(cli *run)
{
    return run->format == TZ_FORMAT_XLSX ? export_workbook(run) : export_tables(run);
}

const command_entry export_command = {
    "export",
    "导出全部表：CSV 为文件夹（--output），JSON 为一个文件，init --from 可读回；xlsx "
    "为供人看的工作簿",
    "every table, as a folder of CSV (--output) or as one JSON file, which init --from reads back; "
    "as "
    "xlsx a workbook of the lists, for people",
    "",
    "",
    0,
    0,
    TAKES_AS_OF | LEAVES_TITLES,
    NULL,
    run_export,
};
