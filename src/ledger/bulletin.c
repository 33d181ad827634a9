/* bulletin.c: issuing a bulletin (通报) freezes the rows that it was made of, so that what later
 * entries make of its day can be told. */
#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "query.h"
#include "report.h"

/* The reports that a bulletin is made of. */
static const struct bulletin_part {
    const char *report;
    bool is_of_each_quarter; /* run for each quarter of bulletin_days, on its day */
} parts[] = {
    {"bulletin_scope", false},   {"bulletin_figures", false},   {"bulletin_change_figures", false},
    {"bulletin_section", false}, {"bulletin_unit", false},      {"bulletin_finished", false},
    {"bulletin_ahead", false},   {"bulletin_change", false},    {"bulletin_overdue", false},
    {"bulletin_lagging", false}, {"bulletin_missing", false},   {"bulletin_matter", false},
    {"bulletin_praise", false},  {"bulletin_task", false},      {"bulletin_days", false},
    {"bulletin_trend", true},    {"bulletin_unit_trend", true},
};
static const char scope_report[] = "bulletin_scope", days_report[] = "bulletin_days";

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

static tz_status run_part(tz_ledger *ledger, const char *report, const char *quarter,
                          const char *day, json_t *list)
{
    const tz_parameter parameters[] = {{"as_of", day}, {"quarter", quarter}};
    tz_rows *rows = NULL;
    bool has_row = false;
    tz_status status = tz_report(ledger, report, parameters, 2, &rows);
    if (status == TZ_OK)
        status = tz_rows_next(rows, &has_row);
    while (status == TZ_OK && has_row) {
        status = add_row(ledger, report, rows, list);
        if (status == TZ_OK)
            status = tz_rows_next(rows, &has_row);
    }
    tz_rows_close(rows);
    return status;
}

/* A part that is of each quarter: the rows of bulletin_days, which came before, say which. */
static tz_status run_for_quarters(tz_ledger *ledger, const char *report, json_t *list)
{
    tz_status status = TZ_OK;
    size_t count = json_array_size(list);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        const json_t *row = json_array_get(list, i);
        if (strcmp(json_string_value(json_object_get(row, "part")), days_report) != 0)
            continue;
        row = json_object_get(row, "row");
        status = run_part(ledger, report, json_string_value(json_object_get(row, "quarter")),
                          json_string_value(json_object_get(row, "day")), list);
    }
    return status;
}

static tz_status run_parts(tz_ledger *ledger, const char *quarter, const char *day, json_t *list)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < sizeof parts / sizeof parts[0]; i++)
        status = parts[i].is_of_each_quarter
                     ? run_for_quarters(ledger, parts[i].report, list)
                     : run_part(ledger, parts[i].report, quarter, day, list);
    return status;
}

static tz_status fail_unopened(tz_ledger *ledger, const char *quarter, const char *day)
{
    tz_fail(ledger, TZ_NOT_FOUND, "%s 到 %s 没有开启调度，无从通报",
            "no round of %s was opened by %s: there is nothing to tell", quarter, day);
    tz_hint(ledger, "taizhang quarter list 列出各季度；用 taizhang quarter open %s 开启",
            "taizhang quarter list lists them; taizhang quarter open %s opens it", quarter);
    return TZ_NOT_FOUND;
}

/* The rows of the bulletin of that quarter and day as the ledger stands, as the text of a JSON
 * array, to be freed. */
static tz_status gather(tz_ledger *ledger, const char *quarter, const char *day, char **text)
{
    json_t *list = json_array();
    *text = NULL;
    if (list == NULL)
        return tz_fail_memory(ledger);
    tz_status status = run_parts(ledger, quarter, day, list);
    const json_t *first = json_object_get(json_array_get(list, 0), "part");
    if (status == TZ_OK && (!first || strcmp(json_string_value(first), scope_report) != 0))
        status = fail_unopened(ledger, quarter, day);
    if (status == TZ_OK && (*text = json_dumps(list, JSON_COMPACT)) == NULL)
        status = tz_fail_memory(ledger);
    json_decref(list);
    return status;
}

/* ---- issuing */

