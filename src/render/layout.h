/* layout.h: how wide each column of a table gets. */
#ifndef TZ_RENDER_LAYOUT_H
#define TZ_RENDER_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

/* What a column asks for, in columns of the terminal, and what it gets. */
typedef struct tz_column_width {
    size_t title;      /* the whole title */
    size_t title_part; /* the widest part of it that should not be broken */
    size_t values;     /* the widest value */
    bool wraps;        /* values may be broken over several lines */
    size_t width;      /* what it gets; at least 2, the width of a Chinese character */
    size_t value_part; /* the widest part of a value that should not be broken */
} tz_column_width;

/* Sets the widths so that `count` columns with `gap` blanks between them fit a window (0: no
 * bound). Long text gives way first, the longest most, then titles; values that may not be broken
 * keep their width. False where the columns don't fit however narrow they are made. */
bool tz_layout_fit(tz_column_width *columns, size_t count, size_t gap, size_t window);

#endif
