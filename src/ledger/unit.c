/* unit.c: units, their aliases and the correction of their names. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "query.h"
#include "unit_names.h"
#include "unit_rows.h"

/* ---- adding */

static tz_status add_unit(tz_ledger *ledger, const char *name, const char *kind, bool is_collective)
{
    char code[32];
    int64_t unit_id = 0;
    tz_status status = tz_free_unit_name(ledger, name, 0, false);
    if (status == TZ_OK && kind != NULL)
        status = tz_find_word(ledger, "unit_kind", kind, code);
    else if (status == TZ_OK)
        snprintf(code, sizeof code, "%s", tz_guess_unit_kind(name));
    return status == TZ_OK ? tz_insert_unit(ledger, name, code, is_collective, &unit_id) : status;
}

tz_status tz_unit_add(tz_ledger *ledger, const char *name, const char *kind, bool is_collective)
{
    bool is_own = false;
    assert(name != NULL);
    tz_status status = tz_write_enter(ledger, "unit add", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, add_unit(ledger, name, kind, is_collective));
}

/* ---- aliases */

static tz_status add_alias(tz_ledger *ledger, const char *unit, const char *alias,
                           const char *reason)
{
    int64_t unit_id = 0;
    tz_status status = tz_check_text(ledger, reason);
    if (status == TZ_OK)
        status = tz_find_unit(ledger, unit, &unit_id);
    if (status == TZ_OK)
        status = tz_free_unit_name(ledger, alias, 0, false);
    return status == TZ_OK ? tz_insert_unit_alias(ledger, alias, unit_id, reason) : status;
}

tz_status tz_unit_alias(tz_ledger *ledger, const char *unit, const char *alias, const char *reason)
{
    bool is_own = false;
    assert(unit != NULL && alias != NULL);
    tz_status status = tz_write_enter(ledger, "unit alias", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, add_alias(ledger, unit, alias, reason));
}

/* ---- correcting */

static tz_status find_name(tz_ledger *ledger, int64_t unit_id, char *name, size_t size)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, "SELECT name FROM unit WHERE unit_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    return tz_query_text(ledger, statement, name, size);
}

static tz_status set_name(tz_ledger *ledger, int64_t unit_id, const char *name)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "UPDATE unit SET name = ?2 WHERE unit_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    tz_bind_text(statement, 2, name);
    return tz_run(ledger, statement);
}

/* The name before stays as an alias, unless it is found as the new one is. */
static tz_status keep_as_alias(tz_ledger *ledger, int64_t unit_id, const char *name,
                               const char *reason)
{
    int64_t found = 0;
    tz_status status = tz_look_up_unit(ledger, name, &found);
    if (status != TZ_OK || found != 0)
        return status;
    return tz_insert_unit_alias(
        ledger, name, unit_id,
        reason ? reason
               : TZ_PICK(ledger->language, "更正前的名称", "the name before it was corrected"));
}

static tz_status check_difference(tz_ledger *ledger, const char *before, const char *name)
{
    if (strcmp(before, name) != 0)
        return TZ_OK;
    return tz_fail(ledger, TZ_REFUSED, "单位的名称就是“%s”", "the unit's name is \"%s\" already",
                   name);
}

static tz_status correct_unit(tz_ledger *ledger, const char *unit, const char *name,
                              const char *reason)
{
    int64_t unit_id = 0;
    char before[512];
    tz_status status = tz_check_text(ledger, reason);
    if (status == TZ_OK)
        status = tz_find_unit(ledger, unit, &unit_id);
    if (status == TZ_OK)
        status = find_name(ledger, unit_id, before, sizeof before);
    if (status == TZ_OK)
        status = check_difference(ledger, before, name);
    if (status == TZ_OK)
        status = tz_free_unit_name(ledger, name, unit_id, true);
    if (status == TZ_OK)
        status = set_name(ledger, unit_id, name);
    return status == TZ_OK ? keep_as_alias(ledger, unit_id, before, reason) : status;
}

tz_status tz_unit_correct(tz_ledger *ledger, const char *unit, const char *name, const char *reason)
{
    bool is_own = false;
    assert(unit != NULL && name != NULL);
    tz_status status = tz_write_enter(ledger, "unit rename", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, correct_unit(ledger, unit, name, reason));
}
