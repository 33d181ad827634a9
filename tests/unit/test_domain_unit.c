#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

/* The unit that the name finds, "-" where none does. */
static const char *found(void **state, const char *name)
{
    ledger_fixture *fixture = *state;
    const char *spelling;
    return tz_find_name(fixture->ledger, TZ_NAME_UNIT, name, &spelling) == TZ_OK ? spelling : "-";
}

static void assert_error_has(void **state, const char *words)
{
    ledger_fixture *fixture = *state;
    if (strstr(tz_ledger_error(fixture->ledger), words) == NULL)
        fail_msg("\"%s\" has no \"%s\"", tz_ledger_error(fixture->ledger), words);
}

/* ---- adding, aliases, corrections */

static void a_unit_is_added_with_its_kind(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_unit_add(fixture->ledger, "市大数据局", NULL, false), TZ_OK);
    assert_int_equal(tz_unit_add(fixture->ledger, "各园区", "开发区", true), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT kind || is_collective FROM unit WHERE name = '市大数据局'"),
        "department0");
    assert_string_equal(
        fixture_ask(fixture, "SELECT kind || is_collective FROM unit WHERE name = '各园区'"),
        "zone1");
}

static void a_name_that_is_taken_or_is_none_is_refused(void **state)
{
    ledger_fixture *fixture = *state;
    long units = domain_count(fixture, "unit"), aliases = domain_count(fixture, "unit_alias");
    assert_int_equal(tz_unit_add(fixture->ledger, "市财政局", NULL, false), TZ_REFUSED);
    assert_error_has(state, "“市财政局”已是单位“市财政局”的名称或别名");
    assert_int_equal(tz_unit_add(fixture->ledger, "市综合执法局", NULL, false), TZ_REFUSED);
    assert_error_has(state, "“市城管局”的名称或别名");
    /* found alike, in other brackets */
    assert_int_equal(tz_unit_add(fixture->ledger, "各县(市、区)人民政府", NULL, true), TZ_REFUSED);
    assert_int_equal(tz_unit_add(fixture->ledger, "市甲局、市乙局", NULL, false), TZ_MALFORMED);
    assert_int_equal(tz_unit_add(fixture->ledger, " ", NULL, false), TZ_MALFORMED);
    assert_int_equal(tz_unit_add(fixture->ledger, "市甲\n局", NULL, false), TZ_MALFORMED);
    assert_int_equal(tz_unit_add(fixture->ledger, "市\xff", NULL, false), TZ_MALFORMED);
    assert_int_equal(tz_unit_add(fixture->ledger, "市甲局", "局", false), TZ_MALFORMED);
    assert_int_equal(tz_unit_alias(fixture->ledger, "市财政局", "市城管局", NULL), TZ_REFUSED);
    assert_int_equal(tz_unit_alias(fixture->ledger, "市财政局", "市财政局", NULL), TZ_REFUSED);
    assert_int_equal(tz_unit_alias(fixture->ledger, "市没有", "市甲局", NULL), TZ_NOT_FOUND);
    assert_int_equal(domain_count(fixture, "unit"), units);
    assert_int_equal(domain_count(fixture, "unit_alias"), aliases);
}

static void an_alias_finds_its_unit(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_unit_alias(fixture->ledger, "市财政局", "市财局", "简称"), TZ_OK);
    assert_string_equal(found(state, "市财局"), "市财政局");
    assert_string_equal(
        fixture_ask(fixture, "SELECT reason FROM unit_alias WHERE alias = '市财局'"), "简称");
}

static void a_corrected_name_is_found_by_both(void **state)
{
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_unit_correct(fixture->ledger, "市财政局", "市财税局", "示例"), TZ_OK);
    assert_string_equal(found(state, "市财政局"), "市财税局");
    /* back again: the alias becomes the name */
    assert_int_equal(tz_unit_correct(fixture->ledger, "市财税局", "市财政局", NULL), TZ_OK);
    assert_string_equal(found(state, "市财税局"), "市财政局");
    assert_int_equal(domain_count(fixture, "unit_alias WHERE unit_id = 2"), 1);
    /* only the brackets: the name before is found anyway, and is no alias */
    assert_int_equal(
        tz_unit_correct(fixture->ledger, "各县（市、区）人民政府", "各县(市、区)人民政府", NULL),
        TZ_OK);
    assert_int_equal(domain_count(fixture, "unit_alias WHERE unit_id = 3"), 0);
    assert_int_equal(tz_unit_correct(fixture->ledger, "市财政局", "市财政局", NULL), TZ_REFUSED);
    assert_int_equal(tz_unit_correct(fixture->ledger, "市财政局", "市综合执法局", NULL),
                     TZ_REFUSED);
    assert_string_equal(found(state, "市综合执法局"), "市城管局");
}

/* ---- members */

