/* input.h: files that a call reads, with the ledger's words for what can be wrong with them. */
#ifndef TZ_LEDGER_INPUT_H
#define TZ_LEDGER_INPUT_H

#include "buffer.h"
#include "csv.h"
#include "encoding.h"
#include "ledger.h"

/* A CSV file. Start as {0}; close with tz_input_close whatever tz_input_open returned. */
typedef struct tz_input {
    const char *path; /* the caller's */
    const char *name; /* as messages call it */
    tz_text_source *source;
    tz_csv *csv;
    bool is_exact;
} tz_input;

/* What messages call the file: its path, and "-" standard input (标准输入). */
const char *tz_input_name(const tz_ledger *ledger, const char *path);

/* TZ_NOT_FOUND; TZ_IO; TZ_REJECTED it isn't text; TZ_NO_MEMORY. */
tz_status tz_input_open(tz_ledger *ledger, const char *path, tz_input *input);
/* The same for a file that a program wrote, see tz_csv_open_exact. */
tz_status tz_input_open_exact(tz_ledger *ledger, const char *path, tz_input *input);
/* The next row. TZ_REJECTED: it isn't CSV from that line on; with a note, but where it is exact. */
tz_status tz_input_next(tz_ledger *ledger, tz_input *input, tz_csv_row *row, bool *has_row);
void tz_input_close(tz_input *input);

/* The cell, "" where the row is too short for it or `column` is below 0. */
const char *tz_input_cell(const tz_csv_row *row, int column);
/* Whether a column's header is the one name or the other, width, blanks and case set aside. */
bool tz_input_is_header(const char *cell, const char *en, const char *zh);
/* The column with that header, -1 where there is none. */
int tz_input_column(const tz_csv_row *header, const char *en, const char *zh);

/* All of a text file, appended to `text`. Statuses as tz_input_open. */
tz_status tz_input_read_text(tz_ledger *ledger, const char *path, tz_buffer *text);

#endif
