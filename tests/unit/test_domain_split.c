#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define PARTS                                                                                      \
    "SELECT group_concat(code || text || kind || coalesce(due_on, '-') || added_on, ';')\n"        \
    "FROM (SELECT * FROM task WHERE parent_id = 1 ORDER BY task_id)"
#define UNITS_OF_PARTS                                                                             \
    "SELECT group_concat(code || ' ' || role || a.ordinal || ' ' || unit_id, ';')\n"               \
    "FROM (SELECT * FROM task WHERE parent_id = 1 ORDER BY task_id) AS t\n"                        \
    "JOIN (SELECT * FROM task_unit ORDER BY role, ordinal) AS a ON a.task_id = t.task_id"
#define STATES_OF_PAST_DAYS                                                                        \
    "SELECT group_concat(as_of || ' ' || task_id || ' ' || coalesce(percent, '-') || lamp ||\n"    \
    "  coalesce(reason, ''), ';')\n"                                                               \
    "FROM task_status WHERE as_of IN ('2022-03-31', '2022-04-09', '2022-05-09')"

static const tz_task_part two[] = {{"城区段", NULL}, {"郊区段", "市财政局、市城管局"}};

static tz_status split(void **state, const char *code, const tz_task_part *parts, size_t count,
                       const char *on)
{
    ledger_fixture *fixture = *state;
    return tz_task_split(fixture->ledger, code, parts, count, on);
}

static void parts_have_what_the_task_has(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(fixture,
                    "INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, reason, "
                    "authority)\n"
                    "VALUES (1, '2022-04-01', 'due', '2023-02-28', '示例', '示例'),\n"
                    "  (1, '2022-05-01', 'due', '2023-01-31', '示例', '示例')");
    assert_int_equal(split(state, "1", two, 2, "2022-04-30"), TZ_REJECTED);
    assert_int_equal(split(state, "1", two, 2, "2022-05-10"), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, PARTS),
        "1(1)城区段staged2023-01-312022-05-10;1(2)郊区段staged2023-01-312022-05-10");
    /* 市财政局 leads the second part and is not responsible for it besides */
    assert_string_equal(fixture_ask(fixture, UNITS_OF_PARTS),
                        "1(1) lead1 1;1(1) responsible1 2;1(2) lead1 2;1(2) lead2 1");
    assert_string_equal(
        fixture_ask(fixture, "SELECT count(*) FROM task_leader AS a JOIN task AS t\n"
                             "ON t.task_id = a.task_id WHERE t.parent_id = 1 AND leader_id = 1"),
        "2");
}

static void past_days_answer_as_before_and_the_parts_owe_the_entries(void **state)
{
    ledger_fixture *fixture = *state;
    tz_quarter_open_result opened;
    tz_progress entry = TZ_PROGRESS_INIT;
    char before[2000];
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    strcpy(before, fixture_ask(fixture, STATES_OF_PAST_DAYS));
    assert_int_equal(split(state, "1", two, 2, "2022-05-10"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, STATES_OF_PAST_DAYS), before);
    entry.reported_on = "2022-05-10";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_REJECTED);
    assert_int_equal(tz_quarter_open(fixture->ledger, "2022Q2", "2022-06-30", true, &opened),
                     TZ_OK);
    /* 6(1), 6(2), 172 and the two parts */
    assert_int_equal(opened.asked, 5);
    entry.task = "1.2";
    entry.quarter = "2022Q2";
    entry.reported_on = "2022-07-05";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT parts || ' ' || lowest_percent || ' ' || average_percent\n"
                             "FROM task_rollup WHERE as_of = '2022-07-05' AND task_id = 1"),
        "2 0.0 5.0");
}

static void assert_not_split(void **state, const char *code, const tz_task_part *parts,
                             size_t count, tz_status status, const char *error)
{
    ledger_fixture *fixture = *state;
    long tasks = domain_count(fixture, "task");
    assert_int_equal(split(state, code, parts, count, "2022-04-06"), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(domain_count(fixture, "task"), tasks);
}

static void what_cannot_be_divided_stays_whole(void **state)
{
    ledger_fixture *fixture = *state;
    static const tz_task_part blank[] = {{"城区段", NULL}, {" ", NULL}};
    static const tz_task_part unknown[] = {{"城区段", NULL}, {"郊区段", "没有"}};
    tz_progress entry = TZ_PROGRESS_INIT;
    assert_not_split(state, "1", two, 1, TZ_MALFORMED, "第1项：至少分解为两项");
    assert_not_split(state, "1", blank, 2, TZ_MALFORMED, "第1项：分项内容是空的");
    assert_not_split(state, "1", unknown, 2, TZ_NOT_FOUND, "第1项：没有名为“没有”的单位");
    assert_not_split(state, "6(1)", two, 2, TZ_REJECTED, "第6(1)项：分项不能再分解");
    assert_not_split(state, "6", two, 2, TZ_REFUSED, "第6项：任务已分解为 6(1)、6(2)");
    assert_not_split(state, "99", two, 2, TZ_NOT_FOUND, "没有编号为“99”的任务");
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_not_split(state, "1", two, 2, TZ_REJECTED,
                     "第1项：该日或其后上级任务已有进展或其他记录，请从次日起分解");
    fixture_execute(fixture, "INSERT INTO closure (task_id, closed_on, basis)\n"
                             "VALUES (172, '2022-04-01', '示例')");
    assert_not_split(state, "172", two, 2, TZ_REJECTED, "第172项：上级任务已销号或暂缓");
    assert_int_equal(split(state, "1", two, 2, "2022-02-30"), TZ_MALFORMED);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(parts_have_what_the_task_has),
        TEST(past_days_answer_as_before_and_the_parts_owe_the_entries),
        TEST(what_cannot_be_divided_stays_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
