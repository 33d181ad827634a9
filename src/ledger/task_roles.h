/* task_roles.h: who leads a task and who answers for it: lists of names into rows. */
#ifndef TZ_LEDGER_TASK_ROLES_H
#define TZ_LEDGER_TASK_ROLES_H

#include "ledger.h"

/* Whether a list of names joined with 、 holds the text as one name: it isn't blank, and has no 、
 * but in brackets. */
bool tz_is_one_name(const char *text);

/* Each replaces the rows of its role by those of `names`, joined with 、; "" is nobody.
 * TZ_NOT_FOUND a name; TZ_REJECTED one named twice, or no lead unit. */
tz_status tz_set_task_leaders(tz_ledger *ledger, int64_t task_id, const char *names);
tz_status tz_set_task_units(tz_ledger *ledger, int64_t task_id, const char *role,
                            const char *names);

/* Whether the unit, under whichever name, stands in the role; `*is_there` is 1 or 0. */
tz_status tz_task_has_unit(tz_ledger *ledger, int64_t task_id, const char *role, int64_t unit_id,
                           int64_t *is_there);

/* One row each, also for the import of a plan. `written_as` may be NULL. */
tz_status tz_insert_task_leader(tz_ledger *ledger, int64_t task_id, int64_t leader_id, int ordinal);
tz_status tz_insert_task_unit(tz_ledger *ledger, int64_t task_id, int64_t unit_id, const char *role,
                              int ordinal, const char *written_as);

#endif
