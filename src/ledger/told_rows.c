/* told_rows.c: of which task, quarter and unit a file has told, and where. */
#include "told_rows.h"

#include "query.h"

/* A table, so that SQLite bounds its memory; temporary, so that it is no part of the ledger. */
tz_status tz_told_rows_begin(tz_ledger *ledger)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_execute(ledger, "CREATE TEMP TABLE IF NOT EXISTS told_row (\n"
                                          "  task_id INTEGER NOT NULL,\n"
                                          "  quarter TEXT    NOT NULL,\n"
                                          "  unit_id INTEGER NOT NULL,\n"
                                          "  place   TEXT    NOT NULL,\n"
                                          "  PRIMARY KEY (task_id, quarter, unit_id)\n"
                                          ") STRICT, WITHOUT ROWID");
    if (status == TZ_OK)
        status = tz_prepare(ledger, "DELETE FROM temp.told_row", &statement);
    return status == TZ_OK ? tz_run(ledger, statement) : status;
}

static tz_status prepare_for(tz_ledger *ledger, const char *sql, const tz_entry *entry,
                             sqlite3_stmt **statement)
{
    tz_status status = tz_prepare(ledger, sql, statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(*statement, 1, entry->task_id);
    tz_bind_text(*statement, 2, entry->quarter);
    tz_bind_integer(*statement, 3, entry->unit_id);
    return TZ_OK;
}

/* Whether a row was told is what the table says, not its place: two sheets may have the same. */
tz_status tz_told_rows_add(tz_ledger *ledger, const tz_entry *entry, const char *place,
                           char first_place[TZ_TOLD_PLACE_SIZE])
{
    sqlite3_stmt *statement = NULL;
    first_place[0] = '\0';
    tz_status status = prepare_for(ledger,
                                   "INSERT INTO temp.told_row (task_id, quarter, unit_id, place)\n"
                                   "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                                   entry, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 4, place);
    status = tz_run(ledger, statement);
    if (status != TZ_OK || sqlite3_changes(ledger->database) > 0)
        return status;
    status = prepare_for(ledger,
                         "SELECT place FROM temp.told_row\n"
                         "WHERE task_id = ?1 AND quarter = ?2 AND unit_id = ?3",
                         entry, &statement);
    return status == TZ_OK ? tz_query_text(ledger, statement, first_place, TZ_TOLD_PLACE_SIZE)
                           : status;
}
