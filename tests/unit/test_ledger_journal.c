/* The journal: a row per write, with who, what and the changes, chained by hashes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "connection.h"
#include "embedded.h"
#include "journal.h"
#include "ledger_fixture.h"

static const char last_row[] =
    "SELECT journal_id || ' ' || kind || ' ' || actor || ' ' || command FROM journal"
    " ORDER BY journal_id DESC LIMIT 1";
static const char row_count[] = "SELECT count(*) FROM journal";

/* What a row's changeset says, a line per change: "UPDATE setting yellow_lag: 10.0 → 11.0". */
static void describe_value(tz_buffer *text, sqlite3_value *value)
{
    if (value)
        tz_buffer_format(text, " %s",
                         sqlite3_value_type(value) == SQLITE_NULL
                             ? "NULL"
                             : (const char *)sqlite3_value_text(value));
    else
        tz_buffer_add_text(text, " _");
}

static const char *changes_of(const ledger_fixture *fixture, int64_t journal_id)
{
    static char said[4000];
    tz_buffer text = {0};
    tz_changeset_reader reader;
    sqlite3_changeset_iter *change;
    assert_int_equal(tz_changeset_open(fixture->ledger->database, "main", journal_id, &reader),
                     SQLITE_OK);
    assert_int_equal(sqlite3changeset_start_strm(&change, tz_changeset_input, &reader), SQLITE_OK);
    while (sqlite3changeset_next(change) == SQLITE_ROW) {
        const char *table;
        int columns, operation;
        sqlite3changeset_op(change, &table, &columns, &operation, NULL);
        tz_buffer_format(&text, "%s%s %s", text.size > 0 ? "\n" : "",
                         operation == SQLITE_INSERT   ? "+"
                         : operation == SQLITE_DELETE ? "-"
                                                      : "~",
                         table);
        for (int side = 0; side < 2; side++)
            for (int i = 0; i < columns; i++) {
                sqlite3_value *value = NULL;
                if (side == 0 && operation != SQLITE_INSERT)
                    sqlite3changeset_old(change, i, &value);
                if (side == 1 && operation != SQLITE_DELETE)
                    sqlite3changeset_new(change, i, &value);
                if ((side == 0) != (operation == SQLITE_INSERT) || operation == SQLITE_UPDATE)
                    describe_value(&text, value);
            }
    }
    assert_int_equal(sqlite3changeset_finalize(change), SQLITE_OK);
    tz_changeset_close(&reader);
    snprintf(said, sizeof said, "%s", tz_buffer_text(&text));
    tz_buffer_free(&text);
    return said;
}

/* By the definition in journal.h and Python's hashlib.blake2b(digest_size=32). */
static void hash_is_the_documented_one(void **state)
{
    static const char expected[] =
        "a74fef4385e2f062e9e14b01138e19df8bbf767e99b9935e020a2e16697b22ea";
    const tz_hashed_text texts[TZ_HASHED_TEXTS] = {
        {"change", 6}, {"2022-04-06T09:30:00+08:00", 25}, {"督查科", 9}, {"progress add", 12}};
    const unsigned char zeros[TZ_HASH_SIZE] = {0};
    unsigned char bytes[TZ_HASH_SIZE];
    char hex[2 * TZ_HASH_SIZE + 1];
    tz_journal_hash hash;
    (void)state;
    tz_journal_hash_start(&hash, zeros, 1, texts, 3);
    tz_journal_hash_add(&hash, "a", 1);
    tz_journal_hash_add(&hash, "", 0);
    tz_journal_hash_add(&hash, "bc", 2);
    tz_journal_hash_end(&hash, bytes);
    assert_string_equal(sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes), expected);
}

