/* test_ledger_log.c: the journal in words: what each kind of change is called, in both languages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"

typedef struct told {
    const char *sql; /* what one write does */
    const char *zh, *en;
} told;

/* Each stands on the ones before. */
static const told all_told[] = {
    {"UPDATE plan SET document_no = '示1号'", "2022年分工方案 文号 （空） → 示1号",
     "plan of 2022 document number (none) → 示1号"},
    {"UPDATE section SET title = '示例' WHERE section_id = 2", "章节 二(一) 标题 道路 → 示例",
     "section 二(一) title 道路 → 示例"},
    {"UPDATE task SET is_key = 1, section_id = 1 WHERE task_id = 1",
     "第1项 章节 二(一) → 二，重大事项 否 → 是", "task 1 section 二(一) → 二, key no → yes"},
    {"UPDATE task SET kind = 'standing', due_on = NULL WHERE task_id = 1",
     "第1项 类别 阶段性 → 长期性，完成时限 2022-12-31 → （空）",
     "task 1 kind staged → standing, due on 2022-12-31 → (none)"},
    {"UPDATE task SET kind = 'staged', due_on = '2022-12-31' WHERE task_id = 1",
     "第1项 类别 长期性 → 阶段性，完成时限 （空） → 2022-12-31",
     "task 1 kind standing → staged, due on (none) → 2022-12-31"},
    {"INSERT INTO unit (unit_id, name, kind) VALUES (9, '示例局', 'county')",
     "单位 示例局 类别 县（市、区）", "unit 示例局 kind county"},
    {"UPDATE unit SET name = '示例新局' WHERE unit_id = 9", "单位 示例新局 名称 示例局 → 示例新局",
     "unit 示例新局 name 示例局 → 示例新局"},
    {"INSERT INTO unit_alias VALUES ('示例', 9, '误字')", "示例新局 别名 示例 理由 误字",
     "示例新局 alias 示例 reason 误字"},
    {"UPDATE unit SET is_collective = 1 WHERE unit_id = 3",
     "单位 各县（市、区）人民政府 统称 否 → 是", "unit 各县（市、区）人民政府 collective no → yes"},
    {"INSERT INTO unit_member VALUES (3, 9)", "各县（市、区）人民政府 成员单位 示例新局",
     "各县（市、区）人民政府 member 示例新局"},
    {"DELETE FROM unit_member", "删除 各县（市、区）人民政府 成员单位 示例新局",
     "deleted 各县（市、区）人民政府 member 示例新局"},
    {"INSERT INTO contact (contact_id, unit_id, name, phone) VALUES (1, 9, '示例员', '000')",
     "示例新局 联系人 示例员 电话 000", "示例新局 contact 示例员 phone 000"},
    {"INSERT INTO leader (leader_id, name) VALUES (9, '示例领导')", "领导 示例领导",
     "leader 示例领导"},
    {"INSERT INTO task_leader VALUES (62, 9, 2)", "第6(2)项 牵头领导 示例领导",
     "task 6(2) leader 示例领导"},
    {"INSERT INTO task_unit VALUES (62, 9, 'responsible', 7, NULL)", "第6(2)项 责任单位 示例新局",
     "task 6(2) responsible unit 示例新局"},
    {"UPDATE task_unit SET ordinal = 8 WHERE task_id = 62 AND unit_id = 9",
     "第6(2)项 责任单位 示例新局 顺序 7 → 8", "task 6(2) responsible unit 示例新局 ordinal 7 → 8"},
    {"INSERT INTO succession (succession_id, unit_id, successor_unit_id, from_day, reason) "
     "VALUES (1, 9, 4, '2022-09-01', '机构改革')",
     "示例新局 接任者 市人力资源社会保障局 起始日 2022-09-01，理由 机构改革",
     "示例新局 succeeded by 市人力资源社会保障局 from 2022-09-01, reason 机构改革"},
    {"INSERT INTO unit (unit_id, name) VALUES (10, '市财政局（新）'); INSERT INTO succession "
     "(succession_id, unit_id, successor_unit_id, from_day, is_rename) "
     "VALUES (2, 2, 10, '2022-09-01', 1)",
     "单位 市财政局（新） 类别 其他；市财政局 更名为 市财政局（新） 起始日 2022-09-01",
     "unit 市财政局（新） kind other; 市财政局 renamed 市财政局（新） from 2022-09-01"},
    {"INSERT INTO succession (succession_id, leader_id, successor_leader_id, from_day) "
     "VALUES (3, 2, 9, '2022-09-01')",
     "成伟 接任者 示例领导 起始日 2022-09-01", "成伟 succeeded by 示例领导 from 2022-09-01"},
    {"INSERT INTO target (target_id, task_id, ordinal, name, kind, value, measure, added_on) "
     "VALUES (9, 62, 1, '示例数', 'amount', 12.5, '公里', '2022-02-01')",
     "第6(2)项 指标 示例数 指标类别 累计，目标值 12.5公里，增列日期 2022-02-01",
     "task 6(2) target 示例数 kind amount, value 12.5公里, added on 2022-02-01"},
    {"INSERT INTO target (target_id, task_id, ordinal, name, kind, comparison, value) "
     "VALUES (8, 62, 2, '示例率', 'level', '<=', 5)",
     "第6(2)项 指标 示例率 指标类别 水平，比较 不高于，目标值 5",
     "task 6(2) target 示例率 kind level, comparison at most, value 5"},
    {"UPDATE target SET value = 13 WHERE target_id = 9",
     "第6(2)项 指标 示例数 目标值 12.5公里 → 13公里",
     "task 6(2) target 示例数 value 12.5公里 → 13公里"},
    {"INSERT INTO target_node (target_id, quarter, value) VALUES (9, '2022Q2', 6)",
     "第6(2)项 2022Q2 节点目标 示例数 6公里", "task 6(2) 2022Q2 target node 示例数 6公里"},
    {"INSERT INTO target_share (target_id, unit_id, value, added_on) "
     "VALUES (9, 9, 4, '2022-02-01')",
     "第6(2)项 示例新局 分解指标 示例数 4公里，下达日期 2022-02-01",
     "task 6(2) 示例新局 target share 示例数 4公里, given on 2022-02-01"},
    {"INSERT INTO milestone (milestone_id, task_id, ordinal, title, due_on, expected_percent, "
     "owner, added_on) VALUES (1, 1, 1, '开工', '2022-03-01', 20, '示例员', '2022-02-01')",
     "第1项 节点 开工 节点时限 2022-03-01，应完成百分比 20%，责任人 示例员，增列日期 2022-02-01",
     "task 1 milestone 开工 due on 2022-03-01, expected percent 20%, owner 示例员, added on "
     "2022-02-01"},
    {"UPDATE milestone SET done_on = '2022-03-05'", "第1项 节点 开工 完成日期 2022-03-05",
     "task 1 milestone 开工 done on 2022-03-05"},
    {"UPDATE round SET closed_on = '2022-05-01'", "2022Q1 调度 关闭日 2022-05-01",
     "2022Q1 round closed on 2022-05-01"},
    {"INSERT INTO request VALUES (1, '2022Q1', 1, 2, '2022-04-01', '2022-04-20')",
     "第1项 市财政局 2022Q1 应报 下达日 2022-04-01，报送期限 2022-04-20",
     "task 1 市财政局 2022Q1 request asked on 2022-04-01, report due on 2022-04-20"},
    /* an entry and the readings that it came with are told together */
    {"INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, "
     "percent, state, summary) VALUES (1, 1, '2022Q1', 1, 1, '2022-04-06', 10, 'behind', '示例'); "
     "INSERT INTO reading VALUES (1, 1, 3.9)",
     "第1项 2022Q1 进展 10%，状态 滞后，进展情况 示例，修建道路 3.9公里",
     "task 1 2022Q1 progress 10%, state behind, summary 示例, 修建道路 3.9公里"},
    /* a contribution names its unit; it is no revision of the lead unit's entry */
    {"INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, "
     "percent) VALUES (2, 1, '2022Q1', 2, 2, '2022-04-06', 30)",
     "第1项 市财政局 2022Q1 进展 30%", "task 1 市财政局 2022Q1 progress 30%"},
    {"INSERT INTO progress (progress_id, task_id, quarter, unit_id, revision, reported_on, "
     "percent, state, summary) VALUES (3, 1, '2022Q1', 1, 3, '2022-04-07', 12.5, 'on_schedule', "
     "'示例'); INSERT INTO reading VALUES (3, 1, 5)",
     "第1项 2022Q1 进展 10% → 12.5%，状态 滞后 → 按序时推进，修建道路 3.9公里 → 5公里",
     "task 1 2022Q1 progress 10% → 12.5%, state behind → on schedule, 修建道路 3.9公里 → 5公里"},
    {"INSERT INTO reading VALUES (3, 2, 4.5)", "第1项 2022Q1 进展 失业率 4.5%",
     "task 1 2022Q1 progress 失业率 4.5%"},
    {"UPDATE progress SET review = 'accepted', reviewed_on = '2022-04-08' WHERE progress_id = 3",
     "第1项 2022Q1 进展 采纳，审核日期 2022-04-08",
     "task 1 2022Q1 progress accepted, reviewed on 2022-04-08"},
    {"UPDATE progress SET review = 'returned', reviewed_on = '2022-04-09', review_note = '示例', "
     "redo_due_on = '2022-04-15' WHERE progress_id = 2",
     "第1项 市财政局 2022Q1 进展 退回：示例，审核日期 2022-04-09，重报期限 2022-04-15",
     "task 1 市财政局 2022Q1 progress returned: 示例, reviewed on 2022-04-09, redo due on "
     "2022-04-15"},
    {"INSERT INTO closure (closure_id, task_id, closed_on, basis) VALUES (1, 61, '2022-12-01', "
     "'示例')",
     "第6(1)项 销号 销号日期 2022-12-01，完成销号，销号依据 示例",
     "task 6(1) closure closed on 2022-12-01, completed, basis 示例"},
    {"UPDATE closure SET reopened_on = '2022-12-05', reopen_reason = '示例'",
     "第6(1)项 销号 撤销销号日期 2022-12-05，撤销理由 示例",
     "task 6(1) closure reopened on 2022-12-05, reopen reason 示例"},
    {"INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, new_due_on, reason, "
     "authority) VALUES (1, 1, '2022-11-20', 'due', '2023-03-31', '示例', '示例会议')",
     "第1项 延期 决定日期 2022-11-20，新时限 2023-03-31，理由 示例，批准机关 示例会议",
     "task 1 adjustment: due day decided on 2022-11-20, new due day 2023-03-31, reason 示例, "
     "authority 示例会议"},
    {"INSERT INTO adjustment (adjustment_id, task_id, decided_on, kind, target_id, new_value, "
     "reason, authority) VALUES (2, 1, '2022-11-20', 'target', 1, 35, '示例', '示例会议')",
     "第1项 调整指标 修建道路 决定日期 2022-11-20，新目标值 35公里，理由 示例，批准机关 示例会议",
     "task 1 adjustment: target 修建道路 decided on 2022-11-20, new value 35公里, reason 示例, "
     "authority 示例会议"},
    {"INSERT INTO matter (matter_id, task_id, unit_id, raised_on, content, leader_id) "
     "VALUES (1, 1, 2, '2022-05-01', '示例', 1)",
     "第1项 市财政局 请示事项1 提出日期 2022-05-01，内容 示例，呈报领导 马卫红",
     "task 1 市财政局 matter 1 raised on 2022-05-01, content 示例, to leader 马卫红"},
    {"UPDATE matter SET decision = '同意', decided_on = '2022-05-02'",
     "第1项 市财政局 请示事项1 决定 同意，决定日期 2022-05-02",
     "task 1 市财政局 matter 1 decision 同意, decided on 2022-05-02"},
    {"INSERT INTO action (action_id, task_id, unit_id, kind, method, issued_on) "
     "VALUES (1, 1, 2, 'inspect', 'covert', '2022-05-01')",
     "第1项 市财政局 专项督查1 方式 暗访，下发日期 2022-05-01",
     "task 1 市财政局 inspect 1 method covert, issued on 2022-05-01"},
    {"UPDATE action SET conclusion = '示例', delivered_on = '2022-05-03', "
     "rectify_due_on = '2022-05-08'",
     "第1项 市财政局 专项督查1 督查结论 示例，送达日期 2022-05-03，整改期限 2022-05-08",
     "task 1 市财政局 inspect 1 conclusion 示例, delivered on 2022-05-03, rectify due on "
     "2022-05-08"},
    {"UPDATE action SET closed_on = '2022-05-09'", "第1项 市财政局 专项督查1 办结日期 2022-05-09",
     "task 1 市财政局 inspect 1 closed on 2022-05-09"},
    {"INSERT INTO evidence (evidence_id, progress_id, name, archive_name, size, hash, added_on) "
     "VALUES (1, 3, '示例.jpg', '1', 13, zeroblob(32), '2022-04-07')",
     "第1项 2022Q1 进展 佐证材料1 示例.jpg 大小 13，归档日期 2022-04-07",
     "task 1 2022Q1 progress evidence 1 示例.jpg size 13, kept on 2022-04-07"},
    {"INSERT INTO evidence (evidence_id, action_id, name, archive_name, size, hash, added_on) "
     "VALUES (2, 1, '示例.jpg', '2', 13, zeroblob(32), '2022-04-07')",
     "第1项 督查行动1 佐证材料2 示例.jpg 大小 13，归档日期 2022-04-07",
     "task 1 action 1 evidence 2 示例.jpg size 13, kept on 2022-04-07"},
    {"UPDATE setting SET value = 15 WHERE name = 'yellow_lag'", "设置 黄灯滞后值 10 → 15",
     "setting yellow lag 10 → 15"},
    {"UPDATE plan SET closed_on = '2023-01-20'", "2022年分工方案 年终结算日 2023-01-20",
     "plan of 2022 closed on 2023-01-20"},
    /* with several plans a code is told with its year */
    {"INSERT INTO plan (plan_id, year, title, starts_on, ends_on) "
     "VALUES (2, 2023, '示例', '2023-01-01', '2023-12-31')",
     "2023年分工方案 标题 示例，起始日 2023-01-01，截止日 2023-12-31",
     "plan of 2023 title 示例, starts on 2023-01-01, ends on 2023-12-31"},
    {"INSERT INTO task (task_id, plan_id, code, ordinal, text, continued_from_id) "
     "VALUES (201, 2, '1', 1, '示例', 172)",
     "2023年第1项 任务内容 示例，类别 长期性，承接任务 2022/172",
     "task 2023/1 text 示例, kind standing, continues task 2022/172"},
    {"UPDATE milestone SET owner = '示例'", "2022年第1项 节点 开工 责任人 示例员 → 示例",
     "task 2022/1 milestone 开工 owner 示例员 → 示例"},
    {"UPDATE calendar SET is_workday = 0, holiday = '示例假' WHERE day = '2022-05-09'",
     "日历 2022-05-09 工作日 是 → 否，节假日 （空） → 示例假",
     "calendar 2022-05-09 workday yes → no, holiday (none) → 示例假"},
    {"UPDATE word SET zh = '示例' WHERE column_name = 'state' AND value = 'ahead'",
     "word state ahead 中文 超序时 → 示例", "word state ahead Chinese 超序时 → 示例"},
    /* seven changes and more are counted */
    {"UPDATE calendar SET holiday = '示例' WHERE day BETWEEN '2025-06-01' AND '2025-06-10'; "
     "UPDATE unit SET kind = 'other' WHERE unit_id = 9",
     "日历 10、单位 1", NULL},
};

