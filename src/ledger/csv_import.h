/* csv_import.h: rows of CSV as Excel and WPS save it into the ledger: all of them, or none. */
#ifndef TZ_LEDGER_CSV_IMPORT_H
#define TZ_LEDGER_CSV_IMPORT_H

#include "input.h"

enum { TZ_IMPORT_MOST_COLUMNS = 40, TZ_IMPORT_NO_COLUMN = TZ_IMPORT_MOST_COLUMNS };

/* What a column is to an import. */
enum tz_import_use {
    TZ_IMPORT_NEEDED = 1, /* the file must have it */
    TZ_IMPORT_GIVEN = 2,  /* what a row brings: one without any of these is empty, and skipped */
    TZ_IMPORT_SHOWN = 4,  /* to look at only */
    TZ_IMPORT_VALUE = 8   /* a cell that says nothing (/, 无) is empty */
};

typedef struct tz_import_column {
    const char *en, *zh; /* its header is the one or the other */
    unsigned use;
} tz_import_column;

typedef struct tz_import tz_import;

/* Takes the current row, or does what is to be done before the first or behind the last one. It
 * notes what is wrong with a row itself, with tz_import_check, and counts in `result` what it did.
 */
typedef tz_status tz_import_step(tz_import *import);

struct tz_import {
    tz_ledger *ledger;
    const tz_import_column *columns;
    size_t column_count;
    tz_import_step *start; /* or NULL */
    tz_import_step *take_row;
    tz_import_step *finish; /* or NULL */
    void *context;

    /* The reader's own. */
    tz_input input;
    tz_csv_row row;
    int places[TZ_IMPORT_MOST_COLUMNS]; /* of each column in the file, -1 none */
    char **headers;                     /* as the file has them */
    size_t header_count;
    bool is_for_people;   /* it has a mark or titles: text like a formula is behind an apostrophe */
    size_t errors_before; /* the current row */
    uint64_t bytes, total_bytes;
    tz_import_result result;
};

/* Reads `path` as one write and hands over its counts. TZ_NOT_FOUND no such file; TZ_REJECTED with
 * errors noted, or it isn't text; TZ_IO; and as tz_write_begin. */
tz_status tz_import_run(tz_import *import, const char *path, const char *command,
                        tz_import_result *result);

/* The current row's cell, NULL where it is empty. */
const char *tz_import_cell(const tz_import *import, size_t column);
/* The column's header as the file has it; NULL where it has no such column. */
const char *tz_import_header(const tz_import *import, size_t column);
/* A failure of the row's own (TZ_MALFORMED, TZ_NOT_FOUND, TZ_REJECTED) goes on as a note about that
 * column (or TZ_IMPORT_NO_COLUMN), and TZ_OK is returned; any other is returned, and ends the
 * import. */
tz_status tz_import_check(tz_import *import, size_t column, tz_status status);
/* The same with the cell's text before the error, and of an earlier line. */
tz_status tz_import_check_value(tz_import *import, size_t line, size_t column, const char *value,
                                tz_status status);
/* Whether nothing was noted about the current row. */
bool tz_import_row_is_sound(const tz_import *import);

#endif
