/* csv.h: rows of a CSV file (RFC 4180, as Excel and WPS write it), over libcsv. */
#ifndef TZ_TEXT_CSV_H
#define TZ_TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "encoding.h"
#include "taizhang.h"

typedef struct tz_csv tz_csv;

/* One row: cells are NUL-terminated UTF-8 with blanks at both ends taken off, owned by the reader
 * until the next row. `line` is the line of the file, from 1, on which the row starts. */
typedef struct tz_csv_row {
    size_t line;
    size_t count;
    const char *const *cells;
} tz_csv_row;

/* Reads from `source`, which stays the caller's and must outlive the reader. The separator is found
 * from the first row: comma, semicolon or tab. TZ_NO_MEMORY. */
tz_status tz_csv_open(tz_text_source *source, tz_csv **csv);
/* The next row that isn't blank. `*has_row` false at the end. TZ_REJECTED: a quote that never closes or stands
 * inside a bare cell, a row of over 1,000 cells, or a cell of over 1 MiB (`tz_csv_problem_line` is the line);
 * TZ_IO; TZ_NO_MEMORY. */
tz_status tz_csv_next(tz_csv *csv, tz_csv_row *row, bool *has_row);
size_t tz_csv_problem_line(const tz_csv *csv);
void tz_csv_close(tz_csv *csv);

#endif
