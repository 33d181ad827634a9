/* Result sets: reports, and the titles, types and words of their columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger_fixture.h"
#include "report.h"
#include "rows.h"
#include "value.h"

static const tz_report_text sample = {
    "sample",
    "-- 样例 | A sample\n-- :as_of 截至日 | day\n-- about it\n-- :limit 上限 | limit\n"
    "SELECT day AS as_of, day AS sample_day, is_workday AS sample_flag, 'one' AS sample_word,"
    " 2.5 AS 样例数, x'00' AS bytes, :limit AS sample_limit\n"
    "FROM calendar WHERE day = :as_of;\n",
    NULL};

static const char dictionary[] =
    "INSERT INTO dictionary (view_name, column_name, type, zh, en, meaning) VALUES"
    " ('a_view', 'sample_day', 'text', '别处', 'Elsewhere', ''),"
    " ('sample', 'sample_day', 'day', '样例日', 'Sample day', ''),"
    " ('z_view', 'sample_day', 'text', '别处', 'Elsewhere', ''),"
    " ('z_view', 'sample_flag', 'flag', '样例旗', 'Sample flag', ''),"
    " ('z_view', 'sample_word', 'word', '样例词', 'Sample word', ''),"
    " ('z_view', 'sample_number', 'percent', '样例数', 'Sample number', '');"
    "INSERT INTO word (column_name, value, zh, en) VALUES ('sample_word', 'one', '一', 'One')";

static tz_rows *run_sample(const ledger_fixture *fixture, const char *as_of, const char *limit)
{
    tz_parameter given[] = {{"as_of", as_of}, {"limit", limit}};
    tz_rows *rows;
    bool has_row;
    if (tz_report_run(fixture->ledger, &sample, given, 2, &rows) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_true(has_row);
    return rows;
}

static void columns_are_described(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, dictionary);
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
    tz_rows *rows = run_sample(fixture, "2022/10/1", NULL);
    assert_string_equal(tz_rows_report(rows), "sample");
    assert_string_equal(tz_rows_as_of(rows), "2022-10-01");
    assert_int_equal(tz_rows_column_count(rows), 7);
    assert_string_equal(tz_rows_column_name(rows, 1), "sample_day");
    assert_string_equal(tz_rows_column_title(rows, 1), "样例日");
    assert_int_equal(tz_rows_column_type(rows, 1), TZ_COLUMN_DAY);
    assert_string_equal(tz_rows_word(rows, 1), "2022-10-01");
    assert_int_equal(tz_rows_column_type(rows, 2), TZ_COLUMN_FLAG);
    assert_string_equal(tz_rows_word(rows, 2), "否"); /* 国庆节 */
    assert_string_equal(tz_rows_text(rows, 2, NULL), "0");
    assert_int_equal(tz_rows_column_type(rows, 3), TZ_COLUMN_WORD);
    assert_string_equal(tz_rows_word(rows, 3), "一");
    assert_string_equal(tz_rows_column_title(rows, 4), "样例数");
    assert_int_equal(tz_rows_column_type(rows, 4), TZ_COLUMN_PERCENT);
    assert_true(tz_rows_real(rows, 4) == 2.5);
    assert_string_equal(tz_rows_column_title(rows, 5), "bytes");
    tz_rows_close(rows);
}

