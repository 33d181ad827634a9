/* test_undo_sequences [COUNT [EVERY]]: random sequences of commands, each undone step by step, end
 * at the very tables they began with; every EVERY-th is verified at each step. The random numbers
 * are the same in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
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

static void run_sequence(const ledger_fixture *fixture, bool is_verified)
{
    unsigned char before[TZ_HASH_SIZE], after[TZ_HASH_SIZE];
    hash_tables(fixture, before);
    int64_t first = last_row(fixture) + 1;
    for (unsigned count = 1 + random_below(COMMANDS_MOST); count > 0; count--)
        run_random_command(fixture);
    if (is_verified)
        assert_verified(fixture);
    assert_string_equal(fixture_ask(fixture, "SELECT count(*) || coalesce(' ' || min(rule), '') "
                                             "FROM violation"),
                        "0");
    for (int64_t row = last_row(fixture); row >= first; row--) {
        undo_row(fixture, row);
        if (is_verified)
            assert_verified(fixture);
    }
    hash_tables(fixture, after);
    assert_memory_equal(before, after, TZ_HASH_SIZE);
}

static void sequences_are_undone(void **state)
{
    const ledger_fixture *fixture = *state;
    /* whether each is on the disk isn't the question here */
    assert_int_equal(tz_execute(fixture->ledger, "PRAGMA synchronous = OFF"), TZ_OK);
    fixture_execute(fixture, "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
                             "VALUES (2, 2023, '示例', '2023-01-01', '2023-12-31');\n"
                             "UPDATE unit SET is_collective = 1 WHERE unit_id = 3;\n"
                             "INSERT INTO task_unit VALUES (172, 3, 'responsible', 1, NULL)");
    int64_t first = last_row(fixture);
    for (long i = 0; i < sequence_count; i++)
        run_sequence(fixture, i % verified_every == 0);
    assert_true(last_row(fixture) - first > 4 * sequence_count); /* many commands did write */
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
