#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define TARGET_3                                                                                   \
    "SELECT name || kind || comparison || value || ' ' || coalesce(value_high, '-') ||\n"          \
    "  coalesce(measure, '-') || is_about || added_on FROM target WHERE ordinal = 3"
#define NODES                                                                                      \
    "SELECT group_concat(target_id || ' ' || quarter || ' ' || value || ' ' || added_on, ';')\n"   \
    "FROM (SELECT * FROM target_node ORDER BY target_id, quarter, added_on)"

static tz_import_result result;

static tz_target_change trees(void)
{
    tz_target_change change = TZ_TARGET_CHANGE_INIT;
    change.name = "植树";
    change.kind = "累计";
    change.value = "1,200 棵";
    change.measure = "棵";
    return change;
}

static void a_target_is_added_and_set(void **state)
{
    ledger_fixture *fixture = *state;
    tz_target_change change = trees();
    int ordinal = 0;
    change.value_high = "1500";
    change.is_about = 1;
    assert_int_equal(tz_target_add(fixture->ledger, "1", &change, "2022-02-01", &ordinal), TZ_OK);
    assert_int_equal(ordinal, 3);
    assert_string_equal(fixture_ask(fixture, TARGET_3), "植树amount>=1200.0 1500.0棵12022-02-01");
    change = (tz_target_change)TZ_TARGET_CHANGE_INIT;
    change.kind = "reach";
    change.comparison = "不高于";
    change.value = "900棵";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 3, &change), TZ_OK);
    assert_string_equal(fixture_ask(fixture, TARGET_3), "植树reach<=900.0 1500.0棵12022-02-01");
}

static void assert_not_added(void **state, const tz_target_change *change, tz_status status,
                             const char *error)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_target_add(fixture->ledger, "1", change, NULL, NULL), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(domain_count(fixture, "target"), 2);
}

static void what_breaks_a_rule_is_not_added(void **state)
{
    ledger_fixture *fixture = *state;
    tz_target_change change = trees();
    change.comparison = "<=";
    assert_not_added(state, &change, TZ_REJECTED, "第1项：累计指标的目标值须大于零，且为不低于");
    change = trees();
    change.kind = "staged";
    assert_not_added(state, &change, TZ_REJECTED,
                     "第1项：指标类别须为累计（amount）、水平（level）或达到（reach）");
    change = trees();
    change.value = "许多";
    assert_not_added(state, &change, TZ_MALFORMED, "第1项：“许多”不是数");
    change = trees();
    change.value_high = "10";
    assert_not_added(state, &change, TZ_REJECTED, "第1项：目标上限低于目标值");
    change = trees();
    change.name = "";
    assert_not_added(state, &change, TZ_MALFORMED, "第1项：指标名称是空的");
    change = trees();
    assert_int_equal(tz_target_add(fixture->ledger, "6", &change, NULL, NULL), TZ_OK);
    fixture_execute(fixture, "UPDATE task SET added_on = '2022-05-01' WHERE parent_id = 6");
    assert_int_equal(tz_target_add(fixture->ledger, "6", &change, "2022-05-01", NULL), TZ_REJECTED);
}

static void what_past_days_were_judged_by_stays(void **state)
{
    ledger_fixture *fixture = *state;
    tz_target_change change = TZ_TARGET_CHANGE_INIT;
    tz_progress entry = TZ_PROGRESS_INIT;
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_MALFORMED);
    change.value = "40";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_OK);
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    change.value = "50";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_REJECTED);
    assert_string_equal(
        tz_ledger_error(fixture->ledger),
        "第1项，指标1：任务已有进展，指标不得改写，新的目标值用 task adjust --target");
    change.value = NULL;
    change.name = "修路";
    change.measure = "千米";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT name || value || measure FROM target WHERE target_id = 1"),
        "修路40.0千米");
    assert_int_equal(tz_target_set(fixture->ledger, "1", 9, &change), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger),
                        "任务的指标：1 修路（千米）、2 失业率（%）");
}

