/* write.c: the one way into the file. One function begins a write, one commits it; the hook of
 * connection.c refuses every other COMMIT. */
#include <assert.h>

#include "ledger.h"

tz_status tz_write_begin(tz_ledger *ledger, const char *command)
{
    assert(ledger->database && !ledger->is_writing && command);
    (void)command;
    if (ledger->mode == TZ_READ_ONLY)
        return tz_fail(ledger, TZ_REFUSED, "台账是只读打开的：%s",
                       "%s: the ledger is open read-only", ledger->path);
    tz_status status = tz_execute(ledger, "BEGIN IMMEDIATE");
    ledger->is_writing = status == TZ_OK;
    return status;
}

/* What SQLite rolled back by itself, after a full disk, say, must not pass for committed. */
static tz_status commit(tz_ledger *ledger)
{
    if (ledger->is_trial)
        return tz_fail(ledger, TZ_REFUSED, "试运行不能提交", "a trial can't be committed");
    if (sqlite3_get_autocommit(ledger->database))
        return tz_fail(ledger, TZ_IO, "先前出错，整个写入已撤销：%s",
                       "%s: the write was rolled back after an earlier failure", ledger->path);
    ledger->may_commit = true;
    tz_status status = tz_execute(ledger, "COMMIT");
    ledger->may_commit = false;
    return status;
}

tz_status tz_write_commit(tz_ledger *ledger)
{
    assert(ledger->is_writing);
    tz_status status = commit(ledger);
    if (status == TZ_OK)
        ledger->is_writing = false;
    else
        tz_write_rollback(ledger);
    return status;
}

void tz_write_rollback(tz_ledger *ledger)
{
    ledger->is_trial = false;
    if (!ledger->is_writing)
        return;
    ledger->is_writing = false;
    if (!sqlite3_get_autocommit(ledger->database))
        sqlite3_exec(ledger->database, "ROLLBACK", NULL, NULL, NULL);
}

/* Within an outer write a call is a savepoint, so that one that fails leaves nothing half done for
 * the outer commit. */
tz_status tz_write_enter(tz_ledger *ledger, const char *command, bool *is_own)
{
    *is_own = !ledger->is_writing;
    if (!*is_own)
        return tz_execute(ledger, "SAVEPOINT call");
    return tz_write_begin(ledger, command);
}

static tz_status leave_savepoint(tz_ledger *ledger, tz_status status)
{
    if (status == TZ_OK)
        return tz_execute(ledger, "RELEASE call");
    /* Without the savepoint SQLite has rolled back everything, and there is nothing to undo. */
    sqlite3_exec(ledger->database, "ROLLBACK TO call; RELEASE call", NULL, NULL, NULL);
    return status;
}

tz_status tz_write_leave(tz_ledger *ledger, bool is_own, tz_status status)
{
    if (!is_own)
        return leave_savepoint(ledger, status);
    if (status == TZ_OK)
        return tz_write_commit(ledger);
    tz_write_rollback(ledger);
    return status;
}
