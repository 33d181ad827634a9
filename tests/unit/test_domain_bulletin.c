/* Issuing a bulletin (通报) and telling what later entries make of it. Tasks 1 (staged, target 1 of
 * 38.8 公里, target 2 <= 5 %), 6(1), 6(2), 172 (standing) are led by 市城管局; the round of 2022Q1
 * is due on 2022-04-08. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_status issue(const ledger_fixture *fixture, const char *quarter, const char *number,
                       const char *on, int64_t *bulletin_id)
{
    tz_bulletin bulletin = TZ_BULLETIN_INIT;
    bulletin.quarter = quarter;
    bulletin.number = number;
    bulletin.issued_on = on;
    return tz_bulletin_issue(fixture->ledger, &bulletin, bulletin_id);
}

static void report_task(const ledger_fixture *fixture, const char *task, const char *state,
                        const char *on)
{
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = task;
    entry.quarter = "2022Q1";
    entry.state = state;
    entry.reported_on = on;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

/* All differences, "PART|RECORD|TITLE|WAS|NOW\n" each. */
static const char *differences(const ledger_fixture *fixture, const char *name)
{
    static char text[8192];
    tz_rows *rows;
    bool has_row;
    size_t size = 0;
    text[0] = '\0';
    assert_int_equal(tz_bulletin_difference(fixture->ledger, name, &rows), TZ_OK);
    tz_rows_keep_table_columns(rows);
    while (tz_rows_next(rows, &has_row) == TZ_OK && has_row)
        size += (size_t)snprintf(text + size, sizeof text - size, "%s|%s|%s|%s|%s\n",
                                 tz_rows_word(rows, 0), tz_rows_text(rows, 1, NULL),
                                 tz_rows_text(rows, 2, NULL), tz_rows_text(rows, 3, NULL),
                                 tz_rows_text(rows, 4, NULL));
    tz_rows_close(rows);
    return text;
}

static void an_issue_keeps_every_row(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t bulletin_id = 0;
    report_task(fixture, "172", "on_schedule", "2022-04-06");
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", &bulletin_id), TZ_OK);
    assert_int_equal(bulletin_id, 1);
    assert_string_equal(fixture_ask(fixture, "SELECT number || quarter || issued_on FROM bulletin"),
                        "示〔2022〕1号2022Q12022-04-15");
    /* 4 leaf tasks: 172 green, three missing */
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(record || (content ->> 'lamp'), ' ')\n"
                                    "FROM bulletin_row WHERE part = 'bulletin_task'"),
                        "1red 6(1)red 6(2)red 172green");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT (content ->> 'tasks') || ' ' || (content ->> 'green')\n"
                                    "  || ' ' || (content ->> 'red') || ' ' ||\n"
                                    "  (content ->> 'returned_percent')\n"
                                    "FROM bulletin_row WHERE part = 'bulletin_figures'"),
                        "4 1 3 25.0");
    assert_string_equal(differences(fixture, "2022Q1"), "");
}

static void the_next_one_compares_with_the_last(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-11", NULL), TZ_OK);
    report_task(fixture, "172", "on_schedule", "2022-04-12");
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕2号", "2022-04-15", NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT content FROM bulletin_row\n"
                                             "WHERE part = 'bulletin_change_figures'"),
                        "{\"quarter\":\"2022Q1\",\"number\":\"示〔2022〕1号\","
                        "\"issued_on\":\"2022-04-11\",\"closed_before\":0,\"red_before\":4,"
                        "\"yellow_before\":0,\"green_before\":0,\"overdue_before\":0,"
                        "\"missing_before\":4,\"newly_closed\":0,\"newly_red\":0,"
                        "\"no_longer_red\":1}");
}

