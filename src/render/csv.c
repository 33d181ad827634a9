/* csv.c: a result set as CSV (RFC 4180), for programs, or with titles for Excel and WPS. */
#include <string.h>

#include "cell.h"
#include "formula.h"
#include "render.h"

/* Excel takes a file without a byte order mark for one in the system's code page. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void add_line_end(tz_rendering *rendering)
{
    tz_buffer_add_text(&rendering->sink.text, rendering->options->use_titles ? "\r\n" : "\n");
}

static bool needs_quotes(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] == ',' || text[i] == '"' || text[i] == '\r' || text[i] == '\n')
            return true;
    return false;
}

static void add_text(tz_rendering *rendering, const char *text, size_t size)
{
    tz_buffer *line = &rendering->sink.text;
    bool quotes = needs_quotes(text, size);
    if (quotes)
        tz_buffer_add_char(line, '"');
    /* Excel would run it as a formula, also one that someone else put into the ledger. */
    if (rendering->options->use_titles && tz_is_like_formula(text, size))
        tz_buffer_add_char(line, '\'');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"')
            tz_buffer_add_char(line, '"');
        tz_buffer_add_char(line, text[i]);
    }
    if (quotes)
        tz_buffer_add_char(line, '"');
}

static bool has_word(const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    return tz_rows_value_type(rows, column) != TZ_VALUE_NULL &&
           (type == TZ_COLUMN_WORD || type == TZ_COLUMN_FLAG);
}

static void add_value(tz_rendering *rendering, int column)
{
    const tz_rows *rows = rendering->rows;
    if (rendering->options->use_titles && has_word(rows, column)) {
        const char *word = tz_rows_word(rows, column);
        add_text(rendering, word, strlen(word));
    } else if (tz_rows_value_type(rows, column) == TZ_VALUE_TEXT) {
        size_t size;
        const char *text = tz_rows_text(rows, column, &size);
        add_text(rendering, text, size);
    } else {
        tz_cell_add_exact(&rendering->sink.text, rows, column);
    }
}

static tz_status add_row(tz_rendering *rendering, void *context)
{
    (void)context;
    tz_buffer *line = &rendering->sink.text;
    int count = tz_rows_column_count(rendering->rows);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            tz_buffer_add_char(line, ',');
        add_value(rendering, i);
    }
    if (line->size == 0) /* the only value is empty, and readers pass over an empty line */
        tz_buffer_add_text(line, "\"\"");
    add_line_end(rendering);
    return TZ_OK;
}

static void add_header(tz_rendering *rendering)
{
    bool use_titles = rendering->options->use_titles;
    int count = tz_rows_column_count(rendering->rows);
    if (use_titles && !rendering->options->is_continued)
        tz_buffer_add_text(&rendering->sink.text, BYTE_ORDER_MARK);
    for (int i = 0; i < count; i++) {
        const char *name = use_titles ? tz_rows_column_title(rendering->rows, i)
                                      : tz_rows_column_name(rendering->rows, i);
        if (i > 0)
            tz_buffer_add_char(&rendering->sink.text, ',');
        add_text(rendering, name, strlen(name));
    }
    add_line_end(rendering);
}

tz_status tz_render_csv(tz_rendering *rendering)
{
    add_header(rendering);
    tz_status status = tz_sink_drain(&rendering->sink);
    if (status == TZ_OK)
        status = tz_rendering_each_row(rendering, add_row, NULL);
    return status;
}
