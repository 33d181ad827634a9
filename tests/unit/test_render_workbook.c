/* test_render_workbook.c: what becomes of a workbook and its temporary files, also when something
 * fails. What stands in the cells is looked at in tests/sheet/. */
#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "fake_rows.h"

static const tz_render_options xlsx = {.format = TZ_FORMAT_XLSX};

static const fake_column columns[] = {{"code", "编号", TZ_COLUMN_TEXT},
                                      {"percent", "完成", TZ_COLUMN_PERCENT},
                                      {"lamp", "亮灯", TZ_COLUMN_WORD}};
static const fake_value values[] = {FAKE_TEXT("172"), FAKE_REAL(45.5), FAKE_WORD("red", "红灯")};

/* ---------------------------------------------------------------- a folder for temporary files */

static char folder[] = "/tmp/taizhang-workbook-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && setenv("TMPDIR", folder, 1) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder); /* which fails where something is left */
}

static void assert_nothing_is_left(void)
{
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (const struct dirent *entry = readdir(open); entry; entry = readdir(open))
        assert_true(entry->d_name[0] == '.');
    closedir(open);
}

/* ---------------------------------------------------------------- tests */

static void test_a_workbook_is_a_package(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t size;
    uint64_t row_count = 0;
    tz_rows rows = FAKE_ROWS(columns, values);
    FILE *out = open_memstream(&bytes, &size);
    assert_non_null(out);
    assert_int_equal(tz_render(&rows, &xlsx, out, &row_count), TZ_OK);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(row_count, 1);
    assert_true(size > 4);
    assert_memory_equal(bytes, "PK\x03\x04", 4);
    free(bytes);
    assert_nothing_is_left();
}

static void test_parts_are_counted_each(void **state)
{
    (void)state;
    tz_book *book;
    uint64_t row_count = 9;
    FILE *nowhere = fopen("/dev/null", "w");
    tz_rows empty = FAKE_ROWS(columns, values), full = FAKE_ROWS(columns, values);
    static const char *const chart[] = {"code", "percent", "nothing", NULL};
    tz_book_part part = {.is_left_out_empty = true, .chart_columns = chart};
    empty.row_count = 0;
    full.repeats = 3;
    assert_non_null(nowhere);
    assert_int_equal(tz_book_open(&xlsx, nowhere, &book), TZ_OK);
    assert_int_equal(tz_book_add(book, &empty, &part, &row_count), TZ_OK);
    assert_int_equal(row_count, 0);
    assert_int_equal(tz_book_add(book, &full, &part, &row_count), TZ_OK);
    assert_int_equal(row_count, 3);
    assert_int_equal(tz_book_close(book, TZ_OK), TZ_OK);
    fclose(nowhere);
    assert_nothing_is_left();
}

/* A workbook of parts that are all left out still has a sheet: there is none without. */
static void test_a_workbook_without_parts(void **state)
{
    (void)state;
    tz_book *book;
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    assert_int_equal(tz_book_open(&xlsx, nowhere, &book), TZ_OK);
    assert_int_equal(tz_book_close(book, TZ_OK), TZ_OK);
    fclose(nowhere);
    assert_nothing_is_left();
}

static void test_a_failure_leaves_nothing(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    rows.end = TZ_REJECTED;
    tz_status status;
    char *bytes = fake_rows_render(&rows, &xlsx, &status);
    assert_int_equal(status, TZ_REJECTED);
    assert_string_equal(bytes, "");
    free(bytes);
    assert_nothing_is_left();
}

static void test_no_folder_for_temporary_files(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    assert_int_equal(setenv("TMPDIR", "/nowhere", 1), 0);
    errno = 0;
    assert_int_equal(tz_render(&rows, &xlsx, nowhere, NULL), TZ_IO);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(setenv("TMPDIR", folder, 1), 0);
    fclose(nowhere);
}

/* The temporary files can't grow: of 64 KiB the rows themselves fail, of 1 MiB only the close. In
 * either case nothing of a workbook comes out. */
static void assert_bounded(rlim_t bound)
{
    struct rlimit before, bounded;
    char *bytes = NULL;
    size_t size;
    tz_rows rows = FAKE_ROWS(columns, values);
    rows.repeats = 5000; /* some 800 KiB of rows */
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    bounded = before;
    bounded.rlim_cur = bound;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    FILE *out = open_memstream(&bytes, &size);
    assert_non_null(out);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &bounded), 0);
    errno = 0;
    tz_status status = tz_render(&rows, &xlsx, out, NULL);
    int reason = errno;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_int_equal(status, TZ_IO);
    assert_int_equal(reason, EFBIG);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(size, 0);
    free(bytes);
    assert_nothing_is_left();
}

static void test_no_room_for_temporary_files(void **state)
{
    (void)state;
    assert_bounded(64 * 1024);
    assert_bounded(1024 * 1024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_workbook_is_a_package),
        cmocka_unit_test(test_parts_are_counted_each),
        cmocka_unit_test(test_a_workbook_without_parts),
        cmocka_unit_test(test_a_failure_leaves_nothing),
        cmocka_unit_test(test_no_folder_for_temporary_files),
        cmocka_unit_test(test_no_room_for_temporary_files),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
