#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "domain_fixture.h"

/* The setting is refused with that error and hint. */
static void assert_refused(void **state, const char *name, const char *value, tz_status status,
                           const char *error, const char *hint)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_setting_set(fixture->ledger, name, value), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    if (hint != NULL)
        assert_string_equal(tz_ledger_hint(fixture->ledger), hint);
}

static void a_setting_is_set_by_either_name(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_setting_set(fixture->ledger, "yellow_lag", "12.5"), TZ_OK);
    assert_int_equal(tz_setting_set(fixture->ledger, "回复期限工作日", "５"), TZ_OK);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(name || value, ';') FROM setting\n"
                                    "WHERE name IN ('yellow_lag', 'reply_due_workdays')"),
                        "reply_due_workdays5.0;yellow_lag12.5");
    /* the round that was opened keeps its own */
    assert_string_equal(fixture_ask(fixture, "SELECT yellow_lag FROM round"), "10.0");
}

static void a_setting_stays_within_its_bounds(void **state)
{
    ledger_fixture *fixture = *state;
    assert_refused(state, "yellow_lag", "31", TZ_REJECTED, "yellow_lag 31：设置值超出范围",
                   "须在 0.1 至 30 之间");
    assert_refused(state, "临期天数", "1.5", TZ_REJECTED, "due_soon_days 1.5：设置值超出范围",
                   "须在 0 至 366 之间，且为整数");
    assert_refused(state, "red_lag", "x", TZ_MALFORMED, "red_lag x：“x”不是数字", NULL);
    assert_refused(state, "orange_lag", "1", TZ_MALFORMED, "不认识“orange_lag”", NULL);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(value) FROM setting"),
                        "30.0,50.0,30.0,3.0,5.0,10.0");
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_setting_is_set_by_either_name),
        TEST(a_setting_stays_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
