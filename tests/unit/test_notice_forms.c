/* test_notice_forms.c: the sister forms of other offices, on the made-up notices of notices/ (示例)
 * and on a few lines where one form is enough. docs/notice.md describes each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "notice_reading.h"

/* ---------------------------------------------------------------- （责任单位：A、B） */

static void test_first_unit_leads_as_said_once(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-first-unit-leads.txt", TZ_OK);
    assert_int_equal(plan->task_count, 4);
    assert_lead_units(task_of(plan, "1"), "市发展改革委");
    assert_responsible_units(task_of(plan, "1"), "市财政局、各县（市、区）人民政府");
    assert_lead_units(task_of(plan, "2"), "市工业和信息化局");
    assert_responsible_units(task_of(plan, "2"), "市科技局");
    assert_true(task_of(plan, "2")->responsible_open);
    assert_lead_units(task_of(plan, "4"), "市民政局");
    assert_int_equal(task_of(plan, "1")->leader_count, 0);
    /* it is said in the notice, so nothing was supposed */
    assert_int_equal(plan->finding_count, 1);
    notice_plan_free(plan);
}

static void test_numbers_that_start_anew_are_counted_through(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-first-unit-leads.txt", TZ_OK);
    assert_int_equal(plan->section_count, 2);
    assert_string_equal(plan->sections[0].title, "示例产业");
    assert_string_equal(task_of(plan, "3")->text, "新建示例学校3所，11月底前投入使用。");
    assert_int_equal(task_of(plan, "3")->section, 1);
    assert_true(task_of(plan, "3")->code_was_counted);
    assert_finding(plan, NOTICE_QUESTION, 14, "1", "重新编号");
    notice_plan_free(plan);
}

/* The preamble's clause 一、 is no section, its title in 《》 the plan's, its day written in
 * Chinese. */
static void test_letterhead_of_an_office(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-first-unit-leads.txt", TZ_OK);
    assert_string_equal(plan->title, "2023年示例市重点工作任务清单");
    assert_string_equal(plan->document_no, "示政办发〔2023〕3号");
    assert_string_equal(plan->issuer, "示例市人民政府办公室");
    assert_string_equal(plan->signed_on, "2023-02-01");
    assert_int_equal(plan->year, 2023);
    notice_plan_free(plan);
}

static void test_first_unit_is_supposed_to_lead_once(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_text("1.示例甲。（责任单位：市财政局、市民政局）\n"
                                         "2.示例乙。（责任单位：市民政局；配合单位：市财政局）\n"
                                         "3.示例丙。（配合单位：市财政局）\n",
                                         TZ_OK);
    assert_lead_units(task_of(plan, "1"), "市财政局");
    assert_lead_units(task_of(plan, "2"), "市民政局");
    assert_responsible_units(task_of(plan, "2"), "市财政局");
    assert_int_equal(count_findings(plan, NOTICE_QUESTION), 1);
    assert_finding(plan, NOTICE_QUESTION, 1, "1", "列第一位");
    /* who only assists never leads */
    assert_lead_units(task_of(plan, "3"), "");
    assert_finding(plan, NOTICE_GAP, 3, "3", "没有牵头单位");
    notice_plan_free(plan);
}

static void test_rule_said_in_the_preamble(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_text("示例说明：各项任务排在首位的单位为牵头单位。\n\n"
                                         "1.示例甲。（责任单位：市财政局、市民政局）\n",
                                         TZ_OK);
    assert_lead_units(task_of(plan, "1"), "市财政局");
    assert_int_equal(plan->finding_count, 0);
    notice_plan_free(plan);
}

/* ---------------------------------------------------------------- （A牵头，B、C配合） */

