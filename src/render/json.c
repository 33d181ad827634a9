/* json.c: a result set as JSON (RFC 8259), one row a line. */
#include <math.h>
#include <string.h>

#include "cell.h"
#include "render.h"

static void add_string(tz_buffer *out, const char *text, size_t size)
{
    tz_buffer_add_char(out, '"');
    tz_add_mended(out, text, size, tz_add_json_escaped);
    tz_buffer_add_char(out, '"');
}

static void add_string_or_null(tz_buffer *out, const char *text)
{
    if (text)
        add_string(out, text, strlen(text));
    else
        tz_buffer_add_text(out, "null");
}

/* JSON has no word for infinity. */
static void add_real(tz_buffer *out, double number)
{
    if (isfinite(number))
        tz_add_real(out, number);
    else
        tz_buffer_add_text(out, "null");
}

static void add_text(tz_buffer *out, const tz_rows *rows, int column)
{
    size_t size;
    const char *text = tz_rows_text(rows, column, &size);
    add_string(out, text, size);
}

static void add_blob(tz_buffer *out, const tz_rows *rows, int column)
{
    tz_buffer_add_char(out, '"');
    tz_cell_add_exact(out, rows, column);
    tz_buffer_add_char(out, '"');
}

static void add_integer(tz_buffer *out, const tz_rows *rows, int column)
{
    if (tz_rows_column_type(rows, column) == TZ_COLUMN_FLAG)
        tz_buffer_add_text(out, tz_cell_is_false(rows, column) ? "false" : "true");
    else
        tz_cell_add_exact(out, rows, column);
}

static void add_value(tz_buffer *out, const tz_rows *rows, int column)
{
    switch (tz_rows_value_type(rows, column)) {
    case TZ_VALUE_NULL:
        tz_buffer_add_text(out, "null");
        break;
    case TZ_VALUE_INTEGER:
        add_integer(out, rows, column);
        break;
    case TZ_VALUE_REAL:
        add_real(out, tz_rows_real(rows, column));
        break;
    case TZ_VALUE_TEXT:
        add_text(out, rows, column);
        break;
    case TZ_VALUE_BLOB:
        add_blob(out, rows, column);
        break;
    }
}

/* `context`: the keys of the columns in order, each as JSON with its NUL. */
static tz_status add_row(tz_rendering *rendering, void *context)
{
    tz_buffer *line = &rendering->sink.text;
    const char *key = context;
    int count = tz_rows_column_count(rendering->rows);
    tz_buffer_add_text(line, rendering->row_count > 0 ? ",\n{" : "\n{");
    for (int i = 0; i < count; i++) {
        if (i > 0)
            tz_buffer_add_text(line, ", ");
        tz_buffer_add_text(line, key);
        tz_buffer_add_text(line, ": ");
        add_value(line, rendering->rows, i);
        key += strlen(key) + 1;
    }
    tz_buffer_add_char(line, '}');
    return TZ_OK;
}

static void add_keys(tz_buffer *keys, const tz_rows *rows)
{
    int count = tz_rows_column_count(rows);
    for (int i = 0; i < count; i++) {
        const char *name = tz_rows_column_name(rows, i);
        add_string(keys, name, strlen(name));
        tz_buffer_add_char(keys, '\0');
    }
}

static void add_head(tz_rendering *rendering)
{
    tz_buffer *line = &rendering->sink.text;
    tz_buffer_add_text(line, "{\"format\": 1, \"report\": ");
    add_string_or_null(line, tz_rows_report(rendering->rows));
    tz_buffer_add_text(line, ", \"as_of\": ");
    add_string_or_null(line, tz_rows_as_of(rendering->rows));
    tz_buffer_add_text(line, ", \"rows\": [");
}

tz_status tz_render_json(tz_rendering *rendering)
{
    tz_buffer keys = {0};
    add_keys(&keys, rendering->rows);
    add_head(rendering);
    tz_status status = keys.failed ? TZ_NO_MEMORY : TZ_OK;
    if (status == TZ_OK)
        status = tz_rendering_each_row(rendering, add_row, keys.bytes);
    tz_buffer_add_text(&rendering->sink.text, rendering->row_count > 0 ? "\n]}\n" : "]}\n");
    tz_buffer_free(&keys);
    return status;
}
