/* render.h: what the formats share. A renderer knows a result set and where it goes, nothing else.
 */
#ifndef TZ_RENDER_RENDER_H
#define TZ_RENDER_RENDER_H

#include "sink.h"
#include "taizhang.h"

/* One call of tz_render. */
typedef struct tz_rendering {
    tz_rows *rows;
    const tz_render_options *options;
    tz_sink sink;
    uint64_t row_count; /* rows read so far */
} tz_rendering;

/* Receives the current row. What it adds to the sink's text is written before the next. */
typedef tz_status tz_row_function(tz_rendering *rendering, void *context);

/* Hands every row that is left to `add_row` and stops at the first failure. */
tz_status tz_rendering_each_row(tz_rendering *rendering, tz_row_function *add_row, void *context);

/* The formats. What is left in the sink's text when one returns is written by tz_render. */
typedef tz_status tz_format_function(tz_rendering *rendering);

tz_format_function tz_render_table, tz_render_csv, tz_render_json, tz_render_markdown;

#endif
