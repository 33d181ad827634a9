/* html.c: a document as one HTML file that needs nothing beside it: no script, no request. */
#include "embedded_file.h"
#include "markup.h"

/* document.css, built in. */
extern const struct tz_embedded document_css_files[];

static void add_element(tz_buffer *out, const char *start, const char *text, const char *end)
{
    tz_buffer_add_text(out, start);
    markup_add(out, text);
    tz_buffer_add_text(out, end);
}

/* ---- tables */

/* Text is set anew below its title in a narrow window; a table of numbers is moved sideways. */
static bool is_of_text(const document_table *table)
{
    size_t texts = 0;
    for (size_t i = 0; i < table->column_count; i++)
        texts += !table->columns[i].is_number && table->columns[i].title[0] != '\0';
    return 2 * texts >= table->column_count;
}

/* Left to itself a column of short texts beside one of long ones would be a character wide. */
static void add_column_widths(tz_buffer *out, const document_table *table)
{
    tz_buffer_add_text(out, "<colgroup>");
    for (size_t i = 0; i < table->column_count; i++)
        tz_buffer_format(out, "<col style=\"width:%.1f%%\">", document_column_width(table, i, 100));
    tz_buffer_add_text(out, "</colgroup>\n");
}

static void add_table_head(tz_buffer *out, const document_table *table)
{
    tz_buffer_add_text(out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].title[0] == '\0')
            tz_buffer_add_text(out, "<td role=\"cell\"></td>");
        else
            add_element(out, "<th scope=\"col\" role=\"columnheader\">", table->columns[i].title,
                        "</th>");
    tz_buffer_add_text(out, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
}

/* The first cell is the row's header; each other says in a narrow window what it is. */
static void add_table_row(tz_buffer *out, const document_table *table, size_t row)
{
    tz_buffer_add_text(out, "<tr role=\"row\">");
    for (size_t i = 0; i < table->column_count; i++) {
        const char *element = i == 0 ? "th scope=\"row\" role=\"rowheader\"" : "td role=\"cell\"";
        tz_buffer_format(out, "<%s%s data-title=\"", element,
                         table->columns[i].is_number ? " class=\"number\"" : "");
        markup_add(out, table->columns[i].title);
        add_element(out, "\">", document_cell(table, row, i), i == 0 ? "</th>" : "</td>");
    }
    tz_buffer_add_text(out, "</tr>\n");
}

static void add_table(tz_buffer *out, const document_block *block)
{
    const document_table *table = block->table;
    tz_buffer_add_text(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    markup_add(out, block->text ? block->text : "表格");
    tz_buffer_format(out, "\">\n<table role=\"table\" class=\"%s\">\n",
                     is_of_text(table) ? "of-text" : "of-numbers");
    if (block->text)
        add_element(out, "<caption>", block->text, "</caption>\n");
    if (is_of_text(table))
        add_column_widths(out, table);
    add_table_head(out, table);
    for (size_t row = 0; row < document_row_count(table); row++)
        add_table_row(out, table, row);
    tz_buffer_add_text(out, "</tbody>\n</table>\n</div>\n");
}

/* ---- the page */

/* The numbers of the picture, for a screen reader and a narrow screen. */
static void add_figures(tz_buffer *out, const document_block *block)
{
    document *figures = document_of_figures(block);
    if (figures) {
        tz_buffer_add_text(out, "<details>\n<summary>数据</summary>\n");
        add_table(out, &figures->blocks[0]);
        tz_buffer_add_text(out, "</details>\n");
    } else
        out->failed = true;
    document_free(figures);
}

static void add_figure(tz_buffer *out, const document_block *block, size_t number)
{
    tz_buffer_add_text(out, "<figure>\n");
    add_element(out, "<figcaption>", block->text, "</figcaption>\n");
    markup_add_chart(out, block, number);
    if (block->chart->alternative && !block->chart->is_in_a_table)
        add_element(out, "<p class=\"alternative\">", block->chart->alternative, "</p>\n");
    add_figures(out, block);
    tz_buffer_add_text(out, "</figure>\n");
}

static void add_heading(tz_buffer *out, const document_block *block)
{
    int level = block->level == 0 ? 2 : block->level + 1;
    tz_buffer_format(out, "<h%d%s>", level, block->level == 0 ? " class=\"annex-title\"" : "");
    markup_add(out, block->text);
    tz_buffer_format(out, "</h%d>\n", level);
}

static void add_signature(tz_buffer *out, const document_block *block)
{
    tz_buffer_add_text(out, "<div class=\"signature\">");
    if (block->text[0] != '\0')
        add_element(out, "<p>", block->text, "</p>");
    add_element(out, "<p>", block->day, "</p></div>\n");
}

static void add_block(tz_buffer *out, const document_block *block, size_t number)
{
    switch (block->kind) {
    case BLOCK_SUBTITLE:
        add_element(out, "<p class=\"subtitle\">", block->text, "</p>\n");
        break;
    case BLOCK_ADDRESSEE:
        add_element(out, "<p class=\"addressee\">", block->text, "</p>\n");
        break;
    case BLOCK_PARAGRAPH:
        if (block->text[0] != '\0')
            add_element(out, "<p>", block->text, "</p>\n");
        break;
    case BLOCK_HEADING:
        add_heading(out, block);
        break;
    case BLOCK_SIGNATURE:
        add_signature(out, block);
        break;
    case BLOCK_ANNEX:
        add_element(out, "<p class=\"annex\">", block->text, "</p>\n");
        break;
    case BLOCK_TABLE:
        add_table(out, block);
        break;
    case BLOCK_CHART:
        add_figure(out, block, number);
        break;
    }
}

void document_write_html(const document *paper, tz_buffer *out)
{
    tz_buffer_add_text(out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                            "<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, "
                            "initial-scale=1\">\n");
    add_element(out, "<title>", paper->title, "</title>\n<style>\n");
    tz_buffer_add_text(out, document_css_files[0].text);
    tz_buffer_add_text(out, "</style>\n</head>\n<body>\n<main>\n");
    if (paper->number)
        add_element(out, "<p class=\"document-number\">", paper->number, "</p>\n");
    add_element(out, "<h1>", paper->title, "</h1>\n");
    for (size_t i = 0; i < paper->block_count; i++)
        add_block(out, &paper->blocks[i], i);
    tz_buffer_add_text(out, "</main>\n</body>\n</html>\n");
}
