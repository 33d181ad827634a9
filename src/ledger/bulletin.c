/* bulletin.c: issuing a bulletin (通报) freezes the rows that it was made of, so that what later
 * entries make of its day can be told. */
#include "bulletin.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "query.h"

/* ---- the quarter on the day (view quarter_standing) */

typedef struct standing {
    bool is_due;
    char report_due_on[11], later_quarter[7];
} standing;

static tz_status fail_unopened(tz_ledger *ledger, const char *quarter, const char *day)
{
    tz_fail(ledger, TZ_NOT_FOUND, "%s 到 %s 没有开启调度", "no round of %s was opened by %s",
            quarter, day);
    tz_hint(ledger, "taizhang quarter list 列出各季度；用 taizhang quarter open %s 开启",
            "taizhang quarter list lists them; taizhang quarter open %s opens it", quarter);
    return TZ_NOT_FOUND;
}

static tz_status look_up(tz_ledger *ledger, const char *quarter, const char *day, standing *found)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT is_due, report_due_on, later_quarter\n"
                                  "FROM quarter_standing WHERE as_of = ?1 AND quarter = ?2",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, day);
    tz_bind_text(statement, 2, quarter);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status == TZ_OK ? fail_unopened(ledger, quarter, day) : status;
    found->is_due = sqlite3_column_int(statement, 0);
    snprintf(found->report_due_on, sizeof found->report_due_on, "%s", tz_column_text(statement, 1));
    snprintf(found->later_quarter, sizeof found->later_quarter, "%s", tz_column_text(statement, 2));
    sqlite3_reset(statement);
    return TZ_OK;
}

tz_status tz_quarter_check_opened(tz_ledger *ledger, const char *quarter, const char *on)
{
    char wanted[7], day[11];
    standing found;
    assert(quarter != NULL);
    tz_status status = tz_argument_quarter(ledger, quarter, wanted);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, on, day);
    return status == TZ_OK ? look_up(ledger, wanted, day, &found) : status;
}

/* Lamps that judge by another quarter than the bulletin's own tell of that one. */
static tz_status check_standing(tz_ledger *ledger, const char *quarter, const char *day,
                                const standing *found)
{
    if (!found->is_due) {
        tz_fail(ledger, TZ_REFUSED, "%s 的报送期限是 %s，到 %s 亮灯尚未按该季度评价",
                "the returns of %s are due on %s: on %s lamps don't judge by that quarter yet",
                quarter, found->report_due_on, day);
        tz_hint(ledger, "过了期限再印发，或用 --yes 现在就印发",
                "issue it when they are due, or now with --yes");
        return TZ_REFUSED;
    }
    if (found->later_quarter[0] == '\0')
        return TZ_OK;
    tz_fail(ledger, TZ_REFUSED, "到 %s 亮灯已按 %s 评价，不再是 %s",
            "on %s lamps judge by %s already, not by %s", day, found->later_quarter, quarter);
    tz_hint(ledger, "通报 %s，或用 --yes 仍印发 %s 的",
            "issue that of %s, or with --yes still that of %s", found->later_quarter, quarter);
    return TZ_REFUSED;
}

/* ---- issuing */

static tz_status check_number(tz_ledger *ledger, const char *number)
{
    sqlite3_stmt *statement = NULL;
    char day[11];
    tz_status status = tz_check_text(ledger, number);
    if (status == TZ_OK)
        status = tz_prepare(ledger, "SELECT issued_on FROM bulletin WHERE number = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, number);
    status = tz_query_text(ledger, statement, day, sizeof day);
    if (status != TZ_OK || day[0] == '\0')
        return status;
    tz_fail(ledger, TZ_REFUSED, "文号 %s 已用于 %s 印发的通报",
            "%s is the number of a bulletin issued on %s", number, day);
    tz_hint(ledger, "用 taizhang bulletin list 看有哪些；印发错了可用 taizhang undo 撤销",
            "taizhang bulletin list lists them; taizhang undo takes back one issued by mistake");
    return TZ_REFUSED;
}

static tz_status insert_bulletin(tz_ledger *ledger, const tz_bulletin *bulletin,
                                 const char *quarter, const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO bulletin (number, quarter, issued_on, issuer)\n"
                                  "VALUES (?1, ?2, ?3, coalesce(?4, (\n"
                                  "  SELECT q.office FROM quarter_standing AS q\n"
                                  "  WHERE q.as_of = ?3 AND q.quarter = ?2)))",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, bulletin->number);
    tz_bind_text(statement, 2, quarter);
    tz_bind_text(statement, 3, day);
    tz_bind_text(statement, 4, bulletin->issuer);
    status = tz_run(ledger, statement);
    if (status == TZ_REJECTED)
        tz_name_record(ledger, "%s %s", "%s %s", quarter, day);
    return status;
}

