/* test_proposal_targets.c: the grammar of targets on sentences in the style of other offices'
 * notices. A wanted row reads name|kind|comparison|about|value|high|measure; rows are parted by
 * ";". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "proposal.h"

typedef struct sentence {
    const char *text;
    const char *targets;
} sentence;

static void add_target(tz_buffer *rows, const notice_target *target)
{
    static const char *const kinds[] = {
        [NOTICE_AMOUNT] = "amount", [NOTICE_LEVEL] = "level", [NOTICE_REACH] = "reach"};
    tz_buffer_format(rows, "%s%s|%s|%s|%s|%.10g|%.10g|%s", rows->size > 0 ? ";" : "", target->name,
                     kinds[target->kind],
                     target->at_most ? "<=" : ">=", target->is_about ? "about" : "", target->value,
                     target->value_high, target->measure);
}

static void assert_targets(const char *text, const char *targets)
{
    notice_memory *memory = notice_memory_new();
    notice_task task = {.text = text};
    tz_buffer rows = {0};
    assert_non_null(memory);
    assert_true(notice_propose_targets(memory, &task));
    for (size_t i = 0; i < task.target_count; i++)
        add_target(&rows, &task.targets[i]);
    assert_string_equal(tz_buffer_text(&rows), targets);
    tz_buffer_free(&rows);
    notice_memory_free(memory);
}

static void assert_all(const sentence *sentences, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_targets(sentences[i].text, sentences[i].targets);
}

#define ASSERT_ALL(sentences) assert_all(sentences, sizeof(sentences) / sizeof *(sentences))

/* ---------------------------------------------------------------- the three forms */

static void a_number_behind_closes_its_item(void **state)
{
    static const sentence sentences[] = {
        {"新增城镇就业3.5万人、失业人员再就业1.2万人。",
         "新增城镇就业|amount|>=||3.5|0|万人;失业人员再就业|amount|>=||1.2|0|万人"},
        {"完成营造林12.5万亩，压减煤炭消费50万吨。",
         "营造林|amount|>=||12.5|0|万亩;压减煤炭消费|amount|>=||50|0|万吨"},
        {"新建口袋公园２０个、绿道５０公里，新增停车泊位1.5万个左右。",
         "新建口袋公园|amount|>=||20|0|个;新建绿道|amount|>=||50|0|公里;"
         "新增停车泊位|amount|>=|about|1.5|0|万个"},
        {"到位市外资金1,200亿元。", "到位市外资金|amount|>=||1200|0|亿元"},
        {"筹集保障性租赁住房3000套（间），发放租赁补贴1500户。",
         "筹集保障性租赁住房|amount|>=||3000|0|套;发放租赁补贴|amount|>=||1500|0|户"},
        {"高标准农田面积进一步扩大，达到480万亩。",
         "高标准农田面积进一步扩大|reach|>=||480|0|万亩"},
        {"为农村妇女免费“两癌”筛查10万人次。", "农村妇女免费“两癌”筛查|amount|>=||10|0|万人次"},
        {"开发智慧水务、“一网统管”等应用场景100个。", "开发应用场景|amount|>=||100|0|个"},
        {"新增高等学校2所、优等企业3家。",
         "新增高等学校|amount|>=||2|0|所;新增优等企业|amount|>=||3|0|家"},
        {"新开工安置房1000套，竣工800套。",
         "新开工安置房|amount|>=||1000|0|套;竣工安置房|amount|>=||800|0|套"},
    };
    (void)state;
    ASSERT_ALL(sentences);
}

static void a_number_in_front_needs_its_verb(void **state)
{
    static const sentence sentences[] = {
        {"新建3座110kV输变电工程。", "新建110kV输变电工程|amount|>=||3|0|座"},
        {"支持100家企业实施技术改造。", "支持企业实施技术改造|amount|>=||100|0|家"},
        {"力争1500家以上规上企业完成数字化诊断。", "规上企业完成数字化诊断|amount|>=||1500|0|家"},
        {"为1000户困难老年人家庭实施适老化改造。",
         "困难老年人家庭实施适老化改造|amount|>=||1000|0|户"},
        {"新建2座500千伏、6座220千伏变电站。",
         "新建500千伏变电站|amount|>=||2|0|座;新建220千伏变电站|amount|>=||6|0|座"},
        {"改造10—15个背街小巷。", "改造背街小巷|amount|>=||10|15|个"},
        {"每个县（市、区）建设1所示范性幼儿园。", ""},
    };
    (void)state;
    ASSERT_ALL(sentences);
}

