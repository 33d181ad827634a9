/* undo.h: what the sources of undo share. */
#ifndef TZ_LEDGER_UNDO_H
#define TZ_LEDGER_UNDO_H

#include "changeset.h"
#include "taizhang.h"

/* Lists what taking back row `journal_id` changes, at most `most` records of it (0: all); `*count`
 * is how many there are. TZ_OK, `*rows` is to be closed; TZ_IO the row's changeset is damaged;
 * TZ_NO_MEMORY. */
tz_status tz_undo_list(tz_ledger *ledger, int64_t journal_id, uint64_t most, uint64_t *count,
                       tz_rows **rows);
/* Applies the inverse of row `journal_id`'s changeset, triggers off and foreign keys checked.
 * TZ_OK; TZ_REFUSED a later change stands on it; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_undo_apply(tz_ledger *ledger, int64_t journal_id);
/* The changeset of row `journal_id` can't be read. */
tz_status tz_fail_changeset(tz_ledger *ledger, int64_t journal_id, int code);

#endif