static void test_verbs_tell_the_roles(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-verbs.txt", TZ_OK);
    assert_int_equal(plan->task_count, 3);
    assert_lead_units(task_of(plan, "1"), "省科技厅");
    assert_responsible_units(task_of(plan, "1"), "省工业和信息化厅、省财政厅");
    assert_lead_units(task_of(plan, "2"), "省发展改革委");
    assert_responsible_units(task_of(plan, "2"), "省教育厅、各市人民政府");
    assert_true(task_of(plan, "2")->responsible_open);
    assert_lead_units(task_of(plan, "3"), "省商务厅");
    assert_responsible_units(task_of(plan, "3"),
                             "省外办、中国国际贸易促进委员会示例省分会、人民银行示例分行");
    assert_string_equal(task_of(plan, "3")->due_on, "2023-09-30");
    assert_string_equal(plan->document_no, "示政发〔2023〕7号");
    notice_plan_free(plan);
}

static void test_tasks_without_a_number(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-verbs.txt", TZ_OK);
    assert_string_equal(plan->tasks[0].code, "1");
    assert_string_equal(plan->tasks[0].text, "支持示例实验室建设，引进示例团队。");
    assert_string_equal(plan->tasks[2].text, "办好示例博览会。");
    assert_true(plan->tasks[0].code_was_counted);
    assert_finding(plan, NOTICE_QUESTION, 8, "1", "没有编号");
    notice_plan_free(plan);
}

/* 省科技厅、工业和信息化厅: supplied and said; never before a place, 中国, 人民银行, 各. */
static void test_lost_prefix(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-verbs.txt", TZ_OK);
    assert_int_equal(count_findings(plan, NOTICE_REPAIRED), 3);
    assert_finding(plan, NOTICE_REPAIRED, 8, "1", "“工业和信息化厅”前省略的“省”字已补");
    assert_finding(plan, NOTICE_REPAIRED, 8, "1", "“财政厅”");
    assert_finding(plan, NOTICE_REPAIRED, 10, "2", "“教育厅”");
    assert_string_equal(task_of(plan, "1")->units[1].written_as, "工业和信息化厅");
    notice_plan_free(plan);
}

static void test_full_names_keep_their_beginning(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_text(
        "1.示例甲。（牵头单位：市水利局；责任单位：示例黄河河务局、莘县水利局、临清市公安局、"
        "示例银保监分局、国家税务局、中国人民银行、市委组织部、各县（市、区）人民政府、市政府各部门"
        "）\n",
        TZ_OK);
    assert_int_equal(count_findings(plan, NOTICE_REPAIRED), 0);
    assert_responsible_units(
        task_of(plan, "1"), "示例黄河河务局、莘县水利局、临清市公安局、示例银保监分局、国家税务局、"
                            "中国人民银行、市委组织部、各县（市、区）人民政府、市政府各部门");
    notice_plan_free(plan);
}

/* ---------------------------------------------------------------- labels */

static void test_labels_of_other_offices(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-labels.txt", TZ_OK);
    assert_int_equal(plan->task_count, 4);
    assert_leaders(task_of(plan, "1"), "示例甲");
    assert_lead_units(task_of(plan, "1"), "县水利局");
    assert_leaders(task_of(plan, "2"), "示例乙、示例丙");
    assert_lead_units(task_of(plan, "2"), "县交通运输局");
    assert_lead_units(task_of(plan, "3"), "县教育局");
    assert_responsible_units(task_of(plan, "3"), "县公安局");
    assert_lead_units(task_of(plan, "4"), "县司法局");
    assert_responsible_units(task_of(plan, "4"), "县信访局");
    notice_plan_free(plan);
}

static void test_nested_brackets(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-labels.txt", TZ_OK);
    assert_string_equal(task_of(plan, "1")->text, "加快示例水库（一期）建设。");
    assert_responsible_units(task_of(plan, "1"),
                             "县发展和改革局（县粮食和物资储备局）、县财政局、各乡镇（街道）");
    assert_string_equal(task_of(plan, "2")->text, "推进示例道路（东段、西段）改造，改善出行条件。");
    assert_responsible_units(task_of(plan, "2"), "示例街道（含示例园区〔筹〕）");
    assert_true(task_of(plan, "2")->responsible_open);
    assert_string_equal(task_of(plan, "4")->text, "深化示例改革（含示例试点）。");
    notice_plan_free(plan);
}

