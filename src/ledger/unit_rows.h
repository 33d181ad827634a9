/* unit_rows.h: one row each: a unit, an alias, a member, a leader. */
#ifndef TZ_LEDGER_UNIT_ROWS_H
#define TZ_LEDGER_UNIT_ROWS_H

#include "ledger.h"

tz_status tz_insert_unit(tz_ledger *ledger, const char *name, const char *kind, bool is_collective,
                         int64_t *unit_id);
/* `reason` may be NULL or "". */
tz_status tz_insert_unit_alias(tz_ledger *ledger, const char *alias, int64_t unit_id,
                               const char *reason);
/* One that is a member already stays so. */
tz_status tz_insert_unit_member(tz_ledger *ledger, int64_t collective_id, int64_t unit_id);
tz_status tz_insert_leader(tz_ledger *ledger, const char *name, bool is_collective,
                           int64_t *leader_id);

/* ---- unit_kind.c */

/* The kind of a unit (类别) by its name. */
const char *tz_guess_unit_kind(const char *name);

#endif
