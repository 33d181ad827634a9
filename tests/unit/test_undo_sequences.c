/* test_undo_sequences [COUNT [EVERY]]: random sequences of commands, each undone step by step, end
 * at the very tables they began with; every EVERY-th is verified at each step. The random numbers
 * are the same in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"
#include "journal.h"
#include "random_commands.h"

enum { COMMANDS_MOST = 30 };

static long sequence_count = 100, verified_every = 50;
/* ---- the tables as one hash */

static int add_bytes(void *hash, const void *bytes, int size)
{
    crypto_generichash_update(hash, bytes, (unsigned long long)size);
    return SQLITE_OK;
}

static void hash_tables(const ledger_fixture *fixture, unsigned char hash[TZ_HASH_SIZE])
{
    crypto_generichash_state state;
    tz_changeset_source source = tz_snapshot_source(fixture->ledger->database);
    crypto_generichash_init(&state, NULL, 0, TZ_HASH_SIZE);
    assert_int_equal(source.give(source.context, add_bytes, &state), SQLITE_OK);
    crypto_generichash_final(&state, hash, TZ_HASH_SIZE);
}

static void assert_verified(const ledger_fixture *fixture)
{
    tz_verify_result verified;
    tz_rows *findings;
    bool has_row = false;
    assert_int_equal(tz_verify(fixture->ledger, NULL, &verified, &findings), TZ_OK);
    while (tz_rows_next(findings, &has_row) == TZ_OK && has_row)
        print_error("%s %s %s: %s\n", tz_rows_word(findings, 0), tz_rows_word(findings, 1),
                    tz_rows_word(findings, 2), tz_rows_word(findings, 6));
    tz_rows_close(findings);
    assert_int_equal(verified.findings, 0);
}

/* ---- one sequence */

static int64_t last_row(const ledger_fixture *fixture)
{
    unsigned char hash[TZ_HASH_SIZE];
    int64_t journal_id;
    assert_int_equal(tz_journal_head(fixture->ledger, &journal_id, hash), TZ_OK);
    return journal_id;
}

static void undo_row(const ledger_fixture *fixture, int64_t journal_id)
{
    tz_undo_options options = TZ_UNDO_OPTIONS_INIT;
    tz_undo_result result;
    tz_rows *changes;
    options.journal_id = journal_id;
    if (tz_undo(fixture->ledger, &options, &result, &changes) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    tz_rows_close(changes);
}

/* How many rows the commands wrote. */
static int64_t run_commands(const ledger_fixture *fixture)
{
    const int64_t first = last_row(fixture);
    for (unsigned count = 1 + random_below(COMMANDS_MOST); count > 0; count--)
        run_random_command(fixture);
    return last_row(fixture) - first;
}

static int64_t run_sequence(const ledger_fixture *fixture, bool is_verified)
{
    unsigned char before[TZ_HASH_SIZE], after[TZ_HASH_SIZE];
    hash_tables(fixture, before);
    const int64_t written = run_commands(fixture);
    if (is_verified)
        assert_verified(fixture);
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) || coalesce(' ' || min(rule), '') "
                                             "FROM violation"),
                        "0");
    const int64_t last = last_row(fixture);
    for (int64_t row = last; row > last - written; row--) {
        undo_row(fixture, row);
        if (is_verified)
            assert_verified(fixture);
    }
    hash_tables(fixture, after);
    assert_memory_equal(before, after, TZ_HASH_SIZE);
    return written;
}

/* ---- the ledger that each begins with: a file of its own, or the journal of all of them would be
 * verified at each step */

typedef struct first_ledger {
    char *bytes;
    size_t size;
} first_ledger;

/* A calendar of two years, in a snapshot of its own, which verify replays sooner than one of 21. */
static void shorten_calendar(const ledger_fixture *fixture)
{
    assert_int_equal(tz_write_begin_anew(fixture->ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(fixture->ledger,
                                "DELETE FROM calendar\n"
                                "WHERE day > '2020-01-01' AND day NOT GLOB '202[23]-*'"),
                     TZ_OK);
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
}

static void make_first_ledger(const ledger_fixture *fixture)
{
    fixture_execute(fixture, "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
                             "VALUES (2, 2023, '示例', '2023-01-01', '2023-12-31');\n"
                             "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                             "INSERT INTO task_unit VALUES (172, 3, 'responsible', 1, NULL)");
    shorten_calendar(fixture);
}

static first_ledger read_first_ledger(const ledger_fixture *fixture)
{
    first_ledger first = {0};
    FILE *file = fopen(fixture->path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    first.size = (size_t)ftell(file);
    rewind(file);
    first.bytes = malloc(first.size);
    assert_non_null(first.bytes);
    assert_int_equal(fread(first.bytes, 1, first.size, file), first.size);
    fclose(file);
    return first;
}

static void begin_anew(const ledger_fixture *fixture, const first_ledger *first)
{
    fixture_write_file(fixture->path, first->bytes, first->size);
    assert_int_equal(tz_ledger_open(fixture->ledger, fixture->path, TZ_READ_WRITE), TZ_OK);
    /* whether each is on the disk isn't the question here */
    assert_int_equal(tz_execute(fixture->ledger, "PRAGMA synchronous = OFF"), TZ_OK);
}

static void sequences_are_undone(void **state)
{
    const ledger_fixture *fixture = *state;
    int64_t written = 0;
    make_first_ledger(fixture);
    first_ledger first = read_first_ledger(fixture);
    for (long i = 0; i < sequence_count; i++) {
        begin_anew(fixture, &first);
        written += run_sequence(fixture, i % verified_every == 0);
    }
    free(first.bytes);
    assert_true(written > 2 * sequence_count); /* many commands did write */
    if (random_command_kinds_done() < random_command_kinds())
        fail_msg("never done: %s", random_commands_never_done());
    assert_verified(fixture);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sequences_are_undone, domain_set_up_round,
                                        domain_tear_down),
    };
    if (count > 1)
        sequence_count = strtol(arguments[1], NULL, 10);
    if (count > 2)
        verified_every = strtol(arguments[2], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