static void values_have_their_types(void **state)
{
    const ledger_fixture *fixture = *state;
    size_t size;
    tz_rows *rows = run_sample(fixture, "2022-10-10", "3");
    assert_int_equal(tz_rows_value_type(rows, 1), TZ_VALUE_TEXT);
    assert_int_equal(tz_rows_value_type(rows, 2), TZ_VALUE_INTEGER);
    assert_int_equal(tz_rows_integer(rows, 2), 1);
    assert_int_equal(tz_rows_column_type(rows, 2), TZ_COLUMN_NUMBER);
    assert_int_equal(tz_rows_value_type(rows, 4), TZ_VALUE_REAL);
    assert_string_equal(tz_rows_text(rows, 4, NULL), "2.5");
    assert_int_equal(tz_rows_value_type(rows, 5), TZ_VALUE_BLOB);
    tz_rows_text(rows, 5, &size);
    assert_int_equal(size, 1);
    assert_string_equal(tz_rows_text(rows, 6, &size), "3");
    assert_int_equal(size, 1);
    tz_rows_close(rows);
    rows = run_sample(fixture, "2022-10-10", NULL);
    assert_int_equal(tz_rows_value_type(rows, 6), TZ_VALUE_NULL);
    assert_string_equal(tz_rows_text(rows, 6, &size), "");
    assert_int_equal(size, 0);
    tz_rows_close(rows);
}

static void as_of_is_today_unless_given(void **state)
{
    const ledger_fixture *fixture = *state;
    char today[11];
    tz_rows *rows;
    assert_int_equal(tz_report_run(fixture->ledger, &sample, NULL, 0, &rows), TZ_OK);
    tz_today(today);
    assert_string_equal(tz_rows_as_of(rows), today);
    tz_rows_close(rows);
}

static void bad_parameters_are_malformed(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_parameter later = {"as_of", "2041-01-01"}, none = {"as_of", "2022-13-01"},
                 other = {"about", "x"};
    tz_rows *rows;
    assert_int_equal(tz_report_run(fixture->ledger, &sample, &later, 1, &rows), TZ_MALFORMED);
    assert_null(rows);
    assert_int_equal(tz_report_run(fixture->ledger, &sample, &none, 1, &rows), TZ_MALFORMED);
    assert_int_equal(tz_report_run(fixture->ledger, &sample, &other, 1, &rows), TZ_MALFORMED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "the report sample has no parameter about");
    const tz_parameter twice[] = {{"limit", "1"}, {"limit", "2"}};
    assert_int_equal(tz_report_run(fixture->ledger, &sample, twice, 2, &rows), TZ_MALFORMED);
    assert_null(rows);
    assert_string_equal(tz_ledger_error(fixture->ledger), "the parameter limit is given twice");
    assert_int_equal(tz_report(fixture->ledger, "no-such", NULL, 0, &rows), TZ_NOT_FOUND);
    assert_null(rows);
}

static void reports_can_not_write(void **state)
{
    const ledger_fixture *fixture = *state;
    static const tz_report_text writing = {"writing", "-- 写 | Write\nDELETE FROM setting;", NULL};
    tz_rows *rows;
    assert_int_equal(tz_report_run(fixture->ledger, &writing, NULL, 0, &rows), TZ_REJECTED);
    assert_null(rows);
}

static void reports_see_an_open_write(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger, "UPDATE calendar SET is_workday = 1"
                                                 " WHERE day = '2022-10-01'"),
                     TZ_OK);
    tz_rows *rows = run_sample(fixture, "2022-10-01", NULL);
    assert_int_equal(tz_rows_integer(rows, 2), 1);
    tz_rows_close(rows);
    tz_write_rollback(fixture->ledger);
}

/* For a table the columns named are kept, in the order named, with their values; a name that the
 * query doesn't give, or gives once and is named twice, changes nothing. */
static void a_table_keeps_the_columns_named(void **state)
{
    const ledger_fixture *fixture = *state;
    static const tz_report_text wide = {
        "wide",
        "-- 宽 | Wide\n-- table: c, a, none, c\n"
        "SELECT 1 AS a, 2 AS b, 'x' AS c UNION ALL SELECT 3, 4, 'y'",
        NULL};
    tz_rows *rows;
    bool has_row;
    assert_int_equal(tz_report_run(fixture->ledger, &wide, NULL, 0, &rows), TZ_OK);
    assert_int_equal(tz_rows_column_count(rows), 3);
    tz_rows_keep_table_columns(rows);
    assert_int_equal(tz_rows_column_count(rows), 2);
    assert_string_equal(tz_rows_column_name(rows, 0), "c");
    assert_string_equal(tz_rows_column_name(rows, 1), "a");
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_string_equal(tz_rows_text(rows, 0, NULL), "x");
    assert_int_equal(tz_rows_integer(rows, 1), 1);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_string_equal(tz_rows_text(rows, 0, NULL), "y");
    assert_true(tz_rows_real(rows, 1) == 3);
    tz_rows_close(rows);
}

