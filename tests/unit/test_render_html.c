/* test_render_html.c: pages of hand-made rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_rows.h"

static const tz_render_options html = {.format = TZ_FORMAT_HTML};
static const tz_render_options english = {.format = TZ_FORMAT_HTML, .language = TZ_EN};

static const fake_column columns[] = {
    {"code", "编号", TZ_COLUMN_TEXT},       {"due_on", "到期日", TZ_COLUMN_DAY},
    {"percent", "完成", TZ_COLUMN_PERCENT}, {"is_overdue", "逾期", TZ_COLUMN_FLAG},
    {"lamp", "亮灯", TZ_COLUMN_WORD},       {"returned_percent", "报送率", TZ_COLUMN_BAR},
};
static const fake_value values[] = {
    FAKE_TEXT("6(1)"),
    FAKE_TEXT("2022-12-31"),
    FAKE_REAL(45.5),
    FAKE_TRUE,
    FAKE_WORD("red", "红灯"),
    FAKE_REAL(62.5),
    FAKE_TEXT("172"),
    FAKE_NULL,
    FAKE_NULL,
    FAKE_FALSE,
    FAKE_NULL,
    FAKE_NULL,
};

/* The page, and where its <main> begins; free the page. */
static char *render(tz_rows *rows, const tz_render_options *options, const char **main)
{
    tz_status status;
    char *page = fake_rows_render(rows, options, &status);
    assert_int_equal(status, TZ_OK);
    *main = strstr(page, "<main>");
    assert_non_null(*main);
    return page;
}

static void assert_main(tz_rows *rows, const tz_render_options *options, const char *expected)
{
    const char *main;
    char *page = render(rows, options, &main);
    assert_string_equal(main, expected);
    free(page);
}

#define HEAD                                                                                       \
    "<thead>\n<tr><th scope=\"col\">编号</th><th scope=\"col\" class=\"day\">到期日</th>"     \
    "<th scope=\"col\" class=\"number\">完成</th><th scope=\"col\">逾期</th>"                  \
    "<th scope=\"col\">亮灯</th><th scope=\"col\" class=\"number\">报送率</th></tr>\n</thead>\n"

static void test_a_row_is_cells_with_their_titles(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    assert_main(
        &rows, &html,
        "<main>\n<table>\n<caption><h1>逾期任务</h1>\n<p class=\"as-of\">截至 2022-07-15</p>\n"
        "</caption>\n" HEAD "<tbody>\n"
        "<tr><th scope=\"row\" data-title=\"编号\">6(1)</th>"
        "<td class=\"day\" data-title=\"到期日\">2022-12-31</td>"
        "<td class=\"number\" data-title=\"完成\">45.5</td><td data-title=\"逾期\">是</td>"
        "<td data-title=\"亮灯\"><span class=\"lamp red\">红灯</span></td>"
        "<td class=\"number\" data-title=\"报送率\">"
        "<meter class=\"red\" value=\"0.625\"></meter> 62.5</td></tr>\n"
        "<tr><th scope=\"row\" data-title=\"编号\">172</th>"
        "<td class=\"day\" data-title=\"到期日\"></td><td class=\"number\" "
        "data-title=\"完成\"></td>"
        "<td data-title=\"逾期\"></td><td data-title=\"亮灯\"></td>"
        "<td class=\"number\" data-title=\"报送率\"></td></tr>\n"
        "</tbody>\n</table>\n</main>\n</body>\n</html>\n");
}

/* Nothing that would be fetched or run, in the style sheet neither. */
static void test_a_page_needs_nothing_else(void **state)
{
    (void)state;
    static const char *const foreign[] = {"<script", "<link", "<img", "@import", "url(", "http"};
    tz_rows rows = FAKE_ROWS(columns, values);
    const char *main;
    char *page = render(&rows, &html, &main);
    static const char start[] = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                                "<meta charset=\"utf-8\">\n<meta name=\"viewport\"";
    assert_memory_equal(page, start, strlen(start));
    assert_non_null(strstr(page, "<title>逾期任务</title>\n<style>\n/* page.css"));
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        assert_null(strstr(page, foreign[i]));
    free(page);
}

