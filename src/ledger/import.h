/* import.h: the rows of an export (export.h) on their way into a new ledger. */
#ifndef TZ_LEDGER_IMPORT_H
#define TZ_LEDGER_IMPORT_H

#include "tables.h"

/* A BLOB of the row above that has not come to its end yet. */
typedef struct tz_import_blob {
    sqlite3_blob *handle; /* NULL: none */
    int size, offset;     /* of the whole; of what has come */
} tz_import_blob;

/* The new ledger is the handle's open file, within a transaction. */
typedef struct tz_import {
    tz_ledger *ledger;
    tz_tables tables;
    bool *is_read;    /* by table */
    const char *path; /* of the export */
    size_t line;      /* what is being read: stands before every error */
    const tz_table *table;
    sqlite3_stmt *insert;
    tz_import_blob *blobs; /* by column */
    uint64_t row_count;    /* of the table */
} tz_import;

/* TZ_REJECTED "path:line: column: …"; `column` may be NULL. */
tz_status tz_import_fail(tz_import *import, const char *column, const char *zh, const char *en, ...)
    TZ_BOTH_FORMATS(3, 4, 5);
/* What an export says of itself. TZ_REJECTED it is of another format; TZ_REFUSED of another
 * schema. */
tz_status tz_import_check_format(tz_import *import, const char *format);
tz_status tz_import_check_schema(tz_import *import, const char *version);

/* TZ_REJECTED there is no such table, or it came before. */
tz_status tz_import_begin_table(tz_import *import, const char *name);
/* One row: texts by the table's columns, NULL for NULL. A row without its key goes on with a BLOB
 * of the row above. TZ_REJECTED a text that isn't of the column's type, or a broken constraint. */
tz_status tz_import_row(tz_import *import, const char *const *cells);
/* Ends the table with the status that it came to; the status of the whole. TZ_REJECTED also where a
 * BLOB of the last row isn't whole. */
tz_status tz_import_end_table(tz_import *import, tz_status status);

/* Makes the tables in the empty file, without a row. `tables` and `is_read` are the caller's to
 * free, also after a failure. */
tz_status tz_import_make_tables(tz_import *import);
/* Every table of the export at `path`, a folder of CSV or a JSON file. TZ_REJECTED one is missing,
 * or what a reader says. */
tz_status tz_import_read(tz_import *import);

/* The readers: all tables of the export at `path`. */
tz_status tz_import_csv(tz_import *import, const char *path);
tz_status tz_import_json(tz_import *import, const char *path);

#endif