static void new_ledger_begins_with_a_snapshot(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_string_equal(fixture_ask(fixture, last_row), "1 snapshot  init");
    assert_string_equal(fixture_ask(fixture, "SELECT hex(previous_hash) FROM journal"),
                        "0000000000000000000000000000000000000000000000000000000000000000");
    assert_string_equal(fixture_ask(fixture, "SELECT written_at GLOB '20[0-9][0-9]-[01][0-9]-"
                                             "[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]"
                                             "[+-][0-9][0-9]:[0-9][0-9]' FROM journal"),
                        "1");
}

static void a_write_is_one_row(void **state)
{
    const ledger_fixture *fixture = *state;
    assert_int_equal(tz_ledger_set_actor(fixture->ledger, "督查科"), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "示例：设置"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger,
                                "UPDATE setting SET value = 11 WHERE name = 'yellow_lag';"
                                "INSERT INTO leader (leader_id, name) VALUES (7, '示例');"
                                "UPDATE leader SET name = '示例二' WHERE leader_id = 7"),
                     TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
    assert_string_equal(fixture_ask(fixture, last_row), "2 change 督查科 示例：设置");
    assert_string_equal(changes_of(fixture, 2),
                        "~ setting yellow_lag 10.0 _ 11.0\n+ leader 7 示例二 0");
    assert_string_equal(fixture_ask(fixture, "SELECT b.previous_hash = a.hash FROM journal AS a"
                                             " JOIN journal AS b ON b.journal_id = 2"
                                             " WHERE a.journal_id = 1"),
                        "1");
}

static void what_changes_nothing_is_no_row(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "UPDATE setting SET value = 10 WHERE name = 'yellow_lag'");
    fixture_execute(fixture, "UPDATE setting SET value = 11 WHERE name = 'yellow_lag';"
                             "UPDATE setting SET value = 10 WHERE name = 'yellow_lag';"
                             "INSERT INTO leader (leader_id, name) VALUES (7, '示例');"
                             "DELETE FROM leader WHERE leader_id = 7");
    assert_string_equal(fixture_ask(fixture, row_count), "1");
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger, "UPDATE setting SET value = 12"), TZ_OK);
    tz_write_rollback(fixture->ledger);
    assert_string_equal(fixture_ask(fixture, row_count), "1");
}

/* What a savepoint took back isn't recorded, whatever was done with the same rows around it. */
static void savepoints_are_recorded_as_they_end(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO leader (leader_id, name) VALUES (1, '甲'), (2, '乙')");
    fixture_execute(fixture, "SAVEPOINT a;"
                             "INSERT INTO leader (leader_id, name) VALUES (3, '丙');"
                             "UPDATE leader SET name = '丁' WHERE leader_id = 1;"
                             "DELETE FROM leader WHERE leader_id = 2;"
                             "ROLLBACK TO a; RELEASE a;"
                             "UPDATE leader SET is_collective = 1 WHERE leader_id = 2;"
                             "INSERT INTO leader (leader_id, name) VALUES (3, '戊')");
    assert_string_equal(changes_of(fixture, 3), "~ leader 2 _ 0 _ _ 1\n+ leader 3 戊 0");
}

/* A unit's names are permuted within one write. */
static void permutation_of_unique_values_is_recorded(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture, "INSERT INTO leader (leader_id, name) VALUES (1, '甲'), (2, '乙')");
    fixture_execute(fixture, "UPDATE leader SET name = '丙' WHERE leader_id = 1;"
                             "UPDATE leader SET name = '甲' WHERE leader_id = 2;"
                             "UPDATE leader SET name = '乙' WHERE leader_id = 1");
    assert_string_equal(changes_of(fixture, 3), "~ leader 1 甲 _ _ 乙 _\n~ leader 2 乙 _ _ 甲 _");
}

