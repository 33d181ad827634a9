/* test_render_table.c: the terminal table from hand-made rows. The program's own locale stays "C":
 * the renderer must not need another. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_rows.h"
#include "wrap.h"

static const tz_render_options unbounded = {.format = TZ_FORMAT_TABLE};

static const fake_column columns[] = {
    {"code", "编号", TZ_COLUMN_TEXT},
    {"text", "任务", TZ_COLUMN_TEXT},
    {"percent", "完成百分比", TZ_COLUMN_PERCENT},
    {"is_overdue", "逾期", TZ_COLUMN_FLAG},
    {"lamp", "亮灯", TZ_COLUMN_WORD},
};
static const fake_value values[] = {
    FAKE_TEXT("6(1)"), FAKE_TEXT("修路"), FAKE_REAL(45.5),  FAKE_TRUE,  FAKE_WORD("red", "红灯"),
    FAKE_TEXT("172"),  FAKE_NULL,         FAKE_REAL(100.0), FAKE_FALSE, FAKE_WORD("blue", "已销号"),
};

static void test_columns_are_aligned(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    fake_rows_assert(&rows, &unbounded,
                     "编号  任务  完成百分比  逾期  亮灯\n"
                     "6(1)  修路        45.5  是    红灯\n"
                     "172                100        已销号\n");
}

static void test_no_rows_print_nothing(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    rows.row_count = 0;
    fake_rows_assert(&rows, &unbounded, "");
}

static void test_lamps_are_coloured_beside_their_word(void **state)
{
    (void)state;
    const fake_column lamp[] = {{"lamp", "亮灯", TZ_COLUMN_WORD}, {"x", "其他", TZ_COLUMN_WORD}};
    const fake_value lamps[] = {
        FAKE_WORD("red", "红灯"),    FAKE_WORD("red", "红"),
        FAKE_WORD("yellow", "黄灯"), FAKE_NULL,
        FAKE_WORD("green", "绿灯"),  FAKE_NULL,
        FAKE_WORD("blue", "已销号"), FAKE_NULL,
        FAKE_WORD("grey", "暂缓"),   FAKE_NULL,
        FAKE_WORD("odd", "其他"),    FAKE_NULL,
    };
    const tz_render_options colour = {.format = TZ_FORMAT_TABLE, .use_colour = true};
    tz_rows rows = FAKE_ROWS(lamp, lamps);
    fake_rows_assert(&rows, &colour,
                     "亮灯    其他\n"
                     "\033[31m红灯  \033[0m  红\n"
                     "\033[33m黄灯\033[0m\n"
                     "\033[32m绿灯\033[0m\n"
                     "\033[34m已销号\033[0m\n"
                     "\033[90m暂缓\033[0m\n"
                     "其他\n");
    fake_rows_assert(&rows, &unbounded,
                     "亮灯    其他\n红灯    红\n黄灯\n绿灯\n已销号\n暂缓\n其他\n");
}

static void test_bar(void **state)
{
    (void)state;
    const fake_column bar[] = {{"returned_percent", "进度", TZ_COLUMN_BAR},
                               {"n", "数", TZ_COLUMN_NUMBER}};
    const fake_value bars[] = {
        FAKE_INTEGER(0),   FAKE_INTEGER(1), FAKE_REAL(50.0),   FAKE_INTEGER(1),
        FAKE_INTEGER(100), FAKE_INTEGER(1), FAKE_INTEGER(120), FAKE_INTEGER(1),
        FAKE_NULL,         FAKE_INTEGER(1), FAKE_REAL(0.5),    FAKE_INTEGER(1),
    };
    tz_rows rows = FAKE_ROWS(bar, bars);
    fake_rows_assert(&rows, &unbounded,
                     "          进度  数\n"
                     "··········   0   1\n"
                     "█████·····  50   1\n"
                     "██████████ 100   1\n"
                     "██████████ 120   1\n"
                     "                 1\n"
                     "▏········· 0.5   1\n"); /* not nothing */
}