static tz_status insert_rows(tz_ledger *ledger, int64_t bulletin_id, const char *rows)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO bulletin_row (bulletin_id, ordinal, part, record, content)\n"
                   "SELECT ?1, r.key + 1, r.value ->> 'part', r.value ->> 'record',\n"
                   "  r.value -> 'row'\n"
                   "FROM json_each(?2) AS r",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, bulletin_id);
    tz_bind_text(statement, 2, rows);
    return tz_run(ledger, statement);
}

/* The bulletin stands before its rows are gathered, since they tell which one came before it. */
static tz_status issue(tz_ledger *ledger, const tz_bulletin *bulletin, int64_t *bulletin_id)
{
    char quarter[7], day[11], *rows = NULL;
    standing found;
    tz_status status = tz_argument_quarter(ledger, bulletin->quarter, quarter);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, bulletin->issued_on, day);
    if (status == TZ_OK)
        status = check_number(ledger, bulletin->number);
    if (status == TZ_OK)
        status = tz_check_text(ledger, bulletin->issuer);
    if (status == TZ_OK)
        status = look_up(ledger, quarter, day, &found);
    if (status == TZ_OK && !bulletin->accepts_obstacles)
        status = check_standing(ledger, quarter, day, &found);
    if (status == TZ_OK)
        status = insert_bulletin(ledger, bulletin, quarter, day);
    *bulletin_id = sqlite3_last_insert_rowid(ledger->database);
    if (status == TZ_OK)
        status = tz_bulletin_gather(ledger, quarter, day, *bulletin_id, &rows);
    if (status == TZ_OK)
        status = insert_rows(ledger, *bulletin_id, rows);
    free(rows);
    return status;
}

tz_status tz_bulletin_issue(tz_ledger *ledger, const tz_bulletin *bulletin, int64_t *bulletin_id)
{
    bool is_own = false;
    int64_t id = 0;
    assert(bulletin != NULL && bulletin->quarter != NULL && bulletin->number != NULL);
    if (bulletin_id != NULL)
        *bulletin_id = 0;
    tz_status status = tz_write_enter(ledger, "bulletin issue", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, issue(ledger, bulletin, &id));
    if (status == TZ_OK && bulletin_id != NULL)
        *bulletin_id = id;
    return status;
}

/* ---- what has changed since */

/* The bulletin's quarter and day. */
static tz_status read_bulletin(tz_ledger *ledger, int64_t bulletin_id, char quarter[7],
                               char day[11])
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(
        ledger, "SELECT quarter, issued_on FROM bulletin WHERE bulletin_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, bulletin_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    snprintf(quarter, 7, "%s", tz_column_text(statement, 0));
    snprintf(day, 11, "%s", tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return TZ_OK;
}

/* Its rows as they would be today, to be freed. */
static tz_status gather_again(tz_ledger *ledger, const char *name, int64_t *bulletin_id, char **now)
{
    char quarter[7], day[11];
    tz_status status = tz_find_bulletin(ledger, name, bulletin_id);
    if (status == TZ_OK)
        status = read_bulletin(ledger, *bulletin_id, quarter, day);
    return status == TZ_OK ? tz_bulletin_gather(ledger, quarter, day, *bulletin_id, now) : status;
}

tz_status tz_bulletin_difference(tz_ledger *ledger, const char *name, tz_rows **rows)
{
    int64_t bulletin_id = 0;
    char id[24], *now = NULL;
    bool is_own = false;
    assert(name != NULL && rows != NULL);
    *rows = NULL;
    tz_status status = tz_read_enter(ledger, &is_own);
    if (status == TZ_OK)
        status = gather_again(ledger, name, &bulletin_id, &now);
    tz_read_leave(ledger, is_own);
    if (status == TZ_OK) {
        snprintf(id, sizeof id, "%" PRId64, bulletin_id);
        const tz_parameter parameters[] = {{"bulletin_id", id}, {"now", now}};
        status = tz_report(ledger, "bulletin_difference", parameters, 2, rows);
    }
    free(now);
    return status;
}
