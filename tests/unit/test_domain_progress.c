#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_progress entry_of(const char *task)
{
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = task;
    entry.quarter = "2022Q1";
    entry.reported_on = "2022-04-06";
    return entry;
}

/* The entry is refused with that error, and leaves nothing. */
static void assert_refused(void **state, const tz_progress *entry, tz_status status,
                           const char *error)
{
    ledger_fixture *fixture = *state;
    int revision = 7;
    long entries = domain_count(fixture, "progress");
    assert_int_equal(tz_progress_add(fixture->ledger, entry, &revision), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(revision, 0);
    assert_int_equal(domain_count(fixture, "progress"), entries);
    assert_int_equal(domain_count(fixture, "reading"), 0);
}

static void an_entry_is_written_with_its_readings(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const readings[] = {"３.９公里", "4.5%"};
    tz_progress entry = entry_of("1");
    int revision = 0;
    entry.percent = "10%";
    entry.state = "按序时推进";
    entry.summary = "完成3.9公里";
    entry.readings = readings;
    entry.reading_count = 2;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, &revision), TZ_OK);
    assert_int_equal(revision, 1);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT concat FROM (SELECT quarter || ' ' || unit_id || ' ' ||\n"
                    "reported_on || ' ' || percent || ' ' || state || ' ' || summary AS concat\n"
                    "FROM progress)"),
        "2022Q1 1 2022-04-06 10.0 on_schedule 完成3.9公里");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(value, ' ') FROM reading"),
                        "3.9 4.5");
}

static void a_second_entry_is_the_next_revision(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = entry_of("172");
    int revision = 0;
    entry.percent = "10";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, &revision), TZ_OK);
    assert_int_equal(revision, 2);
}

static void the_successor_answers_by_default(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = entry_of("172");
    entry.percent = "10";
    fixture_execute(fixture, "INSERT INTO succession (unit_id, successor_unit_id, from_day)\n"
                             "VALUES (1, 4, '2022-04-01')");
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT unit_id FROM progress"), "4");
}

static void what_breaks_a_rule_names_record_field_and_value(void **state)
{
    tz_progress entry = entry_of("172");
    entry.percent = "120";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q1：完成百分比 120：百分比须在0到100之间");
    entry = entry_of("172");
    entry.completed_on = "2022-05-01";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q1：完成日期 2022-05-01：完成日期晚于报送日期");
    entry = entry_of("172");
    entry.percent = "10";
    entry.unit = "市财政局";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q1：报送单位 市财政局：该单位不是此任务的牵头单位或责任单位");
    entry.unit = NULL;
    entry.reported_on = "2021-12-31";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q1：报送日期 2021-12-31：报送日期早于本季度");
    entry = entry_of("6");
    entry.percent = "10";
    assert_refused(state, &entry, TZ_REJECTED, "第6项 2022Q1：该任务已分解，请按分项报送");
    entry = entry_of("172");
    entry.percent = "10";
    entry.quarter = "2022Q2";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q2：该季度尚未调度，请先用 quarter open 开启");
}

