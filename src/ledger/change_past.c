/* change_past.c: was(at, table, key, column, value): what a column of a record was when a journal
 * row was written (change_words.h). Records that others refer to are never edited in what names
 * them, but undo takes them back, and their number may then be another's. What was deleted since is
 * found in the journal, with the values it had. */
#include <stdlib.h>
#include <string.h>

#include "change_words.h"

/* A record that a journal row deleted. */
typedef struct deleted_record {
    int table; /* in the table names */
    int64_t key, journal_id, change_number;
} deleted_record;

typedef struct change_past {
    tz_ledger *ledger;
    char **tables;
    int table_count;
    deleted_record *records; /* ordered by all they have */
    size_t count, capacity;
    int64_t read_to; /* the journal row up to which they are there */
} change_past;

static void free_past(void *context)
{
    change_past *past = context;
    for (int i = 0; i < past->table_count; i++)
        free(past->tables[i]);
    free(past->tables);
    free(past->records);
    free(past);
}

static int find_table(const change_past *past, const char *name)
{
    for (int i = 0; i < past->table_count; i++)
        if (strcmp(past->tables[i], name) == 0)
            return i;
    return -1;
}

/* -1 without memory. */
static int add_table(change_past *past, const char *name)
{
    char **grown = realloc(past->tables, (size_t)(past->table_count + 1) * sizeof *grown);
    if (!grown)
        return -1;
    past->tables = grown;
    grown[past->table_count] = strdup(name);
    return grown[past->table_count] ? past->table_count++ : -1;
}

/* ---------------------------------------------------------------- what was deleted */

/* Of a table with a number for its key, which then is the first column. */
static const char deleted_sql[] =
    "SELECT c.table_name, c.old_value, j.journal_id, c.change_number\n"
    "FROM journal AS j JOIN journal_change(j.journal_id) AS c\n"
    "WHERE j.journal_id > ?1 AND j.kind = 'change' AND c.field_number = 1\n"
    "  AND c.operation = 'delete' AND typeof(c.old_value) = 'integer'";

static bool take_record(change_past *past, sqlite3_stmt *row)
{
    const char *name = tz_column_text(row, 0);
    int table = find_table(past, name);
    if (table < 0 && (table = add_table(past, name)) < 0)
        return false;
    if (past->count == past->capacity) {
        size_t capacity = 2 * past->capacity + 64;
        deleted_record *grown = realloc(past->records, capacity * sizeof *grown);
        if (!grown)
            return false;
        past->records = grown;
        past->capacity = capacity;
    }
    past->records[past->count++] =
        (deleted_record){table, sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2),
                         sqlite3_column_int64(row, 3)};
    return true;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_records(const void *a, const void *b)
{
    const deleted_record *one = a, *other = b;
    int order = compare_numbers(one->table, other->table);
    if (order == 0)
        order = compare_numbers(one->key, other->key);
    if (order == 0)
        order = compare_numbers(one->journal_id, other->journal_id);
    return order != 0 ? order : compare_numbers(one->change_number, other->change_number);
}

static tz_status read_newest(change_past *past, int64_t *newest)
{
    sqlite3_stmt *row;
    bool has_row;
    tz_status status =
        tz_prepare(past->ledger, "SELECT coalesce(max(journal_id), 0) FROM journal", &row);
    if (status == TZ_OK)
        status = tz_step(past->ledger, row, &has_row);
    if (status != TZ_OK)
        return status;
    *newest = sqlite3_column_int64(row, 0);
    sqlite3_reset(row);
    return TZ_OK;
}

static tz_status read_deleted(change_past *past)
{
    sqlite3_stmt *row;
    bool has_row = true;
    tz_status status = tz_prepare(past->ledger, deleted_sql, &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, 1, past->read_to);
    while (status == TZ_OK && has_row) {
        status = tz_step(past->ledger, row, &has_row);
        if (status == TZ_OK && has_row && !take_record(past, row)) {
            sqlite3_reset(row);
            status = tz_fail_memory(past->ledger);
        }
    }
    return status;
}

/* A write that was rolled back may have left rows that are no more: then all is read anew. */
static tz_status read_journal(change_past *past)
{
    int64_t newest = 0;
    tz_status status = read_newest(past, &newest);
    if (status != TZ_OK || newest == past->read_to)
        return status;
    if (newest < past->read_to) {
        past->count = 0;
        past->read_to = 0;
    }
    status = read_deleted(past);
    if (status != TZ_OK) {
        past->count = 0;
        past->read_to = 0;
        return status;
    }
    if (past->count > 0)
        qsort(past->records, past->count, sizeof *past->records, compare_records);
    past->read_to = newest;
    return TZ_OK;
}

/* The first deletion of the record from the journal row `at` on; NULL: none. */
static const deleted_record *find_deleted(const change_past *past, int64_t at, const char *table,
                                          int64_t key)
{
    const deleted_record sought = {find_table(past, table), key, at, 0};
    size_t low = 0, high = past->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_records(&past->records[middle], &sought) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const deleted_record *found = low < past->count ? &past->records[low] : NULL;
    return found && found->table == sought.table && found->key == key ? found : NULL;
}

/* ---------------------------------------------------------------- the function */

static tz_status answer_deleted(change_past *past, const deleted_record *deleted,
                                const char *column, sqlite3_context *context)
{
    sqlite3_stmt *row;
    bool has_row = false;
    tz_status status = tz_prepare(past->ledger,
                                  "SELECT old_value FROM journal_change(?1)\n"
                                  "WHERE change_number = ?2 AND column_name = ?3 LIMIT 1",
                                  &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, 1, deleted->journal_id);
    tz_bind_integer(row, 2, deleted->change_number);
    tz_bind_text(row, 3, column);
    status = tz_step(past->ledger, row, &has_row);
    if (status == TZ_OK && has_row) {
        sqlite3_result_value(context, sqlite3_column_value(row, 0));
        sqlite3_reset(row);
    }
    return status;
}

enum { AT, TABLE, KEY, COLUMN, VALUE, ARGUMENTS };

static void was(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    change_past *past = sqlite3_user_data(context);
    const deleted_record *deleted = NULL;
    tz_status status = TZ_OK;
    (void)count;
    if (sqlite3_value_type(arguments[KEY]) != SQLITE_NULL) {
        status = read_journal(past);
        if (status == TZ_OK)
            deleted = find_deleted(past, sqlite3_value_int64(arguments[AT]),
                                   (const char *)sqlite3_value_text(arguments[TABLE]),
                                   sqlite3_value_int64(arguments[KEY]));
    }
    if (status == TZ_OK && deleted)
        status = answer_deleted(past, deleted, (const char *)sqlite3_value_text(arguments[COLUMN]),
                                context);
    else if (status == TZ_OK)
        sqlite3_result_value(context, arguments[VALUE]);
    if (status != TZ_OK)
        tz_answer_failure(past->ledger, context, status);
}

int tz_change_past_register(tz_ledger *ledger)
{
    change_past *past = calloc(1, sizeof *past);
    if (!past)
        return SQLITE_NOMEM;
    past->ledger = ledger;
    /* on failure SQLite frees it too */
    return sqlite3_create_function_v2(ledger->database, "was", ARGUMENTS, SQLITE_UTF8, past, was,
                                      NULL, NULL, free_past);
}
