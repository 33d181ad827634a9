/* html.c: result sets as one page that needs nothing else: no script, no request. Each is a table
 * with a caption; a narrow screen shows each row as a card (page.css). */
#include <string.h>

#include "book.h"
#include "cell.h"
#include "embedded_file.h"
#include "language.h"

extern const struct tz_embedded tz_style_files[];

typedef struct html_table {
    const tz_book_part *part;
    bool is_first; /* of the page */
    bool is_begun;
} html_table;

/* ---------------------------------------------------------------- text */

static void add_text(tz_buffer *out, const char *text)
{
    tz_add_mended(out, text, strlen(text), tz_add_markup_escaped);
}

static const char *lamp_class(tz_lamp lamp)
{
    static const char *const classes[TZ_LAMP_COUNT] = {
        [TZ_LAMP_RED] = "red",   [TZ_LAMP_YELLOW] = "yellow", [TZ_LAMP_GREEN] = "green",
        [TZ_LAMP_BLUE] = "blue", [TZ_LAMP_GREY] = "grey",
    };
    return classes[lamp];
}

/* ---------------------------------------------------------------- the page */

static void add_day(tz_buffer *out, const tz_render_options *options, const char *as_of)
{
    if (as_of)
        tz_buffer_format(out, "<p class=\"as-of\">%s %s</p>\n",
                         TZ_PICK(options->language, "截至", "as of"), as_of);
}

/* A page that has a title has its day under it, else the caption has both. */
static void add_head(tz_buffer *out, const tz_render_options *options, const char *title,
                     const char *as_of)
{
    tz_buffer_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                     TZ_PICK(options->language, "zh-CN", "en"));
    tz_buffer_add_text(out, "<meta name=\"viewport\" content=\"width=device-width, "
                            "initial-scale=1\">\n<title>");
    add_text(out, title);
    tz_buffer_add_text(out, "</title>\n<style>\n");
    tz_buffer_add_text(out, tz_style_files[0].text);
    tz_buffer_add_text(out, "</style>\n</head>\n<body>\n<main>\n");
    if (options->title) {
        tz_buffer_add_text(out, "<h1>");
        add_text(out, options->title);
        tz_buffer_add_text(out, "</h1>\n");
        add_day(out, options, as_of);
    }
}

void tz_html_end(tz_rendering *rendering, bool is_empty)
{
    tz_buffer *out = &rendering->sink.text;
    const tz_render_options *options = rendering->options;
    if (is_empty) {
        add_head(out, options, options->title ? options->title : "", NULL);
        tz_buffer_format(out, "<p class=\"none\">%s</p>\n",
                         TZ_PICK(options->language, "没有符合条件的记录", "nothing to list"));
    }
    tz_buffer_add_text(out, "</main>\n</body>\n</html>\n");
}

/* ---------------------------------------------------------------- a table */

/* The caption is the page's heading where the page has no other. */
static void add_caption(tz_buffer *out, const tz_rendering *rendering, const char *title)
{
    int level = rendering->options->title ? 2 : 1;
    tz_buffer_format(out, "<caption><h%d>", level);
    add_text(out, title);
    tz_buffer_format(out, "</h%d>\n", level);
    if (level == 1)
        add_day(out, rendering->options, tz_rows_as_of(rendering->rows));
    tz_buffer_add_text(out, "</caption>\n");
}

static const char *column_class(const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    if (tz_column_is_numeric(rows, column))
        return "number";
    return type == TZ_COLUMN_DAY || type == TZ_COLUMN_TIME ? "day" : NULL;
}

static void add_class(tz_buffer *out, const char *name)
{
    if (name)
        tz_buffer_format(out, " class=\"%s\"", name);
}

static void begin_table(tz_rendering *rendering, html_table *table)
{
    tz_buffer *out = &rendering->sink.text;
    const tz_rows *rows = rendering->rows;
    const char *title = table->part->title ? table->part->title : tz_rows_title(rows);
    int count = tz_rows_column_count(rows);
    if (table->is_first)
        add_head(out, rendering->options,
                 rendering->options->title ? rendering->options->title : title,
                 tz_rows_as_of(rows));
    tz_buffer_add_text(out, "<table>\n");
    add_caption(out, rendering, title);
    tz_buffer_add_text(out, "<thead>\n<tr>");
    for (int i = 0; i < count; i++) {
        tz_buffer_add_text(out, "<th scope=\"col\"");
        add_class(out, column_class(rows, i));
        tz_buffer_add_char(out, '>');
        add_text(out, tz_rows_column_title(rows, i));
        tz_buffer_add_text(out, "</th>");
    }
    tz_buffer_add_text(out, "</tr>\n</thead>\n<tbody>\n");
    table->is_begun = true;
}

static void add_meter(tz_buffer *out, tz_lamp lamp, double share)
{
    tz_buffer_add_text(out, "<meter");
    add_class(out, lamp == TZ_LAMP_NONE ? NULL : lamp_class(lamp));
    tz_buffer_format(out, " value=\"%.6g\"></meter> ", share);
}

static void add_cell(tz_buffer *out, const tz_rows *rows, int column)
{
    tz_lamp lamp = tz_cell_lamp(rows, column);
    double share;
    if (lamp != TZ_LAMP_NONE)
        tz_buffer_format(out, "<span class=\"lamp %s\">", lamp_class(lamp));
    if (tz_cell_is_bar(rows, column, &share))
        add_meter(out, tz_bar_lamp(rows, column), share);
    tz_cell_add_readable(out, rows, column, tz_add_markup_escaped);
    if (lamp != TZ_LAMP_NONE)
        tz_buffer_add_text(out, "</span>");
}

/* The first column is the row's heading; the others say their title where it is out of sight. */
static tz_status add_row(tz_rendering *rendering, void *context)
{
    html_table *table = context;
    tz_buffer *out = &rendering->sink.text;
    const tz_rows *rows = rendering->rows;
    int count = tz_rows_column_count(rows);
    if (!table->is_begun)
        begin_table(rendering, table);
    tz_buffer_add_text(out, "<tr>");
    for (int i = 0; i < count; i++) {
        tz_buffer_add_text(out, i == 0 ? "<th scope=\"row\"" : "<td");
        add_class(out, column_class(rows, i));
        tz_buffer_add_text(out, " data-title=\"");
        add_text(out, tz_rows_column_title(rows, i));
        tz_buffer_add_text(out, "\">");
        add_cell(out, rows, i);
        tz_buffer_add_text(out, i == 0 ? "</th>" : "</td>");
    }
    tz_buffer_add_text(out, "</tr>\n");
    return TZ_OK;
}

static void end_table(tz_rendering *rendering)
{
    tz_buffer *out = &rendering->sink.text;
    if (rendering->row_count == 0)
        tz_buffer_format(
            out, "<tr><td class=\"none\" colspan=\"%d\">%s</td></tr>\n",
            tz_rows_column_count(rendering->rows),
            TZ_PICK(rendering->options->language, "没有符合条件的记录", "nothing to list"));
    tz_buffer_add_text(out, "</tbody>\n</table>\n");
}

tz_status tz_html_add(tz_rendering *rendering, const tz_book_part *part, bool is_first)
{
    html_table table = {.part = part, .is_first = is_first};
    tz_status status = tz_rendering_each_row(rendering, add_row, &table);
    if (status == TZ_OK && !table.is_begun && !part->is_left_out_empty)
        begin_table(rendering, &table);
    if (status == TZ_OK && table.is_begun)
        end_table(rendering);
    return status;
}