static void test_deadlines_in_the_bracket(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-labels.txt", TZ_OK);
    assert_string_equal(task_of(plan, "1")->due_on, "2024-10-31");
    assert_false(task_of(plan, "2")->is_staged);
    assert_false(task_of(plan, "4")->is_staged);
    assert_finding(plan, NOTICE_QUESTION, 10, "3", "看不懂的完成时限：看情况");
    notice_plan_free(plan);
    plan = read_notice_file("tests/unit/notices/示例-first-unit-leads.txt", TZ_OK);
    assert_string_equal(task_of(plan, "4")->due_on, "2023-06-30");
    notice_plan_free(plan);
}

/* （一） is the tasks' number where it closes with a bracket; it runs through the document here. */
static void test_tasks_numbered_in_chinese(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-labels.txt", TZ_OK);
    assert_int_equal(plan->section_count, 2);
    assert_string_equal(plan->tasks[3].code, "4");
    assert_false(plan->tasks[3].code_was_counted);
    assert_int_equal(plan->tasks[3].section, 1);
    notice_plan_free(plan);
}

static void test_what_a_label_lacks(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-labels.txt", TZ_OK);
    assert_finding(plan, NOTICE_REPAIRED, 10, "3", "缺冒号");
    assert_finding(plan, NOTICE_QUESTION, 10, "3", "“联系人”不是已知的名目");
    assert_finding(plan, NOTICE_QUESTION, 10, "3", "没有牵头领导");
    assert_int_equal(plan->finding_count, 4);
    notice_plan_free(plan);
}

/* ---------------------------------------------------------------- what PDF leaves */

static void test_page_numbers_and_page_breaks(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-pdf.txt", TZ_OK);
    assert_int_equal(plan->task_count, 3);
    assert_string_equal(task_of(plan, "1")->text,
                        "推进示例城市更新，新增停车位500个，改造老旧小区12个。");
    assert_responsible_units(task_of(plan, "1"), "市财政局、市发展改革委、市城管局");
    assert_finding(plan, NOTICE_REPAIRED, 6, "1", "— 3 —");
    assert_finding(plan, NOTICE_REPAIRED, 7, "1", "— 4 —");
    assert_finding(plan, NOTICE_REPAIRED, 8, "1", "- 5 -");
    assert_finding(plan, NOTICE_QUESTION, 19, NULL, "“12”");
    /* dashes of the text itself stay */
    assert_string_equal(task_of(plan, "3")->text, "建设中国—太平洋示例中心，引进项目3—5个。");
    notice_plan_free(plan);
}

static void test_characters_on_both_sides_of_a_break(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-pdf.txt", TZ_OK);
    /* 人人 is a word; 社社 is none; 建建 inside a line is the office's own slip and stays */
    assert_string_equal(task_of(plan, "2")->text,
                        "办好示例人民满意的教育，新建学校3所，人人有学上，推进校园建建设。");
    assert_responsible_units(task_of(plan, "2"), "市财政局、市人力资源社会保障局");
    assert_finding(plan, NOTICE_QUESTION, 14, "2", "“人”");
    assert_finding(plan, NOTICE_REPAIRED, 16, "2", "“社”");
    notice_plan_free(plan);
}

static void test_radical_look_alikes(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-pdf.txt", TZ_OK);
    assert_string_equal(plan->sections[0].title, "示例工作");
    assert_finding(plan, NOTICE_REPAIRED, 12, "2", "3 个形似汉字的部首字符");
    /* what stood in the file keeps them */
    assert_non_null(strstr(task_of(plan, "2")->source_text, "⼈⺠"));
    notice_plan_free(plan);
}

/* ---------------------------------------------------------------- a table */

