/* report_list.c: the reports there are. They stand in the library, not in a ledger, so their list
 * comes from a database in memory that has nothing in it. */
#include <assert.h>

#include "buffer.h"
#include "report.h"
#include "rows.h"

static void add_parameters(tz_buffer *sql, const char *text)
{
    size_t size;
    const char *name = tz_report_next_parameter(&text, &size);
    while (name) {
        tz_buffer_format(sql, "%.*s", (int)size, name);
        name = tz_report_next_parameter(&text, &size);
        if (name)
            tz_buffer_add_text(sql, ", ");
    }
}

static void add_quoted(tz_buffer *sql, const char *text, size_t size)
{
    tz_buffer_add_char(sql, '\'');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\'')
            tz_buffer_add_char(sql, '\'');
        tz_buffer_add_char(sql, text[i]);
    }
    tz_buffer_add_char(sql, '\'');
}

static void add_report(tz_buffer *sql, tz_language language, const struct tz_embedded *report)
{
    size_t size;
    const char *title = tz_report_title(report->text, language, &size);
    tz_buffer_format(sql, "SELECT '%s', ", report->name);
    add_quoted(sql, title, size);
    tz_buffer_add_text(sql, ", '");
    add_parameters(sql, report->text);
    tz_buffer_add_text(sql, "', ");
    const char *command = tz_report_remark(report->text, "part of", &size);
    if (command)
        add_quoted(sql, command, size);
    else
        tz_buffer_add_text(sql, "NULL");
    tz_buffer_add_char(sql, '\n');
}

static tz_status prepare(tz_rows *rows, const char *sql)
{
    if (sqlite3_open(":memory:", &rows->own_connection) != SQLITE_OK)
        return tz_fail_memory(rows->ledger);
    if (sqlite3_prepare_v2(rows->own_connection, sql, -1, &rows->statement, NULL) != SQLITE_OK)
        return tz_fail_connection(rows->ledger, rows->own_connection);
    return tz_rows_start(rows);
}

static tz_status run(tz_rows *rows)
{
    tz_buffer sql = {0};
    tz_buffer_add_text(&sql,
                       "SELECT '' AS name, '' AS title, '' AS parameters, '' AS part_of WHERE 0\n");
    for (size_t i = 0; i < tz_report_files_count; i++) {
        tz_buffer_add_text(&sql, "UNION ALL ");
        add_report(&sql, rows->ledger->language, &tz_report_files[i]);
    }
    tz_buffer_add_text(&sql, "ORDER BY part_of NULLS FIRST, name");
    tz_status status = sql.failed ? tz_fail_memory(rows->ledger) : prepare(rows, sql.bytes);
    tz_buffer_free(&sql);
    return status;
}

tz_status tz_report_list(tz_ledger *ledger, tz_rows **rows)
{
    assert(rows);
    tz_status status = tz_rows_new(ledger, "report_list", rows);
    if (status != TZ_OK)
        return status;
    status = run(*rows);
    if (status != TZ_OK) {
        tz_rows_close(*rows);
        *rows = NULL;
    }
    return status;
}
