/* csv.h: rows of a CSV file (RFC 4180, as Excel and WPS write it), over libcsv. */
#ifndef TZ_TEXT_CSV_H
#define TZ_TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "encoding.h"
#include "taizhang.h"

/* What is read of one row at most; more is rejected, so that memory stays bounded whatever the
 * file. */
enum {
    TZ_CSV_MOST_CELLS = 1000,
    TZ_CSV_LONGEST_CELL = 1 << 20, /* bytes */
    TZ_CSV_LONGEST_ROW = 4 << 20,  /* bytes of all its cells */
    TZ_CSV_LONGEST_EXACT_CELL = 64 << 20,
    TZ_CSV_LONGEST_EXACT_ROW = 256 << 20
};

/* Why a row was rejected. */
typedef enum tz_csv_problem {
    TZ_CSV_SOUND,          /* it was not */
    TZ_CSV_OPEN_QUOTE,     /* a quote that never closes */
    TZ_CSV_STRAY_QUOTE,    /* a quote inside a bare cell, or text behind a closing quote */
    TZ_CSV_TOO_MANY_CELLS, /* more than TZ_CSV_MOST_CELLS */
    TZ_CSV_CELL_TOO_LONG,  /* longer than TZ_CSV_LONGEST_CELL, or its like for exact reading */
    TZ_CSV_ROW_TOO_LONG,   /* longer than TZ_CSV_LONGEST_ROW, or its like */
    TZ_CSV_NOT_TEXT /* the source rejected its bytes: the file has changed since it was opened */
} tz_csv_problem;

typedef struct tz_csv tz_csv;

/* One row: cells are NUL-terminated UTF-8 with blanks and line breaks at both ends taken off, owned
 * by the reader until the next row. `line` is the line of the file, from 1, on which the row
 * starts. */
typedef struct tz_csv_row {
    size_t line;
    size_t count;
    const char *const *cells;
} tz_csv_row;

/* Reads from `source`, which stays the caller's and must outlive the reader. The separator is the
 * one of comma, semicolon and tab that the first row has most of outside of quotes; comma where it
 * has none. TZ_NO_MEMORY. */
tz_status tz_csv_open(tz_text_source *source, tz_csv **csv);
/* The same for a file that a program wrote: cells as they stand, with commas between them, NULL for
 * an empty cell without quotes, and with the longer bounds. TZ_NO_MEMORY. */
tz_status tz_csv_open_exact(tz_text_source *source, tz_csv **csv);
/* The next row that isn't blank; a row of separators alone isn't. `*has_row` false at the end.
 * TZ_REJECTED: `tz_csv_problem_kind` says why and `tz_csv_problem_line` where; TZ_IO; TZ_NO_MEMORY.
 * A failure stays: every later call returns it again. */
tz_status tz_csv_next(tz_csv *csv, tz_csv_row *row, bool *has_row);
tz_csv_problem tz_csv_problem_kind(const tz_csv *csv);
/* The line on which the cell in question starts (too many cells or too long a row: the row); 0
 * before a problem. */
size_t tz_csv_problem_line(const tz_csv *csv);
/* `csv` may be NULL. */
void tz_csv_close(tz_csv *csv);

#endif
