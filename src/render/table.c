/* table.c: a result set as a table that fits the window, or as one block a row where it can't.
 *
 * The widths of the columns are known only after the last row, so all rows are kept: as the text
 * that is going to be printed, one cell behind the other. */
#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "grid.h"
#include "layout.h"
#include "render.h"
#include "wrap.h"

enum {
    BAR_CELLS = 10,
    SHARE_CELLS = 5, /* a row has several */
    BAR_GAP = '\t'   /* between a bar and its figure while rows are kept; no text has one */
};

typedef struct kept_column {
    bool has_number;
    bool has_text;
} kept_column;

typedef struct kept_rows {
    /* The titles, then the rows; of each cell its colour, which is a lamp's, as one character, and
     * its text with a NUL. */
    tz_buffer cells;
    bool has_bars;
    size_t count; /* of columns */
    kept_column *columns;
    tz_column_width *widths;
    tz_grid_cell *record; /* the cells of the row that is being printed */
    tz_grid_column *grid_columns;
} kept_rows;

static const char *escape_sequence(char colour)
{
    static const char *const sequences[TZ_LAMP_COUNT] = {
        [TZ_LAMP_RED] = "\033[31m",  [TZ_LAMP_YELLOW] = "\033[33m", [TZ_LAMP_GREEN] = "\033[32m",
        [TZ_LAMP_BLUE] = "\033[34m", [TZ_LAMP_GREY] = "\033[90m",
    };
    return sequences[colour - '0'];
}

static void add_colour(tz_buffer *cells, tz_lamp lamp)
{
    tz_buffer_add_char(cells, (char)('0' + lamp));
}

static bool is_number(const tz_rows *rows, int column)
{
    tz_value_type type = tz_rows_value_type(rows, column);
    return type == TZ_VALUE_INTEGER || type == TZ_VALUE_REAL;
}

/* ---------------------------------------------------------------- keeping the rows */

static void free_rows(kept_rows *kept)
{
    tz_buffer_free(&kept->cells);
    free(kept->columns);
    free(kept->widths);
    free(kept->record);
    free(kept->grid_columns);
}

static tz_status alloc_rows(kept_rows *kept, size_t count)
{
    kept->count = count;
    kept->columns = calloc(count, sizeof *kept->columns);
    kept->widths = calloc(count, sizeof *kept->widths);
    kept->record = calloc(count, sizeof *kept->record);
    kept->grid_columns = calloc(count, sizeof *kept->grid_columns);
    bool done = kept->columns && kept->widths && kept->record && kept->grid_columns;
    return done ? TZ_OK : TZ_NO_MEMORY;
}

static void add_title(kept_rows *kept, const tz_rows *rows, int index)
{
    tz_buffer *cells = &kept->cells;
    const char *title = tz_rows_column_title(rows, index);
    size_t start = cells->size;
    add_colour(cells, TZ_LAMP_NONE);
    tz_add_mended(cells, title, strlen(title), tz_add_printable);
    tz_buffer_add_char(cells, '\0');
    if (cells->failed)
        return;
    kept->widths[index].title = tz_text_width(cells->bytes + start + 1);
    kept->widths[index].title_part = tz_text_widest_part(cells->bytes + start + 1);
}

