#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "archive.h"
#include "domain_fixture.h"
#include "evidence_file.h"
#include "query.h"

enum { LARGE = 700000 }; /* several pieces, the last of them not full */

/* Task 1 has an entry of 2022Q1, is closed, and was pressed. */
static int set_up(void **state)
{
    domain_set_up_round(state);
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "1", entry.quarter = "2022Q1", entry.percent = "10";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    fixture_execute(fixture, "INSERT INTO action (action_id, unit_id, kind, issued_on)\n"
                             "VALUES (7, 1, 'press', '2022-05-01');\n"
                             "INSERT INTO closure (closure_id, task_id, closed_on, basis)\n"
                             "VALUES (3, 1, '2022-05-01', '示例')");
    return 0;
}

static tz_evidence of_entry(void)
{
    tz_evidence evidence = TZ_EVIDENCE_INIT;
    evidence.task = "1";
    evidence.quarter = "2022Q1";
    evidence.added_on = "2022-05-02";
    return evidence;
}

static const char *path_of(void **state, const char *name)
{
    static char paths[4][128];
    static int turn;
    char *path = paths[turn++ % 4];
    ledger_fixture *fixture = *state;
    snprintf(path, sizeof paths[0], "%s", fixture_path(fixture, name));
    return path;
}

static const char *make_file(void **state, const char *name, const char *bytes, size_t size)
{
    const char *path = path_of(state, name);
    fixture_write_file(path, bytes, size);
    return path;
}

/* Bytes that deflate well, or that do not. */
static char *make_bytes(size_t size, bool is_noise)
{
    char *bytes = malloc(size);
    uint32_t seed = 1;
    for (size_t i = 0; i < size; i++) {
        seed = seed * 1664525 + 1013904223;
        bytes[i] = (char)(is_noise ? seed >> 24 : i / 1000);
    }
    return bytes;
}

static void assert_file_is(const char *path, const char *bytes, size_t size)
{
    char *found = malloc(size + 1);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(found, 1, size + 1, file), size);
    assert_memory_equal(found, bytes, size);
    fclose(file);
    free(found);
}

static void assert_error_has(void **state, const char *words)
{
    ledger_fixture *fixture = *state;
    if (strstr(tz_ledger_error(fixture->ledger), words) == NULL)
        fail_msg("\"%s\" has no \"%s\"", tz_ledger_error(fixture->ledger), words);
}

/* The copies in their order, 1 for one that is kept as it is, 0 for one that is deflated. On the
 * ledger's own connection: that of tz_sql takes no value as long as these. */
static const char *kinds_of_copies(void **state)
{
    static char kinds[32];
    ledger_fixture *fixture = *state;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(tz_prepare(fixture->ledger,
                                "SELECT group_concat(length(data) = sz) FROM\n"
                                "(SELECT * FROM sqlar ORDER BY rowid)",
                                &statement),
                     TZ_OK);
    assert_int_equal(tz_query_text(fixture->ledger, statement, kinds, sizeof kinds), TZ_OK);
    return kinds;
}

/* ---- in and out */

static void assert_round_trip(void **state, const char *name, const char *bytes, size_t size)
{
    ledger_fixture *fixture = *state;
    int64_t id = 0;
    const char *written;
    char number[24];
    tz_evidence evidence = of_entry();
    assert_int_equal(
        tz_evidence_add(fixture->ledger, make_file(state, name, bytes, size), &evidence, &id),
        TZ_OK);
    snprintf(number, sizeof number, "%d", (int)id);
    const char *target = path_of(state, "out");
    assert_int_equal(tz_evidence_extract(fixture->ledger, number, target, &written), TZ_OK);
    assert_string_equal(written, target);
    assert_file_is(target, bytes, size);
    unlink(target);
}