/* More than is kept in memory: it is written in pieces, and hashes the same. */
static void large_changes_are_written_in_pieces(void **state)
{
    const ledger_fixture *fixture = *state;
    fixture_execute(fixture,
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
                    " INSERT INTO unit (unit_id, name, kind)"
                    " SELECT i, i || hex(zeroblob(80000)), 'other' FROM n");
    assert_string_equal(fixture_ask(fixture, "SELECT length(changeset) > 30 * 160000 FROM journal"
                                             " WHERE journal_id = 2"),
                        "1");
    sqlite3_stmt *row;
    assert_int_equal(sqlite3_prepare_v2(fixture->ledger->database,
                                        "SELECT previous_hash, written_at, changeset, hash"
                                        " FROM journal WHERE journal_id = 2",
                                        -1, &row, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    const tz_hashed_text texts[TZ_HASHED_TEXTS] = {
        {"change", 6}, {sqlite3_column_text(row, 1), 25}, {"", 0}, {"test", 4}};
    tz_journal_hash hash;
    unsigned char bytes[TZ_HASH_SIZE];
    size_t size = (size_t)sqlite3_column_bytes(row, 2);
    tz_journal_hash_start(&hash, sqlite3_column_blob(row, 0), 2, texts, size);
    tz_journal_hash_add(&hash, sqlite3_column_blob(row, 2), size);
    tz_journal_hash_end(&hash, bytes);
    assert_memory_equal(bytes, sqlite3_column_blob(row, 3), TZ_HASH_SIZE);
    sqlite3_finalize(row);
}

/* As the sqlite3 shell makes one from the model's files. */
static void make_by_hand(const char *path)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    for (size_t i = 0; i < tz_model_files_count; i++)
        assert_int_equal(sqlite3_exec(database, tz_model_files[i].text, NULL, NULL, NULL),
                         SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void file_without_journal_gets_its_snapshot_first(void **state)
{
    const ledger_fixture *fixture = *state;
    const char *path = fixture_path(fixture, "loaded.db");
    make_by_hand(path);
    assert_int_equal(tz_ledger_open(fixture->ledger, path, TZ_READ_WRITE), TZ_OK);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    tz_write_rollback(fixture->ledger);
    assert_string_equal(fixture_ask(fixture, row_count), "0");
    fixture_execute(fixture, "UPDATE setting SET value = 11 WHERE name = 'yellow_lag'");
    assert_string_equal(fixture_ask(fixture, "SELECT group_concat(kind) FROM journal"),
                        "snapshot,change");
    fixture_execute(fixture, "UPDATE setting SET value = 12 WHERE name = 'yellow_lag'");
    assert_string_equal(fixture_ask(fixture, row_count), "3");
}

/* Applied to the empty tables the snapshot gives the very rows, and the session extension finds no
 * difference. */
static void snapshot_gives_the_tables_again(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *other;
    tz_changeset_reader reader;
    make_by_hand(fixture_path(fixture, "other.db"));
    assert_int_equal(sqlite3_open(fixture_path(fixture, "other.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other,
                                  "DELETE FROM calendar; DELETE FROM setting;"
                                  "DELETE FROM dictionary; DELETE FROM word",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(tz_changeset_open(fixture->ledger->database, "main", 1, &reader), SQLITE_OK);
    assert_int_equal(sqlite3changeset_apply_v2_strm(other, tz_changeset_input, &reader, NULL, NULL,
                                                    NULL, NULL, NULL, 0),
                     SQLITE_OK);
    tz_changeset_close(&reader);
    char *attach = sqlite3_mprintf("ATTACH %Q AS made", fixture->path);
    assert_int_equal(sqlite3_exec(other, attach, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_free(attach);
    sqlite3_session *session;
    assert_int_equal(sqlite3session_create(other, "main", &session), SQLITE_OK);
    assert_int_equal(sqlite3session_attach(session, NULL), SQLITE_OK);
    static const char *const tables[] = {"calendar", "setting", "dictionary", "word", "task"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_int_equal(sqlite3session_diff(session, "made", tables[i], NULL), SQLITE_OK);
    assert_true(sqlite3session_isempty(session));
    /* and would find one */
    assert_int_equal(
        sqlite3_exec(other, "DELETE FROM setting WHERE name = 'red_lag'", NULL, NULL, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3session_diff(session, "made", "setting", NULL), SQLITE_OK);
    assert_false(sqlite3session_isempty(session));
    sqlite3session_delete(session);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

static void rows_are_not_edited_by_mistake(void **state)
{
    const ledger_fixture *fixture = *state;
    static const char *const attempts[] = {
        "UPDATE journal SET actor = '示例'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
    };
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
        assert_int_equal(tz_execute(fixture->ledger, attempts[i]), TZ_REJECTED);
        assert_non_null(strstr(tz_ledger_error(fixture->ledger), "journal"));
        tz_write_rollback(fixture->ledger);
    }
}

static void damaged_head_stops_a_write(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *shell;
    assert_int_equal(sqlite3_open(fixture->path, &shell), SQLITE_OK);
    assert_int_equal(sqlite3_exec(shell,
                                  "PRAGMA ignore_check_constraints = ON;"
                                  "DROP TRIGGER journal_is_never_edited;"
                                  "UPDATE journal SET hash = x'00'",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(shell);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_IO);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "journal row 1 is damaged: its hash isn't of 32 bytes");
}

/* Memory, a lock, the disk: verify has not found anything where they fail. */
static void failures_are_no_damage(void **state)
{
    static const int failures[] = {SQLITE_OK,         SQLITE_NOMEM, SQLITE_IOERR_NOMEM,
                                   SQLITE_IOERR_READ, SQLITE_BUSY,  SQLITE_BUSY_SNAPSHOT,
                                   SQLITE_LOCKED,     SQLITE_FULL,  SQLITE_INTERRUPT};
    static const int damages[] = {SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_ERROR, SQLITE_NOTADB,
                                  SQLITE_CONSTRAINT_CHECK};
    (void)state;
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        assert_false(tz_is_damage(failures[i]));
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++)
        assert_true(tz_is_damage(damages[i]));
}

static void a_row_is_sound_damaged_or_not_there(void **state)
{
    const ledger_fixture *fixture = *state;
    sqlite3 *connection = fixture->ledger->database;
    bool is_sound;
    fixture_execute(fixture, "UPDATE setting SET value = 11 WHERE name = 'yellow_lag'");
    assert_int_equal(tz_journal_is_sound(connection, "main", 2, &is_sound), SQLITE_OK);
    assert_true(is_sound);
    assert_int_equal(tz_journal_is_sound(connection, "main", 3, &is_sound), SQLITE_OK);
    assert_false(is_sound);
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger, "DROP TRIGGER journal_is_never_edited;"
                                                 "UPDATE journal SET actor = '示例'"
                                                 " WHERE journal_id = 2"),
                     TZ_OK);
    assert_int_equal(tz_journal_is_sound(connection, "main", 2, &is_sound), SQLITE_OK);
    assert_false(is_sound);
    tz_write_rollback(fixture->ledger);
}

#define IN_LEDGER(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_set_up_open, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_is_the_documented_one),
        IN_LEDGER(new_ledger_begins_with_a_snapshot),
        IN_LEDGER(a_write_is_one_row),
        IN_LEDGER(what_changes_nothing_is_no_row),
        IN_LEDGER(savepoints_are_recorded_as_they_end),
        IN_LEDGER(permutation_of_unique_values_is_recorded),
        IN_LEDGER(large_changes_are_written_in_pieces),
        IN_LEDGER(file_without_journal_gets_its_snapshot_first),
        IN_LEDGER(snapshot_gives_the_tables_again),
        IN_LEDGER(rows_are_not_edited_by_mistake),
        IN_LEDGER(damaged_head_stops_a_write),
        cmocka_unit_test(failures_are_no_damage),
        IN_LEDGER(a_row_is_sound_damaged_or_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
