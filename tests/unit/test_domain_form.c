#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "buffer.h"
#include "domain_fixture.h"
#include "form_fixture.h"
#include "xlsx.h"

static tz_form_export_result written;
static tz_import_result result;
static tz_note last_note;
static char last_cell[64], last_column[64], last_text[1024];

static const tz_form_export_options in_march = {.as_of = "2022-03-31"},
                                    over_it = {.as_of = "2022-03-31", .overwrites = true},
                                    of_finance = {.as_of = "2022-03-31", .unit = "市财政局"},
                                    of_nobody = {.as_of = "2022-03-31", .unit = "无此单位"},
                                    on_no_day_of_export = {.as_of = "2022-02-30"};
static const tz_form_import_options in_april = {.on = "2022-04-06"},
                                    on_no_day = {.on = "2022-02-30"},
                                    of_no_quarter = {.on = "2022-04-06", .quarter = "2022Q7"},
                                    tried = {.on = "2022-04-06", .is_trial = true},
                                    before_all = {.on = "2022-03-01"};

static void keep_note(void *context, const tz_note *note)
{
    (void)context;
    last_note = *note;
    snprintf(last_cell, sizeof last_cell, "%s", note->cell ? note->cell : "");
    snprintf(last_column, sizeof last_column, "%s", note->column ? note->column : "");
    snprintf(last_text, sizeof last_text, "%s", note->text ? note->text : "");
}

static int set_up(void **state)
{
    domain_set_up_round(state);
    ledger_fixture *fixture = *state;
    tz_ledger_set_note_function(fixture->ledger, keep_note, NULL);
    last_cell[0] = last_column[0] = last_text[0] = '\0';
    return 0;
}

static tz_status export(void **state, const tz_form_export_options *options)
{
    const ledger_fixture *fixture = *state;
    return tz_form_export(fixture->ledger, "2022Q1", fixture_path(fixture, "forms"), options,
                          &written);
}

static bool has_file(void **state, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "forms/%s", name);
    return access(fixture_path(*state, path), F_OK) == 0;
}

static void remove_file(void **state, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "forms/%s", name);
    assert_int_equal(unlink(fixture_path(*state, path)), 0);
}

static int tear_down(void **state)
{
    char command[160];
    const ledger_fixture *fixture = *state;
    snprintf(command, sizeof command, "rm -rf '%s'", fixture_path(fixture, "forms"));
    assert_int_equal(system(command), 0);
    return domain_tear_down(state);
}

/* ---- export */

static char found[8192];

static tz_status find_texts(void *context, const tz_xlsx_cell *cell)
{
    size_t size = strlen(found);
    (void)context;
    if (cell->row >= 4 && cell->column <= 2)
        snprintf(found + size, sizeof found - size, "%zu,%zu %s\n", cell->row, cell->column,
                 cell->text);
    return TZ_OK;
}

static const char *texts_of(const char *path)
{
    static const tz_xlsx_reader reader = {.cell = find_texts};
    tz_xlsx *workbook;
    tz_xlsx_problem problem;
    found[0] = '\0';
    assert_int_equal(tz_xlsx_open(path, &workbook, &problem), TZ_OK);
    assert_int_equal(tz_xlsx_read_sheet(workbook, 0, &reader, NULL), TZ_OK);
    tz_xlsx_close(workbook);
    return found;
}

static void a_form_has_a_keyed_row_for_each_task(void **state)
{
    const ledger_fixture *fixture = *state;
    char expected[2048];
    int size = 0;
    static const char *const tasks[] = {"1", "6(1)", "6(2)", "172"};
    assert_int_equal(export(state, &in_march), TZ_OK);
    assert_int_equal(written.forms, 1);
    assert_int_equal(written.rows, 4);
    size += snprintf(expected, sizeof expected, "4,1 %s\n4,2 任务编号\n",
                     form_key(fixture->ledger, "", "市城管局"));
    for (int i = 0; i < 4; i++) {
        char task[32];
        snprintf(task, sizeof task, "2022/%s", tasks[i]);
        size += snprintf(expected + size, sizeof expected - (size_t)size, "%d,1 %s\n%d,2 %s\n",
                         5 + i, form_key(fixture->ledger, task, "市城管局"), 5 + i, tasks[i]);
    }
    assert_string_equal(texts_of(fixture_path(fixture, "forms/市城管局.xlsx")), expected);
}

