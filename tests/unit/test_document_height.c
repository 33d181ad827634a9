/* How tall a document is on paper: by hand, in points. A line of text holds 27.6 characters, the
 * first two of a paragraph left blank, and is 28 high; the title's first is 63 with what follows.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "document.h"

enum { TITLE = 63, LINE = 28 };

static void add_repeated(char *text, const char *piece, int count)
{
    for (int i = 0; i < count; i++)
        strcat(text, piece);
}

static void assert_height(document *paper, double height)
{
    assert_float_equal(document_height(paper), height, 1e-6);
    document_free(paper);
}

/* `count` Chinese characters and `end`. */
static void assert_lines(int count, const char *end, int lines)
{
    char text[512] = "";
    document *paper = document_new("示例");
    add_repeated(text, "字", count);
    strcat(text, end);
    document_add_text(paper, BLOCK_PARAGRAPH, text);
    assert_height(paper, TITLE + LINE * lines);
}

static void a_paragraph_is_as_many_lines_as_its_characters_fill(void **state)
{
    (void)state;
    assert_lines(0, "", 1);
    assert_lines(25, "", 1);
    assert_lines(26, "", 2);
    assert_lines(25 + 27, "", 2);
    assert_lines(25 + 28, "", 3);
    assert_lines(24, "\n字", 2);
}

static void a_mark_takes_its_character_to_the_next_line(void **state)
{
    (void)state;
    assert_lines(24, "。", 1);
    assert_lines(25, "。", 2);
    assert_lines(24, "（字", 2);
    assert_lines(24, "字\n。", 2);
}

/* 0.64 each, and half a character for the space around them: 38 are 24.8, 40 with the indent 28.1.
 * A word longer than a line goes on in the next: 50 are 32.5. */
static void digits_are_one_word_between_the_marks(void **state)
{
    (void)state;
    char digits[64] = "";
    add_repeated(digits, "1", 38);
    assert_lines(0, digits, 1);
    strcat(digits, "11");
    assert_lines(0, digits, 2);
    strcat(digits, "1111111111");
    assert_lines(0, digits, 3);
    assert_lines(22, "1、2、3", 2); /* 24, with 1、 26.1, with 2、 28.3 */
}

/* Two columns of 221.1 less 8.5, which hold 20.2 characters; 15 a line, 2.5 around it. Head, two
 * rows, and the line behind them. */
static void a_row_is_as_tall_as_its_tallest_cell(void **state)
{
    (void)state;
    static const document_column columns[] = {{"编号", 1, false}, {"内容", 1, false}};
    char text[256] = "";
    document *paper = document_new("示例");
    document_table *table = document_add_table(paper, NULL, columns, 2);
    add_repeated(text, "字", 20);
    document_add_cell(paper, table, "1");
    document_add_cell(paper, table, text);
    strcat(text, "字");
    document_add_cell(paper, table, "2");
    document_add_cell(paper, table, text);
    assert_height(paper, TITLE + 17.5 + 17.5 + 32.5 + 17.5);
}

/* A title of 20 large characters a line, the lines 35; the signature stands two lines lower. */
static void the_other_blocks_have_their_heights(void **state)
{
    (void)state;
    char title[128] = "";
    add_repeated(title, "字", 21);
    document *paper = document_new(title);
    document_set_number(paper, "示〔2022〕1号");
    document_add_text(paper, BLOCK_SUBTITLE, "（2022年7月15日）");
    document_add_signature(paper, "示例办", "2022年7月15日");
    assert_height(paper, TITLE + 35 + LINE + LINE + 56 + 2 * LINE);
}

static void what_is_never_one_page_has_no_end(void **state)
{
    (void)state;
    document *paper = document_new("示例");
    document_add_annex(paper, "附件1", "表");
    assert_true(isinf(document_height(paper)));
    document_free(paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_is_as_many_lines_as_its_characters_fill),
        cmocka_unit_test(a_mark_takes_its_character_to_the_next_line),
        cmocka_unit_test(digits_are_one_word_between_the_marks),
        cmocka_unit_test(a_row_is_as_tall_as_its_tallest_cell),
        cmocka_unit_test(the_other_blocks_have_their_heights),
        cmocka_unit_test(what_is_never_one_page_has_no_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