static tz_status check_number(tz_ledger *ledger, const char *number)
{
    sqlite3_stmt *statement = NULL;
    char day[11];
    tz_status status = tz_check_text(ledger, number);
    if (status == TZ_OK)
        status = tz_prepare(ledger, "SELECT issued_on FROM bulletin WHERE number = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, number);
    status = tz_query_text(ledger, statement, day, sizeof day);
    if (status != TZ_OK || day[0] == '\0')
        return status;
    tz_fail(ledger, TZ_REFUSED, "文号 %s 已用于 %s 印发的通报",
            "%s is the number of a bulletin issued on %s", number, day);
    tz_hint(ledger, "用 taizhang bulletin list 看有哪些；印发错了可用 taizhang undo 撤销",
            "taizhang bulletin list lists them; taizhang undo takes back one issued by mistake");
    return TZ_REFUSED;
}

static tz_status insert_bulletin(tz_ledger *ledger, const tz_bulletin *bulletin,
                                 const char *quarter, const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "INSERT INTO bulletin (number, quarter, issued_on) VALUES (?1, ?2, ?3)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, bulletin->number);
    tz_bind_text(statement, 2, quarter);
    tz_bind_text(statement, 3, day);
    return tz_run(ledger, statement);
}

static tz_status insert_rows(tz_ledger *ledger, int64_t bulletin_id, const char *rows)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO bulletin_row (bulletin_id, ordinal, part, record, content)\n"
                   "SELECT ?1, r.key + 1, r.value ->> 'part', r.value ->> 'record',\n"
                   "  r.value -> 'row'\n"
                   "FROM json_each(?2) AS r",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, bulletin_id);
    tz_bind_text(statement, 2, rows);
    return tz_run(ledger, statement);
}

static tz_status issue(tz_ledger *ledger, const tz_bulletin *bulletin, int64_t *bulletin_id)
{
    char quarter[7], day[11], *rows = NULL;
    tz_status status = tz_argument_quarter(ledger, bulletin->quarter, quarter);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, bulletin->issued_on, day);
    if (status == TZ_OK)
        status = check_number(ledger, bulletin->number);
    if (status == TZ_OK)
        status = gather(ledger, quarter, day, &rows);
    if (status == TZ_OK)
        status = insert_bulletin(ledger, bulletin, quarter, day);
    *bulletin_id = sqlite3_last_insert_rowid(ledger->database);
    if (status == TZ_OK)
        status = insert_rows(ledger, *bulletin_id, rows);
    free(rows);
    return status;
}

tz_status tz_bulletin_issue(tz_ledger *ledger, const tz_bulletin *bulletin, int64_t *bulletin_id)
{
    bool is_own = false;
    int64_t id = 0;
    assert(bulletin != NULL && bulletin->quarter != NULL && bulletin->number != NULL);
    if (bulletin_id != NULL)
        *bulletin_id = 0;
    tz_status status = tz_write_enter(ledger, "bulletin issue", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, issue(ledger, bulletin, &id));
    if (status == TZ_OK && bulletin_id != NULL)
        *bulletin_id = id;
    return status;
}

/* ---- what has changed since */

/* The bulletin's quarter and day. */
static tz_status read_bulletin(tz_ledger *ledger, int64_t bulletin_id, char quarter[7],
                               char day[11])
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(
        ledger, "SELECT quarter, issued_on FROM bulletin WHERE bulletin_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, bulletin_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    snprintf(quarter, 7, "%s", tz_column_text(statement, 0));
    snprintf(day, 11, "%s", tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return TZ_OK;
}

tz_status tz_bulletin_difference(tz_ledger *ledger, const char *name, tz_rows **rows)
{
    int64_t bulletin_id = 0;
    char quarter[7], day[11], id[24], *now = NULL;
    assert(name != NULL && rows != NULL);
    *rows = NULL;
    tz_status status = tz_find_bulletin(ledger, name, &bulletin_id);
    if (status == TZ_OK)
        status = read_bulletin(ledger, bulletin_id, quarter, day);
    if (status == TZ_OK)
        status = gather(ledger, quarter, day, &now);
    if (status == TZ_OK) {
        snprintf(id, sizeof id, "%lld", (long long)bulletin_id);
        const tz_parameter parameters[] = {{"bulletin_id", id}, {"now", now}};
        status = tz_report(ledger, "bulletin_difference", parameters, 2, rows);
    }
    free(now);
    return status;
}