static void a_form_is_not_overwritten_unless_told(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(export(state, &in_march), TZ_OK);
    fixture_write_file(fixture_path(fixture, "forms/市城管局.xlsx"), "示例", 6);
    assert_int_equal(export(state, &in_march), TZ_REFUSED);
    assert_int_equal(written.forms, 0);
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "--yes"));
    struct stat about;
    assert_int_equal(stat(fixture_path(fixture, "forms/市城管局.xlsx"), &about), 0);
    assert_int_equal(about.st_size, 6);
    assert_int_equal(export(state, &over_it), TZ_OK);
    assert_int_equal(stat(fixture_path(fixture, "forms/市城管局.xlsx"), &about), 0);
    assert_true(about.st_size > 1000);
}

static void names_are_such_as_windows_takes(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(
        fixture,
        "INSERT INTO unit (unit_id, name) VALUES (11, '示例/一:*?\"<>|\\'),\n"
        "  (12, '示例:一:*?\"<>|\\'), (13, 'con.示例'), (14, '.示例. '), (15, '示例、（所）'),\n"
        "  (16, replace(hex(zeroblob(60)), '00', '很长'));\n"
        "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
        "SELECT 1, unit_id, 'responsible', unit_id FROM unit WHERE unit_id > 10;\n"
        "INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)\n"
        "SELECT 1, '2022Q1', 1, unit_id, '2022-03-31' FROM unit WHERE unit_id > 10;\n");
    assert_int_equal(export(state, &in_march), TZ_OK);
    assert_int_equal(written.forms, 7);
    assert_true(has_file(state, "示例_一________.xlsx"));
    assert_true(has_file(state, "示例_一________ 2.xlsx"));
    assert_true(has_file(state, "_con.示例.xlsx"));
    assert_true(has_file(state, "_.示例.xlsx"));
    assert_true(has_file(state, "示例、（所）.xlsx"));
    char name[512] = "";
    for (int i = 0; i < 66; i++) /* 198 bytes: another character would be over 200 */
        strcat(name, i % 2 == 0 ? "很" : "长");
    strcat(name, ".xlsx");
    assert_true(has_file(state, name));
}

static void what_cannot_be_exported_leaves_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    const char *folder = fixture_path(fixture, "forms");
    assert_int_equal(tz_form_export(ledger, "2022Q5", folder, NULL, &written), TZ_MALFORMED);
    assert_int_equal(export(state, &on_no_day_of_export), TZ_MALFORMED);
    assert_int_equal(export(state, &of_nobody), TZ_NOT_FOUND);
    assert_int_equal(export(state, &of_finance), TZ_NOT_FOUND);
    assert_non_null(strstr(tz_ledger_error(ledger), "没有向市财政局下达应报事项"));
    assert_int_equal(tz_form_export(ledger, "2022Q2", folder, &in_march, &written), TZ_NOT_FOUND);
    assert_non_null(strstr(tz_ledger_hint(ledger), "quarter open 2022Q2"));
    assert_int_equal(access(fixture_path(fixture, "forms"), F_OK), -1);
    assert_int_equal(tz_form_export(ledger, "2022Q1", fixture->path, &in_march, &written), TZ_IO);
    assert_int_equal(
        tz_form_export(ledger, "2022Q1", fixture_path(fixture, "a/b"), &in_march, &written), TZ_IO);
    assert_int_equal(fixture_file_count(fixture), 1);
}

/* XML has no U+FFFE: what is only shown is written without, but a unit's name ties a form to it. */
static void a_name_that_no_workbook_holds_is_named(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture,
                    "UPDATE unit SET name = '示例' || char(65534) || '局' WHERE unit_id = 2;\n"
                    "INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)\n"
                    "VALUES (1, '2022Q1', 1, 2, '2022-03-31');\n");
    assert_int_equal(export(state, &in_march), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "单位名称中有工作簿不能保存的字符"));
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "示例"));
    assert_non_null(strstr(tz_ledger_hint(fixture->ledger), "unit rename"));
    assert_int_equal(written.forms, 0);
    tz_ledger_set_language(fixture->ledger, TZ_EN);
    assert_int_equal(export(state, &in_march), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "not written"));
    assert_false(has_file(state, "市城管局.xlsx"));
    assert_int_equal(access(fixture_path(fixture, "forms"), F_OK), -1);
}

