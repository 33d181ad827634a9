/* export.c: every table of the ledger, for other programs and for safe keeping. */
#include <string.h>

#include "command.h"

/* A folder of CSV files needs a name; JSON goes to standard output without one. */
static tz_status choose(cli *run, tz_format *format, const char **path)
{
    *format = run->options.format ? run->format : TZ_FORMAT_CSV;
    *path = run->options.output_path;
    if (*format != TZ_FORMAT_CSV && *format != TZ_FORMAT_JSON)
        return complain(run, TZ_MALFORMED, "导出格式须是 csv 或 json，不能是 %s",
                        "an export is csv or json, not %s", run->options.format);
    if (*format == TZ_FORMAT_JSON && !*path)
        *path = "-";
    if (*path && (*format == TZ_FORMAT_JSON || strcmp(*path, "-") != 0))
        return TZ_OK;
    complain(run, TZ_MALFORMED, "CSV 导出为文件夹，须指明文件夹",
             "CSV is exported as a folder, which must be named");
    advise(run, "用 --output 文件夹，或 --format json", "give --output FOLDER, or --format json");
    return TZ_MALFORMED;
}

static tz_status run_export(cli *run)
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

const command_entry export_command = {
    "export",
    "导出全部表：CSV 为文件夹（--output），JSON 为一个文件；init --from 可读回",
    "every table, as a folder of CSV (--output) or as one JSON file; init --from reads it back",
    "",
    "",
    0,
    0,
    0,
    NULL,
    run_export,
};
