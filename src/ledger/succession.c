/* succession.c: 接任: from a day on another unit or leader answers. Who answers on which day are
 * the views unit_answering and leader_answering; what may not be is refused by the triggers of
 * succession. */
#include <assert.h>
#include <stdio.h>

#include "query.h"
#include "unit_names.h"
#include "unit_rows.h"

/* The statements take predecessor, successor, day and reason. */
static const char unit_sql[] =
    "INSERT INTO succession (unit_id, successor_unit_id, from_day, reason)\n"
    "VALUES (?1, ?2, ?3, ?4)";
static const char rename_sql[] =
    "INSERT INTO succession (unit_id, successor_unit_id, from_day, reason, is_rename)\n"
    "VALUES (?1, ?2, ?3, ?4, 1)";
static const char leader_sql[] =
    "INSERT INTO succession (leader_id, successor_leader_id, from_day, reason)\n"
    "VALUES (?1, ?2, ?3, ?4)";

static tz_status insert_succession(tz_ledger *ledger, const char *sql, int64_t predecessor_id,
                                   int64_t successor_id, const tz_succession *succession)
{
    sqlite3_stmt *statement = NULL;
    char day[11];
    tz_status status = tz_argument_day(ledger, succession->from_day, day);
    if (status == TZ_OK)
        status = tz_check_text(ledger, succession->reason);
    if (status == TZ_OK)
        status = tz_prepare(ledger, sql, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, predecessor_id);
    tz_bind_integer(statement, 2, successor_id);
    tz_bind_text(statement, 3, day);
    tz_bind_given(statement, 4, succession->reason);
    status = tz_run(ledger, statement);
    if (status != TZ_OK)
        tz_name_record(ledger, "%s 接任 %s", "%s for %s", succession->successor,
                       succession->predecessor);
    return status;
}

/* Behind the nearest names, if there are any. */
static tz_status hint_new(tz_ledger *ledger, tz_status status, const char *zh, const char *en)
{
    char nearest[TZ_TEXT_LIMIT + sizeof "；"];
    if (status != TZ_NOT_FOUND)
        return status;
    snprintf(nearest, sizeof nearest, "%s%s", ledger->hint,
             *ledger->hint == '\0' ? "" : TZ_PICK(ledger->language, "；", "; "));
    tz_hint(ledger, "%s%s", "%s%s", nearest, TZ_PICK(ledger->language, zh, en));
    return status;
}

/* Finds or makes the successor of `predecessor_id`. */
typedef tz_status successor_function(tz_ledger *ledger, const tz_succession *succession,
                                     int64_t predecessor_id, int64_t *successor_id);

/* ---- units */

static tz_status find_successor_unit(tz_ledger *ledger, const tz_succession *succession,
                                     int64_t predecessor_id, int64_t *successor_id)
{
    (void)predecessor_id;
    tz_status status = tz_find_unit(ledger, succession->successor, successor_id);
    return hint_new(ledger, status, "新单位先用 unit add 增列，只是更名用 unit rename",
                    "add a new unit with unit add; a mere change of name is unit rename");
}

static tz_status make_renamed_unit(tz_ledger *ledger, const tz_succession *succession,
                                   int64_t predecessor_id, int64_t *successor_id)
{
    sqlite3_stmt *statement = NULL;
    char kind[32];
    tz_status status = tz_free_unit_name(ledger, succession->successor, predecessor_id, false);
    if (status == TZ_OK)
        status = tz_prepare(ledger, "SELECT kind FROM unit WHERE unit_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, predecessor_id);
    status = tz_query_text(ledger, statement, kind, sizeof kind);
    return status == TZ_OK
               ? tz_insert_unit(ledger, succession->successor, kind, false, successor_id)
               : status;
}

static tz_status succeed_unit(tz_ledger *ledger, const tz_succession *succession,
                              successor_function *take_successor, const char *sql)
{
    int64_t predecessor_id = 0, successor_id = 0;
    tz_status status = tz_find_unit(ledger, succession->predecessor, &predecessor_id);
    if (status == TZ_OK)
        status = take_successor(ledger, succession, predecessor_id, &successor_id);
    if (status != TZ_OK)
        return status;
    return insert_succession(ledger, sql, predecessor_id, successor_id, succession);
}

/* ---- leaders */

static tz_status take_successor_leader(tz_ledger *ledger, const tz_succession *succession,
                                       int64_t *successor_id)
{
    tz_status status;
    if (!succession->is_new) {
        status = tz_find_leader(ledger, succession->successor, successor_id);
        return hint_new(ledger, status, "新任领导加 --new", "add --new for a leader who is new");
    }
    status = tz_check_name(ledger, succession->successor);
    if (status == TZ_OK)
        status = tz_look_up_leader(ledger, succession->successor, successor_id);
    if (status != TZ_OK || *successor_id != 0)
        return status;
    return tz_insert_leader(ledger, succession->successor, false, successor_id);
}

static tz_status succeed_leader(tz_ledger *ledger, const tz_succession *succession)
{
    int64_t predecessor_id = 0, successor_id = 0;
    tz_status status = tz_find_leader(ledger, succession->predecessor, &predecessor_id);
    if (status == TZ_OK)
        status = take_successor_leader(ledger, succession, &successor_id);
    if (status != TZ_OK)
        return status;
    return insert_succession(ledger, leader_sql, predecessor_id, successor_id, succession);
}

/* ---- the public calls */

static void assert_named(const tz_succession *succession)
{
    assert(succession != NULL && succession->predecessor != NULL && succession->successor != NULL);
    (void)succession;
}

tz_status tz_unit_succeed(tz_ledger *ledger, const tz_succession *succession)
{
    bool is_own = false;
    assert_named(succession);
    tz_status status = tz_write_enter(ledger, "unit succeed", &is_own);
    if (status != TZ_OK)
        return status;
    status = succeed_unit(ledger, succession, find_successor_unit, unit_sql);
    return tz_write_leave(ledger, is_own, status);
}

tz_status tz_unit_rename(tz_ledger *ledger, const tz_succession *succession)
{
    bool is_own = false;
    assert_named(succession);
    tz_status status = tz_write_enter(ledger, "unit rename", &is_own);
    if (status != TZ_OK)
        return status;
    status = succeed_unit(ledger, succession, make_renamed_unit, rename_sql);
    return tz_write_leave(ledger, is_own, status);
}

tz_status tz_leader_succeed(tz_ledger *ledger, const tz_succession *succession)
{
    bool is_own = false;
    assert_named(succession);
    tz_status status = tz_write_enter(ledger, "leader succeed", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, succeed_leader(ledger, succession));
}
