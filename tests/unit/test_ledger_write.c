/* Writes: one way in, one way out; and what the database refuses, in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger_fixture.h"
#include "query.h"

static const char yellow[] = "SELECT value FROM setting WHERE name = 'yellow_lag'";

static tz_status set_yellow(const ledger_fixture *fixture, const char *value)
{
    char sql[100];
    snprintf(sql, sizeof sql, "UPDATE setting SET value = %s WHERE name = 'yellow_lag'", value);
    return tz_execute(fixture->ledger, sql);
}

static void commit_keeps_and_rollback_undoes(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(set_yellow(fixture, "11"), TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(set_yellow(fixture, "12"), TZ_OK);
    tz_write_rollback(fixture->ledger);
    tz_write_rollback(fixture->ledger);
    assert_string_equal(fixture_ask(fixture, yellow), "11.0");
}

static void any_other_commit_is_refused(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_not_equal(set_yellow(fixture, "11"), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(set_yellow(fixture, "11"), TZ_OK);
    assert_int_not_equal(tz_execute(fixture->ledger, "COMMIT"), TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_IO);
    assert_string_equal(fixture_ask(fixture, yellow), "10.0");
}

static void failed_inner_call_leaves_nothing_in_the_outer(void **state)
{
    const ledger_fixture *fixture = *state;
    bool is_own;
    assert_int_equal(tz_write_begin(fixture->ledger, "outer"), TZ_OK);
    assert_int_equal(tz_write_enter(fixture->ledger, "good", &is_own), TZ_OK);
    assert_false(is_own);
    assert_int_equal(set_yellow(fixture, "11"), TZ_OK);
    assert_int_equal(tz_write_leave(fixture->ledger, is_own, TZ_OK), TZ_OK);
    assert_int_equal(tz_write_enter(fixture->ledger, "bad", &is_own), TZ_OK);
    assert_int_equal(set_yellow(fixture, "12"), TZ_OK);
    assert_int_equal(tz_write_leave(fixture->ledger, is_own, TZ_REJECTED), TZ_REJECTED);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_string_equal(fixture_ask(fixture, yellow), "11.0");
}

/* The yellow threshold as a reading call of the handle sees it. */
static void assert_yellow(const ledger_fixture *fixture, int64_t expected)
{
    sqlite3_stmt *statement;
    int64_t value;
    assert_int_equal(tz_prepare(fixture->ledger, yellow, &statement), TZ_OK);
    assert_int_equal(tz_query_integer(fixture->ledger, statement, &value), TZ_OK);
    assert_int_equal(value, expected);
}

/* What another connection writes meanwhile is not seen, and can't be committed before the end, also
 * where nothing was read yet. */
static void a_read_sees_one_state(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *other;
    assert_int_equal(sqlite3_open(fixture->path, &other), SQLITE_OK);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "UPDATE setting SET value = 11 WHERE name = 'yellow_lag'",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_BUSY);
    assert_yellow(fixture, 10);
    tz_read_end(fixture->ledger);
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    assert_yellow(fixture, 11);
    tz_read_end(fixture->ledger); /* nothing to end */
    sqlite3_close(other);
}

/* Nothing is left open: the handle reads and writes when the lock is gone. */
static void a_read_of_a_locked_ledger_is_busy(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *other;
    assert_int_equal(sqlite3_open(fixture->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_busy_timeout(fixture->ledger->database, 0); /* not the ten seconds */
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_BUSY);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), fixture->path));
    tz_read_end(fixture->ledger); /* nothing to end */
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_BUSY);
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    tz_write_rollback(fixture->ledger);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK);
    tz_read_end(fixture->ledger);
    sqlite3_close(other);
}

/* Else the next begin, of whatever file, would assert. */
static void a_read_ends_with_its_file(void **state)
{
    const ledger_fixture *fixture = *state;
    const char *other = fixture_path(fixture, "other.db");
    assert_int_equal(tz_ledger_backup(fixture->ledger, other), TZ_OK);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK);
    assert_int_equal(tz_ledger_open(fixture->ledger, other, TZ_READ_WRITE), TZ_OK);
    assert_false(fixture->ledger->is_reading);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    tz_write_rollback(fixture->ledger);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK);
    assert_int_equal(tz_ledger_open(fixture->ledger, "no.db", TZ_READ_WRITE), TZ_NOT_FOUND);
    assert_false(fixture->ledger->is_reading);
    assert_int_equal(tz_ledger_open(fixture->ledger, other, TZ_READ_WRITE), TZ_OK);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK); /* tear-down frees the handle */
}

