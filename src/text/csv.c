#include "csv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include LIBCSV_HEADER /* by its path: <csv.h> would be ours */

#include "buffer.h"
#include "fold.h"
#include "line_count.h"
#include "separator.h"

enum {
    /* Read ahead of the first row at most to find the separator. */
    LONGEST_HEAD = 1 << 18,
    /* libcsv's buffer grows by this many bytes at a time. */
    CELL_GROWTH = 4096
};

/* The offset of a cell that is NULL. */
#define NO_CELL SIZE_MAX

/* libcsv is fed line by line, so that at most one row ends in each feed and lines are counted
 * beside it. It drops blank lines by itself, but without a word; they are kept from it, so that a
 * row's first line is known. */
struct tz_csv {
    tz_text_source *source;
    struct csv_parser parser;
    tz_status status; /* of the first failure, from then on that of every call */
    tz_csv_problem problem;
    size_t problem_line;

    tz_buffer head;    /* what finding the separator has read ahead */
    const char *piece; /* read and not yet parsed */
    size_t piece_size;
    bool has_started, has_ended;
    bool is_exact;

    tz_line_count lines;
    size_t row_line, cell_line; /* where the row and the cell that are being read start */
    bool row_has_begun, row_has_ended;
    tz_buffer text; /* the row's cells, each with its NUL */
    size_t offsets[TZ_CSV_MOST_CELLS];
    const char *cells[TZ_CSV_MOST_CELLS];
    size_t count;
};

static void reject(tz_csv *csv, tz_csv_problem problem, size_t line)
{
    if (csv->status != TZ_OK)
        return;
    csv->status = TZ_REJECTED;
    csv->problem = problem;
    csv->problem_line = line;
}

static size_t longest_cell(const tz_csv *csv)
{
    return csv->is_exact ? TZ_CSV_LONGEST_EXACT_CELL : TZ_CSV_LONGEST_CELL;
}

static size_t longest_row(const tz_csv *csv)
{
    return csv->is_exact ? TZ_CSV_LONGEST_EXACT_ROW : TZ_CSV_LONGEST_ROW;
}

static void add_cell(tz_csv *csv, const char *bytes, size_t size)
{
    csv->offsets[csv->count++] = bytes ? csv->text.size : NO_CELL;
    if (!csv->is_exact)
        tz_trim(&bytes, &size);
    tz_buffer_add(&csv->text, bytes, size);
    tz_buffer_add_char(&csv->text, '\0');
    if (csv->text.failed)
        csv->status = TZ_NO_MEMORY;
}

/* libcsv's call at the end of a cell. It hands over NULL for an empty one in exact reading only. */
static void end_cell(void *bytes, size_t size, void *context)
{
    tz_csv *csv = context;
    if (csv->status == TZ_OK && csv->count == TZ_CSV_MOST_CELLS)
        reject(csv, TZ_CSV_TOO_MANY_CELLS, csv->row_line);
    if (size > longest_cell(csv))
        reject(csv, TZ_CSV_CELL_TOO_LONG, csv->cell_line);
    if (csv->text.size + size > longest_row(csv))
        reject(csv, TZ_CSV_ROW_TOO_LONG, csv->row_line);
    if (csv->status == TZ_OK)
        add_cell(csv, bytes, size);
    csv->cell_line = csv->lines.line;
}

static void begin_row(tz_csv *csv)
{
    csv->row_has_begun = csv->row_has_ended = false;
    csv->count = 0;
    tz_buffer_clear(&csv->text);
}

/* libcsv's call at the end of a row. A line of wide blanks or of "" alone is no row either. */
static void end_row(int terminator, void *context)
{
    (void)terminator;
    tz_csv *csv = context;
    bool is_blank = csv->count == 1 && csv->text.size == 1 && !csv->is_exact;
    if (is_blank)
        begin_row(csv);
    else
        csv->row_has_ended = true;
}

static void note_parser_error(tz_csv *csv, tz_csv_problem problem)
{
    if (csv_error(&csv->parser) == CSV_EPARSE)
        reject(csv, problem, csv->cell_line);
    else if (csv->status == TZ_OK)
        csv->status = TZ_NO_MEMORY;
}

/* Takes the bytes of `size` up to and with the next line end off the piece. */
static const char *take_line(tz_csv *csv, size_t *size)
{
    const char *line = csv->piece;
    size_t length = 0;
    while (length < csv->piece_size && line[length] != '\n' && line[length] != '\r')
        length++;
    if (length < csv->piece_size)
        length++;
    csv->piece += length;
    csv->piece_size -= length;
    *size = length;
    return line;
}

static bool is_blank_line(tz_csv *csv, const char *line, size_t size)
{
    unsigned char separator = csv_get_delim(&csv->parser);
    for (size_t i = 0; i < size; i++)
        if (strchr(" \t\r\n", line[i]) == NULL || (unsigned char)line[i] == separator)
            return false;
    return true;
}

