/* plan_units.h: the units and leaders of a plan that is imported. */
#ifndef TZ_LEDGER_PLAN_UNITS_H
#define TZ_LEDGER_PLAN_UNITS_H

#include "ledger.h"

/* Finds the unit of that name or alias, or makes it, its kind guessed from the name. */
tz_status tz_take_unit(tz_ledger *ledger, const char *name, bool is_collective, int64_t *unit_id);
tz_status tz_take_leader(tz_ledger *ledger, const char *name, bool is_collective,
                         int64_t *leader_id);
/* What became of a pair of names. */
typedef enum tz_pair_use {
    TZ_PAIR_USED,    /* it stands in the ledger */
    TZ_PAIR_NO_UNIT, /* the ledger has no unit that it is about */
    TZ_PAIR_TAKEN    /* the alias is a name of another unit */
} tz_pair_use;

/* Writes another name of a unit, where the ledger has the unit and doesn't have the name. */
tz_status tz_add_unit_alias(tz_ledger *ledger, const char *alias, const char *name,
                            const char *reason, tz_pair_use *use);
/* Writes a member of a collective unit, where the ledger has the collective; a member that it
 * doesn't have is made. */
tz_status tz_add_unit_member(tz_ledger *ledger, const char *collective, const char *member,
                             tz_pair_use *use);

#endif
