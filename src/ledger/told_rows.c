/* told_rows.c: of which task, quarter and unit a file has told, and on which line. */
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
                                          "  line    INTEGER NOT NULL,\n"
                                          "  PRIMARY KEY (task_id, quarter, unit_id)\n"
                                          ") STRICT, WITHOUT ROWID");
    if (status == TZ_OK)
        status = tz_prepare(ledger, "DELETE FROM temp.told_row", &statement);
    return status == TZ_OK ? tz_run(ledger, statement) : status;
}

tz_status tz_told_rows_add(tz_ledger *ledger, const tz_entry *entry, size_t line,
                           int64_t *first_line)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO temp.told_row (task_id, quarter, unit_id, line)\n"
                                  "VALUES (?1, ?2, ?3, ?4)\n"
                                  "ON CONFLICT DO UPDATE SET line = line\n"
                                  "RETURNING line",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, entry->task_id);
    tz_bind_text(statement, 2, entry->quarter);
    tz_bind_integer(statement, 3, entry->unit_id);
    tz_bind_integer(statement, 4, (int64_t)line);
    status = tz_query_integer(ledger, statement, first_line);
    if (*first_line == (int64_t)line)
        *first_line = 0;
    return status;
}
