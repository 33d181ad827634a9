/* row_values.c: what a result set tells about its columns and the current row. */
#include <assert.h>

#include "rows.h"

static const tz_column *column_of(const tz_rows *rows, int column)
{
    assert(column >= 0 && column < rows->column_count);
    return &rows->columns[column];
}

const char *tz_rows_report(const tz_rows *rows)
{
    return rows->report;
}

const char *tz_rows_title(const tz_rows *rows)
{
    return rows->title ? rows->title : rows->report;
}

const char *tz_rows_as_of(const tz_rows *rows)
{
    return rows->as_of[0] ? rows->as_of : NULL;
}

int tz_rows_column_count(const tz_rows *rows)
{
    return rows->column_count;
}

const char *tz_rows_column_name(const tz_rows *rows, int column)
{
    return column_of(rows, column)->name;
}

const char *tz_rows_column_title(const tz_rows *rows, int column)
{
    const tz_column *asked = column_of(rows, column);
    return asked->title ? asked->title : asked->name;
}

tz_column_type tz_rows_column_type(const tz_rows *rows, int column)
{
    return column_of(rows, column)->type;
}

tz_value_type tz_rows_value_type(const tz_rows *rows, int column)
{
    switch (column_of(rows, column)->value_type) {
    case SQLITE_INTEGER:
        return TZ_VALUE_INTEGER;
    case SQLITE_FLOAT:
        return TZ_VALUE_REAL;
    case SQLITE_TEXT:
        return TZ_VALUE_TEXT;
    case SQLITE_BLOB:
        return TZ_VALUE_BLOB;
    default:
        return TZ_VALUE_NULL;
    }
}

int64_t tz_rows_integer(const tz_rows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column_of(rows, column)->index);
}

double tz_rows_real(const tz_rows *rows, int column)
{
    return sqlite3_column_double(rows->statement, column_of(rows, column)->index);
}

const char *tz_rows_text(const tz_rows *rows, int column, size_t *size)
{
    const tz_column *asked = column_of(rows, column);
    if (size)
        *size = asked->size;
    return asked->text ? asked->text : "";
}

static const char *flag_word(tz_language language, bool is_set)
{
    return is_set ? TZ_PICK(language, "是", "yes") : TZ_PICK(language, "否", "no");
}

const char *tz_rows_word(const tz_rows *rows, int column)
{
    const tz_column *asked = column_of(rows, column);
    const char *text = tz_rows_text(rows, column, NULL), *word = NULL;
    if (asked->type == TZ_COLUMN_FLAG && asked->value_type == SQLITE_INTEGER)
        return flag_word(rows->ledger->language, tz_rows_integer(rows, column) != 0);
    if (asked->type == TZ_COLUMN_WORD)
        word = tz_word_of(rows->words, rows->word_count, asked->word_name, text);
    return word ? word : text;
}
