/* test_document.c: memory runs out at every point of making a paper and writing it: it never
 * crashes, and a paper that lacks something is never taken for whole. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fault.h"
#include "template.h"

/* How the writers are called alike. */
typedef bool paper_writer(const document *paper, tz_buffer *out);

static bool write_markdown(const document *paper, tz_buffer *out)
{
    document_write_markdown(paper, out);
    return true;
}

static bool write_html(const document *paper, tz_buffer *out)
{
    document_write_html(paper, out);
    return true;
}

static void add_table(document *paper, void *context)
{
    static const document_column columns[] = {{"编号", 1, false}, {"完成百分比", 1, true}};
    (void)context;
    document_table *table = document_add_table(paper, "示例表", columns, 2);
    for (int i = 0; i < 70; i++) /* more than the first allocation holds */
        document_add_cell(paper, table, i % 2 ? "45" : "6(1)");
}

static void add_chart(document *paper, chart_kind kind)
{
    document_chart *chart = document_add_chart(paper, kind, "示例图");
    document_add_series(paper, chart, "绿灯", TONE_GREEN);
    document_add_series(paper, chart, "黄灯", TONE_YELLOW);
    document_add_category(paper, chart, "甲", (double[]){3, 1});
    document_add_category(paper, chart, "乙", (double[]){33.3, NAN});
    document_set_alternative(paper, chart, "甲：绿灯3、黄灯1。");
}

/* One of each block, the first by way of a template. */
static document *make_paper(void)
{
    static const template_field fields[] = {{"单位", "unit", "示例局"}, {"事项表", "tasks", NULL}};
    document *paper = template_fill("# 示例\n< {{单位}}：\n## 一、情况\n共3项。\n{{事项表}}\n> "
                                    "示例办\n> 2022年7月15日",
                                    fields, 2, add_table, NULL);
    if (!paper)
        return NULL;
    document_set_number(paper, "示〔2022〕1号");
    document_set_day(paper, "2022-07-15");
    document_add_text(paper, BLOCK_SUBTITLE, "（2022年7月15日）");
    document_add_paragraph(paper, "共%d项，即第1、2、3项。", 3);
    document_add_annex(paper, "附件1", "图");
    add_chart(paper, CHART_BARS);
    add_chart(paper, CHART_LINES);
    add_chart(paper, CHART_HEAT);
    return paper;
}

/* Whether all of it was made and written; what came of it in `out`. It is measured as it is, before
 * anyone asks whether all of it is there. */
static bool write_paper(paper_writer *write, tz_buffer *out)
{
    document *paper = make_paper();
    if (paper)
        assert_true(document_height(paper) > DOCUMENT_PAGE_HEIGHT || paper->failed);
    bool is_whole = paper && !paper->failed && write(paper, out);
    is_whole = is_whole && !paper->failed && !out->failed;
    document_free(paper);
    return is_whole;
}

/* Refuses each allocation in turn, until none is left to refuse. */
static void refuse_each(paper_writer *write, fault_kind kind, const tz_buffer *expected)
{
    bool was_refused = true;
    for (long number = 1; was_refused; number++) {
        tz_buffer out = {0};
        fault_arm(FAULT_OF_LIBRARY, kind, number);
        bool is_whole = write_paper(write, &out);
        was_refused = fault_disarm();
        assert_int_equal(is_whole, !was_refused);
        if (is_whole)
            assert_memory_equal(out.bytes, expected->bytes, expected->size);
        tz_buffer_free(&out);
        assert_true(number < 100000);
    }
}

static void check_writer(paper_writer *write)
{
    tz_buffer expected = {0};
    assert_true(write_paper(write, &expected));
    for (int kind = 0; kind < FAULT_KINDS; kind++)
        refuse_each(write, (fault_kind)kind, &expected);
    tz_buffer_free(&expected);
}

static void markdown_is_whole_or_failed(void **state)
{
    (void)state;
    check_writer(write_markdown);
}

static void html_is_whole_or_failed(void **state)
{
    (void)state;
    check_writer(write_html);
}

/* The package's own allocations are those of libzip, which is another library. */
static void docx_is_whole_or_failed(void **state)
{
    (void)state;
    check_writer(document_write_docx);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown_is_whole_or_failed),
        cmocka_unit_test(html_is_whole_or_failed),
        cmocka_unit_test(docx_is_whole_or_failed),
    };
    fault_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
