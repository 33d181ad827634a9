#include "migrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

tz_status tz_read_version(tz_ledger *ledger, int64_t *version)
{
    sqlite3_stmt *statement;
    bool has_row;
    tz_status status = tz_prepare(ledger, "PRAGMA user_version", &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    *version = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return TZ_OK;
}

static tz_status copy_beside(tz_ledger *ledger, int64_t version)
{
    char stamp[32];
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local) == 0)
        return tz_fail(ledger, TZ_IO, "读不到时间", "the clock can't be read");
    size_t size = strlen(ledger->path) + sizeof stamp + 24;
    char *path = malloc(size);
    if (!path)
        return tz_fail_memory(ledger);
    snprintf(path, size, "%s.v%lld-%s", ledger->path, (long long)version, stamp);
    tz_status status = tz_ledger_backup(ledger, path);
    free(path);
    return status;
}

static tz_status run_steps(tz_ledger *ledger, const struct tz_embedded *steps, size_t step_count,
                           int64_t version)
{
    tz_status status = TZ_OK;
    for (size_t step = (size_t)version - 1; step < step_count && status == TZ_OK; step++)
        status = tz_execute(ledger, steps[step].text);
    char pragma[48];
    snprintf(pragma, sizeof pragma, "PRAGMA user_version = %zu", step_count + 1);
    return status == TZ_OK ? tz_execute(ledger, pragma) : status;
}

/* The version is read again under the lock: another process may have done the work meanwhile. */
static tz_status migrate_locked(tz_ledger *ledger, const struct tz_embedded *steps,
                                size_t step_count)
{
    int64_t version;
    tz_status status = tz_read_version(ledger, &version);
    if (status != TZ_OK || version > (int64_t)step_count)
        return status;
    status = copy_beside(ledger, version);
    if (status == TZ_OK)
        status = run_steps(ledger, steps, step_count, version);
    return status;
}

tz_status tz_migrate(tz_ledger *ledger, const struct tz_embedded *steps, size_t step_count)
{
    tz_status status = tz_write_begin_anew(ledger, "migrate");
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, true, migrate_locked(ledger, steps, step_count));
}
