/* export.c: every table of the ledger, the journal too, for other programs and for safe keeping. */
#include "export.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "connection.h"
#include "new_file.h"

static tz_status write_json_file(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                                 const char *path, uint64_t *row_count)
{
    char *new_path;
    tz_status status = tz_new_file(ledger, path, &new_path);
    if (status != TZ_OK)
        return status;
    FILE *out = fopen(new_path, "w");
    if (out) {
        status = tz_export_json(ledger, connection, tables, out, path, row_count);
        if (fclose(out) != 0 && status == TZ_OK)
            status = tz_fail_new(ledger, path, errno);
    } else {
        status = tz_fail_new(ledger, path, errno);
    }
    if (status == TZ_OK)
        return tz_new_file_publish(ledger, new_path, path);
    tz_new_file_discard(new_path);
    return status;
}

static tz_status write_tables(tz_ledger *ledger, sqlite3 *connection, const char *path,
                              tz_format format, uint64_t *row_count)
{
    tz_tables tables;
    tz_status status = tz_tables_read(ledger, connection, &tables);
    if (status == TZ_OK && format == TZ_FORMAT_CSV)
        status = tz_export_csv(ledger, connection, &tables, path, row_count);
    else if (status == TZ_OK && strcmp(path, "-") == 0)
        status =
            tz_export_json(ledger, connection, &tables, stdout,
                           TZ_PICK(ledger->language, "标准输出", "standard output"), row_count);
    else if (status == TZ_OK)
        status = write_json_file(ledger, connection, &tables, path, row_count);
    tz_tables_free(&tables);
    return status;
}

/* One reading transaction of a connection of its own: what others write meanwhile is not in it. */
tz_status tz_ledger_export(tz_ledger *ledger, const char *path, tz_format format,
                           uint64_t *row_count)
{
    assert(ledger->database && path && (format == TZ_FORMAT_CSV || format == TZ_FORMAT_JSON));
    sqlite3 *connection = NULL;
    uint64_t count = 0;
    tz_move_begin(ledger, 0);
    if (row_count)
        *row_count = 0;
    tz_status status = tz_connect(ledger, ledger->path, TZ_READ_ONLY, &connection);
    if (status != TZ_OK)
        return status;
    if (sqlite3_exec(connection, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        status = tz_fail_connection(ledger, connection);
    if (status == TZ_OK)
        status = write_tables(ledger, connection, path, format, &count);
    sqlite3_close(connection);
    if (status == TZ_OK && row_count)
        *row_count = count;
    return status;
}
