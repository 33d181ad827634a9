/* test_proposal_schedule.c: kind and due day from a task's words and from the deadline in its
 * bracket. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "proposal.h"

typedef struct example {
    const char *text;
    const char *deadline; /* of the bracket, or NULL */
    const char *wanted; /* standing, staged, or staged and its due day; "?" behind it: deadline not
                           understood */
} example;

static void assert_schedule(const example *wanted, int year)
{
    notice_memory *memory = notice_memory_new();
    notice_task task = {.text = wanted->text};
    bool is_understood;
    char read[100];
    assert_non_null(memory);
    assert_true(notice_propose_targets(memory, &task));
    assert_true(notice_propose_schedule(memory, &task, year, wanted->deadline, &is_understood));
    snprintf(read, sizeof read, "%s%s%s%s", task.is_staged ? "staged" : "standing",
             task.due_on != NULL ? " " : "", task.due_on != NULL ? task.due_on : "",
             is_understood ? "" : " ?");
    if (strcmp(read, wanted->wanted) != 0)
        print_message("%s / %s\n", wanted->text, wanted->deadline != NULL ? wanted->deadline : "");
    assert_string_equal(read, wanted->wanted);
    notice_memory_free(memory);
}

#define ASSERT_ALL(examples)                                                                       \
    for (size_t i = 0; i < sizeof(examples) / sizeof *(examples); i++)                             \
    assert_schedule(&(examples)[i], 2022)

static void deadlines_in_the_words_are_due_days(void **state)
{
    static const example examples[] = {
        {"年底前基本建成“无证明城市”。", NULL, "staged 2022-12-31"},
        {"6月底前全面启动，加强调度。", NULL, "staged 2022-06-30"},
        {"上半年完成38个老旧小区改造。", NULL, "staged 2022-06-30"},
        {"三季度末前形成机制。", NULL, "staged 2022-09-30"},
        {"10月1日前开通。", NULL, "staged 2022-10-01"},
        {"６月底前开工、年底前竣工。", NULL, "staged 2022-12-31"},
        {"2022年2月底前部署到位。", NULL, "staged 2022-02-28"},
        {"今年年底前持续优化服务。", NULL, "staged 2022-12-31"},
    };
    (void)state;
    ASSERT_ALL(examples);
}

static void times_that_are_no_deadline_of_this_plan_are_not_read(void **state)
{
    static const example examples[] = {
        {"加强统筹，9月举办论坛。", NULL, "standing"},
        {"到2025年底形成格局，加强统筹。", NULL, "standing"},
        {"巩固去年底以来的成果。", NULL, "standing"},
        {"五年内持续优化结构。", NULL, "standing"},
        {"深化改革，9月前部署。", NULL, "standing"},
        {"2月30日前持续推进。", NULL, "standing"},
        {"深化“年底前清欠”经验。", NULL, "standing"},
    };
    (void)state;
    ASSERT_ALL(examples);
}

static void deadlines_of_a_bracket_beat_the_words(void **state)
{
    static const example examples[] = {
        {"加强统筹。", "6月底前", "staged 2022-06-30"},
        {"加强统筹。", "2022年9月", "staged 2022-09-30"},
        {"加强统筹。", "12月31日前", "staged 2022-12-31"},
        {"加强统筹。", "2022-09-30", "staged 2022-09-30"},
        {"加强统筹。", "2023.6", "staged 2023-06-30"},
        {"加强统筹。", "2022年1月—12月", "staged 2022-12-31"},
        {"加强统筹。", "6月底前出台方案，年底前落实", "staged 2022-12-31"},
        {"加强统筹。", "12月底前取得成效并长期坚持", "staged 2022-12-31"},
        {"建成体育中心。", "年内持续推进", "standing"},
        {"建成体育中心。", "长期坚持", "standing"},
        {"建成体育中心。", "全年", "staged"},
        {"加强统筹。", "全年", "standing"},
        {"加强统筹。", "国庆节前", "standing ?"},
        {"建成体育中心。", "9月前", "staged ?"},
        {"加强统筹。", "2022年13月底前", "standing ?"},
        {"加强统筹。", "", "standing ?"},
    };
    (void)state;
    ASSERT_ALL(examples);
}

static void without_a_year_only_what_names_its_own_is_read(void **state)
{
    const example no_year = {"年底前部署。", NULL, "standing"};
    const example own_year = {"加强统筹。", "2022年6月底前", "staged 2022-06-30"};
    (void)state;
    assert_schedule(&no_year, 0);
    assert_schedule(&own_year, 0);
}

static void things_to_finish_are_staged(void **state)
{
    static const example examples[] = {
        {"加快市民中心建设。", NULL, "staged"},
        {"争创全国双拥模范城。", NULL, "staged"},
        {"新建滨河公园。", NULL, "staged"},
        {"制定土地利用规划。", NULL, "staged"},
        {"实施背街小巷提升改造。", NULL, "staged"},
        {"实现村村通公交全覆盖。", NULL, "staged"},
        {"全力抓好33个省级重点项目。", NULL, "staged"},
        {"新增就业3万人。", NULL, "staged"},
    };
    (void)state;
    ASSERT_ALL(examples);
}

static void continuous_work_is_standing(void **state)
{
    static const example examples[] = {
        {"持续优化营商环境，坚持就业优先。", NULL, "standing"},
        {"深化双拥创建，加强平安城市建设。", NULL, "standing"},
        {"鼓励企业建设研发中心。", NULL, "standing"},
        {"推进节约型机关建设，健全信用体系。", NULL, "standing"},
        {"推动建设用地节约集约利用。", NULL, "standing"},
        {"常态化开展专项行动。", NULL, "standing"},
        {"", NULL, "standing"},
    };
    (void)state;
    ASSERT_ALL(examples);
}

static void sub_items_inherit_from_their_item(void **state)
{
    const notice_task parent = {.is_staged = true, .due_on = "2022-06-30"};
    const notice_task standing_parent = {.is_staged = false};
    notice_task open_item = {0};
    notice_task own_item = {.is_staged = true, .due_on = "2022-03-31"};
    (void)state;
    notice_inherit_schedule(&open_item, &standing_parent);
    assert_false(open_item.is_staged);
    notice_inherit_schedule(&open_item, &parent);
    assert_true(open_item.is_staged);
    assert_string_equal(open_item.due_on, "2022-06-30");
    notice_inherit_schedule(&own_item, &parent);
    assert_string_equal(own_item.due_on, "2022-03-31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deadlines_in_the_words_are_due_days),
        cmocka_unit_test(times_that_are_no_deadline_of_this_plan_are_not_read),
        cmocka_unit_test(deadlines_of_a_bracket_beat_the_words),
        cmocka_unit_test(without_a_year_only_what_names_its_own_is_read),
        cmocka_unit_test(things_to_finish_are_staged),
        cmocka_unit_test(continuous_work_is_standing),
        cmocka_unit_test(sub_items_inherit_from_their_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
