/* grid.c: records in columns of fixed width, printed by libsmartcols.
 *
 * libsmartcols aligns and colours. It is not left to wrap: its own wrapping knows no punctuation,
 * hides that memory ran out, and doesn't end where a Chinese character meets a column of width 1.
 * So a record is cut into lines here, and only one record's lines are in its table at a time. */
#include "grid.h"

#include <errno.h>
#include <libsmartcols/libsmartcols.h>
#include <stdlib.h>
#include <string.h>

#include "wrap.h"

struct tz_grid {
    tz_sink *sink;
    struct libscols_table *table;
    const tz_grid_column *columns;
    size_t count;
    const char **rests; /* of the current record's cells: what is not printed yet */
};

/* True when all settings were taken: a table has memory for them or not. */
static bool set_up(struct libscols_table *table, FILE *out, bool use_colour)
{
    return scols_table_set_default_symbols(table) == 0 && /* else they are made for each record */
           scols_table_set_stream(table, out) == 0 &&
           scols_table_set_termforce(table, SCOLS_TERMFORCE_NEVER) == 0 && /* widths are ours */
           scols_table_set_column_separator(table, TZ_GRID_GAP) == 0 &&
           scols_table_enable_noheadings(table, 1) == 0 &&
           scols_table_enable_noencoding(table, 1) == 0 && /* the text is printable */
           scols_table_enable_minout(table, 1) == 0 &&     /* no blanks at the end of a line */
           scols_table_enable_colors(table, use_colour) == 0;
}

static bool add_columns(tz_grid *grid)
{
    for (size_t i = 0; i < grid->count; i++) {
        /* strict: without it an empty column is 1 wide, whatever the hint */
        int flags = SCOLS_FL_STRICTWIDTH | (grid->columns[i].is_right ? SCOLS_FL_RIGHT : 0);
        if (!scols_table_new_column(grid->table, NULL, (double)grid->columns[i].width, flags))
            return false;
    }
    return true;
}

tz_status tz_grid_open(tz_sink *sink, const tz_grid_column *columns, size_t count, bool use_colour,
                       tz_grid **grid)
{
    *grid = NULL;
    tz_grid *made = calloc(1, sizeof *made);
    if (!made)
        return TZ_NO_MEMORY;
    *made = (tz_grid){.sink = sink, .columns = columns, .count = count};
    made->rests = calloc(count, sizeof *made->rests);
    made->table = scols_new_table();
    if (!made->rests || !made->table || !set_up(made->table, sink->out, use_colour) ||
        !add_columns(made)) {
        tz_grid_close(made);
        return TZ_NO_MEMORY;
    }
    *grid = made;
    return TZ_OK;
}

/* Takes the next line's piece off `*rest`, without blanks at either end of it. TZ_NO_MEMORY. */
static tz_status take_piece(const char **rest, size_t width, char **piece)
{
    *rest += strspn(*rest, " ");
    size_t size = tz_text_fit(*rest, width);
    const char *text = *rest;
    *rest += size;
    while (size > 0 && text[size - 1] == ' ')
        size--;
    *piece = strndup(text, size);
    return *piece ? TZ_OK : TZ_NO_MEMORY;
}

static tz_status fill_cell(struct libscols_cell *cell, const char **rest, size_t width,
                           const char *colour)
{
    char *piece;
    if (take_piece(rest, width, &piece) != TZ_OK)
        return TZ_NO_MEMORY;
    scols_cell_refer_data(cell, piece); /* which frees it */
    bool done = !colour || *piece == '\0' || scols_cell_set_color(cell, colour) == 0;
    return done ? TZ_OK : TZ_NO_MEMORY;
}

/* Adds a line with the next piece of every cell. `*is_last`: nothing is left of any. */
static tz_status add_line(tz_grid *grid, const tz_grid_cell *cells, bool *is_last)
{
    struct libscols_line *line = scols_table_new_line(grid->table, NULL);
    if (!line)
        return TZ_NO_MEMORY;
    *is_last = true;
    for (size_t i = 0; i < grid->count; i++) {
        if (*grid->rests[i] == '\0')
            continue;
        tz_status status = fill_cell(scols_line_get_cell(line, i), &grid->rests[i],
                                     grid->columns[i].width, cells[i].colour);
        if (status != TZ_OK)
            return status;
        if (*grid->rests[i] != '\0')
            *is_last = false;
    }
    return TZ_OK;
}

tz_status tz_grid_add(tz_grid *grid, const tz_grid_cell *cells)
{
    tz_status status = TZ_OK;
    bool is_last = false;
    for (size_t i = 0; i < grid->count; i++)
        grid->rests[i] = cells[i].text;
    while (status == TZ_OK && !is_last)
        status = add_line(grid, cells, &is_last);
    return status;
}

tz_status tz_grid_print(tz_grid *grid)
{
    errno = 0;
    int failure = scols_print_table(grid->table);
    scols_table_remove_lines(grid->table);
    return failure ? TZ_NO_MEMORY : tz_sink_check(grid->sink);
}

void tz_grid_close(tz_grid *grid)
{
    if (!grid)
        return;
    scols_unref_table(grid->table);
    free(grid->rests);
    free(grid);
}
