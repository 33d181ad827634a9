#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger_fixture.h"

static char notes[1024];

static void collect(void *context, const tz_note *note)
{
    (void)context;
    size_t size = strlen(notes);
    snprintf(notes + size, sizeof notes - size, "%s\n", note->text);
}

static void write_report(const ledger_fixture *fixture, const char *file, const char *text)
{
    fixture_write_file(fixture_path(fixture, file), text, strlen(text));
}

static int set_up(void **state)
{
    fixture_set_up_open(state);
    const ledger_fixture *fixture = *state;
    static const tz_limits two_rows = {.timeout_seconds = 5, .max_rows = 2};
    notes[0] = '\0';
    tz_ledger_set_note_function(fixture->ledger, collect, NULL);
    return tz_ledger_set_report_folder(fixture->ledger, fixture->folder, &two_rows);
}

/* In a write a report sees what was written, as SQL of one's own does. */
static void a_file_in_the_folder_is_a_report(void **state)
{
    const ledger_fixture *fixture = *state;
    const tz_parameter day = {"as_of", "2022-07-08"};
    bool has_row;
    tz_rows *rows;
    write_report(fixture, "quarter_of.sql",
                 "-- 季度 | Quarter\n-- :as_of 日 | day\n-- :other 别 | other\n"
                 "SELECT quarter, :other AS other FROM calendar WHERE day >= :as_of ORDER BY day");
    assert_int_equal(tz_report(fixture->ledger, "quarter_of", &day, 1, &rows), TZ_OK);
    assert_string_equal(tz_rows_report(rows), "quarter_of");
    assert_string_equal(tz_rows_as_of(rows), "2022-07-08");
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_string_equal(tz_rows_text(rows, 0, NULL), "2022Q3");
    assert_int_equal(tz_rows_value_type(rows, 1), TZ_VALUE_NULL);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_true(has_row);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_false(has_row);
    assert_true(tz_rows_is_cut(rows));
    tz_rows_close(rows);
    assert_int_equal(tz_ledger_set_report_folder(fixture->ledger, NULL, NULL), TZ_OK);
    assert_int_equal(tz_report(fixture->ledger, "quarter_of", &day, 1, &rows), TZ_NOT_FOUND);
    assert_null(rows);
}

static void assert_rejected(const ledger_fixture *fixture, const char *text, const char *error)
{
    tz_rows *rows;
    write_report(fixture, "sample.sql", text);
    assert_int_equal(tz_report(fixture->ledger, "sample", NULL, 0, &rows), TZ_REJECTED);
    assert_null(rows);
    const char *told = tz_ledger_error(fixture->ledger);
    const char *name = strstr(told, "/sample.sql:");
    if (!name || strcmp(name + strlen("/sample.sql:"), error) != 0)
        fail_msg("%s", told);
}

static void what_is_wrong_is_told_with_its_line(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_rejected(fixture, "SELECT 1",
                    "1: the first line is the title: -- 中文标题 | English title");
    assert_rejected(fixture, "-- \nSELECT 1",
                    "1: the first line is the title: -- 中文标题 | English title");
    assert_rejected(fixture, "-- :as_of 日 | day\nSELECT 1",
                    "1: the first line is the title: -- 中文标题 | English title");
    assert_rejected(fixture, "-- t\nSELECT 1,\nFROM x", "3: near \"FROM\": syntax error");
    assert_rejected(fixture, "-- t\nSELECT 1; SELECT 2", "2: there is more than one SQL statement");
    assert_rejected(fixture, "-- t\n\n-- u\nUPDATE setting SET value = 1",
                    "4: SQL may only read: not authorized");
    assert_rejected(fixture, "-- t\nSELECT 1,\n  ?", "1: the parameter ? is not declared");
    assert_rejected(fixture, "-- t\nSELECT 1,\n  :day", "3: the parameter :day is not declared");
    assert_rejected(fixture, "-- t\n-- table: a\nSELECT 1 AS b",
                    "2: the query gives no column a, named for the table");
    assert_rejected(fixture, "-- t\n-- table: b\n-- sheet: b, c\nSELECT 1 AS b",
                    "3: the query gives no column c, named for the sheet");
}

static void the_list_leaves_out_what_can_not_be_read(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_rows *rows;
    bool has_row = true;
    size_t own = 0;
    write_report(fixture, "it's.sql", "-- 它's | It's\n-- :a'b x\nSELECT 1");
    write_report(fixture, "untitled.sql", "SELECT 1");
    write_report(fixture, "overdue.sql", "-- t\nSELECT 1");
    write_report(fixture, ".hidden.sql", "-- t\nSELECT 1");
    write_report(fixture, "notes.txt", "-- t\nSELECT 1");
    assert_int_equal(tz_report_list(fixture->ledger, &rows), TZ_OK);
    while (tz_rows_next(rows, &has_row) == TZ_OK && has_row) {
        if (tz_rows_value_type(rows, 4) == TZ_VALUE_NULL)
            continue;
        own++;
        assert_string_equal(tz_rows_text(rows, 0, NULL), "it's");
        assert_string_equal(tz_rows_text(rows, 1, NULL), "It's");
        assert_string_equal(tz_rows_text(rows, 2, NULL), "a'b");
    }
    assert_int_equal(own, 1);
    tz_rows_close(rows);
    assert_non_null(strstr(notes, "/untitled.sql:1: the first line is the title"));
    assert_non_null(strstr(notes, "/overdue.sql:1: \"overdue\" is the name of a built-in report"));
    assert_int_equal(tz_report(fixture->ledger, "overdue", NULL, 0, &rows), TZ_REJECTED);
    assert_int_equal(tz_report(fixture->ledger, ".hidden", NULL, 0, &rows), TZ_NOT_FOUND);
    tz_ledger_set_report_folder(fixture->ledger, fixture_path(fixture, "none"), NULL);
    assert_int_equal(tz_report_list(fixture->ledger, &rows), TZ_NOT_FOUND);
    assert_null(rows);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_in_the_folder_is_a_report),
        TEST(what_is_wrong_is_told_with_its_line),
        TEST(the_list_leaves_out_what_can_not_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