static void a_file_comes_out_as_it_went_in(void **state)
{
    ledger_fixture *fixture = *state;
    char *noise = make_bytes(LARGE, true), *text = make_bytes(LARGE, false);
    size_t damaged = 9;
    assert_round_trip(state, "示例.txt", "示例", 6);
    assert_round_trip(state, "noise", noise, LARGE);
    assert_round_trip(state, "text", text, LARGE);
    /* the ends of the pieces, where the last is empty or full */
    assert_round_trip(state, "piece", noise, 256 * 1024);
    assert_round_trip(state, "pieces", text, 2 * 256 * 1024);
    /* deflated only where that is smaller */
    assert_string_equal(kinds_of_copies(state), "1,1,0,1,0");
    assert_int_equal(tz_evidence_check(fixture->ledger, &damaged), TZ_OK);
    assert_int_equal(damaged, 0);
    free(noise);
    free(text);
}

/* BLAKE2b-256 of "示例" by Python: hashlib.blake2b("示例".encode(), digest_size=32).hexdigest() */
static void the_row_tells_what_was_kept(void **state)
{
    ledger_fixture *fixture = *state;
    tz_evidence evidence = of_entry();
    const char *path = make_file(state, "示例.txt", "示例", 6);
    assert_int_equal(tz_ledger_set_actor(fixture->ledger, "督查科"), TZ_OK);
    assert_int_equal(tz_evidence_add(fixture->ledger, path, &evidence, NULL), TZ_OK);
    assert_string_equal(
        fixture_ask(
            fixture,
            "SELECT name || ' ' || archive_name || ' ' || size || ' ' || added_on || ' ' ||\n"
            "added_by || ' ' || lower(hex(hash)) FROM evidence"),
        "示例.txt 2022/1/2022Q1-1/示例.txt 6 2022-05-02 督查科 "
        "7d682feda20d8e253f1f7cb47b65492e52becaab78155dea6ddfa6723295c3fb");
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT (z.mode & 61440) || ' ' || (z.mtime > 1600000000)\n"
                                    "FROM sqlar AS z"),
                        "32768 1"); /* an ordinary file */
}

static void it_is_attached_to_one_thing(void **state)
{
    ledger_fixture *fixture = *state;
    const char *path = make_file(state, "a", "a", 1);
    tz_evidence evidence = of_entry();
    evidence.quarter = NULL;
    evidence.is_of_closure = true;
    assert_int_equal(tz_evidence_add(fixture->ledger, path, &evidence, NULL), TZ_OK);
    assert_int_equal(tz_evidence_add(fixture->ledger, path, &evidence, NULL), TZ_OK);
    evidence = (tz_evidence)TZ_EVIDENCE_INIT;
    evidence.action_id = 7;
    evidence.name = "b";
    assert_int_equal(tz_evidence_add(fixture->ledger, path, &evidence, NULL), TZ_OK);
    /* a second of the same name has a place of its own */
    assert_string_equal(fixture_ask(fixture,
                                    "SELECT group_concat(coalesce(closure_id, '') || '|' ||\n"
                                    "coalesce(action_id, '') || '|' || archive_name, ' ')\n"
                                    "FROM evidence"),
                        "3||2022/1/closure-3/a 3||2022/1/closure-3/2/a |7|action-7/b");
}

/* ---- what is refused */

static void assert_add_fails(void **state, const char *path, const tz_evidence *evidence,
                             tz_status status, const char *words)
{
    ledger_fixture *fixture = *state;
    int64_t id = 9;
    assert_int_equal(tz_evidence_add(fixture->ledger, path, evidence, &id), status);
    assert_int_equal(id, 0);
    assert_error_has(state, words);
    assert_int_equal(domain_count(fixture, "evidence"), 0);
    assert_int_equal(domain_count(fixture, "sqlar"), 0);
}

