/* report_list.c: the reports there are. They stand in the library, not in a ledger, so their list
 * comes from a database in memory that has nothing in it. */
#include <assert.h>
#include <string.h>

#include "own_report.h"

/* As a person gives them: a task by its code. */
static void add_parameters(tz_buffer *parameters, const char *text)
{
    static const char task_id[] = "task_id";
    bool takes_task = tz_report_takes_task(text);
    size_t size;
    const char *name = tz_report_next_parameter(&text, &size);
    while (name) {
        bool is_task = takes_task && size == strlen(task_id) && memcmp(name, task_id, size) == 0;
        tz_buffer_add(parameters, name, is_task ? strlen("task") : size);
        name = tz_report_next_parameter(&text, &size);
        if (name)
            tz_buffer_add_text(parameters, ", ");
    }
}

/* A literal, or NULL. */
static void add_quoted(tz_buffer *sql, const char *text, size_t size)
{
    if (!text) {
        tz_buffer_add_text(sql, "NULL");
        return;
    }
    tz_buffer_add_char(sql, '\'');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\'')
            tz_buffer_add_char(sql, '\'');
        tz_buffer_add_char(sql, text[i]);
    }
    tz_buffer_add_char(sql, '\'');
}

static void add_report(tz_buffer *sql, tz_language language, const tz_report_text *report)
{
    size_t size;
    tz_buffer parameters = {0};
    add_parameters(&parameters, report->text);
    tz_buffer_add_text(sql, "UNION ALL SELECT ");
    add_quoted(sql, report->name, strlen(report->name));
    tz_buffer_add_text(sql, ", ");
    const char *title = tz_report_title(report->text, language, &size);
    add_quoted(sql, title, size);
    tz_buffer_add_text(sql, ", ");
    add_quoted(sql, tz_buffer_text(&parameters), parameters.size);
    tz_buffer_add_text(sql, ", ");
    const char *command = tz_report_remark(report->text, "part of", &size);
    add_quoted(sql, command, size);
    tz_buffer_add_text(sql, ", ");
    add_quoted(sql, report->path, report->path ? strlen(report->path) : 0);
    tz_buffer_add_char(sql, '\n');
    sql->failed = sql->failed || parameters.failed;
    tz_buffer_free(&parameters);
}

/* One that can't be read, or has no title, is told of and left out. */
static tz_status add_own_report(tz_buffer *sql, tz_ledger *ledger, const char *name)
{
    tz_buffer path = {0}, text = {0};
    tz_status status = tz_own_report_read(ledger, name, &path, &text);
    tz_report_text report = {name, tz_buffer_text(&text), tz_buffer_text(&path)};
    if (status == TZ_OK)
        add_report(sql, ledger->language, &report);
    else if (status != TZ_NO_MEMORY)
        tz_note_text(ledger, TZ_NOTE_ERROR, NULL, 0, NULL, "%s", "%s", ledger->error);
    tz_buffer_free(&path);
    tz_buffer_free(&text);
    return status == TZ_NO_MEMORY ? status : TZ_OK;
}

static tz_status add_own_reports(tz_buffer *sql, tz_ledger *ledger)
{
    char **names;
    size_t count;
    tz_status status = tz_own_report_names(ledger, &names, &count);
    for (size_t i = 0; i < count && status == TZ_OK; i++)
        status = add_own_report(sql, ledger, names[i]);
    tz_own_report_names_free(names, count);
    return status;
}

/* The columns' titles, as a ledger's dictionary would have them. */
static const char titles[] = "CREATE TABLE dictionary(view_name, column_name, type, zh, en);\n"
                             "INSERT INTO dictionary VALUES\n"
                             "  ('report_list', 'name', 'text', '报表', 'report'),\n"
                             "  ('report_list', 'title', 'text', '名称', 'title'),\n"
                             "  ('report_list', 'parameters', 'text', '参数', 'parameters'),\n"
                             "  ('report_list', 'part_of', 'text', '所属命令', 'part of'),\n"
                             "  ('report_list', 'file', 'text', '文件', 'file')";

static tz_status prepare(tz_rows *rows, const char *sql)
{
    if (sqlite3_open(":memory:", &rows->own_connection) != SQLITE_OK)
        return tz_fail_memory(rows->ledger);
    if (sqlite3_exec(rows->own_connection, titles, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(rows->own_connection, sql, -1, &rows->statement, NULL) != SQLITE_OK)
        return tz_fail_connection(rows->ledger, rows->own_connection);
    return tz_rows_start(rows);
}

static tz_status run(tz_rows *rows)
{
    tz_buffer sql = {0};
    tz_buffer_add_text(&sql, "SELECT '' AS name, '' AS title, '' AS parameters, '' AS part_of,\n"
                             "       '' AS file WHERE 0\n");
    for (size_t i = 0; i < tz_report_files_count; i++) {
        tz_report_text report = {tz_report_files[i].name, tz_report_files[i].text, NULL};
        add_report(&sql, rows->ledger->language, &report);
    }
    tz_status status = add_own_reports(&sql, rows->ledger);
    tz_buffer_add_text(&sql, "ORDER BY part_of NULLS FIRST, name");
    if (status == TZ_OK)
        status = sql.failed ? tz_fail_memory(rows->ledger) : prepare(rows, sql.bytes);
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
