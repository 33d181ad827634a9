/* query.c: small steps that the calls on tasks, plans and entries share. */
#include "query.h"

#include <stdio.h>
#include <string.h>

#include "encoding.h"

tz_status tz_query_integer(tz_ledger *ledger, sqlite3_stmt *statement, int64_t *value)
{
    bool has_row = false;
    *value = 0;
    tz_status status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    *value = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return TZ_OK;
}

tz_status tz_query_text(tz_ledger *ledger, sqlite3_stmt *statement, char *text, size_t size)
{
    bool has_row = false;
    text[0] = '\0';
    tz_status status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    snprintf(text, size, "%s", tz_column_text(statement, 0));
    sqlite3_reset(statement);
    return TZ_OK;
}

tz_status tz_part_enter(tz_ledger *ledger)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, "SAVEPOINT part", &statement);
    return status != TZ_OK ? status : tz_run(ledger, statement);
}

static tz_status undo_part(tz_ledger *ledger)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, "ROLLBACK TO part", &statement);
    return status != TZ_OK ? status : tz_run(ledger, statement);
}

tz_status tz_part_leave(tz_ledger *ledger, tz_status status)
{
    sqlite3_stmt *statement = NULL;
    /* a failure such as a full disk may have ended the whole transaction, and the part with it */
    if (sqlite3_get_autocommit(ledger->database))
        return status;
    if (status != TZ_OK && undo_part(ledger) != TZ_OK)
        return status;
    tz_status released = tz_prepare(ledger, "RELEASE part", &statement);
    if (released == TZ_OK)
        released = tz_run(ledger, statement);
    return status != TZ_OK ? status : released;
}

tz_status tz_check_text(tz_ledger *ledger, const char *text)
{
    size_t bad_offset = 0;
    if (text == NULL || tz_utf8_is_valid(text, strlen(text), &bad_offset))
        return TZ_OK;
    if (bad_offset == 0)
        return tz_fail(ledger, TZ_MALFORMED, "不是 UTF-8 文本", "not UTF-8 text");
    return tz_fail(ledger, TZ_MALFORMED, "“%.*s”之后的字节不是 UTF-8 文本",
                   "the bytes after \"%.*s\" are not UTF-8 text", (int)bad_offset, text);
}
