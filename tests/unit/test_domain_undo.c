/* Taking commands back. The journal: 1 the snapshot of init, 2 the plan, 3 the round's opening. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

static tz_undo_result result;
static char changes[4000]; /* of the last undo, a line each */

static tz_status undo(const ledger_fixture *fixture, int64_t journal_id, bool is_trial)
{
    tz_undo_options options = TZ_UNDO_OPTIONS_INIT;
    tz_rows *rows;
    bool has_row;
    options.journal_id = journal_id;
    options.is_trial = is_trial;
    changes[0] = '\0';
    tz_status status = tz_undo(fixture->ledger, &options, &result, &rows);
    if (status != TZ_OK) {
        assert_null(rows);
        assert_int_equal(result.journal_id, 0);
        return status;
    }
    while (tz_rows_next(rows, &has_row) == TZ_OK && has_row)
        for (int i = 0; i < tz_rows_column_count(rows); i++)
            snprintf(changes + strlen(changes), sizeof changes - strlen(changes), "%s%s",
                     tz_rows_word(rows, i), i == 3 ? "\n" : " ");
    tz_rows_close(rows);
    return status;
}

static void add_entry(const ledger_fixture *fixture, const char *percent, const char *on)
{
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = percent;
    entry.reported_on = on;
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
}

static void set_text(const ledger_fixture *fixture, const char *text)
{
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.text = text;
    assert_int_equal(tz_task_set(fixture->ledger, "172", &change), TZ_OK);
}

static void assert_verified(const ledger_fixture *fixture)
{
    tz_verify_result verified;
    tz_rows *findings;
    assert_int_equal(tz_verify(fixture->ledger, NULL, &verified, &findings), TZ_OK);
    tz_rows_close(findings);
    assert_int_equal(verified.findings, 0);
}

static void assert_refused(const ledger_fixture *fixture, int64_t journal_id, const char *error,
                           const char *hint)
{
    long rows = domain_count(fixture, "journal");
    assert_int_equal(undo(fixture, journal_id, false), TZ_REFUSED);
    assert_string_equal(tz_ledger_error(fixture->ledger), error);
    assert_string_equal(tz_ledger_hint(fixture->ledger), hint);
    assert_int_equal(domain_count(fixture, "journal"), rows);
    assert_verified(fixture);
}

static const char text_of_172[] = "SELECT text FROM task WHERE task_id = 172";

static void last_command_is_taken_back(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
    assert_int_equal(result.journal_id, 4);
    assert_string_equal(result.command, "task set");
    assert_int_equal(result.changes, 1);
    assert_string_equal(changes, "改回 任务 第172项 任务内容 管网二 → 管网\n");
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网");
    assert_string_equal(fixture_ask(fixture, "SELECT kind || ' ' || command FROM journal"
                                             " WHERE journal_id = 5"),
                        "change undo 4");
    assert_verified(fixture);
}

static void undoing_an_undo_does_it_again(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
    assert_int_equal(result.journal_id, 5);
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网二");
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网");
    assert_verified(fixture);
}

/* Entries are never deleted but by undo; the triggers are on again behind it. */
static void entry_is_taken_back_and_triggers_stay(void **state)
{
    const ledger_fixture *fixture = *state;
    add_entry(fixture, "10", "2022-04-06");
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
    assert_int_equal(domain_count(fixture, "progress"), 0);
    assert_string_equal(changes, "删除 进展 第1项 2022Q1 进展 完成百分比 10%\n");
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
    assert_string_equal(changes, "恢复 进展 第1项 2022Q1 进展 完成百分比 10%\n");
    assert_int_equal(domain_count(fixture, "progress"), 1);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger, "DELETE FROM progress"), TZ_REJECTED);
    tz_write_rollback(fixture->ledger);
    assert_verified(fixture);
}

static void trial_changes_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    assert_int_equal(undo(fixture, 4, true), TZ_OK);
    assert_string_equal(changes, "改回 任务 第172项 任务内容 管网二 → 管网\n");
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网二");
    assert_int_equal(domain_count(fixture, "journal"), 4);
}