/* In eighths of a character; the least that isn't nothing is seen as a sliver. */
static void add_bar(tz_buffer *cells, double share, int length)
{
    static const char *const eighths[] = {"·", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
    int filled = (int)(share * length * 8 + 0.5);
    if (filled == 0 && share > 0)
        filled = 1;
    for (int i = 0; i < length; i++, filled -= 8)
        tz_buffer_add_text(cells, eighths[filled > 8 ? 8 : filled > 0 ? filled : 0]);
}

/* A bar is of the colour of its lamp, and has its figure beside it. */
static void add_bar_value(kept_rows *kept, const tz_rows *rows, int index, double share)
{
    tz_lamp lamp = tz_bar_lamp(rows, index);
    bool is_share = tz_rows_column_type(rows, index) == TZ_COLUMN_SHARE;
    add_colour(&kept->cells, lamp == TZ_LAMP_NONE ? TZ_LAMP_GREEN : lamp);
    add_bar(&kept->cells, share, is_share ? SHARE_CELLS : BAR_CELLS);
    tz_buffer_add_char(&kept->cells, BAR_GAP);
    tz_cell_add_readable(&kept->cells, rows, index, tz_add_printable);
    kept->has_bars = true;
}

static void add_value(kept_rows *kept, const tz_rows *rows, int index)
{
    double share;
    if (tz_cell_is_bar(rows, index, &share)) {
        add_bar_value(kept, rows, index, share);
    } else {
        add_colour(&kept->cells, tz_cell_lamp(rows, index));
        tz_cell_add_readable(&kept->cells, rows, index, tz_add_printable);
    }
    tz_buffer_add_char(&kept->cells, '\0');
}

static void add_cell(kept_rows *kept, const tz_rows *rows, int index)
{
    kept_column *column = &kept->columns[index];
    size_t start = kept->cells.size;
    add_value(kept, rows, index);
    if (kept->cells.failed)
        return;
    const char *text = kept->cells.bytes + start + 1; /* behind its colour */
    size_t width = tz_text_width(text);
    size_t part = tz_text_widest_part(text);
    if (width > kept->widths[index].values)
        kept->widths[index].values = width;
    if (part > kept->widths[index].value_part)
        kept->widths[index].value_part = part;
    if (is_number(rows, index))
        column->has_number = true;
    else if (*text != '\0')
        column->has_text = true;
}

static tz_status add_row(tz_rendering *rendering, void *context)
{
    kept_rows *kept = context;
    for (size_t i = 0; i < kept->count; i++)
        add_cell(kept, rendering->rows, (int)i);
    return kept->cells.failed ? TZ_NO_MEMORY : TZ_OK;
}

/* Numbers go to the right, also in a column that the ledger's dictionary doesn't know: count(*). */
static bool is_right_column(const kept_column *column, const tz_rows *rows, int index)
{
    bool is_untold = tz_rows_column_type(rows, index) == TZ_COLUMN_TEXT;
    return tz_column_is_numeric(rows, index) ||
           (is_untold && column->has_number && !column->has_text);
}

/* Figures of a column are set to the right behind their bars, which so begin one below the other.
 * What stands for the gap is one column wide. */
static tz_status align_bars(kept_rows *kept)
{
    tz_buffer aligned = {0};
    const char *cell = kept->cells.bytes, *end = cell + kept->cells.size;
    for (size_t i = 0; cell < end; i = (i + 1) % kept->count) {
        const char *gap = strchr(cell, BAR_GAP);
        if (gap) {
            size_t missing = kept->widths[i].values - tz_text_width(cell + 1);
            tz_buffer_add(&aligned, cell, (size_t)(gap - cell));
            tz_buffer_format(&aligned, "%*s%s", (int)missing + 1, "", gap + 1);
        } else {
            tz_buffer_add_text(&aligned, cell);
        }
        tz_buffer_add_char(&aligned, '\0');
        cell += strlen(cell) + 1;
    }
    tz_buffer_free(&kept->cells);
    kept->cells = aligned;
    return aligned.failed ? TZ_NO_MEMORY : TZ_OK;
}

/* Reads all rows into the table. */
static tz_status collect(tz_rendering *rendering, kept_rows *kept)
{
    const tz_rows *rows = rendering->rows;
    for (size_t i = 0; i < kept->count; i++)
        add_title(kept, rows, (int)i);
    tz_status status = kept->cells.failed ? TZ_NO_MEMORY : TZ_OK;
    if (status == TZ_OK)
        status = tz_rendering_each_row(rendering, add_row, kept);
    if (status == TZ_OK && kept->has_bars)
        status = align_bars(kept);
    for (size_t i = 0; i < kept->count; i++) {
        bool is_right = is_right_column(&kept->columns[i], rows, (int)i);
        kept->grid_columns[i].is_right = is_right;
        tz_column_type type = tz_rows_column_type(rows, (int)i);
        kept->widths[i].wraps = !is_right && (type == TZ_COLUMN_TEXT || type == TZ_COLUMN_WORD);
    }
    return status;
}

/* ---------------------------------------------------------------- printing them */

/* Points the record at the cells from `cursor` on, and returns where the next row's start. */
static const char *read_record(kept_rows *kept, const char *cursor)
{
    for (size_t i = 0; i < kept->count; i++) {
        kept->record[i] = (tz_grid_cell){cursor + 1, escape_sequence(*cursor)};
        cursor += strlen(cursor) + 1;
    }
    return cursor;
}

static tz_status print_table(tz_rendering *rendering, kept_rows *kept)
{
    for (size_t i = 0; i < kept->count; i++)
        kept->grid_columns[i].width = kept->widths[i].width;
    tz_grid *grid;
    tz_status status = tz_grid_open(&rendering->sink, kept->grid_columns, kept->count,
                                    rendering->options->use_colour, &grid);
    const char *cursor = kept->cells.bytes, *end = cursor + kept->cells.size;
    while (status == TZ_OK && cursor < end) {
        cursor = read_record(kept, cursor);
        status = tz_grid_add(grid, kept->record);
        if (status == TZ_OK)
            status = tz_grid_print(grid);
    }
    tz_grid_close(grid);
    return status;
}

/* Prints the values of the record that are not empty, each after its title. */
static tz_status print_block(tz_grid *grid, const kept_rows *kept)
{
    tz_status status = TZ_OK;
    const char *title = kept->cells.bytes + 1;
    for (size_t i = 0; status == TZ_OK && i < kept->count; i++) {
        if (*kept->record[i].text != '\0') {
            tz_grid_cell line[] = {{title, NULL}, kept->record[i]};
            status = tz_grid_add(grid, line);
        }
        title += strlen(title) + 2; /* its NUL and the next one's colour */
    }
    if (status == TZ_OK)
        status = tz_grid_print(grid);
    return status;
}

static tz_status print_block_heading(tz_rendering *rendering, uint64_t number)
{
    tz_buffer_format(&rendering->sink.text, "── %llu ──\n", (unsigned long long)number);
    return tz_sink_drain(&rendering->sink);
}

/* Titles take what they need, but at most a third of the window. */
static void set_block_widths(const kept_rows *kept, size_t window, tz_grid_column columns[2])
{
    size_t title = 0;
    for (size_t i = 0; i < kept->count; i++)
        if (kept->widths[i].title > title)
            title = kept->widths[i].title;
    if (title > window / 3)
        title = window / 3;
    if (title < 2)
        title = 2;
    size_t taken = title + strlen(TZ_GRID_GAP);
    columns[0] = (tz_grid_column){title, false};
    columns[1] = (tz_grid_column){window < taken + 2 ? 2 : window - taken, false};
}

static tz_status print_blocks(tz_rendering *rendering, kept_rows *kept)
{
    tz_grid_column columns[2];
    set_block_widths(kept, rendering->options->width, columns);
    tz_grid *grid;
    tz_status status =
        tz_grid_open(&rendering->sink, columns, 2, rendering->options->use_colour, &grid);
    const char *cursor = read_record(kept, kept->cells.bytes); /* past the titles */
    for (uint64_t i = 1; status == TZ_OK && i <= rendering->row_count; i++) {
        cursor = read_record(kept, cursor);
        if (rendering->row_count > 1)
            status = print_block_heading(rendering, i);
        if (status == TZ_OK)
            status = print_block(grid, kept);
    }
    tz_grid_close(grid);
    return status;
}

static tz_status print(tz_rendering *rendering, kept_rows *kept)
{
    bool fits =
        tz_layout_fit(kept->widths, kept->count, strlen(TZ_GRID_GAP), rendering->options->width);
    return fits ? print_table(rendering, kept) : print_blocks(rendering, kept);
}

tz_status tz_render_table(tz_rendering *rendering)
{
    kept_rows kept = {0};
    tz_status status = alloc_rows(&kept, (size_t)tz_rows_column_count(rendering->rows));
    if (status == TZ_OK)
        status = collect(rendering, &kept);
    if (status == TZ_OK && rendering->row_count > 0)
        status = print(rendering, &kept);
    free_rows(&kept);
    return status;
}
