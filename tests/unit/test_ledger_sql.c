/* tz_sql: whatever it is given, it reads, in bounds of time and memory, and does nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "ledger_fixture.h"

/* All rows; the status that ends them. */
static tz_status run(const ledger_fixture *fixture, const char *sql, unsigned timeout_seconds)
{
    tz_limits limits = {.timeout_seconds = timeout_seconds};
    tz_rows *rows;
    bool has_row = true;
    tz_status status = tz_sql(fixture->ledger, sql, NULL, 0, &limits, &rows);
    if (status != TZ_OK)
        assert_null(rows);
    while (status == TZ_OK && has_row)
        status = tz_rows_next(rows, &has_row);
    tz_rows_close(rows);
    return status;
}

static void assert_rejected(const ledger_fixture *fixture, const char *sql, const char *part)
{
    if (run(fixture, sql, 5) != TZ_REJECTED)
        fail_msg("not rejected: %.100s", sql);
    if (!strstr(tz_ledger_error(fixture->ledger), part))
        fail_msg("%.100s: \"%s\" lacks \"%s\"", sql, tz_ledger_error(fixture->ledger), part);
}

static const char *const escapes[] = {
    "INSERT INTO setting VALUES ('due_soon_days', 3)",
    "INSERT INTO setting VALUES ('x', 3) RETURNING name",
    "UPDATE setting SET value = 1 RETURNING value",
    "DELETE FROM setting",
    "WITH x AS (SELECT 1) DELETE FROM setting",
    "REPLACE INTO setting VALUES ('yellow_lag', 3)",
    "DROP TABLE setting",
    "CREATE TABLE t(x)",
    "CREATE TEMP TABLE t(x)",
    "CREATE TEMP VIEW v AS SELECT 1",
    "CREATE VIRTUAL TABLE t USING fts5(x)",
    "ALTER TABLE setting RENAME TO s",
    "CREATE INDEX i ON setting(value)",
    "UPDATE sqlite_master SET sql = ''",
    "UPDATE sqlite_schema SET sql = ''",
    "REINDEX",
    "ANALYZE",
    "VACUUM",
    "VACUUM INTO 'copy.db'",
    "ATTACH 'other.db' AS o",
    "ATTACH ':memory:' AS o",
    "DETACH main",
    "BEGIN",
    "BEGIN IMMEDIATE",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT s",
    "RELEASE call",
    "PRAGMA user_version = 5",
    "PRAGMA application_id = 5",
    "PRAGMA query_only = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA temp_store_directory = '/'",
    "PRAGMA wal_checkpoint",
    "PRAGMA hard_heap_limit = 1",
    "PRAGMA optimize",
    "PRAGMA incremental_vacuum",
    "PRAGMA cache_size = 100000000",
    "PRAGMA busy_timeout = 1000000",
    "SELECT load_extension('x')",
    "SELECT fts3_tokenizer('x')",
    "SELECT fts3_tokenizer('simple', x'0102030405060708')",
    "SELECT * FROM pragma_user_version(7)",
    "EXPLAIN DELETE FROM setting",
};

static void nothing_escapes(void **state)
{
    const ledger_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++)
        assert_rejected(fixture, escapes[i], "");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(value) FROM setting"),
                        "30.0,50.0,30.0,3.0,5.0,10.0");
    assert_int_equal(fixture_file_count(fixture), 1);
}

static void nothing_escapes_within_a_write(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger, "UPDATE setting SET value = 7"
                                                 " WHERE name = 'yellow_lag'"),
                     TZ_OK);
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++)
        assert_rejected(fixture, escapes[i], "");
    assert_string_equal(fixture_ask(fixture, "SELECT value FROM setting WHERE name = 'yellow_lag'"),
                        "7.0");
    tz_write_rollback(fixture->ledger);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(value) FROM setting"),
                        "30.0,50.0,30.0,3.0,5.0,10.0");
}

static void reading_is_allowed(void **state)
{
    const ledger_fixture *fixture = *state;
    static const char *const queries[] = {
        "SELECT 1;",
        " ; SELECT 1 -- so\n ; /* and */ ;",
        "VALUES (1), (2)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 9",
        "EXPLAIN SELECT * FROM task_status",
        "EXPLAIN QUERY PLAN SELECT * FROM overdue",
        "PRAGMA table_info(task)",
        "PRAGMA user_version",
        "SELECT * FROM pragma_table_info('task')",
        "SELECT * FROM task_status WHERE as_of = '2022-07-01'",
        "SELECT json_group_array(name), round(avg(value), 1), date('now') FROM setting",
    };
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++)
        if (run(fixture, queries[i], 5) != TZ_OK)
            fail_msg("%s: %s", queries[i], tz_ledger_error(fixture->ledger));
}

