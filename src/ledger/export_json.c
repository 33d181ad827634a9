/* export_json.c: an export as one JSON file, a row a line. */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "exact.h"
#include "export.h"
#include "new_file.h"

static void add_string(tz_buffer *out, const char *text, size_t size)
{
    tz_buffer_add_char(out, '"');
    tz_add_json_escaped(out, text, size);
    tz_buffer_add_char(out, '"');
}

/* JSON has no word for infinity: it stands there as text. */
static void add_real(tz_buffer *out, double real)
{
    const char *quote = isfinite(real) ? "" : "\"";
    tz_buffer_add_text(out, quote);
    tz_add_real(out, real);
    tz_buffer_add_text(out, quote);
}

static void add_value(tz_buffer *out, const tz_export_cell *cell)
{
    switch (cell->type) {
    case TZ_VALUE_NULL:
        tz_buffer_add_text(out, "null");
        break;
    case TZ_VALUE_INTEGER:
        tz_buffer_format(out, "%" PRId64, cell->integer);
        break;
    case TZ_VALUE_REAL:
        add_real(out, cell->real);
        break;
    case TZ_VALUE_TEXT:
    case TZ_VALUE_BLOB:
        add_string(out, cell->text, cell->size);
        break;
    }
}

static void begin_table(tz_sink *sink, const tz_table *table, bool is_first_table)
{
    tz_buffer_add_text(&sink->text, is_first_table ? "\n" : ",\n");
    add_string(&sink->text, table->name, strlen(table->name));
    tz_buffer_add_text(&sink->text, ": [");
}

static void add_row(tz_sink *sink, const tz_table *table, const tz_export_cell *cells,
                    bool is_first_row)
{
    const char *between = "";
    tz_buffer_add_text(&sink->text, is_first_row ? "\n{" : ",\n{");
    for (size_t i = 0; i < table->column_count; i++) {
        if (cells[i].is_left_out)
            continue;
        tz_buffer_add_text(&sink->text, between);
        add_string(&sink->text, table->columns[i].name, strlen(table->columns[i].name));
        tz_buffer_add_text(&sink->text, ": ");
        add_value(&sink->text, &cells[i]);
        between = ", ";
    }
    tz_buffer_add_char(&sink->text, '}');
}

static void end_table(tz_sink *sink, bool has_rows)
{
    tz_buffer_add_text(&sink->text, has_rows ? "\n]" : "]");
}

const tz_export_form tz_export_json_form = {begin_table, add_row, end_table};

static tz_status write_tables(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                              tz_sink *sink, uint64_t *row_count)
{
    tz_status status = TZ_OK;
    tz_buffer_format(&sink->text, "{\"format\": %d, \"schema_version\": %d, \"tables\": {",
                     TZ_EXPORT_FORMAT, TZ_SCHEMA_VERSION);
    for (size_t i = 0; status == TZ_OK && i < tables->count; i++) {
        uint64_t count = 0;
        status = tz_export_table(ledger, connection, &tables->tables[i], &tz_export_json_form,
                                 i == 0, sink, &count);
        *row_count += count;
    }
    tz_buffer_add_text(&sink->text, "\n}}\n");
    return status;
}

tz_status tz_export_json(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables, FILE *out,
                         const char *path, uint64_t *row_count)
{
    tz_sink sink = {.out = out};
    tz_status status = write_tables(ledger, connection, tables, &sink, row_count);
    bool is_of_sink = status == TZ_OK || (status == TZ_IO && sink.error);
    status = tz_sink_close(&sink, status);
    if (status == TZ_OK || !is_of_sink)
        return status;
    return status == TZ_NO_MEMORY ? tz_fail_memory(ledger) : tz_fail_new(ledger, path, errno);
}
