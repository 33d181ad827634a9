/* rows.c: the cursor over the rows of a query. */
#include "rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

tz_status tz_rows_new(tz_ledger *ledger, const char *report, tz_rows **rows)
{
    tz_rows *made = calloc(1, sizeof *made);
    *rows = NULL;
    if (made)
        made->report = strdup(report);
    if (!made || !made->report) {
        free(made);
        return tz_fail_memory(ledger);
    }
    made->ledger = ledger;
    *rows = made;
    return TZ_OK;
}

static void free_columns(tz_rows *rows)
{
    for (int i = 0; rows->columns && i < rows->made_count; i++) {
        free(rows->columns[i].name);
        free(rows->columns[i].title);
        free(rows->columns[i].word_name);
    }
    free(rows->columns);
}

void tz_rows_close(tz_rows *rows)
{
    if (!rows)
        return;
    sqlite3_finalize(rows->statement);
    sqlite3_close(rows->own_connection);
    free_columns(rows);
    tz_words_free(rows->words, rows->word_count);
    free(rows->table_columns);
    free(rows->sheet_columns);
    free(rows->title);
    free(rows->report);
    free(rows);
}

static tz_status fail_excess(tz_rows *rows)
{
    if (rows->sandbox.excess == TZ_EXCESS_MEMORY)
        return tz_fail(rows->ledger, TZ_REJECTED, "查询占用内存过多，已中止",
                       "the query was stopped: it takes too much memory");
    tz_fail(rows->ledger, TZ_REJECTED, "查询超时，已中止",
            "the query was stopped: its time is used up");
    tz_hint(rows->ledger, "请缩小查询范围，或用 --timeout 放宽",
            "ask for less, or allow more with --timeout");
    return TZ_REJECTED;
}

tz_status tz_rows_fail(tz_rows *rows)
{
    if (rows->sandbox.excess != TZ_WITHIN_BOUNDS)
        return fail_excess(rows);
    sqlite3 *connection =
        rows->statement ? sqlite3_db_handle(rows->statement) : rows->own_connection;
    return tz_fail_connection(rows->ledger, connection);
}

/* Makes the text of each value now, so that none can fail for memory when it is asked for. */
static bool make_texts(tz_rows *rows)
{
    for (int i = 0; i < rows->column_count; i++) {
        tz_column *column = &rows->columns[i];
        column->value_type = sqlite3_column_type(rows->statement, column->index);
        column->text = (const char *)sqlite3_column_text(rows->statement, column->index);
        column->size = (size_t)sqlite3_column_bytes(rows->statement, column->index);
        if (!column->text && column->value_type == SQLITE_BLOB && column->size == 0)
            column->text = "";
        if (!column->text && column->value_type != SQLITE_NULL)
            return false;
    }
    return true;
}

static tz_status step(tz_rows *rows, bool *has_row)
{
    rows->ledger->damaged_row = 0;
    int code = rows->is_bounded ? tz_sandbox_step(&rows->sandbox, rows->statement)
                                : sqlite3_step(rows->statement);
    if (rows->damaged_row == 0)
        rows->damaged_row = rows->ledger->damaged_row;
    *has_row = code == SQLITE_ROW;
    if (*has_row && !make_texts(rows)) {
        *has_row = false;
        rows->is_at_end = true;
        return tz_fail_memory(rows->ledger);
    }
    if (*has_row)
        return TZ_OK;
    rows->is_at_end = true;
    return code == SQLITE_DONE ? TZ_OK : tz_rows_fail(rows);
}

tz_status tz_rows_next(tz_rows *rows, bool *has_row)
{
    *has_row = rows->has_first_row;
    rows->has_first_row = false;
    if (!*has_row && !rows->is_at_end)
        rows->failure = step(rows, has_row);
    if (!*has_row)
        return rows->failure;
    if (rows->max_rows && rows->row_count == rows->max_rows) {
        rows->is_at_end = rows->is_cut = true;
        *has_row = false;
        return TZ_OK;
    }
    rows->row_count++;
    return TZ_OK;
}

bool tz_rows_is_cut(const tz_rows *rows)
{
    return rows->is_cut;
}

int64_t tz_rows_damaged_row(const tz_rows *rows)
{
    return rows->damaged_row;
}

static tz_status name_columns(tz_rows *rows)
{
    rows->column_count = rows->made_count = sqlite3_column_count(rows->statement);
    rows->columns = calloc((size_t)rows->column_count + 1, sizeof *rows->columns);
    if (!rows->columns)
        return tz_fail_memory(rows->ledger);
    for (int i = 0; i < rows->column_count; i++) {
        const char *name = sqlite3_column_name(rows->statement, i);
        rows->columns[i].index = i;
        rows->columns[i].name = name ? strdup(name) : NULL;
        if (!rows->columns[i].name)
            return tz_fail_memory(rows->ledger);
    }
    return TZ_OK;
}