static void members_belong_to_collective_units(void **state)
{
    ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    const char *counties = "各县（市、区）人民政府";
    assert_int_equal(tz_unit_member_add(ledger, counties, "市财政局", NULL), TZ_REJECTED);
    assert_error_has(state, "只有统称单位有成员");
    fixture_execute(fixture, "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                             "INSERT INTO unit (unit_id, name) VALUES (5, '冠县人民政府'), (6, "
                             "'莘县人民政府');\n"
                             "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
                             "VALUES (1, 3, 'responsible', 2)");
    assert_int_equal(tz_unit_member_add(ledger, counties, "冠县人民政府", NULL), TZ_OK);
    assert_int_equal(tz_unit_member_add(ledger, counties, "冠县人民政府", NULL), TZ_OK);
    assert_int_equal(tz_unit_member_add(ledger, counties, "莘县人民政府", "1"), TZ_OK);
    /* task 1 has members of its own now, and only those may report */
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(unit_id) FROM task_member\n"
                                             "WHERE task_id = 1 AND unit_id > 4"),
                        "6");
    assert_int_equal(tz_unit_member_add(ledger, counties, "莘县人民政府", "172"), TZ_REJECTED);
    assert_int_equal(tz_unit_member_add(ledger, counties, "莘县人民政府", "999"), TZ_NOT_FOUND);
    assert_int_equal(tz_unit_member_add(ledger, "市财政局", "莘县人民政府", NULL), TZ_REJECTED);
    assert_int_equal(tz_unit_member_remove(ledger, counties, "莘县人民政府", NULL), TZ_NOT_FOUND);
    assert_int_equal(tz_unit_member_remove(ledger, counties, "冠县人民政府", NULL), TZ_OK);
    assert_int_equal(domain_count(fixture, "unit_member"), 0);
}

static void a_member_that_reported_stays(void **state)
{
    ledger_fixture *fixture = *state;
    const char *counties = "各县（市、区）人民政府";
    tz_progress entry = TZ_PROGRESS_INIT;
    fixture_execute(fixture, "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                             "INSERT INTO unit (unit_id, name) VALUES (5, '冠县人民政府');\n"
                             "INSERT INTO unit_member VALUES (3, 5);\n"
                             "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
                             "VALUES (1, 3, 'responsible', 2)");
    entry.task = "1", entry.quarter = "2022Q1", entry.unit = "冠县人民政府";
    entry.summary = "示例", entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_int_equal(tz_unit_member_remove(fixture->ledger, counties, "冠县人民政府", NULL),
                     TZ_REJECTED);
    assert_error_has(state, "该成员已报送或被要求报送");
    assert_int_equal(domain_count(fixture, "unit_member"), 1);
    /* nor do others take its place in the task; with itself among them they do */
    fixture_execute(fixture, "INSERT INTO unit (unit_id, name) VALUES (6, '莘县人民政府')");
    assert_int_equal(tz_unit_member_add(fixture->ledger, counties, "莘县人民政府", "1"),
                     TZ_REJECTED);
    assert_error_has(state, "统称单位的其他成员已为此任务报送");
    assert_int_equal(tz_unit_member_add(fixture->ledger, counties, "冠县人民政府", "1"), TZ_OK);
    assert_int_equal(tz_unit_member_add(fixture->ledger, counties, "莘县人民政府", "1"), TZ_OK);
    assert_int_equal(tz_unit_member_remove(fixture->ledger, counties, "冠县人民政府", "1"),
                     TZ_REJECTED);
    assert_int_equal(tz_unit_member_remove(fixture->ledger, counties, "莘县人民政府", "1"), TZ_OK);
}

/* ---- succession */

static tz_succession succession(const char *predecessor, const char *successor, const char *day)
{
    tz_succession made = TZ_SUCCESSION_INIT;
    made.predecessor = predecessor;
    made.successor = successor;
    made.from_day = day;
    return made;
}

static const char *answering(void **state, tz_name_kind kind, const char *name, const char *day)
{
    ledger_fixture *fixture = *state;
    const char *spelling;
    return tz_find_answering(fixture->ledger, kind, name, day, &spelling) == TZ_OK ? spelling : "-";
}

static void a_renamed_unit_has_its_name_from_the_day_on(void **state)
{
    ledger_fixture *fixture = *state;
    /* the new name was an alias of it before */
    tz_succession rename = succession("市城管局", "市综合执法局", "2022-07-01");
    rename.reason = "示例";
    assert_int_equal(tz_unit_rename(fixture->ledger, &rename), TZ_OK);
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市城管局", "2022-06-30"), "市城管局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市城管局", "2022-07-01"), "市综合执法局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市综合执法局", "2022-07-01"),
                        "市综合执法局");
    /* it is the same unit: asked for by its new name also before */
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市综合执法局", "2022-06-30"), "市城管局");
    assert_string_equal(fixture_ask(fixture, "SELECT kind FROM unit WHERE name = '市综合执法局'"),
                        "department");
    rename = succession("市财政局", "市城管局", NULL);
    assert_int_equal(tz_unit_rename(fixture->ledger, &rename), TZ_REFUSED);
    rename = succession("市城管局", "市甲局", NULL); /* has its new name already */
    assert_int_equal(tz_unit_rename(fixture->ledger, &rename), TZ_REJECTED);
    assert_string_equal(found(state, "市甲局"), "-");
}