static void a_node_holds_from_its_day(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2022Q1", "8公里", "2022-02-01"), TZ_OK);
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2022Q1", "9", "2022-02-01"), TZ_OK);
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2022Q1", "10", "2022-03-01"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, NODES),
                        "1 2022Q1 9.0 2022-02-01;1 2022Q1 10.0 2022-03-01");
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2022Q5", "8", NULL), TZ_MALFORMED);
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2050Q1", "8", NULL), TZ_REJECTED);
    assert_int_equal(tz_target_node_set(ledger, "1", 1, "2022Q1", "许多", NULL), TZ_MALFORMED);
    assert_int_equal(tz_target_node_set(ledger, "1", 3, "2022Q1", "8", NULL), TZ_NOT_FOUND);
    assert_int_equal(tz_target_node_set(ledger, "9", 1, "2022Q1", "8", NULL), TZ_NOT_FOUND);
    assert_int_equal(domain_count(fixture, "target_node"), 2);
}

static tz_status import_nodes(void **state, const char *text)
{
    ledger_fixture *fixture = *state;
    return tz_target_node_import(fixture->ledger, domain_file(fixture, "n.csv", text), "2022-02-01",
                                 &result);
}

static void nodes_come_from_a_file(void **state)
{
    ledger_fixture *fixture = *state;
    static const char file[] = "任务编号,指标序号,季度,节点值\n"
                               "1,,2022年一季度,8 公里\n1,2,2022Q1,5.5%\n1,1,2022Q2,\n";
    assert_int_equal(import_nodes(state, file), TZ_OK);
    assert_int_equal(result.added, 2);
    assert_int_equal(result.empty, 1);
    assert_string_equal(fixture_ask(fixture, NODES),
                        "1 2022Q1 8.0 2022-02-01;2 2022Q1 5.5 2022-02-01");
    assert_int_equal(import_nodes(state, file), TZ_OK);
    assert_int_equal(result.unchanged, 2);
    assert_int_equal(import_nodes(state, "code,ordinal,quarter,value\n"
                                         "1,1,2022Q3,20\n1,x,2022Q3,1公里\n1,7,2022Q9,1公里\n"
                                         "9,1,2022Q3,1公里\n1,1,2022Q3,许多\n"),
                     TZ_REJECTED);
    assert_string_equal(
        domain_notes(),
        "E:3:ordinal:“x”不是指标序号\n"
        "E:4:ordinal:任务没有第7个指标；任务的指标：1 修建道路（公里）、2 失业率（%）\n"
        "E:4:quarter:“2022Q9”不是有效季度；请写成 2022Q1 至 2022Q4\n"
        "E:5:code:没有编号为“9”的任务；相近的编号：6、6(1)、6(2)\n"
        "E:6:value:“许多”不是数；只写以公里计的数\n");
    assert_int_equal(domain_count(fixture, "target_node"), 2);
}

static tz_status share(void **state, const char *unit, const char *value, tz_share_total *total)
{
    ledger_fixture *fixture = *state;
    return tz_target_share_set(fixture->ledger, "1", 1, unit, value, "2022-02-01", total);
}

static void shares_may_fall_short_by_hand_and_not_be_too_much(void **state)
{
    ledger_fixture *fixture = *state;
    tz_share_total total;
    assert_int_equal(share(state, "市财政局", "30", &total), TZ_OK);
    assert_float_equal(total.shortfall, 8.8, 1e-9);
    assert_float_equal(total.shared, 30, 1e-9);
    assert_float_equal(total.value, 38.8, 1e-9);
    assert_int_equal(share(state, "市城管局", "8.8公里", &total), TZ_OK);
    assert_float_equal(total.shortfall, 0, 1e-9);
    assert_int_equal(share(state, "市城管局", "8.9", &total), TZ_REJECTED);
    assert_string_equal(
        tz_ledger_error(fixture->ledger),
        "第1项，指标1，市城管局：分解值合计 38.9公里，目标值 38.8公里，超出 0.1公里");
    assert_int_equal(share(state, "市城管局", "0", NULL), TZ_OK);
    assert_int_equal(share(state, "市财政局", "-1", NULL), TZ_REJECTED);
    assert_int_equal(share(state, "市人力资源社会保障局", "1", NULL), TZ_REJECTED);
    assert_int_equal(share(state, "没有", "1", NULL), TZ_NOT_FOUND);
    assert_int_equal(tz_target_share_set(fixture->ledger, "1", 2, "市财政局", "1", NULL, NULL),
                     TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项，指标2，市财政局：水平指标不能相加，不得分解");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(unit_id || ' ' || value, ';')\n"
                                             "FROM (SELECT * FROM target_share ORDER BY unit_id)"),
                        "1 0.0;2 30.0");
}