/* A column that the dictionary doesn't have is what its first value is. */
static void guess_types(tz_rows *rows)
{
    for (int i = 0; i < rows->column_count; i++) {
        tz_column *column = &rows->columns[i];
        bool is_number = column->value_type == SQLITE_INTEGER || column->value_type == SQLITE_FLOAT;
        if (!column->is_known && is_number)
            column->type = TZ_COLUMN_NUMBER;
    }
}

static bool has_words(const tz_rows *rows)
{
    for (int i = 0; i < rows->column_count; i++)
        if (rows->columns[i].type == TZ_COLUMN_WORD)
            return true;
    return false;
}

static tz_status describe_columns(tz_rows *rows)
{
    sqlite3 *connection = sqlite3_db_handle(rows->statement);
    tz_status status = tz_dictionary_look_up(rows->ledger, connection, rows->report, rows->columns,
                                             rows->column_count);
    if (status == TZ_OK && has_words(rows))
        status = tz_words_read(rows->ledger, connection, &rows->words, &rows->word_count);
    return status;
}

tz_status tz_rows_start(tz_rows *rows)
{
    tz_status status = name_columns(rows);
    if (status == TZ_OK)
        status = step(rows, &rows->has_first_row);
    if (status == TZ_OK)
        status = describe_columns(rows);
    if (status == TZ_OK && rows->has_first_row)
        guess_types(rows);
    return status;
}

tz_column *tz_rows_find_column(const tz_rows *rows, const char *name, size_t size)
{
    for (int i = 0; i < rows->column_count; i++)
        if (strlen(rows->columns[i].name) == size &&
            strncmp(rows->columns[i].name, name, size) == 0)
            return &rows->columns[i];
    return NULL;
}

/* The shown columns are moved to the front, in the header's order; the others stay behind them. */
static void keep_columns(tz_rows *rows, const char *names)
{
    const char *name;
    size_t size;
    int kept = 0;
    while (names && (name = tz_report_next_column(&names, &size))) {
        tz_column *found = tz_rows_find_column(rows, name, size);
        if (!found || found < &rows->columns[kept])
            continue;
        tz_column moved = *found, *place = &rows->columns[kept++];
        *found = *place;
        *place = moved;
    }
    if (kept > 0)
        rows->column_count = kept;
}

void tz_rows_keep_table_columns(tz_rows *rows)
{
    keep_columns(rows, rows->table_columns);
}

void tz_rows_keep_sheet_columns(tz_rows *rows)
{
    keep_columns(rows, rows->sheet_columns ? rows->sheet_columns : rows->table_columns);
}

const tz_parameter *tz_parameter_find(const tz_parameter *parameters, size_t count,
                                      const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(parameters[i].name, name) == 0)
            return &parameters[i];
    return NULL;
}

static tz_status fail_parameter(tz_rows *rows, const char *name)
{
    if (!name)
        return tz_fail(rows->ledger, TZ_REJECTED, "参数须有名称，如 :unit",
                       "a parameter must have a name, like :unit");
    tz_fail(rows->ledger, TZ_REJECTED, "未给出参数 %s", "the parameter %s was not given", name);
    tz_hint(rows->ledger, "用 --param %s=值 给出", "give it with --param %s=value", name + 1);
    return TZ_REJECTED;
}

tz_status tz_fail_given_twice(tz_ledger *ledger, const char *name)
{
    return tz_fail(ledger, TZ_MALFORMED, "参数 %s 给出了两次", "the parameter %s is given twice",
                   name);
}

static tz_status check_given_once(tz_ledger *ledger, const tz_parameter *parameters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tz_parameter_find(parameters, i, parameters[i].name))
            return tz_fail_given_twice(ledger, parameters[i].name);
    return TZ_OK;
}

tz_status tz_rows_bind(tz_rows *rows, const tz_parameter *parameters, size_t count, bool may_miss)
{
    tz_status status = check_given_once(rows->ledger, parameters, count);
    if (status != TZ_OK)
        return status;
    int last = sqlite3_bind_parameter_count(rows->statement);
    for (int i = 1; i <= last; i++) {
        const char *name = sqlite3_bind_parameter_name(rows->statement, i);
        const tz_parameter *given = name ? tz_parameter_find(parameters, count, name + 1) : NULL;
        if (!given && !may_miss)
            return fail_parameter(rows, name);
        const char *value = given ? given->value : NULL;
        if (sqlite3_bind_text(rows->statement, i, value, -1, SQLITE_TRANSIENT) != SQLITE_OK)
            return tz_rows_fail(rows);
    }
    return TZ_OK;
}
