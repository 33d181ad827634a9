#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_quarter_open_result result;

static tz_status open_on(void **state, const char *quarter, const char *on)
{
    ledger_fixture *fixture = *state;
    return tz_quarter_open(fixture->ledger, quarter, on, true, &result);
}

/* 2022-04-02 (调休上班) is a workday, 04-03 to 04-05 are 清明节: five workdays after 03-31 are
 * 04-01, 02, 06, 07, 08. */
static void the_first_lead_units_of_leaf_tasks_are_asked(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_int_equal(result.plans, 1);
    assert_int_equal(result.asked, 4);
    assert_int_equal(result.asked_before, 0);
    assert_string_equal(result.report_due_on, "2022-04-08");
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(task_id || ' ' || unit_id, ';') FROM request\n"
                             "WHERE asked_on = '2022-03-31' AND report_due_on IS NULL"),
        "1 1;61 1;62 1;172 1");
    assert_string_equal(
        fixture_ask(
            fixture,
            "SELECT cutoff_on || ' ' || report_due_on || ' ' || yellow_lag || ' ' || red_lag\n"
            "FROM round"),
        "2022-03-31 2022-04-08 10.0 30.0");
}

static void opening_again_asks_for_what_is_new(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_int_equal(result.asked, 0);
    assert_int_equal(result.asked_before, 4);
    assert_string_equal(result.report_due_on, "");
    fixture_execute(fixture, "INSERT INTO task (task_id, plan_id, code, ordinal, text, starts_on)\n"
                             "VALUES (180, 1, '180', 9, '新增', '2022-01-01');\n"
                             "INSERT INTO task_unit VALUES (180, 2, 'lead', 1, NULL)");
    /* the workdays after Friday 04-08: 04-11 to 04-15 */
    assert_int_equal(open_on(state, "2022Q1", "2022-04-08"), TZ_OK);
    assert_int_equal(result.asked, 1);
    assert_string_equal(
        fixture_ask(fixture, "SELECT report_due_on FROM request WHERE task_id = 180"),
        "2022-04-15");
    assert_int_equal(domain_count(fixture, "round"), 1);
}

static void assert_nothing_opened(void **state, const char *quarter, const char *on,
                                  tz_status status, const char *error)
{
    ledger_fixture *fixture = *state;
    long rounds = domain_count(fixture, "round"), requests = domain_count(fixture, "request");
    assert_int_equal(open_on(state, quarter, on), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(result.asked, 0);
    assert_int_equal(domain_count(fixture, "round"), rounds);
    assert_int_equal(domain_count(fixture, "request"), requests);
}

static void what_cannot_be_opened_says_why(void **state)
{
    ledger_fixture *fixture = *state;
    assert_nothing_opened(state, "2022Q5", "2022-03-31", TZ_MALFORMED, "“2022Q5”不是有效季度");
    assert_nothing_opened(state, "2022Q1", "2022-03-32", TZ_MALFORMED, "“2022-03-32”不是有效日期");
    assert_nothing_opened(state, "2022Q1", "2019-03-31", TZ_REJECTED,
                          "2019-03-31 不在日历内（2020 年至 2040 年）");
    assert_nothing_opened(state, "2021Q4", "2022-03-31", TZ_NOT_FOUND,
                          "2021Q4：到季末和2022-03-31都已开始的方案没有");
    assert_nothing_opened(state, "2040Q4", "2040-12-31", TZ_REJECTED,
                          "2040Q4：报送期限超出日历（到2040年底）");
    fixture_execute(
        fixture,
        "INSERT INTO closure (task_id, closed_on, basis)\n"
        "SELECT task_id, '2022-03-01', '示例' FROM task WHERE task_id IN (1, 61, 62, 172)");
    assert_nothing_opened(state, "2022Q1", "2022-03-31", TZ_NOT_FOUND,
                          "2022Q1：2022-03-31没有未销号的任务");
}

static void a_closed_round_stays_closed(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    fixture_execute(fixture, "UPDATE round SET closed_on = '2022-04-20'");
    assert_nothing_opened(state, "2022Q1", "2022-04-21", TZ_REJECTED,
                          "2022Q1的调度已于2022-04-20关闭");
}

/* ---- closing */

static tz_quarter_close_result closed;

static tz_status close_on(void **state, const char *quarter, const char *on, bool is_confirmed)
{
    ledger_fixture *fixture = *state;
    return tz_quarter_close(fixture->ledger, quarter, on, is_confirmed, &closed);
}

static void assert_not_closed(void **state, const char *quarter, const char *on, tz_status status,
                              const char *error)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(close_on(state, quarter, on, false), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(closed.rounds, 0);
    assert_string_equal(fixture_ask(fixture, "SELECT count(closed_on) FROM round"), "0");
}

/* The four requests are due on 04-08: until then their units may still report. */
static void returns_not_yet_due_want_a_confirmation(void **state)
{
    ledger_fixture *fixture = *state;
    assert_not_closed(state, "2022Q1", "2022-04-09", TZ_NOT_FOUND, "2022Q1没有调度");
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_not_closed(state, "2022Q1", "2022-04-08", TZ_REFUSED,
                      "2022Q1：4 项未报，且尚未过报送期限");
    assert_string_equal(tz_ledger_hint(fixture->ledger), "过了期限再关闭，或用 --yes 现在就关闭");
    assert_int_equal(close_on(state, "2022Q1", "2022-04-08", true), TZ_OK);
    assert_int_equal(closed.rounds, 1);
    assert_int_equal(closed.asked, 4);
    assert_int_equal(closed.outstanding, 4);
    assert_string_equal(fixture_ask(fixture, "SELECT closed_on FROM round"), "2022-04-08");
}

static tz_status add_entry(void **state, const char *on, bool allow_late)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "172";
    entry.quarter = "2022Q1";
    entry.summary = "示例";
    entry.reported_on = on;
    entry.allow_late = allow_late;
    return tz_progress_add(fixture->ledger, &entry, NULL);
}

