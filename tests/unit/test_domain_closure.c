#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define CLOSURE                                                                                    \
    "SELECT group_concat(task_id || ' ' || closed_on || ' ' || coalesce(completed_on, '-') || ' "  \
    "'\n"                                                                                          \
    "  || outcome || ' ' || coalesce(reopened_on, '-'), ';') FROM closure"

static tz_closure closure_on(const char *day)
{
    tz_closure closure = TZ_CLOSURE_INIT;
    closure.basis = "验收报告（示例）";
    closure.closed_on = day;
    return closure;
}

/* Task 1 as its unit calls it done. */
static void report_done(const ledger_fixture *fixture, const char *completed_on)
{
    const char *const readings[] = {"38.8", "4.9"};
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "100";
    entry.state = "done";
    entry.completed_on = completed_on;
    entry.reported_on = "2022-04-06";
    entry.readings = readings;
    entry.reading_count = 2;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

static void a_task_that_is_done_closes(void **state)
{
    ledger_fixture *fixture = *state;
    bool was_late = true;
    tz_closure closure = closure_on("2022-04-20");
    report_done(fixture, "2022-04-01");
    closure.confirmed_by = "示例人";
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, &was_late), TZ_OK);
    assert_false(was_late);
    assert_string_equal(domain_notes(), "");
    assert_string_equal(fixture_ask(fixture, CLOSURE), "1 2022-04-20 2022-04-01 completed -");
    assert_string_equal(fixture_ask(fixture, "SELECT basis || confirmed_by FROM closure"),
                        "验收报告（示例）示例人");
}

static void the_office_delay_makes_no_task_late(void **state)
{
    ledger_fixture *fixture = *state;
    bool was_late = true;
    tz_closure closure = closure_on("2023-01-20");
    report_done(fixture, NULL);
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, &was_late), TZ_OK);
    assert_false(was_late);
    assert_string_equal(fixture_ask(fixture, CLOSURE), "1 2023-01-20 2022-04-06 completed -");
}

static void completed_after_the_due_day_is_late(void **state)
{
    ledger_fixture *fixture = *state;
    bool was_late = false;
    tz_closure closure = closure_on("2023-01-20");
    report_done(fixture, NULL);
    closure.completed_on = "2023-01-01";
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, &was_late), TZ_OK);
    assert_true(was_late);
}

static void each_obstacle_is_named(void **state)
{
    ledger_fixture *fixture = *state;
    tz_closure closure = closure_on("2022-04-20");
    fixture_execute(fixture, "INSERT INTO milestone (task_id, ordinal, title, due_on)\n"
                             "VALUES (1, 1, '主体完工', '2022-06-30')");
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, NULL), TZ_REFUSED);
    assert_string_equal(domain_notes(), "E:0::第1项：单位未报完成\n"
                                        "E:0::第1项：指标未填：修建道路 ≥ 38.8公里\n"
                                        "E:0::第1项：指标未填：失业率 ≤ 5%\n"
                                        "E:0::第1项：节点未完成：主体完工 2022-06-30\n");
    assert_string_equal(tz_ledger_error(fixture->ledger), "第1项：未销号，还有4件未了事项");
    assert_int_equal(domain_count(fixture, "closure"), 0);
    closure.accepts_obstacles = true;
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, CLOSURE), "1 2022-04-20 - completed -");
}

static void what_is_not_completed_needs_nothing_done(void **state)
{
    ledger_fixture *fixture = *state;
    tz_closure closure = closure_on("2022-04-20");
    closure.outcome = "终止";
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, NULL), TZ_OK);
    closure.outcome = "carried_over";
    assert_int_equal(tz_task_close(fixture->ledger, "172", &closure, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, CLOSURE),
                        "1 2022-04-20 - terminated -;172 2022-04-20 - carried_over -");
}

static void assert_close_refused(void **state, const char *code, const tz_closure *closure,
                                 tz_status status)
{
    ledger_fixture *fixture = *state;
    bool was_late = true;
    assert_int_equal(tz_task_close(fixture->ledger, code, closure, &was_late), status);
    assert_false(was_late);
    assert_int_equal(domain_count(fixture, "closure"), 0);
}

static void a_closure_that_cannot_be_leaves_nothing(void **state)
{
    tz_closure closure = closure_on("2022-04-05");
    report_done(*state, NULL);
    closure.accepts_obstacles = true;
    assert_close_refused(state, "1", &closure, TZ_REJECTED); /* before the entry */
    closure.closed_on = "2022-04-31";
    assert_close_refused(state, "1", &closure, TZ_MALFORMED);
    closure.closed_on = "2022-04-20";
    assert_close_refused(state, "6", &closure, TZ_REJECTED); /* it has sub-items */
    assert_close_refused(state, "99", &closure, TZ_NOT_FOUND);
    closure.completed_on = "2022-04-21";
    assert_close_refused(state, "1", &closure, TZ_REJECTED);
    closure.completed_on = "2022";
    assert_close_refused(state, "1", &closure, TZ_MALFORMED);
    closure.completed_on = NULL;
    closure.outcome = "forgotten";
    assert_close_refused(state, "1", &closure, TZ_MALFORMED);
    closure.outcome = NULL;
    closure.basis = " ";
    assert_close_refused(state, "1", &closure, TZ_REJECTED);
    closure.basis = NULL;
    assert_close_refused(state, "1", &closure, TZ_REJECTED);
}

static void a_closure_is_taken_back_from_a_day_on(void **state)
{
    ledger_fixture *fixture = *state;
    tz_closure closure = closure_on("2022-04-20");
    closure.accepts_obstacles = true;
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "示例", "2022-05-01"), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第1项：该任务未销号");
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, NULL), TZ_OK);
    assert_int_equal(tz_task_close(fixture->ledger, "1", &closure, NULL), TZ_REJECTED);
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "示例", "2022-04-19"), TZ_REJECTED);
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "", "2022-05-01"), TZ_REJECTED);
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "示例", "5月"), TZ_MALFORMED);
    assert_int_equal(tz_task_reopen(fixture->ledger, "99", "示例", NULL), TZ_NOT_FOUND);
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "抽查未完工（示例）", "2022-05-01"),
                     TZ_OK);
    assert_int_equal(tz_task_reopen(fixture->ledger, "1", "示例", "2022-05-02"), TZ_REJECTED);
    assert_string_equal(fixture_ask(fixture, CLOSURE), "1 2022-04-20 - completed 2022-05-01");
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(lamp = 'blue') FROM (SELECT lamp FROM task_status\n"
                    "WHERE task_id = 1 AND as_of IN ('2022-04-19', '2022-04-20', '2022-04-30',\n"
                    "  '2022-05-01') ORDER BY as_of)"),
        "0,1,1,0");
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_task_that_is_done_closes),
        TEST(the_office_delay_makes_no_task_late),
        TEST(completed_after_the_due_day_is_late),
        TEST(each_obstacle_is_named),
        TEST(what_is_not_completed_needs_nothing_done),
        TEST(a_closure_that_cannot_be_leaves_nothing),
        TEST(a_closure_is_taken_back_from_a_day_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
