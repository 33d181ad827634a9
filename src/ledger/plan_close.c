/* plan_close.c: closing a year's plan (年终结算) and carrying its standing tasks into the next.
 * What is to be seen to first is the view plan_obstacle; which tasks go on, the view settlement. */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"

typedef struct plan_closing {
    tz_ledger *ledger;
    const tz_plan_close_options *options;
    int year;
    int64_t plan_id, next_plan_id; /* the latter 0 where nothing is carried over */
    char day[11];
} plan_closing;

/* ---- whether it may be closed */

static tz_status check_is_open(const plan_closing *closing)
{
    sqlite3_stmt *statement = NULL;
    char closed_on[16];
    tz_status status =
        tz_prepare(closing->ledger, "SELECT closed_on FROM plan WHERE plan_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, closing->plan_id);
    status = tz_query_text(closing->ledger, statement, closed_on, sizeof closed_on);
    if (status == TZ_OK && closed_on[0] != '\0')
        status = tz_fail(closing->ledger, TZ_REJECTED, "%d年方案已于%s结算",
                         "the plan of %d was closed on %s", closing->year, closed_on);
    return status;
}

static tz_status find_next_plan(plan_closing *closing)
{
    int next = closing->options->carry_to;
    if (next == 0)
        return TZ_OK;
    if (next <= closing->year)
        return tz_fail(closing->ledger, TZ_MALFORMED, "转入的年度 %d 须晚于 %d",
                       "tasks are carried over to a year after %2$d, not to %1$d", next,
                       closing->year);
    tz_status status = tz_find_plan(closing->ledger, next, &closing->next_plan_id);
    if (status == TZ_NOT_FOUND)
        tz_hint(closing->ledger, "先用 plan import 导入%d年的通知",
                "import the notice of %d first, with plan import", next);
    return status;
}

static void note_obstacle(const plan_closing *closing, sqlite3_stmt *statement)
{
    tz_note_text(closing->ledger, TZ_NOTE_ERROR, NULL, 0, NULL, "%s（%d）：%s", "%s (%d): %s",
                 tz_column_text(statement, closing->ledger->language == TZ_ZH ? 0 : 1),
                 sqlite3_column_int(statement, 2), tz_column_text(statement, 3));
}

static tz_status note_obstacles(const plan_closing *closing, size_t *count)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = true;
    *count = 0;
    tz_status status =
        tz_prepare(closing->ledger,
                   "SELECT w.zh, w.en, count(*), group_concat(o.detail, '、')\n"
                   "FROM plan_obstacle AS o\n"
                   "JOIN word AS w ON w.column_name = 'obstacle' AND w.value = o.obstacle\n"
                   "WHERE o.as_of = ?1 AND o.plan_year = ?2 AND NOT (o.is_carried AND ?3)\n"
                   "GROUP BY o.obstacle",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, closing->day);
    tz_bind_integer(statement, 2, closing->year);
    tz_bind_integer(statement, 3, closing->next_plan_id != 0);
    while ((status = tz_step(closing->ledger, statement, &has_row)) == TZ_OK && has_row) {
        note_obstacle(closing, statement);
        ++*count;
    }
    return status;
}

static tz_status check_obstacles(const plan_closing *closing)
{
    size_t count = 0;
    if (closing->options->accepts_obstacles)
        return TZ_OK;
    tz_status status = note_obstacles(closing, &count);
    if (status != TZ_OK || count == 0)
        return status;
    tz_fail(closing->ledger, TZ_REFUSED, "%d年方案未结算：有未了事项 %zu 类",
            "the plan of %d was not closed: kinds of things left undone: %zu", closing->year,
            count);
    tz_hint(closing->ledger, "先处理这些事项，长期性任务用 --carry-to 转入；仍要结算请加 --yes",
            "see to them, carry standing tasks over with --carry-to, or close it with --yes");
    return TZ_REFUSED;
}

/* ---- carrying over. Each statement takes the day as ?1, the old plan as ?2, the new one as ?3. */