static void only_so_many_changes_are_listed(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_undo_options options = TZ_UNDO_OPTIONS_INIT;
    tz_rows *rows;
    bool has_row;
    options.most_changes = 1;
    assert_int_equal(tz_undo(fixture->ledger, &options, &result, &rows), TZ_OK);
    assert_int_equal(result.changes, 5); /* the round and four requests */
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_true(has_row);
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_false(has_row);
    tz_rows_close(rows);
    assert_int_equal(domain_count(fixture, "request"), 0);
}

static void later_change_of_the_record_refuses(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    set_text(fixture, "管网三");
    assert_refused(fixture, 4, "不能撤销第4号：第172项 之后又改过",
                   "第5号日志改过它：task set；如要撤销，请先撤销第5号");
    assert_int_equal(undo(fixture, 5, false), TZ_OK);
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_refused(fixture, 4, "不能撤销第4号：第172项 之后又改过",
                   "第7号日志改过它：undo 4；如要撤销，请先撤销第7号");
}

static void taken_back_record_is_not_there_again(void **state)
{
    const ledger_fixture *fixture = *state;
    add_entry(fixture, "10", "2022-04-06");
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_refused(fixture, 4, "不能撤销第4号：第1项 2022Q1 进展 已不存在",
                   "第5号日志改过它：undo 4；如要撤销，请先撤销第5号");
    add_entry(fixture, "20", "2022-04-07");
    assert_refused(fixture, 5, "不能撤销第5号：第1项 2022Q1 进展 已重新存在",
                   "第6号日志改过它：progress add；如要撤销，请先撤销第6号");
}

/* All that still stand on it, in the order in which they can be taken back; neither a row that was
 * taken back since nor its undo. */
static void later_rows_are_named_in_their_order(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    set_text(fixture, "管网三");
    set_text(fixture, "管网四");
    assert_int_equal(undo(fixture, 6, false), TZ_OK);
    set_text(fixture, "管网五");
    assert_refused(fixture, 4, "不能撤销第4号：第172项 之后又改过",
                   "第8、5号日志改过它，最近的是：task set；如要撤销，请按此顺序先撤销它们");
    assert_int_equal(undo(fixture, 8, false), TZ_OK);
    assert_int_equal(undo(fixture, 5, false), TZ_OK);
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网");
}

/* The plan's rows are referred to by the round; progress_id 1 by its own unit. */
static void reference_refuses(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO unit (unit_id, name) VALUES (9, '示例局')");
    fixture_execute(fixture,
                    "INSERT INTO contact (contact_id, unit_id, name) VALUES (5, 9, '示例')");
    assert_refused(fixture, 4, "不能撤销第4号：示例局 联系人 示例 是之后的记录，仍以它为依据",
                   "第5号日志改过它：test；如要撤销，请先撤销第5号");
}

/* A record that would come back, and what it refers to is gone. */
static void reference_to_what_is_gone_refuses(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture,
                    "INSERT INTO unit (unit_id, name, is_collective) VALUES (9, '示例局', 1)");
    fixture_execute(fixture, "INSERT INTO unit_member VALUES (9, 1)");
    assert_int_equal(undo(fixture, 5, false), TZ_OK);
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_refused(fixture, 6, "不能撤销第6号：示例局 成员单位 市城管局 所引用的记录已不存在",
                   "第7号日志改过它：undo 4；如要撤销，请先撤销第7号");
}

