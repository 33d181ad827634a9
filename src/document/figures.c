/* figures.c: the figures of a chart as a table, for those who can't see it or print it. */
#include <stdlib.h>

#include "document.h"

static void add_row(document *figures, document_table *table, const document_chart *chart,
                    size_t row)
{
    document_add_cell(figures, table, chart->categories[row]);
    for (size_t i = 0; i < chart->series_count; i++) {
        tz_buffer value = {0};
        document_add_value(&value, chart->values[row * chart->series_count + i]);
        figures->failed |= value.failed;
        document_add_cell(figures, table, tz_buffer_text(&value));
        tz_buffer_free(&value);
    }
}

document *document_of_figures(const document_block *block)
{
    const document_chart *chart = block->chart;
    document *figures = document_new("");
    document_column *columns = calloc(chart->series_count + 1, sizeof *columns);
    if (figures && columns) {
        columns[0] = (document_column){"", 3, false};
        for (size_t i = 0; i < chart->series_count; i++)
            columns[i + 1] = (document_column){chart->series[i], 1, true};
        document_table *table =
            document_add_table(figures, block->text, columns, chart->series_count + 1);
        for (size_t row = 0; row < chart->category_count; row++)
            add_row(figures, table, chart, row);
    }
    bool is_whole = figures && columns && !figures->failed;
    free(columns);
    if (is_whole)
        return figures;
    document_free(figures);
    return NULL;
}
