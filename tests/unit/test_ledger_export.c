/* test_ledger_export.c: an export, and a ledger made of it, byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "all_tables.h"
#include "ledger_fixture.h"
#include "tables.h"

typedef struct export_test {
    ledger_fixture *fixture;
    tz_tables tables;
} export_test;

static export_test test;

/* The tests are quick with little of what a new ledger is born with. */
static const char few_rows_sql[] =
    "DELETE FROM calendar WHERE quarter NOT GLOB '2022*' AND day <> '2020-01-01';\n"
    "DELETE FROM dictionary WHERE view_name <> 'overdue';\n";

static int set_up(void **state)
{
    fixture_set_up_open(state);
    test.fixture = *state;
    fixture_execute(test.fixture, few_rows_sql);
    fixture_execute(test.fixture, all_tables_sql);
    assert_int_equal(
        tz_tables_read(test.fixture->ledger, test.fixture->ledger->database, &test.tables), TZ_OK);
    return 0;
}

/* The path of a table's file, or of export.csv, in an exported folder. */
static const char *file_in(const char *folder, const char *name)
{
    static char paths[2][200];
    static int next;
    next = !next;
    snprintf(paths[next], sizeof paths[next], "%s/%s/%s.csv", test.fixture->folder, folder, name);
    return paths[next];
}

static void remove_folder(const char *folder)
{
    for (size_t i = 0; i < test.tables.count; i++)
        remove(file_in(folder, test.tables.tables[i].name));
    remove(file_in(folder, "export"));
    rmdir(fixture_path(test.fixture, folder));
}

static int tear_down(void **state)
{
    remove_folder("one");
    remove_folder("two");
    tz_tables_free(&test.tables);
    return fixture_tear_down(state);
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s is not there", path);
    char *text = NULL;
    size_t size = 0;
    if (getdelim(&text, &size, '\0', file) < 0)
        fail_msg("%s is empty", path);
    fclose(file);
    return text;
}

static void assert_same_file(const char *path, const char *other)
{
    char *text = read_file(path), *other_text = read_file(other);
    if (strcmp(text, other_text) != 0)
        fail_msg("%s and %s differ", path, other);
    free(text);
    free(other_text);
}

static void export_to(const char *name, tz_format format)
{
    tz_ledger *ledger = test.fixture->ledger;
    if (tz_ledger_export(ledger, fixture_path(test.fixture, name), format, NULL) != TZ_OK)
        fail_msg("%s", tz_ledger_error(ledger));
}

static tz_status import_from(const char *name)
{
    return tz_ledger_import(test.fixture->ledger, fixture_path(test.fixture, "new.db"),
                            fixture_path(test.fixture, name));
}

static void assert_imports(const char *name)
{
    if (import_from(name) != TZ_OK)
        fail_msg("%s", tz_ledger_error(test.fixture->ledger));
}

/* The error names what is expected, and no new ledger is left. */
static void assert_import_fails(const char *name, tz_status status, const char *error)
{
    int count = fixture_file_count(test.fixture);
    assert_int_equal(import_from(name), status);
    if (!strstr(tz_ledger_error(test.fixture->ledger), error))
        fail_msg("%s instead of %s", tz_ledger_error(test.fixture->ledger), error);
    assert_int_equal(fixture_file_count(test.fixture), count);
}

/* Writes `before` to the file with `text` in the place of `found`, which it must have. */
static void write_edited(const char *path, const char *before, const char *found, const char *text)
{
    const char *at = strstr(before, found);
    if (!at)
        fail_msg("%s does not have %s", path, found);
    size_t size = strlen(before) + strlen(text) + 1;
    char *after = malloc(size);
    assert_non_null(after);
    snprintf(after, size, "%.*s%s%s", (int)(at - before), before, text, at + strlen(found));
    fixture_write_file(path, after, strlen(after));
    free(after);
}

static void every_table_has_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < test.tables.count; i++) {
        char sql[120];
        snprintf(sql, sizeof sql, "SELECT count(*) > 0 FROM \"%s\"", test.tables.tables[i].name);
        if (strcmp(fixture_ask(test.fixture, sql), "1") != 0)
            fail_msg("all_tables.c has no row for %s", test.tables.tables[i].name);
    }
}

static void csv_comes_back_as_it_was(void **state)
{
    (void)state;
    export_to("one", TZ_FORMAT_CSV);
    assert_imports("one");
    export_to("two", TZ_FORMAT_CSV);
    for (size_t i = 0; i < test.tables.count; i++)
        assert_same_file(file_in("one", test.tables.tables[i].name),
                         file_in("two", test.tables.tables[i].name));
    assert_same_file(file_in("one", "export"), file_in("two", "export"));
}

