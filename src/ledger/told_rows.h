/* told_rows.h: of which task, quarter and unit a file has told, and on which line. */
#ifndef TZ_LEDGER_TOLD_ROWS_H
#define TZ_LEDGER_TOLD_ROWS_H

#include "progress_row.h"

/* Forgets all rows, at the start of a file; within a write. */
tz_status tz_told_rows_begin(tz_ledger *ledger);
/* Adds a row. `*first_line` is that of the row before that told of the same, 0 where there is none.
 */
tz_status tz_told_rows_add(tz_ledger *ledger, const tz_entry *entry, size_t line,
                           int64_t *first_line);

#endif
