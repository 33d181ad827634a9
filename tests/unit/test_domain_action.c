#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_action action_of(const char *kind, const char *task, const char *unit)
{
    tz_action action = TZ_ACTION_INIT;
    action.kind = kind;
    action.task = task;
    action.unit = unit;
    action.issued_on = "2022-04-11";
    return action;
}

static int64_t add(void **state, const tz_action *action)
{
    ledger_fixture *fixture = *state;
    int64_t action_id = 0;
    assert_int_equal(tz_action_add(fixture->ledger, action, &action_id), TZ_OK);
    return action_id;
}

/* The call failed with that error. */
static void assert_failed(void **state, tz_status status, tz_status expected, const char *error)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(status, expected);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
}

/* ---- issuing */

static void an_action_is_addressed_to_the_unit_that_answers(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO succession (unit_id, successor_unit_id, from_day)\n"
                             "VALUES (1, 4, '2022-04-12')");
    tz_action action = action_of("催办", "１", NULL);
    action.reply_due_on = "2022/4/14";
    action.content = "示例：请报进展";
    assert_int_equal(add(state, &action), 1);
    action.issued_on = "2022-04-12";
    assert_int_equal(add(state, &action), 2);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT group_concat(kind || task_id || ' ' || unit_id || ' ' || issued_on ||\n"
                    "  ' ' || reply_due_on || content, ';') FROM action"),
        "press1 1 2022-04-11 2022-04-14示例：请报进展;press1 4 2022-04-12 "
        "2022-04-14示例：请报进展");
}

static void a_unit_alone_may_be_meant(void **state)
{
    ledger_fixture *fixture = *state;
    tz_action action = action_of("commend", NULL, "市综合执法局");
    action.approved_by = "示例市长";
    add(state, &action);
    tz_action inspection = action_of("专项督查", "172", "市财政局");
    inspection.method = "暗访";
    add(state, &inspection);
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(kind || coalesce(task_id, '-') || unit_id ||\n"
                             "  coalesce(method, '-') || coalesce(approved_by, '-'), ';')\n"
                             "FROM action"),
        "commend-1-示例市长;inspect1722covert-");
}

static void what_breaks_a_rule_is_refused(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t action_id = 7;
    tz_action action = action_of("commend", "1", NULL);
    assert_failed(state, tz_action_add(fixture->ledger, &action, &action_id), TZ_REJECTED,
                  "第1项：通报表扬、通报批评和追责问责建议须写明批准人");
    assert_int_equal(action_id, 0);
    action = action_of("press", "1", NULL);
    action.method = "open";
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_REJECTED,
                  "第1项：只有专项督查分明查暗访");
    action = action_of("press", "1", NULL);
    action.reply_due_on = "2022-04-10";
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_REJECTED,
                  "第1项：回复期限早于下发");
    action = action_of("criticise", NULL, "市财政局");
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_REJECTED,
                  "市财政局：通报表扬、通报批评和追责问责建议须写明批准人");
    action = action_of("press", "172", "市财政局");
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_REJECTED,
                  "第172项：市财政局：该单位不是此任务的牵头单位或责任单位");
    assert_int_equal(domain_count(fixture, "action"), 0);
}

static void what_cannot_be_read_is_refused(void **state)
{
    ledger_fixture *fixture = *state;
    tz_action action = action_of("shout", "1", NULL);
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_MALFORMED,
                  "不认识“shout”");
    action = action_of("press", NULL, NULL);
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_MALFORMED,
                  "督查行动须针对任务或单位");
    action = action_of("press", "99", NULL);
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_NOT_FOUND,
                  "没有编号为“99”的任务");
    action = action_of("press", NULL, "市没有局");
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_NOT_FOUND,
                  "没有名为“市没有局”的单位");
    action = action_of("press", "1", NULL);
    action.issued_on = "2022-02-30";
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_MALFORMED,
                  "“2022-02-30”不是有效日期");
    action = action_of("inspect", "1", NULL);
    action.method = "夜访";
    assert_failed(state, tz_action_add(fixture->ledger, &action, NULL), TZ_MALFORMED,
                  "不认识“夜访”");
    action = action_of("press", "1", NULL);
    action.content = "\xff";
    assert_int_equal(tz_action_add(fixture->ledger, &action, NULL), TZ_MALFORMED);
    assert_int_equal(domain_count(fixture, "action"), 0);
}

/* ---- the steps */

static void an_action_is_replied_to_and_closed(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    tz_action action = action_of("press", "1", NULL);
    int64_t action_id = add(state, &action);
    assert_int_equal(tz_action_reply(ledger, action_id, "示例：抓紧办理", "2022-04-13"), TZ_OK);
    assert_failed(state, tz_action_reply(ledger, action_id, "示例：又及", "2022-04-14"),
                  TZ_REJECTED, "督查行动 1：该行动已有回复");
    assert_failed(state, tz_action_close(ledger, action_id, false, "2022-04-12"), TZ_REJECTED,
                  "督查行动 1：办结早于下发或此后的记录");
    assert_int_equal(tz_action_close(ledger, action_id, false, "2022-04-13"), TZ_OK);
    assert_failed(state, tz_action_close(ledger, action_id, false, "2022-04-14"), TZ_REJECTED,
                  "督查行动 1：该行动已办结");
    assert_string_equal(fixture_ask(fixture, "SELECT replied_on || reply || closed_on FROM action"),
                        "2022-04-13示例：抓紧办理2022-04-13");
}

