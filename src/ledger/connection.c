#include "connection.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "change_words.h"

/* sqlite3_open_v2, which reads a name that starts with "file:" as a URI, on the file of that name.
 */
static int open_file(const char *path, int flags, sqlite3 **connection)
{
    if (strncmp(path, "file:", 5) != 0)
        return sqlite3_open_v2(path, connection, flags, NULL);
    char *plain = sqlite3_mprintf("./%s", path);
    int code = plain ? sqlite3_open_v2(plain, connection, flags, NULL) : SQLITE_NOMEM;
    sqlite3_free(plain);
    return code;
}

static int settle(sqlite3 *connection, tz_open_mode mode)
{
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, TZ_BUSY_TIMEOUT_MS);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
    const char *pragmas = mode == TZ_READ_ONLY
                              ? "PRAGMA cell_size_check = ON; PRAGMA temp_store = FILE;"
                                "PRAGMA query_only = ON;"
                              : "PRAGMA cell_size_check = ON; PRAGMA temp_store = FILE;";
    return sqlite3_exec(connection, pragmas, NULL, NULL, NULL);
}

tz_status tz_connect(tz_ledger *ledger, const char *path, tz_open_mode mode, sqlite3 **connection)
{
    int flags = mode == TZ_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    sqlite3 *opened = NULL;
    *connection = NULL;
    int code = open_file(path, flags, &opened);
    if (code == SQLITE_OK)
        code = settle(opened, mode);
    if (code == SQLITE_OK) {
        *connection = opened;
        return TZ_OK;
    }
    tz_status status = opened ? tz_fail_connection(ledger, opened) : tz_fail_memory(ledger);
    sqlite3_close(opened);
    return status;
}

/* The hook of every COMMIT, also of one that a statement makes by itself: what tz_write_commit does
 * not make is turned into a rollback. */
static int refuse_commit(void *ledger)
{
    return !((tz_ledger *)ledger)->may_commit;
}

tz_status tz_connect_handle(tz_ledger *ledger, const char *path, tz_open_mode mode)
{
    tz_disconnect(ledger);
    ledger->path = strdup(path);
    if (!ledger->path)
        return tz_fail_memory(ledger);
    ledger->mode = mode;
    tz_status status = tz_connect(ledger, path, mode, &ledger->database);
    if (status == TZ_OK)
        status = tz_change_words_register(ledger);
    if (status == TZ_OK)
        sqlite3_commit_hook(ledger->database, refuse_commit, ledger);
    else
        tz_disconnect(ledger);
    return status;
}

void tz_disconnect(tz_ledger *ledger)
{
    tz_write_rollback(ledger);
    tz_read_end(ledger);
    tz_statements_free(ledger);
    /* Each fails only while a statement is open: a result set was not closed before its ledger. */
    int code = sqlite3_close(ledger->reader);
    assert(code == SQLITE_OK);
    code = sqlite3_close(ledger->database);
    assert(code == SQLITE_OK);
    (void)code;
    ledger->reader = NULL;
    ledger->database = NULL;
    free(ledger->path);
    ledger->path = NULL;
}
