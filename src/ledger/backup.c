/* backup.c: a consistent copy of the open ledger. */
#include <assert.h>
#include <errno.h>
#include <string.h>

#include "connection.h"
#include "new_file.h"

/* What the copy itself met, and not the ledger that is read. */
static bool is_of_target(int code)
{
    const int kind = code & 0xff;
    return kind == SQLITE_FULL || kind == SQLITE_CANTOPEN ||
           (kind == SQLITE_IOERR && code != SQLITE_IOERR_READ && code != SQLITE_IOERR_SHORT_READ);
}

/* tz_ledger_backup puts the copy's name in front. */
static tz_status fail(tz_ledger *ledger, sqlite3 *target)
{
    const int code = sqlite3_extended_errcode(target), error = sqlite3_system_errno(target);
    if (!is_of_target(code))
        return tz_fail_connection(ledger, target);
    if (code != SQLITE_FULL && error != ENOSPC && error != EDQUOT)
        return tz_fail(ledger, TZ_IO, "写入失败（%s）", "it can't be written: %s",
                       error ? strerror(error) : sqlite3_errmsg(target));
    tz_fail(ledger, TZ_IO, "磁盘已满", "the disk is full");
    tz_hint(ledger, "请腾出磁盘空间，或备份到别处", "free some space, or back it up elsewhere");
    return TZ_IO;
}

/* All pages in one step: others who write wait for a moment, and none of their writes is halved. */
static tz_status copy_pages(tz_ledger *ledger, sqlite3 *source, sqlite3 *target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup) {
        sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    return sqlite3_errcode(target) == SQLITE_OK ? TZ_OK : fail(ledger, target);
}

/* From a connection of its own: one that writes can't be copied, and what it wrote isn't committed.
 */
static tz_status fill(tz_ledger *ledger, const char *path)
{
    sqlite3 *source = NULL, *target = NULL;
    tz_status status = tz_connect(ledger, ledger->path, TZ_READ_ONLY, &source);
    if (status == TZ_OK)
        status = tz_connect(ledger, path, TZ_READ_WRITE, &target);
    if (status == TZ_OK) {
        /* A copy that fails is thrown away: it needs no journal, and is put on the disk as a whole.
         */
        sqlite3_exec(target, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", NULL, NULL,
                     NULL);
        status = copy_pages(ledger, source, target);
    }
    sqlite3_close(target);
    sqlite3_close(source);
    return status;
}

tz_status tz_ledger_backup(tz_ledger *ledger, const char *path)
{
    assert(ledger->database && path);
    char *new_path;
    tz_status status = tz_new_file(ledger, path, &new_path);
    if (status != TZ_OK)
        return status;
    status = fill(ledger, new_path);
    if (status == TZ_OK)
        return tz_new_file_publish(ledger, new_path, path);
    tz_name_record(ledger, "备份到 %s", "backup to %s", path);
    tz_new_file_discard(new_path);
    return status;
}
