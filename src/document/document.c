/* document.c: making a document. */
#include "document.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A copy that the document owns; NULL for NULL, and without memory, which it remembers. */
static char *copy(document *paper, const char *text)
{
    char *copied = text ? strdup(text) : NULL;
    if (text && !copied)
        paper->failed = true;
    return copied;
}

/* Makes room for one more of `size` bytes behind `count`; the new place, or NULL. */
static void *grow(document *paper, void *list, size_t count, size_t size)
{
    void *grown = paper->failed ? NULL : realloc(list, (count + 1) * size);
    if (!grown)
        paper->failed = true;
    return grown;
}

document *document_new(const char *title)
{
    document *paper = calloc(1, sizeof *paper);
    if (paper)
        paper->title = copy(paper, title);
    if (paper && paper->failed) {
        free(paper);
        return NULL;
    }
    return paper;
}

static void free_texts(char **texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
}

static void free_table(document_table *table)
{
    if (!table)
        return;
    for (size_t i = 0; i < table->column_count; i++)
        free((char *)table->columns[i].title);
    free(table->columns);
    free_texts(table->cells, table->cell_count);
    free(table);
}

static void free_chart(document_chart *chart)
{
    if (!chart)
        return;
    free(chart->alternative);
    free_texts(chart->series, chart->series_count);
    free_texts(chart->categories, chart->category_count);
    free(chart->tones);
    free(chart->values);
    free(chart);
}

void document_free(document *paper)
{
    if (!paper)
        return;
    for (size_t i = 0; i < paper->block_count; i++) {
        document_block *block = &paper->blocks[i];
        free(block->text);
        free(block->day);
        free_table(block->table);
        free_chart(block->chart);
    }
    free(paper->blocks);
    free(paper->title);
    free(paper->number);
    free(paper->day);
    free(paper);
}

static void replace(document *paper, char **text, const char *with)
{
    free(*text);
    *text = copy(paper, with);
}

void document_set_number(document *paper, const char *number)
{
    replace(paper, &paper->number, number);
}

void document_set_day(document *paper, const char *day)
{
    replace(paper, &paper->day, day);
}

/* The new block; NULL without memory. */
static document_block *add_block(document *paper, block_kind kind, const char *text)
{
    document_block *blocks = grow(paper, paper->blocks, paper->block_count, sizeof *paper->blocks);
    if (!blocks)
        return NULL;
    paper->blocks = blocks;
    document_block *block = &blocks[paper->block_count++];
    *block = (document_block){.kind = kind, .text = copy(paper, text)};
    return block;
}

void document_add_heading(document *paper, int level, const char *text)
{
    document_block *block = add_block(paper, BLOCK_HEADING, text);
    if (block)
        block->level = level;
}

void document_add_text(document *paper, block_kind kind, const char *text)
{
    add_block(paper, kind, text);
}

void document_add_paragraph(document *paper, const char *format, ...)
{
    tz_buffer text = {0};
    va_list arguments;
    va_start(arguments, format);
    tz_buffer_format_list(&text, format, arguments);
    va_end(arguments);
    paper->failed |= text.failed;
    add_block(paper, BLOCK_PARAGRAPH, tz_buffer_text(&text));
    tz_buffer_free(&text);
}

void document_add_signature(document *paper, const char *issuer, const char *day)
{
    document_block *last = paper->block_count ? &paper->blocks[paper->block_count - 1] : NULL;
    if (last && last->kind == BLOCK_SIGNATURE && last->text && last->text[0] == '\0') {
        free(last->text);
        last->text = last->day;
        last->day = copy(paper, day);
        return;
    }
    document_block *block = add_block(paper, BLOCK_SIGNATURE, issuer ? issuer : "");
    if (block)
        block->day = copy(paper, day);
}

void document_add_annex(document *paper, const char *label, const char *title)
{
    add_block(paper, BLOCK_ANNEX, label);
    document_add_heading(paper, 0, title);
}

/* ---- tables */

document_table *document_add_table(document *paper, const char *title,
                                   const document_column *columns, size_t count)
{
    document_block *block = add_block(paper, BLOCK_TABLE, title);
    document_table *table = block ? calloc(1, sizeof *table) : NULL;
    if (!table) {
        paper->failed = true;
        return NULL;
    }
    block->table = table;
    table->columns = calloc(count, sizeof *table->columns);
    if (!table->columns) {
        paper->failed = true;
        return NULL;
    }
    table->column_count = count;
    for (size_t i = 0; i < count; i++) {
        table->columns[i] = columns[i];
        table->columns[i].title = copy(paper, columns[i].title ? columns[i].title : "");
    }
    return table;
}

void document_add_cell(document *paper, document_table *table, const char *text)
{
    if (!table || paper->failed)
        return;
    if (table->cell_count == table->cell_capacity) {
        size_t capacity = table->cell_capacity ? 2 * table->cell_capacity : 64;
        char **cells = realloc(table->cells, capacity * sizeof *cells);
        if (!cells) {
            paper->failed = true;
            return;
        }
        table->cells = cells;
        table->cell_capacity = capacity;
    }
    table->cells[table->cell_count] = copy(paper, text);
    if (!paper->failed)
        table->cell_count++;
}

size_t document_row_count(const document_table *table)
{
    return table && table->column_count ? table->cell_count / table->column_count : 0;
}

double document_column_width(const document_table *table, size_t column, double width)
{
    unsigned total = 0;
    for (size_t i = 0; i < table->column_count; i++)
        total += table->columns[i].weight;
    return width * table->columns[column].weight / (total ? total : 1);
}

const char *document_cell(const document_table *table, size_t row, size_t column)
{
    return table->cells[row * table->column_count + column];
}

/* ---- charts */

document_chart *document_add_chart(document *paper, chart_kind kind, const char *title)
{
    document_block *block = add_block(paper, BLOCK_CHART, title);
    if (!block)
        return NULL;
    block->chart = calloc(1, sizeof *block->chart);
    if (block->chart)
        block->chart->kind = kind;
    else
        paper->failed = true;
    return block->chart;
}

/* Adds a copy of `name` to a list of names. */
static void add_name(document *paper, char ***names, size_t *count, const char *name)
{
    char **grown = grow(paper, *names, *count, sizeof **names);
    if (!grown)
        return;
    *names = grown;
    grown[*count] = copy(paper, name);
    if (!paper->failed)
        ++*count;
}

void document_add_series(document *paper, document_chart *chart, const char *name, chart_tone tone)
{
    chart_tone *tones =
        chart ? grow(paper, chart->tones, chart->series_count, sizeof *chart->tones) : NULL;
    if (!tones)
        return;
    chart->tones = tones;
    tones[chart->series_count] = tone;
    add_name(paper, &chart->series, &chart->series_count, name);
}

void document_add_category(document *paper, document_chart *chart, const char *name,
                           const double *values)
{
    if (!chart || chart->series_count == 0)
        return;
    double *grown = grow(paper, chart->values, chart->category_count,
                         chart->series_count * sizeof *chart->values);
    if (!grown)
        return;
    chart->values = grown;
    memcpy(grown + chart->category_count * chart->series_count, values,
           chart->series_count * sizeof *values);
    add_name(paper, &chart->categories, &chart->category_count, name);
}

void document_set_alternative(document *paper, document_chart *chart, const char *text)
{
    if (chart)
        replace(paper, &chart->alternative, text);
}

void document_add_value(tz_buffer *out, double value)
{
    if (isnan(value))
        tz_buffer_add_text(out, "—");
    else
        tz_buffer_format(out, "%.15g", round(value * 10) / 10);
}
