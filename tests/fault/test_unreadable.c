/* test_unreadable.c: a sector of the disk can't be read any more (EIO), or the end of the file is
 * gone. verify says which table it took; where not even the schema can be read, the file is named.
 *
 * A VFS before the system's refuses every read of one page, or of the temporary database. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "ledger_state.h"
#include "taizhang.h"

enum { PAGE_SIZE = 4096 };

static char folder[64], path[128], base[128];
static tz_ledger *ledger;

/* ---- the VFS */

static sqlite3_vfs *under, unreadable;
static sqlite3_io_methods methods;
static const sqlite3_io_methods *under_methods;
static int64_t bad_page; /* from 1; 0: none */
static int good_reads;   /* of the bad page, before it is bad */
static int64_t last_page;
static sqlite3_io_methods temporary_methods;
static const sqlite3_io_methods *under_temporary_methods;
static bool is_temporary_bad;
static sqlite3 *writer; /* tries to write whenever a reader is about to lock; NULL: none */
static int write_tries, writes;

/* The file is the system's own; only its methods are copied, with another xRead. */
static int read_page(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    last_page = offset / PAGE_SIZE + 1;
    if (last_page == bad_page && good_reads-- <= 0)
        return SQLITE_IOERR_READ;
    return under_methods->xRead(file, bytes, size, offset);
}

static void try_to_write(void)
{
    static const char sql[] = "BEGIN IMMEDIATE; UPDATE setting SET value = value; COMMIT";
    write_tries++;
    if (sqlite3_exec(writer, sql, NULL, NULL, NULL) == SQLITE_OK)
        writes++;
    else
        sqlite3_exec(writer, "ROLLBACK", NULL, NULL, NULL);
}

static int lock(sqlite3_file *file, int level)
{
    if (writer && level == SQLITE_LOCK_SHARED)
        try_to_write();
    return under_methods->xLock(file, level);
}

static int read_temporary(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    return is_temporary_bad ? SQLITE_IOERR_READ
                            : under_temporary_methods->xRead(file, bytes, size, offset);
}