static void errors_say_what_and_where(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_rejected(fixture, "", "no SQL statement");
    assert_rejected(fixture, " -- nothing", "no SQL statement");
    assert_rejected(fixture, "SELECT 1; SELECT 2", "more than one");
    assert_rejected(fixture, "SELECT 1; nonsense", "more than one");
    assert_rejected(fixture, "SELECT nam FROM setting", "no such column: nam, at byte 8");
    assert_string_equal(tz_ledger_hint(fixture->ledger), "it is here: nam FROM setting");
    assert_rejected(fixture, "SELECT * FROM nowhere", "no such table: nowhere");
    assert_rejected(fixture, "SELECT abs(-9223372036854775807 - 1)", "integer overflow");
    assert_rejected(fixture, "SELECT ?", "must have a name");
    assert_rejected(fixture, "DELETE FROM setting", "may only read");
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
    assert_rejected(fixture, "DELETE FROM setting", "SQL 只能查询");
    assert_rejected(fixture, "SELECT nam FROM setting", "SQL 第 8 字节处出错");
}

static void parameters_are_bound_by_name(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_parameter given[] = {{"name", "red_lag"}, {"none", NULL}};
    tz_rows *rows;
    bool has_row;
    assert_int_equal(tz_sql(fixture->ledger, "SELECT value, :none FROM setting WHERE name = :name",
                            given, 2, NULL, &rows),
                     TZ_OK);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_true(has_row);
    assert_true(tz_rows_real(rows, 0) == 30);
    assert_int_equal(tz_rows_value_type(rows, 1), TZ_VALUE_NULL);
    tz_rows_close(rows);
    assert_int_equal(tz_sql(fixture->ledger, "SELECT :unit", given, 2, NULL, &rows), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), ":unit"));
    assert_null(rows);
}

static void rows_end_at_the_limit(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_limits limits = {.max_rows = 2};
    tz_rows *rows;
    bool has_row;
    assert_int_equal(tz_sql(fixture->ledger, "VALUES (1), (2), (3)", NULL, 0, &limits, &rows),
                     TZ_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
        assert_true(has_row);
    }
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_false(has_row);
    assert_true(tz_rows_is_cut(rows));
    tz_rows_close(rows);
    assert_int_equal(tz_sql(fixture->ledger, "VALUES (1), (2)", NULL, 0, &limits, &rows), TZ_OK);
    do
        assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    while (has_row);
    assert_false(tz_rows_is_cut(rows));
    tz_rows_close(rows);
}

#define COUNTING(last) "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n" last ") "

static const char *const bombs[] = {
    COUNTING("") "SELECT count(*) FROM n",
    COUNTING("") "SELECT count(*) FROM n WHERE i < 0",
    COUNTING("") "SELECT length(group_concat(hex(randomblob(50000)))) FROM n",
    COUNTING("") "SELECT length(json_group_array(hex(randomblob(40000)))) FROM n",
    COUNTING("") "SELECT hex(randomblob(20000)) AS x FROM n ORDER BY x",
    COUNTING("") "SELECT count(DISTINCT randomblob(100000)) FROM n",
    "SELECT length(randomblob(1000000000))",
    "SELECT length(zeroblob(1000000000))",
    "SELECT count(*) FROM calendar a, calendar b, calendar c",
    ("WITH RECURSIVE n(i, x) AS (SELECT 1, randomblob(200000) UNION ALL"
     " SELECT i + 1, randomblob(200000) FROM n) SELECT max(x) FROM n"),
};

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void bombs_end_in_bounds(void **state)
{
    const ledger_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof bombs / sizeof bombs[0]; i++) {
        struct timespec start;
        clock_gettime(CLOCK_MONOTONIC, &start);
        sqlite3_memory_highwater(1);
        if (run(fixture, bombs[i], 1) != TZ_REJECTED)
            fail_msg("it ended by itself: %s", bombs[i]);
        if (seconds_since(&start) > 3)
            fail_msg("%.1f s: %s", seconds_since(&start), bombs[i]);
        if (sqlite3_memory_highwater(0) > 96 << 20)
            fail_msg("%lld MiB: %s", (long long)(sqlite3_memory_highwater(0) >> 20), bombs[i]);
    }
    assert_string_equal(fixture_ask(fixture, "SELECT 1"), "1");
}

/* A row as wide as it may be, each value as long as it may be. */
static void wide_rows_end_in_bounds(void **state)
{
    const ledger_fixture *fixture = *state;
    char sql[16000] = "WITH a(x) AS (SELECT hex(zeroblob(131000))) SELECT 1";
    for (int i = 0; i < 240; i++)
        strcat(sql, ", x || 1");
    strcat(sql, " FROM a");
    sqlite3_memory_highwater(1);
    run(fixture, sql, 1);
    assert_true(sqlite3_memory_highwater(0) < 96 << 20);
    strcpy(sql, "SELECT 1");
    for (int i = 0; i < 200; i++)
        sprintf(sql + strlen(sql), ", length(hex(zeroblob(%d)))", 130000 + i);
    sqlite3_memory_highwater(1);
    assert_rejected(fixture, sql, "memory");
    assert_true(sqlite3_memory_highwater(0) < 96 << 20);
}

#define IN_LEDGER(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_LEDGER(nothing_escapes),
        IN_LEDGER(nothing_escapes_within_a_write),
        IN_LEDGER(reading_is_allowed),
        IN_LEDGER(errors_say_what_and_where),
        IN_LEDGER(parameters_are_bound_by_name),
        IN_LEDGER(rows_end_at_the_limit),
        IN_LEDGER(bombs_end_in_bounds),
        IN_LEDGER(wide_rows_end_in_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
