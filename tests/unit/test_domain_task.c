#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define UNITS_OF_1                                                                                 \
    "SELECT group_concat(role || ordinal || ' ' || unit_id, ';')\n"                                \
    "FROM task_unit WHERE task_id = 1"

static void a_task_is_added_with_its_units(void **state)
{
    ledger_fixture *fixture = *state;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.text = "新增事项";
    change.due_on = "2022-10-31";
    change.section = "二（一）";
    change.leaders = "成伟、马卫红";
    change.lead_units = "各县（市、区）人民政府、市综合执法局";
    assert_int_equal(tz_task_add(fixture->ledger, "173", &change, "2022-05-01"), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT text || ' ' || kind || ' ' || due_on || ' ' || added_on || ' ' ||\n"
                    "starts_on || ' ' || section_id FROM task WHERE code = '173'"),
        "新增事项 staged 2022-10-31 2022-05-01 2022-05-01 2");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(ordinal || ' ' || unit_id, ';') FROM (\n"
                                    "SELECT a.* FROM task_unit AS a JOIN task USING (task_id)\n"
                                    "WHERE code = '173' ORDER BY a.ordinal)"),
                        "1 3;2 1");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(leader_id) FROM (\n"
                                    "SELECT a.* FROM task_leader AS a JOIN task USING (task_id)\n"
                                    "WHERE code = '173' ORDER BY a.ordinal)"),
                        "2,1");
}

static void a_sub_item_stands_under_its_task(void **state)
{
    ledger_fixture *fixture = *state;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.text = "第三件";
    change.lead_units = "市城管局";
    assert_int_equal(tz_task_add(fixture->ledger, "6.3", &change, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT parent_id || ' ' || section_id || kind FROM task\n"
                                    "WHERE code = '6(3)'"),
                        "6 1standing");
    assert_int_equal(tz_task_add(fixture->ledger, "9.1", &change, NULL), TZ_NOT_FOUND);
}

static void assert_add_refused(void **state, const char *code, const tz_task_change *change,
                               const char *on, tz_status status)
{
    ledger_fixture *fixture = *state;
    long tasks = domain_count(fixture, "task"), units = domain_count(fixture, "task_unit");
    assert_int_equal(tz_task_add(fixture->ledger, code, change, on), status);
    assert_int_equal(domain_count(fixture, "task"), tasks);
    assert_int_equal(domain_count(fixture, "task_unit"), units);
}

static void a_task_that_cannot_be_added_leaves_nothing(void **state)
{
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.text = "新增";
    change.lead_units = "市城管局";
    assert_add_refused(state, "172", &change, NULL, TZ_REFUSED);
    assert_add_refused(state, "x", &change, NULL, TZ_MALFORMED);
    assert_add_refused(state, "2023/1", &change, NULL, TZ_NOT_FOUND);
    assert_add_refused(state, "200", &change, "2022-02-30", TZ_MALFORMED);
    change.lead_units = "市城管局、市没有局";
    assert_add_refused(state, "200", &change, NULL, TZ_NOT_FOUND);
    change.lead_units = "市城管局、市综合执法局";
    assert_add_refused(state, "200", &change, NULL, TZ_REJECTED);
    change.lead_units = "、";
    assert_add_refused(state, "200", &change, NULL, TZ_REJECTED);
    change.lead_units = "市城管局";
    change.kind = "staged";
    assert_add_refused(state, "200", &change, NULL, TZ_REJECTED);
    change.kind = NULL;
    change.text = " ";
    assert_add_refused(state, "200", &change, NULL, TZ_MALFORMED);
}

static void what_is_not_given_stays(void **state)
{
    ledger_fixture *fixture = *state;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.kind_confirmed = 1;
    change.is_key = 1;
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT text || kind || due_on || is_key || kind_confirmed || section_id\n"
                    "FROM task WHERE task_id = 1"),
        "修路staged2022-12-31112");
    assert_string_equal(fixture_ask(fixture, UNITS_OF_1), "lead1 1;responsible1 2");
}

static void kind_and_due_day_go_together(void **state)
{
    ledger_fixture *fixture = *state;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.kind = "长期性";
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT kind || coalesce(due_on, '-') FROM task WHERE task_id = 1"),
        "standing-");
    change.kind = "staged";
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项：阶段性任务须有完成时限，长期性任务不得有");
    change.due_on = "2022/6/30";
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT kind || due_on FROM task WHERE task_id = 1"),
                        "staged2022-06-30");
}

static void a_role_is_replaced_whole(void **state)
{
    ledger_fixture *fixture = *state;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.lead_units = "市财政局、 市城管局";
    change.leaders = "成伟";
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_OK);
    assert_string_equal(fixture_ask(fixture, UNITS_OF_1), "lead2 1;lead1 2;responsible1 2");
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(leader_id) FROM task_leader WHERE task_id = 1"),
        "2");
    change.lead_units = "市城管局、没有";
    assert_int_equal(tz_task_set(fixture->ledger, "1", &change), TZ_NOT_FOUND);
    assert_string_equal(fixture_ask(fixture, UNITS_OF_1), "lead2 1;lead1 2;responsible1 2");
    assert_int_equal(tz_task_set(fixture->ledger, "99", &change), TZ_NOT_FOUND);
}

/* The round of 2022Q1 asked 市城管局 for an entry: it can't leave the task, but may be responsible.
 */
static void a_unit_that_was_asked_stays_one_of_the_task(void **state)
{
    ledger_fixture *fixture = *state;
    tz_quarter_open_result opened;
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    assert_int_equal(tz_quarter_open(fixture->ledger, "2022Q1", "2022-03-31", true, &opened),
                     TZ_OK);
    change.lead_units = "市财政局";
    assert_int_equal(tz_task_set(fixture->ledger, "172", &change), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第172项：应报单位不是任务的牵头单位或责任单位");
    assert_string_equal(tz_ledger_hint(fixture->ledger),
                        "已有进展或应报事项的单位，须仍列为牵头单位或责任单位");
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(unit_id) FROM task_unit WHERE task_id = 172"),
        "1");
    change.responsible_units = "市城管局";
    assert_int_equal(tz_task_set(fixture->ledger, "172", &change), TZ_OK);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_task_is_added_with_its_units),
        TEST(a_sub_item_stands_under_its_task),
        TEST(a_task_that_cannot_be_added_leaves_nothing),
        TEST(what_is_not_given_stays),
        TEST(kind_and_due_day_go_together),
        TEST(a_role_is_replaced_whole),
        TEST(a_unit_that_was_asked_stays_one_of_the_task),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
