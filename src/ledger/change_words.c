#include "change_words.h"

#include <stdlib.h>
#include <string.h>

#include "embedded.h"

/* Both files of words give their texts in these columns. */
enum { ZH, EN };

const char *tz_journal_text(const char *name)
{
    for (size_t i = 0; i < tz_journal_files_count; i++)
        if (strcmp(tz_journal_files[i].name, name) == 0)
            return tz_journal_files[i].text;
    return NULL;
}

static int language_column(const tz_ledger *ledger)
{
    return ledger->language == TZ_ZH ? ZH : EN;
}

/* ---------------------------------------------------------------- what a record is called */

enum { TASK_ID = EN + 1, UNIT_ID, BEFORE_ID, BEFORE_VALUE, MEASURE };

static bool bind_columns(sqlite3_stmt *statement, int64_t journal_id, const char *table,
                         tz_column_function *column, void *context)
{
    int code = SQLITE_OK, count = sqlite3_bind_parameter_count(statement);
    for (int i = 1; i <= count && code == SQLITE_OK; i++) {
        const char *name = sqlite3_bind_parameter_name(statement, i) + 1;
        sqlite3_value *value = NULL;
        if (strcmp(name, "table_name") == 0)
            code = sqlite3_bind_text(statement, i, table, -1, SQLITE_TRANSIENT);
        else if (strcmp(name, "at") == 0)
            code = sqlite3_bind_int64(statement, i, journal_id);
        else if ((value = column(context, name)) != NULL)
            code = sqlite3_bind_value(statement, i, value);
    }
    return code == SQLITE_OK;
}

static char *copy_text(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? NULL
                                                           : strdup(tz_column_text(row, column));
}

/* False without memory. */
static bool take_record(sqlite3_stmt *row, int language, tz_record *record)
{
    record->name = copy_text(row, language);
    record->task_id = sqlite3_column_int64(row, TASK_ID);
    record->unit_id = sqlite3_column_int64(row, UNIT_ID);
    record->before_id = sqlite3_column_int64(row, BEFORE_ID);
    record->measure = copy_text(row, MEASURE);
    if (sqlite3_column_type(row, BEFORE_VALUE) != SQLITE_NULL)
        record->before_value = sqlite3_value_dup(sqlite3_column_value(row, BEFORE_VALUE));
    return (record->measure != NULL) == (sqlite3_column_type(row, MEASURE) != SQLITE_NULL);
}

tz_status tz_record_read(tz_ledger *ledger, int64_t journal_id, const char *table,
                         tz_column_function *column, void *context, tz_record *record)
{
    sqlite3_stmt *row;
    bool has_row = false;
    *record = (tz_record){0};
    tz_status status = tz_prepare(ledger, tz_journal_text("record"), &row);
    if (status != TZ_OK)
        return status;
    if (!bind_columns(row, journal_id, table, column, context))
        return tz_fail_memory(ledger);
    status = tz_step(ledger, row, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    bool is_taken = take_record(row, language_column(ledger), record);
    sqlite3_reset(row);
    return is_taken ? TZ_OK : tz_fail_memory(ledger);
}

void tz_record_free(tz_record *record)
{
    free(record->name);
    free(record->measure);
    sqlite3_value_free(record->before_value);
    *record = (tz_record){0};
}

/* ---------------------------------------------------------------- functions of SQL */

/* A function that a file answers: with its only column, or with the one in the handle's language.
 */
typedef struct word_function {
    const char *name, *file;
    int count;
    const char *parameters[4]; /* what the file calls the arguments */
} word_function;

static const word_function functions[] = {
    {"value_in_words", "value", 4, {":table_name", ":column_name", ":value", ":measure"}},
    {"is_told", "told", 3, {":table_name", ":column_name", ":value"}},
    {"title_in_words", "title", 2, {":table_name", ":column_name"}},
    {"changes_in_words", "content", 2, {":journal_id", ":task_id"}},
};

/* What a function is called with by SQLite. */
typedef struct word_call {
    tz_ledger *ledger;
    const word_function *function;
} word_call;

static int answer_column(const tz_ledger *ledger, sqlite3_stmt *row)
{
    return sqlite3_column_count(row) > 1 ? language_column(ledger) : 0;
}

int tz_failure_code(const tz_ledger *ledger, tz_status status)
{
    int code = status == TZ_NO_MEMORY ? SQLITE_NOMEM : sqlite3_extended_errcode(ledger->database);
    return code == SQLITE_OK ? SQLITE_ERROR : code;
}

void tz_answer_failure(const tz_ledger *ledger, sqlite3_context *context, tz_status status)
{
    if (status == TZ_NO_MEMORY) {
        sqlite3_result_error_nomem(context);
        return;
    }
    sqlite3_result_error(context, sqlite3_errmsg(ledger->database), -1);
    sqlite3_result_error_code(context, tz_failure_code(ledger, status));
}

static void answer_from_file(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    const word_call *call = sqlite3_user_data(context);
    sqlite3_stmt *row;
    bool has_row = false;
    tz_status status = tz_prepare(call->ledger, tz_journal_text(call->function->file), &row);
    for (int i = 0; i < count && status == TZ_OK; i++) {
        const char *name = call->function->parameters[i];
        sqlite3_bind_value(row, sqlite3_bind_parameter_index(row, name), arguments[i]);
    }
    if (status == TZ_OK)
        status = tz_step(call->ledger, row, &has_row);
    if (status != TZ_OK)
        tz_answer_failure(call->ledger, context, status);
    else if (has_row)
        sqlite3_result_value(context, sqlite3_column_value(row, answer_column(call->ledger, row)));
    if (has_row)
        sqlite3_reset(row);
}

static void in_language(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    const tz_ledger *ledger = sqlite3_user_data(context);
    (void)count;
    sqlite3_result_value(context, arguments[language_column(ledger)]);
}

static void is_sound(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    tz_ledger *ledger = sqlite3_user_data(context);
    const int64_t journal_id = sqlite3_value_int64(arguments[0]);
    bool answer = false;
    (void)count;
    int code = tz_change_check_row(ledger, journal_id, &answer);
    if (code == SQLITE_OK)
        sqlite3_result_int(context, answer);
    else
        sqlite3_result_error_code(context, code);
}

static int register_function(tz_ledger *ledger, const word_function *function)
{
    word_call *call = sqlite3_malloc(sizeof *call);
    if (!call)
        return SQLITE_NOMEM;
    *call = (word_call){ledger, function};
    /* on failure SQLite frees the call too */
    return sqlite3_create_function_v2(ledger->database, function->name, function->count,
                                      SQLITE_UTF8, call, answer_from_file, NULL, NULL,
                                      sqlite3_free);
}

tz_status tz_change_words_register(tz_ledger *ledger)
{
    int code = tz_change_table_register(ledger);
    if (code == SQLITE_OK)
        code = tz_change_past_register(ledger);
    for (size_t i = 0; i < sizeof functions / sizeof functions[0] && code == SQLITE_OK; i++)
        code = register_function(ledger, &functions[i]);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(ledger->database, "is_sound", 1, SQLITE_UTF8, ledger,
                                          is_sound, NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(ledger->database, "in_language", 2, SQLITE_UTF8, ledger,
                                          in_language, NULL, NULL, NULL);
    /* nothing but memory can be wanting, and not every want leaves its error on the connection */
    return code == SQLITE_OK ? TZ_OK : tz_fail_memory(ledger);
}
