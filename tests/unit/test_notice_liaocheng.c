/* test_notice_liaocheng.c: 聊政发〔2022〕5号 as read against what a person reads in it. Every
 * expected value here was taken from data/liaocheng-2022-5.txt by eye. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "notice_reading.h"

#define COUNTIES "各县（市、区）人民政府"
#define ZONES    "市属开发区管委会"

static notice_plan *plan;

static int set_up(void **state)
{
    (void)state;
    plan = read_notice_file("data/liaocheng-2022-5.txt", TZ_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    notice_plan_free(plan);
    return 0;
}

/* ---------------------------------------------------------------- the whole */

static void test_letterhead(void **state)
{
    (void)state;
    assert_string_equal(plan->title, "2022年市政府工作报告重点工作任务部门分工方案");
    assert_string_equal(plan->document_no, "聊政发〔2022〕5号");
    assert_string_equal(plan->issuer, "聊城市人民政府");
    assert_int_equal(plan->year, 2022);
    /* printed (印发) on 14 March, but signed on the 11th */
    assert_string_equal(plan->signed_on, "2022-03-11");
}

static const struct expected_section {
    const char *label, *title;
    const char *parent; /* the label above, NULL at the top */
    size_t line;
    const char *first, *last; /* tasks; of a top section with subsections those of all */
} expected_sections[] = {
    {"一", "主要预期目标", NULL, 35, "1", "6(2)"},
    {"二", "凝心聚力建设制造业强市，筑牢高质量发展产业根基", NULL, 53, NULL, NULL},
    {"一", "着力壮大产业规模", "二", 55, "7", "12"},
    {"二", "构建“金字塔”型企业结构", "二", 71, "13", "18"},
    {"三", "大力推动开发区提质增效", "二", 85, "19", "29"},
    {"三", "凝心聚力实施创新驱动，打造高质量发展强力引擎", NULL, 111, NULL, NULL},
    {"一", "一体化推进城市数字转型", "三", 113, "30", "37"},
    {"二", "全方位提升科技创新能力", "三", 133, "38", "40"},
    {"三", "深层次优化创新创业生态", "三", 144, "41", "46"},
    {"四", "凝心聚力强化基础设施建设，夯实高质量发展重大支撑", NULL, 158, NULL, NULL},
    {"一", "聚焦构建综合交通体系", "四", 160, "47", "48"},
    {"二", "聚焦构建现代水网体系", "四", 168, "49", "50"},
    {"三", "聚焦构建绿色能源体系", "四", 176, "51", "51"},
    {"五", "凝心聚力深化改革开放，增强高质量发展内生动力", NULL, 180, NULL, NULL},
    {"一", "以更高标准优化营商环境", "五", 182, "52", "58"},
    {"二", "以更实举措振兴县域经济", "五", 202, "59", "64"},
    {"三", "以更大力度做强现代服务业", "五", 218, "65", "74"},
    {"四", "以更宽视野扩大对外开放", "五", 244, "75", "78"},
    {"六", "凝心聚力加快乡村振兴，绘就高质量发展多彩画卷", NULL, 254, NULL, NULL},
    {"一", "让农业更高效", "六", 256, "79", "82"},
    {"二", "让农村更美丽", "六", 266, "83", "86"},
    {"三", "让农民更富裕", "六", 276, "87", "90"},
    {"七", "凝心聚力推动城市扩容提质，拓展高质量发展空间骨架", NULL, 288, NULL, NULL},
    {"一", "优化城市空间格局", "七", 290, "91", "96"},
    {"二", "提升城市功能品质", "七", 304, "97", "103"},
    {"三", "加强城市精细化管理", "七", 324, "104", "110"},
    {"八", "凝心聚力推进文旅兴市，培育高质量发展新增长极", NULL, 342, NULL, NULL},
    {"一", "突出城市特色新定位", "八", 344, "111", "113"},
    {"二", "构筑多极发展新空间", "八", 354, "114", "116"},
    {"三", "增强文旅产品新供给", "八", 364, "117", "121"},
    {"九", "凝心聚力抓好绿色转型，厚植高质量发展生态优势", NULL, 378, NULL, NULL},
    {"一", "整治环境突出问题", "九", 380, "122", "125"},
    {"二", "狠抓生态保护修复", "九", 390, "126", "128"},
    {"三", "加快低碳循环发展", "九", 398, "129", "134"},
    {"十", "凝心聚力促进共同富裕，增进高质量发展民生福祉", NULL, 414, NULL, NULL},
    {"一", "提升普惠性民生", "十", 416, "135", "139"},
    {"二", "做实基础性民生", "十", 432, "140", "146"},
    {"三", "强化兜底性民生", "十", 450, "147", "150"},
    {"四", "维护社会和谐稳定", "十", 460, "151", "155"},
    {"五", "实施一批民生实事", "十", 474, "156", "178"},
    {"十一", "加强政府自身建设", NULL, 522, "179", "186"},
};

