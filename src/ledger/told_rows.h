/* told_rows.h: of which task, quarter and unit a file has told, and where. */
#ifndef TZ_LEDGER_TOLD_ROWS_H
#define TZ_LEDGER_TOLD_ROWS_H

#include "progress_row.h"

enum { TZ_TOLD_PLACE_SIZE = 256 };

/* Forgets all rows, at the start of a file; within a write. */
tz_status tz_told_rows_begin(tz_ledger *ledger);
/* Adds a row, whose place people know it by, not empty: a line, a cell. `first_place` is that of
 * the row before that told of the same, "" where there is none. */
tz_status tz_told_rows_add(tz_ledger *ledger, const tz_entry *entry, const char *place,
                           char first_place[TZ_TOLD_PLACE_SIZE]);

#endif
