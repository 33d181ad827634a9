/* sheet_chart.c: the numbers of a sheet as columns piled up, under its rows. */
#include <string.h>

#include "workbook.h"

static int find_column(const tz_rows *rows, const char *name)
{
    int count = tz_rows_column_count(rows);
    for (int i = 0; i < count; i++)
        if (strcmp(tz_rows_column_name(rows, i), name) == 0)
            return i;
    return -1;
}

static tz_status add_series(lxw_chart *chart, const tz_sheet_rows *at, const tz_rows *rows,
                            int category, int column)
{
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    if (!series)
        return TZ_NO_MEMORY;
    lxw_col_t side = (lxw_col_t)category, height = (lxw_col_t)column;
    chart_series_set_categories(series, at->name, 1, side, at->last, side);
    chart_series_set_values(series, at->name, 1, height, at->last, height);
    chart_series_set_name_range(series, at->name, 0, height);
    /* text; else they are taken for numbers */
    series->categories->has_string_cache = !tz_column_is_numeric(rows, category);
    tz_lamp lamp = tz_lamp_of(tz_rows_column_name(rows, column));
    if (lamp != TZ_LAMP_NONE) {
        lxw_chart_fill fill = {.color = tz_lamp_chart_colour(lamp)};
        chart_series_set_fill(series, &fill);
    }
    return TZ_OK;
}

/* Excel refuses a chart without numbers. */
static bool has_series(const tz_rows *rows, const char *const *names)
{
    bool has_numbers = false;
    for (size_t i = 1; names[i]; i++)
        has_numbers = has_numbers || find_column(rows, names[i]) >= 0;
    return has_numbers && find_column(rows, names[0]) >= 0;
}

static tz_status add_all_series(lxw_chart *chart, const tz_sheet_rows *at, const tz_rows *rows,
                                const char *const *names)
{
    int category = find_column(rows, names[0]);
    tz_status status = TZ_OK;
    for (size_t i = 1; status == TZ_OK && names[i]; i++) {
        int column = find_column(rows, names[i]);
        if (column >= 0)
            status = add_series(chart, at, rows, category, column);
    }
    return status;
}

tz_status tz_workbook_add_chart(tz_workbook *workbook, const tz_sheet_rows *at, const tz_rows *rows,
                                const tz_book_part *part)
{
    if (!has_series(rows, part->chart_columns))
        return TZ_OK;
    lxw_chart *chart = workbook_add_chart(workbook->book, LXW_CHART_COLUMN_STACKED);
    if (!chart)
        return TZ_NO_MEMORY;
    tz_status status = add_all_series(chart, at, rows, part->chart_columns);
    if (status != TZ_OK)
        return status;
    chart_title_set_name(chart, at->title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options size = {
        .x_scale = 1.6, .y_scale = 1.25, .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    lxw_error error = worksheet_insert_chart_opt(at->sheet, at->last + 2, 0, chart, &size);
    return error == LXW_NO_ERROR ? TZ_OK : TZ_NO_MEMORY;
}
