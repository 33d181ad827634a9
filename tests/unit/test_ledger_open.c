/* Opening, creating and copying a ledger: what is a ledger, what isn't, and that nothing is lost.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "ledger_fixture.h"
#include "migrate.h"

static void assert_error(const ledger_fixture *fixture, const char *part)
{
    if (!strstr(tz_ledger_error(fixture->ledger), part))
        fail_msg("\"%s\" lacks \"%s\"", tz_ledger_error(fixture->ledger), part);
}

/* Opens `name` in both modes: the same status, a message that names the file, and no byte of it
 * changed. */
static void assert_refused(const ledger_fixture *fixture, const char *name, tz_status status,
                           const char *part)
{
    struct stat before, after;
    const char *path = fixture_path(fixture, name);
    int files = fixture_file_count(fixture);
    int is_there = stat(path, &before) == 0;
    for (int mode = TZ_READ_ONLY; mode <= TZ_READ_WRITE; mode++) {
        assert_int_equal(tz_ledger_open(fixture->ledger, path, (tz_open_mode)mode), status);
        assert_error(fixture, path);
        assert_error(fixture, part);
        assert_null(fixture->ledger->database);
    }
    assert_int_equal(fixture_file_count(fixture), files);
    if (!is_there)
        return;
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(after.st_size, before.st_size);
    assert_memory_equal(&after.st_mtim, &before.st_mtim, sizeof after.st_mtim);
}

static void makes_a_database(const char *path, const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void missing_file_is_not_created(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_refused(fixture, "none.db", TZ_NOT_FOUND, "no such ledger");
    assert_int_equal(fixture_file_count(fixture), 0);
}

static void other_files_are_not_ledgers(void **state)
{
    const ledger_fixture *fixture = *state;
    char text[5000];
    memset(text, 'x', sizeof text);
    fixture_write_file(fixture_path(fixture, "empty.db"), "", 0);
    assert_refused(fixture, "empty.db", TZ_IO, "not a ledger");
    fixture_write_file(fixture_path(fixture, "short.db"), "hello\n", 6);
    assert_refused(fixture, "short.db", TZ_IO, "not a ledger");
    fixture_write_file(fixture_path(fixture, "text.db"), text, sizeof text);
    assert_refused(fixture, "text.db", TZ_IO, "not a ledger");
    makes_a_database(fixture_path(fixture, "other.db"), "CREATE TABLE t(x)");
    assert_refused(fixture, "other.db", TZ_IO, "not a ledger");
    assert_int_equal(mkdir(fixture_path(fixture, "folder.db"), 0700), 0);
    assert_refused(fixture, "folder.db", TZ_IO, "not a file");
    assert_refused(fixture, "short.db/x", TZ_NOT_FOUND, "no such ledger");
}

static void an_unreadable_folder_is_io(void **state)
{
    const ledger_fixture *fixture = *state;
    char name[300];
    memset(name, 'n', sizeof name); /* longer than a name may be: ENAMETOOLONG, whoever asks */
    name[sizeof name - 1] = '\0';
    assert_refused(fixture, name, TZ_IO, "can't be opened");
}

static void newer_version_names_both(void **state)
{
    const ledger_fixture *fixture = *state;
    makes_a_database(fixture->path, "PRAGMA application_id = 0x545A4C47; PRAGMA user_version = 7;"
                                    "CREATE TABLE t(x)");
    assert_refused(fixture, "ledger.db", TZ_REFUSED, "version 7");
    assert_error(fixture, "up to 1");
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
    assert_int_equal(tz_ledger_open(fixture->ledger, fixture->path, TZ_READ_ONLY), TZ_REFUSED);
    assert_error(fixture, "新版本 7，本程序只到 1");
}

static void no_version_is_damaged(void **state)
{
    const ledger_fixture *fixture = *state;
    makes_a_database(fixture->path, "PRAGMA application_id = 0x545A4C47; CREATE TABLE t(x)");
    assert_refused(fixture, "ledger.db", TZ_IO, "damaged");
}

static void truncated_ledger_is_damaged(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_ledger_create(fixture->ledger, fixture->path, TZ_SEED_EMPTY), TZ_OK);
    struct stat file;
    assert_int_equal(stat(fixture->path, &file), 0);
    assert_int_equal(truncate(fixture->path, file.st_size / 2), 0);
    assert_refused(fixture, "ledger.db", TZ_IO, "damaged");
}

static void created_ledger_is_settled(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_ledger_create(fixture->ledger, fixture->path, TZ_SEED_EMPTY), TZ_OK);
    assert_int_equal(fixture_file_count(fixture), 1);
    assert_string_equal(fixture_ask(fixture, "PRAGMA application_id"), "1415203911");
    assert_string_equal(fixture_ask(fixture, "PRAGMA user_version"), "1");
    /* 2020 to 2040: 21 years, of which 2020, 2024, 2028, 2032, 2036, 2040 are leap years */
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) FROM calendar"), "7671");
    sqlite3_stmt *pragma;
    bool has_row;
    static const char *const settings[][2] = {
        {"PRAGMA foreign_keys", "1"},     {"PRAGMA trusted_schema", "0"},
        {"PRAGMA synchronous", "3"},      {"PRAGMA journal_mode", "delete"},
        {"PRAGMA busy_timeout", "10000"}, {"PRAGMA cell_size_check", "1"},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        assert_int_equal(tz_prepare(fixture->ledger, settings[i][0], &pragma), TZ_OK);
        assert_int_equal(tz_step(fixture->ledger, pragma, &has_row), TZ_OK);
        assert_string_equal(tz_column_text(pragma, 0), settings[i][1]);
    }
}

