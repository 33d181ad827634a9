/* render.c: from a result set to a format. */
#include "render.h"

#include <assert.h>

#include "book.h"
#include "utf8_locale.h"

static tz_format_function *const formats[] = {
    [TZ_FORMAT_TABLE] = tz_render_table,
    [TZ_FORMAT_CSV] = tz_render_csv,
    [TZ_FORMAT_JSON] = tz_render_json,
    [TZ_FORMAT_MARKDOWN] = tz_render_markdown,
};

tz_status tz_rendering_each_row(tz_rendering *rendering, tz_row_function *add_row, void *context)
{
    for (;;) {
        bool has_row;
        tz_status status = tz_rows_next(rendering->rows, &has_row);
        if (status != TZ_OK || !has_row)
            return status;
        status = add_row(rendering, context);
        if (status == TZ_OK)
            status = tz_sink_drain(&rendering->sink);
        if (status != TZ_OK)
            return status;
        rendering->row_count++;
    }
}

static tz_status run_format(tz_rendering *rendering)
{
    tz_utf8_locale locale;
    tz_utf8_locale_enter(&locale);
    tz_status status = formats[rendering->options->format](rendering);
    tz_utf8_locale_leave(&locale);
    return status;
}

tz_status tz_render(tz_rows *rows, const tz_render_options *options, FILE *out, uint64_t *row_count)
{
    assert(rows && options && out);
    assert(options->format <= TZ_FORMAT_XLSX);
    if (options->format > TZ_FORMAT_MARKDOWN)
        return tz_render_book(rows, options, out, row_count);
    tz_rendering rendering = {.rows = rows, .options = options, .sink = {.out = out}};
    tz_status status = tz_sink_close(&rendering.sink, run_format(&rendering));
    if (row_count)
        *row_count = status == TZ_OK ? rendering.row_count : 0;
    return status;
}
