/* export.h: what writing an export and reading it back share.
 *
 * An export is every row of every table, in the order of the primary keys: as CSV a folder with a
 * file per table, and export.csv, which says of what schema they are and how many rows each has; as
 * JSON one file, {"format": 1, "schema_version": 1, "tables": {"plan": [{…}, …], …}}. Text stands
 * as it is, numbers to the last digit, a BLOB in hexadecimal digits. A BLOB longer than
 * TZ_EXPORT_PIECE ends its first piece with + and the number of bytes to come; they follow in rows
 * below that have this column alone, so that neither side holds it whole, and no cell is longer
 * than Excel takes. In CSV NULL is an empty cell and '' a quoted one. */
#ifndef TZ_LEDGER_EXPORT_H
#define TZ_LEDGER_EXPORT_H

#include "sink.h"
#include "tables.h"

enum { TZ_EXPORT_FORMAT = 1, TZ_EXPORT_PIECE = 16000 };
#define TZ_EXPORT_INDEX "export.csv"

/* One value of a row on its way out. */
typedef struct tz_export_cell {
    bool is_left_out;   /* in a row that continues a BLOB */
    tz_value_type type; /* of a BLOB the text is its hexadecimal digits */
    int64_t integer;
    double real;
    const char *text;
    size_t size;
} tz_export_cell;

/* A file of the export that is being written. Each function adds to the sink's text, which is
 * drained behind every row. */
typedef struct tz_export_form {
    void (*begin_table)(tz_sink *sink, const tz_table *table, bool is_first_table);
    void (*add_row)(tz_sink *sink, const tz_table *table, const tz_export_cell *cells,
                    bool is_first_row);
    void (*end_table)(tz_sink *sink, bool has_rows);
} tz_export_form;

/* Writes all rows of a table. `*row_count` is how many there are. TZ_OK; TZ_REJECTED a value that
 * the form can't hold: text that isn't UTF-8 or has a NUL, or one of another type than its
 * column's; TZ_IO, of the sink with `sink->error`; TZ_NO_MEMORY; TZ_BUSY. */
tz_status tz_export_table(tz_ledger *ledger, sqlite3 *connection, const tz_table *table,
                          const tz_export_form *form, bool is_first, tz_sink *sink,
                          uint64_t *row_count);

extern const tz_export_form tz_export_csv_form, tz_export_json_form;

/* Both write all tables of the connection, to a new folder and to an open file. */
tz_status tz_export_csv(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                        const char *folder, uint64_t *row_count);
tz_status tz_export_json(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables, FILE *out,
                         const char *path, uint64_t *row_count);

#endif
