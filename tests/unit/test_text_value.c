/* value.h and the language of a locale */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "taizhang.h"
#include "value.h"

static void assert_day(const char *text, const char *expected)
{
    char day[11];
    assert_true(tz_read_day(text, day));
    assert_string_equal(day, expected);
}

static void reads_days_as_people_write_them(void **state)
{
    (void)state;
    assert_day("2022-07-05", "2022-07-05");
    assert_day("2022/7/5", "2022-07-05");
    assert_day("2022.7.5", "2022-07-05");
    assert_day("20220705", "2022-07-05");
    assert_day("2022年7月5日", "2022-07-05");
    assert_day("２０２２／０７／０５", "2022-07-05");
    assert_day("２０２２年１２月３１日", "2022-12-31");
    assert_day("2022年7⽉5⽇", "2022-07-05");
    assert_day(" 2022-07-05　", "2022-07-05");
    assert_day("2022年7月5号", "2022-07-05");
    assert_day("2022 年 7 月 5 日", "2022-07-05");
    assert_day("2022年　7月 05 号", "2022-07-05");
    assert_day("2022 - 7 - 5", "2022-07-05");
    assert_day("2022. 7. 5", "2022-07-05");
}

/* As a spreadsheet writes it. */
static void drops_the_time_behind_a_day(void **state)
{
    (void)state;
    assert_day("2022-07-05 00:00:00", "2022-07-05");
    assert_day("2022-07-05T00:00:00.000", "2022-07-05");
    assert_day("2022/7/5 9:30", "2022-07-05");
    assert_day("2022/7/5 23:59:59", "2022-07-05");
    assert_day("2022/7/5 0:00", "2022-07-05");
    assert_day("2022 年 7 月 5 日 15:30", "2022-07-05");
}

static void knows_what_says_nothing(void **state)
{
    static const char *const nothing[] = {"/",    "／",    "\\",   "-",    "－",    "—",
                                          "——",   "––",    "―",    " / ",  "- -",   "无",
                                          "无。", "　无 ", "暂无", "没有", "没有。"};
    static const char *const something[] = {"",    "  ",  "0",      "无法", "无。。", "-1",
                                            "1/2", "/无", "没有了", "一",   "。"};
    (void)state;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        assert_true(tz_says_nothing(nothing[i]));
    for (size_t i = 0; i < sizeof something / sizeof *something; i++)
        assert_false(tz_says_nothing(something[i]));
}

static void knows_the_length_of_months(void **state)
{
    (void)state;
    assert_day("2024-02-29", "2024-02-29");
    assert_day("2000-02-29", "2000-02-29");
    assert_day("2022-01-31", "2022-01-31");
    assert_day("2022-04-30", "2022-04-30");
    const char *const absent[] = {"2022-02-29", "1900-02-29", "2022-04-31", "2022-13-01",
                                  "2022-00-01", "2022-01-00", "2022-01-32", "0000-01-01"};
    char day[11];
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        assert_false(tz_read_day(absent[i], day));
        assert_string_equal(day, "");
    }
}

static void refuses_what_is_no_day(void **state)
{
    (void)state;
    const char *const texts[] = {
        "",
        "abc",
        "2022",
        "2022-07",
        "2022-7/5",
        "2022-07-05x",
        "2022-07-050",
        "22-07-05",
        "-2022-07-05",
        "2022-+7-05",
        "2022 7 5",
        "2022年7月5日号",
        "2022年7月5",
        "2022年7月",
        "202275",
        "2022070",
        "202207051",
        "20222-07-05",
        "2022-07-0500:00",
        "2022-07-05 9",
        "2022-07-05 9:30h",
        "2022-07-05 24:00",
        "2022-07-05 9:60",
        "2022-07-05T23:59:60",
        "2022-07-05 99:99:99",
        "2022-07-05T",
        "2022-07-\xFF",
        "２０２２-０７-０５-０１",
        "七月五日",
        "2022-07-0500000000000000000000000000000000000000000000000000000000000000000000000000000",
    };
    char day[11];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(tz_read_day(texts[i], day));
}

static void reads_quarters(void **state)
{
    (void)state;
    const char *const texts[] = {"2022Q1",      "2022q1",       "2022-Q1",       "2022年第一季度",
                                 "2022年1季度", "２０２２Ｑ１", "2022年第1季度", " 2022Q1 "};
    char quarter[7];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(tz_read_quarter(texts[i], quarter));
        assert_string_equal(quarter, "2022Q1");
    }
    assert_true(tz_read_quarter("2023年四季度", quarter));
    assert_string_equal(quarter, "2023Q4");
}

static void refuses_what_is_no_quarter(void **state)
{
    (void)state;
    const char *const texts[] = {
        "",       "2022",         "2022Q0",       "2022Q5",           "2022Q11",
        "Q1",     "2022Q",        "2022-1",       "2022年五季度",     "2022年第季度",
        "22Q1",   "2022年第一季", "2022 Q1",      "2022年第一季度末", "2022--Q1",
        "0000Q1", "2022\xFFQ1",   "2022年Q一季度"};
    char quarter[7];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(tz_read_quarter(texts[i], quarter));
        assert_string_equal(quarter, "");
    }
}

static void assert_number(const char *text, double expected)
{
    double number;
    assert_true(tz_read_number(text, &number));
    assert_true(number == expected);
}

