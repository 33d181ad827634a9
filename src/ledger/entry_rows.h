/* entry_rows.h: entries (进展) row by row, as the texts of a file of any kind: what CSV and forms
 * share. */
#ifndef TZ_LEDGER_ENTRY_ROWS_H
#define TZ_LEDGER_ENTRY_ROWS_H

#include "progress_row.h"

/* A place in a row: a field of an entry, behind them the readings; TZ_ENTRY_NO_PLACE is the row. */
enum {
    TZ_ENTRY_FIRST_READING = TZ_ENTRY_FIELD_COUNT,
    TZ_ENTRY_PLACE_COUNT = TZ_ENTRY_FIRST_READING + TZ_MOST_READINGS,
    TZ_ENTRY_NO_PLACE = TZ_ENTRY_PLACE_COUNT
};

/* Whether the place is one that the unit fills in. */
bool tz_entry_is_reported(size_t place);
/* Whether what the unit fills in there is a value, which is none where tz_says_nothing, not prose.
 */
bool tz_entry_is_value(size_t place);

typedef struct tz_entry_rows {
    tz_ledger *ledger;
    tz_import_result *result; /* counts; its errors are those of `check` */
    bool allow_late;
    /* A failure of the row's own (TZ_MALFORMED, TZ_NOT_FOUND, TZ_REJECTED) goes on as a note about
     * that place, with the text `value` (may be NULL), and TZ_OK is returned; any other ends the
     * import. */
    tz_status (*check)(void *context, size_t place, const char *value, tz_status status);
    /* Looks at a row in which nothing is wrong before it is written; may be NULL. */
    void (*look)(void *context, const tz_progress *progress, const tz_entry *entry);
    void *context;
} tz_entry_rows;

/* Begins a file; within a write. */
tz_status tz_entry_rows_begin(const tz_entry_rows *rows);
/* Reads one row, every field of it, so that each bad one is told of, and writes it where nothing is
 * wrong with it. `place` is what people know the row by (第 5 行, 填报表!B5). `errors_before` is
 * how many errors there were before the row; of the day reported a row that stands already is only
 * compared where `names_day`. */
tz_status tz_entry_rows_take(const tz_entry_rows *rows, const tz_progress *progress,
                             const char *place, size_t errors_before, bool names_day);

#endif
