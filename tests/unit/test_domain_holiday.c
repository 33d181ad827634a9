#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define DAYS_OF_2022                                                                               \
    "SELECT count(holiday) || ' ' || sum(is_workday) FROM calendar WHERE day LIKE '2022%'"

static size_t day_count;

static tz_status import(void **state, const char *text)
{
    ledger_fixture *fixture = *state;
    return tz_holiday_import(fixture->ledger, domain_file(fixture, "h.csv", text), &day_count);
}

static void named_days_are_set_and_the_others_plain(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, "day,name,is_workday\n2027-01-01,元旦,0\n2027/1/2,元旦,1\n"),
                     TZ_OK);
    assert_int_equal(day_count, 2);
    /* Friday 01-01 is off, Saturday 01-02 is worked, Sunday 01-03 is plain */
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(is_workday || coalesce(holiday, '-'), ' ') FROM calendar\n"
                    "WHERE day BETWEEN '2027-01-01' AND '2027-01-04'"),
        "0元旦 1元旦 0- 1-");
}

static void a_year_named_again_forgets_its_old_holidays(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, "日期,名称,上班\n2022-05-02,劳动节,0\n"), TZ_OK);
    /* 2022 has 260 weekdays, one of them off */
    assert_string_equal(fixture_ask(fixture, DAYS_OF_2022), "1 259");
    assert_string_equal(
        fixture_ask(fixture, "SELECT count(holiday) > 0 FROM calendar WHERE day LIKE '2023%'"),
        "1");
}

static void new_years_eve_of_the_next_notice_wipes_no_year(void **state)
{
    ledger_fixture *fixture = *state;
    char before[40];
    strcpy(before, fixture_ask(fixture, DAYS_OF_2022));
    assert_int_equal(import(state, "day,name,is_workday\n2022-12-31,元旦,0\n2023-01-01,元旦,0\n"),
                     TZ_OK);
    assert_string_equal(fixture_ask(fixture, DAYS_OF_2022), before);
    assert_string_equal(
        fixture_ask(fixture, "SELECT count(holiday) FROM calendar WHERE day LIKE '2023%'"), "1");
}

static void a_bad_row_stops_the_whole(void **state)
{
    ledger_fixture *fixture = *state;
    char before[40];
    strcpy(before, fixture_ask(fixture, DAYS_OF_2022));
    assert_int_equal(
        import(state, "day,name,is_workday\n2022-05-02,劳动节,0\n2022-02-30,x,0\n2041-01-01,x,0\n"
                      "2022-05-03,劳动节,2\n2022-05-04,,0\n2022-05-02,劳动节,1\n"),
        TZ_REJECTED);
    assert_string_equal(domain_notes(), "E:3::“2022-02-30”不是有效日期\n"
                                        "E:4::2041-01-01 不在日历内（2020 年至 2040 年）\n"
                                        "E:5::is_workday“2”须是0（放假）或1（上班）\n"
                                        "E:6::没有节假日名称\n"
                                        "E:7::2022-05-02出现了两次\n");
    assert_string_equal(fixture_ask(fixture, DAYS_OF_2022), before);
    assert_int_equal(day_count, 0);
}

static void a_file_without_days_is_rejected(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, ""), TZ_REJECTED);
    assert_int_equal(import(state, "a,b,c\n"), TZ_REJECTED);
    assert_int_equal(import(state, "day,name,is_workday\n"), TZ_REJECTED);
    assert_int_equal(tz_holiday_import(fixture->ledger, "/nonexistent.csv", NULL), TZ_NOT_FOUND);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, domain_set_up, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(named_days_are_set_and_the_others_plain),
        TEST(a_year_named_again_forgets_its_old_holidays),
        TEST(new_years_eve_of_the_next_notice_wipes_no_year),
        TEST(a_bad_row_stops_the_whole),
        TEST(a_file_without_days_is_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
