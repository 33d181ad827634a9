/* markdown.c: a document as GitHub Flavored Markdown. */
#include <string.h>

#include "document.h"
#include "mended.h"

/* Text that no character of which is markup; a line end becomes `line_end`. */
static void add_escaped(tz_buffer *out, const char *text, size_t size, const char *line_end)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n')
            tz_buffer_add_text(out, line_end);
        else if (byte < ' ')
            continue;
        else {
            if (strchr("\\|`*_<[]~&", byte) || (i == 0 && strchr("#+->", byte)))
                tz_buffer_add_char(out, '\\');
            tz_buffer_add_char(out, text[i]);
        }
    }
}

static void add_inline(tz_buffer *out, const char *text, size_t size)
{
    add_escaped(out, text, size, "<br>");
}

static void add_text(tz_buffer *out, const char *text)
{
    tz_add_mended(out, text, strlen(text), add_inline);
}

static void add_line(tz_buffer *out, const char *before, const char *text)
{
    if (*text == '\0')
        return;
    tz_buffer_add_text(out, before);
    add_text(out, text);
    tz_buffer_add_text(out, "\n\n");
}

static void add_row_start(tz_buffer *out, size_t column)
{
    tz_buffer_add_text(out, column == 0 ? "| " : " | ");
}

static void add_rule(tz_buffer *out, const document_table *table)
{
    tz_buffer_add_char(out, '|');
    for (size_t i = 0; i < table->column_count; i++)
        tz_buffer_add_text(out, table->columns[i].is_number ? " ---: |" : " --- |");
    tz_buffer_add_char(out, '\n');
}

static void add_table(tz_buffer *out, const document_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        add_row_start(out, i);
        add_text(out, table->columns[i].title);
    }
    tz_buffer_add_text(out, " |\n");
    add_rule(out, table);
    for (size_t row = 0; row < document_row_count(table); row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            add_row_start(out, i);
            add_text(out, document_cell(table, row, i));
        }
        tz_buffer_add_text(out, " |\n");
    }
    tz_buffer_add_char(out, '\n');
}

static void add_chart(tz_buffer *out, const document_chart *chart)
{
    tz_buffer_add_text(out, "| |");
    for (size_t i = 0; i < chart->series_count; i++) {
        tz_buffer_add_char(out, ' ');
        add_text(out, chart->series[i]);
        tz_buffer_add_text(out, " |");
    }
    tz_buffer_add_text(out, "\n| --- |");
    for (size_t i = 0; i < chart->series_count; i++)
        tz_buffer_add_text(out, " ---: |");
    tz_buffer_add_char(out, '\n');
    for (size_t row = 0; row < chart->category_count; row++) {
        tz_buffer_add_text(out, "| ");
        add_text(out, chart->categories[row]);
        tz_buffer_add_text(out, " |");
        for (size_t i = 0; i < chart->series_count; i++) {
            tz_buffer_add_char(out, ' ');
            document_add_value(out, chart->values[row * chart->series_count + i]);
            tz_buffer_add_text(out, " |");
        }
        tz_buffer_add_char(out, '\n');
    }
    tz_buffer_add_char(out, '\n');
}

/* The figures of a chart and what it says, unless a table has them already. */
static void add_picture(tz_buffer *out, const document_block *block)
{
    const document_chart *chart = block->chart;
    if (chart->is_in_a_table)
        return;
    add_line(out, "", block->text);
    if (chart->alternative)
        add_line(out, "> ", chart->alternative);
    add_chart(out, chart);
}

static const char *const heading_marks[] = {"## ", "## ", "### ", "#### "};

static void add_signature(tz_buffer *out, const document_block *block)
{
    if (block->text[0] != '\0')
        add_line(out, "", block->text);
    add_line(out, "", block->day);
}

static void add_block(tz_buffer *out, const document_block *block)
{
    switch (block->kind) {
    case BLOCK_SUBTITLE:
    case BLOCK_ADDRESSEE:
    case BLOCK_PARAGRAPH:
        add_line(out, "", block->text);
        break;
    case BLOCK_HEADING:
        add_line(out, heading_marks[block->level], block->text);
        break;
    case BLOCK_SIGNATURE:
        add_signature(out, block);
        break;
    case BLOCK_ANNEX:
        add_line(out, "---\n\n", block->text);
        break;
    case BLOCK_TABLE:
        if (block->text)
            add_line(out, "", block->text);
        add_table(out, block->table);
        break;
    case BLOCK_CHART:
        add_picture(out, block);
        break;
    }
}

void document_write_markdown(const document *paper, tz_buffer *out)
{
    if (paper->number)
        add_line(out, "", paper->number);
    add_line(out, "# ", paper->title);
    for (size_t i = 0; i < paper->block_count; i++)
        add_block(out, &paper->blocks[i]);
    while (!out->failed && out->size > 1 && out->bytes[out->size - 2] == '\n')
        out->bytes[--out->size] = '\0';
}
