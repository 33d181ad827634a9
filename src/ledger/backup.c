/* backup.c: a consistent copy of the open ledger. */
#include <assert.h>

#include "connection.h"
#include "new_file.h"

/* All pages in one step: others who write wait for a moment, and none of their writes is halved. */
static tz_status copy_pages(tz_ledger *ledger, sqlite3 *source, sqlite3 *target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup) {
        sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    return sqlite3_errcode(target) == SQLITE_OK ? TZ_OK : tz_fail_connection(ledger, target);
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
