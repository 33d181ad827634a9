/* fold.h: characters, full-width forms, radicals, edit distance */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fold.h"

static void decodes_characters_of_every_length(void **state)
{
    (void)state;
    const char *text = "a\xC2\xB7\xE5\x8F\xB0\xF0\xA0\x80\x80";
    const char *cursor = text, *end = text + strlen(text);
    assert_int_equal(tz_utf8_next(&cursor, end), 'a');
    assert_int_equal(tz_utf8_next(&cursor, end), 0xB7);
    assert_int_equal(tz_utf8_next(&cursor, end), 0x53F0);
    assert_int_equal(tz_utf8_next(&cursor, end), 0x20000);
    assert_ptr_equal(cursor, end);
    assert_int_equal(tz_utf8_length(text, strlen(text)), 4);
}

static void encodes_characters_of_every_length(void **state)
{
    (void)state;
    tz_buffer buffer = {0};
    tz_utf8_add(&buffer, 'a');
    tz_utf8_add(&buffer, 0xB7);
    tz_utf8_add(&buffer, 0x53F0);
    tz_utf8_add(&buffer, 0x20000);
    assert_string_equal(tz_buffer_text(&buffer), "a\xC2\xB7\xE5\x8F\xB0\xF0\xA0\x80\x80");
    tz_buffer_free(&buffer);
}

static void tells_chinese_from_western(void **state)
{
    (void)state;
    const uint32_t han[] = {U'台', U'〇', U'々', 0x3400, 0x20000, 0x2F08, 0x2EA0, 0xF900};
    for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
        assert_true(tz_is_han(han[i]));
        assert_true(tz_is_chinese(han[i]));
    }
    const uint32_t marks[] = {U'、', U'。', U'〔', U'（', U'，', U'％',
                              U'１', U'“',  U'”',  U'—',  U'·',  U'…'};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        assert_false(tz_is_han(marks[i]));
        assert_true(tz_is_chinese(marks[i]));
    }
    const uint32_t western[] = {'a', '1', '(', ',', ' ', 0x3000, 0xE9, 0x3B1, 0xAC00, 0xFF71};
    for (size_t i = 0; i < sizeof western / sizeof *western; i++)
        assert_false(tz_is_chinese(western[i]));
}

static void knows_the_blanks(void **state)
{
    (void)state;
    const uint32_t blanks[] = {' ', '\t', 0xA0, 0x3000, 0x2003, 0x200B, 0x200D, 0x2060, 0xFEFF};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        assert_true(tz_is_blank(blanks[i]));
    const uint32_t others[] = {'\n', '\r', 'a', '_', 0x2014, U'。', 0};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(tz_is_blank(others[i]));
}

static void assert_trimmed(const char *text, const char *expected)
{
    size_t size = strlen(text);
    tz_trim(&text, &size);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(text, expected, size);
}

static void trims_blanks_of_both_ends_only(void **state)
{
    (void)state;
    assert_trimmed(" \t完成 3.9 公里　\xC2\xA0\r\n", "完成 3.9 公里");
    assert_trimmed("\xEF\xBB\xBF台账", "台账");
    assert_trimmed("台账", "台账");
    assert_trimmed("　　", "");
    assert_trimmed("", "");
}

/* The second column is what the glyphs show, read from Unicode's code charts. */
static void folds_radicals_to_the_character_they_look_like(void **state)
{
    (void)state;
    const uint32_t pairs[][2] = {
        {0x2F08, U'人'}, {0x2F00, U'一'}, {0x2FD5, U'龠'}, {0x2F92, U'見'},   {0x2EA0, U'民'},
        {0x2EC5, U'见'}, {0x2ED3, U'长'}, {0x2ED4, U'门'}, {0x2ECB, U'车'},   {0x2EE2, U'马'},
        {0x2EF0, U'龙'}, {0x2E81, U'厂'}, {0x2E9F, U'母'}, {0x2EF3, U'龟'},   {0x2EE9, U'黄'},
        {0x2EDA, U'页'}, {0x2EDB, U'风'}, {0xF900, U'豈'}, {0x2F804, 0x4F60},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_int_equal(tz_fold_radical(pairs[i][0]), pairs[i][1]);
}

static void leaves_other_characters(void **state)
{
    (void)state;
    const uint32_t others[] = {'a',    U'人',      U'１',  U'（',  0x2E80, 0x2E9A, 0x2E7F, 0x2EF4,
                               0x2EFF, 0x2F00 - 1, 0x2FD6, 0xFA0E, 0x3000, 0xFF76, 0x2460};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(tz_fold_radical(others[i]), others[i]);
}

static void assert_folded(const char *text, const char *expected)
{
    tz_buffer folded = {0};
    tz_fold_width(&folded, text, strlen(text));
    assert_string_equal(tz_buffer_text(&folded), expected);
    tz_buffer_free(&folded);
}

static void folds_full_width_forms(void **state)
{
    (void)state;
    assert_folded("１２．５％", "12.5%");
    assert_folded("６（１）Ａｚ～！", "6(1)Az~!");
    assert_folded("2022　Ｑ1", "2022 Q1");
    assert_folded("⼈⺠政府", "人民政府");
    assert_folded("、。“”〔①㎡", "、。“”〔①㎡");
    assert_folded("", "");
}

static void counts_edits_in_characters(void **state)
{
    (void)state;
    assert_int_equal(tz_edit_distance("", ""), 0);
    assert_int_equal(tz_edit_distance("市城管局", "市城管局"), 0);
    assert_int_equal(tz_edit_distance("市城管局", "市城管"), 1);
    assert_int_equal(tz_edit_distance("城管局", "市城管局"), 1);
    assert_int_equal(tz_edit_distance("市城管局", "市公安局"), 2);
    assert_int_equal(tz_edit_distance("", "市城管局"), 4);
    assert_int_equal(tz_edit_distance("kitten", "sitting"), 3);
    assert_int_equal(tz_edit_distance("172", "127"), 2);
}

static void counts_what_is_behind_the_compared_characters(void **state)
{
    (void)state;
    tz_buffer longer = {0}, longest = {0};
    for (int i = 0; i < 128; i++) {
        tz_buffer_add_text(&longer, "市");
        tz_buffer_add_text(&longest, "市");
    }
    assert_int_equal(tz_edit_distance(longer.bytes, longest.bytes), 0);
    for (int i = 0; i < 100000; i++)
        tz_buffer_add_text(&longest, "局");
    assert_int_equal(tz_edit_distance(longer.bytes, longest.bytes), 100000);
    assert_int_equal(tz_edit_distance(longest.bytes, "市"), 127 + 100000);
    tz_buffer_free(&longer);
    tz_buffer_free(&longest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_characters_of_every_length),
        cmocka_unit_test(encodes_characters_of_every_length),
        cmocka_unit_test(tells_chinese_from_western),
        cmocka_unit_test(knows_the_blanks),
        cmocka_unit_test(trims_blanks_of_both_ends_only),
        cmocka_unit_test(folds_radicals_to_the_character_they_look_like),
        cmocka_unit_test(leaves_other_characters),
        cmocka_unit_test(folds_full_width_forms),
        cmocka_unit_test(counts_edits_in_characters),
        cmocka_unit_test(counts_what_is_behind_the_compared_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
