/* buffer.h and line_count.h */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "line_count.h"

static void starts_empty(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    assert_string_equal(tz_buffer_text(&buffer), "");
    tz_buffer_add(&buffer, NULL, 0);
    assert_string_equal(tz_buffer_text(&buffer), "");
    tz_buffer_free(&buffer);
}

static void joins_what_is_added(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    tz_buffer_add_text(&buffer, "第");
    tz_buffer_add(&buffer, "172号", 3);
    tz_buffer_add_char(&buffer, ' ');
    tz_buffer_format(&buffer, "%s %d%%", "完成", 10);
    assert_string_equal(tz_buffer_text(&buffer), "第172 完成 10%");
    assert_int_equal(buffer.size, 17);
    tz_buffer_free(&buffer);
}

static void keeps_bytes_over_every_growth(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    for (size_t i = 0; i < 1000; i++) {
        tz_buffer_add_char(&buffer, (char)('a' + i % 26));
        assert_int_equal(buffer.bytes[buffer.size], '\0');
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(buffer.bytes[i], 'a' + (int)(i % 26));
    tz_buffer_free(&buffer);
}

static void formats_what_is_longer_than_its_room(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    tz_buffer_format(&buffer, "%0200d", 7);
    assert_int_equal(buffer.size, 200);
    assert_int_equal(buffer.bytes[0], '0');
    assert_int_equal(buffer.bytes[199], '7');
    assert_int_equal(buffer.bytes[200], '\0');
    tz_buffer_free(&buffer);
}

static void clears_and_frees(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    tz_buffer_add_text(&buffer, "台账");
    tz_buffer_clear(&buffer);
    assert_string_equal(tz_buffer_text(&buffer), "");
    tz_buffer_add_text(&buffer, "任务");
    assert_string_equal(tz_buffer_text(&buffer), "任务");
    tz_buffer_free(&buffer);
    assert_null(buffer.bytes);
    assert_int_equal(buffer.size, 0);
}

/* A size that no memory has: the failure is kept, and what stood in the buffer stays. */
static void remembers_that_memory_ran_out(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    tz_buffer_add_text(&buffer, "before");
    tz_buffer_add(&buffer, "x", SIZE_MAX - 2);
    assert_true(buffer.failed);
    tz_buffer_add_text(&buffer, "after");
    tz_buffer_format(&buffer, "%d", 1);
    assert_string_equal(tz_buffer_text(&buffer), "before");
    tz_buffer_free(&buffer);
    assert_false(buffer.failed);
}

static size_t line_behind(const char *first, const char *second)
{
    tz_line_count count = {1, false};
    tz_line_count_add(&count, first, strlen(first));
    tz_line_count_add(&count, second, strlen(second));
    return count.line;
}

static void counts_every_kind_of_line_end(void **state)
{
    (void)state;
    assert_int_equal(line_behind("", ""), 1);
    assert_int_equal(line_behind("a\nb\n", "c"), 3);
    assert_int_equal(line_behind("a\r\nb\r\n", "c"), 3);
    assert_int_equal(line_behind("a\rb\r", "c"), 3);
    assert_int_equal(line_behind("\n\r", "\r\n\n"), 5);
}

static void counts_a_divided_line_end_once(void **state)
{
    (void)state;
    assert_int_equal(line_behind("a\r", "\nb"), 2);
    assert_int_equal(line_behind("a\n", "\nb"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_empty),
        cmocka_unit_test(joins_what_is_added),
        cmocka_unit_test(keeps_bytes_over_every_growth),
        cmocka_unit_test(formats_what_is_longer_than_its_room),
        cmocka_unit_test(clears_and_frees),
        cmocka_unit_test(remembers_that_memory_ran_out),
        cmocka_unit_test(counts_every_kind_of_line_end),
        cmocka_unit_test(counts_a_divided_line_end_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