/* No foreign key leads from an entry to its round: the view violation tells. */
static void broken_rule_refuses(void **state)
{
    const ledger_fixture *fixture = *state;
    add_entry(fixture, "10", "2022-04-06");
    assert_refused(fixture, 3, "不能撤销第3号：第1项 2022Q1 #1：进展所属的季度没有调度",
                   "第4号日志改过它：progress add；如要撤销，请先撤销第4号");
    add_entry(fixture, "20", "2022-04-07");
    assert_refused(fixture, 4, "不能撤销第4号：第1项 2022Q1 #2：进展缺少前一版次",
                   "第5号日志改过它：progress add；如要撤销，请先撤销第5号");
    /* what is of another quarter or task has nothing to do with it */
    assert_int_equal(undo(fixture, 5, false), TZ_OK);
    assert_refused(fixture, 3, "不能撤销第3号：第1项 2022Q1 #1：进展所属的季度没有调度",
                   "第4号日志改过它：progress add；如要撤销，请先撤销第4号");
    assert_int_equal(undo(fixture, 6, false), TZ_OK);
    assert_int_equal(undo(fixture, 5, false), TZ_OK);
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_int_equal(undo(fixture, 3, false), TZ_OK);
    assert_int_equal(domain_count(fixture, "round"), 0);
    assert_verified(fixture);
}

/* What was broken before is none of the undo's. */
static void violation_of_before_does_not_refuse(void **state)
{
    const ledger_fixture *fixture = *state;
    add_entry(fixture, "10", "2022-04-06");
    fixture_execute(fixture, "UPDATE task SET parent_id = 1, added_on = '2022-04-01'"
                             " WHERE task_id = 172");
    set_text(fixture, "管网二");
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) FROM violation"), "1");
    assert_int_equal(undo(fixture, 0, false), TZ_OK);
}

static void snapshots_and_what_is_not_there(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    assert_int_equal(undo(fixture, 1, false), TZ_REFUSED);
    assert_string_equal(tz_ledger_error(ledger), "第1号日志在快照之前，或就是快照，不能撤销");
    assert_int_equal(undo(fixture, 4, false), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_error(ledger), "没有第4号日志，最后一号是3");
    assert_int_equal(undo(fixture, -1, false), TZ_NOT_FOUND);
    assert_int_equal(tz_ledger_create(ledger, fixture_path(fixture, "new.db"), TZ_SEED_EMPTY),
                     TZ_OK);
    assert_int_equal(undo(fixture, 0, false), TZ_NOT_FOUND);
    assert_string_equal(tz_ledger_error(ledger), "没有可撤销的命令");
    assert_int_equal(tz_ledger_open(ledger, fixture->path, TZ_READ_ONLY), TZ_OK);
    assert_int_equal(undo(fixture, 0, false), TZ_REFUSED);
}

static void within_an_outer_write_it_is_part_of_it(void **state)
{
    const ledger_fixture *fixture = *state;
    set_text(fixture, "管网二");
    assert_int_equal(tz_write_begin(fixture->ledger, "outer"), TZ_OK);
    assert_int_equal(undo(fixture, 4, true), TZ_OK);
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网二");
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_string_equal(fixture_ask(fixture, text_of_172), "管网");
    assert_string_equal(
        fixture_ask(fixture, "SELECT group_concat(command) FROM journal WHERE journal_id > 3"),
        "task set,outer");
    assert_verified(fixture);
}

