#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx.h"
#include "xlsx_number.h"

static const char *written(const char *text, int shift)
{
    static char out[TZ_XLSX_NUMBER_SIZE];
    tz_xlsx_number number;
    assert_true(tz_xlsx_number_read(text, &number));
    return tz_xlsx_number_write(&number, shift, out) ? out : NULL;
}

static void numbers_are_written_as_they_were_typed(void **state)
{
    (void)state;
    assert_string_equal(written("17.5", 0), "17.5");
    assert_string_equal(written("0", 0), "0");
    assert_string_equal(written("-0", 0), "0");
    assert_string_equal(written("0.00", 2), "0");
    assert_string_equal(written("-2.30", 0), "-2.3");
    assert_string_equal(written("1200", 0), "1200");
    assert_string_equal(written("+7", 0), "7");
    assert_string_equal(written("007.0", 0), "7");
    assert_string_equal(written("1.5E-2", 0), "0.015");
    assert_string_equal(written("1.5e3", 0), "1500");
    assert_string_equal(written("1E+2", 0), "100");
    assert_string_equal(written("0.001", 0), "0.001");
}

/* Excel writes 17 digits of what it keeps in binary, and shows 15. */
static void seventeen_digits_are_rounded_to_the_fifteen_shown(void **state)
{
    (void)state;
    assert_string_equal(written("1.1000000000000001", 0), "1.1");
    assert_string_equal(written("17.499999999999996", 0), "17.5");
    assert_string_equal(written("0.28999999999999998", 2), "29");
    assert_string_equal(written("999999999999999.9", -15), "1");
    assert_string_equal(written("123456789012345.4", 0), "123456789012345");
}

static void a_shift_moves_the_point_alone(void **state)
{
    (void)state;
    assert_string_equal(written("0.45", 2), "45");
    assert_string_equal(written("1", 2), "100");
    assert_string_equal(written("0.005", 2), "0.5");
    assert_string_equal(written("0.3333", 2), "33.33");
    assert_string_equal(written("12", 2), "1200");
}

static void what_no_office_writes_is_not_written(void **state)
{
    (void)state;
    assert_null(written("1E15", 0));
    assert_string_equal(written("999999999999999", 0), "999999999999999");
    assert_null(written("1E-21", 0));
    assert_string_equal(written("1E-20", 0), "0.00000000000000000001");
}

static void what_is_no_number_is_not_read(void **state)
{
    static const char *const texts[] = {
        "",    "-",  ".",   "1.2.3", "1,000", "45%", "0x10",         "nan",
        "inf", "1E", "1E+", "1 ",    " 1",    "一",  "1E9999999999", "--1"};
    tz_xlsx_number number;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(tz_xlsx_number_read(texts[i], &number));
}

static bool is_small(const char *text)
{
    tz_xlsx_number number;
    assert_true(tz_xlsx_number_read(text, &number));
    return tz_xlsx_number_is_small(&number);
}

static void what_may_be_either_percent_is_small(void **state)
{
    (void)state;
    assert_true(is_small("1"));
    assert_true(is_small("1.0"));
    assert_true(is_small("0.45"));
    assert_true(is_small("0.99999999999999999")); /* 1, of what is kept */
    assert_true(is_small("-0.5"));
    assert_false(is_small("0"));
    assert_false(is_small("1.01"));
    assert_false(is_small("2"));
    assert_false(is_small("10"));
    assert_false(is_small("45"));
}

static const char *day_of(const char *text, bool is_1904)
{
    static char day[11];
    tz_xlsx_number number;
    assert_true(tz_xlsx_number_read(text, &number));
    return tz_xlsx_number_day(&number, is_1904, day) ? day : NULL;
}

/* Excel counts a 1900-02-29, so that from March on it is a day ahead. */
static void serial_numbers_are_days(void **state)
{
    (void)state;
    assert_string_equal(day_of("1", false), "1900-01-01");
    assert_string_equal(day_of("59", false), "1900-02-28");
    assert_null(day_of("60", false));
    assert_string_equal(day_of("61", false), "1900-03-01");
    assert_string_equal(day_of("44742", false), "2022-06-30");
    assert_string_equal(day_of("44742.999", false), "2022-06-30");
    assert_string_equal(day_of("43890", false), "2020-02-29");
    assert_string_equal(day_of("40000", false), "2009-07-06");
    assert_null(day_of("0", false));
    assert_null(day_of("0.5", false));
    assert_null(day_of("-1", false));
    assert_null(day_of("4474200", false));
    assert_string_equal(day_of("0", true), "1904-01-01");
    assert_string_equal(day_of("43280", true), "2022-06-30"); /* 1462 days less */
}

static void formats_tell_percents_and_days(void **state)
{
    static const struct {
        const char *code;
        tz_xlsx_number_format format;
    } cases[] = {
        {"General", TZ_XLSX_AS_NUMBER},
        {"0.00", TZ_XLSX_AS_NUMBER},
        {"0%", TZ_XLSX_AS_PERCENT},
        {"[Red]0.0%;\\-0.0%", TZ_XLSX_AS_PERCENT},
        {"0.0\"%\"", TZ_XLSX_AS_NUMBER},
        {"0.0\\%", TZ_XLSX_AS_NUMBER},
        {"General\"公里\"", TZ_XLSX_AS_NUMBER},
        {"#,##0.00_);[Red](#,##0.00)", TZ_XLSX_AS_NUMBER},
        {"yyyy-mm-dd", TZ_XLSX_AS_DAY},
        {"yyyy\"年\"m\"月\"d\"日\";@", TZ_XLSX_AS_DAY},
        {"[$-804]yyyy\\-mm\\-dd", TZ_XLSX_AS_DAY},
        {"[h]:mm", TZ_XLSX_AS_DAY},
        {"@", TZ_XLSX_AS_TEXT},
        {"0.00E+00", TZ_XLSX_AS_NUMBER},
        {"\"day", TZ_XLSX_AS_NUMBER}, /* never closed */
        {"0;0%", TZ_XLSX_AS_NUMBER},  /* of negative ones only */
        {"_d0", TZ_XLSX_AS_NUMBER},   /* as wide as a d */
        {"", TZ_XLSX_AS_NUMBER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (tz_xlsx_number_format_of_code(cases[i].code) != cases[i].format)
            fail_msg("%s", cases[i].code);
    }
    assert_int_equal(tz_xlsx_number_format_of_id(0), TZ_XLSX_AS_NUMBER);
    assert_int_equal(tz_xlsx_number_format_of_id(9), TZ_XLSX_AS_PERCENT);
    assert_int_equal(tz_xlsx_number_format_of_id(10), TZ_XLSX_AS_PERCENT);
    assert_int_equal(tz_xlsx_number_format_of_id(14), TZ_XLSX_AS_DAY);
    assert_int_equal(tz_xlsx_number_format_of_id(31), TZ_XLSX_AS_DAY); /* yyyy年m月d日 */
    assert_int_equal(tz_xlsx_number_format_of_id(49), TZ_XLSX_AS_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_they_were_typed),
        cmocka_unit_test(seventeen_digits_are_rounded_to_the_fifteen_shown),
        cmocka_unit_test(a_shift_moves_the_point_alone),
        cmocka_unit_test(what_no_office_writes_is_not_written),
        cmocka_unit_test(what_is_no_number_is_not_read),
        cmocka_unit_test(what_may_be_either_percent_is_small),
        cmocka_unit_test(serial_numbers_are_days),
        cmocka_unit_test(formats_tell_percents_and_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
