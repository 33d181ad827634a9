/* test_render_formats.c: CSV, JSON and Markdown from hand-made rows. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_rows.h"

static const tz_render_options csv = {.format = TZ_FORMAT_CSV};
static const tz_render_options excel = {.format = TZ_FORMAT_CSV, .use_titles = true};
static const tz_render_options json = {.format = TZ_FORMAT_JSON};
static const tz_render_options markdown = {.format = TZ_FORMAT_MARKDOWN};

static const fake_column status_columns[] = {
    {"code", "编号", TZ_COLUMN_TEXT},       {"due_on", "到期日", TZ_COLUMN_DAY},
    {"percent", "完成", TZ_COLUMN_PERCENT}, {"days_overdue", "逾期天数", TZ_COLUMN_NUMBER},
    {"is_overdue", "逾期", TZ_COLUMN_FLAG}, {"lamp", "亮灯", TZ_COLUMN_WORD},
};
static const fake_value status_values[] = {
    FAKE_TEXT("6(1)"), FAKE_TEXT("2022-12-31"),
    FAKE_REAL(45.5),   FAKE_INTEGER(1),
    FAKE_TRUE,         FAKE_WORD("red", "红灯"),
    FAKE_TEXT("172"),  FAKE_NULL,
    FAKE_REAL(45.0),   FAKE_NULL,
    FAKE_FALSE,        FAKE_NULL,
};

static void test_csv_has_names_and_codes(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    fake_rows_assert(&rows, &csv,
                     "code,due_on,percent,days_overdue,is_overdue,lamp\n"
                     "6(1),2022-12-31,45.5,1,1,red\n"
                     "172,,45,,0,\n");
}

static void test_csv_for_excel_has_titles_and_words(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    fake_rows_assert(&rows, &excel,
                     "\xEF\xBB\xBF编号,到期日,完成,逾期天数,逾期,亮灯\r\n"
                     "6(1),2022-12-31,45.5,1,是,红灯\r\n"
                     "172,,45,,否,\r\n");
}

static void test_csv_quotes(void **state)
{
    (void)state;
    const fake_column columns[] = {{"a,b", "甲", TZ_COLUMN_TEXT}, {"b", "乙", TZ_COLUMN_TEXT}};
    const fake_value values[] = {
        FAKE_TEXT("他说\"好\""),   FAKE_TEXT("一\n二"), FAKE_TEXT("一\r二"),
        FAKE_TEXT("全角，不用引"), FAKE_TEXT(" 空 "),   FAKE_TEXT("a,b"),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &csv,
                     "\"a,b\",b\n"
                     "\"他说\"\"好\"\"\",\"一\n二\"\n"
                     "\"一\r二\",全角，不用引\n"
                     " 空 ,\"a,b\"\n");
}

/* A formula that a unit typed into its summary must not run on the clerk's machine. */
static void test_csv_for_excel_disarms_formulas(void **state)
{
    (void)state;
    const fake_column columns[] = {{"n", "=题", TZ_COLUMN_TEXT}, {"t", "文", TZ_COLUMN_TEXT}};
    const fake_value values[] = {
        FAKE_INTEGER(-5), FAKE_TEXT("=1+1"), FAKE_REAL(-0.5),     FAKE_TEXT("+1"),
        FAKE_TEXT("-1"),  FAKE_TEXT("@SUM"), FAKE_TEXT("\t=1"),   FAKE_TEXT("\r=1"),
        FAKE_TEXT("1=1"), FAKE_TEXT(""),     FAKE_TEXT("=A1,\""), FAKE_TEXT("＝1"),
        FAKE_TEXT("'=1"), FAKE_TEXT("'1"),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &excel,
                     "\xEF\xBB\xBF'=题,文\r\n"
                     "-5,'=1+1\r\n"
                     "-0.5,'+1\r\n"
                     "'-1,'@SUM\r\n"
                     "'\t=1,\"'\r=1\"\r\n"
                     "1=1,\r\n"
                     "\"'=A1,\"\"\",'＝1\r\n"
                     "''=1,'1\r\n");
    const fake_value plain[] = {FAKE_TEXT("=1+1"), FAKE_TEXT("'=1")};
    tz_rows untouched = FAKE_ROWS(columns, plain);
    fake_rows_assert(&untouched, &csv, "n,t\n=1+1,'=1\n");
}