static void test_table(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-table.csv", TZ_OK);
    assert_string_equal(plan->title, "示例市2023年重点任务台账");
    assert_int_equal(plan->year, 2023);
    assert_int_equal(plan->section_count, 2);
    assert_string_equal(plan->sections[1].label, "二");
    assert_string_equal(plan->sections[1].title, "示例民生");
    assert_int_equal(plan->task_count, 4);
    const notice_task *first = task_of(plan, "1");
    assert_string_equal(first->text, "新建示例厂房10万平方米，年底前完成一半。");
    assert_leaders(first, "示例甲");
    assert_lead_units(first, "市工业和信息化局");
    assert_responsible_units(first, "市财政局、各县（市、区）人民政府");
    assert_string_equal(first->due_on, "2023-12-31");
    assert_int_equal(first->first_line, 4);
    assert_int_equal(first->last_line, 6);
    assert_leaders(task_of(plan, "2"), "示例甲、示例乙");
    assert_true(task_of(plan, "2")->responsible_open);
    assert_false(task_of(plan, "2")->is_staged);
    assert_int_equal(task_of(plan, "2")->section, 0);
    notice_plan_free(plan);
}

static void test_table_rows_that_raise_questions(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_file("tests/unit/notices/示例-table.csv", TZ_OK);
    assert_lead_units(task_of(plan, "3"), "市民政局、市卫生健康委");
    assert_string_equal(task_of(plan, "3")->text, "完善示例服务（含“示例站”）");
    assert_responsible_units(task_of(plan, "3"), "市残联");
    assert_finding(plan, NOTICE_QUESTION, 9, "3", "并入上一项任务");
    assert_finding(plan, NOTICE_GAP, 10, "5", "缺编号4");
    assert_finding(plan, NOTICE_GAP, 10, "5", "没有牵头单位");
    assert_finding(plan, NOTICE_QUESTION, 10, "5", "择机");
    assert_int_equal(plan->finding_count, 4);
    notice_plan_free(plan);
}

static void test_table_cut_short(void **state)
{
    (void)state;
    notice_plan *plan =
        read_notice_text("序号,任务,牵头单位\n1,示例甲,市财政局\n2,\"示例乙,市财政局\n", TZ_OK);
    assert_int_equal(plan->task_count, 1);
    assert_int_equal(count_findings(plan, NOTICE_GAP), 1);
    assert_finding(plan, NOTICE_GAP, 3, NULL, "无法读出");
    notice_plan_free(plan);
}

static void test_table_with_tabs_and_heading_rows(void **state)
{
    (void)state;
    notice_plan *plan = read_notice_text("序号\t工作任务\t责任单位(列第一位的为牵头单位)\n"
                                         "一、示例甲部分\t\t\n"
                                         "1\t示例甲\t市财政局、市民政局\n"
                                         "二、示例乙部分\t\t\n"
                                         "2\t示例乙\t市民政局\n",
                                         TZ_OK);
    assert_int_equal(plan->section_count, 2);
    assert_string_equal(plan->sections[0].title, "示例甲部分");
    assert_lead_units(task_of(plan, "1"), "市财政局");
    assert_responsible_units(task_of(plan, "1"), "市民政局");
    assert_int_equal(task_of(plan, "2")->section, 1);
    assert_int_equal(plan->finding_count, 0);
    notice_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_unit_leads_as_said_once),
        cmocka_unit_test(test_numbers_that_start_anew_are_counted_through),
        cmocka_unit_test(test_letterhead_of_an_office),
        cmocka_unit_test(test_first_unit_is_supposed_to_lead_once),
        cmocka_unit_test(test_rule_said_in_the_preamble),
        cmocka_unit_test(test_verbs_tell_the_roles),
        cmocka_unit_test(test_tasks_without_a_number),
        cmocka_unit_test(test_lost_prefix),
        cmocka_unit_test(test_full_names_keep_their_beginning),
        cmocka_unit_test(test_labels_of_other_offices),
        cmocka_unit_test(test_nested_brackets),
        cmocka_unit_test(test_deadlines_in_the_bracket),
        cmocka_unit_test(test_tasks_numbered_in_chinese),
        cmocka_unit_test(test_what_a_label_lacks),
        cmocka_unit_test(test_page_numbers_and_page_breaks),
        cmocka_unit_test(test_characters_on_both_sides_of_a_break),
        cmocka_unit_test(test_radical_look_alikes),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_rows_that_raise_questions),
        cmocka_unit_test(test_table_cut_short),
        cmocka_unit_test(test_table_with_tabs_and_heading_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
