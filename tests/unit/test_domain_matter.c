#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define OPEN_ON(day)                                                                               \
    "SELECT coalesce(group_concat(matter_id || coalesce(unit, '-') || coalesce(code, '-')\n"       \
    "  || coalesce(leader, '-'), ';'), '') FROM open_matter WHERE as_of = '" day "'"

static tz_matter matter_on(const char *day)
{
    tz_matter matter = TZ_MATTER_INIT;
    matter.task = "1";
    matter.content = "汛期无法施工（示例）";
    matter.raised_on = day;
    return matter;
}

static void a_matter_awaits_its_decision(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t first = 0, second = 0;
    tz_matter matter = matter_on("2022-05-01");
    matter.unit = "市综合执法局";
    matter.leader = "马卫红";
    matter.objective_reason = "连续降雨（示例）";
    assert_int_equal(tz_matter_add(fixture->ledger, &matter, &first), TZ_OK);
    matter = matter_on("2022-05-02");
    matter.task = NULL;
    matter.unit = "市财政局";
    assert_int_equal(tz_matter_add(fixture->ledger, &matter, &second), TZ_OK);
    assert_int_equal(first, 1);
    assert_int_equal(second, 2);
    assert_int_equal(tz_matter_decide(fixture->ledger, first, "同意", "2022-05-10"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, OPEN_ON("2022-04-30")), "");
    assert_string_equal(fixture_ask(fixture, OPEN_ON("2022-05-01")), "1市城管局1马卫红");
    assert_string_equal(fixture_ask(fixture, OPEN_ON("2022-05-09")),
                        "1市城管局1马卫红;2市财政局--");
    assert_string_equal(fixture_ask(fixture, OPEN_ON("2022-05-10")), "2市财政局--");
}

/* 市城管局 leads task 1 until 市财政局 succeeds it; a matter of no task has no unit but its own. */
static void a_matter_of_a_task_is_its_first_lead_units(void **state)
{
    ledger_fixture *fixture = *state;
    tz_matter matter = matter_on("2022-05-01");
    assert_int_equal(tz_matter_add(fixture->ledger, &matter, NULL), TZ_OK);
    fixture_execute(fixture, "INSERT INTO succession (unit_id, successor_unit_id, from_day)\n"
                             "SELECT l.unit_id, u.unit_id, '2022-06-01' FROM task_unit AS l\n"
                             "JOIN unit AS u ON u.name = '市财政局'\n"
                             "WHERE l.task_id = 1 AND l.role = 'lead' AND l.ordinal = 1");
    matter = matter_on("2022-06-01");
    assert_int_equal(tz_matter_add(fixture->ledger, &matter, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, OPEN_ON("2022-06-01")), "1市城管局1-;2市财政局1-");
}

static void assert_refused(void **state, const tz_matter *matter, tz_status status)
{
    ledger_fixture *fixture = *state;
    int64_t matter_id = 7;
    assert_int_equal(tz_matter_add(fixture->ledger, matter, &matter_id), status);
    assert_int_equal(matter_id, 0);
    assert_int_equal(domain_count(fixture, "matter"), 0);
}

static void a_matter_that_cannot_be_leaves_nothing(void **state)
{
    tz_matter matter = matter_on("2022-02-30");
    assert_refused(state, &matter, TZ_MALFORMED);
    matter = matter_on("2022-05-01");
    matter.content = " ";
    assert_refused(state, &matter, TZ_REJECTED);
    matter.content = "\xff";
    assert_refused(state, &matter, TZ_MALFORMED);
    matter = matter_on("2022-05-01");
    matter.task = "99";
    assert_refused(state, &matter, TZ_NOT_FOUND);
    matter.task = NULL;
    assert_refused(state, &matter, TZ_REJECTED);
    matter.unit = "没有局";
    assert_refused(state, &matter, TZ_NOT_FOUND);
    matter = matter_on("2022-05-01");
    matter.leader = "无名氏";
    assert_refused(state, &matter, TZ_NOT_FOUND);
}

static void a_matter_is_decided_once(void **state)
{
    ledger_fixture *fixture = *state;
    tz_matter matter = matter_on("2022-05-01");
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "同意", NULL), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "没有待决定的请示事项");
    assert_int_equal(tz_matter_add(fixture->ledger, &matter, NULL), TZ_OK);
    assert_int_equal(tz_matter_decide(fixture->ledger, 2, "同意", NULL), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "待决定的有：1");
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "同意", "2022-04-30"), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "1号请示事项：决定早于提出");
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "", "2022-05-02"), TZ_REJECTED);
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "同意", "x"), TZ_MALFORMED);
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "同意", "2022-05-02"), TZ_OK);
    assert_int_equal(tz_matter_decide(fixture->ledger, 1, "不同意", "2022-05-03"), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "1号请示事项：该事项已有决定");
    assert_string_equal(fixture_ask(fixture, "SELECT decision || decided_on FROM matter"),
                        "同意2022-05-02");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_matter_awaits_its_decision),
        TEST(a_matter_of_a_task_is_its_first_lead_units),
        TEST(a_matter_that_cannot_be_leaves_nothing),
        TEST(a_matter_is_decided_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