static void test_a_bar_has_the_colour_of_its_lamp(void **state)
{
    (void)state;
    const fake_column bar[] = {{"lamp", "亮灯", TZ_COLUMN_WORD},
                               {"share_percent", "占比", TZ_COLUMN_BAR}};
    const fake_value bars[] = {
        FAKE_WORD("red", "红灯"),
        FAKE_INTEGER(50),
        FAKE_WORD("grey", "暂缓"),
        FAKE_INTEGER(10),
    };
    const tz_render_options colour = {.format = TZ_FORMAT_TABLE, .use_colour = true};
    tz_rows rows = FAKE_ROWS(bar, bars);
    fake_rows_assert(&rows, &colour,
                     "亮灯           占比\n"
                     "\033[31m红灯\033[0m  \033[31m█████····· 50\033[0m\n"
                     "\033[90m暂缓\033[0m  \033[90m█········· 10\033[0m\n");
}

/* Of 16 tasks 10 are red: 25 eighths of 5 characters. The column's title is the colour's word. The
 * bars of a column begin one below the other, also in a row of other size. */
static void test_counts_are_drawn_as_shares_of_their_row(void **state)
{
    (void)state;
    const fake_column lamps[] = {{"red", "红灯", TZ_COLUMN_SHARE},
                                 {"closed", "已销号", TZ_COLUMN_SHARE},
                                 {"late", "迟报", TZ_COLUMN_NUMBER}};
    const fake_value counts[] = {
        FAKE_INTEGER(10), FAKE_INTEGER(6), FAKE_INTEGER(100), FAKE_INTEGER(0), FAKE_INTEGER(0),
        FAKE_INTEGER(0),  FAKE_NULL,       FAKE_INTEGER(4),   FAKE_NULL,
    };
    tz_rows rows = FAKE_ROWS(lamps, counts);
    fake_rows_assert(&rows, &unbounded,
                     "    红灯   已销号  迟报\n"
                     "███▏· 10  █▉··· 6   100\n"
                     "·····  0  ····· 0     0\n"
                     "          █████ 4\n");
    const tz_render_options colour = {.format = TZ_FORMAT_TABLE, .use_colour = true};
    rows.row_count = 1;
    rows.position = 0;
    fake_rows_assert(&rows, &colour,
                     "    红灯   已销号  迟报\n"
                     "\033[31m███▏· 10\033[0m  \033[34m█▉··· 6\033[0m   100\n");
}

static void test_numbers_of_unknown_columns_go_right(void **state)
{
    (void)state;
    const fake_column count[] = {{"unit", "unit", TZ_COLUMN_TEXT},
                                 {"count(*)", "count(*)", TZ_COLUMN_TEXT},
                                 {"mixed", "mixed", TZ_COLUMN_TEXT}};
    const fake_value counts[] = {FAKE_TEXT("市城管局"), FAKE_INTEGER(12), FAKE_INTEGER(1),
                                 FAKE_TEXT("市财政局"), FAKE_NULL,        FAKE_TEXT("x")};
    tz_rows rows = FAKE_ROWS(count, counts);
    fake_rows_assert(&rows, &unbounded,
                     "unit      count(*)  mixed\n"
                     "市城管局        12  1\n"
                     "市财政局            x\n");
}

static void test_text_wraps_inside_its_column(void **state)
{
    (void)state;
    const fake_column task[] = {{"code", "编号", TZ_COLUMN_TEXT},
                                {"text", "任务", TZ_COLUMN_TEXT},
                                {"due_on", "到期日", TZ_COLUMN_DAY}};
    const fake_value tasks[] = {
        FAKE_TEXT("172"),
        FAKE_TEXT("新建改造城区雨污管网（含合流）38.8公里，完成中心城区雨污分流"),
        FAKE_TEXT("2022-12-31"),
    };
    /* 4 + 2 + 24 + 2 + 10: the text gets 24. 公里， doesn't fit after 38.8, and ， starts no line.
     */
    const tz_render_options window = {.format = TZ_FORMAT_TABLE, .width = 42};
    tz_rows rows = FAKE_ROWS(task, tasks);
    fake_rows_assert(&rows, &window,
                     "编号  任务                      到期日\n"
                     "172   新建改造城区雨污管网（含  2022-12-31\n"
                     "      合流）38.8公里，完成中心\n"
                     "      城区雨污分流\n");
}