/* Each task t that is carried over, and the task n that it goes on as. */
#define FROM_CARRIED                                                                               \
    "FROM task AS t\n"                                                                             \
    "JOIN task AS n ON n.continued_from_id = t.task_id AND n.plan_id = ?3 AND n.added_on = ?1\n"

static const char *const carrying[] = {
    /* Codes go on behind the highest of the new plan, so that none is taken. The heading stays
       open: the new notice has headings of its own. */
    "WITH going AS MATERIALIZED (\n"
    "  SELECT task_id FROM settlement\n"
    "  WHERE as_of = ?1 AND plan_year = (SELECT year FROM plan WHERE plan_id = ?2) AND "
    "is_to_carry),\n"
    "last AS (SELECT max(CAST(code AS INTEGER)) AS number, max(ordinal) AS ordinal\n"
    "         FROM task WHERE plan_id = ?3)\n"
    "INSERT INTO task (plan_id, code, ordinal, text, source_text, kind, kind_confirmed,\n"
    "  lead_open, responsible_open, is_key, added_on, continued_from_id)\n"
    "SELECT ?3, CAST(coalesce(n.number, 0) + row_number() OVER w AS TEXT),\n"
    "       coalesce(n.ordinal, 0) + row_number() OVER w, t.text, t.source_text, t.kind,\n"
    "       t.kind_confirmed, t.lead_open, t.responsible_open, t.is_key, ?1, t.task_id\n"
    "FROM going AS s\n"
    "JOIN task AS t ON t.task_id = s.task_id\n"
    "CROSS JOIN last AS n\n"
    "WINDOW w AS (ORDER BY t.ordinal)",

    "INSERT INTO task_leader (task_id, leader_id, ordinal)\n"
    "SELECT n.task_id, a.leader_id, a.ordinal\n" FROM_CARRIED
    "JOIN task_leader AS a ON a.task_id = t.task_id\n"
    "WHERE t.plan_id = ?2",

    "INSERT INTO task_unit (task_id, unit_id, role, ordinal, written_as)\n"
    "SELECT n.task_id, a.unit_id, a.role, a.ordinal, a.written_as\n" FROM_CARRIED
    "JOIN task_unit AS a ON a.task_id = t.task_id\n"
    "WHERE t.plan_id = ?2",

    "INSERT INTO task_unit_member (task_id, collective_id, unit_id)\n"
    "SELECT n.task_id, a.collective_id, a.unit_id\n" FROM_CARRIED
    "JOIN task_unit_member AS a ON a.task_id = t.task_id\n"
    "WHERE t.plan_id = ?2",

    /* With the value that holds on the day. Nodes and shares are of the old year's quarters. */
    "WITH held AS MATERIALIZED (\n"
    "  SELECT task_id, ordinal, value FROM target_status WHERE as_of = ?1)\n"
    "INSERT INTO target (task_id, ordinal, name, kind, comparison, is_about, value, value_high,\n"
    "  measure)\n"
    "SELECT n.task_id, g.ordinal, g.name, g.kind, g.comparison, g.is_about, f.value,\n"
    "       iif(g.value_high >= f.value, g.value_high, NULL), g.measure\n" FROM_CARRIED
    "JOIN target AS g ON g.task_id = t.task_id\n"
    "JOIN held AS f ON f.task_id = t.task_id AND f.ordinal = g.ordinal\n"
    "WHERE t.plan_id = ?2",

    "INSERT INTO milestone (task_id, ordinal, title, due_on, expected_percent, owner)\n"
    "SELECT n.task_id, k.ordinal, k.title, k.due_on, k.expected_percent, k.owner\n" FROM_CARRIED
    "JOIN milestone AS k ON k.task_id = t.task_id AND (k.done_on IS NULL OR k.done_on > ?1)\n"
    "WHERE t.plan_id = ?2",

    "INSERT INTO closure (task_id, closed_on, outcome, basis, confirmed_by)\n"
    "SELECT t.task_id, ?1, 'carried_over',\n"
    "       coalesce(?4, printf('转入%d年分工方案第%s项', p.year, n.code)), ?5\n" FROM_CARRIED
    "JOIN plan AS p ON p.plan_id = n.plan_id\n"
    "WHERE t.plan_id = ?2",
};
enum { CARRYING_COUNT = sizeof carrying / sizeof carrying[0] };