static void assert_kept(const ledger_fixture *fixture, const char *text,
                        void (*keep)(tz_rows *rows), const char *columns)
{
    const tz_report_text report = {"wide", text, NULL};
    char names[32] = "";
    tz_rows *rows;
    assert_int_equal(tz_report_run(fixture->ledger, &report, NULL, 0, &rows), TZ_OK);
    keep(rows);
    for (int i = 0; i < tz_rows_column_count(rows); i++)
        strcat(names, tz_rows_column_name(rows, i));
    assert_string_equal(names, columns);
    tz_rows_close(rows);
}

/* A sheet has its own columns, else those of the table, else all. */
static void a_sheet_keeps_its_columns(void **state)
{
    const ledger_fixture *fixture = *state;
    static const char both[] =
        "-- 宽 | Wide\n-- table: c\n-- sheet: b, c\nSELECT 1 AS a, 2 AS b, 3 AS c";
    assert_kept(fixture, both, tz_rows_keep_sheet_columns, "bc");
    assert_kept(fixture, both, tz_rows_keep_table_columns, "c");
    assert_kept(fixture, "-- 宽 | Wide\n-- table: c\nSELECT 1 AS a, 2 AS b, 3 AS c",
                tz_rows_keep_sheet_columns, "c");
    assert_kept(fixture, "-- 宽 | Wide\nSELECT 1 AS a, 2 AS b, 3 AS c", tz_rows_keep_sheet_columns,
                "abc");
    assert_kept(fixture, "-- 宽 | Wide\nSELECT 1 AS a, 2 AS b, 3 AS c", tz_rows_keep_table_columns,
                "abc");
}

/* A report that wants days gets those of the report it names, the newest first, as many as it
 * asks for; which days there are follows from as_of. */
static void days_come_from_another_report(void **state)
{
    const ledger_fixture *fixture = *state;
    static const tz_report_text dated = {"dated",
                                         "-- 日 | Days\n-- :as_of 日 | day\n-- days: trend_days\n"
                                         "SELECT :as_of AS as_of, :day_1 AS one, :day_2 AS two",
                                         NULL};
    const tz_parameter parameters[] = {{"as_of", "2022-05-01"}};
    tz_rows *rows;
    bool has_row;
    fixture_execute(fixture,
                    "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
                    " VALUES (1, 2022, '示例', '2022-01-01', '2022-12-31');"
                    "INSERT INTO round (plan_id, quarter, opened_on, cutoff_on, report_due_on)\n"
                    " VALUES (1, '2022Q1', '2022-03-31', '2022-03-31', '2022-04-08')");
    assert_int_equal(tz_report_run(fixture->ledger, &dated, parameters, 1, &rows), TZ_OK);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_string_equal(tz_rows_text(rows, 1, NULL), "2022-04-09");
    assert_int_equal(tz_rows_value_type(rows, 2), TZ_VALUE_NULL);
    tz_rows_close(rows);
}

static void rows_have_a_title(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_rows *rows;
    assert_int_equal(tz_report(fixture->ledger, "overdue", NULL, 0, &rows), TZ_OK);
    assert_string_equal(tz_rows_title(rows), "Overdue tasks");
    tz_rows_close(rows);
    assert_int_equal(tz_sql(fixture->ledger, "SELECT 1", NULL, 0, NULL, &rows), TZ_OK);
    assert_string_equal(tz_rows_title(rows), "Query");
    tz_rows_close(rows);
    assert_int_equal(tz_report_list(fixture->ledger, &rows), TZ_OK);
    assert_string_equal(tz_rows_title(rows), "report_list"); /* it has none */
    tz_rows_close(rows);
}

