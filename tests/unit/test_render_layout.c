/* test_render_layout.c: where a line of Chinese ends, and how wide columns get. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layout.h"
#include "wrap.h"

static void assert_fit(const char *text, size_t width, const char *line)
{
    char start[256] = "";
    memcpy(start, text, tz_text_fit(text, width));
    assert_string_equal(start, line);
}

static void test_width_counts_a_chinese_character_twice(void **state)
{
    (void)state;
    assert_int_equal(tz_text_width(""), 0);
    assert_int_equal(tz_text_width("a台账"), 5);
    assert_int_equal(tz_text_width("（２）"), 6);
    assert_int_equal(tz_text_width("e\u0301"), 1);
    assert_int_equal(tz_text_width("██··"), 4);
}

static void test_line_ends_beside_a_chinese_character(void **state)
{
    (void)state;
    assert_fit("完成任务", 4, "完成");
    assert_fit("完成任务", 5, "完成"); /* half a character doesn't fit */
    assert_fit("完成任务", 8, "完成任务");
    assert_fit("完成38.8公里", 9, "完成38.8");
    assert_fit("完成38.8公里", 7, "完成"); /* the number stays whole */
}

static void test_line_does_not_begin_or_end_with_the_wrong_mark(void **state)
{
    (void)state;
    assert_fit("一二三，四", 6, "一二");
    assert_fit("一二三，四", 8, "一二三，");
    assert_fit("一二（三）", 6, "一二");
    assert_fit("完成45％以上", 7, "完成");
    assert_fit("甲、、、、", 4, "甲、"); /* no good place: cut */
}

static void test_line_ends_at_a_blank(void **state)
{
    (void)state;
    assert_fit("lead units", 7, "lead ");
    assert_fit("lead units", 4, "lead "); /* a blank at the end needs no room */
    assert_fit("responsible", 4, "resp");
    assert_fit("ab  ", 2, "ab  ");
}

static void test_fit_always_moves_on(void **state)
{
    (void)state;
    assert_int_equal(tz_text_fit("", 2), 0);
    assert_fit("台", 1, "台");
    assert_fit("e\u0301e", 2, "e\u0301e");
}

static void test_widest_part(void **state)
{
    (void)state;
    assert_int_equal(tz_text_widest_part("牵头单位"), 2);
    assert_int_equal(tz_text_widest_part("lead unit"), 4);
    assert_int_equal(tz_text_widest_part("单位（个）"), 6); /* （个） */
    assert_int_equal(tz_text_widest_part(""), 0);
}

static void test_columns_that_fit_keep_their_width(void **state)
{
    (void)state;
    tz_column_width columns[] = {
        {4, 2, 3, false, 0, 0}, {4, 2, 60, true, 0, 0}, {1, 1, 1, false, 0, 0}};
    assert_true(tz_layout_fit(columns, 3, 2, 4 + 2 + 60 + 2 + 2));
    assert_int_equal(columns[0].width, 4);
    assert_int_equal(columns[1].width, 60);
    assert_int_equal(columns[2].width, 2); /* never below a Chinese character */
    assert_true(tz_layout_fit(columns, 3, 2, 0));
    assert_int_equal(columns[1].width, 60);
}

static void test_longest_text_gives_way(void **state)
{
    (void)state;
    tz_column_width columns[] = {
        {4, 2, 10, false, 0, 0}, {4, 2, 5000000, true, 0, 0}, {4, 2, 30, true, 0, 0}};
    /* 80 - 2 gaps of 2 - 10 = 66 for both texts: the short one keeps its 30 */
    assert_true(tz_layout_fit(columns, 3, 2, 80));
    assert_int_equal(columns[0].width, 10);
    assert_int_equal(columns[1].width, 36);
    assert_int_equal(columns[2].width, 30);
}

/* Text stays at 24 while a title of 逾期天数 (8) over one digit can go on two lines. */
static void test_titles_give_way_before_text_gets_narrow(void **state)
{
    (void)state;
    tz_column_width columns[] = {{8, 2, 1, false, 0, 0}, {4, 2, 100, true, 0, 0}};
    assert_true(tz_layout_fit(columns, 2, 2, 30));
    assert_int_equal(columns[0].width, 4);
    assert_int_equal(columns[1].width, 24);
    assert_true(tz_layout_fit(columns, 2, 2, 18));
    assert_int_equal(columns[0].width, 4);
    assert_int_equal(columns[1].width, 12);
    assert_true(tz_layout_fit(columns, 2, 2, 16)); /* the narrowest that is still a table */
    assert_int_equal(columns[1].width, 10);
    assert_false(tz_layout_fit(columns, 2, 2, 15));
    columns[1].value_part = 11; /* a word isn't broken */
    assert_false(tz_layout_fit(columns, 2, 2, 16));
    assert_true(tz_layout_fit(columns, 2, 2, 17));
    columns[1].value_part = 40; /* a path is */
    assert_true(tz_layout_fit(columns, 2, 2, 18));
    assert_int_equal(columns[1].width, 12);
}

static void test_window_narrower_than_the_gaps(void **state)
{
    (void)state;
    tz_column_width columns[] = {
        {2, 2, 2, false, 0, 0}, {2, 2, 2, false, 0, 0}, {2, 2, 2, false, 0, 0}};
    assert_false(tz_layout_fit(columns, 3, 2, 4));
    assert_false(tz_layout_fit(columns, 3, 2, 1));
    assert_true(tz_layout_fit(columns, 3, 2, 10));
}

int main(void)
{
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width_counts_a_chinese_character_twice),
        cmocka_unit_test(test_line_ends_beside_a_chinese_character),
        cmocka_unit_test(test_line_does_not_begin_or_end_with_the_wrong_mark),
        cmocka_unit_test(test_line_ends_at_a_blank),
        cmocka_unit_test(test_fit_always_moves_on),
        cmocka_unit_test(test_widest_part),
        cmocka_unit_test(test_columns_that_fit_keep_their_width),
        cmocka_unit_test(test_longest_text_gives_way),
        cmocka_unit_test(test_titles_give_way_before_text_gets_narrow),
        cmocka_unit_test(test_window_narrower_than_the_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
