/* Contributions asked for and given, and whom to call. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_status ask(void **state, const char *task, const char *unit, const char *due)
{
    ledger_fixture *fixture = *state;
    return tz_request_add(fixture->ledger, task, "2022Q1", unit, due, "2022-04-01");
}

static void assert_not_asked(void **state, const char *task, const char *unit, const char *due,
                             tz_status status, const char *error)
{
    ledger_fixture *fixture = *state;
    long requests = domain_count(fixture, "request");
    assert_int_equal(ask(state, task, unit, due), status);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_int_equal(domain_count(fixture, "request"), requests);
}

static void a_unit_is_asked_for_a_contribution(void **state)
{
    ledger_fixture *fixture = *state;
    fixture_execute(fixture, "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                             "INSERT INTO unit (unit_id, name) VALUES (5, '示例县人民政府');\n"
                             "INSERT INTO unit_member VALUES (3, 5);\n"
                             "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
                             "VALUES (1, 3, 'responsible', 2)");
    assert_int_equal(ask(state, "1", "市财政局", "2022-04-05"), TZ_OK);
    assert_int_equal(ask(state, "1", "示例县人民政府", NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(unit_id || asked_on ||\n"
                                             "  coalesce(report_due_on, '-'), ';')\n"
                                             "FROM request WHERE task_id = 1 AND unit_id > 1"),
                        "22022-04-012022-04-05;52022-04-01-");
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) FROM judged_request\n"
                                             "WHERE task_id = 1 AND unit_id > 1"),
                        "0");
}

static void who_cannot_contribute_is_not_asked(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(ask(state, "1", "市财政局", NULL), TZ_OK);
    assert_not_asked(state, "1", "市财政局", NULL, TZ_REFUSED,
                     "第1项 2022Q1，市财政局：已于2022-04-01下达");
    assert_not_asked(state, "172", "市财政局", NULL, TZ_REJECTED,
                     "第172项 2022Q1，市财政局：该单位不是此任务的牵头单位或责任单位");
    fixture_execute(fixture, "DELETE FROM request WHERE task_id = 172");
    assert_not_asked(state, "172", "市城管局", NULL, TZ_REJECTED,
                     "第172项 2022Q1，市城管局：该单位是第一牵头单位，不是配合报送");
    assert_not_asked(state, "6", "市城管局", NULL, TZ_REJECTED,
                     "第6项 2022Q1，市城管局：该任务已分解，请按分项下达");
    fixture_execute(fixture, "DELETE FROM request WHERE task_id = 1 AND unit_id = 2");
    assert_not_asked(state, "1", "市财政局", "2022-03-31", TZ_REJECTED,
                     "第1项 2022Q1，市财政局：报送期限早于下达日");
    assert_int_equal(tz_request_add(fixture->ledger, "1", "2022Q2", "市财政局", NULL, NULL),
                     TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项 2022Q2，市财政局：该季度尚未调度，请先用 quarter open 开启");
    assert_int_equal(ask(state, "1", "没有", NULL), TZ_NOT_FOUND);
    assert_int_equal(ask(state, "1", "市财政局", "x"), TZ_MALFORMED);
}

/* The lead unit's 10 percent counts, whoever else reports later. */
static void a_contribution_is_never_judged(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    int revision = 0;
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    entry.unit = "市财政局";
    entry.percent = "90";
    entry.state = "difficult";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, &revision), TZ_OK);
    assert_int_equal(revision, 2);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT percent || coalesce(state, '-') FROM task_status\n"
                                    "WHERE task_id = 1 AND as_of = '2022-04-09'"),
                        "10.0-");
}

static void the_newest_contact_of_the_day_is_the_one_to_call(void **state)
{
    ledger_fixture *fixture = *state;
    tz_contact contact = {"示例甲", "科长", "1"};
    assert_int_equal(tz_unit_contact_add(fixture->ledger, "市综合执法局", &contact, "2022-01-10"),
                     TZ_OK);
    contact = (tz_contact){"示例乙", NULL, NULL};
    assert_int_equal(tz_unit_contact_add(fixture->ledger, "市城管局", &contact, "2022-06-01"),
                     TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(unit || name || coalesce(phone, '-'), ';')\n"
                             "FROM unit_contact WHERE as_of IN ('2022-05-31', '2022-06-01')"),
        "市城管局示例甲1;市城管局示例乙-");
    contact.name = " ";
    assert_int_equal(tz_unit_contact_add(fixture->ledger, "市城管局", &contact, NULL),
                     TZ_MALFORMED);
    contact.name = "\xff";
    assert_int_equal(tz_unit_contact_add(fixture->ledger, "市城管局", &contact, NULL),
                     TZ_MALFORMED);
    contact.name = "示例丙";
    assert_int_equal(tz_unit_contact_add(fixture->ledger, "没有", &contact, NULL), TZ_NOT_FOUND);
    assert_int_equal(domain_count(fixture, "contact"), 2);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_unit_is_asked_for_a_contribution),
        TEST(who_cannot_contribute_is_not_asked),
        TEST(a_contribution_is_never_judged),
        TEST(the_newest_contact_of_the_day_is_the_one_to_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
