/* markdown.c: a result set as a table of GitHub Flavored Markdown. */
#include <string.h>

#include "cell.h"
#include "render.h"

/* Keeps a character of the text from being read as markup. A line end can't stand inside a row. */
static void add_escaped(tz_buffer *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n')
            tz_buffer_add_text(out, "<br>");
        else if (byte == '\r' && i + 1 < size && text[i + 1] == '\n')
            continue;
        else if (byte == '\r')
            tz_buffer_add_text(out, "<br>");
        else if (byte < ' ')
            tz_buffer_add_char(out, ' ');
        else {
            if (strchr("\\|`*_<[]~&", byte))
                tz_buffer_add_char(out, '\\');
            tz_buffer_add_char(out, text[i]);
        }
    }
}

static tz_status add_row(tz_rendering *rendering, void *context)
{
    (void)context;
    tz_buffer *line = &rendering->sink.text;
    int count = tz_rows_column_count(rendering->rows);
    for (int i = 0; i < count; i++) {
        tz_buffer_add_text(line, "| ");
        tz_cell_add_readable(line, rendering->rows, i, add_escaped);
        tz_buffer_add_char(line, ' ');
    }
    tz_buffer_add_text(line, "|\n");
    return TZ_OK;
}

static void add_header(tz_buffer *out, const tz_rows *rows)
{
    int count = tz_rows_column_count(rows);
    for (int i = 0; i < count; i++) {
        const char *title = tz_rows_column_title(rows, i);
        tz_buffer_add_text(out, "| ");
        tz_add_mended(out, title, strlen(title), add_escaped);
        tz_buffer_add_char(out, ' ');
    }
    tz_buffer_add_text(out, "|\n");
    for (int i = 0; i < count; i++)
        tz_buffer_add_text(out, tz_column_is_numeric(rows, i) ? "| ---: " : "| --- ");
    tz_buffer_add_text(out, "|\n");
}

tz_status tz_render_markdown(tz_rendering *rendering)
{
    add_header(&rendering->sink.text, rendering->rows);
    return tz_rendering_each_row(rendering, add_row, NULL);
}
