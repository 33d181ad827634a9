/*
 * test_rules SQL_FOLDER SCENARIO_FOLDER: the rules (规则) as scenarios, one cmocka test per file.
 *
 * Each scenario NAME.sql runs in a fresh database in memory, a copy of the one made by the SQL
 * files and prelude.sql:
 *
 *     INSERT INTO ...;                  facts, as many as it takes
 *     --? SELECT ...                    a query
 *     --+ WHERE ...                     more of it
 *     --= 2022-04-09|25.0               the rows that it gives, in order; none: it gives no row
 *     --! INSERT ...                    a statement that is refused
 *     --= part of the message           each of these stands in the message
 *
 * Facts and checks run in the order of the file. Every check that fails is shown, then the test
 * fails.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *sql_folder;
static const char *scenario_folder;
static sqlite3 *ledger; /* the SQL files and the prelude, loaded once and copied for each test */

enum check_kind { CHECK_NONE, CHECK_ROWS, CHECK_REFUSAL };

struct text {
    char *bytes; /* NULL while empty, else ends in NUL */
    size_t length;
};

struct scenario {
    sqlite3 *database;
    const char *name;
    int line; /* the one being read, from 1 */
    struct text facts;
    int facts_line;
    enum check_kind kind;
    struct text statement;
    struct text expected;
    int check_line;
    int checks;
    int failures;
};

static void append(struct text *text, const char *bytes)
{
    size_t added = strlen(bytes);
    char *grown = realloc(text->bytes, text->length + added + 1);

    assert_non_null(grown);
    memcpy(grown + text->length, bytes, added + 1);
    text->bytes = grown;
    text->length += added;
}

static void clear(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}

static const char *shown(const struct text *text)
{
    return text->bytes ? text->bytes : "";
}

static void report(struct scenario *scenario, const char *expected, const char *actual)
{
    scenario->failures++;
    print_error("%s:%d: %s\nexpected:\n%s\nactual:\n%s\n", scenario->name, scenario->check_line,
                shown(&scenario->statement), expected, actual);
}

static void run_facts(struct scenario *scenario)
{
    char *message = NULL;

    if (sqlite3_exec(scenario->database, shown(&scenario->facts), NULL, NULL, &message) !=
        SQLITE_OK) {
        scenario->failures++;
        print_error("%s:%d: the facts fail: %s\n", scenario->name, scenario->facts_line, message);
    }
    sqlite3_free(message);
    clear(&scenario->facts);
}

static void append_row(struct text *rows, sqlite3_stmt *statement)
{
    for (int column = 0; column < sqlite3_column_count(statement); column++) {
        const char *value = (const char *)sqlite3_column_text(statement, column);

        append(rows, column == 0 ? "" : "|");
        append(rows, value ? value : "NULL");
    }
    append(rows, "\n");
}

/* The rows of the query, or the message of the error that it meets. */
static void read_rows(sqlite3 *database, const char *query, struct text *rows)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(database, query, -1, &statement, NULL);

    if (result == SQLITE_OK) {
        while ((result = sqlite3_step(statement)) == SQLITE_ROW)
            append_row(rows, statement);
    }
    if (result != SQLITE_DONE) {
        append(rows, "error: ");
        append(rows, sqlite3_errmsg(database));
    }
    sqlite3_finalize(statement);
}

static void check_rows(struct scenario *scenario)
{
    struct text rows = {0};

    read_rows(scenario->database, shown(&scenario->statement), &rows);
    if (strcmp(shown(&rows), shown(&scenario->expected)) != 0)
        report(scenario, shown(&scenario->expected), shown(&rows));
    clear(&rows);
}

static void check_refusal(struct scenario *scenario)
{
    char *message = NULL;
    char *rest = scenario->expected.bytes;
    int parts = 0;

    sqlite3_exec(scenario->database, shown(&scenario->statement), NULL, NULL, &message);
    for (char *part = strsep(&rest, "\n"); part; part = strsep(&rest, "\n")) {
        if (part[0] == '\0')
            continue;
        parts++;
        if (!message || !strstr(message, part))
            report(scenario, part, message ? message : "it was not refused");
    }
    if (parts == 0)
        report(scenario, "(the scenario names no part of the message)", message ? message : "");
    sqlite3_free(message);
}

static void finish_check(struct scenario *scenario)
{
    if (scenario->kind == CHECK_NONE)
        return;
    if (scenario->kind == CHECK_ROWS)
        check_rows(scenario);
    else
        check_refusal(scenario);
    scenario->checks++;
    scenario->kind = CHECK_NONE;
    clear(&scenario->statement);
    clear(&scenario->expected);
}

static void begin_check(struct scenario *scenario, enum check_kind kind, const char *statement)
{
    finish_check(scenario);
    run_facts(scenario);
    scenario->kind = kind;
    scenario->check_line = scenario->line;
    append(&scenario->statement, statement);
}