static void parse_line(tz_csv *csv, const char *line, size_t size)
{
    if (!csv->row_has_begun && is_blank_line(csv, line, size)) {
        tz_line_count_add(&csv->lines, line, size);
        return;
    }
    if (!csv->row_has_begun) {
        csv->row_has_begun = true;
        csv->row_line = csv->cell_line = csv->lines.line;
    }
    if (csv_parse(&csv->parser, line, size, end_cell, end_row, csv) != size)
        note_parser_error(csv, TZ_CSV_STRAY_QUOTE);
    /* a cell that goes on and on, as behind a quote that was forgotten */
    if (csv_get_buffer_size(&csv->parser) > longest_cell(csv) + 2 * CELL_GROWTH)
        reject(csv, TZ_CSV_CELL_TOO_LONG, csv->cell_line);
    tz_line_count_add(&csv->lines, line, size);
}

static void parse_end(tz_csv *csv)
{
    csv->has_ended = true;
    if (csv_fini(&csv->parser, end_cell, end_row, csv) != 0)
        note_parser_error(csv, TZ_CSV_OPEN_QUOTE);
}

static void read_piece(tz_csv *csv)
{
    csv->status = tz_text_source_read(csv->source, &csv->piece, &csv->piece_size);
    if (csv->status == TZ_REJECTED) {
        csv->problem = TZ_CSV_NOT_TEXT;
        csv->problem_line = csv->lines.line;
    }
}

/* Reads ahead to the end of the first row and finds the separator there. */
static void start(tz_csv *csv)
{
    tz_separator_search search = {0};
    csv->has_started = true;
    do {
        read_piece(csv);
        tz_separator_search_add(&search, csv->piece, csv->piece_size);
        tz_buffer_add(&csv->head, csv->piece, csv->piece_size);
    } while (csv->status == TZ_OK && csv->piece_size > 0 && !search.has_ended &&
             csv->head.size < LONGEST_HEAD);
    if (csv->status == TZ_OK && csv->head.failed)
        csv->status = TZ_NO_MEMORY;
    csv->piece = tz_buffer_text(&csv->head);
    csv->piece_size = csv->head.size;
    csv_set_delim(&csv->parser, (unsigned char)tz_separator_found(&search));
}

static void advance(tz_csv *csv)
{
    if (csv->piece_size == 0)
        read_piece(csv);
    if (csv->status != TZ_OK)
        return;
    size_t size;
    const char *line = take_line(csv, &size);
    if (size > 0)
        parse_line(csv, line, size);
    else
        parse_end(csv);
}

static void hand_out(tz_csv *csv, tz_csv_row *row)
{
    for (size_t i = 0; i < csv->count; i++)
        csv->cells[i] =
            csv->offsets[i] == NO_CELL ? NULL : tz_buffer_text(&csv->text) + csv->offsets[i];
    *row = (tz_csv_row){csv->row_line, csv->count, csv->cells};
}

tz_status tz_csv_next(tz_csv *csv, tz_csv_row *row, bool *has_row)
{
    *row = (tz_csv_row){0};
    *has_row = false;
    begin_row(csv);
    if (!csv->has_started)
        start(csv);
    while (csv->status == TZ_OK && !csv->row_has_ended && !csv->has_ended)
        advance(csv);
    if (csv->status == TZ_OK && csv->row_has_ended) {
        hand_out(csv, row);
        *has_row = true;
    }
    return csv->status;
}

static tz_status open_csv(tz_text_source *source, unsigned char options, tz_csv **csv)
{
    *csv = NULL;
    tz_csv *opened = calloc(1, sizeof *opened);
    if (opened == NULL)
        return TZ_NO_MEMORY;
    options |= CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL;
    if (csv_init(&opened->parser, options) != 0) {
        free(opened);
        return TZ_NO_MEMORY;
    }
    csv_set_blk_size(&opened->parser, CELL_GROWTH);
    opened->source = source;
    opened->lines.line = 1;
    *csv = opened;
    return TZ_OK;
}

tz_status tz_csv_open(tz_text_source *source, tz_csv **csv)
{
    return open_csv(source, 0, csv);
}

tz_status tz_csv_open_exact(tz_text_source *source, tz_csv **csv)
{
    tz_status status = open_csv(source, CSV_EMPTY_IS_NULL, csv);
    if (status == TZ_OK)
        (*csv)->is_exact = (*csv)->has_started = true; /* the separator is known */
    return status;
}

tz_csv_problem tz_csv_problem_kind(const tz_csv *csv)
{
    return csv->problem;
}

size_t tz_csv_problem_line(const tz_csv *csv)
{
    return csv->problem_line;
}

void tz_csv_close(tz_csv *csv)
{
    if (csv == NULL)
        return;
    csv_free(&csv->parser);
    tz_buffer_free(&csv->head);
    tz_buffer_free(&csv->text);
    free(csv);
}