/* An entry for 6(1), dated back to the day before the bulletin: it was missing, and is late. */
static void a_late_entry_is_told(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", NULL), TZ_OK);
    report_task(fixture, "6(1)", "on_schedule", "2022-04-14");
    const char *told = differences(fixture, "示〔2022〕1号");
    assert_non_null(strstr(told, "总体数字|2022Q1|红灯|4|3\n"));
    assert_non_null(strstr(told, "总体数字|2022Q1|绿灯|0|1\n"));
    assert_non_null(strstr(told, "总体数字|2022Q1|报送率|0|25\n"));
    assert_non_null(strstr(told, "各牵头单位|市城管局|迟报数|0|1\n"));
    assert_non_null(strstr(told, "未报送、迟报任务|第6(1)项|报送情况|未报送|迟报\n"));
    assert_non_null(strstr(told, "未报送、迟报任务|第6(1)项|首次报送|（空）|2022-04-14\n"));
}

/* A task that is closed for a day before the bulletin leaves one list and comes to another. */
static void a_row_that_comes_or_goes_is_told(void **state)
{
    ledger_fixture *fixture = *state;
    tz_closure closure = TZ_CLOSURE_INIT;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", NULL), TZ_OK);
    closure.basis = "示例";
    closure.closed_on = "2022-04-14";
    closure.accepts_obstacles = true;
    assert_int_equal(tz_task_close(fixture->ledger, "172", &closure, NULL), TZ_OK);
    const char *told = differences(fixture, "2022Q1");
    assert_non_null(strstr(told, "已完成任务|第172项|应列入|（空）|管网\n"));
    assert_non_null(strstr(told, "未报送、迟报任务|第172项|不应列入|管网|（空）\n"));
}

static void what_cannot_be_issued_leaves_nothing(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t id = 7;
    assert_int_equal(issue(fixture, "2022Q5", "示〔2022〕1号", "2022-04-15", &id), TZ_MALFORMED);
    assert_int_equal(id, 0);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-02-30", NULL), TZ_MALFORMED);
    assert_int_equal(issue(fixture, "2022Q1", "\xff", "2022-04-15", NULL), TZ_MALFORMED);
    assert_int_equal(issue(fixture, "2022Q2", "示〔2022〕1号", "2022-04-15", NULL), TZ_NOT_FOUND);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-03-30", NULL), TZ_NOT_FOUND);
    assert_int_equal(issue(fixture, "2022Q1", " ", "2022-04-15", NULL), TZ_REJECTED);
    assert_int_equal(domain_count(fixture, "bulletin"), 0);
    assert_int_equal(domain_count(fixture, "bulletin_row"), 0);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", NULL), TZ_OK);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-16", NULL), TZ_REFUSED);
    assert_int_equal(domain_count(fixture, "bulletin"), 1);
}

static void an_unknown_bulletin_has_no_differences(void **state)
{
    ledger_fixture *fixture = *state;
    tz_rows *rows = (tz_rows *)fixture;
    assert_int_equal(tz_bulletin_difference(fixture->ledger, "2022Q1", &rows), TZ_NOT_FOUND);
    assert_null(rows);
}

static void a_bulletin_is_found_by_number_or_quarter(void **state)
{
    ledger_fixture *fixture = *state;
    const char *number;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-11", NULL), TZ_OK);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕2号", "2022-04-15", NULL), TZ_OK);
    assert_int_equal(tz_find_name(fixture->ledger, TZ_NAME_BULLETIN, "2022Q1", &number), TZ_OK);
    assert_string_equal(number, "示〔2022〕2号");
    assert_int_equal(tz_find_name(fixture->ledger, TZ_NAME_BULLETIN, "示〔2022〕１号", &number),
                     TZ_OK);
    assert_string_equal(number, "示〔2022〕1号");
}

#define WITH_ROUND(test)                                                                           \
    cmocka_unit_test_setup_teardown(test, domain_set_up_round, domain_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ROUND(an_issue_keeps_every_row),
        WITH_ROUND(the_next_one_compares_with_the_last),
        WITH_ROUND(a_late_entry_is_told),
        WITH_ROUND(a_row_that_comes_or_goes_is_told),
        WITH_ROUND(what_cannot_be_issued_leaves_nothing),
        WITH_ROUND(an_unknown_bulletin_has_no_differences),
        WITH_ROUND(a_bulletin_is_found_by_number_or_quarter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
