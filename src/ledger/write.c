/* write.c: the one way into the file. One function begins a write, one commits it; the hook of
 * connection.c refuses every other COMMIT. A session records what is changed between the two, and
 * what it recorded goes into the journal with the commit. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "journal.h"

static int filter_table(void *context, const char *table)
{
    (void)context;
    return tz_journal_covers(table);
}

static tz_status start_session(tz_ledger *ledger)
{
    int code = sqlite3session_create(ledger->database, "main", &ledger->session);
    if (code != SQLITE_OK)
        return tz_fail_code(ledger, code);
    sqlite3session_table_filter(ledger->session, filter_table, NULL);
    code = sqlite3session_attach(ledger->session, NULL);
    return code == SQLITE_OK ? TZ_OK : tz_fail_code(ledger, code);
}

/* A file that has no journal yet, as the sqlite3 shell makes one, gets its snapshot before its
 * first change. */
static tz_status start_journal(tz_ledger *ledger)
{
    int64_t journal_id;
    unsigned char hash[TZ_HASH_SIZE];
    tz_status status = tz_journal_head(ledger, &journal_id, hash);
    if (status == TZ_OK && journal_id == 0)
        status = tz_journal_append(ledger, "snapshot", tz_snapshot_source(ledger->database));
    return status == TZ_OK ? start_session(ledger) : status;
}

tz_status tz_write_begin_anew(tz_ledger *ledger, const char *command)
{
    assert(ledger->database && !ledger->is_writing && !ledger->is_reading && command);
    if (ledger->mode == TZ_READ_ONLY)
        return tz_fail(ledger, TZ_REFUSED, "台账是只读打开的：%s",
                       "%s: the ledger is open read-only", ledger->path);
    ledger->command = strdup(command);
    if (!ledger->command)
        return tz_fail_memory(ledger);
    ledger->is_writing = true;
    tz_status status = tz_execute(ledger, "BEGIN IMMEDIATE");
    if (status != TZ_OK)
        tz_write_rollback(ledger);
    return status;
}

tz_status tz_write_begin(tz_ledger *ledger, const char *command)
{
    tz_status status = tz_write_begin_anew(ledger, command);
    if (status != TZ_OK)
        return status;
    status = start_journal(ledger);
    if (status != TZ_OK)
        tz_write_rollback(ledger);
    return status;
}

tz_status tz_write_name(tz_ledger *ledger, const char *command)
{
    char *copy = strdup(command);
    if (!copy)
        return tz_fail_memory(ledger);
    free(ledger->command);
    ledger->command = copy;
    return TZ_OK;
}

static void end(tz_ledger *ledger)
{
    if (ledger->session)
        sqlite3session_delete(ledger->session);
    ledger->session = NULL;
    free(ledger->command);
    ledger->command = NULL;
    ledger->is_writing = false;
}

static tz_status record(tz_ledger *ledger)
{
    if (ledger->session)
        return tz_journal_append(ledger, "change", tz_session_source(ledger->session));
    return tz_journal_append(ledger, "snapshot", tz_snapshot_source(ledger->database));
}

/* What SQLite rolled back by itself, after a full disk, say, must not pass for committed. */
static tz_status commit(tz_ledger *ledger)
{
    if (ledger->is_trial)
        return tz_fail(ledger, TZ_REFUSED, "试运行不能提交", "a trial can't be committed");
    if (sqlite3_get_autocommit(ledger->database))
        return tz_fail(ledger, TZ_IO, "先前出错，整个写入已撤销：%s",
                       "%s: the write was rolled back after an earlier failure", ledger->path);
    tz_status status = record(ledger);
    if (status != TZ_OK)
        return status;
    ledger->may_commit = true;
    status = tz_execute(ledger, "COMMIT");
    ledger->may_commit = false;
    return status;
}

tz_status tz_write_commit(tz_ledger *ledger)
{
    assert(ledger->is_writing);
    tz_status status = commit(ledger);
    if (status == TZ_OK)
        end(ledger);
    else
        tz_write_rollback(ledger);
    return status;
}

void tz_write_rollback(tz_ledger *ledger)
{
    ledger->is_trial = false;
    if (!ledger->is_writing)
        return;
    end(ledger);
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