/* A sequence that would clear the screen, a NUL, malformed bytes: shown, not obeyed. */
static void test_text_can_not_command_the_terminal(void **state)
{
    (void)state;
    const fake_column text[] = {{"t", "文\033本", TZ_COLUMN_TEXT}, {"n", "数", TZ_COLUMN_NUMBER}};
    const fake_value texts[] = {
        FAKE_TEXT("\033[2J\x7F\xC2\x9B"),
        FAKE_INTEGER(1),
        FAKE_TEXT("a\0b\xFF"),
        FAKE_INTEGER(2),
        FAKE_TEXT("一\r\n二\t三"),
        FAKE_INTEGER(3),
        FAKE_TEXT("\\x41"),
        FAKE_INTEGER(4),
        FAKE_BLOB("\033"),
        FAKE_INTEGER(5),
    };
    tz_rows rows = FAKE_ROWS(text, texts);
    fake_rows_assert(&rows, &unbounded,
                     "文\uFFFD本     数\n"
                     "\uFFFD[2J\uFFFD\uFFFD     1\n"
                     "a\uFFFDb\uFFFD       2\n"
                     "一 二 三   3\n"
                     "\\x41       4\n"
                     "X'1B'      5\n");
}

enum { WIDE = 30 };

static const fake_column wide_columns[WIDE] = {
    {"code", "编号", TZ_COLUMN_TEXT}, {"text", "任务内容", TZ_COLUMN_TEXT},
    {"lamp", "亮灯", TZ_COLUMN_WORD}, {"a", "甲甲", TZ_COLUMN_DAY},
    {"b", "甲甲", TZ_COLUMN_DAY},     {"c", "甲甲", TZ_COLUMN_DAY},
    {"d", "甲甲", TZ_COLUMN_DAY},     {"e", "甲甲", TZ_COLUMN_DAY},
    {"f", "甲甲", TZ_COLUMN_DAY},     {"g", "甲甲", TZ_COLUMN_DAY},
    {"h", "甲甲", TZ_COLUMN_DAY},     {"i", "甲甲", TZ_COLUMN_DAY},
    {"j", "甲甲", TZ_COLUMN_DAY},     {"k", "甲甲", TZ_COLUMN_DAY},
    {"l", "甲甲", TZ_COLUMN_DAY},     {"m", "甲甲", TZ_COLUMN_DAY},
    {"n", "甲甲", TZ_COLUMN_DAY},     {"o", "甲甲", TZ_COLUMN_DAY},
    {"p", "甲甲", TZ_COLUMN_DAY},     {"q", "甲甲", TZ_COLUMN_DAY},
    {"r", "甲甲", TZ_COLUMN_DAY},     {"s", "甲甲", TZ_COLUMN_DAY},
    {"t", "甲甲", TZ_COLUMN_DAY},     {"u", "甲甲", TZ_COLUMN_DAY},
    {"v", "甲甲", TZ_COLUMN_DAY},     {"w", "甲甲", TZ_COLUMN_DAY},
    {"x", "甲甲", TZ_COLUMN_DAY},     {"y", "甲甲", TZ_COLUMN_DAY},
    {"z", "甲甲", TZ_COLUMN_DAY},     {"due_on", "到期日", TZ_COLUMN_DAY},
};

static void test_too_many_columns_become_blocks(void **state)
{
    (void)state;
    fake_value wide[2 * WIDE];
    memset(wide, 0, sizeof wide);
    const fake_value null = FAKE_NULL, code = FAKE_TEXT("172"), red = FAKE_WORD("red", "红灯"),
                     text = FAKE_TEXT("完成雨污分流改造三十八公里"), due = FAKE_TEXT("2022-12-31"),
                     other = FAKE_TEXT("173");
    for (size_t i = 0; i < 2 * WIDE; i++)
        wide[i] = null;
    wide[0] = code;
    wide[1] = text;
    wide[2] = red;
    wide[WIDE - 1] = due;
    wide[WIDE] = other;
    const tz_render_options window = {.format = TZ_FORMAT_TABLE, .width = 30, .use_colour = true};
    tz_rows rows = FAKE_ROWS(wide_columns, wide);
    fake_rows_assert(&rows, &window,
                     "── 1 ──\n"
                     "编号      172\n"
                     "任务内容  完成雨污分流改造三十\n"
                     "          八公里\n"
                     "亮灯      \033[31m红灯\033[0m\n"
                     "到期日    2022-12-31\n"
                     "── 2 ──\n"
                     "编号      173\n");
}