static void an_inspection_goes_to_its_verification(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    tz_action action = action_of("inspect", NULL, "市财政局");
    int64_t id = add(state, &action);
    assert_int_equal(tz_action_conclude(ledger, id, "示例：偏慢", "2022-05-20", "2022-04-25"),
                     TZ_OK);
    assert_int_equal(tz_action_rectify(ledger, id, "示例：已改", "2022-05-18"), TZ_OK);
    assert_failed(state, tz_action_close(ledger, id, false, "2022-05-19"), TZ_REFUSED,
                  "督查行动 1：整改尚未核查到位，整改期限 2022-05-20");
    assert_int_equal(tz_ledger_set_actor(ledger, "督查科"), TZ_OK);
    assert_int_equal(tz_action_verify(ledger, id, NULL, NULL, "2022-05-19"), TZ_OK);
    assert_int_equal(tz_action_close(ledger, id, false, "2022-05-19"), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture,
                    "SELECT conclusion || delivered_on || rectify_due_on || rectification ||\n"
                    "  rectified_on || verification || verified_by || verified_on FROM action"),
        "示例：偏慢2022-04-252022-05-20示例：已改2022-05-18rectified督查科2022-05-19");
}

static void the_office_may_find_it_unrectified(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    tz_action action = action_of("inspect", NULL, "市财政局");
    int64_t id = add(state, &action);
    assert_int_equal(tz_action_conclude(ledger, id, "示例", "2022-05-20", "2022-04-25"), TZ_OK);
    assert_failed(state, tz_action_verify(ledger, id, "也许", NULL, "2022-05-21"), TZ_MALFORMED,
                  "不认识“也许”");
    assert_int_equal(tz_action_verify(ledger, id, "整改不到位", "示例员", "2022-05-21"), TZ_OK);
    assert_int_equal(tz_action_close(ledger, id, false, "2022-05-22"), TZ_REFUSED);
    assert_int_equal(tz_action_close(ledger, id, true, "2022-05-22"), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT verification || verified_by FROM action"),
                        "unrectified示例员");
}

static void a_close_without_the_reply_is_asked_for_twice(void **state)
{
    ledger_fixture *fixture = *state;
    tz_action action = action_of("press", "1", NULL);
    action.reply_due_on = "2022-04-14";
    int64_t id = add(state, &action);
    assert_failed(state, tz_action_close(fixture->ledger, id, false, "2022-04-13"), TZ_REFUSED,
                  "督查行动 1：尚未回复，回复期限 2022-04-14");
    assert_string_equal(tz_ledger_hint(fixture->ledger), "确要办结，请加 --yes");
    assert_string_equal(fixture_ask(fixture, "SELECT coalesce(closed_on, '-') FROM action"), "-");
    assert_int_equal(tz_action_close(fixture->ledger, id, true, "2022-04-13"), TZ_OK);
}

static void steps_that_cannot_be_taken_leave_nothing(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    tz_action action = action_of("press", "1", NULL);
    int64_t id = add(state, &action);
    assert_failed(state, tz_action_reply(ledger, 9, "示例", NULL), TZ_NOT_FOUND,
                  "没有编号为 9 的督查行动");
    assert_int_equal(tz_action_close(ledger, 9, false, NULL), TZ_NOT_FOUND);
    assert_failed(state, tz_action_reply(ledger, id, " \n", "2022-04-12"), TZ_MALFORMED,
                  "督查行动 1：内容是空的");
    assert_int_equal(tz_action_reply(ledger, id, "\xff", "2022-04-12"), TZ_MALFORMED);
    assert_int_equal(tz_action_reply(ledger, id, "示例", "x"), TZ_MALFORMED);
    assert_failed(state, tz_action_reply(ledger, id, "示例", "2022-04-10"), TZ_REJECTED,
                  "督查行动 1：回复早于下发");
    assert_failed(state, tz_action_conclude(ledger, id, "示例", NULL, "2022-04-12"), TZ_REJECTED,
                  "督查行动 1：只有专项督查有督查结论");
    assert_int_equal(tz_action_conclude(ledger, id, "示例", "x", "2022-04-12"), TZ_MALFORMED);
    assert_failed(state, tz_action_rectify(ledger, id, "示例", "2022-04-12"), TZ_REJECTED,
                  "督查行动 1：未要求整改");
    assert_failed(state, tz_action_verify(ledger, id, NULL, NULL, "2022-04-12"), TZ_REJECTED,
                  "督查行动 1：未要求整改");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT count(*) FROM action WHERE coalesce(replied_on,\n"
                                    "  delivered_on, rectified_on, verified_on) IS NULL"),
                        "1");
}