/* The one value of a query on the handle's own connection. */
static const char *ask(const ledger_fixture *fixture, const char *sql)
{
    static char answer[2000];
    sqlite3_stmt *statement;
    bool has_row = false;
    if (tz_prepare(fixture->ledger, sql, &statement) != TZ_OK ||
        tz_step(fixture->ledger, statement, &has_row) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_true(has_row);
    snprintf(answer, sizeof answer, "%s", tz_column_text(statement, 0));
    sqlite3_reset(statement);
    return answer;
}

static const char last_content[] = "SELECT changes_in_words(max(journal_id), NULL) FROM journal";

static void assert_told(const ledger_fixture *fixture, tz_language language, const char *expected)
{
    tz_ledger_set_language(fixture->ledger, language);
    assert_string_equal(ask(fixture, last_content), expected);
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
}

static void every_record_has_its_words(void **state)
{
    const ledger_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof all_told / sizeof all_told[0]; i++) {
        fixture_execute(fixture, all_told[i].sql);
        assert_told(fixture, TZ_ZH, all_told[i].zh);
        if (all_told[i].en)
            assert_told(fixture, TZ_EN, all_told[i].en);
    }
}

static void a_task_has_its_own_part_of_a_command(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "UPDATE task SET is_key = 1");
    assert_string_equal(ask(fixture, "SELECT changes_in_words(max(journal_id), 62) FROM journal"),
                        "第6(2)项 重大事项 否 → 是");
}

