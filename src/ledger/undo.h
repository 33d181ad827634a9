/* undo.h: what the sources of undo share. */
#ifndef TZ_LEDGER_UNDO_H
#define TZ_LEDGER_UNDO_H

#include "buffer.h"
#include "changeset.h"
#include "taizhang.h"

/* Lists what taking back row `journal_id` changes, at most `most` records of it (0: all); `*count`
 * is how many there are. TZ_OK, `*rows` is to be closed; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_undo_list(tz_ledger *ledger, int64_t journal_id, uint64_t most, uint64_t *count,
                       tz_rows **rows);
/* Applies the inverse of row `journal_id`'s changeset, triggers off and foreign keys checked.
 * TZ_OK; TZ_REFUSED a later change stands on it; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_undo_apply(tz_ledger *ledger, int64_t journal_id);

/* ---- undo_refuse.c: why not, in words */

/* The first conflict of an undo: what it is and the record it is in. */
typedef struct tz_undo_conflict {
    int kind; /* SQLITE_CHANGESET_…; 0 none */
    tz_buffer table, key;
    tz_buffer parent, parent_key; /* of a foreign key: the record that it refers to */
} tz_undo_conflict;

/* The refusal that a conflict means, with the later rows as its hint. TZ_REFUSED; TZ_IO;
 * TZ_NO_MEMORY. */
tz_status tz_undo_refuse(tz_ledger *ledger, int64_t journal_id, const tz_undo_conflict *conflict);
/* Hints, below the refusal just set, at the later rows that changed records of `table` that are
 * about the task (0: about none) and, where `record` begins with a quarter, about that. TZ_REFUSED;
 * TZ_IO; TZ_NO_MEMORY. */
tz_status tz_undo_hint_at_task(tz_ledger *ledger, int64_t journal_id, const char *table,
                               int64_t task_id, const char *record);

#endif