static void json_comes_back_as_it_was(void **state)
{
    (void)state;
    export_to("one.json", TZ_FORMAT_JSON);
    assert_imports("one.json");
    export_to("two.json", TZ_FORMAT_JSON);
    assert_same_file(fixture_path(test.fixture, "one.json"),
                     fixture_path(test.fixture, "two.json"));
}

/* ---- how far it is */

typedef struct heard {
    int count;
    uint64_t done, total; /* of the last note */
} heard;

static void hear(void *context, const tz_note *note)
{
    heard *last = context;
    assert_int_equal(note->kind, TZ_NOTE_PROGRESS);
    assert_true(note->done > last->done);
    *last = (heard){last->count + 1, note->done, note->total};
}

static uint64_t size_of(const char *path)
{
    struct stat found;
    assert_int_equal(stat(path, &found), 0);
    return (uint64_t)found.st_size;
}

/* A note for each 256 KiB; of an export it isn't known how long it will be. */
static void both_ways_tell_how_far_they_are(void **state)
{
    heard out = {0}, back = {0};
    (void)state;
    fixture_execute(test.fixture, "UPDATE plan SET title = hex(zeroblob(300000))");
    tz_ledger_set_note_function(test.fixture->ledger, hear, &out);
    export_to("one.json", TZ_FORMAT_JSON);
    const uint64_t size = size_of(fixture_path(test.fixture, "one.json"));
    assert_true(size > 600000); /* the title, and what the journal says of it */
    assert_in_range(out.count, 2, size / (256 * 1024));
    assert_int_equal(out.total, 0);
    assert_in_range(out.done, size - 256 * 1024, size);
    tz_ledger_set_note_function(test.fixture->ledger, hear, &back);
    assert_imports("one.json");
    assert_int_equal(back.total, size);
    assert_in_range(back.done, size - 256 * 1024, size);
    back = (heard){0};
    out = (heard){0};
    tz_ledger_set_note_function(test.fixture->ledger, hear, &out);
    export_to("one", TZ_FORMAT_CSV);
    remove(fixture_path(test.fixture, "new.db"));
    tz_ledger_set_note_function(test.fixture->ledger, hear, &back);
    assert_imports("one");
    tz_ledger_set_note_function(test.fixture->ledger, NULL, NULL);
    assert_true(back.count >= 2 && back.done <= back.total && back.total >= out.done);
}

/* The values themselves, and not only their text, are what they were. */
static void values_keep_type_and_last_digit(void **state)
{
    (void)state;
    static const char *const questions[][2] = {
        {"SELECT value = 0.1 + 0.2 AND value_high = 9e999 FROM target WHERE target_id = 1", "1"},
        {"SELECT value = -1.7976931348623157e308 AND value_high = 5e-324 FROM target "
         "WHERE target_id = 2",
         "1"},
        {"SELECT ordinal FROM section WHERE section_id = 2", "-9223372036854775808"},
        {"SELECT issuer = '' AND signed_on IS NULL FROM plan", "1"},
        {"SELECT hex(text) FROM task WHERE task_id = 7", "0D0AE7A4BAE4BE8BE4BBBBE58AA109"},
        {"SELECT group_concat(length(changeset) || substr(hex(changeset), -4)) FROM journal "
         "WHERE journal_id IN (9001, 9002)",
         "1600000FF,32001007F"},
        {"SELECT typeof(changeset) || length(previous_hash) || substr(hex(hash), -6) FROM journal "
         "WHERE journal_id = 9001",
         "blob32ABCDEF"},
    };
    for (int is_json = 0; is_json <= 1; is_json++) {
        const char *name = is_json ? "one.json" : "one";
        assert_int_equal(tz_ledger_open(test.fixture->ledger, test.fixture->path, TZ_READ_WRITE),
                         TZ_OK);
        export_to(name, is_json ? TZ_FORMAT_JSON : TZ_FORMAT_CSV);
        remove(fixture_path(test.fixture, "new.db"));
        assert_imports(name);
        for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
            assert_string_equal(fixture_ask(test.fixture, questions[i][0]), questions[i][1]);
    }
}