static void a_read_stands_in_a_write_or_a_read(void **state)
{
    const ledger_fixture *fixture = *state;
    bool is_own;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_read_enter(fixture->ledger, &is_own), TZ_OK);
    assert_false(is_own);
    tz_read_leave(fixture->ledger, is_own);
    assert_int_equal(set_yellow(fixture, "11"), TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_int_equal(tz_read_begin(fixture->ledger), TZ_OK);
    assert_int_equal(tz_read_enter(fixture->ledger, &is_own), TZ_OK);
    assert_false(is_own);
    tz_read_end(fixture->ledger);
    assert_int_equal(tz_read_enter(fixture->ledger, &is_own), TZ_OK);
    assert_true(is_own);
    tz_read_leave(fixture->ledger, is_own);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    tz_write_rollback(fixture->ledger);
}

static void read_only_is_refused(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_ledger_open(fixture->ledger, fixture->path, TZ_READ_ONLY), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_REFUSED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), fixture->path));
    tz_write_rollback(fixture->ledger);
}

static void locked_ledger_is_busy(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *other;
    assert_int_equal(tz_ledger_new(&other), TZ_OK);
    assert_int_equal(tz_ledger_open(other, fixture->path, TZ_READ_WRITE), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    sqlite3_busy_timeout(other->database, 0); /* not the ten seconds */
    assert_int_equal(tz_write_begin(other, "test"), TZ_BUSY);
    assert_non_null(strstr(tz_ledger_error(other), "正被其他程序占用"));
    tz_write_rollback(fixture->ledger);
    assert_int_equal(tz_write_begin(other, "test"), TZ_OK);
    tz_ledger_free(other); /* rolls back */
}

static void constraints_speak_the_language(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(set_yellow(fixture, "500"), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "the setting is out of its bounds");
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
    assert_int_equal(set_yellow(fixture, "500"), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "设置值超出范围");
    assert_int_equal(tz_execute(fixture->ledger, "INSERT INTO reading VALUES (1, 1, 1)"),
                     TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "该指标不属于此任务");
    assert_int_equal(tz_execute(fixture->ledger, "INSERT INTO unit_alias (alias, unit_id, reason)"
                                                 " VALUES ('甲', 99, '乙')"),
                     TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "引用的记录不存在"));
}

static void long_errors_are_cut_between_characters(void **state)
{
    const ledger_fixture *fixture = *state;
    char name[2000];
    for (size_t i = 0; i + 3 < sizeof name; i += 3)
        memcpy(name + i, "台", 4);
    tz_fail(fixture->ledger, TZ_REJECTED, "a%s", "a%s", name);
    /* 1 byte and 340 characters of 3 are 1021; with the next one 1024, where the NUL must be */
    assert_int_equal(strlen(tz_ledger_error(fixture->ledger)), 1021);
    tz_fail(fixture->ledger, TZ_REJECTED, "%s", "%s", "two\nlines");
    assert_string_equal(tz_ledger_error(fixture->ledger), "two lines");
    tz_name_record(fixture->ledger, "第%d项", "task %d", 172);
    assert_string_equal(tz_ledger_error(fixture->ledger), "task 172: two lines");
}

static void days_are_read_and_checked(void **state)
{
    const ledger_fixture *fixture = *state;
    char day[11], quarter[7];
    assert_int_equal(tz_argument_day(fixture->ledger, "2022年7月5日", day), TZ_OK);
    assert_string_equal(day, "2022-07-05");
    assert_int_equal(tz_argument_day(fixture->ledger, "2022-02-29", day), TZ_MALFORMED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "\"2022-02-29\" is not a day");
    assert_int_equal(tz_argument_day(fixture->ledger, "2041-01-01", day), TZ_REJECTED);
    assert_int_equal(tz_argument_day(fixture->ledger, NULL, day), TZ_OK);
    assert_int_equal(tz_argument_quarter(fixture->ledger, "2022年第一季度", quarter), TZ_OK);
    assert_string_equal(quarter, "2022Q1");
    assert_int_equal(tz_argument_quarter(fixture->ledger, "2022Q5", quarter), TZ_MALFORMED);
    assert_int_equal(tz_argument_quarter(fixture->ledger, "2019Q4", quarter), TZ_REJECTED);
}

#define IN_LEDGER(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_LEDGER(commit_keeps_and_rollback_undoes),
        IN_LEDGER(any_other_commit_is_refused),
        IN_LEDGER(failed_inner_call_leaves_nothing_in_the_outer),
        IN_LEDGER(a_read_sees_one_state),
        IN_LEDGER(a_read_of_a_locked_ledger_is_busy),
        IN_LEDGER(a_read_ends_with_its_file),
        IN_LEDGER(a_read_stands_in_a_write_or_a_read),
        IN_LEDGER(read_only_is_refused),
        IN_LEDGER(locked_ledger_is_busy),
        IN_LEDGER(constraints_speak_the_language),
        IN_LEDGER(long_errors_are_cut_between_characters),
        IN_LEDGER(days_are_read_and_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