static void read_fact(struct scenario *scenario, const char *line)
{
    finish_check(scenario);
    if (!scenario->facts.bytes)
        scenario->facts_line = scenario->line;
    append(&scenario->facts, line);
}

/* What follows the mark of a line and one blank: the row "--=" is a row with an empty column. */
static const char *after_mark(const char *line)
{
    return line[3] == ' ' ? line + 4 : line + 3;
}

static void read_line(struct scenario *scenario, const char *line)
{
    if (strncmp(line, "--?", 3) == 0)
        begin_check(scenario, CHECK_ROWS, after_mark(line));
    else if (strncmp(line, "--!", 3) == 0)
        begin_check(scenario, CHECK_REFUSAL, after_mark(line));
    else if (strncmp(line, "--+", 3) == 0 && scenario->kind != CHECK_NONE)
        append(&scenario->statement, after_mark(line));
    else if (strncmp(line, "--=", 3) == 0 && scenario->kind != CHECK_NONE)
        append(&scenario->expected, after_mark(line));
    else
        read_fact(scenario, line);
}

static FILE *open_file(const char *folder, const char *name)
{
    char path[4096];
    FILE *file;

    assert_in_range(snprintf(path, sizeof path, "%s/%s", folder, name), 1, sizeof path - 1);
    file = fopen(path, "r");
    if (!file)
        fail_msg("%s: cannot be opened", path);
    return file;
}

static void read_scenario(struct scenario *scenario, const char *folder, const char *name)
{
    FILE *file = open_file(folder, name);
    char *line = NULL;
    size_t size = 0;

    scenario->name = name;
    scenario->line = 0;
    while (getline(&line, &size, file) >= 0) {
        scenario->line++;
        read_line(scenario, line);
    }
    finish_check(scenario);
    run_facts(scenario);
    free(line);
    fclose(file);
}

static int close_ledger(void **state)
{
    (void)state;
    return sqlite3_close(ledger);
}

static int load_ledger(void **state)
{
    struct scenario loading = {0};

    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &ledger), SQLITE_OK);
    loading.database = ledger;
    read_scenario(&loading, sql_folder, "schema.sql");
    read_scenario(&loading, sql_folder, "views.sql");
    read_scenario(&loading, sql_folder, "dictionary.sql");
    read_scenario(&loading, scenario_folder, "prelude.sql");
    return loading.failures;
}

static sqlite3 *copy_ledger(void)
{
    sqlite3 *copy = NULL;
    sqlite3_backup *backup;

    assert_int_equal(sqlite3_open(":memory:", &copy), SQLITE_OK);
    backup = sqlite3_backup_init(copy, "main", ledger, "main");
    assert_non_null(backup);
    assert_int_equal(sqlite3_backup_step(backup, -1), SQLITE_DONE);
    assert_int_equal(sqlite3_backup_finish(backup), SQLITE_OK);
    assert_int_equal(sqlite3_exec(copy, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), SQLITE_OK);
    return copy;
}

static void test_scenario(void **state)
{
    struct scenario scenario = {.database = copy_ledger()};

    read_scenario(&scenario, scenario_folder, *state);
    assert_int_equal(sqlite3_close(scenario.database), SQLITE_OK);
    assert_int_not_equal(scenario.checks, 0);
    assert_int_equal(scenario.failures, 0);
}

static int is_scenario(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 4 && strcmp(entry->d_name + length - 4, ".sql") == 0 &&
           strcmp(entry->d_name, "prelude.sql") != 0;
}

static struct CMUnitTest *list_tests(struct dirent **entries, size_t count)
{
    struct CMUnitTest *tests = calloc(count, sizeof *tests);

    for (size_t i = 0; tests && i < count; i++) {
        tests[i] = (struct CMUnitTest){
            .name = entries[i]->d_name,
            .test_func = test_scenario,
            .initial_state = entries[i]->d_name,
        };
    }
    return tests;
}

int main(int argument_count, char **arguments)
{
    struct dirent **entries = NULL;
    struct CMUnitTest *tests;
    int count;
    int failed = 1;

    if (argument_count != 3) {
        fprintf(stderr, "usage: test_rules SQL_FOLDER SCENARIO_FOLDER\n");
        return 2;
    }
    sql_folder = arguments[1];
    scenario_folder = arguments[2];
    count = scandir(scenario_folder, &entries, is_scenario, alphasort);
    if (count <= 0) {
        fprintf(stderr, "%s: no scenario\n", scenario_folder);
        return 2;
    }
    tests = list_tests(entries, (size_t)count);
    if (tests)
        failed = _cmocka_run_group_tests("rules", tests, (size_t)count, load_ledger, close_ledger);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    free(tests);
    return failed;
}