static void headers_are_read(void **state)
{
    (void)state;
    size_t size;
    const char *title = tz_report_title(sample.text, TZ_ZH, &size), *line = sample.text;
    assert_int_equal(size, strlen("样例"));
    assert_memory_equal(title, "样例", size);
    title = tz_report_title(sample.text, TZ_EN, &size);
    assert_int_equal(size, strlen("A sample"));
    assert_memory_equal(title, "A sample", size);
    assert_memory_equal(tz_report_next_parameter(&line, &size), "as_of", 5);
    assert_int_equal(size, 5);
    assert_memory_equal(tz_report_next_parameter(&line, &size), "limit", 5);
    assert_null(tz_report_next_parameter(&line, &size));
    assert_false(tz_report_declares(sample.text, "about"));
    assert_false(tz_report_declares(sample.text, "as"));
    static const char text[] =
        "-- 题 | Title\n-- :day 日 | day\n-- table: a, b\nSELECT 1\n-- late: x";
    const char *names = tz_report_remark(text, "table", &size);
    assert_int_equal(size, 4);
    assert_memory_equal(tz_report_next_column(&names, &size), "a", 1);
    assert_int_equal(size, 1);
    assert_null(tz_report_remark(text, "late", &size));
    assert_null(tz_report_remark(text, "tab", &size));
}

/* What a built-in report names, its query gives, none twice. */
static void assert_columns_are_given(const tz_rows *rows, const char *names, const char *report)
{
    const char *name;
    size_t size;
    for (const char *rest = names; rest && (name = tz_report_next_column(&rest, &size));) {
        const char *later = rest, *other;
        size_t other_size;
        if (!tz_rows_find_column(rows, name, size))
            fail_msg("%s: a column that it names is not given: %s", report, name);
        while ((other = tz_report_next_column(&later, &other_size)))
            assert_false(other_size == size && memcmp(name, other, size) == 0);
    }
}

/* Each built-in report has a title in both languages, and runs. */
static void built_in_reports_are_listed_and_run(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_rows *list, *rows;
    bool has_row;
    size_t count = 0;
    if (tz_report_list(fixture->ledger, &list) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_int_equal(tz_rows_column_count(list), 5);
    assert_string_equal(tz_rows_column_name(list, 2), "parameters");
    assert_string_equal(tz_rows_column_name(list, 3), "part_of");
    for (;;) {
        assert_int_equal(tz_rows_next(list, &has_row), TZ_OK);
        if (!has_row)
            break;
        const char *name = tz_rows_text(list, 0, NULL);
        assert_string_not_equal(tz_rows_text(list, 1, NULL), "");
        if (tz_report(fixture->ledger, name, NULL, 0, &rows) != TZ_OK)
            fail_msg("%s: %s", name, tz_ledger_error(fixture->ledger));
        assert_columns_are_given(rows, rows->table_columns, name);
        assert_columns_are_given(rows, rows->sheet_columns, name);
        tz_rows_close(rows);
        count++;
    }
    assert_int_equal(count, tz_report_files_count);
    tz_rows_close(list);
}

#define IN_LEDGER(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_LEDGER(columns_are_described),           IN_LEDGER(values_have_their_types),
        IN_LEDGER(as_of_is_today_unless_given),     IN_LEDGER(bad_parameters_are_malformed),
        IN_LEDGER(reports_can_not_write),           IN_LEDGER(reports_see_an_open_write),
        IN_LEDGER(a_table_keeps_the_columns_named), IN_LEDGER(a_sheet_keeps_its_columns),
        IN_LEDGER(days_come_from_another_report),   IN_LEDGER(rows_have_a_title),
        cmocka_unit_test(headers_are_read),         IN_LEDGER(built_in_reports_are_listed_and_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