static void the_changes_are_rows(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO unit (unit_id, name) VALUES (9, '示例局');"
                             "UPDATE unit SET kind = 'party' WHERE unit_id = 2");
    /* the inserted unit has four columns, none NULL; of the other one column was changed */
    assert_string_equal(
        ask(fixture,
            "SELECT group_concat(change_number || operation || field_number || column_name "
            "|| ' ' || coalesce(old_value, '-') || ' ' || new_value || is_key, ';') "
            "FROM (SELECT c.* FROM journal_change((SELECT max(journal_id) FROM journal)) AS c "
            "ORDER BY operation, column_name)"),
        "1insert4is_collective - 00;1insert3kind - other0;1insert2name - 示例局0;"
        "1insert1unit_id - 91;2update1kind department party0");
}

static void a_row_that_is_not_there_has_no_changes(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_string_equal(ask(fixture, "SELECT count(*) FROM journal_change(999)"), "0");
    assert_string_equal(ask(fixture, "SELECT count(*) FROM journal_change(NULL)"), "0");
    assert_string_equal(ask(fixture, "SELECT count(changes_in_words(999, NULL))"), "0");
}

static void a_person_does_not_see_the_table(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_rows *rows;
    assert_int_equal(
        tz_sql(fixture->ledger, "SELECT * FROM journal_change(1)", NULL, 0, NULL, &rows),
        TZ_REJECTED);
    assert_int_equal(tz_sql(fixture->ledger, "SELECT in_language('a', 'b')", NULL, 0, NULL, &rows),
                     TZ_REJECTED);
}

