/* grid.h: records in columns of fixed width, printed by libsmartcols. */
#ifndef TZ_RENDER_GRID_H
#define TZ_RENDER_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "sink.h"
#include "taizhang.h"

typedef struct tz_grid tz_grid;

typedef struct tz_grid_column {
    size_t width; /* at least 2, so that every character fits */
    bool is_right;
} tz_grid_column;

typedef struct tz_grid_cell {
    const char *text;   /* printable (wrap.h); wrapped where it is wider than the column */
    const char *colour; /* an escape sequence, or NULL */
} tz_grid_cell;

/* The blanks between two columns. */
#define TZ_GRID_GAP "  "

/* `columns` must stay until the close, as must the sink. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_grid_open(tz_sink *sink, const tz_grid_column *columns, size_t count, bool use_colour,
                       tz_grid **grid);
/* Adds a record, of as many lines as its highest cell takes. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_grid_add(tz_grid *grid, const tz_grid_cell *cells);
/* Prints the records added since the last call. TZ_OK; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_grid_print(tz_grid *grid);
/* `grid` may be NULL. */
void tz_grid_close(tz_grid *grid);

#endif
