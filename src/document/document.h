/* document.h: a paper as an office writes it (公文): title, number, paragraphs, headings, tables,
 * charts, signature. It knows no ledger; the writers turn it into Markdown, HTML and DOCX. */
#ifndef TAIZHANG_DOCUMENT_DOCUMENT_H
#define TAIZHANG_DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

typedef enum block_kind {
    BLOCK_SUBTITLE,  /* 题注: below the title, in the middle, as a day in brackets */
    BLOCK_ADDRESSEE, /* 主送机关: without indentation */
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,   /* level 1 一、 2 （一） 3 */
    BLOCK_SIGNATURE, /* 落款: who signs, and the day, to the right */
    BLOCK_ANNEX,     /* 附件: from here on annexes; each begins with one */
    BLOCK_TABLE,
    BLOCK_CHART
} block_kind;

typedef struct document_column {
    const char *title;
    unsigned weight; /* its share of the width */
    bool is_number;  /* set in the middle; a narrow window scrolls, where text is set anew */
} document_column;

typedef struct document_table {
    document_column *columns;
    size_t column_count;
    char **cells; /* row by row */
    size_t cell_count, cell_capacity;
} document_table;

typedef enum chart_kind {
    CHART_BARS,  /* a bar for each category, stacked of the series */
    CHART_LINES, /* a line for each series over the categories */
    CHART_HEAT   /* a square for each category and series: a percentage from 0 to 100 */
} chart_kind;

/* What a colour means; each also has its word or number beside it. */
typedef enum chart_tone { TONE_GREEN, TONE_YELLOW, TONE_RED, TONE_BLUE, TONE_GREY } chart_tone;

typedef struct document_chart {
    chart_kind kind;
    char *alternative;  /* what the picture says, in words */
    bool is_in_a_table; /* a table of the document gives the same figures: only a screen shows it */
    char **series;      /* names */
    chart_tone *tones;  /* of the series */
    size_t series_count;
    char **categories; /* names */
    size_t category_count;
    double *values; /* category by category; NAN where there is none */
} document_chart;

typedef struct document_block {
    block_kind kind;
    int level;  /* of a heading */
    char *text; /* of a table and a chart: its title; of an annex: its label, 附件1 */
    char *day;  /* of a signature */
    document_table *table;
    document_chart *chart;
} document_block;

typedef struct document {
    char *title;
    char *number; /* 文号, above the title (GB/T 9704-2012, 7.2.5), or NULL */
    char *day;    /* YYYY-MM-DD, of its properties; or NULL */
    document_block *blocks;
    size_t block_count;
    bool failed; /* memory ran out: further additions do nothing */
} document;

/* NULL without memory. Texts given are copied. */
document *document_new(const char *title);
void document_free(document *paper); /* may be NULL */
void document_set_number(document *paper, const char *number);
void document_set_day(document *paper, const char *day);

void document_add_heading(document *paper, int level, const char *text);
/* A subtitle, a paragraph or an addressee; "" is a blank line on paper. */
void document_add_text(document *paper, block_kind kind, const char *text);
void document_add_paragraph(document *paper, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* `issuer` "" or NULL: the day alone, or behind another such the second line of it. */
void document_add_signature(document *paper, const char *issuer, const char *day);
void document_add_annex(document *paper, const char *label, const char *title);

/* An empty table, which belongs to the document; NULL without memory, and all that takes a table or
 * a chart takes NULL. `title` may be NULL. */
document_table *document_add_table(document *paper, const char *title,
                                   const document_column *columns, size_t count);
/* The next cell; a row is as many as there are columns. */
void document_add_cell(document *paper, document_table *table, const char *text);
size_t document_row_count(const document_table *table);
/* What the column takes of a table that is `width` wide. */
double document_column_width(const document_table *table, size_t column, double width);
const char *document_cell(const document_table *table, size_t row, size_t column);

document_chart *document_add_chart(document *paper, chart_kind kind, const char *title);
void document_add_series(document *paper, document_chart *chart, const char *name, chart_tone tone);
/* A category with a value for each series there is, NAN for none. */
void document_add_category(document *paper, document_chart *chart, const char *name,
                           const double *values);
void document_set_alternative(document *paper, document_chart *chart, const char *text);
/* A document whose one block is the table of a chart's figures, with its title: a row for each
 * category, its name first. NULL without memory. */
document *document_of_figures(const document_block *block);
/* A value as it is printed: whole, or with one decimal; "—" for none. */
void document_add_value(tz_buffer *out, double value);

/* How tall the document is on the paper of document_write_docx, in points, on which
 * DOCUMENT_PAGE_HEIGHT are one page: rather more than less. INFINITY with an annex or a chart; 0
 * where memory ran out for the document, which may lack any of its texts. */
double document_height(const document *paper);
enum { DOCUMENT_PAGE_HEIGHT = 637 };

/* ---- the writers: each appends the whole file; `out` fails without memory. */

void document_write_markdown(const document *paper, tz_buffer *out);
void document_write_html(const document *paper, tz_buffer *out);
/* False where the package can't be made; `out` fails where memory ran out, for it or for the
 * document. */
bool document_write_docx(const document *paper, tz_buffer *out);

#endif