static void assert_first_and_last(int section, const struct expected_section *expected)
{
    const notice_task *first = NULL, *last = NULL;
    for (size_t i = 0; i < plan->task_count; i++) {
        if (plan->tasks[i].section != section)
            continue;
        first = first == NULL ? &plan->tasks[i] : first;
        last = &plan->tasks[i];
    }
    if (expected->first == NULL) {
        assert_null(first);
        return;
    }
    assert_non_null(first);
    assert_string_equal(first->code, expected->first);
    assert_string_equal(last->code, expected->last);
}

/* 11 sections and 30 subsections, however many # the converter gave each. */
static void test_sections(void **state)
{
    (void)state;
    size_t count = sizeof expected_sections / sizeof *expected_sections;
    assert_int_equal(count, 11 + 30);
    assert_int_equal(plan->section_count, count);
    for (size_t i = 0; i < count; i++) {
        const struct expected_section *expected = &expected_sections[i];
        const notice_section *section = &plan->sections[i];
        assert_string_equal(section->label, expected->label);
        assert_string_equal(section->title, expected->title);
        assert_int_equal(section->line, expected->line);
        if (expected->parent == NULL) {
            assert_int_equal(section->parent, -1);
        } else {
            assert_true(section->parent >= 0);
            assert_string_equal(plan->sections[section->parent].label, expected->parent);
        }
        assert_first_and_last((int)i, expected);
    }
}

/* 186 numbered tasks, two of them sub-items of 6: 1 to 186 in order, 6(1) and 6(2) behind 6. */
static void test_codes(void **state)
{
    (void)state;
    size_t index = 0;
    assert_int_equal(plan->task_count, 188);
    for (int number = 1; number <= 186; number++) {
        char code[16];
        snprintf(code, sizeof code, "%d", number);
        assert_string_equal(plan->tasks[index].code, code);
        assert_false(plan->tasks[index].code_was_counted);
        assert_int_equal(plan->tasks[index++].parent, -1);
        if (number == 6) {
            assert_string_equal(plan->tasks[index].code, "6(1)");
            assert_int_equal(plan->tasks[index++].parent, 5);
            assert_string_equal(plan->tasks[index].code, "6(2)");
            assert_int_equal(plan->tasks[index++].parent, 5);
        }
    }
}

/* ---------------------------------------------------------------- names */

static size_t distinct(const char **names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0)
            return count;
    }
    names[count] = name;
    return count + 1;
}

static void test_leaders(void **state)
{
    (void)state;
    static const char *const expected[] = {
        "陈秀兴", "王刚", "张建军", "王峰",   "马卫红",           "柳庆发",
        "李强",   "陈波", "刘文强", "张百顺", "市政府各位副市长", "市政府各位市长"};
    const char *names[40];
    size_t count = 0, collective = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        for (size_t j = 0; j < plan->tasks[i].leader_count; j++) {
            const notice_leader *leader = &plan->tasks[i].leaders[j];
            size_t before = count;
            count = distinct(names, count, leader->name);
            collective += count > before && leader->is_collective;
            assert_true(count < 40);
        }
    }
    assert_int_equal(count, 12);
    assert_int_equal(collective, 2);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(distinct(names, count, expected[i]), count);
}

static size_t count_lead_units(const notice_plan *read)
{
    const char *names[200];
    size_t count = 0;
    for (size_t i = 0; i < read->task_count; i++) {
        for (size_t j = 0; j < read->tasks[i].unit_count; j++) {
            if (read->tasks[i].units[j].role == NOTICE_LEAD)
                count = distinct(names, count, read->tasks[i].units[j].name);
            assert_true(count < 200);
        }
    }
    return count;
}