static void a_number_is_read_as_people_write_it(void **state)
{
    ledger_fixture *fixture = *state;
    int64_t id = 7;
    assert_int_equal(tz_read_id_argument(fixture->ledger, "１２", &id), TZ_OK);
    assert_int_equal(id, 12);
    assert_int_equal(tz_read_id_argument(fixture->ledger, "999999999999999", &id), TZ_OK);
    assert_int_equal(id, 999999999999999);
    static const char *const bad[] = {"", "x", "1.5", "0", "-1", "1x", "1234567890123456"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(tz_read_id_argument(fixture->ledger, bad[i], &id), TZ_MALFORMED);
        assert_int_equal(id, 0);
    }
    assert_failed(state, tz_action_reply(fixture->ledger, 2, "示例", NULL), TZ_NOT_FOUND,
                  "没有编号为 2 的督查行动");
}

static void a_kind_is_named_in_either_language(void **state)
{
    ledger_fixture *fixture = *state;
    const char *code = "";
    assert_int_equal(tz_find_name(fixture->ledger, TZ_NAME_ACTION_KIND, "追责问责建议", &code),
                     TZ_OK);
    assert_string_equal(code, "propose_accountability");
    assert_int_equal(tz_find_name(fixture->ledger, TZ_NAME_ACTION_KIND, "喊话", &code),
                     TZ_MALFORMED);
    assert_null(code);
}

/* ---- what the flags suggest: of four tasks asked, 1 has returned and has a late milestone */

static void start_a_quarter(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(
        fixture,
        "INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent)\n"
        "VALUES (1, '2022Q1', 1, 1, '2022-04-06', 30);\n"
        "INSERT INTO milestone (task_id, ordinal, title, due_on)\n"
        "VALUES (1, 1, '开工', '2022-04-10')");
}

static void proposals_are_issued_once(void **state)
{
    ledger_fixture *fixture = *state;
    static const tz_parameter day[] = {{"as_of", "2022-04-11"}};
    size_t count = 0;
    start_a_quarter(state);
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, day, 1, NULL, &count), TZ_OK);
    assert_int_equal(count, 4);
    assert_string_equal(
        fixture_ask(
            fixture,
            "SELECT group_concat(task_id || kind || cause || deadline || ' ' || unit_id ||\n"
            "  issued_on || reply_due_on, ';') FROM (\n"
            "  SELECT * FROM action WHERE task_id IN (1, 61) ORDER BY task_id)"),
        "1presslate_milestone2022-04-10 12022-04-112022-04-14;"
        "61chasemissing2022-04-08 12022-04-112022-04-14");
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, day, 1, NULL, &count), TZ_OK);
    assert_int_equal(count, 0);
    assert_int_equal(domain_count(fixture, "action"), 4);
}

static void proposals_are_picked_by_the_report_s_parameters(void **state)
{
    ledger_fixture *fixture = *state;
    const tz_parameter picked[] = {
        {"as_of", "2022-04-11"}, {"kind", "chase"}, {"task_ids", ",1,172,"}};
    size_t count = 0;
    start_a_quarter(state);
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, picked, 3, "2022-04-29", &count),
                     TZ_OK);
    assert_int_equal(count, 1);
    assert_string_equal(
        fixture_ask(fixture, "SELECT task_id || content || reply_due_on FROM action"),
        "1722022Q1未报送，报送期限2022-04-082022-04-29");
}

static void proposals_that_cannot_be_issued_leave_nothing(void **state)
{
    ledger_fixture *fixture = *state;
    const tz_parameter day[] = {{"as_of", "2022-04-11"}}, wrong[] = {{"colour", "red"}};
    size_t count = 7;
    start_a_quarter(state);
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, day, 1, "2022-04-10", &count),
                     TZ_REJECTED);
    assert_int_equal(count, 0);
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, day, 1, "x", &count), TZ_MALFORMED);
    assert_int_equal(tz_action_issue_proposed(fixture->ledger, wrong, 1, NULL, &count),
                     TZ_MALFORMED);
    assert_int_equal(domain_count(fixture, "action"), 0);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_action_is_addressed_to_the_unit_that_answers),
        TEST(a_unit_alone_may_be_meant),
        TEST(what_breaks_a_rule_is_refused),
        TEST(what_cannot_be_read_is_refused),
        TEST(an_action_is_replied_to_and_closed),
        TEST(an_inspection_goes_to_its_verification),
        TEST(the_office_may_find_it_unrectified),
        TEST(a_close_without_the_reply_is_asked_for_twice),
        TEST(steps_that_cannot_be_taken_leave_nothing),
        TEST(a_number_is_read_as_people_write_it),
        TEST(a_kind_is_named_in_either_language),
        TEST(proposals_are_issued_once),
        TEST(proposals_are_picked_by_the_report_s_parameters),
        TEST(proposals_that_cannot_be_issued_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
