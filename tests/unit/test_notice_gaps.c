/* test_notice_gaps.c: notices with something wrong in them, and texts that are none: nothing is
 * guessed in silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "notice_reading.h"

static notice_plan *plan;

static int set_up(void **state)
{
    (void)state;
    plan = read_notice_file("tests/unit/notices/示例-gaps.txt", TZ_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    notice_plan_free(plan);
    return 0;
}

static void test_tasks_without_a_lead_unit(void **state)
{
    (void)state;
    assert_string_equal(task_of(plan, "2")->text, "示例任务二，没有括号。");
    assert_finding(plan, NOTICE_GAP, 7, "2", "没有牵头单位");
    assert_finding(plan, NOTICE_GAP, 9, "3", "没有牵头单位");
}

static void test_numbers_missing_and_doubled(void **state)
{
    (void)state;
    assert_finding(plan, NOTICE_GAP, 11, "5", "缺编号4");
    assert_finding(plan, NOTICE_GAP, 13, "6", "编号5重复");
    assert_string_equal(task_of(plan, "6")->text, "示例任务又五。");
    assert_true(task_of(plan, "6")->code_was_counted);
    /* the one task without a number stands where 7 is missing */
    assert_finding(plan, NOTICE_REPAIRED, 15, "7", "缺编号，按顺序补为7");
    assert_true(task_of(plan, "7")->code_was_counted);
    assert_false(task_of(plan, "8")->code_was_counted);
    assert_finding(plan, NOTICE_GAP, 29, "9(3)", "缺编号（2）");
    assert_int_equal(count_findings(plan, NOTICE_GAP), 5);
}

static void test_brackets_unclosed_and_mismatched(void **state)
{
    (void)state;
    assert_finding(plan, NOTICE_REPAIRED, 11, "5", "没有收");
    assert_responsible_units(task_of(plan, "5"), "市财政局、各县（市、区）人民政府");
    assert_finding(plan, NOTICE_REPAIRED, 15, "7", "括号不配对");
    assert_responsible_units(task_of(plan, "7"), "市财政局");
}

static void test_what_is_passed_over_is_said(void **state)
{
    (void)state;
    assert_finding(plan, NOTICE_QUESTION, 13, "6", "“市统计局”重复列出");
    assert_responsible_units(task_of(plan, "6"), "市财政局");
    assert_finding(plan, NOTICE_QUESTION, 13, "6", "没有牵头领导");
    assert_finding(plan, NOTICE_QUESTION, 19, NULL, "略过");
    assert_finding(plan, NOTICE_QUESTION, 21, NULL, "没有任务");
    assert_finding(plan, NOTICE_QUESTION, 23, NULL, "标题序号接不上");
    assert_int_equal(count_findings(plan, NOTICE_QUESTION), 5);
}

static void test_findings_come_by_line(void **state)
{
    (void)state;
    for (size_t i = 1; i < plan->finding_count; i++)
        assert_true(plan->findings[i - 1].line <= plan->findings[i].line);
}

/* ---------------------------------------------------------------- small texts */

static void assert_rejected(const char *text)
{
    notice_plan *none = read_notice_text(text, TZ_REJECTED);
    assert_int_equal(none->task_count, 0);
    assert_int_equal(count_findings(none, NOTICE_GAP), 1);
    notice_plan_free(none);
}

static void test_no_tasks(void **state)
{
    (void)state;
    assert_rejected("");
    assert_rejected("\n\n\n");
    assert_rejected("示例：今天天气很好。");
    assert_rejected("1. 示例一。\n2. 示例二。\n");
    assert_rejected("（此件公开发布）");
    assert_rejected("序号,任务,责任单位\n");
}

static void test_english_findings(void **state)
{
    (void)state;
    static const char text[] = "1.示例甲。〔牵头单位：市财政局]\n";
    notice_options options = {.language = TZ_EN, .year = 2031};
    notice_plan *read = NULL;
    assert_int_equal(notice_read(text, strlen(text), &options, &read), TZ_OK);
    assert_int_equal(read->year, 2031);
    assert_finding(read, NOTICE_REPAIRED, 1, "1", "mismatched bracket");
    notice_plan_free(read);
}

/* "6. …：(1) …；(2) …。〔…〕" is one task; where (1) has a bracket they are two. */
static void test_enumeration_is_no_sub_item(void **state)
{
    (void)state;
    notice_plan *read = read_notice_text("1.示例：\n(1)甲；\n(2)乙。〔牵头单位：市财政局〕\n"
                                         "2.示例：\n(1)甲。〔牵头单位：市财政局〕\n(2)乙。\n",
                                         TZ_OK);
    assert_int_equal(read->task_count, 4);
    assert_string_equal(task_of(read, "1")->text, "示例：（1）甲；（2）乙。");
    assert_finding(read, NOTICE_QUESTION, 3, "1", "合为一项任务");
    assert_int_equal(task_of(read, "2(1)")->parent, 1);
    assert_finding(read, NOTICE_GAP, 6, "2(2)", "没有牵头单位");
    notice_plan_free(read);
}