static void test_lead_units(void **state)
{
    (void)state;
    assert_int_equal(count_lead_units(plan), 57);
    for (size_t i = 0; i < plan->task_count; i++) {
        const notice_task *task = &plan->tasks[i];
        if (strcmp(task->code, "6") == 0)
            assert_int_equal(task->unit_count, 0);
        else
            assert_true(task->unit_count > 0 && task->units[0].role == NOTICE_LEAD);
    }
}

static void test_collective_units(void **state)
{
    (void)state;
    static const char *const expected[] = {
        "市政府各部门",
        COUNTIES,
        ZONES,
        "市安委会成员单位",
        "市国有企业改革领导小组成员单位",
        "市质量强市工作领导小组成员单位",
        "市化专办成员单位",
        "市推动开发区改革创新领导小组成员单位",
        "水电气暖信各专营单位",
        "市政府相关单位",
        "市城校融合发展领导小组成员单位",
        "沿线县（市、区）人民政府",
        "市高铁新区规划建设工作领导小组成员单位",
        "市城市生活垃圾分类工作联席会议成员单位",
        "各管线单位",
        "市环境保护督察反馈意见整改工作领导小组成员单位",
        "市促进中医药发展工作领导小组成员单位",
        "市人口和计划生育领导小组成员单位",
        "市房地产调控（风险应急）联席会议成员单位",
        "市安全生产委员会成员单位",
        "市国防动员委员会成员单位",
        "各通信公司",
    };
    size_t expected_count = sizeof expected / sizeof *expected, count = 0;
    const char *names[200];
    for (size_t i = 0; i < plan->task_count; i++) {
        for (size_t j = 0; j < plan->tasks[i].unit_count; j++) {
            if (plan->tasks[i].units[j].is_collective)
                count = distinct(names, count, plan->tasks[i].units[j].name);
            assert_true(count < 200);
        }
    }
    assert_int_equal(count, expected_count);
    for (size_t i = 0; i < expected_count; i++)
        assert_int_equal(distinct(names, count, expected[i]), count);
}

/* 等 at a list's end, also before ，各县: and nowhere else. */
static void test_open_lists(void **state)
{
    (void)state;
    static const char *const open[] = {"12", "19", "33", "35", "59", "125"};
    size_t responsible = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        responsible += plan->tasks[i].responsible_open;
        assert_int_equal(plan->tasks[i].lead_open, strcmp(plan->tasks[i].code, "155") == 0);
    }
    assert_int_equal(responsible, 6);
    for (size_t i = 0; i < 6; i++)
        assert_true(task_of(plan, open[i])->responsible_open);
}

/* ---------------------------------------------------------------- chosen tasks */

