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

static tz_status issue_all_the_same(const ledger_fixture *fixture, const char *quarter,
                                    const char *number, const char *on)
{
    tz_bulletin bulletin = TZ_BULLETIN_INIT;
    bulletin.quarter = quarter;
    bulletin.number = number;
    bulletin.issued_on = on;
    bulletin.accepts_obstacles = true;
    return tz_bulletin_issue(fixture->ledger, &bulletin, NULL);
}

static tz_status issue_by(const ledger_fixture *fixture, const char *issuer, const char *number)
{
    tz_bulletin bulletin = TZ_BULLETIN_INIT;
    bulletin.quarter = "2022Q1";
    bulletin.number = number;
    bulletin.issued_on = "2022-04-15";
    bulletin.issuer = issuer;
    return tz_bulletin_issue(fixture->ledger, &bulletin, NULL);
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
                        "\"issued_on\":\"2022-04-11\",\"tasks\":4,"
                        "\"closed_before\":0,\"closed\":0,\"green_before\":0,\"green\":1,"
                        "\"yellow_before\":0,\"yellow\":0,\"red_before\":4,\"red\":3,"
                        "\"overdue_before\":0,\"overdue\":0,\"missing_before\":4,\"missing\":3,"
                        "\"newly_closed\":0,\"newly_red\":0,\"no_longer_red\":1,"
                        "\"tasks_come\":0,\"tasks_gone\":0}");
}

/* 6(1) is divided after the first: 6(1.1) and 6(1.2) come, 6(1) goes, three are compared. */
static void only_tasks_in_both_are_compared(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-11", NULL), TZ_OK);
    fixture_execute(
        fixture, "INSERT INTO task (task_id, plan_id, parent_id, code, ordinal, text, added_on)\n"
                 "VALUES (611, 1, 61, '6(1)1', 6, '其一', '2022-04-12'),\n"
                 "  (612, 1, 61, '6(1)2', 7, '其二', '2022-04-12');\n"
                 "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
                 "VALUES (611, 1, 'lead', 1), (612, 1, 'lead', 1);");
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕2号", "2022-04-15", NULL), TZ_OK);
    /* the parts weren't asked for and are grey */
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(f.value, ' ')\n"
                                    "FROM bulletin_row AS w, json_each(w.content, '$') AS f\n"
                                    "WHERE w.part = 'bulletin_change_figures'\n"
                                    "  AND f.key IN ('tasks', 'red_before', 'red',\n"
                                    "                'tasks_come', 'tasks_gone')"),
                        "3 3 3 2 1");
}

/* The second of a day has the first before it, and stays what it was when later ones come. */
static void one_of_the_same_day_came_before(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", NULL), TZ_OK);
    report_task(fixture, "172", "on_schedule", "2022-04-15");
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕2号", "2022-04-15", NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT bulletin_id || (content ->> 'number')\n"
                                             "  || (content ->> 'no_longer_red')\n"
                                             "FROM bulletin_row\n"
                                             "WHERE part = 'bulletin_change_figures'"),
                        "2示〔2022〕1号1");
    assert_string_equal(differences(fixture, "示〔2022〕2号"), "");
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕3号", "2022-04-15", NULL), TZ_OK);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕4号", "2022-04-20", NULL), TZ_OK);
    assert_string_equal(differences(fixture, "示〔2022〕2号"), "");
    assert_string_equal(differences(fixture, "示〔2022〕3号"), "");
    assert_string_equal(differences(fixture, "示〔2022〕4号"), "");
}

static void they_are_issued_in_order_of_day(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-15", NULL), TZ_OK);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕2号", "2022-04-14", NULL), TZ_REJECTED);
    assert_string_equal(
        tz_ledger_error(fixture->ledger),
        "2022Q1 2022-04-14：已有印发日期更晚的通报：请用不早于它的日期，或先撤销它");
    assert_int_equal(domain_count(fixture, "bulletin"), 1);
}

static void the_issuer_is_kept(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue_by(fixture, NULL, "示〔2022〕1号"), TZ_OK); /* the plan has none */
    fixture_execute(fixture, "UPDATE plan SET issuer = '示例市人民政府'");
    assert_int_equal(issue_by(fixture, NULL, "示〔2022〕2号"), TZ_OK);
    assert_int_equal(issue_by(fixture, "示例市委督查室", "示〔2022〕3号"), TZ_OK);
    assert_int_equal(issue_by(fixture, " ", "示〔2022〕4号"), TZ_REJECTED);
    assert_int_equal(issue_by(fixture, "\xff", "示〔2022〕4号"), TZ_MALFORMED);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(coalesce(issuer, '无'), ' ')\n"
                                             "FROM bulletin"),
                        "无 示例市人民政府办公室 示例市委督查室");
}

/* On the due day nobody is late yet: four are to come, and none is missing. */
static void before_its_returns_are_due_it_is_refused(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-04-08", NULL), TZ_REFUSED);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "过了期限再印发，或用 --yes 现在就印发");
    assert_int_equal(domain_count(fixture, "bulletin"), 0);
    assert_int_equal(issue_all_the_same(fixture, "2022Q1", "示〔2022〕1号", "2022-04-08"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT (content ->> 'outstanding') || ' '\n"
                                             "  || (content ->> 'missing')\n"
                                             "FROM bulletin_row WHERE part = 'bulletin_figures'"),
                        "4 0");
}

/* On 2022-07-08 lamps judge by 2022Q2, for which nothing has come; of 2022Q1, for which 6(1) came
 * in time and 172 late, 1 and 6(2) are missing, wherever that bulletin says so. */
