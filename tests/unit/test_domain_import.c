#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_import_result result;

static const tz_progress_import_options in_april = {.on = "2022-04-06"},
                                        a_day_later = {.on = "2022-04-07"},
                                        on_no_day = {.on = "2022-02-30"};

static tz_status import(void **state, const char *text)
{
    ledger_fixture *fixture = *state;
    return tz_progress_import(fixture->ledger, domain_file(fixture, "q1.csv", text), &in_april,
                              &result);
}

/* The file is rejected with those notes, and no row of it is in the ledger. */
static void assert_rejected(void **state, const char *text, const char *notes)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, text), TZ_REJECTED);
    assert_string_equal(domain_notes(), notes);
    assert_int_equal(result.added, 0);
    assert_int_equal(domain_count(fixture, "progress"), 0);
    assert_int_equal(domain_count(fixture, "reading"), 0);
}

static const char good[] =
    "季度,code,任务内容,完成百分比,STATE,进展情况,指标１,reading_2,reported_on\n"
    "2022Q1,1,修路,10%,按序时推进,\"一, 二\",\"3.9公里\",４.5,2022/4/5\n"
    "2022年第一季度,6.1,,45,,,,,\n"
    "2022Q1,6(2),,,,,,,2022-04-05\n";

static void columns_are_known_by_either_name(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, good), TZ_OK);
    assert_int_equal(result.rows, 3);
    assert_int_equal(result.added, 2);
    assert_int_equal(result.empty, 1);
    assert_int_equal(result.unchanged, 0);
    assert_int_equal(result.errors, 0);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(task_id || ' ' || reported_on || ' ' ||\n"
                                    "  percent || coalesce(state || summary, ''), ';')\n"
                                    "FROM progress ORDER BY task_id"),
                        "1 2022-04-05 10.0on_schedule一, 二;61 2022-04-06 45.0");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(value, ' ') FROM reading"),
                        "3.9 4.5");
}

static void the_same_file_twice_changes_nothing(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, good), TZ_OK);
    assert_int_equal(
        tz_progress_import(fixture->ledger, fixture_path(fixture, "q1.csv"), &a_day_later, &result),
        TZ_OK);
    assert_int_equal(result.unchanged, 2);
    assert_int_equal(result.added, 0);
    assert_int_equal(domain_count(fixture, "progress"), 2);
}

static void a_changed_reading_is_a_new_revision(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import(state, "code,quarter,reading_1\n1,2022Q1,3.9\n"), TZ_OK);
    assert_int_equal(import(state, "code,quarter,reading_1\n1,2022Q1,4.9\n"), TZ_OK);
    assert_int_equal(result.added, 1);
    assert_string_equal(fixture_ask(fixture, "SELECT max(revision) FROM progress"), "2");
}

static void every_bad_cell_is_told(void **state)
{
    ledger_fixture *fixture = *state;
    assert_rejected(
        state,
        "code,quarter,percent,state,指标1\n"
        "172,2022Q1,50,,\n"
        "1,2022Q1,abc,完了,many\n"
        "6(9),2022Q5,1,,\n",
        "E:3:percent:“abc”不是百分比；写作 45 或 45%\n"
        "E:3:state:不认识“完了”；可用：ahead 超序时、behind 滞后、difficult 存在困难、done 已完成、"
        "not_started 未启动、on_schedule 按序时推进\n"
        "E:3:指标1:“many”不是数；只写以公里计的数\n"
        "E:4:code:没有编号为“6(9)”的任务；相近的编号：6、6(1)、6(2)\n"
        "E:4:quarter:“2022Q5”不是有效季度；请写成 2022Q1 至 2022Q4\n");
    assert_int_equal(result.errors, 5);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "5 处错误，未导入任何一行"));
}

static void a_broken_rule_names_its_column(void **state)
{
    assert_rejected(
        state,
        "code,quarter,percent,completed_on,state,指标1\n"
        "172,2022Q1,120,,,\n"
        "6.1,2022Q1,1,2022-05-01,,\n"
        "1,2022Q1,,,已完成,1\n"
        "6,2022Q1,1,,,\n",
        "E:2:percent:120：百分比须在0到100之间\n"
        "E:3:completed_on:2022-05-01：完成日期晚于报送日期\n"
        "E:4:state:已完成：状态为已完成，而指标“修建道路”的目标不低于 38.8公里，完成值为 1公里；"
        "请在存在问题（--problem）中说明原因，或改报状态\n"
        "E:5::该任务已分解，请按分项报送\n");
}

/* Also where the first of them has an error of its own, and the second names the unit that the
 * first leaves out. Another unit's row is another entry. */