static void create_overwrites_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_write_file(fixture->path, "mine", 4);
    assert_int_equal(tz_ledger_create(fixture->ledger, fixture->path, TZ_SEED_EMPTY), TZ_REFUSED);
    assert_error(fixture, "exists");
    struct stat file;
    assert_int_equal(stat(fixture->path, &file), 0);
    assert_int_equal(file.st_size, 4);
    assert_int_equal(symlink("nowhere", fixture_path(fixture, "link.db")), 0);
    assert_int_equal(
        tz_ledger_create(fixture->ledger, fixture_path(fixture, "link.db"), TZ_SEED_EMPTY),
        TZ_REFUSED);
    assert_int_equal(fixture_file_count(fixture), 2);
}

static void create_without_folder_is_io(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(
        tz_ledger_create(fixture->ledger, fixture_path(fixture, "no/ledger.db"), TZ_SEED_EMPTY),
        TZ_IO);
    assert_error(fixture, "No such file or directory");
    assert_int_equal(fixture_file_count(fixture), 0);
}

static void a_name_like_a_uri_is_a_name(void **state)
{
    const ledger_fixture *fixture = *state;
    char here[400];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(fixture->folder), 0);
    assert_int_equal(tz_ledger_create(fixture->ledger, "file:a.db?mode=memory", TZ_SEED_EMPTY),
                     TZ_OK);
    assert_int_equal(access("file:a.db?mode=memory", F_OK), 0);
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) FROM task"), "0");
    assert_int_equal(chdir(here), 0);
}

static void backup_copies_and_overwrites_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "UPDATE setting SET value = 12 WHERE name = 'yellow_lag'");
    const char *copy = fixture_path(fixture, "copy.db");
    assert_int_equal(tz_ledger_backup(fixture->ledger, copy), TZ_OK);
    assert_int_equal(fixture_file_count(fixture), 2);
    assert_int_equal(tz_ledger_backup(fixture->ledger, copy), TZ_REFUSED);
    assert_int_equal(tz_ledger_backup(fixture->ledger, fixture->path), TZ_REFUSED);
    assert_int_equal(tz_ledger_open(fixture->ledger, copy, TZ_READ_ONLY), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT value FROM setting WHERE name = 'yellow_lag'"),
                        "12.0");
}

static void cut_off_write_is_rolled_back_at_open(void **state)
{
    const ledger_fixture *fixture = *state;
    pid_t child = fork();
    if (child == 0) { /* writes pages to the file, and dies before the commit */
        fixture_execute(fixture, "CREATE TABLE bulk(x)");
        tz_write_begin(fixture->ledger, "test");
        tz_execute(fixture->ledger,
                   "PRAGMA cache_size = 5;"
                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                   " WHERE i < 2000) INSERT INTO bulk SELECT hex(zeroblob(200)) FROM n");
        _exit(0);
    }
    int ended;
    assert_int_equal(waitpid(child, &ended, 0), child);
    assert_int_equal(access(fixture_path(fixture, "ledger.db-journal"), F_OK), 0);
    assert_int_equal(tz_ledger_open(fixture->ledger, fixture->path, TZ_READ_ONLY), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) FROM bulk"), "0");
    assert_int_equal(fixture_file_count(fixture), 1);
}

static const struct tz_embedded steps[] = {
    {"2", "CREATE TABLE note (note_id INTEGER NOT NULL PRIMARY KEY);"},
    {"3", "ALTER TABLE note ADD COLUMN text TEXT;"},
};

static void migration_keeps_a_copy(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_migrate(fixture->ledger, steps, 2), TZ_OK);
    assert_string_equal(fixture_ask(fixture, "PRAGMA user_version"), "3");
    assert_string_equal(fixture_ask(fixture, "SELECT count(text) FROM note"), "0");
    assert_int_equal(fixture_file_count(fixture), 2);
    assert_int_equal(tz_migrate(fixture->ledger, steps, 2), TZ_OK); /* nothing left to do */
    assert_int_equal(fixture_file_count(fixture), 2);
}

static void failing_migration_changes_nothing(void **state)
{
    const ledger_fixture *fixture = *state;
    struct tz_embedded broken[] = {steps[0], {"3", "ALTER TABLE none ADD COLUMN x;"}};
    assert_int_equal(tz_migrate(fixture->ledger, broken, 2), TZ_REJECTED);
    assert_error(fixture, "no such table: none");
    assert_string_equal(fixture_ask(fixture, "PRAGMA user_version"), "1");
    assert_string_equal(
        fixture_ask(fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'note'"), "0");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)
#define IN_LEDGER(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(missing_file_is_not_created),
        IN_FOLDER(other_files_are_not_ledgers),
        IN_FOLDER(an_unreadable_folder_is_io),
        IN_FOLDER(newer_version_names_both),
        IN_FOLDER(no_version_is_damaged),
        IN_FOLDER(truncated_ledger_is_damaged),
        IN_FOLDER(created_ledger_is_settled),
        IN_FOLDER(create_overwrites_nothing),
        IN_FOLDER(create_without_folder_is_io),
        IN_FOLDER(a_name_like_a_uri_is_a_name),
        IN_LEDGER(backup_copies_and_overwrites_nothing),
        IN_LEDGER(cut_off_write_is_rolled_back_at_open),
        IN_LEDGER(migration_keeps_a_copy),
        IN_LEDGER(failing_migration_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