static void test_text_is_never_markup(void **state)
{
    (void)state;
    const fake_column text[] = {{"a", "\"<题>\"", TZ_COLUMN_TEXT}};
    const fake_value hostile[] = {
        FAKE_TEXT("<script>alert('&')</script>"),
        FAKE_TEXT("\"一\"\r\n二\r三\x01\x7F"
                  "\xFF"),
        FAKE_TEXT("nul\0behind"),
    };
    tz_rows rows = FAKE_ROWS(text, hostile);
    rows.title = "</title><b>";
    const char *main;
    char *page = render(&rows, &html, &main);
    assert_non_null(strstr(page, "<title>&lt;/title&gt;&lt;b&gt;</title>"));
    assert_non_null(strstr(main, "<h1>&lt;/title&gt;&lt;b&gt;</h1>"));
    assert_non_null(strstr(main, "data-title=\"&quot;&lt;题&gt;&quot;\">"
                                 "&lt;script&gt;alert('&amp;')&lt;/script&gt;</th>"));
    assert_non_null(strstr(main, ">&quot;一&quot;\n二\n三\uFFFD\uFFFD\uFFFD</th>"));
    assert_non_null(strstr(main, ">nul\uFFFDbehind</th>"));
    free(page);
}

static void test_a_page_without_rows_says_so(void **state)
{
    (void)state;
    tz_rows rows = FAKE_ROWS(columns, values);
    rows.row_count = 0;
    assert_main(
        &rows, &english,
        "<main>\n<table>\n<caption><h1>逾期任务</h1>\n<p class=\"as-of\">as of 2022-07-15</p>\n"
        "</caption>\n" HEAD
        "<tbody>\n<tr><td class=\"none\" colspan=\"6\">nothing to list</td></tr>\n"
        "</tbody>\n</table>\n</main>\n</body>\n</html>\n");
}

/* ---------------------------------------------------------------- several tables */

static char *page_of(const tz_render_options *options, tz_rows *parts, size_t count,
                     bool leaves_out_empty)
{
    char *page = NULL;
    size_t size;
    tz_book *book;
    FILE *out = open_memstream(&page, &size);
    assert_non_null(out);
    assert_int_equal(tz_book_open(options, out, &book), TZ_OK);
    for (size_t i = 0; i < count; i++) {
        tz_book_part part = {.title = i == 0 ? "一" : "二", .is_left_out_empty = leaves_out_empty};
        uint64_t row_count = 9;
        assert_int_equal(tz_book_add(book, &parts[i], &part, &row_count), TZ_OK);
        assert_int_equal(row_count, parts[i].row_count);
    }
    assert_int_equal(tz_book_close(book, TZ_OK), TZ_OK);
    assert_int_equal(fclose(out), 0);
    return page;
}

static void test_several_tables_have_one_heading(void **state)
{
    (void)state;
    tz_render_options titled = {.format = TZ_FORMAT_HTML, .title = "一览"};
    tz_rows parts[] = {FAKE_ROWS(columns, values), FAKE_ROWS(columns, values)};
    char *page = page_of(&titled, parts, 2, true);
    assert_non_null(strstr(page, "<title>一览</title>"));
    assert_non_null(strstr(page, "<main>\n<h1>一览</h1>\n<p class=\"as-of\">截至 2022-07-15</p>\n"
                                 "<table>\n<caption><h2>一</h2>\n</caption>\n"));
    assert_non_null(strstr(page, "</table>\n<table>\n<caption><h2>二</h2>\n</caption>\n"));
    free(page);
}

static void test_empty_tables_are_left_out_or_kept(void **state)
{
    (void)state;
    tz_rows parts[] = {FAKE_ROWS(columns, values), FAKE_ROWS(columns, values)};
    parts[0].row_count = 0;
    char *page = page_of(&html, parts, 2, true);
    assert_null(strstr(page, "<h1>一</h1>"));
    assert_non_null(strstr(page, "<title>二</title>"));
    assert_non_null(strstr(page, "<h1>二</h1>"));
    free(page);
    parts[1].row_count = parts[1].position = 0;
    page = page_of(&html, parts, 2, true);
    assert_non_null(strstr(page, "<main>\n<p class=\"none\">没有符合条件的记录</p>\n</main>"));
    free(page);
    page = page_of(&html, parts, 2, false);
    assert_non_null(strstr(page, "<h1>一</h1>"));
    assert_non_null(strstr(page, "<h1>二</h1>"));
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_is_cells_with_their_titles),
        cmocka_unit_test(test_a_page_needs_nothing_else),
        cmocka_unit_test(test_text_is_never_markup),
        cmocka_unit_test(test_a_page_without_rows_says_so),
        cmocka_unit_test(test_several_tables_have_one_heading),
        cmocka_unit_test(test_empty_tables_are_left_out_or_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
