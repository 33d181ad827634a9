/* unit_names.h: that a name means one unit. */
#ifndef TZ_LEDGER_UNIT_NAMES_H
#define TZ_LEDGER_UNIT_NAMES_H

#include "ledger.h"

/* TZ_MALFORMED where a text can't be a name: blank, several names, control characters. */
tz_status tz_check_name(tz_ledger *ledger, const char *name);
/* TZ_REFUSED where a unit has the name, or one that is found the same way. An alias of the unit
 * `unit_id` (0: of none) is no obstacle: it is taken off, so that it can become a name; nor, with
 * `may_be_own`, is that unit's name in another spelling. */
tz_status tz_free_unit_name(tz_ledger *ledger, const char *name, int64_t unit_id, bool may_be_own);

#endif