static void replace_read(sqlite3_file *file, const sqlite3_io_methods **own,
                         sqlite3_io_methods *copy,
                         int (*read)(sqlite3_file *, void *, int, sqlite3_int64))
{
    *own = file->pMethods;
    *copy = **own;
    copy->iVersion = 2; /* pages come by xRead alone */
    copy->xRead = read;
    file->pMethods = copy;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
{
    (void)vfs;
    int code = under->xOpen(under, name, file, flags, given);
    if (code == SQLITE_OK && flags & SQLITE_OPEN_MAIN_DB) {
        replace_read(file, &under_methods, &methods, read_page);
        methods.xLock = lock;
    } else if (code == SQLITE_OK && flags & SQLITE_OPEN_TEMP_DB)
        replace_read(file, &under_temporary_methods, &temporary_methods, read_temporary);
    return code;
}

static int last_error(sqlite3_vfs *vfs, int size, char *text)
{
    (void)vfs;
    (void)size;
    (void)text;
    return EIO;
}

static void install(void)
{
    under = sqlite3_vfs_find(NULL);
    unreadable = *under;
    unreadable.zName = "unreadable";
    unreadable.xOpen = open_file;
    unreadable.xGetLastError = last_error;
    assert_int_equal(sqlite3_vfs_register(&unreadable, 1), SQLITE_OK);
}

/* ---- what verify says */

/* The findings as text: check, table and finding of each in a line. */
static void list_findings(tz_rows *findings, char *text, size_t size)
{
    bool has_row = false;
    size_t used = 0;
    text[0] = '\0';
    while (tz_rows_next(findings, &has_row) == TZ_OK && has_row && used < size)
        used += (size_t)snprintf(text + used, size - used, "%s,%s,%s\n",
                                 tz_rows_text(findings, 0, NULL), tz_rows_text(findings, 1, NULL),
                                 tz_rows_text(findings, 6, NULL));
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("no \"%s\" in\n%s", part, text);
}

static int64_t page_count(const char *file)
{
    struct stat about;
    assert_int_equal(stat(file, &about), 0);
    return about.st_size / PAGE_SIZE;
}

/* The page where the table's rows begin. */
static int64_t first_page(const char *table)
{
    sqlite3 *connection;
    sqlite3_stmt *row;
    assert_int_equal(sqlite3_open(path, &connection), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(connection,
                                        "SELECT rootpage FROM sqlite_schema WHERE name = ?1", -1,
                                        &row, NULL),
                     SQLITE_OK);
    sqlite3_bind_text(row, 1, table, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    int64_t page = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(connection);
    return page;
}

/* Verifies with the page bad after that many reads of it; the findings as text. */
static uint64_t verify_dying(int64_t page, int reads, char *text, size_t size)
{
    tz_verify_result result;
    tz_rows *findings;
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    bad_page = page;
    good_reads = reads;
    tz_status status = tz_verify(ledger, NULL, &result, &findings);
    bad_page = 0;
    if (status != TZ_OK)
        fail_msg("%d reads: status %d: %s", reads, (int)status, tz_ledger_error(ledger));
    list_findings(findings, text, size);
    tz_rows_close(findings);
    return result.findings;
}

/* Verifies with the table's first page unreadable; the findings hold `expected`, and no record
 * of another table. */
static void assert_found(const char *table, const char *expected)
{
    static char text[20000];
    verify_dying(first_page(table), 0, text, sizeof text);
    assert_has(text, expected);
    assert_null(strstr(text, "the journal doesn't have the record"));
}

static void test_a_table_is_named(void **state)
{
    (void)state;
    copy_file(base, path);
    assert_found("calendar", "replay,calendar,can't be checked: disk I/O error\n");
    assert_found("request", "replay,request,can't be checked: disk I/O error\n");
    assert_found("setting", "replay,setting,can't be checked: disk I/O error\n");
    assert_found("task", "replay,task,can't be checked: disk I/O error\n");
    assert_found("journal", "chain,journal,can't be checked: disk I/O error\n");
}

/* Nothing is left to verify by: the file is damaged, with what the system says. */
static void test_the_schema_is_unreadable(void **state)
{
    tz_verify_result result;
    tz_rows *findings = NULL;
    (void)state;
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    bad_page = 1;
    tz_status status = tz_verify(ledger, NULL, &result, &findings);
    bad_page = 0;
    assert_int_equal(status, TZ_IO);
    assert_null(findings);
    assert_non_null(strstr(tz_ledger_error(ledger), path));
    assert_non_null(strstr(tz_ledger_error(ledger), strerror(EIO)));
}

/* The page where the changeset of the journal's newest row ends. */
static int64_t last_page_of_journal(void)
{
    sqlite3 *connection;
    assert_int_equal(sqlite3_open(path, &connection), SQLITE_OK);
    assert_int_equal(sqlite3_exec(connection,
                                  "SELECT substr(changeset, -1) FROM journal"
                                  " ORDER BY journal_id DESC LIMIT 1",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    int64_t page = last_page;
    assert_int_equal(sqlite3_close(connection), SQLITE_OK);
    return page;
}

/* The sector dies before verify or while it runs, behind any of its reads: each time the row is
 * named, and all that isn't replayed is what the row says, the entry. */
static void test_a_changeset_is_named(void **state)
{
    static const char expected[] =
        "replay,journal,the changeset is damaged and isn't replayed: disk I/O error\n"
        "replay,progress,the journal doesn't have the record\n";
    static char text[20000];
    int reads = 0;
    (void)state;
    copy_file(base, path);
    int64_t page = last_page_of_journal();
    assert_int_not_equal(page, first_page("journal"));
    for (; verify_dying(page, reads, text, sizeof text) > 0; reads++) {
        if (reads == 0)
            assert_has(text, "chain,journal,its changeset can't be read: it is damaged\n");
        assert_has(text, expected);
        assert_string_equal(strstr(text, "replay,"), expected);
    }
    assert_true(reads > 3); /* for its integrity, the chain, the hash and the replay of the row */
}

/* The replay fills a database on the temporary disk: where that fails the ledger is as good as it
 * was. */
static void test_the_temporary_disk_is_unreadable(void **state)
{
    tz_verify_result result;
    tz_rows *findings;
    (void)state;
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    is_temporary_bad = true;
    tz_status status = tz_verify(ledger, NULL, &result, &findings);
    is_temporary_bad = false;
    tz_rows_close(findings);
    assert_int_equal(status, TZ_IO);
}

/* The state that is verified is one: nobody writes between two of the checks. */
static void test_nothing_is_written_meanwhile(void **state)
{
    tz_verify_result result;
    tz_rows *findings;
    (void)state;
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    assert_int_equal(tz_read_begin(ledger), TZ_OK); /* the schema takes a lock of its own */
    tz_read_end(ledger);
    assert_int_equal(sqlite3_open_v2(path, &writer, SQLITE_OPEN_READWRITE, under->zName),
                     SQLITE_OK);
    tz_status status = tz_verify(ledger, NULL, &result, &findings);
    assert_int_equal(sqlite3_close(writer), SQLITE_OK);
    writer = NULL;
    tz_rows_close(findings);
    assert_int_equal(status, TZ_OK);
    assert_int_equal(result.findings, 0);
    assert_int_equal(writes, 1); /* before the first lock */
    assert_true(write_tries > 10);
}

/* Verifies a file that was cut to `pages` while it was open. */
static tz_status verify_cut_off(int64_t pages, tz_rows **findings)
{
    tz_verify_result result;
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    assert_int_equal(truncate(path, pages * PAGE_SIZE), 0);
    return tz_verify(ledger, NULL, &result, findings);
}

/* SQLite reads nothing of a file that is shorter than its first page says, be it by one page. */
static void test_the_end_is_gone(void **state)
{
    const int64_t lengths[] = {page_count(base) - 1, 3, 1};
    char expected[200];
    (void)state;
    snprintf(expected, sizeof expected, "%s: the ledger is damaged", path);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        tz_rows *findings;
        assert_int_equal(verify_cut_off(lengths[i], &findings), TZ_IO);
        assert_null(findings);
        assert_string_equal(tz_ledger_error(ledger), expected);
    }
}

/* To SQLite an empty file is a database without tables: each of them is missing. */
static void test_nothing_is_left(void **state)
{
    static char text[20000];
    tz_rows *findings;
    (void)state;
    assert_int_equal(verify_cut_off(0, &findings), TZ_OK);
    list_findings(findings, text, sizeof text);
    tz_rows_close(findings);
    assert_has(text, "schema,,a built-in table is missing\n");
    assert_has(text, "chain,journal,can't be checked: no such table: ledger.journal\n");
    assert_null(strstr(text, "replay,"));
}

/* ---- a folder for each test, and the ledger that they start from */

static int set_up(void **state)
{
    (void)state;
    if (tz_ledger_new(&ledger) != TZ_OK)
        return -1;
    tz_ledger_set_language(ledger, TZ_EN);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    tz_ledger_free(ledger);
    unlink(path);
    return 0;
}

/* An entry of more pages than verify's cache has. */
static void add_large_entry(void)
{
    static char summary[2000001];
    tz_progress entry = TZ_PROGRESS_INIT;
    memset(summary, 'x', sizeof summary - 1);
    entry.task = "172";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.summary = summary;
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(ledger, &entry, NULL), TZ_OK);
}

static int make_base(void **state)
{
    tz_quarter_open_result result;
    (void)state;
    make_folder(folder);
    snprintf(base, sizeof base, "%s/base.db", folder);
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(tz_ledger_create(ledger, base, TZ_SEED_2022), TZ_OK);
    assert_int_equal(tz_quarter_open(ledger, "2022Q1", "2022-03-31", true, &result), TZ_OK);
    add_large_entry();
    tz_ledger_free(ledger);
    install();
    return 0;
}

static int remove_base(void **state)
{
    (void)state;
    remove_folder(folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_table_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_changeset_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_temporary_disk_is_unreadable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_written_meanwhile, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_schema_is_unreadable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_end_is_gone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_left, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, make_base, remove_base);
}
