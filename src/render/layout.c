/* layout.c: how wide each column of a table gets. */
#include "layout.h"

enum {
    NARROWEST = 2,   /* a Chinese character */
    TITLE_LEAST = 4, /* a title of four characters on two lines */
    TEXT_EASY = 24,  /* twelve characters: reads well */
    TEXT_CLOSE = 12, /* six: a unit's name in two lines */
    TEXT_LEAST = 10  /* five: better than a block for each row */
};

typedef size_t floor_function(const tz_column_width *column);

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t natural_width(const tz_column_width *column)
{
    return larger(NARROWEST, larger(column->title, column->values));
}

static size_t title_floor(const tz_column_width *column)
{
    return larger(NARROWEST, larger(column->title_part, smaller(column->title, TITLE_LEAST)));
}

static size_t text_floor(const tz_column_width *column, size_t text_width)
{
    if (!column->wraps)
        return larger(title_floor(column), column->values);
    size_t part =
        smaller(column->value_part, TEXT_CLOSE); /* no word is broken, but a path may be */
    return larger(title_floor(column), smaller(column->values, larger(text_width, part)));
}

static size_t easy_floor(const tz_column_width *column)
{
    return text_floor(column, TEXT_EASY);
}

static size_t close_floor(const tz_column_width *column)
{
    return text_floor(column, TEXT_CLOSE);
}

static size_t least_floor(const tz_column_width *column)
{
    return text_floor(column, TEXT_LEAST);
}

static tz_column_width *widest_above(tz_column_width *columns, size_t count, floor_function *floor)
{
    tz_column_width *widest = NULL;
    for (size_t i = 0; i < count; i++)
        if (columns[i].width > floor(&columns[i]) && (!widest || columns[i].width > widest->width))
            widest = &columns[i];
    return widest;
}

/* Takes from the widest column, one at a time, until the sum is `room` or all are at their floor.
 */
static size_t shrink(tz_column_width *columns, size_t count, size_t sum, size_t room,
                     floor_function *floor)
{
    tz_column_width *widest;
    while (sum > room && (widest = widest_above(columns, count, floor)) != NULL) {
        widest->width--;
        sum--;
    }
    return sum;
}

bool tz_layout_fit(tz_column_width *columns, size_t count, size_t gap, size_t window)
{
    size_t sum = 0, gaps = count > 0 ? (count - 1) * gap : 0;
    for (size_t i = 0; i < count; i++) {
        columns[i].width = natural_width(&columns[i]);
        if (window > 0 &&
            columns[i].wraps) /* a text of a million characters isn't shrunk step by step */
            columns[i].width = smaller(columns[i].width, larger(window, least_floor(&columns[i])));
        sum += columns[i].width;
    }
    if (window == 0)
        return true;
    if (gaps >= window)
        return false;
    sum = shrink(columns, count, sum, window - gaps, easy_floor);
    sum = shrink(columns, count, sum, window - gaps, close_floor);
    sum = shrink(columns, count, sum, window - gaps, least_floor);
    return sum <= window - gaps;
}
