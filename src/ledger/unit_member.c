/* unit_member.c: the members of a collective unit (统称单位), of every task or of one. */
#include <assert.h>

#include "query.h"
#include "unit_rows.h"

typedef struct member {
    int64_t collective_id, unit_id, task_id; /* task_id 0: of every task */
} member;

static tz_status find_member(tz_ledger *ledger, const char *collective, const char *unit,
                             const char *task, member *found)
{
    *found = (member){0};
    tz_status status = tz_find_unit(ledger, collective, &found->collective_id);
    if (status == TZ_OK)
        status = tz_find_unit(ledger, unit, &found->unit_id);
    if (status == TZ_OK && task != NULL)
        status = tz_find_task(ledger, task, &found->task_id, NULL);
    return status;
}

/* The statements below take the collective unit as ?1, the member as ?2, the task as ?3. */
static tz_status run_for(tz_ledger *ledger, const char *sql, const member *found)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, sql, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, found->collective_id);
    tz_bind_integer(statement, 2, found->unit_id);
    if (found->task_id != 0)
        tz_bind_integer(statement, 3, found->task_id);
    return tz_run(ledger, statement);
}

static tz_status insert_member(tz_ledger *ledger, const member *found)
{
    if (found->task_id == 0)
        return tz_insert_unit_member(ledger, found->collective_id, found->unit_id);
    return run_for(ledger,
                   "INSERT INTO task_unit_member (task_id, collective_id, unit_id)\n"
                   "VALUES (?3, ?1, ?2)\n"
                   "ON CONFLICT DO NOTHING",
                   found);
}

static tz_status delete_member(tz_ledger *ledger, const member *found)
{
    tz_status status = run_for(
        ledger,
        found->task_id == 0 ? "DELETE FROM unit_member WHERE collective_id = ?1 AND unit_id = ?2"
                            : "DELETE FROM task_unit_member\n"
                              "WHERE collective_id = ?1 AND unit_id = ?2 AND task_id = ?3",
        found);
    if (status == TZ_OK && sqlite3_changes(ledger->database) == 0)
        status = tz_fail(ledger, TZ_NOT_FOUND, "不是成员", "it isn't a member");
    return status;
}

typedef tz_status change_function(tz_ledger *ledger, const member *found);

static tz_status change_member(tz_ledger *ledger, const char *collective, const char *unit,
                               const char *task, change_function *change)
{
    bool is_own = false;
    member found;
    assert(collective != NULL && unit != NULL);
    tz_status status = tz_write_enter(ledger, "unit member", &is_own);
    if (status != TZ_OK)
        return status;
    status = find_member(ledger, collective, unit, task, &found);
    if (status == TZ_OK) {
        status = change(ledger, &found);
        if (status != TZ_OK)
            tz_name_record(ledger, "%s 的成员 %s", "%s, member %s", collective, unit);
    }
    return tz_write_leave(ledger, is_own, status);
}

tz_status tz_unit_member_add(tz_ledger *ledger, const char *collective, const char *unit,
                             const char *task)
{
    return change_member(ledger, collective, unit, task, insert_member);
}

tz_status tz_unit_member_remove(tz_ledger *ledger, const char *collective, const char *unit,
                                const char *task)
{
    return change_member(ledger, collective, unit, task, delete_member);
}