static void a_long_blob_goes_on_in_rows_of_its_own(void **state)
{
    (void)state;
    export_to("one", TZ_FORMAT_CSV);
    char *text = read_file(file_in("one", "journal"));
    assert_non_null(strstr(text, "00+16001\n"));    /* 32,001 bytes, of which 16,000 have come */
    assert_non_null(strstr(text, "\n,,,,,,,0000")); /* the next piece of the changeset */
    assert_non_null(strstr(text, "\n,,,,,,,7f\n"));
    free(text);
}

static void what_is_there_is_not_overwritten(void **state)
{
    (void)state;
    tz_ledger *ledger = test.fixture->ledger;
    uint64_t count = 7;
    fixture_write_file(fixture_path(test.fixture, "one.json"), "kept", 4);
    assert_int_equal(
        tz_ledger_export(ledger, fixture_path(test.fixture, "one.json"), TZ_FORMAT_JSON, &count),
        TZ_REFUSED);
    assert_int_equal(count, 0);
    assert_int_equal(mkdir(fixture_path(test.fixture, "one"), 0777), 0);
    assert_int_equal(
        tz_ledger_export(ledger, fixture_path(test.fixture, "one"), TZ_FORMAT_CSV, &count),
        TZ_REFUSED);
    assert_int_equal(fixture_file_count(test.fixture), 3);
    assert_int_equal(tz_ledger_export(ledger, "/nowhere/one", TZ_FORMAT_CSV, NULL), TZ_IO);
    assert_int_equal(tz_ledger_export(ledger, "/nowhere/one", TZ_FORMAT_JSON, NULL), TZ_IO);
    rmdir(fixture_path(test.fixture, "one"));
    export_to("one.csv", TZ_FORMAT_JSON);
    assert_int_equal(
        tz_ledger_import(ledger, test.fixture->path, fixture_path(test.fixture, "one.csv")),
        TZ_REFUSED);
}

static void the_rows_are_counted(void **state)
{
    (void)state;
    uint64_t count;
    assert_int_equal(tz_ledger_export(test.fixture->ledger, fixture_path(test.fixture, "one.json"),
                                      TZ_FORMAT_JSON, &count),
                     TZ_OK);
    char *text = read_file(fixture_path(test.fixture, "one.json"));
    uint64_t lines = 0, rests = 0;
    for (const char *at = text; (at = strstr(at, "\n{")); at++)
        lines++;
    for (const char *at = text; (at = strstr(at, "\n{\"changeset\"")); at++)
        rests++;
    for (const char *at = text; (at = strstr(at, "\n{\"data\"")); at++)
        rests++;
    free(text);
    assert_true(rests >= 2); /* those of row 9002, and of an archived file */
    assert_int_equal(count, lines - rests);
}

static void text_that_is_not_utf8_is_refused(void **state)
{
    (void)state;
    fixture_execute(test.fixture, "UPDATE unit SET name = CAST(x'41ff' AS TEXT) WHERE unit_id = 1");
    tz_ledger *ledger = test.fixture->ledger;
    assert_int_equal(
        tz_ledger_export(ledger, fixture_path(test.fixture, "one"), TZ_FORMAT_CSV, NULL),
        TZ_REJECTED);
    assert_string_equal(tz_ledger_error(ledger),
                        "unit (unit_id 1): name: text that isn't UTF-8 can't be exported");
    assert_int_equal(fixture_file_count(test.fixture), 1);
    fixture_execute(test.fixture, "UPDATE unit SET name = 'a' || char(0) WHERE unit_id = 1");
    assert_int_equal(
        tz_ledger_export(ledger, fixture_path(test.fixture, "one"), TZ_FORMAT_JSON, NULL),
        TZ_REJECTED);
    assert_int_equal(fixture_file_count(test.fixture), 1);
}

static void within_a_write_what_was_before_is_exported(void **state)
{
    (void)state;
    tz_ledger *ledger = test.fixture->ledger;
    export_to("one.json", TZ_FORMAT_JSON);
    assert_int_equal(tz_write_begin(ledger, "test"), TZ_OK);
    assert_int_equal(tz_execute(ledger, "UPDATE unit SET name = '示例改' WHERE unit_id = 1"),
                     TZ_OK);
    export_to("two.json", TZ_FORMAT_JSON);
    tz_write_rollback(ledger);
    assert_same_file(fixture_path(test.fixture, "one.json"),
                     fixture_path(test.fixture, "two.json"));
}

/* One edit of an export, and what its import says. */
typedef struct edit {
    const char *table; /* whose file; NULL: the JSON file */
    const char *found, *text;
    tz_status status;
    const char *error;
} edit;

