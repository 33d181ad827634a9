/* Documents: what each writer makes of one. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zip.h>

#include "document.h"

/* One of each block, with what has to be escaped in it. */
static document *make_paper(void)
{
    static const document_column columns[] = {{"编号", 1, false}, {"项|数", 1, true}};
    document *paper = document_new("示例 <A> & *B*");
    document_set_number(paper, "示〔2022〕1号");
    document_set_day(paper, "2022-07-15");
    document_add_text(paper, BLOCK_ADDRESSEE, "示例局：");
    document_add_heading(paper, 1, "一、情况");
    document_add_paragraph(paper, "共%d项\x01。", 3);
    document_add_text(paper, BLOCK_PARAGRAPH, "");
    document_add_signature(paper, "示例办", "2022年7月15日");
    document_add_annex(paper, "附件1", "表");
    document_table *table = document_add_table(paper, NULL, columns, 2);
    document_add_cell(paper, table, "6(1)");
    document_add_cell(paper, table, "a|b\nc");
    return paper;
}

static document_chart *add_chart(document *paper, chart_kind kind)
{
    document_chart *chart = document_add_chart(paper, kind, "图<1>");
    document_add_series(paper, chart, "绿灯", TONE_GREEN);
    document_add_series(paper, chart, "黄灯", TONE_YELLOW);
    document_add_category(paper, chart, "甲", (double[]){3, 1});
    document_add_category(paper, chart, "乙", (double[]){33.34, NAN});
    document_set_alternative(paper, chart, "甲：绿灯3、黄灯1。");
    return chart;
}

static void markdown_escapes_what_is_markup(void **state)
{
    (void)state;
    document *paper = make_paper();
    tz_buffer out = {0};
    document_write_markdown(paper, &out);
    assert_string_equal(tz_buffer_text(&out), "示〔2022〕1号\n\n"
                                              "# 示例 \\<A> \\& \\*B\\*\n\n"
                                              "示例局：\n\n"
                                              "## 一、情况\n\n"
                                              "共3项。\n\n"
                                              "示例办\n\n"
                                              "2022年7月15日\n\n"
                                              "---\n\n"
                                              "附件1\n\n"
                                              "## 表\n\n"
                                              "| 编号 | 项\\|数 |\n"
                                              "| --- | ---: |\n"
                                              "| 6(1) | a\\|b<br>c |\n");
    tz_buffer_free(&out);
    document_free(paper);
}

static void markdown_gives_the_figures_of_a_chart(void **state)
{
    (void)state;
    document *paper = document_new("示例");
    tz_buffer out = {0};
    add_chart(paper, CHART_BARS);
    add_chart(paper, CHART_BARS)->is_in_a_table = true;
    document_write_markdown(paper, &out);
    assert_string_equal(tz_buffer_text(&out), "# 示例\n\n"
                                              "图\\<1>\n\n"
                                              "> 甲：绿灯3、黄灯1。\n\n"
                                              "| | 绿灯 | 黄灯 |\n"
                                              "| --- | ---: | ---: |\n"
                                              "| 甲 | 3 | 1 |\n"
                                              "| 乙 | 33.3 | — |\n");
    tz_buffer_free(&out);
    document_free(paper);
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece))
        fail_msg("\"%s\" is missing in:\n%s", piece, text);
}

static void html_escapes_and_names_what_is_there(void **state)
{
    (void)state;
    document *paper = make_paper();
    tz_buffer out = {0};
    add_chart(paper, CHART_BARS);
    add_chart(paper, CHART_LINES);
    add_chart(paper, CHART_HEAT);
    document_write_html(paper, &out);
    const char *html = tz_buffer_text(&out);
    assert_has(html, "<title>示例 &lt;A&gt; &amp; *B*</title>");
    assert_has(html, "<p class=\"document-number\">示〔2022〕1号</p>\n<h1>");
    assert_has(html, "<p>共3项\uFFFD。</p>");
    assert_has(html, "<th scope=\"col\" role=\"columnheader\">编号</th>");
    assert_has(html, "<th scope=\"row\" role=\"rowheader\" data-title=\"编号\">6(1)</th>");
    assert_has(html, "<title id=\"t9\">图&lt;1&gt;</title>");
    assert_has(html, "<desc id=\"d9\">甲：绿灯3、黄灯1。</desc>");
    assert_has(html, "class=\"mark dark\""); /* the number on yellow */
    assert_has(html, ">绿灯 33.3</text>");   /* the end of a line has its name and number */
    assert_has(html, "class=\"none0\"");     /* a square without a value */
    size_t figures = 0;
    for (const char *at = html; (at = strstr(at, "<details>\n<summary>数据</summary>")); at++)
        figures++;
    assert_int_equal(figures, 3);
    assert_has(html, "<table role=\"table\" class=\"of-numbers\">\n<caption>图&lt;1&gt;</caption>");
    assert_has(html, "<td role=\"cell\"></td><th scope=\"col\" role=\"columnheader\">绿灯</th>");
    assert_has(html, "<th scope=\"row\" role=\"rowheader\" data-title=\"\">乙</th>"
                     "<td role=\"cell\" class=\"number\" data-title=\"绿灯\">33.3</td>"
                     "<td role=\"cell\" class=\"number\" data-title=\"黄灯\">—</td>");
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "http"));
    tz_buffer_free(&out);
    document_free(paper);
}