/* Neither by a share of an earlier day, nor by the target: 30 of 38.8 are with 市财政局. */
static void shares_are_not_too_much_by_another_way(void **state)
{
    ledger_fixture *fixture = *state;
    tz_target_change change = TZ_TARGET_CHANGE_INIT;
    assert_int_equal(share(state, "市财政局", "30", NULL), TZ_OK);
    assert_int_equal(
        tz_target_share_set(fixture->ledger, "1", 1, "市城管局", "9", "2022-01-31", NULL),
        TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "分解值合计 39公里"));
    change.value = "29";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第1项，指标1：分解值合计超过目标值");
    change.value = "30";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_OK);
    change.value = NULL;
    change.kind = "level";
    assert_int_equal(tz_target_set(fixture->ledger, "1", 1, &change), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第1项，指标1：水平指标有分解值");
}

/* 9 from March to May: too much then, though not on the day of the share nor from May on. */
static void shares_are_not_too_much_between_two_later_days(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO target_share (target_id, unit_id, value, added_on)\n"
                             "VALUES (1, 1, 9, '2022-03-01'), (1, 1, 5, '2022-05-01')");
    assert_int_equal(share(state, "市财政局", "33", NULL), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项，指标1，市财政局：2022-03-01起：分解值合计 42公里，目标值 "
                        "38.8公里，超出 3.2公里");
    assert_int_equal(share(state, "市财政局", "29.8", NULL), TZ_OK);
    assert_int_equal(domain_count(fixture, "violation"), 0);
}

/* 3—5: the shares may come to any of them; 6 are one too many. */
static void shares_of_a_range_may_reach_its_upper_end(void **state)
{
    ledger_fixture *fixture = *state;
    tz_share_total total;
    fixture_execute(fixture, "UPDATE target SET value = 3, value_high = 5 WHERE target_id = 1");
    assert_int_equal(share(state, "市财政局", "2", &total), TZ_OK);
    assert_float_equal(total.shortfall, 1, 1e-9);
    assert_int_equal(share(state, "市财政局", "5", &total), TZ_OK);
    assert_float_equal(total.shortfall, 0, 1e-9);
    assert_int_equal(share(state, "市城管局", "1", &total), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项，指标1，市城管局：分解值合计 6公里，目标值 5公里，超出 1公里");
}

static tz_status import_shares(void **state, const char *text)
{
    ledger_fixture *fixture = *state;
    return tz_target_share_import(fixture->ledger, domain_file(fixture, "s.csv", text),
                                  "2022-02-01", &result);
}

static void shares_of_a_file_add_up(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(import_shares(state, "code,unit,value\n1,市财政局,30\n1,市城管局,8\n"),
                     TZ_REJECTED);
    assert_string_equal(domain_notes(),
                        "E:3:value:第1项，指标1：分解值合计 38公里，目标值 38.8公里，"
                        "尚差 0.8公里\n");
    assert_int_equal(domain_count(fixture, "target_share"), 0);
    static const char file[] = "任务编号,单位,分解值\n1,市财政局,30\n1,市综合执法局,8.8\n";
    assert_int_equal(import_shares(state, file), TZ_OK);
    assert_int_equal(result.added, 2);
    assert_int_equal(import_shares(state, file), TZ_OK);
    assert_int_equal(result.unchanged, 2);
    /* with the shares that stand: 30 + 9 */
    assert_int_equal(import_shares(state, "code,unit,value\n1,市城管局,9\n"), TZ_REJECTED);
    assert_int_equal(domain_count(fixture, "target_share"), 2);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_target_is_added_and_set),
        TEST(what_breaks_a_rule_is_not_added),
        TEST(what_past_days_were_judged_by_stays),
        TEST(a_node_holds_from_its_day),
        TEST(nodes_come_from_a_file),
        TEST(shares_may_fall_short_by_hand_and_not_be_too_much),
        TEST(shares_are_not_too_much_by_another_way),
        TEST(shares_are_not_too_much_between_two_later_days),
        TEST(shares_of_a_range_may_reach_its_upper_end),
        TEST(shares_of_a_file_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
