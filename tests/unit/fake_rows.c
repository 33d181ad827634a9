/* fake_rows.c: the tz_rows functions over values made by hand. */
#include "fake_rows.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static size_t total(const tz_rows *rows)
{
    return rows->row_count * (rows->repeats ? rows->repeats : 1);
}

static const fake_value *value(const tz_rows *rows, int column)
{
    assert(rows->position > 0 && column >= 0 && column < rows->column_count);
    size_t row = (rows->position - 1) % rows->row_count;
    return &rows->values[row * (size_t)rows->column_count + (size_t)column];
}

tz_status tz_rows_next(tz_rows *rows, bool *has_row)
{
    *has_row = rows->position < total(rows);
    if (!*has_row)
        return rows->end;
    rows->position++;
    return TZ_OK;
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
    return rows->as_of;
}

int tz_rows_column_count(const tz_rows *rows)
{
    return rows->column_count;
}

const char *tz_rows_column_name(const tz_rows *rows, int column)
{
    return rows->columns[column].name;
}

const char *tz_rows_column_title(const tz_rows *rows, int column)
{
    return rows->columns[column].title;
}

tz_column_type tz_rows_column_type(const tz_rows *rows, int column)
{
    return rows->columns[column].type;
}

tz_value_type tz_rows_value_type(const tz_rows *rows, int column)
{
    return value(rows, column)->type;
}

int64_t tz_rows_integer(const tz_rows *rows, int column)
{
    return value(rows, column)->integer;
}

double tz_rows_real(const tz_rows *rows, int column)
{
    return value(rows, column)->real;
}

const char *tz_rows_text(const tz_rows *rows, int column, size_t *size)
{
    if (size)
        *size = value(rows, column)->size;
    return value(rows, column)->text;
}

const char *tz_rows_word(const tz_rows *rows, int column)
{
    return value(rows, column)->word;
}

char *fake_rows_render(tz_rows *rows, const tz_render_options *options, tz_status *status)
{
    char *text = NULL;
    size_t size;
    uint64_t row_count = 999;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    rows->position = 0;
    *status = tz_render(rows, options, out, &row_count);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(row_count, *status == TZ_OK ? total(rows) : 0);
    return text;
}

void fake_rows_assert(tz_rows *rows, const tz_render_options *options, const char *expected)
{
    tz_status status;
    char *text = fake_rows_render(rows, options, &status);
    assert_int_equal(status, TZ_OK);
    assert_string_equal(text, expected);
    free(text);
}
