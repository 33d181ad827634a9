/* statement.c: prepared statements, kept per handle, and typed values in and out. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ledger.h"

struct tz_statements {
    struct tz_statements *next;
    const char *sql;
    sqlite3_stmt *statement;
};

static sqlite3_stmt *find_kept(const tz_ledger *ledger, const char *sql)
{
    for (const struct tz_statements *kept = ledger->statements; kept; kept = kept->next)
        if (kept->sql == sql || strcmp(kept->sql, sql) == 0)
            return kept->statement;
    return NULL;
}

static tz_status keep_new(tz_ledger *ledger, const char *sql, sqlite3_stmt **statement)
{
    struct tz_statements *kept = calloc(1, sizeof *kept);
    if (!kept)
        return tz_fail_memory(ledger);
    int code = sqlite3_prepare_v3(ledger->database, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &kept->statement, NULL);
    if (code != SQLITE_OK) {
        free(kept);
        return tz_fail_database(ledger);
    }
    kept->sql = sql;
    kept->next = ledger->statements;
    ledger->statements = kept;
    *statement = kept->statement;
    return TZ_OK;
}

tz_status tz_prepare(tz_ledger *ledger, const char *sql, sqlite3_stmt **statement)
{
    assert(ledger->database);
    *statement = find_kept(ledger, sql);
    if (!*statement)
        return keep_new(ledger, sql, statement);
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);
    return TZ_OK;
}

void tz_statements_free(tz_ledger *ledger)
{
    while (ledger->statements) {
        struct tz_statements *kept = ledger->statements;
        ledger->statements = kept->next;
        sqlite3_finalize(kept->statement);
        free(kept);
    }
}

/* A bind of a static or fixed-size value fails only for a parameter that the SQL doesn't have. */
static void check_bind(int code)
{
    assert(code == SQLITE_OK);
    (void)code;
}

void tz_bind_text(sqlite3_stmt *statement, int parameter, const char *text)
{
    check_bind(sqlite3_bind_text(statement, parameter, text, -1, SQLITE_STATIC));
}

void tz_bind_given(sqlite3_stmt *statement, int parameter, const char *text)
{
    tz_bind_text(statement, parameter, text != NULL && text[0] != '\0' ? text : NULL);
}

void tz_bind_integer(sqlite3_stmt *statement, int parameter, int64_t value)
{
    check_bind(sqlite3_bind_int64(statement, parameter, value));
}

void tz_bind_real(sqlite3_stmt *statement, int parameter, double value)
{
    check_bind(sqlite3_bind_double(statement, parameter, value));
}

void tz_bind_id(sqlite3_stmt *statement, int parameter, int64_t id)
{
    check_bind(id ? sqlite3_bind_int64(statement, parameter, id)
                  : sqlite3_bind_null(statement, parameter));
}

tz_status tz_run(tz_ledger *ledger, sqlite3_stmt *statement)
{
    bool has_row;
    tz_status status = tz_step(ledger, statement, &has_row);
    assert(status != TZ_OK || !has_row);
    return status;
}

tz_status tz_step(tz_ledger *ledger, sqlite3_stmt *statement, bool *has_row)
{
    int code = sqlite3_step(statement);
    *has_row = code == SQLITE_ROW;
    if (*has_row)
        return TZ_OK;
    tz_status status = code == SQLITE_DONE ? TZ_OK : tz_fail_database(ledger);
    sqlite3_reset(statement);
    return status;
}

const char *tz_column_text(sqlite3_stmt *statement, int column)
{
    const unsigned char *text = sqlite3_column_text(statement, column);
    return text ? (const char *)text : "";
}

tz_status tz_execute(tz_ledger *ledger, const char *sql)
{
    assert(ledger->database);
    int code = sqlite3_exec(ledger->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? TZ_OK : tz_fail_database(ledger);
}