static void an_amount_is_not_negative_but_a_level_may_be(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const amount[] = {"-1"}, *const level[] = {"", "-0.5"};
    tz_progress entry = entry_of("1");
    entry.readings = amount;
    entry.reading_count = 1;
    assert_refused(state, &entry, TZ_REJECTED, "第1项 2022Q1：指标1 -1：累计指标的完成值不得小于0");
    entry.readings = level;
    entry.reading_count = 2;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

static void an_entry_that_says_nothing_is_malformed(void **state)
{
    static const char *const nothing[] = {"", NULL};
    tz_progress entry = entry_of("172");
    entry.summary = "";
    entry.unit = "市城管局";
    entry.readings = nothing;
    entry.reading_count = 2;
    assert_refused(state, &entry, TZ_MALFORMED, "第172项 2022Q1：没有给出进展");
}

static void what_cannot_be_read_is_malformed(void **state)
{
    static const char *const word[] = {"many"};
    tz_progress entry = entry_of("172");
    entry.percent = "abc";
    assert_refused(state, &entry, TZ_MALFORMED, "第172项 2022Q1：完成百分比：“abc”不是百分比");
    entry = entry_of("172");
    entry.state = "完了";
    assert_refused(state, &entry, TZ_MALFORMED, "第172项 2022Q1：状态：不认识“完了”");
    entry = entry_of("172");
    entry.quarter = "2022Q5";
    assert_refused(state, &entry, TZ_MALFORMED, "“2022Q5”不是有效季度");
    entry = entry_of("172");
    entry.reported_on = "2022-02-29";
    assert_refused(state, &entry, TZ_MALFORMED,
                   "第172项 2022Q1：报送日期：“2022-02-29”不是有效日期");
    entry = entry_of("172");
    entry.summary = "\xe5\xae";
    assert_refused(state, &entry, TZ_MALFORMED, "第172项 2022Q1：进展情况：不是 UTF-8 文本");
    entry.summary = "完成\xe5\xae";
    assert_refused(state, &entry, TZ_MALFORMED,
                   "第172项 2022Q1：进展情况：“完成”之后的字节不是 UTF-8 文本");
    entry = entry_of("1");
    entry.readings = word;
    entry.reading_count = 1;
    assert_refused(state, &entry, TZ_MALFORMED, "第1项 2022Q1：指标1：“many”不是数");
}

static void a_target_that_the_task_lacks_is_not_found(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const readings[] = {"", NULL, "1"};
    tz_progress entry = entry_of("1");
    entry.readings = readings;
    entry.reading_count = 3;
    assert_refused(state, &entry, TZ_NOT_FOUND, "第1项 2022Q1：指标3：任务没有第3个指标");
    assert_string_equal(tz_ledger_hint(fixture->ledger),
                        "任务的指标：1 修建道路（公里）、2 失业率（%）");
}

static void done_below_100_needs_the_problem(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = entry_of("172");
    entry.percent = "90";
    entry.state = "done";
    assert_refused(state, &entry, TZ_REJECTED,
                   "第172项 2022Q1：完成百分比 90：状态为已完成而百分比不足100，须填写存在问题");
    entry.problem = "拆迁未完";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

static void done_with_an_unmet_target_needs_the_problem(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const below[] = {"38.7"}, *const above[] = {"38.8", "5.1"},
                             *const met[] = {"38.8", "5"};
    tz_progress entry = entry_of("1");
    entry.state = "done";
    entry.readings = below;
    entry.reading_count = 1;
    assert_refused(state, &entry, TZ_REJECTED,
                   "第1项 2022Q1：状态 done：状态为已完成，而指标“修建道路”的目标不低于 "
                   "38.8公里，完成值为 38.7公里");
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "--problem"));
    entry.readings = above;
    entry.reading_count = 2;
    assert_refused(
        state, &entry, TZ_REJECTED,
        "第1项 2022Q1：状态 done：状态为已完成，而指标“失业率”的目标不高于 5%，完成值为 5.1%");
    entry.readings = met;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

static void an_earlier_reading_counts_where_done_gives_none(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const low[] = {"30"};
    tz_progress entry = entry_of("1");
    entry.readings = low;
    entry.reading_count = 1;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    entry = entry_of("1");
    entry.state = "done";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_REJECTED);
    /* a responsible unit's own part is never judged */
    entry.unit = "市财政局";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_int_equal(domain_count(fixture, "progress"), 2);
}

static void a_failed_entry_leaves_the_outer_write_whole(void **state)
{
    ledger_fixture *fixture = *state;
    static const char *const below[] = {"1"};
    tz_progress good = entry_of("172"), bad = entry_of("1");
    good.percent = "10";
    bad.state = "done";
    bad.readings = below;
    bad.reading_count = 1;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_progress_add(fixture->ledger, &good, NULL), TZ_OK);
    assert_int_equal(tz_progress_add(fixture->ledger, &bad, NULL), TZ_REJECTED);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_int_equal(domain_count(fixture, "progress"), 1);
    assert_int_equal(domain_count(fixture, "reading"), 0);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_entry_is_written_with_its_readings),
        TEST(a_second_entry_is_the_next_revision),
        TEST(the_successor_answers_by_default),
        TEST(what_breaks_a_rule_names_record_field_and_value),
        TEST(an_amount_is_not_negative_but_a_level_may_be),
        TEST(an_entry_that_says_nothing_is_malformed),
        TEST(what_cannot_be_read_is_malformed),
        TEST(a_target_that_the_task_lacks_is_not_found),
        TEST(done_below_100_needs_the_problem),
        TEST(done_with_an_unmet_target_needs_the_problem),
        TEST(an_earlier_reading_counts_where_done_gives_none),
        TEST(a_failed_entry_leaves_the_outer_write_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