/* Another file of them has its name already: none of the others is there. */
static void all_forms_appear_or_none(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO request (plan_id, quarter, task_id, unit_id, asked_on)\n"
                             "VALUES (1, '2022Q1', 1, 2, '2022-03-31');\n");
    assert_int_equal(export(state, &in_march), TZ_OK);
    assert_int_equal(written.forms, 2);
    remove_file(state, "市城管局.xlsx");
    assert_int_equal(export(state, &in_march), TZ_REFUSED);
    assert_false(has_file(state, "市城管局.xlsx"));
    assert_true(has_file(state, "市财政局.xlsx"));
    remove_file(state, "市财政局.xlsx");
    assert_int_equal(rmdir(fixture_path(fixture, "forms")), 0); /* nothing else is left in it */
}

/* ---- import */

static const char *make_form(void **state, const char *rows)
{
    const ledger_fixture *fixture = *state;
    const char *path = fixture_path(fixture, "form.xlsx");
    form_write(fixture->ledger, rows, path);
    return path;
}

static tz_status import(void **state, const char *rows)
{
    const ledger_fixture *fixture = *state;
    const char *path = make_form(state, rows);
    return tz_form_import(fixture->ledger, path, &in_april, &result);
}

/* Style 1 shows a percent. */
static void a_row_is_an_entry(void **state)
{
    const ledger_fixture *fixture = *state;
    static const char rows[] = "<row>%k<c/><c s='1'><v>0.28999999999999998</v></c>"
                               "<c t='inlineStr'><is><t>按序时推进</t></is></c></row>";
    assert_int_equal(import(state, rows), TZ_OK);
    assert_int_equal(result.rows, 1);
    assert_int_equal(result.added, 1);
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT task_id || ' ' || quarter || ' ' || unit_id ||\n"
                                    "  ' ' || reported_on || ' ' || percent || ' ' || state\n"
                                    "FROM progress"),
                        "172 2022Q1 1 2022-04-06 29.0 on_schedule");
    assert_int_equal(import(state, rows), TZ_OK);
    assert_int_equal(result.unchanged, 1);
    assert_int_equal(result.added, 0);
    assert_int_equal(domain_count(fixture, "progress"), 1);
}

/* The form went out to the unit under its old name. */
static void a_renamed_unit_returns_under_its_new_name(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_succession rename = TZ_SUCCESSION_INIT;
    const char *path = make_form(state, "<row>%k<c/><c><v>45</v></c></row>");
    rename.predecessor = "市城管局";
    rename.successor = "市城市管理局";
    rename.from_day = "2022-04-01";
    assert_int_equal(tz_unit_rename(fixture->ledger, &rename), TZ_OK);
    assert_int_equal(tz_form_import(fixture->ledger, path, &in_april, &result), TZ_OK);
    assert_string_equal(
        fixture_ask(fixture, "SELECT u.name FROM progress JOIN unit AS u USING (unit_id)"),
        "市城市管理局");
}

static void a_row_with_nothing_in_it_is_empty(void **state)
{
    assert_int_equal(import(state, "<row>%k<c/><c t='str'><v>  </v></c></row><row/><row><c t='str'>"
                                   "<v>说明</v></c></row>"),
                     TZ_OK);
    assert_int_equal(result.rows, 1);
    assert_int_equal(result.empty, 1);
}

static void an_error_names_its_cell(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(import(state, "<row r='9'>%k<c/><c><v>1</v></c></row>"), TZ_REJECTED);
    assert_int_equal(last_note.kind, TZ_NOTE_ERROR);
    assert_int_equal(last_note.line, 0);
    assert_string_equal(last_cell, "S!C9");
    assert_string_equal(last_column, "完成百分比");
    assert_string_equal(last_text, "1：不知是 1% 还是 100%；请带百分号填写");
    assert_int_equal(result.errors, 1);
    assert_int_equal(result.added, 0);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "1 处错误，未导入任何一行"));
}

/* Also where an earlier row of it was good. */
static void a_form_with_an_error_changes_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(import(state, "<row>%k<c/><c><v>45</v></c></row><row>%k<c/><c><v>46</v></c>"
                                   "</row>"),
                     TZ_REJECTED);
    assert_string_equal(last_cell, "S!B6");
    assert_string_equal(last_text, "172：与S!B5重复：同一任务、季度和报送单位只能有一行");
    assert_int_equal(result.rows, 2);
    assert_int_equal(result.added, 0);
    assert_int_equal(domain_count(fixture, "progress"), 0);
}

