/* plan_units.c: the units and leaders of a plan that is imported. */
#include "plan_units.h"

#include "unit_rows.h"

tz_status tz_take_unit(tz_ledger *ledger, const char *name, bool is_collective, int64_t *unit_id)
{
    tz_status status = tz_look_up_unit(ledger, name, unit_id);
    if (status != TZ_OK || *unit_id != 0)
        return status;
    return tz_insert_unit(ledger, name, tz_guess_unit_kind(name), is_collective, unit_id);
}

tz_status tz_add_unit_alias(tz_ledger *ledger, const char *alias, const char *name,
                            const char *reason, tz_pair_use *use)
{
    int64_t unit_id = 0, taken_by = 0;
    *use = TZ_PAIR_USED;
    tz_status status = tz_look_up_unit(ledger, name, &unit_id);
    if (status == TZ_OK)
        status = tz_look_up_unit(ledger, alias, &taken_by);
    if (unit_id == 0)
        *use = TZ_PAIR_NO_UNIT;
    else if (taken_by != 0 && taken_by != unit_id)
        *use = TZ_PAIR_TAKEN;
    if (status != TZ_OK || unit_id == 0 || taken_by != 0)
        return status;
    return tz_insert_unit_alias(ledger, alias, unit_id, reason);
}

static tz_status mark_collective(tz_ledger *ledger, int64_t unit_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger, "UPDATE unit SET is_collective = 1 WHERE unit_id = ?1 AND is_collective = 0",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    return tz_run(ledger, statement);
}

tz_status tz_add_unit_member(tz_ledger *ledger, const char *collective, const char *member,
                             tz_pair_use *use)
{
    int64_t collective_id = 0, unit_id = 0;
    tz_status status = tz_look_up_unit(ledger, collective, &collective_id);
    *use = collective_id != 0 ? TZ_PAIR_USED : TZ_PAIR_NO_UNIT;
    if (status != TZ_OK || collective_id == 0)
        return status;
    status = tz_take_unit(ledger, member, false, &unit_id);
    if (status == TZ_OK)
        status = mark_collective(ledger, collective_id);
    return status == TZ_OK ? tz_insert_unit_member(ledger, collective_id, unit_id) : status;
}

tz_status tz_take_leader(tz_ledger *ledger, const char *name, bool is_collective,
                         int64_t *leader_id)
{
    tz_status status = tz_look_up_leader(ledger, name, leader_id);
    if (status != TZ_OK || *leader_id != 0)
        return status;
    return tz_insert_leader(ledger, name, is_collective, leader_id);
}