static void a_second_row_for_one_entry_is_an_error(void **state)
{
    ledger_fixture *fixture = *state;
    assert_rejected(state,
                    "code,quarter,unit,percent\n"
                    "1,2022Q1,,abc\n"
                    "172,2022Q1,,\n"
                    "172,2022Q1,,10\n"
                    "１,2022年第一季度,市城管局,20\n"
                    "172,2022Q1,,10\n",
                    "E:2:percent:“abc”不是百分比；写作 45 或 45%\n"
                    "E:5:code:1：与第 2 行重复：同一任务、季度和报送单位只能有一行\n"
                    "E:6:code:172：与第 4 行重复：同一任务、季度和报送单位只能有一行\n");
    assert_int_equal(import(state, "code,quarter,unit,percent\n"
                                   "1,2022Q1,,10\n"
                                   "1,2022Q1,市财政局,20\n"),
                     TZ_OK);
    assert_int_equal(result.added, 2);
    assert_int_equal(domain_count(fixture, "progress"), 2);
}

static void a_header_must_have_code_and_quarter(void **state)
{
    assert_rejected(state, "percent,百分比\n1,2\n",
                    "Q:1:百分比:不认得这一列，未导入\n"
                    "E:1:任务编号:缺少这一列\nE:1:季度:缺少这一列\n");
}

static void a_doubled_column_is_an_error(void **state)
{
    assert_rejected(state, "code,任务编号,quarter\n1,2,2022Q1\n",
                    "E:1:任务编号:这一列出现了两次\n");
}

static void a_cell_beyond_the_header_is_an_error(void **state)
{
    assert_rejected(state, "code,quarter,summary\n172,2022Q1,完成一,二\n",
                    "E:2::第4格“二”没有表头，逗号可能没有加引号\n");
}

static void a_file_that_ends_in_a_quote_is_rejected_whole(void **state)
{
    assert_rejected(state, "code,quarter,summary\n172,2022Q1,好\n1,2022Q1,\"没完\n",
                    "E:3::引号没有结束\n");
}

/* The file of an import says for each row when it came: only what came after the close is marked.
 */
static void rows_after_the_close_need_the_permission(void **state)
{
    ledger_fixture *fixture = *state;
    static const tz_progress_import_options late = {.on = "2022-04-12", .allow_late = true};
    static const char text[] = "code,quarter,summary,reported_on\n"
                               "172,2022Q1,示例,2022-04-08\n1,2022Q1,示例,\n";
    fixture_execute(fixture, "UPDATE round SET closed_on = '2022-04-11'");
    const char *file = domain_file(fixture, "q1.csv", text);
    static const tz_progress_import_options on_the_day = {.on = "2022-04-12"};
    assert_int_equal(tz_progress_import(fixture->ledger, file, &on_the_day, &result), TZ_REJECTED);
    assert_string_equal(domain_notes(), "E:3::该季度调度已关闭，补报须注明（--late）\n");
    assert_int_equal(tz_progress_import(fixture->ledger, file, &late, &result), TZ_OK);
    assert_int_equal(result.added, 2);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(task_id || ' ' || is_after_close, ';')\n"
                                    "FROM (SELECT * FROM progress ORDER BY task_id)"),
                        "1 1;172 0");
}

static void what_is_no_file_or_no_text_is_told(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_progress_import(fixture->ledger, "/nonexistent.csv", NULL, &result),
                     TZ_NOT_FOUND);
    assert_int_equal(tz_progress_import(fixture->ledger, fixture->folder, NULL, &result), TZ_IO);
    assert_int_equal(tz_progress_import(fixture->ledger, "/nonexistent.csv", &on_no_day, &result),
                     TZ_MALFORMED);
    assert_int_equal(import(state, ""), TZ_REJECTED);
    assert_int_equal(import(state, "code,quarter\n1,\xff\xff\n"), TZ_REJECTED);
}

static void the_outer_write_keeps_what_was_before(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "172";
    entry.quarter = "2022Q1";
    entry.reported_on = "2022-04-06";
    entry.percent = "10";
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_int_equal(import(state, "code,quarter,percent\n1,2022Q1,5\n1,2022Q1,x\n"), TZ_REJECTED);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_int_equal(domain_count(fixture, "progress"), 1);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(columns_are_known_by_either_name),
        TEST(the_same_file_twice_changes_nothing),
        TEST(a_changed_reading_is_a_new_revision),
        TEST(every_bad_cell_is_told),
        TEST(a_broken_rule_names_its_column),
        TEST(a_second_row_for_one_entry_is_an_error),
        TEST(a_header_must_have_code_and_quarter),
        TEST(a_doubled_column_is_an_error),
        TEST(a_cell_beyond_the_header_is_an_error),
        TEST(a_file_that_ends_in_a_quote_is_rejected_whole),
        TEST(rows_after_the_close_need_the_permission),
        TEST(what_is_no_file_or_no_text_is_told),
        TEST(the_outer_write_keeps_what_was_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
