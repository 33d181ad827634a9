#include "own_report.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"

const struct tz_embedded *tz_report_find(const char *name)
{
    for (size_t i = 0; i < tz_report_files_count; i++)
        if (strcmp(tz_report_files[i].name, name) == 0)
            return &tz_report_files[i];
    return NULL;
}

static tz_status check_declared(tz_ledger *ledger, const tz_report_text *report,
                                const tz_parameter *parameters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!tz_report_declares(report->text, parameters[i].name))
            return tz_fail(ledger, TZ_MALFORMED, "报表 %s 没有参数 %s",
                           "the report %s has no parameter %s", report->name, parameters[i].name);
    return TZ_OK;
}

/* The day the report is for: the one given, else today. */
static tz_status read_as_of(tz_rows *rows, const tz_parameter *parameters, size_t count)
{
    const char *text = NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(parameters[i].name, "as_of") == 0)
            text = parameters[i].value;
    tz_status status = tz_argument_day(rows->ledger, text, rows->as_of);
    return status == TZ_REJECTED ? TZ_MALFORMED : status;
}

static tz_status bind_as_of(tz_rows *rows)
{
    int index = sqlite3_bind_parameter_index(rows->statement, ":as_of");
    if (index && sqlite3_bind_text(rows->statement, index, rows->as_of, -1, SQLITE_STATIC))
        return tz_rows_fail(rows);
    return TZ_OK;
}

static tz_status keep_table_columns(tz_rows *rows, const char *sql)
{
    size_t size;
    const char *names = tz_report_remark(sql, "table", &size);
    if (!names)
        return TZ_OK;
    rows->table_columns = strndup(names, size);
    return rows->table_columns ? TZ_OK : tz_fail_memory(rows->ledger);
}

static tz_status prepare(tz_rows *rows, const tz_report_text *report)
{
    if (report->path)
        return tz_own_report_prepare(rows, report);
    if (tz_prepare_reading(rows->ledger->database, report->text, &rows->statement) != SQLITE_OK)
        return tz_fail_database(rows->ledger);
    return TZ_OK;
}

static tz_status run(tz_rows *rows, const tz_report_text *report, const tz_parameter *parameters,
                     size_t count)
{
    bool has_day = tz_report_declares(report->text, "as_of");
    tz_status status = has_day ? read_as_of(rows, parameters, count) : TZ_OK;
    if (status == TZ_OK)
        status = prepare(rows, report);
    if (status == TZ_OK)
        status = tz_rows_bind(rows, parameters, count, true);
    if (status == TZ_OK && has_day)
        status = bind_as_of(rows);
    if (status == TZ_OK)
        status = keep_table_columns(rows, report->text);
    if (status == TZ_OK)
        status = tz_rows_start(rows);
    if (status == TZ_OK && report->path)
        status = tz_own_report_check_table(rows, report);
    return status;
}

tz_status tz_report_run(tz_ledger *ledger, const tz_report_text *report,
                        const tz_parameter *parameters, size_t parameter_count, tz_rows **rows)
{
    *rows = NULL;
    tz_status status = check_declared(ledger, report, parameters, parameter_count);
    if (status == TZ_OK)
        status = tz_rows_new(ledger, report->name, rows);
    if (status != TZ_OK)
        return status;
    status = run(*rows, report, parameters, parameter_count);
    if (status != TZ_OK) {
        tz_rows_close(*rows);
        *rows = NULL;
    }
    return status;
}

static tz_status run_own(tz_ledger *ledger, const char *name, const tz_parameter *parameters,
                         size_t parameter_count, tz_rows **rows)
{
    tz_buffer path = {0}, text = {0};
    tz_status status = tz_own_report_read(ledger, name, &path, &text);
    if (status == TZ_OK) {
        tz_report_text report = {name, tz_buffer_text(&text), tz_buffer_text(&path)};
        status = tz_report_run(ledger, &report, parameters, parameter_count, rows);
    }
    tz_buffer_free(&path);
    tz_buffer_free(&text);
    return status;
}

tz_status tz_report(tz_ledger *ledger, const char *name, const tz_parameter *parameters,
                    size_t parameter_count, tz_rows **rows)
{
    assert(ledger->database && name && rows);
    const struct tz_embedded *found = tz_report_find(name);
    *rows = NULL;
    if (tz_report_is_own(ledger, name))
        return run_own(ledger, name, parameters, parameter_count, rows);
    if (found) {
        tz_report_text report = {found->name, found->text, NULL};
        return tz_report_run(ledger, &report, parameters, parameter_count, rows);
    }
    tz_fail(ledger, TZ_NOT_FOUND, "没有报表“%s”", "there is no report \"%s\"", name);
    tz_hint(ledger, "用 taizhang report 列出全部报表", "taizhang report lists them");
    return TZ_NOT_FOUND;
}