/* Past the due day nobody need be asked. An entry that came before the close isn't marked, though
 * it may be late; one from that day on has to be. */
static void entries_after_the_close_are_marked(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_int_equal(add_entry(state, "2022-04-07", true), TZ_OK);
    assert_int_equal(close_on(state, "2022Q1", "2022-04-11", false), TZ_OK);
    assert_int_equal(closed.outstanding, 3);
    assert_int_equal(add_entry(state, "2022-04-11", false), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第172项 2022Q1：该季度调度已关闭，补报须注明（--late）");
    assert_int_equal(add_entry(state, "2022-04-11", true), TZ_OK);
    assert_int_equal(add_entry(state, "2022-04-10", true), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(reported_on || ' ' || is_after_close, ';')\n"
                             "FROM (SELECT * FROM progress ORDER BY revision)"),
        "2022-04-07 0;2022-04-11 1;2022-04-10 0");
}

static void what_cannot_be_closed_says_why(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(open_on(state, "2022Q1", "2022-03-31"), TZ_OK);
    assert_not_closed(state, "2022Q5", "2022-04-11", TZ_MALFORMED, "“2022Q5”不是有效季度");
    assert_not_closed(state, "2022Q1", "2022-04-31", TZ_MALFORMED, "“2022-04-31”不是有效日期");
    /* on the day before the opening nothing has been asked for yet */
    assert_not_closed(state, "2022Q1", "2022-03-30", TZ_REJECTED, "2022Q1：关闭日早于开启日");
    assert_int_equal(add_entry(state, "2022-04-12", false), TZ_OK);
    assert_not_closed(state, "2022Q1", "2022-04-11", TZ_REJECTED,
                      "2022Q1：有进展在关闭日之后报送或下达，请用较晚的关闭日");
    assert_int_equal(close_on(state, "2022Q1", "2022-04-12", false), TZ_OK);
    assert_int_equal(close_on(state, "2022Q1", "2022-04-13", true), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "2022Q1的调度已于2022-04-12关闭");
    assert_int_equal(closed.rounds, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_first_lead_units_of_leaf_tasks_are_asked),
        TEST(opening_again_asks_for_what_is_new),
        TEST(what_cannot_be_opened_says_why),
        TEST(a_closed_round_stays_closed),
        TEST(returns_not_yet_due_want_a_confirmation),
        TEST(entries_after_the_close_are_marked),
        TEST(what_cannot_be_closed_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
