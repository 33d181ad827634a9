/* matter.c: what is reported upward (请示事项), and what was decided on it. */
#include <assert.h>
#include <inttypes.h>

#include "query.h"

/* The arguments of a matter, read. */
typedef struct read_matter {
    int64_t task_id, unit_id, leader_id; /* 0 not given */
    char raised_on[11];
} read_matter;

static tz_status find_names(tz_ledger *ledger, const tz_matter *matter, read_matter *read)
{
    tz_status status = TZ_OK;
    if (matter->task != NULL)
        status = tz_find_task(ledger, matter->task, &read->task_id, NULL);
    if (status == TZ_OK && matter->unit != NULL)
        status = tz_find_unit(ledger, matter->unit, &read->unit_id);
    if (status == TZ_OK && matter->leader != NULL)
        status = tz_find_leader(ledger, matter->leader, &read->leader_id);
    return status;
}

/* A task's matter without a unit is raised by the one that answers for the task on that day. */
static tz_status insert_matter(tz_ledger *ledger, const tz_matter *matter, const read_matter *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO matter (task_id, unit_id, raised_on, content, objective_reason,\n"
                   "  leader_id)\n"
                   "VALUES (?1, coalesce(?2, (\n"
                   "  SELECT unit_id FROM task_answering WHERE as_of = ?3 AND task_id = ?1)),\n"
                   "  ?3, ?4, ?5, ?6)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_id(statement, 1, read->task_id);
    tz_bind_id(statement, 2, read->unit_id);
    tz_bind_text(statement, 3, read->raised_on);
    tz_bind_text(statement, 4, matter->content);
    tz_bind_given(statement, 5, matter->objective_reason);
    tz_bind_id(statement, 6, read->leader_id);
    return tz_run(ledger, statement);
}

static tz_status add_matter(tz_ledger *ledger, const tz_matter *matter, int64_t *matter_id)
{
    read_matter read = {0};
    tz_status status = tz_argument_day(ledger, matter->raised_on, read.raised_on);
    if (status == TZ_OK)
        status = tz_check_text(ledger, matter->content);
    if (status == TZ_OK)
        status = tz_check_text(ledger, matter->objective_reason);
    if (status == TZ_OK)
        status = find_names(ledger, matter, &read);
    if (status == TZ_OK)
        status = insert_matter(ledger, matter, &read);
    if (status == TZ_OK)
        *matter_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}

tz_status tz_matter_add(tz_ledger *ledger, const tz_matter *matter, int64_t *matter_id)
{
    bool is_own = false;
    int64_t id = 0;
    assert(matter != NULL && matter->content != NULL);
    if (matter_id != NULL)
        *matter_id = 0;
    tz_status status = tz_write_enter(ledger, "matter add", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, add_matter(ledger, matter, &id));
    if (status == TZ_OK && matter_id != NULL)
        *matter_id = id;
    return status;
}

/* ---- deciding */

static tz_status fail_unknown(tz_ledger *ledger, int64_t matter_id)
{
    sqlite3_stmt *statement = NULL;
    char open[256];
    tz_status status = tz_prepare(ledger,
                                  "SELECT group_concat(matter_id, '、') FROM (\n"
                                  "  SELECT matter_id FROM matter\n"
                                  "  WHERE decided_on IS NULL ORDER BY matter_id)",
                                  &statement);
    if (status == TZ_OK)
        status = tz_query_text(ledger, statement, open, sizeof open);
    if (status != TZ_OK)
        return status;
    status = tz_fail(ledger, TZ_NOT_FOUND, "没有%" PRId64 "号请示事项",
                     "there is no matter %" PRId64, matter_id);
    if (open[0] != '\0')
        tz_hint(ledger, "待决定的有：%s", "those that await a decision: %s", open);
    else
        tz_hint(ledger, "没有待决定的请示事项", "no matter awaits a decision");
    return status;
}

static tz_status decide_matter(tz_ledger *ledger, int64_t matter_id, const char *decision,
                               const char *on)
{
    sqlite3_stmt *statement = NULL;
    char day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_check_text(ledger, decision);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "UPDATE matter SET decision = ?2, decided_on = ?3\n"
                            "WHERE matter_id = ?1",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, matter_id);
    tz_bind_text(statement, 2, decision);
    tz_bind_text(statement, 3, day);
    status = tz_run(ledger, statement);
    if (status == TZ_OK && sqlite3_changes(ledger->database) == 0)
        return fail_unknown(ledger, matter_id);
    if (status != TZ_OK)
        tz_name_record(ledger, "%" PRId64 "号请示事项", "matter %" PRId64, matter_id);
    return status;
}

tz_status tz_matter_decide(tz_ledger *ledger, int64_t matter_id, const char *decision,
                           const char *on)
{
    bool is_own = false;
    assert(decision != NULL);
    tz_status status = tz_write_enter(ledger, "matter decide", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, decide_matter(ledger, matter_id, decision, on));
}
