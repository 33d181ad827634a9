#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"
#include "unit_rows.h"

#define NOTICE  SOURCE_DIR "/data/liaocheng-2022-5.txt"
#define ALIASES SOURCE_DIR "/data/aliases-2022.csv"
#define MEMBERS SOURCE_DIR "/data/members-2022.csv"

static const tz_plan_import_options lists = {.alias_file = ALIASES, .member_file = MEMBERS};

/* The numbers are those that reading the notice by eye gives. */
static void the_notice_of_2022_is_imported_whole(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    if (tz_plan_import(fixture->ledger, NOTICE, &lists, &result) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_int_equal(result.year, 2022);
    assert_int_equal(result.tasks, 187);
    assert_int_equal(result.sections, 41);
    assert_int_equal(domain_count(fixture, "task"), 188);
    assert_int_equal(domain_count(fixture, "leader"), 12);
    assert_int_equal(domain_count(fixture, "leader WHERE is_collective = 1"), 2);
    assert_int_equal(domain_count(fixture, "section WHERE parent_id IS NULL"), 11);
    assert_int_equal(domain_count(fixture,
                                  "unit_member AS m JOIN unit AS u ON u.unit_id = m.collective_id\n"
                                  "WHERE u.name = '各县（市、区）人民政府'"),
                     8);
    assert_int_equal(
        domain_count(fixture, "(SELECT DISTINCT unit_id FROM task_unit WHERE role = 'lead')"), 57);
    assert_int_equal((long)result.targets, domain_count(fixture, "target"));
    assert_int_equal(domain_count(fixture, "unit WHERE name = '聊城黄河水务局'"), 0);
    assert_string_equal(
        fixture_ask(fixture, "SELECT u.name FROM unit_alias AS a JOIN unit AS u USING (unit_id)\n"
                             "WHERE a.alias = '聊城黄河水务局'"),
        "聊城黄河河务局");
    assert_int_equal(domain_count(fixture, "task WHERE kind = 'staged' AND due_on IS NULL"), 0);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(code, ' ') FROM task WHERE parent_id IS NOT NULL"),
        "6(1) 6(2)");
}

static void the_plan_of_a_year_is_imported_once(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    assert_int_equal(tz_plan_import(fixture->ledger, NOTICE, &lists, &result), TZ_OK);
    assert_int_equal(tz_plan_import(fixture->ledger, NOTICE, &lists, &result), TZ_REFUSED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "the plan of 2022 is in the ledger already");
    assert_int_equal(result.tasks, 0);
    assert_int_equal(domain_count(fixture, "plan"), 1);
}

static void assert_rejected(void **state, const char *text, tz_status status)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    assert_int_equal(
        tz_plan_import(fixture->ledger, domain_file(fixture, "n.txt", text), NULL, &result),
        status);
    assert_int_equal(domain_count(fixture, "plan"), 0);
    assert_int_equal(domain_count(fixture, "unit"), 0);
}

static void what_is_no_notice_is_rejected(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    assert_rejected(state, "", TZ_REJECTED);
    assert_rejected(state, "今天天气很好。\n", TZ_REJECTED);
    assert_rejected(state, "\xff\xfe\xff", TZ_REJECTED);
    assert_int_equal(tz_plan_import(fixture->ledger, "/nonexistent", NULL, &result), TZ_NOT_FOUND);
    assert_int_equal(tz_plan_import(fixture->ledger, fixture->folder, NULL, &result), TZ_IO);
}

static const char two_tasks[] = "1.建成道路10公里。（牵头单位：市交通运输局；责任单位：市财政局）\n"
                                "3.建成桥梁2座。（牵头单位：市交通运输局；责任单位：市财政局）\n";

static void a_gap_stops_unless_accepted(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    tz_plan_import_options options = {.year = 2023};
    const char *path = domain_file(fixture, "gap.txt", two_tasks);
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_REJECTED);
    assert_true(result.errors > 0);
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "--accept-gaps"));
    assert_int_equal(domain_count(fixture, "plan"), 0);
    options.accept_gaps = true;
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_OK);
    assert_int_equal(result.tasks, 2);
    assert_string_equal(fixture_ask(fixture, "SELECT starts_on || ' ' || ends_on FROM plan"),
                        "2023-01-01 2023-12-31");
}

/* Both the gap at 2. and the year's plan would stop it: the first is told. What was read stands in
 * the open write under that year, and nothing of it after the rollback. */
static void a_trial_goes_on_to_show_what_was_read(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    tz_plan_import_options options = {.year = 2022, .is_trial = true};
    const char *path = domain_file(fixture, "gap.txt", two_tasks);
    assert_int_equal(tz_plan_import(fixture->ledger, NOTICE, &lists, &result), TZ_OK);
    assert_int_equal(result.stopped_by, TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_OK);
    assert_int_equal(result.stopped_by, TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "--accept-gaps"));
    assert_int_equal(result.tasks, 2);
    options.accept_gaps = true;
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_REFUSED);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_OK);
    assert_int_equal(result.stopped_by, TZ_REFUSED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "the plan of 2022 is in the ledger already");
    tz_write_rollback(fixture->ledger);
    assert_int_equal(domain_count(fixture, "plan"), 1);
    assert_int_equal(domain_count(fixture, "task"), 188);
    assert_int_equal(domain_count(fixture, "plan WHERE year = 2022"), 1);
}

static void a_year_is_needed_and_of_the_calendar(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    tz_plan_import_options options = {.accept_gaps = true};
    const char *path = domain_file(fixture, "gap.txt", two_tasks);
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "--year"));
    options.year = 2041;
    assert_int_equal(tz_plan_import(fixture->ledger, path, &options, &result), TZ_REJECTED);
    assert_int_equal(domain_count(fixture, "plan"), 0);
}

static void a_bad_list_of_names_is_rejected(void **state)
{
    ledger_fixture *fixture = *state;
    tz_plan_import_result result;
    tz_plan_import_options options = {.alias_file =
                                          domain_file(fixture, "a.csv", "one,two\nx,y\n")};
    assert_int_equal(tz_plan_import(fixture->ledger, NOTICE, &options, &result), TZ_REJECTED);
    options.alias_file = domain_file(fixture, "b.csv", "alias,name\n市城管,\n");
    assert_int_equal(tz_plan_import(fixture->ledger, NOTICE, &options, &result), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "b.csv:2: "));
    assert_int_equal(domain_count(fixture, "plan"), 0);
}

static void kinds_of_units_are_told_from_their_names(void **state)
{
    static const struct {
        const char *name, *kind;
    } units[] = {
        {"市城管局", "department"},
        {"市发展改革委", "department"},
        {"阳谷县人民政府", "county"},
        {"聊城江北水城旅游度假区管委会", "zone"},
        {"市委宣传部", "party"},
        {"市旅游发展集团", "company"},
        {"市税务局", "central"},
        {"市总工会", "mass"},
        {"各县（市、区）人民政府", "other"},
        {"市安全生产委员会成员单位", "other"},
        {"聊城大学", "other"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        assert_string_equal(tz_guess_unit_kind(units[i].name), units[i].kind);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_notice_of_2022_is_imported_whole),
        TEST(the_plan_of_a_year_is_imported_once),
        TEST(what_is_no_notice_is_rejected),
        TEST(a_gap_stops_unless_accepted),
        TEST(a_trial_goes_on_to_show_what_was_read),
        TEST(a_year_is_needed_and_of_the_calendar),
        TEST(a_bad_list_of_names_is_rejected),
        cmocka_unit_test(kinds_of_units_are_told_from_their_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