static void only_a_rename_is_asked_for_before_its_day(void **state)
{
    ledger_fixture *fixture = *state;
    tz_succession next = succession("市城管局", "市甲局", "2022-03-01");
    assert_int_equal(tz_unit_rename(fixture->ledger, &next), TZ_OK);
    next = succession("市甲局", "市乙局", "2022-05-01");
    assert_int_equal(tz_unit_rename(fixture->ledger, &next), TZ_OK);
    next = succession("市乙局", "市财政局", "2022-09-01");
    assert_int_equal(tz_unit_succeed(fixture->ledger, &next), TZ_OK);
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市乙局", "2022-02-28"), "市城管局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市乙局", "2022-04-30"), "市甲局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市城管局", "2022-05-01"), "市乙局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市甲局", "2022-09-01"), "市财政局");
    assert_string_equal(answering(state, TZ_NAME_UNIT, "市财政局", "2022-08-31"), "市财政局");
}

static void an_import_goes_on_under_either_name(void **state)
{
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    tz_succession rename = succession("市城管局", "市甲局", "2022-04-02");
    assert_int_equal(tz_unit_rename(fixture->ledger, &rename), TZ_OK);
    entry.task = "172", entry.quarter = "2022Q1", entry.percent = "20";
    entry.reported_on = "2022-04-06", entry.unit = "市城管局";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    entry.unit = NULL, entry.percent = "30";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(u.name || e.percent) FROM progress AS e\n"
                                    "JOIN unit AS u USING (unit_id) WHERE task_id = 172"),
                        "市城管局20.0,市甲局30.0");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT lead_unit || percent || is_missing FROM task_status\n"
                                    "WHERE as_of = '2022-04-12' AND task_id = 172"),
                        "市甲局30.00");
}

static void a_succession_that_cannot_be_is_refused(void **state)
{
    ledger_fixture *fixture = *state;
    static const struct {
        const char *predecessor, *successor, *day;
        tz_status status;
    } cases[] = {
        {"市财政局", "市财政局", NULL, TZ_REJECTED},
        {"市财政局", "市没有", NULL, TZ_NOT_FOUND},
        {"市没有", "市财政局", NULL, TZ_NOT_FOUND},
        {"市财政局", "市城管局", "2022-02-30", TZ_MALFORMED},
        {"市财政局", "市城管局", "1999-01-01", TZ_REJECTED},
        {"市城管局", "市财政局", "2022-09-01", TZ_REJECTED}, /* a circle */
        {"市财政局", "各县（市、区）人民政府", NULL, TZ_REJECTED},
        {"市财政局", "市人力资源社会保障局", NULL, TZ_REJECTED}, /* has one */
    };
    fixture_execute(fixture, "UPDATE unit SET is_collective = 1 WHERE unit_id = 3");
    tz_succession first = succession("市财政局", "市城管局", "2022-07-01");
    assert_int_equal(tz_unit_succeed(fixture->ledger, &first), TZ_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tz_succession next = succession(cases[i].predecessor, cases[i].successor, cases[i].day);
        assert_int_equal(tz_unit_succeed(fixture->ledger, &next), cases[i].status);
    }
    assert_int_equal(domain_count(fixture, "succession"), 1);
}

static void a_leader_is_succeeded_also_by_a_new_one(void **state)
{
    ledger_fixture *fixture = *state;
    tz_succession next = succession("马卫红", "示例领导", "2022-08-01");
    assert_int_equal(tz_leader_succeed(fixture->ledger, &next), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_hint(fixture->ledger),
                        "用 leader list 看有哪些；新任领导加 --new");
    next.is_new = true;
    assert_int_equal(tz_leader_succeed(fixture->ledger, &next), TZ_OK);
    assert_string_equal(answering(state, TZ_NAME_LEADER, "马卫红", "2022-07-31"), "马卫红");
    assert_string_equal(answering(state, TZ_NAME_LEADER, "马卫红", "2022-08-01"), "示例领导");
    /* is_new of one who is there adds nobody */
    next = succession("成伟", "示例领导", "2022-08-01");
    next.is_new = true;
    assert_int_equal(tz_leader_succeed(fixture->ledger, &next), TZ_OK);
    assert_int_equal(domain_count(fixture, "leader"), 3);
    next = succession("示例领导", "成伟", "2022-09-01");
    assert_int_equal(tz_leader_succeed(fixture->ledger, &next), TZ_REJECTED);
    assert_error_has(state, "接任成环");
    next = succession("示例领导", "甲、乙", "2022-09-01");
    next.is_new = true;
    assert_int_equal(tz_leader_succeed(fixture->ledger, &next), TZ_MALFORMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_unit_is_added_with_its_kind, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_name_that_is_taken_or_is_none_is_refused, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(an_alias_finds_its_unit, domain_set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(a_corrected_name_is_found_by_both, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(members_belong_to_collective_units, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_member_that_reported_stays, domain_set_up_round,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_renamed_unit_has_its_name_from_the_day_on, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(only_a_rename_is_asked_for_before_its_day, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(an_import_goes_on_under_either_name, domain_set_up_round,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_succession_that_cannot_be_is_refused, domain_set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_leader_is_succeeded_also_by_a_new_one, domain_set_up,
                                        domain_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