/* Edited with the triggers off, as somebody might with the sqlite3 shell. */
static void damaged_row_is_not_applied(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *shell;
    set_text(fixture, "管网二");
    assert_int_equal(sqlite3_open(fixture->path, &shell), SQLITE_OK);
    sqlite3_db_config(shell, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    assert_int_equal(sqlite3_exec(shell,
                                  "UPDATE journal SET changeset = zeroblob(9)"
                                  " WHERE journal_id = 4",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(shell);
    assert_int_equal(undo(fixture, 4, false), TZ_IO);
    assert_string_equal(tz_ledger_error(fixture->ledger), "第4号日志已损坏：与其哈希不符");
}

/* A damaged head of a table in a later row, which SQLite 3.40 would walk for ever: the refusal has
 * no hint at that row, and comes. */
static void damaged_later_row_is_not_walked(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *shell;
    set_text(fixture, "管网二");
    set_text(fixture, "管网三");
    assert_int_equal(sqlite3_open(fixture->path, &shell), SQLITE_OK);
    sqlite3_db_config(shell, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    assert_int_equal(sqlite3_exec(shell,
                                  "UPDATE journal SET changeset = CAST(substr(changeset, 1, 1)"
                                  " || x'ff' || substr(changeset, 3) AS BLOB)"
                                  " WHERE journal_id = 5",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(shell);
    assert_int_equal(undo(fixture, 4, false), TZ_REFUSED);
    assert_string_equal(tz_ledger_hint(fixture->ledger), "");
}

/* ---- verify's own arguments; tests/tamper has what it finds */

static void verify_takes_a_head(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_verify_result verified;
    tz_rows *findings;
    char head[65];
    snprintf(head, sizeof head, "%s",
             fixture_ask(fixture, "SELECT hex(hash) FROM journal WHERE journal_id = 2"));
    assert_int_equal(tz_verify(fixture->ledger, head, &verified, &findings), TZ_OK);
    tz_rows_close(findings);
    assert_int_equal(verified.findings, 0);
    assert_int_equal(verified.journal_rows, 3);
    assert_string_equal(
        verified.head,
        fixture_ask(fixture, "SELECT lower(hex(hash)) FROM journal WHERE journal_id = 3"));
    head[0] = head[0] == '0' ? '1' : '0';
    assert_int_equal(tz_verify(fixture->ledger, head, &verified, &findings), TZ_OK);
    tz_rows_close(findings);
    assert_int_equal(verified.findings, 1);
    assert_int_equal(tz_verify(fixture->ledger, "abc", &verified, &findings), TZ_MALFORMED);
    assert_null(findings);
    assert_int_equal(tz_verify(fixture->ledger, "", &verified, &findings), TZ_MALFORMED);
}

static void verify_reads_only(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_ledger_open(fixture->ledger, fixture->path, TZ_READ_ONLY), TZ_OK);
    assert_verified(fixture);
    assert_int_equal(fixture_file_count(fixture), 1);
}

/* A bulletin tells of a round that was opened by its day. */
static void an_opening_stays_under_its_bulletin(void **state)
{
    ledger_fixture *fixture = *state;
    tz_bulletin bulletin = TZ_BULLETIN_INIT;
    bulletin.quarter = "2022Q1";
    bulletin.number = "示〔2022〕1号";
    bulletin.issued_on = "2022-04-15";
    assert_int_equal(tz_bulletin_issue(fixture->ledger, &bulletin, NULL), TZ_OK);
    assert_int_equal(undo(fixture, 3, false), TZ_REFUSED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "不能撤销第3号：示〔2022〕1号：通报的季度到印发日没有开启调度");
    assert_int_equal(domain_count(fixture, "round"), 1);
    assert_int_equal(undo(fixture, 4, false), TZ_OK);
    assert_int_equal(undo(fixture, 3, false), TZ_OK);
    assert_int_equal(domain_count(fixture, "round"), 0);
    assert_verified(fixture);
}

#define TEST(function)                                                                             \
    cmocka_unit_test_setup_teardown(function, domain_set_up_round, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(last_command_is_taken_back),
        TEST(undoing_an_undo_does_it_again),
        TEST(entry_is_taken_back_and_triggers_stay),
        TEST(trial_changes_nothing),
        TEST(only_so_many_changes_are_listed),
        TEST(later_change_of_the_record_refuses),
        TEST(later_rows_are_named_in_their_order),
        TEST(taken_back_record_is_not_there_again),
        TEST(reference_refuses),
        TEST(reference_to_what_is_gone_refuses),
        TEST(broken_rule_refuses),
        TEST(an_opening_stays_under_its_bulletin),
        TEST(violation_of_before_does_not_refuse),
        TEST(snapshots_and_what_is_not_there),
        TEST(within_an_outer_write_it_is_part_of_it),
        TEST(damaged_row_is_not_applied),
        TEST(damaged_later_row_is_not_walked),
        TEST(verify_takes_a_head),
        TEST(verify_reads_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