/* The bracket's text is on a page of its own, or a number and its task in one line with the next.
 */
static void test_items_run_together(void **state)
{
    (void)state;
    notice_plan *read =
        read_notice_text("1.示例甲。〔牵头单位：市财政局〕2.示例乙。\n\n示例续。\n\n"
                         "〔牵头单位：市民政局〕3.示例丙。〔牵头单位：市司法局]\n",
                         TZ_OK);
    assert_int_equal(read->task_count, 3);
    assert_string_equal(task_of(read, "1")->source_text, "1.示例甲。〔牵头单位：市财政局〕");
    assert_string_equal(task_of(read, "2")->text, "示例乙。示例续。");
    assert_lead_units(task_of(read, "3"), "市司法局");
    assert_int_equal(count_findings(read, NOTICE_GAP), 0);
    notice_plan_free(read);
}

/* Of a bracket behind a heading, for all that stands beneath, only the heading is read: that must
 * not pass for a plan. A list of attachments is no item. */
static void test_items_that_fit_nowhere(void **state)
{
    (void)state;
    notice_plan *read =
        read_notice_text("（一）示例标题（牵头单位：市财政局）\n1.示例甲。\n2.示例乙。\n"
                         "（二）示例标题（牵头单位：市民政局）\n\n附件：\n1.示例表。\n",
                         TZ_OK);
    assert_int_equal(read->task_count, 2);
    assert_int_equal(read->finding_count, 2);
    assert_finding(read, NOTICE_GAP, 2, NULL, "编号1");
    assert_finding(read, NOTICE_GAP, 3, NULL, "编号2");
    notice_plan_free(read);
}

/* Brackets inside a paragraph, and a stop behind the bracket instead of before it. */
static void test_stop_behind_the_bracket(void **state)
{
    (void)state;
    notice_plan *read =
        read_notice_text("1.示例甲（牵头单位：市财政局）。2.示例乙（牵头单位：市民政局）；"
                         "3.示例丙。（牵头单位：市司法局）。\n",
                         TZ_OK);
    assert_int_equal(read->task_count, 3);
    assert_string_equal(task_of(read, "1")->text, "示例甲。");
    assert_string_equal(task_of(read, "2")->text, "示例乙；");
    assert_string_equal(task_of(read, "3")->text, "示例丙。");
    assert_int_equal(read->finding_count, 0);
    notice_plan_free(read);
}

/* Numbers that are no items: 5.5%, a list of the preamble, 一、二、三产业 at a line's head. */
static void test_numbers_that_are_no_marks(void **state)
{
    (void)state;
    notice_plan *read = read_notice_text("1.引言。\n2.引言。\n\n一、示例\n\n"
                                         "1.示例收入增长和支出总额增长均应达到\n\n5.5%以上，第\n"
                                         "一、二、三产业示例。（牵头单位：市统计局）\n",
                                         TZ_OK);
    assert_int_equal(read->task_count, 1);
    assert_string_equal(task_of(read, "1")->text,
                        "示例收入增长和支出总额增长均应达到5.5%以上，第一、二、三产业示例。");
    assert_int_equal(read->finding_count, 0);
    notice_plan_free(read);
}

/* ---------------------------------------------------------------- time */

static char *repeated(const char *part, size_t size)
{
    size_t part_size = strlen(part), count = size / part_size;
    char *text = malloc(count * part_size + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * part_size, part, part_size);
    text[count * part_size] = '\0';
    return text;
}

/* Processor time grows in proportion to the size: quadratic work on 64 KiB takes far longer than
 * this, also under the sanitizers. */
static void test_hostile_text_takes_linear_time(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "（",           "〔牵头单位：A]",
        "（牵头单位：", "x（牵头单位：市局）",
        "-1",           "1.文。\n\n",
        "〕\n",         "（牵头单位：（",
        "第一",         "《",
        "等",           ",",
        "一、文\n",
    };
    notice_options options = {.language = TZ_EN};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char *text = repeated(parts[i], 1 << 16);
        notice_plan *read = NULL;
        clock_t begin = clock();
        notice_read(text, strlen(text), &options, &read);
        double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
        assert_non_null(read);
        if (seconds > 5)
            fail_msg("64 KiB of %s took %.1f s", parts[i], seconds);
        notice_plan_free(read);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tasks_without_a_lead_unit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_missing_and_doubled, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_brackets_unclosed_and_mismatched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_passed_over_is_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_findings_come_by_line, set_up, tear_down),
        cmocka_unit_test(test_no_tasks),
        cmocka_unit_test(test_english_findings),
        cmocka_unit_test(test_enumeration_is_no_sub_item),
        cmocka_unit_test(test_items_run_together),
        cmocka_unit_test(test_items_that_fit_nowhere),
        cmocka_unit_test(test_stop_behind_the_bracket),
        cmocka_unit_test(test_numbers_that_are_no_marks),
        cmocka_unit_test(test_hostile_text_takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
