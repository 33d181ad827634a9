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

static bool is_task(const tz_report_text *report, const char *name)
{
    return strcmp(name, "task") == 0 && tz_report_takes_task(report->text);
}

static tz_status check_declared(tz_ledger *ledger, const tz_report_text *report,
                                const tz_parameter *parameters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!tz_report_declares(report->text, parameters[i].name) &&
            !is_task(report, parameters[i].name))
            return tz_fail(ledger, TZ_MALFORMED, "报表 %s 没有参数 %s",
                           "the report %s has no parameter %s", report->name, parameters[i].name);
    return TZ_OK;
}

/* The day the report is for: the one given, else today. */
static tz_status read_as_of(tz_rows *rows, const tz_parameter *parameters, size_t count)
{
    const tz_parameter *given = tz_parameter_find(parameters, count, "as_of");
    tz_status status = tz_argument_day(rows->ledger, given ? given->value : NULL, rows->as_of);
    return status == TZ_REJECTED ? TZ_MALFORMED : status;
}

static tz_status bind_as_of(tz_rows *rows)
{
    int index = sqlite3_bind_parameter_index(rows->statement, ":as_of");
    if (index && sqlite3_bind_text(rows->statement, index, rows->as_of, -1, SQLITE_STATIC))
        return tz_rows_fail(rows);
    return TZ_OK;
}

/* A person knows a task by its code; the query takes its id. 0 where no task is given. */
static tz_status read_task(tz_ledger *ledger, const tz_report_text *report,
                           const tz_parameter *parameters, size_t count, int64_t *task_id)
{
    const tz_parameter *given = tz_parameter_find(parameters, count, "task");
    *task_id = 0;
    if (!given || !given->value || !is_task(report, given->name))
        return TZ_OK;
    if (tz_parameter_find(parameters, count, "task_id"))
        return tz_fail_given_twice(ledger, given->name);
    return tz_find_task_id(ledger, given->value, task_id);
}

static tz_status bind_task(tz_rows *rows, int64_t task_id)
{
    int index = sqlite3_bind_parameter_index(rows->statement, ":task_id");
    if (task_id && sqlite3_bind_int64(rows->statement, index, task_id) != SQLITE_OK)
        return tz_rows_fail(rows);
    return TZ_OK;
}

/* The remark of that name, to be freed; NULL where there is none. */
static tz_status copy_remark(tz_rows *rows, const char *sql, const char *name, char **copy)
{
    size_t size;
    const char *remark = tz_report_remark(sql, name, &size);
    *copy = remark ? strndup(remark, size) : NULL;
    return remark && !*copy ? tz_fail_memory(rows->ledger) : TZ_OK;
}

static tz_status read_header(tz_rows *rows, const char *sql)
{
    size_t size;
    const char *title = tz_report_title(sql, rows->ledger->language, &size);
    rows->title = strndup(title, size);
    if (!rows->title)
        return tz_fail_memory(rows->ledger);
    tz_status status = copy_remark(rows, sql, "table", &rows->table_columns);
    return status == TZ_OK ? copy_remark(rows, sql, "sheet", &rows->sheet_columns) : status;
}

static tz_status prepare(tz_rows *rows, const tz_report_text *report)
{
    if (report->path)
        return tz_own_report_prepare(rows, report);
    if (tz_prepare_reading(rows->ledger->database, report->text, &rows->statement) != SQLITE_OK)
        return tz_fail_database(rows->ledger);
    return TZ_OK;
}

static tz_status make_rows(tz_ledger *ledger, const tz_report_text *report,
                           const tz_parameter *parameters, size_t count, tz_rows **rows);

/* Binds the days of `listed` to :day_1 and so on, as far as the statement has them. */
static tz_status bind_each_day(tz_rows *rows, tz_rows *listed)
{
    char name[16];
    bool has_row = true;
    for (int i = 1;; i++) {
        snprintf(name, sizeof name, ":day_%d", i);
        int index = sqlite3_bind_parameter_index(rows->statement, name);
        tz_status status = index ? tz_rows_next(listed, &has_row) : TZ_OK;
        if (status != TZ_OK || !index || !has_row)
            return status;
        if (sqlite3_bind_text(rows->statement, index, tz_rows_text(listed, 0, NULL), -1,
                              SQLITE_TRANSIENT) != SQLITE_OK)
            return tz_rows_fail(rows);
    }
}

static tz_status bind_days(tz_rows *rows, const tz_report_text *report,
                           const tz_parameter *parameters, size_t count)
{
    char *name;
    tz_rows *listed = NULL;
    tz_status status = copy_remark(rows, report->text, "days", &name);
    if (!name)
        return status;
    const struct tz_embedded *days = tz_report_find(name);
    assert(days);
    free(name);
    tz_report_text text = {days->name, days->text, NULL};
    status = make_rows(rows->ledger, &text, parameters, count, &listed);
    if (status == TZ_OK)
        status = bind_each_day(rows, listed);
    tz_rows_close(listed);
    return status;
}

static tz_status run(tz_rows *rows, const tz_report_text *report, const tz_parameter *parameters,
                     size_t count)
{
    bool has_day = tz_report_declares(report->text, "as_of");
    int64_t task_id = 0;
    tz_status status = has_day ? read_as_of(rows, parameters, count) : TZ_OK;
    if (status == TZ_OK)
        status = read_task(rows->ledger, report, parameters, count, &task_id);
    if (status == TZ_OK)
        status = prepare(rows, report);
    if (status == TZ_OK)
        status = tz_rows_bind(rows, parameters, count, true);
    if (status == TZ_OK)
        status = bind_task(rows, task_id);
    if (status == TZ_OK && has_day)
        status = bind_as_of(rows);
    if (status == TZ_OK && !report->path)
        status = bind_days(rows, report, parameters, count);
    if (status == TZ_OK)
        status = read_header(rows, report->text);
    if (status == TZ_OK)
        status = tz_rows_start(rows);
    if (status == TZ_OK && report->path)
        status = tz_own_report_check_columns(rows, report);
    return status;
}

/* The rows of a report; parameters that it doesn't have are passed over. */
static tz_status make_rows(tz_ledger *ledger, const tz_report_text *report,
                           const tz_parameter *parameters, size_t count, tz_rows **rows)
{
    tz_status status = tz_rows_new(ledger, report->name, rows);
    if (status != TZ_OK)
        return status;
    status = run(*rows, report, parameters, count);
    if (status != TZ_OK) {
        tz_rows_close(*rows);
        *rows = NULL;
    }
    return status;
}

tz_status tz_report_run(tz_ledger *ledger, const tz_report_text *report,
                        const tz_parameter *parameters, size_t parameter_count, tz_rows **rows)
{
    *rows = NULL;
    tz_status status = check_declared(ledger, report, parameters, parameter_count);
    if (status != TZ_OK)
        return status;
    return make_rows(ledger, report, parameters, parameter_count, rows);
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
