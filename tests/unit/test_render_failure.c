/* test_render_failure.c: what every format does when the stream, the query or the memory fails. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_rows.h"

enum { FORMAT_COUNT = TZ_FORMAT_XLSX + 1 };

static const fake_column columns[] = {
    {"code", "编号", TZ_COLUMN_TEXT},
    {"text", "任务", TZ_COLUMN_TEXT},
    {"lamp", "亮灯", TZ_COLUMN_WORD},
};
static const fake_value values[] = {
    FAKE_TEXT("172"),
    FAKE_TEXT("新建改造城区雨污管网（含合流）38.8公里，完成中心城区雨污分流"),
    FAKE_WORD("red", "红灯"),
};

/* ---------------------------------------------------------------- refused allocations */

static long allocations_left = -1; /* until one is refused; -1: none is */

static bool is_refused(void)
{
    if (allocations_left < 0 || allocations_left-- > 0)
        return false;
    errno = ENOMEM;
    return true;
}

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size);
char *__real_strndup(const char *text, size_t size);
char *__wrap_strndup(const char *text, size_t size);

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : __real_realloc(memory, size);
}

char *__wrap_strndup(const char *text, size_t size)
{
    return is_refused() ? NULL : __real_strndup(text, size);
}

static tz_render_options options_of(int format)
{
    return (tz_render_options){.format = (tz_format)format, .width = 40, .use_colour = true};
}

/* ---------------------------------------------------------------- tests */

static void test_full_disk(void **state)
{
    (void)state;
    for (int format = 0; format < FORMAT_COUNT; format++) {
        tz_rows rows = FAKE_ROWS(columns, values);
        tz_render_options options = options_of(format);
        uint64_t row_count = 9;
        FILE *full = fopen("/dev/full", "w");
        assert_non_null(full);
        errno = 0;
        assert_int_equal(tz_render(&rows, &options, full, &row_count), TZ_IO);
        assert_int_equal(errno, ENOSPC);
        assert_int_equal(row_count, 0);
        fclose(full);
    }
}

/* It must not go on through a million rows that nobody gets. A workbook is written at its close. */
static void test_writing_stops_at_the_first_failure(void **state)
{
    (void)state;
    for (int format = TZ_FORMAT_CSV; format < TZ_FORMAT_XLSX; format++) {
        tz_rows rows = FAKE_ROWS(columns, values);
        rows.repeats = 1000000;
        tz_render_options options = options_of(format);
        FILE *full = fopen("/dev/full", "w");
        assert_non_null(full);
        assert_int_equal(tz_render(&rows, &options, full, NULL), TZ_IO);
        assert_true(rows.position < 1000);
        fclose(full);
    }
}

static void test_failing_query(void **state)
{
    (void)state;
    for (int format = 0; format < FORMAT_COUNT; format++) {
        tz_rows rows = FAKE_ROWS(columns, values);
        rows.end = TZ_REJECTED;
        tz_render_options options = options_of(format);
        tz_status status;
        char *text = fake_rows_render(&rows, &options, &status);
        assert_int_equal(status, TZ_REJECTED);
        if (format == TZ_FORMAT_TABLE)
            assert_string_equal(text, "");
        free(text);
    }
}

/* Every allocation in turn is refused: TZ_NO_MEMORY each time, until none is left to refuse. */
static void test_no_memory(void **state)
{
    (void)state;
    for (int format = 0; format < FORMAT_COUNT; format++) {
        tz_status status = TZ_NO_MEMORY;
        long refused = 0;
        FILE *nowhere = fopen("/dev/null", "w");
        assert_non_null(nowhere);
        for (; status != TZ_OK; refused++) {
            tz_rows rows = FAKE_ROWS(columns, values);
            tz_render_options options = options_of(format);
            allocations_left = refused;
            status = tz_render(&rows, &options, nowhere, NULL);
            bool was_refused = allocations_left < 0;
            allocations_left = -1;
            assert_int_equal(status, was_refused ? TZ_NO_MEMORY : TZ_OK);
        }
        assert_true(refused > 1);
        fclose(nowhere);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_writing_stops_at_the_first_failure),
        cmocka_unit_test(test_failing_query),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
