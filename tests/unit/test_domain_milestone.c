#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_import_result result;

static tz_status add(void **state, const char *title, const char *due_on, const char *percent)
{
    ledger_fixture *fixture = *state;
    tz_milestone milestone = TZ_MILESTONE_INIT;
    milestone.title = title;
    milestone.due_on = due_on;
    milestone.expected_percent = percent;
    return tz_milestone_add(fixture->ledger, "1", &milestone, "2022-02-01", NULL);
}

static tz_status import(void **state, const char *text)
{
    ledger_fixture *fixture = *state;
    return tz_milestone_import(fixture->ledger, domain_file(fixture, "m.csv", text), "2022-02-01",
                               &result);
}

static void a_milestone_is_added_with_the_next_number(void **state)
{
    ledger_fixture *fixture = *state;
    tz_milestone milestone = TZ_MILESTONE_INIT;
    int ordinal = 0;
    assert_int_equal(add(state, "开工", "2022-03-31", "10%"), TZ_OK);
    milestone.title = "主体";
    milestone.due_on = "2022/6/30";
    milestone.owner = "示例张三";
    assert_int_equal(tz_milestone_add(fixture->ledger, "1", &milestone, "2022-02-02", &ordinal),
                     TZ_OK);
    assert_int_equal(ordinal, 2);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(ordinal || title || due_on || ' ' ||\n"
                    "  coalesce(expected_percent, '-') || coalesce(owner, '-') || added_on, ';')\n"
                    "FROM milestone WHERE task_id = 1"),
        "1开工2022-03-31 10.0-2022-02-01;2主体2022-06-30 -示例张三2022-02-02");
}

static void assert_not_added(void **state, const char *title, const char *due_on,
                             const char *percent, tz_status status, const char *error)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(add(state, title, due_on, percent), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
}

static void what_breaks_a_rule_is_not_added(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(add(state, "开工", "2022-03-31", "50"), TZ_OK);
    assert_not_added(state, "主体", "2022-06-30", "40", TZ_REJECTED,
                     "第1项：节点1“开工”（2022-03-31）应完成 50%，"
                     "其后的节点2“主体”（2022-06-30）却只有 40%");
    assert_not_added(state, "前期", "2022-02-28", "60", TZ_REJECTED,
                     "第1项：节点2“前期”（2022-02-28）应完成 60%，"
                     "其后的节点1“开工”（2022-03-31）却只有 50%");
    assert_not_added(state, "开工", "2022-04-30", NULL, TZ_REFUSED, "第1项：任务已有节点“开工”");
    assert_not_added(state, "早", "2021-12-31", NULL, TZ_REJECTED,
                     "第1项：节点“早”（2021-12-31）：节点时限早于任务起始日");
    assert_not_added(state, "晚", "2023-01-01", NULL, TZ_REJECTED,
                     "第1项：节点“晚”（2023-01-01）：节点时限晚于任务完成时限，"
                     "须先用 task adjust --due 延期");
    assert_not_added(state, "多", "2022-04-30", "101", TZ_REJECTED,
                     "第1项：节点“多”（2022-04-30）：百分比须在0到100之间");
    assert_not_added(state, "字", "2022-04-30", "abc", TZ_MALFORMED, "“abc”不是百分比");
    assert_not_added(state, "", "2022-04-30", NULL, TZ_MALFORMED, "没有写节点内容");
    assert_not_added(state, "日", "2022-02-30", NULL, TZ_MALFORMED, "“2022-02-30”不是有效日期");
    assert_int_equal(domain_count(fixture, "milestone"), 1);
}

static void a_milestone_is_done_once(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(add(state, "开工", "2022-03-31", NULL), TZ_OK);
    assert_int_equal(tz_milestone_done(fixture->ledger, "1", 1, "2022-04-02"), TZ_OK);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(has_late_milestone) FROM task_status\n"
                                    "WHERE task_id = 1 AND as_of IN ('2022-04-01', '2022-04-02')"),
                        "1,0");
    assert_int_equal(tz_milestone_done(fixture->ledger, "1", 1, "2022-05-01"), TZ_REFUSED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第1项：节点1“开工”已于2022-04-02完成");
    assert_int_equal(tz_milestone_done(fixture->ledger, "1", 2, NULL), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "任务的节点：1 开工");
    assert_int_equal(tz_milestone_done(fixture->ledger, "99", 1, NULL), TZ_NOT_FOUND);
    assert_int_equal(tz_milestone_done(fixture->ledger, "1", 1, "2022-13-01"), TZ_MALFORMED);
}

static void the_same_file_twice_changes_nothing(void **state)
{
    ledger_fixture *fixture = *state;
    static const char file[] = "任务编号,节点,节点时限,应完成百分比,责任人,备注\n"
                               "1,主体,2022-06-30,60%,示例张三,\n"
                               "172,启动,2022/3/1,,,\n"
                               ",,,,,\n";
    assert_int_equal(import(state, file), TZ_OK);
    assert_int_equal(result.added, 2);
    assert_string_equal(domain_notes(), "Q:1:备注:不认得这一列，未导入\n");
    assert_int_equal(import(state, file), TZ_OK);
    assert_int_equal(result.added, 0);
    assert_int_equal(result.unchanged, 2);
    assert_int_equal(domain_count(fixture, "milestone"), 2);
}

static void every_bad_row_is_told_and_none_imported(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(add(state, "开工", "2022-03-31", "50"), TZ_OK);
    assert_int_equal(import(state, "code,title,due_on,expected_percent\n"
                                   "1,主体,2022-06-30,60\n"
                                   "1,开工,2022-04-30,50\n"
                                   "99,x,2022-13-01,abc\n"
                                   "1,收尾,2022-09-30,55\n"
                                   "1,,,70\n"),
                     TZ_REJECTED);
    assert_string_equal(
        domain_notes(),
        "E:3:title:任务已有节点“开工”；用 milestone list 1 查看；另取名称，或用 undo 撤回\n"
        "E:4:code:没有编号为“99”的任务；相近的编号：172、6、6(1)\n"
        "E:4:due_on:“2022-13-01”不是有效日期；请写成 2022-07-05\n"
        "E:4:expected_percent:“abc”不是百分比；写作 45 或 45%\n"
        "E:5::节点2“主体”（2022-06-30）应完成 60%，其后的节点3“收尾”（2022-09-30）却只有 55%；"
        "应完成百分比须随时限递增\n"
        "E:6:title:没有写节点内容\n"
        "E:6:due_on:没有写节点时限\n");
    assert_int_equal(result.errors, 7);
    assert_int_equal(result.added, 0);
    assert_int_equal(domain_count(fixture, "milestone"), 1);
    assert_int_equal(tz_milestone_import(fixture->ledger, "/nonexistent.csv", NULL, &result),
                     TZ_NOT_FOUND);
    assert_int_equal(import(state, "code,title\n1,x\n"), TZ_REJECTED);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_milestone_is_added_with_the_next_number),
        TEST(what_breaks_a_rule_is_not_added),
        TEST(a_milestone_is_done_once),
        TEST(the_same_file_twice_changes_nothing),
        TEST(every_bad_row_is_told_and_none_imported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
