#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_plan_close_result result;

/* Of the fixture's plan 6(1), 6(2) and 172 are standing, 1 is staged. The plan of 2023 has tasks 1
 * and 7(1) under 7. */
static int set_up(void **state)
{
    domain_set_up(state);
    ledger_fixture *fixture = *state;
    fixture_execute(fixture,
                    "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
                    "VALUES (2, 2023, '分工方案', '2023-01-01', '2023-12-31');\n"
                    "INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text)\n"
                    "VALUES (501, 2, NULL, '1', 1, '示例'), (507, 2, NULL, '7', 2, '示例'),\n"
                    "  (571, 2, 507, '7(1)', 3, '示例');\n"
                    "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                    "INSERT INTO task_unit (task_id, unit_id, role, ordinal) VALUES (172, 3, "
                    "'responsible', 1);\n"
                    "INSERT INTO task_unit_member VALUES (172, 3, 4);\n"
                    "INSERT INTO task_leader VALUES (172, 2, 1);\n"
                    "INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure)\n"
                    "VALUES (90, 172, 1, '户数', 'level', 40, '户');\n"
                    "INSERT INTO adjustment (task_id, decided_on, kind, target_id, new_value, "
                    "reason, authority)\n"
                    "VALUES (172, '2022-06-01', 'target', 90, 30, '示例', '示例');\n"
                    "INSERT INTO milestone (task_id, ordinal, title, due_on, done_on)\n"
                    "VALUES (172, 1, '示例', '2022-06-30', '2022-06-30'), (172, 2, '示例二', "
                    "'2022-12-31', NULL)");
    return 0;
}

static tz_status close_year(void **state, int year, int carry_to, const char *on,
                            bool accepts_obstacles)
{
    ledger_fixture *fixture = *state;
    tz_plan_close_options options = TZ_PLAN_CLOSE_OPTIONS_INIT;
    options.carry_to = carry_to;
    options.on = on;
    options.accepts_obstacles = accepts_obstacles;
    return tz_plan_close(fixture->ledger, year, &options, &result);
}

/* The codes go on behind 7. */
static void standing_tasks_go_on_in_the_next_plan(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(close_year(state, 2022, 2023, "2023-01-20", false), TZ_OK);
    assert_int_equal(result.tasks, 4);
    assert_int_equal(result.carried_over, 3);
    assert_int_equal(result.open, 1);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(code || '<' || continued_from_id, ' ')\n"
                                    "FROM (SELECT * FROM task\n"
                                    "      WHERE plan_id = 2 AND added_on = '2023-01-20'\n"
                                    "        AND kind = 'standing' AND parent_id IS NULL\n"
                                    "      ORDER BY ordinal)"),
                        "8<61 9<62 10<172");
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(task_id || ' ' || outcome || ' ' || basis, ';')\n"
                             "FROM (SELECT * FROM closure WHERE closed_on = '2023-01-20'\n"
                             "      ORDER BY task_id)"),
        "61 carried_over 转入2023年分工方案第8项;62 carried_over 转入2023年分工方案第9项;"
        "172 carried_over 转入2023年分工方案第10项");
    assert_string_equal(fixture_ask(fixture, "SELECT closed_on FROM plan WHERE plan_id = 1"),
                        "2023-01-20");
}

/* With the target's value as adjusted, and the milestone that isn't done. */
static void what_belongs_to_a_task_goes_on_with_it(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(close_year(state, 2022, 2023, "2023-01-20", false), TZ_OK);
    assert_string_equal(
        fixture_ask(
            fixture,
            "SELECT (SELECT group_concat(role || unit_id, ' ') FROM task_unit AS a\n"
            "        WHERE a.task_id = t.task_id)\n"
            "  || ';' || (SELECT collective_id || ' ' || unit_id FROM task_unit_member AS a\n"
            "             WHERE a.task_id = t.task_id)\n"
            "  || ';' || (SELECT leader_id FROM task_leader AS a WHERE a.task_id = t.task_id)\n"
            "  || ';' || (SELECT name || value || measure FROM target AS g\n"
            "             WHERE g.task_id = t.task_id)\n"
            "  || ';' || (SELECT group_concat(title) FROM milestone AS k\n"
            "             WHERE k.task_id = t.task_id)\n"
            "FROM task AS t WHERE continued_from_id = 172"),
        "lead1 responsible3;3 4;2;户数30.0户;示例二");
}

static void assert_not_closed(void **state, tz_status status, tz_status expected, const char *error)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(status, expected);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(result.tasks, 0);
    assert_int_equal(domain_count(fixture, "closure"), 0);
    assert_string_equal(fixture_ask(fixture, "SELECT count(closed_on) FROM plan"), "0");
}

static void what_is_left_undone_is_told(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO round (plan_id, quarter, opened_on, cutoff_on,\n"
                             "  report_due_on)\n"
                             "VALUES (1, '2022Q3', '2022-09-30', '2022-09-30', '2022-10-12')");
    assert_not_closed(state, close_year(state, 2022, 0, "2022-12-30", false), TZ_REFUSED,
                      "2022年方案未结算：有未了事项 3 类");
    assert_non_null(strstr(domain_notes(), "方案尚未到期（1）：2022-12-31\n"));
    assert_non_null(strstr(domain_notes(), "调度尚未关闭（1）：2022Q3\n"));
    assert_non_null(strstr(domain_notes(), "长期性任务未转入下年（3）：6(1)、6(2)、172\n"));
    /* carried over they are settled */
    assert_not_closed(state, close_year(state, 2022, 2023, "2022-12-31", false), TZ_REFUSED,
                      "2022年方案未结算：有未了事项 1 类");
    assert_int_equal(close_year(state, 2022, 0, "2022-12-30", true), TZ_OK);
    assert_int_equal(result.open, 4);
    assert_int_equal(domain_count(fixture, "closure"), 0);
}

static void what_cannot_be_closed_says_why(void **state)
{
    ledger_fixture *fixture = *state;
    assert_not_closed(state, close_year(state, 2022, 2023, "2023-02-30", false), TZ_MALFORMED,
                      "“2023-02-30”不是有效日期");
    assert_not_closed(state, close_year(state, 2022, 2022, "2023-01-20", false), TZ_MALFORMED,
                      "转入的年度 2022 须晚于 2022");
    assert_not_closed(state, close_year(state, 2021, 2023, "2023-01-20", false), TZ_NOT_FOUND,
                      "没有2021年的方案");
    assert_not_closed(state, close_year(state, 2022, 2024, "2023-01-20", false), TZ_NOT_FOUND,
                      "没有2024年的方案");
    assert_string_equal(tz_ledger_hint(fixture->ledger), "先用 plan import 导入2024年的通知");
    assert_int_equal(close_year(state, 2022, 2023, "2023-01-20", false), TZ_OK);
    assert_int_equal(close_year(state, 2022, 2023, "2023-01-21", true), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "2022年方案已于2023-01-20结算");
    assert_int_equal(domain_count(fixture, "closure"), 3);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(standing_tasks_go_on_in_the_next_plan),
        TEST(what_belongs_to_a_task_goes_on_with_it),
        TEST(what_is_left_undone_is_told),
        TEST(what_cannot_be_closed_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
