#include "dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"

static tz_column_type type_of(const char *name)
{
    static const char *const names[] = {
        [TZ_COLUMN_TEXT] = "text", [TZ_COLUMN_NUMBER] = "number",   [TZ_COLUMN_FLAG] = "flag",
        [TZ_COLUMN_DAY] = "day",   [TZ_COLUMN_PERCENT] = "percent", [TZ_COLUMN_BAR] = "bar",
        [TZ_COLUMN_WORD] = "word", [TZ_COLUMN_TIME] = "time",       [TZ_COLUMN_SHARE] = "share",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(name, names[i]) == 0)
            return (tz_column_type)i;
    return TZ_COLUMN_TEXT;
}

/* A table that the file doesn't have gives no statement and no failure: SQL is answered also then.
 */
static tz_status prepare(tz_ledger *ledger, sqlite3 *connection, const char *sql,
                         sqlite3_stmt **statement)
{
    int code = sqlite3_prepare_v2(connection, sql, -1, statement, NULL);
    if (code == SQLITE_OK || (code & 0xff) == SQLITE_ERROR)
        return TZ_OK;
    return tz_fail_connection(ledger, connection);
}

static tz_status finish(tz_ledger *ledger, sqlite3 *connection, sqlite3_stmt *statement,
                        tz_status status)
{
    if (sqlite3_finalize(statement) == SQLITE_OK || status != TZ_OK)
        return status;
    return tz_fail_connection(ledger, connection);
}

/* The columns of the query below. */
enum { VIEW_NAME, COLUMN_NAME, TYPE, ZH, EN };

static bool replace(char **text, const char *with)
{
    char *copy = strdup(with);
    if (copy) {
        free(*text);
        *text = copy;
    }
    return copy != NULL;
}

/* Takes the dictionary's row over into `column`; false without memory. */
static bool describe(const tz_ledger *ledger, const char *report, tz_column *column,
                     sqlite3_stmt *row, bool is_exact)
{
    column->is_known = true;
    column->is_exact = is_exact;
    column->type = type_of(tz_column_text(row, TYPE));
    /* In SQL of one's own a column is called what one called it: name may be of any table. */
    const char *title = strcmp(report, "sql") == 0
                            ? column->name
                            : tz_column_text(row, TZ_PICK(ledger->language, ZH, EN));
    return replace(&column->title, title) &&
           replace(&column->word_name, tz_column_text(row, COLUMN_NAME));
}

static bool is_better(const tz_column *column, sqlite3_stmt *row, bool is_exact)
{
    if (column->is_known && (column->is_exact || !is_exact))
        return false;
    return strcmp(column->name, tz_column_text(row, COLUMN_NAME)) == 0 ||
           strcmp(column->name, tz_column_text(row, ZH)) == 0;
}

/* Only the rows that may be about one of the columns, by either name: all of them take longer to
 * read than most reports. */
static tz_status prepare_look_up(tz_ledger *ledger, sqlite3 *connection, const tz_column *columns,
                                 int count, sqlite3_stmt **row)
{
    tz_buffer names = {0};
    for (int i = 0; i < count; i++)
        tz_buffer_format(&names, "%s?%d", i > 0 ? "," : "", i + 1);
    char *sql =
        sqlite3_mprintf("SELECT view_name, column_name, type, zh, en FROM dictionary\n"
                        "WHERE column_name IN (%s) OR zh IN (%s)\n"
                        "ORDER BY view_name = 'report' DESC, view_name = 'task_status' DESC",
                        tz_buffer_text(&names), tz_buffer_text(&names));
    tz_status status =
        names.failed || !sql ? tz_fail_memory(ledger) : prepare(ledger, connection, sql, row);
    for (int i = 0; i < count && *row; i++)
        sqlite3_bind_text(*row, i + 1, columns[i].name, -1, SQLITE_STATIC);
    sqlite3_free(sql);
    tz_buffer_free(&names);
    return status;
}

tz_status tz_dictionary_look_up(tz_ledger *ledger, sqlite3 *connection, const char *report,
                                tz_column *columns, int count)
{
    sqlite3_stmt *row = NULL;
    tz_status status = prepare_look_up(ledger, connection, columns, count, &row);
    while (row && status == TZ_OK && sqlite3_step(row) == SQLITE_ROW) {
        bool is_exact = strcmp(tz_column_text(row, VIEW_NAME), report) == 0;
        for (int i = 0; i < count && status == TZ_OK; i++)
            if (is_better(&columns[i], row, is_exact) &&
                !describe(ledger, report, &columns[i], row, is_exact))
                status = tz_fail_memory(ledger);
    }
    return finish(ledger, connection, row, status);
}

static bool add_word(tz_word **words, size_t *count, const char *column_name, const char *value,
                     const char *word)
{
    tz_word *grown = realloc(*words, (*count + 1) * sizeof *grown);
    if (!grown)
        return false;
    *words = grown;
    tz_word *added = &grown[(*count)++];
    *added = (tz_word){strdup(column_name), strdup(value), strdup(word)};
    return added->column_name && added->value && added->word;
}

tz_status tz_words_read(tz_ledger *ledger, sqlite3 *connection, tz_word **words, size_t *count)
{
    sqlite3_stmt *row = NULL;
    tz_status status =
        prepare(ledger, connection, "SELECT column_name, value, zh, en FROM word", &row);
    while (row && status == TZ_OK && sqlite3_step(row) == SQLITE_ROW)
        if (!add_word(words, count, tz_column_text(row, 0), tz_column_text(row, 1),
                      tz_column_text(row, ledger->language == TZ_ZH ? 2 : 3)))
            status = tz_fail_memory(ledger);
    return finish(ledger, connection, row, status);
}

void tz_words_free(tz_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(words[i].column_name);
        free(words[i].value);
        free(words[i].word);
    }
    free(words);
}

const char *tz_word_of(const tz_word *words, size_t count, const char *column_name,
                       const char *value)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].column_name, column_name) == 0 && strcmp(words[i].value, value) == 0)
            return words[i].word;
    return NULL;
}
