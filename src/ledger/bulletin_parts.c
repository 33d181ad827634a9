/* bulletin_parts.c: the reports that a bulletin (通报) is made of, and their rows as JSON. */
#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "bulletin.h"
#include "report.h"

static const tz_bulletin_part parts[] = {
    {"bulletin_scope", NULL, false},
    {"bulletin_plan", NULL, false},
    {"bulletin_figures", NULL, false},
    {"bulletin_change_figures", NULL, false},
    {"bulletin_section", "各章节任务进展情况", false},
    {"bulletin_unit", "各牵头单位任务进展情况", false},
    {"bulletin_finished", "已完成任务", false},
    {"bulletin_ahead", "超序时任务", false},
    {"bulletin_change", "较上次通报亮灯变化的任务", false},
    {"bulletin_overdue", "逾期任务", false},
    {"bulletin_lagging", "滞后任务及原因", false},
    {"bulletin_missing", "未报送、迟报任务", false},
    {"bulletin_matter", "需市政府研究决定的事项", false},
    {"bulletin_praise", "通报表扬和通报批评", false},
    {"bulletin_task", NULL, false},
    {"bulletin_days", NULL, false},
    {"bulletin_trend", NULL, true},
    {"bulletin_unit_trend", NULL, true},
};
enum { PART_COUNT = sizeof parts / sizeof parts[0] };

const tz_bulletin_part *tz_bulletin_part_at(size_t index)
{
    return index < PART_COUNT ? &parts[index] : NULL;
}

tz_status tz_bulletin_part_run(tz_ledger *ledger, const char *report, const char *quarter,
                               const char *day, int64_t bulletin_id, tz_rows **rows)
{
    char id[24];
    snprintf(id, sizeof id, "%" PRId64, bulletin_id);
    const tz_parameter parameters[] = {{"as_of", day}, {"quarter", quarter}, {"bulletin_id", id}};
    const struct tz_embedded *found = tz_report_find(report);
    bool knows_bulletin = found && tz_report_declares(found->text, "bulletin_id");
    return tz_report(ledger, report, parameters, knows_bulletin ? 3 : 2, rows);
}

/* ---- rows as JSON */

static json_t *value_of(const tz_rows *rows, int column)
{
    size_t size;
    const char *text = tz_rows_text(rows, column, &size);
    switch (tz_rows_value_type(rows, column)) {
    case TZ_VALUE_NULL:
        return json_null();
    case TZ_VALUE_INTEGER:
        return json_integer(tz_rows_integer(rows, column));
    case TZ_VALUE_REAL: /* JSON knows no infinity */
        if (isfinite(tz_rows_real(rows, column)))
            return json_real(tz_rows_real(rows, column));
        return json_stringn(text, size);
    case TZ_VALUE_TEXT:
    case TZ_VALUE_BLOB:
        break;
    }
    return json_stringn(text, size);
}

static json_t *columns_of(const tz_rows *rows)
{
    json_t *object = json_object();
    for (int i = 0; object && i < tz_rows_column_count(rows); i++)
        if (json_object_set_new(object, tz_rows_column_name(rows, i), value_of(rows, i)) != 0) {
            json_decref(object);
            return NULL;
        }
    return object;
}

/* What the columns that the report names for it (-- record:) hold, with a blank between. */
static void name_row(const char *report, const tz_rows *rows, tz_buffer *name)
{
    size_t size, total = 0;
    const char *names = tz_report_remark(tz_report_find(report)->text, "record", &total), *column;
    const char *end = names ? names + total : NULL;
    while (names && (column = tz_report_next_column(&names, &size)) && column < end) {
        if (column + size > end)
            size = (size_t)(end - column);
        for (int i = 0; i < tz_rows_column_count(rows); i++) {
            const char *known = tz_rows_column_name(rows, i);
            if (strlen(known) == size && strncmp(known, column, size) == 0)
                tz_buffer_format(name, "%s%s", name->size > 0 ? " " : "",
                                 tz_rows_text(rows, i, NULL));
        }
    }
}

/* Adds {"part": …, "record": …, "row": {…}}. */
static tz_status add_row(tz_ledger *ledger, const char *report, const tz_rows *rows, json_t *list)
{
    tz_buffer name = {0};
    name_row(report, rows, &name);
    json_t *row = name.failed ? NULL
                              : json_pack("{s:s, s:s, s:o}", "part", report, "record",
                                          tz_buffer_text(&name), "row", columns_of(rows));
    tz_buffer_free(&name);
    return row && json_array_append_new(list, row) == 0 ? TZ_OK : tz_fail_memory(ledger);
}

/* A bulletin of which the rows are gathered. */
typedef struct gathering {
    tz_ledger *ledger;
    const char *quarter, *day;
    int64_t bulletin_id;
    json_t *list;
} gathering;

static tz_status run_part(const gathering *of, const char *report, const char *quarter,
                          const char *day)
{
    tz_rows *rows = NULL;
    bool has_row = false;
    tz_status status =
        tz_bulletin_part_run(of->ledger, report, quarter, day, of->bulletin_id, &rows);
    if (status == TZ_OK)
        status = tz_rows_next(rows, &has_row);
    while (status == TZ_OK && has_row) {
        status = add_row(of->ledger, report, rows, of->list);
        if (status == TZ_OK)
            status = tz_rows_next(rows, &has_row);
    }
    tz_rows_close(rows);
    return status;
}

/* A part that is of each quarter: the rows of bulletin_days, which came before, say which. */
static tz_status run_for_quarters(const gathering *of, const char *report)
{
    tz_status status = TZ_OK;
    size_t count = json_array_size(of->list);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        const json_t *row = json_array_get(of->list, i);
        if (strcmp(json_string_value(json_object_get(row, "part")), "bulletin_days") != 0)
            continue;
        row = json_object_get(row, "row");
        status = run_part(of, report, json_string_value(json_object_get(row, "quarter")),
                          json_string_value(json_object_get(row, "day")));
    }
    return status;
}

tz_status tz_bulletin_gather(tz_ledger *ledger, const char *quarter, const char *day,
                             int64_t bulletin_id, char **text)
{
    gathering of = {ledger, quarter, day, bulletin_id, json_array()};
    *text = NULL;
    if (of.list == NULL)
        return tz_fail_memory(ledger);
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < PART_COUNT; i++)
        status = parts[i].is_of_each_quarter ? run_for_quarters(&of, parts[i].report)
                                             : run_part(&of, parts[i].report, quarter, day);
    if (status == TZ_OK && (*text = json_dumps(of.list, JSON_COMPACT)) == NULL)
        status = tz_fail_memory(ledger);
    json_decref(of.list);
    return status;
}
