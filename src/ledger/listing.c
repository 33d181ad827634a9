#include "listing.h"

#include <string.h>

#include "embedded.h"

static tz_status execute(tz_listing *listing, const char *sql)
{
    sqlite3 *connection = listing->rows->own_connection;
    if (sqlite3_exec(connection, sql, NULL, NULL, NULL) == SQLITE_OK)
        return TZ_OK;
    return tz_fail_connection(listing->rows->ledger, connection);
}

/* The titles and words stand in the last of the model's files; the Chinese views at its end refer
 * to tables that aren't here, and nobody asks them. */
static tz_status add_dictionary(tz_listing *listing)
{
    tz_status status = execute(listing, "BEGIN;"
                                        "CREATE TABLE dictionary\n"
                                        " (view_name, column_name, type, zh, en, meaning);"
                                        "CREATE TABLE word (column_name, value, zh, en)");
    for (size_t i = 0; i < tz_model_files_count && status == TZ_OK; i++)
        if (strcmp(tz_model_files[i].name, "dictionary") == 0)
            status = execute(listing, tz_model_files[i].text);
    return status;
}

static tz_status prepare_insert(tz_listing *listing, const char *columns)
{
    sqlite3 *connection = listing->rows->own_connection;
    tz_status status = TZ_OK;
    char *table = sqlite3_mprintf("CREATE TABLE listing (%s)", columns);
    char *insert =
        sqlite3_mprintf("INSERT INTO listing VALUES (?1%.*s)", (listing->column_count - 1) * 2,
                        ",?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
    if (!table || !insert)
        status = tz_fail_memory(listing->rows->ledger);
    if (status == TZ_OK)
        status = execute(listing, table);
    if (status == TZ_OK &&
        sqlite3_prepare_v2(connection, insert, -1, &listing->insert, NULL) != SQLITE_OK)
        status = tz_fail_connection(listing->rows->ledger, connection);
    sqlite3_free(table);
    sqlite3_free(insert);
    return status;
}

tz_status tz_listing_start(tz_ledger *ledger, const char *report, const char *columns,
                           tz_listing *listing)
{
    *listing = (tz_listing){.column_count = 1};
    for (const char *comma = strchr(columns, ','); comma; comma = strchr(comma + 1, ','))
        listing->column_count++;
    tz_status status = tz_rows_new(ledger, report, &listing->rows);
    if (status != TZ_OK)
        return status;
    if (sqlite3_open("", &listing->rows->own_connection) != SQLITE_OK)
        status = tz_fail_memory(ledger);
    if (status == TZ_OK)
        status = add_dictionary(listing);
    if (status == TZ_OK)
        status = prepare_insert(listing, columns);
    if (status != TZ_OK)
        tz_listing_close(listing);
    return status;
}

tz_status tz_listing_add(tz_listing *listing, const char *const *values)
{
    for (int i = 0; i < listing->column_count; i++)
        if (sqlite3_bind_text(listing->insert, i + 1, values[i], -1, SQLITE_STATIC) != SQLITE_OK)
            return tz_fail_memory(listing->rows->ledger);
    sqlite3_step(listing->insert);
    if (sqlite3_reset(listing->insert) == SQLITE_OK)
        return TZ_OK;
    return tz_fail_connection(listing->rows->ledger, listing->rows->own_connection);
}

static tz_status select_all(tz_listing *listing)
{
    tz_rows *rows = listing->rows;
    tz_status status = execute(listing, "COMMIT");
    if (status == TZ_OK &&
        sqlite3_prepare_v2(rows->own_connection, "SELECT * FROM listing ORDER BY rowid", -1,
                           &rows->statement, NULL) != SQLITE_OK)
        status = tz_fail_connection(rows->ledger, rows->own_connection);
    return status == TZ_OK ? tz_rows_start(rows) : status;
}

tz_status tz_listing_finish(tz_listing *listing, tz_rows **rows)
{
    *rows = NULL;
    sqlite3_finalize(listing->insert);
    listing->insert = NULL;
    tz_status status = select_all(listing);
    if (status == TZ_OK) {
        *rows = listing->rows;
        listing->rows = NULL;
    }
    tz_listing_close(listing);
    return status;
}

void tz_listing_close(tz_listing *listing)
{
    sqlite3_finalize(listing->insert);
    tz_rows_close(listing->rows);
    *listing = (tz_listing){0};
}