static void nothing_is_attached_to_nothing(void **state)
{
    const char *path = make_file(state, "a", "a", 1);
    tz_evidence evidence = TZ_EVIDENCE_INIT;
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "佐证材料须附于");
    evidence.task = "1";
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "佐证材料须附于");
    evidence.revision = 1;
    evidence.is_of_closure = true;
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "佐证材料须附于");
    evidence = of_entry();
    evidence.action_id = 7;
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "佐证材料须附于");
    evidence = of_entry();
    evidence.revision = 2;
    assert_add_fails(state, path, &evidence, TZ_NOT_FOUND, "没有第 2 版进展");
    evidence = of_entry();
    evidence.task = "172";
    assert_add_fails(state, path, &evidence, TZ_NOT_FOUND, "第172项 2022Q1：没有进展");
    evidence.quarter = NULL;
    evidence.is_of_closure = true;
    assert_add_fails(state, path, &evidence, TZ_NOT_FOUND, "第172项没有销号");
    evidence = (tz_evidence)TZ_EVIDENCE_INIT;
    evidence.action_id = 8;
    assert_add_fails(state, path, &evidence, TZ_NOT_FOUND, "没有编号为 8 的督查行动");
    evidence = of_entry();
    evidence.quarter = "2022Q5";
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "2022Q5");
    evidence = of_entry();
    evidence.added_on = "2022-02-30";
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "2022-02-30");
}

static void what_is_no_file_is_not_read(void **state)
{
    tz_evidence evidence = of_entry();
    const char *path = path_of(state, "thing");
    assert_add_fails(state, path, &evidence, TZ_NOT_FOUND, "找不到文件");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "不是普通文件");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "是文件夹");
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(symlink(make_file(state, "a", "a", 1), path), 0);
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "是符号链接");
    assert_int_equal(unlink(path), 0);
    assert_add_fails(state, "/dev/zero", &evidence, TZ_REJECTED, "不是普通文件");
    assert_add_fails(state, make_file(state, "empty", "", 0), &evidence, TZ_REJECTED, "是空文件");
}

static void a_name_that_leads_out_is_refused(void **state)
{
    static const char *const names[] = {"", ".", "..", "../a", "/a", "a\\b", "a\nb", "a\x7f"};
    const char *path = make_file(state, "a", "a", 1);
    tz_evidence evidence = of_entry();
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        evidence.name = names[i];
        assert_add_fails(state, path, &evidence, TZ_MALFORMED, "含路径、反斜杠或控制字符");
    }
    evidence.name = "\xff";
    assert_add_fails(state, path, &evidence, TZ_MALFORMED, "UTF-8");
    char long_name[300];
    memset(long_name, 'a', 201);
    long_name[201] = '\0';
    evidence.name = long_name;
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "文件名");
}

static void the_limit_is_told_before_the_file_is_read(void **state)
{
    ledger_fixture *fixture = *state;
    tz_evidence evidence = of_entry();
    const char *path = make_file(state, "big", "a", 1);
    assert_int_equal(truncate(path, (off_t)5 << 30), 0); /* 5 GB, which takes none of the disk */
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "有 5120.0 MiB，超过佐证材料上限 50 MiB");
    fixture_execute(fixture, "UPDATE setting SET value = 1 WHERE name = 'evidence_size_limit_mib'");
    assert_int_equal(truncate(path, (1 << 20) + 1), 0);
    assert_add_fails(state, path, &evidence, TZ_REJECTED, "超过佐证材料上限 1 MiB");
    assert_int_equal(truncate(path, 1 << 20), 0);
    assert_int_equal(tz_evidence_add(fixture->ledger, path, &evidence, NULL), TZ_OK);
}

/* ---- a file that changes between the two readings */