static void test_csv_keeps_every_row_of_one_column(void **state)
{
    (void)state;
    const fake_column columns[] = {{"a", "甲", TZ_COLUMN_TEXT}};
    const fake_value values[] = {FAKE_TEXT("1"), FAKE_NULL, FAKE_BLOB("\x00\xAB"), FAKE_TEXT("")};
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &csv, "a\n1\n\"\"\nX'00AB'\n\"\"\n");
}

static void test_csv_without_rows_is_its_header(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    rows.row_count = 0;
    fake_rows_assert(&rows, &csv, "code,due_on,percent,days_overdue,is_overdue,lamp\n");
}

static void test_json_types(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    fake_rows_assert(
        &rows, &json,
        "{\"format\": 1, \"report\": \"overdue\", \"as_of\": \"2022-07-15\", \"rows\": [\n"
        "{\"code\": \"6(1)\", \"due_on\": \"2022-12-31\", \"percent\": 45.5, \"days_overdue\": 1, "
        "\"is_overdue\": true, \"lamp\": \"red\"},\n"
        "{\"code\": \"172\", \"due_on\": null, \"percent\": 45, \"days_overdue\": null, "
        "\"is_overdue\": false, \"lamp\": null}\n"
        "]}\n");
}

static void test_json_without_rows_or_day(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    rows.row_count = 0;
    rows.as_of = NULL;
    rows.report = "sql";
    fake_rows_assert(&rows, &json,
                     "{\"format\": 1, \"report\": \"sql\", \"as_of\": null, \"rows\": []}\n");
}

#define ONE_JSON_ROW(row)                                                                          \
    "{\"format\": 1, \"report\": \"overdue\", \"as_of\": \"2022-07-15\", \"rows\": [\n" row "\n]}" \
    "\n"

