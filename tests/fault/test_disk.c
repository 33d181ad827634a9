/* test_disk.c: the disk is full. A file may not grow beyond a limit (RLIMIT_FSIZE), so that a write
 * fails in the middle. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "ledger_state.h"
#include "taizhang.h"

static char folder[64], scratch[64];
static char path[128], copy[128], base[128], import_file[128];
static const tz_progress_import_options import_day = {.on = "2022-04-06"};
static tz_ledger *ledger;

static void limit_files(rlim_t size)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void lift_limit(void)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit_files(limit.rlim_max);
}

static rlim_t size_of(const char *file)
{
    struct stat about;
    assert_int_equal(stat(file, &about), 0);
    return (rlim_t)about.st_size;
}

static void assert_io(tz_status status)
{
    lift_limit();
    if (status != TZ_IO)
        fail_msg("status %d: %s", (int)status, tz_ledger_error(ledger));
    assert_true(*tz_ledger_error(ledger) != '\0');
    assert_null(strchr(tz_ledger_error(ledger), '\n'));
}

/* No room at all, for some pages, for the schema but not for the seed. */
static void test_init(void **state)
{
    static const rlim_t limits[] = {0, 1, 4096, 10000, 65536, 400000, 1000000};
    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        assert_true(limits[i] < size_of(base));
        limit_files(limits[i]);
        assert_io(tz_ledger_create(ledger, path, TZ_SEED_2022));
        assert_int_equal(file_count(folder), 0);
    }
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_2022), TZ_OK);
}

static void test_backup(void **state)
{
    (void)state;
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_WRITE), TZ_OK);
    const rlim_t limits[] = {0, 1, 4096, 400000, size_of(path) - 1};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        limit_files(limits[i]);
        assert_io(tz_ledger_backup(ledger, copy));
        assert_non_null(strstr(tz_ledger_error(ledger), copy));
        assert_null(strstr(tz_ledger_error(ledger), path));
        assert_int_equal(file_count(folder), 1);
    }
    assert_int_equal(tz_ledger_backup(ledger, copy), TZ_OK);
}

/* What may be written of the journal and of the ledger's own pages changes nothing in the end, and
 * the same handle goes on when there is room. */
static void try_import(rlim_t limit)
{
    char before[STATE_SIZE], after[STATE_SIZE];
    tz_import_result result;
    copy_file(base, path);
    read_state(path, before);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_WRITE), TZ_OK);
    limit_files(limit);
    assert_io(tz_progress_import(ledger, import_file, &import_day, &result));
    assert_int_equal(file_count(folder), 1);
    read_state(path, after);
    assert_string_equal(after, before);
    assert_int_equal(tz_progress_import(ledger, import_file, &import_day, &result), TZ_OK);
    assert_int_equal(result.added, 3);
}

/* Not even the journal can be written. */
static void test_import_without_journal(void **state)
{
    (void)state;
    try_import(0);
    try_import(100);
}

/* What is there can be written over, as on a full disk, but the file can't grow. */
static void test_import_without_growth(void **state)
{
    (void)state;
    try_import(size_of(base));
    try_import(size_of(base) + 4096);
}

/* libxlsxwriter wouldn't tell. No form is there, nor the folder that was made for them. */
static void test_form_export(void **state)
{
    static const rlim_t limits[] = {0, 1, 4096, 100000, 300000};
    static const tz_form_export_options options = {.as_of = "2022-03-31"};
    tz_form_export_result result;
    char forms[160];
    (void)state;
    snprintf(forms, sizeof forms, "%s/forms", folder);
    copy_file(base, path);
    assert_int_equal(tz_ledger_open(ledger, path, TZ_READ_ONLY), TZ_OK);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        limit_files(limits[i]);
        assert_io(tz_form_export(ledger, "2022Q1", forms, &options, &result));
        assert_int_equal(file_count(folder), 1);
    }
    assert_int_equal(tz_form_export(ledger, "2022Q1", forms, &options, &result), TZ_OK);
    assert_int_equal(result.forms, 43);
    assert_int_equal(file_count(forms), 43);
    remove_folder(forms);
}

/* ---- a folder for each test, and the ledger that they start from */

static int set_up(void **state)
{
    (void)state;
    make_folder(folder);
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    snprintf(copy, sizeof copy, "%s/copy.db", folder);
    return tz_ledger_new(&ledger) == TZ_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    lift_limit();
    tz_ledger_free(ledger);
    remove_folder(folder);
    return 0;
}

/* Three entries with a summary of many pages each. */
static void write_import(void)
{
    static char text[400000];
    size_t size = (size_t)snprintf(text, sizeof text, "quarter,code,percent,summary\n");
    for (int row = 0; row < 3; row++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "2022Q1,%d,10,", 172 + row);
        for (int i = 0; i < 10000; i++)
            size += (size_t)snprintf(text + size, sizeof text - size, "示例");
        size += (size_t)snprintf(text + size, sizeof text - size, "\n");
    }
    write_text(import_file, text);
}

static int make_base(void **state)
{
    tz_quarter_open_result result;
    (void)state;
    make_folder(scratch);
    snprintf(base, sizeof base, "%s/base.db", scratch);
    snprintf(import_file, sizeof import_file, "%s/q1.csv", scratch);
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(tz_ledger_create(ledger, base, TZ_SEED_2022), TZ_OK);
    assert_int_equal(tz_quarter_open(ledger, "2022Q1", "2022-03-31", true, &result), TZ_OK);
    tz_ledger_free(ledger);
    write_import();
    return 0;
}

static int remove_base(void **state)
{
    (void)state;
    remove_folder(scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_init, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_backup, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_import_without_journal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_import_without_growth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_form_export, set_up, tear_down),
    };
    signal(SIGXFSZ, SIG_IGN); /* then the write fails instead */
    return cmocka_run_group_tests(tests, make_base, remove_base);
}
