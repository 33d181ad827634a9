/* unit_rows.c: one row each: a unit, an alias, a member, a leader. */
#include "unit_rows.h"

tz_status tz_insert_unit(tz_ledger *ledger, const char *name, const char *kind, bool is_collective,
                         int64_t *unit_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO unit (name, kind, is_collective)\n"
                                  "VALUES (?1, ?2, ?3)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    tz_bind_text(statement, 2, kind);
    tz_bind_integer(statement, 3, is_collective);
    status = tz_run(ledger, statement);
    *unit_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}

tz_status tz_insert_unit_alias(tz_ledger *ledger, const char *alias, int64_t unit_id,
                               const char *reason)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO unit_alias (alias, unit_id, reason)\n"
                                  "VALUES (?1, ?2, ?3)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, alias);
    tz_bind_integer(statement, 2, unit_id);
    tz_bind_given(statement, 3, reason);
    return tz_run(ledger, statement);
}

tz_status tz_insert_unit_member(tz_ledger *ledger, int64_t collective_id, int64_t unit_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO unit_member (collective_id, unit_id)\n"
                                  "VALUES (?1, ?2)\n"
                                  "ON CONFLICT DO NOTHING",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, collective_id);
    tz_bind_integer(statement, 2, unit_id);
    return tz_run(ledger, statement);
}

tz_status tz_insert_leader(tz_ledger *ledger, const char *name, bool is_collective,
                           int64_t *leader_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "INSERT INTO leader (name, is_collective) VALUES (?1, ?2)", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    tz_bind_integer(statement, 2, is_collective);
    status = tz_run(ledger, statement);
    *leader_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}