static void test_json_numbers(void **state)
{
    (void)state;
    const fake_column columns[] = {
        {"tenth", "", TZ_COLUMN_NUMBER}, {"sum", "", TZ_COLUMN_NUMBER},
        {"third", "", TZ_COLUMN_NUMBER}, {"large", "", TZ_COLUMN_NUMBER},
        {"inf", "", TZ_COLUMN_NUMBER},   {"minus", "", TZ_COLUMN_NUMBER},
        {"nan", "", TZ_COLUMN_NUMBER},   {"int", "", TZ_COLUMN_NUMBER},
    };
    const fake_value values[] = {
        FAKE_REAL(0.1),      FAKE_REAL(0.1 + 0.2), FAKE_REAL(1.0 / 3), FAKE_REAL(1e300),
        FAKE_REAL(INFINITY), FAKE_REAL(-INFINITY), FAKE_REAL(NAN),     FAKE_INTEGER(INT64_MIN),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    /* 0.1 + 0.2 is another number than 0.3; a third needs 16 digits to come back */
    fake_rows_assert(&rows, &json,
                     ONE_JSON_ROW("{\"tenth\": 0.1, \"sum\": 0.30000000000000004, "
                                  "\"third\": 0.3333333333333333, \"large\": 1e+300, "
                                  "\"inf\": null, \"minus\": null, \"nan\": null, "
                                  "\"int\": -9223372036854775808}"));
}

static void test_json_escapes(void **state)
{
    (void)state;
    const fake_column columns[] = {{"a\"b\\", "", TZ_COLUMN_TEXT}, {"b", "", TZ_COLUMN_TEXT}};
    const fake_value values[] = {
        FAKE_TEXT("\"\\/\b\f\n\r\t\x01\x1F\x7F"),
        FAKE_TEXT("nul\0behind"),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(
        &rows, &json,
        ONE_JSON_ROW("{\"a\\\"b\\\\\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\", "
                     "\"b\": \"nul\\u0000behind\"}"));
}

/* A lone byte, a cut character at the end and in the middle, a surrogate: U+FFFD each. */
static void test_json_mends_malformed_text(void **state)
{
    (void)state;
    const fake_column columns[] = {{"a", "", TZ_COLUMN_TEXT}, {"b", "", TZ_COLUMN_TEXT}};
    const fake_value values[] = {
        FAKE_TEXT("\xFF"
                  "台\xE5\x8F"
                  "\"账\xE5"),
        FAKE_TEXT("\xED\xA0\x80|"),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &json,
                     ONE_JSON_ROW("{\"a\": \"\uFFFD台\uFFFD\\\"账\uFFFD\", \"b\": \"\uFFFD|\"}"));
}

static void test_json_of_unexpected_types(void **state)
{
    (void)state;
    const fake_column columns[] = {
        {"f", "", TZ_COLUMN_FLAG}, {"g", "", TZ_COLUMN_FLAG}, {"b", "", TZ_COLUMN_TEXT}};
    const fake_value values[] = {FAKE_TEXT("x"), FAKE_NULL, FAKE_BLOB("\x00\"")};
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &json, ONE_JSON_ROW("{\"f\": \"x\", \"g\": null, \"b\": \"X'0022'\"}"));
}

static void test_markdown_is_for_readers(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    fake_rows_assert(&rows, &markdown,
                     "| 编号 | 到期日 | 完成 | 逾期天数 | 逾期 | 亮灯 |\n"
                     "| --- | --- | ---: | ---: | --- | --- |\n"
                     "| 6(1) | 2022-12-31 | 45.5 | 1 | 是 | 红灯 |\n"
                     "| 172 |  | 45 |  |  |  |\n");
}

static void test_markdown_escapes(void **state)
{
    (void)state;
    const fake_column columns[] = {{"a", "a|b", TZ_COLUMN_TEXT}, {"n", "数", TZ_COLUMN_NUMBER}};
    const fake_value values[] = {
        FAKE_TEXT("甲|乙\\|丙"), FAKE_REAL(0.1 + 0.2),      FAKE_TEXT("1\n2\r\n3\r4"),
        FAKE_BLOB("\x0A"),       FAKE_TEXT("<b>*x*_y_`z`"), FAKE_TEXT("\t\xFF&amp;[a]~"),
        FAKE_TEXT("b"),          FAKE_REAL(-7.0 / 3),
    };
    tz_rows rows = FAKE_ROWS(columns, values);
    /* to a reader 0.1 + 0.2 is 0.3, and seven thirds have four decimals */
    fake_rows_assert(&rows, &markdown,
                     "| a\\|b | 数 |\n"
                     "| --- | ---: |\n"
                     "| 甲\\|乙\\\\\\|丙 | 0.3 |\n"
                     "| 1<br>2<br>3<br>4 | X'0A' |\n"
                     "| \\<b>\\*x\\*\\_y\\_\\`z\\` |  \uFFFD\\&amp;\\[a\\]\\~ |\n"
                     "| b | -2.3333 |\n");
}

static void test_percentages_of_readers(void **state)
{
    (void)state;
    const fake_column columns[] = {{"p", "p", TZ_COLUMN_PERCENT}};
    const fake_value values[] = {FAKE_REAL(33.333333), FAKE_REAL(-0.04), FAKE_REAL(100.0),
                                 FAKE_REAL(-5.25),     FAKE_INTEGER(50), FAKE_REAL(99.96)};
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &markdown,
                     "| p |\n| ---: |\n"
                     "| 33.3 |\n| 0 |\n| 100 |\n| -5.3 |\n| 50 |\n| 100 |\n");
}

/* Streaming: the text of one row is all that is held. The count of rows is exact. */
static void test_many_rows(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(status_columns, status_values);
    rows.repeats = 50000;
    FILE *nowhere = fopen("/dev/null", "w");
    uint64_t row_count = 0;
    assert_non_null(nowhere);
    assert_int_equal(tz_render(&rows, &json, nowhere, &row_count), TZ_OK);
    assert_int_equal(row_count, 100000);
    fclose(nowhere);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_has_names_and_codes),
        cmocka_unit_test(test_csv_for_excel_has_titles_and_words),
        cmocka_unit_test(test_csv_quotes),
        cmocka_unit_test(test_csv_for_excel_disarms_formulas),
        cmocka_unit_test(test_csv_keeps_every_row_of_one_column),
        cmocka_unit_test(test_csv_without_rows_is_its_header),
        cmocka_unit_test(test_json_types),
        cmocka_unit_test(test_json_without_rows_or_day),
        cmocka_unit_test(test_json_numbers),
        cmocka_unit_test(test_json_escapes),
        cmocka_unit_test(test_json_mends_malformed_text),
        cmocka_unit_test(test_json_of_unexpected_types),
        cmocka_unit_test(test_markdown_is_for_readers),
        cmocka_unit_test(test_markdown_escapes),
        cmocka_unit_test(test_percentages_of_readers),
        cmocka_unit_test(test_many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