static const struct expected_task {
    const char *code, *text, *leaders, *lead, *responsible;
    size_t first_line, last_line;
} expected_tasks[] = {
    {"1", "生产总值增长6%左右。", "陈秀兴", "市发展改革委", "市政府各部门、" COUNTIES "、" ZONES,
     37, 37},
    {"6", "各类约束性指标全面完成省定目标。", "", "", "", 47, 47},
    {"6(2)", "节能减排。", "陈秀兴、张建军", "市发展改革委、市生态环境局", COUNTIES "、" ZONES, 51,
     51},
    /* a word cut by a page break; the bracket's width changes with the page */
    {"9",
     "培育特色集群，着力壮大提升高精管材、食品加工、精品钢板等传统集群，新增省“十强”产业“雁阵形”集"
     "群和"
     "省特色产业集群2个以上。",
     "陈秀兴、王刚", "市工业和信息化局、市发展改革委", COUNTIES "、" ZONES, 61, 63},
    {"12",
     "高效配置资源，坚持“要素跟着项目走”，建立土地、能耗、环境容量等资源要素市域统筹机制，推动优质"
     "项目"
     "早落地、早开工、早见效。",
     "陈秀兴", "市发展改革委",
     "市自然资源和规划局、市生态环境局、市地方金融监管局、人民银行聊城市中心支行、聊城银保监分局"
     "、" COUNTIES "、" ZONES,
     69, 69},
    /* no 责任单位： */
    {"24", "加大基础设施和新基建配套建设力度，增强园区承载能力。", "王峰、王刚",
     "市住房城乡建设局、市工业和信息化局", COUNTIES "、" ZONES, 97, 97},
    {"31", "推进政务事项“一网通办”，推广水城一码通，“爱山东”APP聊城厅上线事项超1000项。", "王峰",
     "市大数据局", "市政府各部门、" COUNTIES "、" ZONES, 117, 117},
    /* the bracket on a line of its own */
    {"39",
     "推动规上工业企业研发机构有效覆盖，研发投入增长12%"
     "以上。实施科技型企业“小升高”计划，新增高新技术企业"
     "100家以上、科技型中小企业入库600家以上，高新技术产业产值占比增幅高于全省平均水平。实施市级重"
     "点研发项目"
     "50项，突破一批关键技术。鼓励企业联合高校院所共建技术创新中心、重点实验室、工程研究中心，新增"
     "省级以上"
     "创新平台15家以上。放大聊城产研院平台作用，支持建设一批省级以上孵化器和众创空间。",
     "王刚", "市科技局",
     "市发展改革委、市工业和信息化局、市人力资源社会保障局、市国资委、" COUNTIES "、" ZONES, 137,
     140},
    {"43", "推动东昌学院转设为聊城理工学院，新校区建成使用。", "马卫红", "市教育体育局",
     "市财信投资有限公司、聊城大学、聊城经济技术开发区管委会", 150, 150},
    /* the list cut by a page break, closed with ] */
    {"50", "提前谋划对接运河通航，配合实施南水北调东线二期工程，切实提高水资源配置效率。",
     "王峰、张建军", "市交通运输局、市水利局",
     "市发展改革委、市财政局、市自然资源和规划局、聊城黄河水务局、沿线县（市、区）人民政府", 172,
     174},
    /* collective units in the text are no bracket */
    {"64",
     "探索建立全市镇域发展评价体系，支持各县（市、区）、市属开发区打造一批中心镇，全面激发镇域经济"
     "发展"
     "活力。",
     "陈秀兴", "市发展改革委", COUNTIES "、" ZONES, 216, 216},
    /* 委 stands on both sides of the page break */
    {"68", "围绕产业共性需求，引进培育工业设计、节能环保、检验检测等服务企业。", "陈秀兴、王刚",
     "市发展改革委、市工业和信息化局", "市生态环境局、市市场监管局、" COUNTIES "、" ZONES, 226,
     228},
    {"69",
     "推动物流业智能化、绿色化转型，引进培育专业化物流企业，建成保税物流中心（B型），加快建设临清、"
     "冠县、高唐"
     "内陆港。",
     "王刚", "市商务投资促进局、聊城海关", "市交通运输局、市口岸办、市税务局、" COUNTIES "、" ZONES,
     230, 230},
    /* the label cut by a page break */
    {"74", "开发预付式消费协同服务平台，保障消费者权益。", "张建军", "市市场监管局",
     "市大数据局、市商务投资促进局、" COUNTIES "、" ZONES, 240, 242},
    {"82", "持续提高“聊·胜一筹！”品牌影响力。", "王峰、张建军", "市土储集团",
     "市农业农村局、" COUNTIES "、" ZONES, 264, 264},
    {"90",
     "加快农村电商发展，打造电商销售额过5000万元的示范村45个、过10亿元的示范乡镇（街道）6个，争创农"
     "村电商快递"
     "协同发展全国示范区。",
     "张建军", "市农业农村局", "市商务投资促进局、市邮政管理局、" COUNTIES "、" ZONES, 286, 286},
    {"108", "推行城市建设与考古联动，着力强化文物保护。", "王峰、马卫红",
     "市文化和旅游局、市住房城乡建设局", "市自然资源和规划局、市城管局、" COUNTIES "、" ZONES, 334,
     336},
    {"109", "开展城市体检，做好管网管线专项排查整治。", "王峰", "市城管局", "各管线单位", 338, 338},
    {"116", "优化度假区空间布局，支持引进重大文旅项目，提升南部新区核心竞争力。", "王峰、马卫红",
     "聊城江北水城旅游度假区管委会",
     "市文化和旅游局、市发展改革委、市商务投资促进局、市自然资源和规划局", 360, 362},
    {"130", "推进绿色制造体系建设，培育省级以上绿色制造企业（园区）10家。", "王刚",
     "市工业和信息化局", COUNTIES "、" ZONES, 402, 404},
    /* 、 and a bracket inside a collective unit */
    {"146",
     "坚持“房住不炒”定位，完善多主体供给、多渠道保障、租购并举的住房体系，促进房地产市场平稳健康发"
     "展。",
     "王峰", "市住房城乡建设局", "市房地产调控（风险应急）联席会议成员单位、" COUNTIES "、" ZONES,
     448, 448},
    {"155",
     "扎实做好军民融合、社会科学、民族宗教、地震气象、妇女儿童、关心下一代、对口帮扶等工作。",
     "市政府各位副市长",
     "市发展改革委、市科协、市委统战部、市地震监测中心、市气象局、市妇联、市关工委",
     "市政府各部门、" COUNTIES "、" ZONES, 472, 472},
    {"171", "建设3—5座公共充电站（每站约30台充电桩），在企事业单位、居民小区建设1000个充电桩。",
     "陈秀兴", "市发展改革委、国网聊城供电公司", "市住房城乡建设局、东昌府区人民政府、" ZONES, 506,
     506},
    {"176", "继续推行供暖季公交车免费乘坐。", "张建军", "市生态环境局",
     "市财政局、市交通运输局、聊城公交集团", 516, 516},
    {"186",
     "坚持过紧日子，强化资金预算约束和绩效管理，兜牢兜实“三保”底线，推进节约型机关建设，把有限的资"
     "金用在刀刃上、"
     "关键处。",
     "陈秀兴", "市财政局", "市政府各部门、" COUNTIES "、" ZONES, 540, 540},
};