static void change_between(void **state, const char *before, const char *after)
{
    ledger_fixture *fixture = *state;
    tz_evidence_file file;
    tz_content content;
    const char *path = make_file(state, "a", before, strlen(before));
    assert_int_equal(tz_evidence_file_open(fixture->ledger, path, 1 << 20, &file), TZ_OK);
    assert_int_equal(tz_archive_measure(fixture->ledger, tz_evidence_file_read, &file, &content),
                     TZ_OK);
    fixture_write_file(path, after, strlen(after));
    char sql[128];
    snprintf(sql, sizeof sql, "INSERT INTO sqlar (name, data) VALUES ('a', zeroblob(%d))",
             (int)content.stored_size);
    fixture_execute(fixture, sql);
    assert_int_equal(tz_evidence_file_rewind(&file), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_archive_write(fixture->ledger, 1, tz_evidence_file_read, &file, &content),
                     TZ_REJECTED);
    tz_write_rollback(fixture->ledger);
    tz_evidence_file_close(&file);
    fixture_execute(fixture, "DELETE FROM sqlar");
}

static void a_file_that_changes_meanwhile_is_not_kept(void **state)
{
    change_between(state, "示例一", "示例二");
    assert_error_has(state, "读取时文件被改动");
    change_between(state, "示例一", "示例");
    assert_error_has(state, "读取时文件被改动");
    change_between(state, "示例", "示例，又写了一些");
    assert_error_has(state, "在读取时变大");
}

/* ---- what is refused on the way out */

static void keep_three(void **state)
{
    ledger_fixture *fixture = *state;
    char *text = make_bytes(LARGE, false);
    tz_evidence evidence = of_entry();
    assert_int_equal(
        tz_evidence_add(fixture->ledger, make_file(state, "a", "示例", 6), &evidence, NULL), TZ_OK);
    assert_int_equal(
        tz_evidence_add(fixture->ledger, make_file(state, "b", text, LARGE), &evidence, NULL),
        TZ_OK);
    assert_int_equal(
        tz_evidence_add(fixture->ledger, make_file(state, "a", "示例", 6), &evidence, NULL), TZ_OK);
    free(text);
}

static void assert_extract_fails(void **state, const char *which, const char *path,
                                 tz_status status, const char *words)
{
    ledger_fixture *fixture = *state;
    const char *written = "";
    int files = fixture_file_count(fixture);
    assert_int_equal(tz_evidence_extract(fixture->ledger, which, path, &written), status);
    assert_null(written);
    assert_error_has(state, words);
    assert_int_equal(fixture_file_count(fixture), files);
}

static void nothing_is_overwritten(void **state)
{
    ledger_fixture *fixture = *state;
    keep_three(state);
    const char *there = make_file(state, "there", "x", 1), *written;
    assert_extract_fails(state, "1", there, TZ_REFUSED, "已存在，不覆盖");
    assert_file_is(there, "x", 1);
    assert_extract_fails(state, "1", fixture->folder, TZ_REFUSED,
                         "已存在，不覆盖"); /* a is there */
    assert_int_equal(unlink(path_of(state, "b")), 0);
    assert_int_equal(tz_evidence_extract(fixture->ledger, "b", fixture->folder, &written), TZ_OK);
    /* a link to nowhere is something, too */
    const char *link = path_of(state, "link");
    assert_int_equal(symlink("/nowhere/at/all", link), 0);
    assert_extract_fails(state, "1", link, TZ_REFUSED, "已存在，不覆盖");
    assert_extract_fails(state, "1", "/nowhere/at/all", TZ_IO, "写不了文件");
    assert_extract_fails(state, "9", path_of(state, "new"), TZ_NOT_FOUND, "没有佐证材料“9”");
    assert_extract_fails(state, "a", path_of(state, "new"), TZ_REJECTED, "有多份材料名为“a”");
    assert_string_equal(tz_ledger_hint(fixture->ledger), "请用材料号：1 3");
}

static void a_name_from_elsewhere_leads_nowhere(void **state)
{
    ledger_fixture *fixture = *state;
    keep_three(state);
    fixture_execute(fixture,
                    "DROP TRIGGER evidence_is_never_edited; PRAGMA ignore_check_constraints = ON;\n"
                    "UPDATE evidence SET name = '../escaped' WHERE evidence_id = 1");
    assert_extract_fails(state, "1", fixture->folder, TZ_REFUSED, "会跳出文件夹");
}

