/* open.c: an existing ledger. Before anything else the file is told from what isn't a ledger. */
#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "connection.h"
#include "migrate.h"

/* By stat, never by opening it: to close any descriptor of a file drops the locks that the process
 * holds on it through other handles. */
static tz_status check_regular(tz_ledger *ledger, const char *path)
{
    struct stat file;
    if (stat(path, &file) == 0) {
        if (S_ISREG(file.st_mode))
            return TZ_OK;
        return tz_fail(ledger, TZ_IO, "不是台账文件：%s（不是普通文件）",
                       "%s: not a ledger: not a file", path);
    }
    if (errno != ENOENT && errno != ENOTDIR)
        return tz_fail(ledger, TZ_IO, "打不开台账：%s（%s）", "%s: can't be opened: %s", path,
                       strerror(errno));
    tz_fail(ledger, TZ_NOT_FOUND, "没有这个台账：%s", "%s: no such ledger", path);
    tz_hint(ledger, "用 init 新建，或用 --ledger 指明文件",
            "make one with init, or name it with --ledger");
    return TZ_NOT_FOUND;
}

static tz_status check_application(tz_ledger *ledger)
{
    sqlite3_stmt *statement;
    bool has_row;
    tz_status status = tz_prepare(ledger, "PRAGMA application_id", &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    bool is_ledger = sqlite3_column_int64(statement, 0) == TZ_APPLICATION_ID;
    sqlite3_reset(statement);
    return is_ledger ? TZ_OK : tz_fail_not_a_ledger(ledger);
}

static tz_status check_version(tz_ledger *ledger, bool *is_older)
{
    int64_t version = 0;
    tz_status status = tz_read_version(ledger, &version);
    if (status != TZ_OK)
        return status;
    if (version < 1)
        return tz_fail(ledger, TZ_IO, "台账文件已损坏：%s（没有版本号）",
                       "%s: the ledger is damaged: it has no version", ledger->path);
    if (version > TZ_SCHEMA_VERSION) {
        tz_fail(ledger, TZ_REFUSED, "台账是新版本 %2$lld，本程序只到 %3$d：%1$s",
                "%1$s: the ledger is of version %2$lld, this program knows up to %3$d",
                ledger->path, (long long)version, TZ_SCHEMA_VERSION);
        tz_hint(ledger, "请升级 taizhang", "use a newer taizhang");
        return TZ_REFUSED;
    }
    *is_older = version < TZ_SCHEMA_VERSION;
    return TZ_OK;
}

static tz_status upgrade(tz_ledger *ledger)
{
    if (ledger->mode == TZ_READ_WRITE)
        return tz_migrate(ledger, tz_migration_files, tz_migration_files_count);
    tz_fail(ledger, TZ_REFUSED, "台账是旧版本，只读打开不能升级：%s",
            "%s: the ledger is of an older version, which read-only can't be upgraded",
            ledger->path);
    tz_hint(ledger, "请先写打开一次", "open it for writing once");
    return TZ_REFUSED;
}

/* SQLite opens a file that may not be written read-only without a word. */
static tz_status settle_writing(tz_ledger *ledger)
{
    if (sqlite3_db_readonly(ledger->database, "main")) {
        tz_fail(ledger, TZ_REFUSED, "台账文件不可写：%s", "%s: the ledger may not be written",
                ledger->path);
        tz_hint(ledger, "请检查文件的权限", "check the file's permissions");
        return TZ_REFUSED;
    }
    return tz_execute(ledger, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
}

static tz_status check(tz_ledger *ledger)
{
    bool is_older = false;
    tz_status status = check_application(ledger);
    if (status == TZ_OK)
        status = check_version(ledger, &is_older);
    if (status == TZ_OK && ledger->mode == TZ_READ_WRITE)
        status = settle_writing(ledger);
    if (status == TZ_OK && is_older)
        status = upgrade(ledger);
    return status;
}

/* After a write that was cut off the file is what it was before once the journal beside it is
 * rolled back; a read-only connection can't, one that only reads a page of it does. */
static bool recover(tz_ledger *ledger, const char *path)
{
    sqlite3 *connection;
    if (tz_connect(ledger, path, TZ_READ_WRITE, &connection) != TZ_OK)
        return false;
    int code = sqlite3_exec(connection, "PRAGMA user_version", NULL, NULL, NULL);
    bool is_writable = sqlite3_db_readonly(connection, "main") == 0;
    sqlite3_close(connection);
    return code == SQLITE_OK && is_writable;
}

static bool needs_recovery(const tz_ledger *ledger)
{
    return sqlite3_extended_errcode(ledger->database) == SQLITE_READONLY_ROLLBACK;
}

tz_status tz_ledger_open(tz_ledger *ledger, const char *path, tz_open_mode mode)
{
    assert(!ledger->is_writing && path);
    tz_disconnect(ledger);
    tz_status status = check_regular(ledger, path);
    if (status == TZ_OK)
        status = tz_connect_handle(ledger, path, mode);
    if (status != TZ_OK)
        return status;
    status = check(ledger);
    if (status != TZ_OK && needs_recovery(ledger) && recover(ledger, path))
        status = check(ledger);
    if (status != TZ_OK)
        tz_disconnect(ledger);
    return status;
}