static void test_tasks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof expected_tasks / sizeof *expected_tasks; i++) {
        const struct expected_task *expected = &expected_tasks[i];
        const notice_task *task = task_of(plan, expected->code);
        assert_string_equal(task->text, expected->text);
        assert_leaders(task, expected->leaders);
        assert_lead_units(task, expected->lead);
        assert_responsible_units(task, expected->responsible);
        assert_int_equal(task->first_line, expected->first_line);
        assert_int_equal(task->last_line, expected->last_line);
    }
}

/* What stood in the file, with number, page break and bracket. */
static void test_source_text(void **state)
{
    (void)state;
    assert_string_equal(task_of(plan, "74")->source_text,
                        "74. 开发预付式消费协同服务平台，保障消费者权益。〔牵头\n\n"
                        "领导:张建军;牵头单位:市市场监管局;责任单位:市大数据局、市商务投资促进局,"
                        "各县(市、区)人民政府、市属开发区管委会]");
    assert_string_equal(task_of(plan, "6")->source_text, "6. 各类约束性指标全面完成省定目标。");
}

/* No blank and no half-width mark is left, as every task here is Chinese prose. */
static void test_every_text_is_typeset(void **state)
{
    (void)state;
    for (size_t i = 0; i < plan->task_count; i++) {
        assert_null(strpbrk(plan->tasks[i].text, " \t\n,;:!?()[]#*"));
        assert_null(strstr(plan->tasks[i].text, "牵头领导"));
        for (size_t j = 0; j < plan->tasks[i].unit_count; j++)
            assert_null(strpbrk(plan->tasks[i].units[j].name, " \t\n,;:!?()[]#*"));
    }
}

/* ---------------------------------------------------------------- findings */

/* What is wrong with the text, and nothing else. */
static void test_findings(void **state)
{
    (void)state;
    assert_int_equal(plan->finding_count, 7);
    assert_int_equal(count_findings(plan, NOTICE_REPAIRED), 7);
    assert_finding(plan, NOTICE_REPAIRED, 97, "24", "责任单位：");
    assert_finding(plan, NOTICE_REPAIRED, 174, "50", "括号不配对");
    assert_finding(plan, NOTICE_REPAIRED, 228, "68", "“委”");
    assert_finding(plan, NOTICE_REPAIRED, 242, "74", "括号不配对");
    assert_finding(plan, NOTICE_REPAIRED, 336, "108", "括号不配对");
    assert_finding(plan, NOTICE_REPAIRED, 376, "121", "括号不配对");
    assert_finding(plan, NOTICE_REPAIRED, 404, "130", "括号不配对");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letterhead),  cmocka_unit_test(test_sections),
        cmocka_unit_test(test_codes),       cmocka_unit_test(test_leaders),
        cmocka_unit_test(test_lead_units),  cmocka_unit_test(test_collective_units),
        cmocka_unit_test(test_open_lists),  cmocka_unit_test(test_tasks),
        cmocka_unit_test(test_source_text), cmocka_unit_test(test_every_text_is_typeset),
        cmocka_unit_test(test_findings),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