static void a_damaged_copy_is_an_error(void **state)
{
    ledger_fixture *fixture = *state;
    size_t damaged = 0;
    static const char *const damages[] = {
        "UPDATE sqlar SET data = CAST('示列' AS BLOB) WHERE rowid = 1",
        "UPDATE sqlar SET sz = 7 WHERE rowid = 1",
        "UPDATE sqlar SET sz = -1, data = '/etc/passwd' WHERE rowid = 1",
        "UPDATE sqlar SET data = substr(data, 1, length(data) - 5) WHERE rowid = 2",
        "UPDATE sqlar SET data = data || x'00' WHERE rowid = 2",
        "UPDATE sqlar SET data = x'789c' || substr(data, 9) WHERE rowid = 2",
        "UPDATE sqlar SET data = x'' WHERE rowid = 2",
        "UPDATE sqlar SET data = NULL WHERE rowid = 2",
        "DELETE FROM sqlar WHERE rowid = 2",
    };
    keep_three(state);
    fixture_execute(fixture, "CREATE TEMP TABLE sound AS SELECT rowid AS number, * FROM sqlar");
    for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
        fixture_execute(fixture, damages[i]);
        const char *which = strstr(damages[i], "rowid = 1") ? "1" : "2";
        assert_extract_fails(state, which, path_of(state, "new"), TZ_IO, "存档");
        assert_int_equal(tz_evidence_check(fixture->ledger, &damaged), TZ_OK);
        assert_int_equal(damaged, 1);
        fixture_execute(fixture, "DELETE FROM sqlar;\n"
                                 "INSERT INTO sqlar (rowid, name, mode, mtime, sz, data)\n"
                                 "SELECT * FROM temp.sound");
    }
    assert_non_null(strstr(domain_notes(), "E:0::佐证材料 1（a）：存档内容已损坏"));
    assert_non_null(strstr(domain_notes(), "E:0::佐证材料 2（b）：存档中没有其内容"));
    assert_int_equal(tz_evidence_check(fixture->ledger, &damaged), TZ_OK);
    assert_int_equal(damaged, 0);
}

/* The undone row leaves its copy in the archive, and a redo finds it again; verify compares it. */
static void an_undone_file_comes_back(void **state)
{
    ledger_fixture *fixture = *state;
    tz_undo_result undone;
    tz_verify_result verified;
    tz_rows *rows;
    keep_three(state);
    assert_int_equal(tz_undo(fixture->ledger, NULL, &undone, &rows), TZ_OK);
    tz_rows_close(rows);
    assert_int_equal(domain_count(fixture, "evidence"), 2);
    assert_int_equal(tz_undo(fixture->ledger, NULL, &undone, &rows), TZ_OK);
    tz_rows_close(rows);
    assert_int_equal(domain_count(fixture, "evidence"), 3);
    assert_int_equal(tz_verify(fixture->ledger, NULL, &verified, &rows), TZ_OK);
    tz_rows_close(rows);
    assert_int_equal(verified.findings, 0);
    fixture_execute(fixture, "DELETE FROM sqlar WHERE rowid = 3");
    assert_int_equal(tz_verify(fixture->ledger, NULL, &verified, &rows), TZ_OK);
    tz_rows_close(rows);
    assert_int_equal(verified.findings, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_comes_out_as_it_went_in, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(the_row_tells_what_was_kept, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(it_is_attached_to_one_thing, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_attached_to_nothing, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_not_read, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(a_name_that_leads_out_is_refused, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(the_limit_is_told_before_the_file_is_read, set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_changes_meanwhile_is_not_kept, set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_overwritten, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(a_name_from_elsewhere_leads_nowhere, set_up,
                                        domain_tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_copy_is_an_error, set_up, domain_tear_down),
        cmocka_unit_test_setup_teardown(an_undone_file_comes_back, set_up, domain_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