static tz_status carry_over(const plan_closing *closing)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < CARRYING_COUNT && status == TZ_OK; i++) {
        sqlite3_stmt *statement = NULL;
        status = tz_prepare(closing->ledger, carrying[i], &statement);
        if (status != TZ_OK)
            break;
        tz_bind_text(statement, 1, closing->day);
        tz_bind_integer(statement, 2, closing->plan_id);
        tz_bind_integer(statement, 3, closing->next_plan_id);
        if (i == CARRYING_COUNT - 1) {
            tz_bind_given(statement, 4, closing->options->basis);
            tz_bind_given(statement, 5, closing->ledger->actor);
        }
        status = tz_run(closing->ledger, statement);
    }
    return status;
}

/* ---- the whole */

static tz_status mark_closed(const plan_closing *closing)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(closing->ledger,
                                  "UPDATE plan SET closed_on = ?1 WHERE plan_id = ?2", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, closing->day);
    tz_bind_integer(statement, 2, closing->plan_id);
    return tz_run(closing->ledger, statement);
}

static tz_status count_settlement(const plan_closing *closing, tz_plan_close_result *result)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    size_t *const counts[] = {&result->tasks,      &result->completed,    &result->completed_late,
                              &result->terminated, &result->carried_over, &result->suspended,
                              &result->open};
    tz_status status = tz_prepare(
        closing->ledger,
        "SELECT count(*), total(settlement = 'completed'), total(settlement = 'completed_late'),\n"
        "       total(settlement = 'terminated'), total(settlement = 'carried_over'),\n"
        "       total(settlement = 'suspended'), total(settlement = 'open')\n"
        "FROM settlement\n"
        "WHERE as_of = ?1 AND plan_year = ?2",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, closing->day);
    tz_bind_integer(statement, 2, closing->year);
    status = tz_step(closing->ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    for (int i = 0; i < (int)(sizeof counts / sizeof counts[0]); i++)
        *counts[i] = (size_t)sqlite3_column_int64(statement, i);
    sqlite3_reset(statement);
    return TZ_OK;
}

static tz_status close_plan(plan_closing *closing, tz_plan_close_result *result)
{
    tz_status status = tz_find_plan(closing->ledger, closing->year, &closing->plan_id);
    if (status == TZ_OK)
        status = check_is_open(closing);
    if (status == TZ_OK)
        status = find_next_plan(closing);
    if (status == TZ_OK)
        status = check_obstacles(closing);
    if (status != TZ_OK)
        return status;
    if (closing->next_plan_id != 0)
        status = carry_over(closing);
    if (status == TZ_OK)
        status = mark_closed(closing);
    if (status == TZ_OK)
        status = count_settlement(closing, result);
    if (status == TZ_REJECTED)
        tz_name_record(closing->ledger, "%d年", "%d", closing->year);
    return status;
}

tz_status tz_plan_close(tz_ledger *ledger, int year, const tz_plan_close_options *options,
                        tz_plan_close_result *result)
{
    static const tz_plan_close_options none = TZ_PLAN_CLOSE_OPTIONS_INIT;
    bool is_own = false;
    assert(year > 0 && result != NULL);
    memset(result, 0, sizeof *result);
    plan_closing closing = {
        .ledger = ledger, .options = options != NULL ? options : &none, .year = year};
    tz_status status = tz_argument_day(ledger, closing.options->on, closing.day);
    if (status == TZ_OK)
        status = tz_check_text(ledger, closing.options->basis);
    if (status == TZ_OK)
        status = tz_write_enter(ledger, "plan close", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, close_plan(&closing, result));
    if (status != TZ_OK)
        memset(result, 0, sizeof *result);
    return status;
}
