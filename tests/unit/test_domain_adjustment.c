#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_adjustment adjustment_of(const char *kind, const char *day)
{
    tz_adjustment adjustment = TZ_ADJUSTMENT_INIT;
    adjustment.kind = kind;
    adjustment.reason = "汛期（示例）";
    adjustment.authority = "市政府常务会议";
    adjustment.decided_on = day;
    return adjustment;
}

static void the_original_stays(void **state)
{
    ledger_fixture *fixture = *state;
    tz_adjustment adjustment = adjustment_of("due", "2022-05-01");
    adjustment.new_due_on = "2023/3/31";
    assert_int_equal(tz_task_adjust(fixture->ledger, "1", &adjustment), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT due_on FROM task WHERE task_id = 1"),
                        "2022-12-31");
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(due_on) FROM (SELECT due_on FROM task_status\n"
                    "WHERE task_id = 1 AND as_of IN ('2022-04-30', '2022-05-01') ORDER BY as_of)"),
        "2022-12-31,2023-03-31");
    assert_string_equal(fixture_ask(fixture, "SELECT reason || authority FROM adjustment"),
                        "汛期（示例）市政府常务会议");
}

static void a_target_is_named_by_its_ordinal(void **state)
{
    ledger_fixture *fixture = *state;
    tz_adjustment adjustment = adjustment_of("调整指标", "2022-05-01");
    adjustment.target = 2;
    adjustment.new_value = "5.5%";
    assert_int_equal(tz_task_adjust(fixture->ledger, "1", &adjustment), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(value, ' ') FROM (SELECT value FROM target_status\n"
                    "WHERE task_id = 1 AND as_of = '2022-05-01' ORDER BY ordinal)"),
        "38.8 5.5");
}

static void suspended_and_resumed(void **state)
{
    ledger_fixture *fixture = *state;
    tz_adjustment suspend = adjustment_of("suspend", "2022-05-01");
    tz_adjustment resume = adjustment_of("resume", "2022-06-01");
    assert_int_equal(tz_task_adjust(fixture->ledger, "172", &resume), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第172项：该任务未暂缓");
    assert_int_equal(tz_task_adjust(fixture->ledger, "172", &suspend), TZ_OK);
    assert_int_equal(tz_task_adjust(fixture->ledger, "172", &suspend), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第172项：该任务已暂缓");
    assert_int_equal(tz_task_adjust(fixture->ledger, "172", &resume), TZ_OK);
}

static void assert_refused(void **state, const char *code, const tz_adjustment *adjustment,
                           tz_status status)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_task_adjust(fixture->ledger, code, adjustment), status);
    assert_int_equal(domain_count(fixture, "adjustment"), 0);
}

static void a_decision_that_cannot_be_leaves_nothing(void **state)
{
    tz_adjustment adjustment = adjustment_of("due", "2022-05-01");
    assert_refused(state, "1", &adjustment, TZ_REJECTED); /* no day */
    adjustment.new_due_on = "2021-12-31";
    assert_refused(state, "1", &adjustment, TZ_REJECTED);
    adjustment.new_due_on = "2022-02-30";
    assert_refused(state, "1", &adjustment, TZ_MALFORMED);
    adjustment.new_due_on = "2023-03-31";
    assert_refused(state, "172", &adjustment, TZ_REJECTED); /* standing */
    assert_refused(state, "99", &adjustment, TZ_NOT_FOUND);
    adjustment.authority = "";
    assert_refused(state, "1", &adjustment, TZ_REJECTED);
    adjustment.authority = NULL;
    assert_refused(state, "1", &adjustment, TZ_REJECTED);
    adjustment.authority = "市政府";
    adjustment.reason = NULL;
    assert_refused(state, "1", &adjustment, TZ_REJECTED);
    adjustment = adjustment_of("target", "2022-05-01");
    adjustment.target = 3;
    adjustment.new_value = "30";
    assert_refused(state, "1", &adjustment, TZ_NOT_FOUND);
    adjustment.target = 1;
    adjustment.new_value = "多";
    assert_refused(state, "1", &adjustment, TZ_MALFORMED);
    adjustment.new_value = "-3";
    assert_refused(state, "1", &adjustment, TZ_REJECTED);
    adjustment = adjustment_of("cancel", "2022-05-01");
    assert_refused(state, "1", &adjustment, TZ_MALFORMED);
    adjustment = adjustment_of("suspend", "2022-13-01");
    assert_refused(state, "1", &adjustment, TZ_MALFORMED);
    adjustment = adjustment_of("suspend", "2022-05-01");
    assert_refused(state, "6", &adjustment, TZ_REJECTED); /* it has sub-items */
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_original_stays),
        TEST(a_target_is_named_by_its_ordinal),
        TEST(suspended_and_resumed),
        TEST(a_decision_that_cannot_be_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