static void what_cannot_be_read_has_its_status(void **state)
{
    const ledger_fixture *fixture = *state;
    tz_ledger *ledger = fixture->ledger;
    const char *path = make_form(state, "");
    assert_int_equal(tz_form_import(ledger, path, &on_no_day, &result), TZ_MALFORMED);
    assert_int_equal(tz_form_import(ledger, path, &of_no_quarter, &result), TZ_MALFORMED);
    assert_int_equal(tz_form_import(ledger, path, &before_all, &result), TZ_NOT_FOUND);
    assert_non_null(strstr(tz_ledger_error(ledger), "到2022-03-01还没有开启调度"));
    assert_int_equal(tz_form_import(ledger, "/nowhere/form.xlsx", &in_april, &result),
                     TZ_NOT_FOUND);
    assert_int_equal(tz_form_import(ledger, fixture->folder, &in_april, &result), TZ_REJECTED);
    assert_int_equal(tz_form_import(ledger, fixture->path, &in_april, &result), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(ledger), "不是 .xlsx 工作簿"));
}

static void a_trial_writes_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    const char *path = make_form(state, "<row>%k<c/><c><v>45</v></c></row>");
    assert_int_equal(tz_form_import(fixture->ledger, path, &tried, &result), TZ_OK);
    assert_int_equal(result.added, 1);
    assert_int_equal(domain_count(fixture, "progress"), 0);
    assert_int_equal(tz_form_import(fixture->ledger, path, &in_april, &result), TZ_OK);
    assert_int_equal(domain_count(fixture, "progress"), 1);
}

/* What another writes meanwhile isn't waited for by a file that can't be read, or has rows without
 * end. */
static void a_bad_file_takes_no_lock(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *other;
    const char *path = make_form(state, "<row>%k<c/><c><v>45</v></c></row>");
    assert_int_equal(sqlite3_open(fixture->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(tz_form_import(fixture->ledger, path, &in_april, &result), TZ_BUSY);
    assert_int_equal(tz_form_import(fixture->ledger, fixture->path, &in_april, &result),
                     TZ_REJECTED);
    assert_int_equal(import(state, "<row>%k<c/><c><v>45</v></c></row><row>"), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "的内容不合 .xlsx 格式"));
    tz_buffer rows = {0}; /* 4 entries are asked for, and 1000 more are let pass */
    for (int i = 0; i < 1005; i++)
        tz_buffer_add_text(&rows, "<row>%k</row>");
    assert_int_equal(import(state, rows.bytes), TZ_REJECTED);
    assert_non_null(strstr(tz_ledger_error(fixture->ledger), "的行太多：2022Q1共 4 项应报事项"));
    tz_buffer_free(&rows);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

/* Within a write of the caller's own it is part of that one. */
static void a_write_of_the_caller_is_rolled_back(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_write_begin(fixture->ledger, "示例"), TZ_OK);
    assert_int_equal(import(state, "<row>%k<c/><c><v>45</v></c></row>"), TZ_OK);
    assert_int_equal(result.added, 1);
    tz_write_rollback(fixture->ledger);
    assert_int_equal(domain_count(fixture, "progress"), 0);
}

int main(void)
{
#define FORM_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        FORM_TEST(a_form_has_a_keyed_row_for_each_task),
        FORM_TEST(a_form_is_not_overwritten_unless_told),
        FORM_TEST(names_are_such_as_windows_takes),
        FORM_TEST(what_cannot_be_exported_leaves_nothing),
        FORM_TEST(a_name_that_no_workbook_holds_is_named),
        FORM_TEST(all_forms_appear_or_none),
        FORM_TEST(a_row_is_an_entry),
        FORM_TEST(a_renamed_unit_returns_under_its_new_name),
        FORM_TEST(a_row_with_nothing_in_it_is_empty),
        FORM_TEST(an_error_names_its_cell),
        FORM_TEST(a_form_with_an_error_changes_nothing),
        FORM_TEST(what_cannot_be_read_has_its_status),
        FORM_TEST(a_trial_writes_nothing),
        FORM_TEST(a_bad_file_takes_no_lock),
        FORM_TEST(a_write_of_the_caller_is_rolled_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