static void of_an_earlier_quarter_it_tells_of_its_own_returns(void **state)
{
    ledger_fixture *fixture = *state;
    tz_quarter_open_result opened;
    report_task(fixture, "6(1)", "on_schedule", "2022-04-06");
    report_task(fixture, "172", "on_schedule", "2022-04-11");
    assert_int_equal(tz_quarter_open(fixture->ledger, "2022Q2", "2022-06-30", false, &opened),
                     TZ_OK);
    assert_int_equal(issue(fixture, "2022Q1", "示〔2022〕1号", "2022-07-08", NULL), TZ_REFUSED);
    assert_string_equal(tz_ledger_hint(fixture->ledger),
                        "通报 2022Q2，或用 --yes 仍印发 2022Q1 的");
    assert_int_equal(issue_all_the_same(fixture, "2022Q1", "示〔2022〕1号", "2022-07-08"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat((content ->> 'missing') || ' '\n"
                                             "  || (content ->> 'late'), ', ')\n"
                                             "FROM bulletin_row WHERE part IN\n"
                                             "  ('bulletin_figures', 'bulletin_section',\n"
                                             "   'bulletin_unit')"),
                        "2 1, 2 1, 2 1");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(record || ' '\n"
                                             "  || (content ->> 'return_state'), ', ')\n"
                                             "FROM bulletin_row WHERE part = 'bulletin_missing'"),
                        "1 missing, 6(2) missing, 172 late");
}

static void assert_kept(const ledger_fixture *fixture, const char *part, int row,
                        const tz_rows *rows)
{
    char sql[300];
    for (int i = 0; i < tz_rows_column_count(rows); i++) {
        snprintf(sql, sizeof sql,
                 "SELECT coalesce((SELECT content ->> '%s' FROM bulletin_row\n"
                 "WHERE part = '%s' ORDER BY ordinal LIMIT 1 OFFSET %d), '')",
                 tz_rows_column_name(rows, i), part, row);
        assert_string_equal(fixture_ask(fixture, sql), tz_rows_text(rows, i, NULL));
    }
}

/* How many rows a part has, each of which is kept as it stands. */
static int count_kept(const ledger_fixture *fixture, const char *part, const char *quarter,
                      const char *day, int first)
{
    tz_rows *rows;
    bool has_row;
    int count = 0;
    assert_int_equal(tz_bulletin_part_run(fixture->ledger, part, quarter, day, 1, &rows), TZ_OK);
    while (tz_rows_next(rows, &has_row) == TZ_OK && has_row)
        assert_kept(fixture, part, first + count++, rows);
    tz_rows_close(rows);
    return count;
}

/* Two quarters on their days, and all else of the bulletin's: a paper can be written again from
 * what is kept, and nothing else is. */
static void every_row_that_is_printed_is_kept(void **state)
{
    ledger_fixture *fixture = *state;
    tz_quarter_open_result opened;
    const tz_bulletin_part *part;
    report_task(fixture, "172", "ahead", "2022-04-06");
    assert_int_equal(tz_quarter_open(fixture->ledger, "2022Q2", "2022-06-30", false, &opened),
                     TZ_OK);
    assert_int_equal(issue(fixture, "2022Q2", "示〔2022〕1号", "2022-07-15", NULL), TZ_OK);
    long kept = 0;
    for (size_t i = 0; (part = tz_bulletin_part_at(i)) != NULL; i++) {
        int count = 0;
        if (part->is_of_each_quarter) { /* eight days after 2022-04-08, as the 15th is */
            count = count_kept(fixture, part->report, "2022Q2", "2022-07-15", 0);
            count += count_kept(fixture, part->report, "2022Q1", "2022-04-16", count);
        } else {
            count = count_kept(fixture, part->report, "2022Q2", "2022-07-15", 0);
        }
        kept += count;
    }
    assert_int_equal(domain_count(fixture, "bulletin_row"), kept);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(content ->> 'day')\n"
                                             "FROM bulletin_row WHERE part = 'bulletin_days'"),
                        "2022-07-15,2022-04-16");
}

static void a_quarter_is_opened_by_a_day(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    assert_int_equal(tz_quarter_check_opened(ledger, "2022Q1", "2022-03-31"), TZ_OK);
    assert_int_equal(tz_quarter_check_opened(ledger, "2022Q1", "2022-03-30"), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_error(ledger), "2022Q1 到 2022-03-30 没有开启调度");
    assert_int_equal(tz_quarter_check_opened(ledger, "2022Q2", "2022-03-31"), TZ_NOT_FOUND);
    assert_int_equal(tz_quarter_check_opened(ledger, "2022Q5", "2022-03-31"), TZ_MALFORMED);
    assert_int_equal(tz_quarter_check_opened(ledger, "2022Q1", "2022-02-30"), TZ_MALFORMED);
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
        WITH_ROUND(only_tasks_in_both_are_compared),
        WITH_ROUND(one_of_the_same_day_came_before),
        WITH_ROUND(they_are_issued_in_order_of_day),
        WITH_ROUND(the_issuer_is_kept),
        WITH_ROUND(before_its_returns_are_due_it_is_refused),
        WITH_ROUND(of_an_earlier_quarter_it_tells_of_its_own_returns),
        WITH_ROUND(every_row_that_is_printed_is_kept),
        WITH_ROUND(a_quarter_is_opened_by_a_day),
        WITH_ROUND(a_late_entry_is_told),
        WITH_ROUND(a_row_that_comes_or_goes_is_told),
        WITH_ROUND(what_cannot_be_issued_leaves_nothing),
        WITH_ROUND(an_unknown_bulletin_has_no_differences),
        WITH_ROUND(a_bulletin_is_found_by_number_or_quarter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
