/* height.c: how tall a document is on paper, at the sizes that docx.c and docx/styles.xml set: for
 * what must be one page. Where fonts differ it reckons with the wider: Western letters and digits
 * as those of DejaVu Serif, which stands in where Times New Roman isn't installed. */
#include <math.h>
#include <string.h>

#include "document.h"
#include "fold.h"

/* Points. */
static const double TEXT_WIDTH = 442.2, TEXT_SIZE = 16, LINE = 28;
static const double TITLE_SIZE = 22, TITLE_LINE = 35, TITLE_AFTER = 28, SIGNATURE_BEFORE = 56;
static const double CELL_SIZE = 10.5, CELL_LINE = 15, CELL_SPACE = 2, CELL_MARGINS = 8.5,
                    BORDER = 0.5;

/* Ems. */
static const double INDENT = 2, WESTERN = 0.64, BESIDE_WESTERN = 0.5;

static bool is_one_of(const char *marks, uint32_t character)
{
    for (const char *at = marks, *end = marks + strlen(marks); at < end;)
        if (tz_utf8_next(&at, end) == character)
            return true;
    return false;
}

static bool is_western(uint32_t character)
{
    return !tz_is_chinese(character) && !tz_is_blank(character) && character != '\n';
}

/* Whether no line ends between two characters. */
static bool stick(uint32_t left, uint32_t right)
{
    return right != '\n' &&
           (is_one_of("，。、；：！？）》”’】〕…％%)!,.:;?", right) ||
            is_one_of("（《“‘【〔(", left) || (is_western(left) && is_western(right)));
}

/* The width in ems of what no line end divides, from `*at` on, with the space that is left between
 * it and a Chinese character. */
static double next_word(const char **at, const char *end)
{
    double width = 0;
    bool goes_on = true;
    for (uint32_t before = '\n'; goes_on;) {
        uint32_t character = tz_utf8_next(at, end);
        const char *next = *at;
        if (!is_western(character))
            width += 1;
        else
            width += is_western(before) ? WESTERN : WESTERN + BESIDE_WESTERN;
        goes_on = next < end && stick(character, tz_utf8_next(&next, end));
        before = character;
    }
    return width;
}

/* How many lines of `width` ems a text takes. */
static double line_count(const char *text, double indent, double width)
{
    const char *end = text + strlen(text);
    double used = indent, lines = 1;
    while (text < end) {
        bool is_end = *text == '\n';
        double word = next_word(&text, end);
        if (is_end || (used > 0 && used + word > width)) {
            lines++;
            used = 0;
        }
        if (!is_end) {
            lines += floor((used + word) / width);
            used = fmod(used + word, width);
        }
    }
    return lines;
}

static double paragraph_height(const char *text)
{
    return LINE * line_count(text, INDENT, TEXT_WIDTH / TEXT_SIZE);
}

/* ---- tables */

static double cell_lines(const document_table *table, size_t column, const char *text)
{
    double width = document_column_width(table, column, TEXT_WIDTH) - CELL_MARGINS;
    return line_count(text, 0, width / CELL_SIZE);
}

static double row_height(double lines)
{
    return CELL_LINE * lines + CELL_SPACE + BORDER;
}

/* With the empty line behind it. */
static double table_height(const document_block *block)
{
    const document_table *table = block->table;
    double height = block->text ? LINE + row_height(1) : row_height(1), lines = 1;
    for (size_t i = 0; i < table->column_count; i++)
        lines = fmax(lines, cell_lines(table, i, table->columns[i].title));
    height += row_height(lines);
    for (size_t row = 0; row < document_row_count(table); row++) {
        lines = 1;
        for (size_t i = 0; i < table->column_count; i++)
            lines = fmax(lines, cell_lines(table, i, document_cell(table, row, i)));
        height += row_height(lines);
    }
    return height;
}

/* ---- the whole */

static double block_height(const document_block *block)
{
    switch (block->kind) {
    case BLOCK_SUBTITLE:
    case BLOCK_ADDRESSEE:
    case BLOCK_PARAGRAPH:
    case BLOCK_HEADING:
        return paragraph_height(block->text);
    case BLOCK_SIGNATURE:
        return block->text[0] != '\0' ? SIGNATURE_BEFORE + 2 * LINE : LINE;
    case BLOCK_TABLE:
        return table_height(block);
    case BLOCK_ANNEX:
    case BLOCK_CHART:
        return INFINITY;
    }
    return 0;
}

double document_height(const document *paper)
{
    if (paper->failed)
        return 0;
    double height = TITLE_LINE * line_count(paper->title, 0, TEXT_WIDTH / TITLE_SIZE) + TITLE_AFTER;
    if (paper->number)
        height += paragraph_height(paper->number);
    for (size_t i = 0; i < paper->block_count; i++)
        height += block_height(&paper->blocks[i]);
    return height;
}