static void a_share_is_reached_by_those_that_do(void **state)
{
    static const sentence sentences[] = {
        {"80%以上的乡镇（街道）建成示范性服务站。",
         "乡镇（街道）建成示范性服务站的比例|reach|>=||80|0|%"},
        {"力争60%的村、30%的社区达到省级标准。",
         "村达到省级标准的比例|reach|>=||60|0|%;社区达到省级标准的比例|reach|>=||30|0|%"},
        {"工业投资保持8%以上的增长。", "工业投资增长|level|>=||8|0|%"},
        {"力争集体经济收入10万元以上的村占比达到85%以上。",
         "集体经济收入10万元以上的村占比|reach|>=||85|0|%"},
    };
    (void)state;
    ASSERT_ALL(sentences);
}

/* ---------------------------------------------------------------- numbers that qualify */

static void numbers_that_qualify_are_no_targets(void **state)
{
    static const char *const texts[] = {
        "推广5G应用，擦亮“4012”品牌，建设“15分钟生活圈”。",
        "扶持营业收入过10亿元骨干企业做大做强。",
        "实施“1+6+N”政策体系，办好第10届博览会。",
        "推进12条高速公路、8个互通立交建设，加快5个机场项目前期工作。",
        "加快城南水厂等21个项目建设，做强铝加工、新材料2个产业。",
        "开展“百日攻坚”，用3年时间打造新材料基地，推动100天行动见效。",
        "规上工业增加值增速高于全省2个百分点。",
        "进入全国百强县前50名。",
        "建设公共充电站（每站约30台充电桩）。",
        "弘扬“培育100家企业”精神，做优服务（培训200人）。",
        "编号123456789012345678901234567890个。",
        "500个以上。",
        "增长。",
        "",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_targets(texts[i], "");
}

/* ---------------------------------------------------------------- kind and comparison */

static void kinds_follow_from_the_words(void **state)
{
    static const sentence sentences[] = {
        {"地区生产总值增长5.5%左右，力争6%以上。", "地区生产总值增长|level|>=|about|5.5|0|%"},
        {"全市接待游客突破6000万人次，实现旅游总收入500亿元。",
         "接待游客|amount|>=||6000|0|万人次;旅游总收入|amount|>=||500|0|亿元"},
        {"光伏装机容量突破300万千瓦。", "光伏装机容量|reach|>=||300|0|万千瓦"},
        {"城乡居民基础养老金提高到每人每月180元。",
         "城乡居民基础养老金每人每月|reach|>=||180|0|元"},
        {"粮食播种面积稳定在1200万亩以上。", "粮食播种面积|reach|>=||1200|0|万亩"},
        {"医保参保率达到98%以上。", "医保参保率|reach|>=||98|0|%"},
        {"水质优良比例保持在80%以上。", "水质优良比例|level|>=||80|0|%"},
    };
    (void)state;
    ASSERT_ALL(sentences);
}

static void what_is_held_down_is_at_most(void **state)
{
    static const sentence sentences[] = {
        {"城镇调查失业率控制在5.5%以内，居民消费价格涨幅3%左右。",
         "城镇调查失业率|level|<=||5.5|0|%;居民消费价格涨幅|level|<=|about|3|0|%"},
        {"单位生产总值能耗下降3.2%。", "单位生产总值能耗下降|level|>=||3.2|0|%"},
        {"企业开办时间压缩到0.5天以内。", "企业开办时间|level|<=||0.5|0|天"},
        {"PM2.5平均浓度控制在42微克/立方米以下。", "PM2.5平均浓度|level|<=||42|0|微克/立方米"},
    };
    (void)state;
    ASSERT_ALL(sentences);
}

/* ---------------------------------------------------------------- any text */

/* A long text of one clause takes time in proportion: were it the square, this test would run for
 * minutes. */
static void long_texts_take_time_in_proportion(void **state)
{
    static const char *const parts[] = {"新建1个",   "1个、",        "在3家",
                                        "20%以上的", "过1亿元的",    "（“",
                                        "等1项",     "和5座220千伏", "每人1元"};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        notice_memory *memory = notice_memory_new();
        tz_buffer text = {0};
        while (text.size < 30000)
            tz_buffer_add_text(&text, parts[i]);
        notice_task task = {.text = tz_buffer_text(&text)};
        assert_true(notice_propose_targets(memory, &task));
        tz_buffer_free(&text);
        notice_memory_free(memory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_behind_closes_its_item),
        cmocka_unit_test(a_number_in_front_needs_its_verb),
        cmocka_unit_test(a_share_is_reached_by_those_that_do),
        cmocka_unit_test(numbers_that_qualify_are_no_targets),
        cmocka_unit_test(kinds_follow_from_the_words),
        cmocka_unit_test(what_is_held_down_is_at_most),
        cmocka_unit_test(long_texts_take_time_in_proportion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