static const edit csv_edits[] = {
    {"export", "format,1", "format,2", TZ_REJECTED, "export.csv:2: format: 2 is no format"},
    {"export", "schema_version,1", "schema_version,9", TZ_REFUSED,
     "export.csv:3: schema_version: exported from a ledger of version 9"},
    {"export", "schema_version", "version", TZ_REJECTED,
     "export.csv:3: schema_version is expected"},
    {"export", "\nplan,", "\nplane,", TZ_REJECTED, "there is no table plane"},
    {"export", "\nplan,1", "\nplan,1\nplan,1", TZ_REJECTED, "the table plan comes twice"},
    {"export", "\nplan,1", "", TZ_REJECTED, "the table plan is missing"},
    {"export", "\nplan,1", "\nplan", TZ_REJECTED, "a name and a value are expected"},
    {"unit", "4,示例新局,department,0\n", "", TZ_REJECTED,
     "unit.csv:4: the file has 3 records, export.csv says 4"},
    {"unit", "is_collective", "collective", TZ_REJECTED,
     "unit.csv:1: collective: the table unit has no such column"},
    {"unit", "is_collective", "kind", TZ_REJECTED, "unit.csv:1: kind: the column comes twice"},
    {"unit", ",is_collective", "", TZ_REJECTED, "unit.csv:1: is_collective: the column is missing"},
    {"unit", "\n2,", "\n2,,", TZ_REJECTED, "unit.csv:3: there are 5 cells instead of 4"},
    {"unit", "\n2,", "\nzwei,", TZ_REJECTED, "unit.csv:3: unit_id: \"zwei\" is not a whole number"},
    {"unit", "\n2,", "\n99999999999999999999,", TZ_REJECTED, "is not a whole number"},
    {"unit", "\n2,", "\n,", TZ_REJECTED, "unit.csv:3: unit_id: it can't be left out"},
    {"unit", "county,0", "county,2", TZ_REJECTED, "unit.csv:3: a constraint of the ledger"},
    {"unit", "\n2,", "\n1,", TZ_REJECTED, "unit.csv:3: a constraint of the ledger"},
    {"unit", "示例县", "\"示例县", TZ_REJECTED, "unit.csv:3: a quote never closes"},
    {"unit", "\n4,", "\n5,", TZ_REJECTED, "refers to one of unit that isn't there"},
    {"milestone", ",2022-06-30", ",2022-06-31", TZ_REJECTED, "refers to one of calendar"},
    {"target_node", ",0.3", ",0.3.", TZ_REJECTED, "is not a number"},
    {"target_node", ",0.3", ",nan ", TZ_REJECTED, "is not a number"},
    {"journal", "abcdef,", "abcdeg,", TZ_REJECTED, "is not hexadecimal digits"},
    {"journal", "abcdef,", "abcde,", TZ_REJECTED, "is not hexadecimal digits"},
    {"journal", "\n,,,,,,,7f", "", TZ_REJECTED, "changeset: the record above lacks 1 bytes"},
    {"journal", "\n,,,,,,,7f", "\n,,,,,,,7f7f", TZ_REJECTED, "is not hexadecimal digits"},
    {"journal", "\n,,,,,,,7f", "\n,,,,,00,,7f", TZ_REJECTED, "it can't be left out"},
    {"journal", "+16001", "+99999999999999", TZ_REJECTED, "is not hexadecimal digits"},
};

