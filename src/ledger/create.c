/* create.c: a new ledger. */
#include <assert.h>

#include "connection.h"
#include "embedded.h"
#include "new_file.h"

static tz_status run_files(tz_ledger *ledger, const struct tz_embedded *files, size_t count)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < count && status == TZ_OK; i++) {
        status = tz_execute(ledger, files[i].text);
        if (status != TZ_OK)
            tz_name_record(ledger, "%s.sql", "%s.sql", files[i].name);
    }
    return status;
}

static tz_status run_model(tz_ledger *ledger, tz_seed seed)
{
    tz_status status = run_files(ledger, tz_model_files, tz_model_files_count);
    if (status == TZ_OK && seed == TZ_SEED_2022)
        status = run_files(ledger, tz_seed_files, tz_seed_files_count);
    return status;
}

/* A file that fails is thrown away: while it is built it needs no journal on the disk. */
static tz_status build(tz_ledger *ledger, const char *path, tz_seed seed)
{
    tz_status status = tz_connect_handle(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_execute(ledger, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    if (status == TZ_OK)
        status = tz_write_begin_anew(ledger, "init");
    if (status == TZ_OK)
        status = tz_write_leave(ledger, true, run_model(ledger, seed));
    tz_disconnect(ledger);
    return status;
}

tz_status tz_ledger_create(tz_ledger *ledger, const char *path, tz_seed seed)
{
    assert(!ledger->is_writing && path);
    char *new_path;
    tz_status status = tz_new_file(ledger, path, &new_path);
    if (status != TZ_OK)
        return status;
    status = build(ledger, new_path, seed);
    if (status == TZ_OK)
        status = tz_new_file_publish(ledger, new_path, path);
    else
        tz_new_file_discard(new_path);
    return status == TZ_OK ? tz_ledger_open(ledger, path, TZ_READ_WRITE) : status;
}
