/* sql.c: a read-only statement that a person gives. */
#include <assert.h>
#include <string.h>

#include "connection.h"
#include "rows.h"

/* Within a write the statement must see what was written, so it runs on the write's connection: the
 * sandbox alone holds it. Else a read-only connection does as well. */
static tz_status choose_connection(tz_ledger *ledger, sqlite3 **connection)
{
    tz_status status = TZ_OK;
    if (!ledger->is_writing && !ledger->reader)
        status = tz_connect(ledger, ledger->path, TZ_READ_ONLY, &ledger->reader);
    *connection = ledger->is_writing ? ledger->database : ledger->reader;
    return status;
}

/* Puts FILE:LINE before the error just set, where the SQL is a file's. */
static tz_status name_place(tz_rows *rows, const char *path, const char *sql, const char *at)
{
    size_t line = 1;
    for (const char *next = sql; next < at; next++)
        line += *next == '\n';
    if (path)
        tz_name_record(rows->ledger, "%s:%zu", "%s:%zu", path, line);
    return TZ_REJECTED;
}

/* Behind the comment lines that begin a report. */
static const char *first_statement(const char *sql)
{
    while (strncmp(sql, "--", 2) == 0 || *sql == '\n')
        sql += strcspn(sql, "\n") + (sql[strcspn(sql, "\n")] == '\n');
    return sql;
}

/* SQLite's words, and where they point to. */
static tz_status fail_sql(tz_rows *rows, sqlite3 *connection, const char *sql, const char *path)
{
    int code = sqlite3_errcode(connection) & 0xff, offset = sqlite3_error_offset(connection);
    if (rows->sandbox.excess != TZ_WITHIN_BOUNDS)
        return tz_rows_fail(rows);
    if (code == SQLITE_AUTH) {
        tz_fail(rows->ledger, TZ_REJECTED, "SQL 只能查询：%s", "SQL may only read: %s",
                sqlite3_errmsg(connection));
        return name_place(rows, path, sql, first_statement(sql));
    }
    if (code != SQLITE_ERROR || offset < 0)
        return tz_fail_connection(rows->ledger, connection);
    if (path) {
        tz_fail(rows->ledger, TZ_REJECTED, "%s", "%s", sqlite3_errmsg(connection));
        return name_place(rows, path, sql, sql + offset);
    }
    tz_fail(rows->ledger, TZ_REJECTED, "SQL 第 %2$d 字节处出错：%1$s", "SQL: %s, at byte %d",
            sqlite3_errmsg(connection), offset + 1);
    tz_hint(rows->ledger, "在此处：%.40s", "it is here: %.40s", sql + offset);
    return TZ_REJECTED;
}

/* Behind the statement only blanks, comments and semicolons may stand: SQLite makes no statement of
 * them. */
static bool is_blank(tz_rows *rows, sqlite3 *connection, const char *tail)
{
    while (*tail) {
        sqlite3_stmt *statement = NULL;
        int code = tz_sandbox_prepare(&rows->sandbox, connection, tail, &statement, &tail);
        sqlite3_finalize(statement);
        if (code != SQLITE_OK || statement)
            return false;
    }
    return true;
}

static tz_status prepare(tz_rows *rows, sqlite3 *connection, const char *sql, const char *path)
{
    const char *tail = sql;
    do { /* an empty statement before the first gives none */
        if (tz_sandbox_prepare(&rows->sandbox, connection, tail, &rows->statement, &tail) !=
            SQLITE_OK)
            return fail_sql(rows, connection, sql, path);
    } while (!rows->statement && *tail);
    if (!rows->statement)
        tz_fail(rows->ledger, TZ_REJECTED, "没有 SQL 语句", "there is no SQL statement");
    else if (!is_blank(rows, connection, tail))
        tz_fail(rows->ledger, TZ_REJECTED, "一次只能执行一条 SQL 语句",
                "there is more than one SQL statement");
    else if (!sqlite3_stmt_readonly(rows->statement) || sqlite3_column_count(rows->statement) == 0)
        tz_fail(rows->ledger, TZ_REJECTED, "SQL 只能查询", "SQL may only read");
    else
        return TZ_OK;
    return name_place(rows, path, sql, tail + strspn(tail, " \t\n"));
}

tz_status tz_sql_prepare(tz_rows *rows, const char *sql, const char *path, const tz_limits *limits)
{
    sqlite3 *connection;
    tz_sandbox_start(&rows->sandbox, limits ? limits->timeout_seconds : 0);
    rows->is_bounded = true;
    rows->max_rows = limits ? limits->max_rows : 0;
    tz_status status = choose_connection(rows->ledger, &connection);
    return status == TZ_OK ? prepare(rows, connection, sql, path) : status;
}

static tz_status run(tz_rows *rows, const char *sql, const tz_parameter *parameters,
                     size_t parameter_count, const tz_limits *limits)
{
    tz_status status = tz_sql_prepare(rows, sql, NULL, limits);
    if (status == TZ_OK)
        status = tz_rows_bind(rows, parameters, parameter_count, false);
    if (status == TZ_OK)
        status = tz_rows_start(rows);
    return status;
}

tz_status tz_sql(tz_ledger *ledger, const char *sql, const tz_parameter *parameters,
                 size_t parameter_count, const tz_limits *limits, tz_rows **rows)
{
    assert(ledger->database && sql && rows);
    tz_status status = tz_rows_new(ledger, "sql", rows);
    if (status != TZ_OK)
        return status;
    (*rows)->title = strdup(TZ_PICK(ledger->language, "查询结果", "Query")); /* NULL: the name */
    status = run(*rows, sql, parameters, parameter_count, limits);
    if (status != TZ_OK) {
        tz_rows_close(*rows);
        *rows = NULL;
    }
    return status;
}