/* One record needs no number. */
static void test_one_block(void **state)
{
    (void)state;
    fake_value one[WIDE];
    memset(one, 0, sizeof one);
    const fake_value null = FAKE_NULL, code = FAKE_TEXT("172"), due = FAKE_TEXT("2022-12-31");
    for (size_t i = 0; i < WIDE; i++)
        one[i] = null;
    one[0] = code;
    one[WIDE - 1] = due;
    const tz_render_options window = {.format = TZ_FORMAT_TABLE, .width = 30};
    tz_rows rows = FAKE_ROWS(wide_columns, one);
    fake_rows_assert(&rows, &window, "编号      172\n到期日    2022-12-31\n");
}

/* Walks over the lines of `text`, and asserts that none is wider than the window. */
static size_t count_lines_within(const char *text, size_t window)
{
    size_t count = 0;
    char *copy = strdup(text);
    assert_non_null(copy);
    for (char *line = strtok(copy, "\n"); line; line = strtok(NULL, "\n")) {
        assert_true(tz_text_width(line) <= window);
        count++;
    }
    free(copy);
    return count;
}

/* From where titles fit down to where not even a character does: it ends, and keeps to the
 * window. */
static void test_every_window(void **state)
{
    (void)state;
    const fake_column task[] = {{"code", "号", TZ_COLUMN_TEXT},
                                {"text", "x", TZ_COLUMN_TEXT},
                                {"lead_units", "牵头单位", TZ_COLUMN_TEXT},
                                {"days", "逾期天数", TZ_COLUMN_NUMBER}};
    const fake_value tasks[] = {
        FAKE_TEXT("6(1)"),
        FAKE_TEXT("规模以上工业增加值增长8%左右，（其中）高新技术产业产值占比提高1个百分点"),
        FAKE_TEXT("市发展改革委、市工业和信息化局、市科技局"),
        FAKE_INTEGER(12),
    };
    for (size_t width = 1; width <= 130; width++) {
        const tz_render_options window = {.format = TZ_FORMAT_TABLE, .width = width};
        tz_rows rows = FAKE_ROWS(task, tasks);
        tz_status status;
        char *text = fake_rows_render(&rows, &window, &status);
        assert_int_equal(status, TZ_OK);
        locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
        locale_t previous = uselocale(utf8);
        assert_true(count_lines_within(text, width < 7 ? 7 : width) >= 2);
        uselocale(previous);
        freelocale(utf8);
        free(text);
    }
}

static void remove_blanks(char *text)
{
    char *to = text;
    for (; *text; text++)
        if (*text != ' ' && *text != '\n')
            *to++ = *text;
    *to = '\0';
}

static void test_wrapping_loses_no_character(void **state)
{
    (void)state;
    const fake_column column[] = {{"text", "x", TZ_COLUMN_TEXT}};
    const char *expected =
        "规上工业增加值增长8%左右，“（其中）”高新技术产业responsible占比：1个百分点。";
    const fake_value value[] = {
        FAKE_TEXT("规上工业增加值增长8%左右，“（其中）”高新技术产业responsible占比：1个百分点。")};
    for (size_t width = 1; width <= 90; width++) {
        const tz_render_options window = {.format = TZ_FORMAT_TABLE, .width = width};
        tz_rows rows = FAKE_ROWS(column, value);
        tz_status status;
        char *text = fake_rows_render(&rows, &window, &status);
        remove_blanks(text);
        assert_true(strlen(text) > strlen(expected));
        assert_string_equal(text + strlen(text) - strlen(expected), expected);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_are_aligned),
        cmocka_unit_test(test_no_rows_print_nothing),
        cmocka_unit_test(test_lamps_are_coloured_beside_their_word),
        cmocka_unit_test(test_bar),
        cmocka_unit_test(test_a_bar_has_the_colour_of_its_lamp),
        cmocka_unit_test(test_counts_are_drawn_as_shares_of_their_row),
        cmocka_unit_test(test_one_block),
        cmocka_unit_test(test_numbers_of_unknown_columns_go_right),
        cmocka_unit_test(test_text_wraps_inside_its_column),
        cmocka_unit_test(test_text_can_not_command_the_terminal),
        cmocka_unit_test(test_too_many_columns_become_blocks),
        cmocka_unit_test(test_every_window),
        cmocka_unit_test(test_wrapping_loses_no_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