static void reads_numbers(void **state)
{
    (void)state;
    assert_number("45", 45);
    assert_number("45.5", 45.5);
    assert_number("0.1", 0.1);
    assert_number("38.8", 38.8);
    assert_number("007", 7);
    assert_number("-2.3", -2.3);
    assert_number("1,234", 1234);
    assert_number("12,345,678.90", 12345678.9);
    assert_number("３８．８", 38.8);
    assert_number("１，２３４", 1234);
    assert_number(" 45 ", 45);
    assert_number("999999999999999", 999999999999999.0);
    assert_number("0.30000000000000004", 0.30000000000000004);
    assert_number("0.3333333333333333333333333333333333", 1.0 / 3.0);
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    const char *const texts[] = {"",         "abc",
                                 "45a",      "4 5",
                                 "1,23",     "1234,567",
                                 ",123",     "1,,234",
                                 "1,23,456", "1,234,",
                                 "12,3456",  ".5",
                                 "5.",       "1.2.3",
                                 "1e3",      "0x10",
                                 "nan",      "inf",
                                 "--1",      "-",
                                 "+5",       "45%",
                                 "1.234,5",  "四十五",
                                 "45\xFF",   "1000000000000000",
                                 "45万"};
    double number = 1;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(tz_read_number(texts[i], &number));
        assert_true(number == 0);
    }
}

static void reads_percents(void **state)
{
    (void)state;
    const char *const texts[] = {"45", "45%", "45％", "４５％", "45.0", "45 %", " 45% "};
    double percent;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(tz_read_percent(texts[i], &percent));
        assert_true(percent == 45);
    }
    assert_true(
        tz_read_percent("120", &percent)); /* that it is over 100 is for the ledger to say */
    assert_true(percent == 120);
    assert_false(tz_read_percent("45%%", &percent));
    assert_false(tz_read_percent("%", &percent));
    assert_false(tz_read_percent("%45", &percent));
    assert_false(tz_read_percent("45‰", &percent));
    assert_false(tz_read_percent("", &percent));
}

static void reads_ordinals(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int number;
    } ordinals[] = {
        {"1", 1},
        {"12", 12},
        {"9999", 9999},
        {"１２", 12},
        {"一", 1},
        {"十", 10},
        {"十二", 12},
        {"二十", 20},
        {"九十九", 99},
        {"一百", 100},
        {"一百零二", 102},
        {"一百一十", 110},
        {"一百八十六", 186},
        {"两百", 200},
        {"一千", 1000},
        {"一千零一", 1001},
        {"一千零一十", 1010},
        {"九千九百九十九", 9999},
        {"二〇二二", 2022},
        {"⼀百零⼆", 102},
        {" 十二 ", 12},
        {"012", 12},
    };
    int number;
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
        assert_true(tz_read_ordinal(ordinals[i].text, &number));
        assert_int_equal(number, ordinals[i].number);
    }
}

static void refuses_what_is_no_ordinal(void **state)
{
    (void)state;
    const char *const texts[] = {"",       "0",    "零",       "10000",      "一万",      "-1",
                                 "1.5",    "一2",  "一十百",   "百",         "一百二",    "一百零",
                                 "零一百", "十十", "一二三十", "一百零零二", "二十零二",  "十2",
                                 "1十",    "第一", "\xFF",     "一百零",     "二〇二二〇"};
    int number;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(tz_read_ordinal(texts[i], &number));
        assert_int_equal(number, 0);
    }
}

/* Both sides of a midnight are allowed. */
static void knows_today(void **state)
{
    (void)state;
    char before[11], today[11], after[11];
    time_t now = time(NULL);
    strftime(before, sizeof before, "%Y-%m-%d", localtime(&now));
    tz_today(today);
    now = time(NULL);
    strftime(after, sizeof after, "%Y-%m-%d", localtime(&now));
    assert_true(strcmp(today, before) == 0 || strcmp(today, after) == 0);
}

static void tells_the_language_of_a_locale(void **state)
{
    (void)state;
    const char *const chinese[] = {"",   "C",           "POSIX", "C.UTF-8",      "POSIX.UTF-8",
                                   "zh", "zh_CN.UTF-8", "zh_TW", "zh_CN.GB18030"};
    assert_int_equal(tz_language_of_locale(NULL), TZ_ZH);
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
        assert_int_equal(tz_language_of_locale(chinese[i]), TZ_ZH);
    const char *const english[] = {"en_US.UTF-8", "en",      "de_DE", "cs_CZ", "CA",
                                   "ja_JP",       "POSIXLY", "Zh",    "z"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        assert_int_equal(tz_language_of_locale(english[i]), TZ_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_days_as_people_write_them),
        cmocka_unit_test(drops_the_time_behind_a_day),
        cmocka_unit_test(knows_what_says_nothing),
        cmocka_unit_test(knows_the_length_of_months),
        cmocka_unit_test(refuses_what_is_no_day),
        cmocka_unit_test(reads_quarters),
        cmocka_unit_test(refuses_what_is_no_quarter),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(reads_percents),
        cmocka_unit_test(reads_ordinals),
        cmocka_unit_test(refuses_what_is_no_ordinal),
        cmocka_unit_test(knows_today),
        cmocka_unit_test(tells_the_language_of_a_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
