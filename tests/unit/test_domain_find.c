#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static void assert_spelled(void **state, tz_name_kind kind, const char *name, const char *wanted)
{
    ledger_fixture *fixture = *state;
    const char *spelling = NULL;
    if (tz_find_name(fixture->ledger, kind, name, &spelling) != TZ_OK)
        fail_msg("%s: %s", name, tz_ledger_error(fixture->ledger));
    assert_string_equal(spelling, wanted);
}

static void assert_not_found(void **state, tz_name_kind kind, const char *name, tz_status status,
                             const char *hint)
{
    ledger_fixture *fixture = *state;
    const char *spelling = "";
    assert_int_equal(tz_find_name(fixture->ledger, kind, name, &spelling), status);
    assert_null(spelling);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), name));
    assert_string_equal(tz_ledger_hint(fixture->ledger), hint);
}

static void codes_are_read_in_every_spelling(void **state)
{
    static const char *const spellings[] = {"6(1)",     "6（１）", "6.1",   " 6 (1) ",
                                            "2022/6.1", "６．１",  "006(1)"};
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        assert_spelled(state, TZ_NAME_TASK, spellings[i], "6(1)");
    assert_spelled(state, TZ_NAME_TASK, "１７２", "172");
}

static void what_nobody_answers_for_is_spelled_alike(void **state)
{
    ledger_fixture *fixture = *state;
    static const struct {
        tz_name_kind kind;
        const char *name, *wanted;
    } names[] = {{TZ_NAME_TASK, "6.1", "6(1)"}, {TZ_NAME_ACTION_KIND, "催办", "press"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *spelling = NULL;
        assert_int_equal(tz_find_answering(fixture->ledger, names[i].kind, names[i].name,
                                           "2022-07-08", &spelling),
                         TZ_OK);
        assert_string_equal(spelling, names[i].wanted);
    }
    const char *spelling = "";
    assert_int_equal(
        tz_find_answering(fixture->ledger, TZ_NAME_ACTION_KIND, "示例", NULL, &spelling),
        TZ_MALFORMED);
    assert_null(spelling);
}

static void unknown_codes_name_the_nearest(void **state)
{
    assert_not_found(state, TZ_NAME_TASK, "173", TZ_NOT_FOUND, "相近的编号：172、6、6(1)");
    assert_not_found(state, TZ_NAME_TASK, "6(3)", TZ_NOT_FOUND, "相近的编号：6、6(1)、6(2)");
}

static void unreadable_codes_are_malformed(void **state)
{
    static const char *const codes[] = {"",   "abc", "6(",      "6(1",   "6()", "6.1)", "6(1)x",
                                        "-1", "0",   "1234567", "2022/", "/6",  "\xff"};
    ledger_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        int64_t task_id = 7;
        assert_int_equal(tz_find_task_id(fixture->ledger, codes[i], &task_id), TZ_MALFORMED);
        assert_int_equal(task_id, 0);
    }
}

static void a_code_of_two_plans_needs_its_year(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t task_id = 0;
    fixture_execute(fixture, "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
                             "VALUES (2, 2023, '下年', '2023-01-01', '2023-12-31');\n"
                             "INSERT INTO task (task_id, plan_id, code, ordinal, text)\n"
                             "VALUES (301, 2, '1', 1, '修桥');");
    assert_int_equal(tz_find_task_id(fixture->ledger, "1", &task_id), TZ_MALFORMED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "任务“1”在多个年度的方案里都有：2022、2023");
    assert_int_equal(tz_find_task_id(fixture->ledger, "2023/1", &task_id), TZ_OK);
    assert_int_equal(task_id, 301);
    assert_int_equal(tz_find_task_id(fixture->ledger, "172", &task_id), TZ_OK);
    assert_int_equal(task_id, 172);
    assert_int_equal(tz_find_task_id(fixture->ledger, "2024/1", &task_id), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "台账有的年度：2022、2023");
}

static void units_are_found_by_name_alias_and_width(void **state)
{
    assert_spelled(state, TZ_NAME_UNIT, "市城管局", "市城管局");
    assert_spelled(state, TZ_NAME_UNIT, "市综合执法局", "市城管局");
    assert_spelled(state, TZ_NAME_UNIT, " 市 城管局　", "市城管局");
    assert_spelled(state, TZ_NAME_UNIT, "各县(市、区)人民政府", "各县（市、区）人民政府");
}

static void unknown_units_name_the_nearest(void **state)
{
    assert_not_found(state, TZ_NAME_UNIT, "市城管", TZ_NOT_FOUND, "相近的有：市城管局");
    assert_not_found(state, TZ_NAME_UNIT, "市人社局", TZ_NOT_FOUND,
                     "相近的有：市人力资源社会保障局、市城管局、市财政局");
    assert_not_found(state, TZ_NAME_UNIT, "xyz", TZ_NOT_FOUND, "用 unit list 看有哪些");
}

static void leaders_and_sections_are_found(void **state)
{
    assert_spelled(state, TZ_NAME_LEADER, "马 卫红", "马卫红");
    assert_not_found(state, TZ_NAME_LEADER, "马卫洪", TZ_NOT_FOUND, "相近的有：马卫红");
    assert_spelled(state, TZ_NAME_SECTION, "二（一）", "二(一)");
    assert_spelled(state, TZ_NAME_SECTION, "二、", "二");
    assert_not_found(state, TZ_NAME_SECTION, "九", TZ_NOT_FOUND, "有：二，下级写作 二(一)");
}

static void words_are_read_in_either_language(void **state)
{
    ledger_fixture *fixture = *state;
    char code[32];
    assert_int_equal(tz_find_word(fixture->ledger, "state", "已完成", code), TZ_OK);
    assert_string_equal(code, "done");
    assert_int_equal(tz_find_word(fixture->ledger, "state", "On Schedule", code), TZ_OK);
    assert_string_equal(code, "on_schedule");
    assert_int_equal(tz_find_word(fixture->ledger, "state", "完了", code), TZ_MALFORMED);
    assert_string_equal(code, "");
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "已完成"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(codes_are_read_in_every_spelling),   TEST(what_nobody_answers_for_is_spelled_alike),
        TEST(unknown_codes_name_the_nearest),     TEST(unreadable_codes_are_malformed),
        TEST(a_code_of_two_plans_needs_its_year), TEST(units_are_found_by_name_alias_and_width),
        TEST(unknown_units_name_the_nearest),     TEST(leaders_and_sections_are_found),
        TEST(words_are_read_in_either_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
