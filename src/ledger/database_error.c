/* database_error.c: what SQLite met, as a status and a line that names the file. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "ledger.h"

const char *tz_half(const tz_ledger *ledger, const char *both, char text[TZ_TEXT_LIMIT])
{
    const char *bar = strstr(both, " | ");
    if (!bar)
        snprintf(text, TZ_TEXT_LIMIT, "%s", both);
    else if (ledger->language == TZ_ZH)
        snprintf(text, TZ_TEXT_LIMIT, "%.*s", (int)(bar - both), both);
    else
        snprintf(text, TZ_TEXT_LIMIT, "%s", bar + 3);
    return text;
}

static tz_status fail_constraint(tz_ledger *ledger, sqlite3 *connection)
{
    static const char check[] = "CHECK constraint failed: ";
    const char *message = sqlite3_errmsg(connection);
    if (strncmp(message, check, sizeof check - 1) == 0)
        message += sizeof check - 1;
    /* the message of a trigger, or the name of a CHECK */
    char half[TZ_TEXT_LIMIT];
    if (strstr(message, " | "))
        return tz_fail(ledger, TZ_REJECTED, "%s", "%s", tz_half(ledger, message, half));
    if (sqlite3_extended_errcode(connection) == SQLITE_CONSTRAINT_FOREIGNKEY)
        return tz_fail(ledger, TZ_REJECTED, "引用的记录不存在，或仍被其他记录引用",
                       "it refers to a record that doesn't exist, or one still refers to it");
    return tz_fail(ledger, TZ_REJECTED, "不符合台账的约束：%s",
                   "a constraint of the ledger is broken: %s", message);
}

static tz_status fail_io(tz_ledger *ledger, sqlite3 *connection, int code)
{
    int error = sqlite3_system_errno(connection);
    const char *cause = error ? strerror(error) : sqlite3_errstr(code);
    return tz_fail(ledger, TZ_IO, "读写台账失败：%s（%s）", "%s: reading or writing failed: %s",
                   ledger->path, cause);
}

static tz_status fail_busy(tz_ledger *ledger)
{
    tz_fail(ledger, TZ_BUSY, "台账正被其他程序占用：%s",
            "%s: another program keeps the ledger locked", ledger->path);
    tz_hint(ledger, "请稍后再试", "try again later");
    return TZ_BUSY;
}

/* A write that was cut off left its journal beside the file, and a read-only handle may not roll it
 * back. */
static tz_status fail_read_only(tz_ledger *ledger, sqlite3 *connection)
{
    int code = sqlite3_extended_errcode(connection);
    if (code == SQLITE_READONLY_DIRECTORY) {
        tz_fail(ledger, TZ_REFUSED, "台账所在的文件夹不可写：%s",
                "%s: the folder of the ledger can't be written to", ledger->path);
        tz_hint(ledger, "写入时要在台账旁建日志文件，请检查文件夹权限",
                "a write keeps a journal beside the ledger: check the folder's permissions");
        return TZ_REFUSED;
    }
    if (code == SQLITE_READONLY_ROLLBACK)
        return tz_fail(ledger, TZ_REFUSED, "有一次写入中断，需先写打开一次以恢复：%s",
                       "%s: a write was cut off: it must be opened for writing once to recover",
                       ledger->path);
    return tz_fail(ledger, TZ_REFUSED, "台账是只读的：%s", "%s: the ledger is read-only",
                   ledger->path);
}

static tz_status fail_corrupt(tz_ledger *ledger)
{
    tz_fail(ledger, TZ_IO, "台账文件已损坏：%s", "%s: the ledger is damaged", ledger->path);
    tz_hint(ledger, "请用备份恢复", "restore it from a backup");
    return TZ_IO;
}

static tz_status fail_full(tz_ledger *ledger)
{
    tz_fail(ledger, TZ_IO, "磁盘已满：%s", "%s: the disk is full", ledger->path);
    tz_hint(ledger, "请腾出磁盘空间后重试", "free some space and try again");
    return TZ_IO;
}

tz_status tz_fail_not_a_ledger(tz_ledger *ledger)
{
    tz_fail(ledger, TZ_IO, "不是台账文件：%s", "%s: not a ledger", ledger->path);
    tz_hint(ledger, "用 --ledger 指明台账文件", "name the ledger with --ledger");
    return TZ_IO;
}

static tz_status fail(tz_ledger *ledger, sqlite3 *connection, int code)
{
    switch (code & 0xff) { /* without what is extended in it */
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return fail_busy(ledger);
    case SQLITE_NOMEM:
        return tz_fail_memory(ledger);
    case SQLITE_FULL:
        return fail_full(ledger);
    case SQLITE_CORRUPT:
        return fail_corrupt(ledger);
    case SQLITE_NOTADB:
        return tz_fail_not_a_ledger(ledger);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return fail_io(ledger, connection, code);
    case SQLITE_READONLY:
        return fail_read_only(ledger, connection);
    case SQLITE_CONSTRAINT:
        return fail_constraint(ledger, connection);
    default:
        return tz_fail(ledger, TZ_REJECTED, "SQL 出错：%s", "SQL: %s",
                       code == sqlite3_errcode(connection) ? sqlite3_errmsg(connection)
                                                           : sqlite3_errstr(code));
    }
}

tz_status tz_fail_connection(tz_ledger *ledger, sqlite3 *connection)
{
    return fail(ledger, connection, sqlite3_errcode(connection));
}

tz_status tz_fail_connection_code(tz_ledger *ledger, sqlite3 *connection, int code)
{
    return fail(ledger, connection, code);
}

tz_status tz_fail_code(tz_ledger *ledger, int code)
{
    return fail(ledger, ledger->database, code);
}

bool tz_is_damage(int code)
{
    switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
        return true;
    default:
        return false;
    }
}

tz_status tz_fail_database(tz_ledger *ledger)
{
    return tz_fail_connection(ledger, ledger->database);
}
