/* Any bytes as a CSV file: whatever they are, rows come out as csv.h promises, or a problem with
 * its line. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_row(const tz_csv_row *row, size_t line_before)
{
    require(row->line > line_before);
    require(row->count >= 1 && row->count <= TZ_CSV_MOST_CELLS);
    for (size_t i = 0; i < row->count; i++) {
        size_t length = strlen(row->cells[i]);
        require(length <= TZ_CSV_LONGEST_CELL);
        require(tz_utf8_is_valid(row->cells[i], length, NULL));
    }
}

static void read_rows(tz_csv *csv)
{
    tz_csv_row row;
    bool has_row;
    size_t line = 0;
    tz_status status;
    while ((status = tz_csv_next(csv, &row, &has_row)) == TZ_OK && has_row) {
        check_row(&row, line);
        line = row.line;
    }
    require(status == TZ_OK || status == TZ_REJECTED);
    require((status == TZ_REJECTED) == (tz_csv_problem_kind(csv) != TZ_CSV_SOUND));
    require((status == TZ_REJECTED) == (tz_csv_problem_line(csv) > line));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    tz_text_source *source;
    tz_csv *csv;
    size_t bad_line;
    tz_status status = tz_text_source_open_memory((const char *)bytes, size, &source, &bad_line);
    if (status == TZ_REJECTED)
        return 0;
    require(status == TZ_OK);
    require(tz_csv_open(source, &csv) == TZ_OK);
    read_rows(csv);
    tz_csv_close(csv);
    tz_text_source_close(source);
    return 0;
}