/* The text of a part of the package; the caller frees it. */
static char *read_part(const tz_buffer *bytes, const char *name)
{
    zip_error_t error;
    zip_stat_t status;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes->bytes, bytes->size, 0, &error);
    zip_t *package = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(package);
    assert_int_equal(zip_stat(package, name, 0, &status), 0);
    char *text = calloc(1, status.size + 1);
    zip_file_t *part = zip_fopen(package, name, 0);
    assert_int_equal(zip_fread(part, text, status.size), status.size);
    zip_fclose(part);
    zip_discard(package);
    return text;
}

static void a_package_of_the_same_document_is_the_same(void **state)
{
    (void)state;
    document *paper = make_paper();
    tz_buffer first = {0}, second = {0};
    add_chart(paper, CHART_HEAT);
    assert_true(document_write_docx(paper, &first));
    assert_true(document_write_docx(paper, &second));
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.bytes, second.bytes, first.size);
    char *text = read_part(&first, "word/document.xml");
    assert_has(text, "<w:pStyle w:val=\"Title\"/>");
    assert_true(strstr(text, "\"DocumentNumber\"") < strstr(text, "\"Title\""));
    assert_has(text, "示例 &lt;A&gt; &amp; *B*");
    assert_has(text, "<w:tblHeader/>");
    assert_has(text, "<w:br/>"); /* the line end in a cell */
    assert_has(text, "w:orient=\"landscape\"");
    free(text);
    text = read_part(&first, "docProps/core.xml");
    assert_has(text, "2022-07-15T00:00:00Z");
    free(text);
    tz_buffer_free(&first);
    tz_buffer_free(&second);
    document_free(paper);
}

/* A column without a title, and a document that memory ran out for. */
static void what_is_missing_is_no_crash(void **state)
{
    (void)state;
    document *paper = document_new("示例");
    const document_column columns[] = {{NULL, 1, false}, {"值", 1, true}};
    document_table *table = document_add_table(paper, NULL, columns, 2);
    tz_buffer package = {0}, nothing = {0};
    document_add_cell(paper, table, "甲");
    document_add_cell(paper, table, "1");
    assert_true(document_write_docx(paper, &package));
    assert_false(package.failed);
    char *text = read_part(&package, "word/document.xml");
    assert_has(text, "甲");
    free(text);
    tz_buffer_free(&package);
    paper->failed = true;
    assert_false(document_write_docx(paper, &nothing));
    assert_true(nothing.failed); /* which tells it from a package that can't be made */
    tz_buffer_free(&nothing);
    document_free(paper);
}

static void a_signature_of_two_lines_is_one(void **state)
{
    (void)state;
    document *paper = document_new("示例");
    document_add_signature(paper, NULL, "示例办");
    document_add_signature(paper, "", "2022年7月15日");
    assert_int_equal(paper->block_count, 1);
    assert_string_equal(paper->blocks[0].text, "示例办");
    assert_string_equal(paper->blocks[0].day, "2022年7月15日");
    document_free(paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown_escapes_what_is_markup),
        cmocka_unit_test(markdown_gives_the_figures_of_a_chart),
        cmocka_unit_test(html_escapes_and_names_what_is_there),
        cmocka_unit_test(a_package_of_the_same_document_is_the_same),
        cmocka_unit_test(what_is_missing_is_no_crash),
        cmocka_unit_test(a_signature_of_two_lines_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