static const edit json_edits[] = {
    {NULL, "{\"format\"", "[\"format\"", TZ_REJECTED, "one.json:1: not JSON of an export: {"},
    {NULL, "\"format\": 1", "\"format\": 2", TZ_REJECTED, "one.json:1: format: 2 is no format"},
    {NULL, "\"schema_version\": 1", "\"schema_version\": 9", TZ_REFUSED, "of version 9"},
    {NULL, "\"schema_version\"", "\"version\"", TZ_REJECTED, "\"schema_version\" is expected"},
    {NULL, "\"plan\": [", "\"plane\": [", TZ_REJECTED, "there is no table plane"},
    {NULL, "\"plan\": [", "\"action\": [", TZ_REJECTED, "the table action comes twice"},
    {NULL, "\"plan\": [", "\"plan\": {", TZ_REJECTED, "not JSON of an export: [ is expected"},
    {NULL, "\"plan\": [\n{", "\"plan\": [\n[{", TZ_REJECTED, "{ is expected here"},
    {NULL, "\"year\": 2022", "\"year\": \"2022\"", TZ_REJECTED, "year: a whole number or null"},
    {NULL, "\"year\": 2022", "\"year\": 2022.5", TZ_REJECTED, "year: a whole number or null"},
    {NULL, "\"year\": 2022", "\"year\": true", TZ_REJECTED, "year: a whole number or null"},
    {NULL, "\"year\": 2022", "\"year\": 2019", TZ_REJECTED, "a constraint of the ledger"},
    {NULL, "\"year\": 2022", "\"years\": 2022", TZ_REJECTED, "year: the column is missing"},
    {NULL, "\"year\": 2022", "\"year\": 2022, \"years\": 0", TZ_REJECTED,
     "years: the table plan has no such column"},
    {NULL, "\"year\": 2022", "\"year\": 2022, \"year\": 2023", TZ_REJECTED, "not JSON: duplicate"},
    {NULL, "\"year\": 2022", "\"year\": 20 22", TZ_REJECTED, "not JSON: "},
    {NULL, "\"issuer\": \"\"", "\"issuer\": 5", TZ_REJECTED, "issuer: text or null"},
    {NULL, "abcdef\", \"changeset\": \"", "abcdef\", \"changeset\": 5, \"x\": \"", TZ_REJECTED,
     "changeset: hexadecimal text or null"},
    {NULL, ",\n{\"changeset\": \"7f\"}", "", TZ_REJECTED, "lacks 1 bytes"},
    {NULL, "\n}}\n", "\n}\n", TZ_REJECTED, "the file is cut off: } is expected here"},
    {NULL, "\n}}\n", "\n}} ,\n", TZ_REJECTED, "there is something behind the end"},
};

static void assert_edit_is_told(const edit *edited, const char *name, const char *file)
{
    char path[200]; /* `file` doesn't last so long */
    snprintf(path, sizeof path, "%s", file);
    char *before = read_file(path);
    write_edited(path, before, edited->found, edited->text);
    assert_import_fails(name, edited->status, edited->error);
    fixture_write_file(path, before, strlen(before));
    free(before);
}

static void an_edited_export_is_told_where(void **state)
{
    (void)state;
    export_to("one", TZ_FORMAT_CSV);
    for (size_t i = 0; i < sizeof csv_edits / sizeof csv_edits[0]; i++)
        assert_edit_is_told(&csv_edits[i], "one", file_in("one", csv_edits[i].table));
}

static void an_edited_json_export_is_told_where(void **state)
{
    (void)state;
    export_to("one.json", TZ_FORMAT_JSON);
    for (size_t i = 0; i < sizeof json_edits / sizeof json_edits[0]; i++)
        assert_edit_is_told(&json_edits[i], "one.json", fixture_path(test.fixture, "one.json"));
}

/* Wherever the file ends, and wherever a row does. */
static void a_cut_export_is_no_ledger(void **state)
{
    (void)state;
    export_to("one.json", TZ_FORMAT_JSON);
    char *text = read_file(fixture_path(test.fixture, "one.json"));
    size_t size = strlen(text);
    for (size_t cut = 1; cut < size - 1; cut = cut < 100 ? cut + 9 : cut + size / 9) {
        fixture_write_file(fixture_path(test.fixture, "one.json"), text, cut);
        assert_import_fails("one.json", TZ_REJECTED, "one.json:");
    }
    free(text);
}

static void a_missing_export_is_not_found(void **state)
{
    (void)state;
    export_to("one", TZ_FORMAT_CSV);
    assert_import_fails("nothing", TZ_NOT_FOUND, "no such file: ");
    remove(file_in("one", "unit"));
    assert_import_fails("one", TZ_NOT_FOUND, "unit.csv");
    remove(file_in("one", "export"));
    assert_import_fails("one", TZ_NOT_FOUND, "export.csv");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_table_has_rows),
        TEST(csv_comes_back_as_it_was),
        TEST(json_comes_back_as_it_was),
        TEST(both_ways_tell_how_far_they_are),
        TEST(values_keep_type_and_last_digit),
        TEST(a_long_blob_goes_on_in_rows_of_its_own),
        TEST(what_is_there_is_not_overwritten),
        TEST(the_rows_are_counted),
        TEST(text_that_is_not_utf8_is_refused),
        TEST(within_a_write_what_was_before_is_exported),
        TEST(an_edited_export_is_told_where),
        TEST(an_edited_json_export_is_told_where),
        TEST(a_cut_export_is_no_ledger),
        TEST(a_missing_export_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
