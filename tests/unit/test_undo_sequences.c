/* test_undo_sequences [COUNT]: random sequences of commands, each undone step by step, end at the
 * very tables they began with. The random numbers are the same in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "domain_fixture.h"
#include "journal.h"

enum { COMMANDS_MOST = 8, VERIFIED_EVERY = 50 };

static long sequence_count = 100;
static uint64_t random_state = 20220311;

/* xorshift: below `bound`. */
static unsigned random_below(unsigned bound)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state % bound);
}

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
    assert_int_equal(tz_verify(fixture->ledger, NULL, &verified, &findings), TZ_OK);
    tz_rows_close(findings);
    assert_int_equal(verified.findings, 0);
}

/* ---- the commands; one that is refused writes nothing, and that is fine too */

static const char *const tasks[] = {"1", "6(1)", "6(2)", "172"};

static void open_a_quarter(tz_ledger *ledger)
{
    static const char *const quarters[][2] = {{"2022Q1", "2022-03-31"}, {"2022Q2", "2022-06-30"}};
    tz_quarter_open_result opened;
    unsigned which = random_below(2);
    tz_quarter_open(ledger, quarters[which][0], quarters[which][1], true, &opened);
}

static void add_an_entry(tz_ledger *ledger)
{
    static const char *const states[] = {"behind", "on_schedule", "ahead", NULL};
    tz_progress entry = TZ_PROGRESS_INIT;
    char percent[8];
    snprintf(percent, sizeof percent, "%u", random_below(100));
    entry.task = tasks[random_below(4)];
    entry.quarter = random_below(2) ? "2022Q1" : "2022Q2";
    entry.percent = percent;
    entry.state = states[random_below(4)];
    entry.reported_on = "2022-07-06";
    entry.summary = "示例";
    tz_progress_add(ledger, &entry, NULL);
}

static void set_a_task(tz_ledger *ledger)
{
    static const char *const units[] = {"市城管局", "市城管局、市财政局", "市财政局、市城管局"};
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    char text[32];
    snprintf(text, sizeof text, "示例%u", random_below(1000));
    change.text = text;
    change.is_key = (int)random_below(3) - 1;
    change.lead_units = random_below(2) ? units[random_below(3)] : NULL;
    change.leaders = random_below(2) ? "成伟、马卫红" : NULL;
    tz_task_set(ledger, tasks[random_below(4)], &change);
}

static void add_a_task(tz_ledger *ledger)
{
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    char code[8];
    snprintf(code, sizeof code, "%u", 200 + random_below(1000));
    change.text = "示例任务";
    change.kind = "standing";
    change.lead_units = "市财政局";
    tz_task_add(ledger, code, &change, "2022-02-01");
}

/* A bulk of changes of every kind, as an import makes. */
static void change_many_rows(tz_ledger *ledger)
{
    if (tz_write_begin(ledger, "bulk") != TZ_OK)
        return;
    tz_status status =
        tz_execute(ledger, "UPDATE calendar SET holiday = '示例', is_workday = 0\n"
                           "WHERE day BETWEEN '2030-01-01' AND '2030-03-01';\n"
                           "DELETE FROM unit_alias;\n"
                           "INSERT INTO contact (unit_id, name) SELECT unit_id, '示例' FROM unit;\n"
                           "UPDATE setting SET value = value + 1");
    if (status == TZ_OK)
        tz_write_commit(ledger);
    else
        tz_write_rollback(ledger);
}

static void run_command(tz_ledger *ledger)
{
    static void (*const commands[])(tz_ledger *) = {
        open_a_quarter, add_an_entry, add_an_entry, add_an_entry,
        set_a_task,     add_a_task,   set_a_task,   change_many_rows,
    };
    commands[random_below(8)](ledger);
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
        run_command(fixture->ledger);
    if (is_verified)
        assert_verified(fixture);
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
    int64_t first = last_row(fixture);
    for (long i = 0; i < sequence_count; i++)
        run_sequence(fixture, i % VERIFIED_EVERY == 0);
    assert_true(last_row(fixture) - first > 4 * sequence_count); /* most commands did write */
    assert_verified(fixture);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sequences_are_undone, domain_set_up, domain_tear_down),
    };
    if (count > 1)
        sequence_count = strtol(arguments[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
