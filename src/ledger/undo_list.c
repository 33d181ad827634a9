/* undo_list.c: what an undo changes back, a row per record, in the log's words. */
#include <string.h>

#include "change_words.h"
#include "listing.h"
#include "query.h"
#include "undo.h"

/* The columns of sql/journal/undo.sql, which are those of the listing. */
enum { OPERATION, TABLE_NAME, RECORD, CONTENT, COLUMNS };

static tz_status count_changes(tz_ledger *ledger, int64_t journal_id, uint64_t *count)
{
    sqlite3_stmt *statement;
    int64_t counted = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT count(*) FROM journal_change(?1) AS c\n"
                                  "WHERE c.field_number = 1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, journal_id);
    status = tz_query_integer(ledger, statement, &counted);
    *count = (uint64_t)counted;
    return status;
}

static tz_status add_changes(tz_ledger *ledger, sqlite3_stmt *row, tz_listing *listing)
{
    bool has_row = true;
    tz_status status = TZ_OK;
    while (status == TZ_OK && has_row) {
        status = tz_step(ledger, row, &has_row);
        if (status != TZ_OK || !has_row)
            break;
        const char *values[COLUMNS];
        for (int i = 0; i < COLUMNS; i++)
            values[i] = tz_column_text(row, i);
        status = tz_listing_add(listing, values);
    }
    sqlite3_reset(row);
    return status;
}

static tz_status list_changes(tz_ledger *ledger, int64_t journal_id, uint64_t most,
                              tz_listing *listing)
{
    sqlite3_stmt *row;
    tz_status status = tz_prepare(ledger, tz_journal_text("undo"), &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, sqlite3_bind_parameter_index(row, ":journal_id"), journal_id);
    tz_bind_integer(row, sqlite3_bind_parameter_index(row, ":most"), (int64_t)most);
    return add_changes(ledger, row, listing);
}

tz_status tz_undo_list(tz_ledger *ledger, int64_t journal_id, uint64_t most, uint64_t *count,
                       tz_rows **rows)
{
    tz_listing listing;
    *rows = NULL;
    tz_status status = count_changes(ledger, journal_id, count);
    if (status == TZ_OK)
        status =
            tz_listing_start(ledger, "undo", "operation, table_name, record, content", &listing);
    if (status != TZ_OK)
        return status;
    /* the record's name tells a person what it is one of */
    if (!(listing.rows->table_columns = strdup("operation, record, content")))
        status = tz_fail_memory(ledger);
    if (status == TZ_OK)
        status = list_changes(ledger, journal_id, most, &listing);
    if (status == TZ_OK)
        status = tz_listing_finish(&listing, rows);
    else
        tz_listing_close(&listing);
    return status;
}