/* In one write that is rolled back: a commit for every byte would take long. */
static void damage_byte(tz_ledger *ledger, int offset)
{
    char sql[300];
    snprintf(sql, sizeof sql,
             "UPDATE journal SET changeset = (SELECT CAST(substr(changeset, 1, %d) || x'F3' || "
             "substr(changeset, %d) AS BLOB) FROM sound) "
             "WHERE journal_id = (SELECT journal_id FROM sound)",
             offset, offset + 2);
    assert_int_equal(tz_execute(ledger, sql), TZ_OK);
}

/* Whatever byte is wrong, the row has no changes and the handle knows its number. */
static bool is_named_where_damaged(tz_ledger *ledger)
{
    sqlite3_stmt *statement;
    bool has_row;
    ledger->damaged_row = 0;
    assert_int_equal(tz_prepare(ledger,
                                "SELECT changes_in_words(journal_id, NULL), journal_id FROM sound",
                                &statement),
                     TZ_OK);
    assert_int_equal(tz_step(ledger, statement, &has_row), TZ_OK);
    bool is_named = sqlite3_column_type(statement, 0) == SQLITE_NULL &&
                    ledger->damaged_row == sqlite3_column_int64(statement, 1);
    sqlite3_reset(statement);
    return is_named;
}

static void a_damaged_changeset_is_named(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    fixture_execute(fixture, "UPDATE unit SET kind = 'party' WHERE unit_id = 2");
    assert_int_equal(tz_write_begin(ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(ledger, "DROP TRIGGER journal_is_never_edited;"
                                        "CREATE TABLE sound AS SELECT journal_id, changeset "
                                        "FROM journal ORDER BY journal_id DESC LIMIT 1"),
                     TZ_OK);
    int size = atoi(ask(fixture, "SELECT length(changeset) FROM sound")), named = 0;
    for (int i = 0; i < size; i++) {
        damage_byte(ledger, i);
        named += is_named_where_damaged(ledger);
    }
    tz_write_rollback(ledger);
    assert_int_equal(named, size);
}

/* "3 content;2 …" of a log, the newest first. */
static const char *log_of(tz_ledger *ledger, const char *unit, int64_t *damaged_row)
{
    static char said[1000];
    const tz_parameter parameters[] = {{"unit", unit}};
    tz_rows *rows;
    bool has_row;
    int size = 0;
    assert_int_equal(tz_report(ledger, "log", parameters, 1, &rows), TZ_OK);
    while (tz_rows_next(rows, &has_row) == TZ_OK && has_row)
        size += snprintf(said + size, sizeof said - (size_t)size, "%s %s;", tz_rows_word(rows, 0),
                         tz_rows_word(rows, 6));
    *damaged_row = tz_rows_damaged_row(rows);
    tz_rows_close(rows);
    return said;
}

/* Nor does a list of one unit's rows leave it out, since it may be about anything. */
static void a_log_goes_on_behind_a_damaged_row(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    int64_t damaged_row;
    fixture_execute(fixture, "UPDATE unit SET kind = 'party' WHERE unit_id = 1");
    fixture_execute(fixture, "UPDATE unit SET kind = 'party' WHERE unit_id = 2");
    assert_non_null(strstr(log_of(ledger, "市财政局", &damaged_row),
                           "4 单位 市财政局 类别 部门 → 党委部门;2 "));
    assert_int_equal(damaged_row, 0);
    fixture_execute(fixture, "DROP TRIGGER journal_is_never_edited;"
                             "UPDATE journal SET changeset = zeroblob(50) WHERE journal_id = 3");
    assert_non_null(strstr(log_of(ledger, "市财政局", &damaged_row),
                           "4 单位 市财政局 类别 部门 → 党委部门;3 （已损坏：与其哈希不符）;2 "));
    assert_int_equal(damaged_row, 3);
    assert_non_null(strstr(log_of(ledger, NULL, &damaged_row), ";3 （已损坏：与其哈希不符）;2 "));
    assert_int_equal(damaged_row, 3);
}

#define TEST(function, set_up) cmocka_unit_test_setup_teardown(function, set_up, domain_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_record_has_its_words, domain_set_up_round),
        TEST(a_task_has_its_own_part_of_a_command, domain_set_up),
        TEST(the_changes_are_rows, domain_set_up),
        TEST(a_row_that_is_not_there_has_no_changes, domain_set_up),
        TEST(a_person_does_not_see_the_table, domain_set_up),
        TEST(a_damaged_changeset_is_named, domain_set_up),
        TEST(a_log_goes_on_behind_a_damaged_row, domain_set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
