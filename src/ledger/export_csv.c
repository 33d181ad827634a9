/* export_csv.c: an export as a folder of CSV files. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exact.h"
#include "export.h"
#include "new_file.h"
#include "new_folder.h"

/* Quotes keep '' apart from NULL, and blanks at the ends from being taken off. */
static bool needs_quotes(const char *text, size_t size)
{
    if (size == 0 || strchr(" \t", text[0]) || strchr(" \t", text[size - 1]))
        return true;
    return strpbrk(text, ",\"\r\n") != NULL;
}

static void add_text(tz_buffer *line, const char *text, size_t size)
{
    if (!needs_quotes(text, size)) {
        tz_buffer_add(line, text, size);
        return;
    }
    tz_buffer_add_char(line, '"');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"')
            tz_buffer_add_char(line, '"');
        tz_buffer_add_char(line, text[i]);
    }
    tz_buffer_add_char(line, '"');
}

static void add_value(tz_buffer *line, const tz_export_cell *cell)
{
    if (cell->is_left_out || cell->type == TZ_VALUE_NULL)
        return;
    if (cell->type == TZ_VALUE_INTEGER)
        tz_buffer_format(line, "%" PRId64, cell->integer);
    else if (cell->type == TZ_VALUE_REAL)
        tz_add_real(line, cell->real);
    else
        add_text(line, cell->text, cell->size);
}

static void begin_table(tz_sink *sink, const tz_table *table, bool is_first_table)
{
    (void)is_first_table;
    for (size_t i = 0; i < table->column_count; i++) {
        if (i > 0)
            tz_buffer_add_char(&sink->text, ',');
        add_text(&sink->text, table->columns[i].name, strlen(table->columns[i].name));
    }
    tz_buffer_add_char(&sink->text, '\n');
}

static void add_row(tz_sink *sink, const tz_table *table, const tz_export_cell *cells,
                    bool is_first_row)
{
    (void)is_first_row;
    for (size_t i = 0; i < table->column_count; i++) {
        if (i > 0)
            tz_buffer_add_char(&sink->text, ',');
        add_value(&sink->text, &cells[i]);
    }
    tz_buffer_add_char(&sink->text, '\n');
}

static void end_table(tz_sink *sink, bool has_rows)
{
    (void)sink;
    (void)has_rows;
}

const tz_export_form tz_export_csv_form = {begin_table, add_row, end_table};

/* NULL without memory. */
static char *path_in(const char *folder, const char *name, const char *suffix)
{
    char *path = malloc(strlen(folder) + strlen(name) + strlen(suffix) + 2);
    if (path)
        stpcpy(stpcpy(stpcpy(stpcpy(path, folder), "/"), name), suffix);
    return path;
}

/* Ends a file with the status it came to: on the disk, or an error that names it. */
static tz_status close_file(tz_ledger *ledger, tz_sink *sink, const char *path, tz_status status)
{
    bool is_of_sink = status == TZ_OK || (status == TZ_IO && sink->error);
    status = tz_sink_close(sink, status);
    int error = errno;
    if (status == TZ_OK && fsync(fileno(sink->out)) != 0) {
        status = TZ_IO;
        error = errno;
    }
    if (fclose(sink->out) != 0 && status == TZ_OK) {
        status = TZ_IO;
        error = errno;
    }
    if (status == TZ_OK || !is_of_sink)
        return status;
    return status == TZ_NO_MEMORY ? tz_fail_memory(ledger) : tz_fail_new(ledger, path, error);
}

static tz_status write_table(tz_ledger *ledger, sqlite3 *connection, const tz_table *table,
                             const char *folder, uint64_t *row_count)
{
    char *path = path_in(folder, table->name, ".csv");
    if (!path)
        return tz_fail_memory(ledger);
    tz_status status = TZ_OK;
    tz_sink sink = {.out = fopen(path, "wx")};
    if (sink.out) {
        status =
            tz_export_table(ledger, connection, table, &tz_export_csv_form, true, &sink, row_count);
        status = close_file(ledger, &sink, path, status);
    } else {
        status = tz_fail_new(ledger, path, errno);
    }
    free(path);
    return status;
}

static tz_status write_index(tz_ledger *ledger, const tz_buffer *index, const char *folder)
{
    char *path = path_in(folder, TZ_EXPORT_INDEX, "");
    if (!path || index->failed) {
        free(path);
        return tz_fail_memory(ledger);
    }
    tz_status status = TZ_OK;
    tz_sink sink = {.out = fopen(path, "wx")};
    if (sink.out) {
        tz_buffer_add(&sink.text, index->bytes, index->size);
        status = close_file(ledger, &sink, path, TZ_OK);
    } else {
        status = tz_fail_new(ledger, path, errno);
    }
    free(path);
    return status;
}

static tz_status write_files(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                             const char *folder, uint64_t *row_count)
{
    tz_buffer index = {0};
    tz_status status = TZ_OK;
    tz_buffer_format(&index, "name,value\nformat,%d\nschema_version,%d\n", TZ_EXPORT_FORMAT,
                     TZ_SCHEMA_VERSION);
    for (size_t i = 0; status == TZ_OK && i < tables->count; i++) {
        uint64_t count = 0;
        status = write_table(ledger, connection, &tables->tables[i], folder, &count);
        tz_buffer_format(&index, "%s,%" PRIu64 "\n", tables->tables[i].name, count);
        *row_count += count;
    }
    if (status == TZ_OK)
        status = write_index(ledger, &index, folder);
    tz_buffer_free(&index);
    return status;
}

static tz_status write_folder(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                              const char *folder, uint64_t *row_count)
{
    char *new_folder;
    tz_status status = tz_new_folder(ledger, folder, &new_folder);
    if (status != TZ_OK)
        return status;
    status = write_files(ledger, connection, tables, new_folder, row_count);
    if (status == TZ_OK)
        return tz_new_folder_publish(ledger, new_folder, folder);
    tz_new_folder_discard(new_folder);
    return status;
}

tz_status tz_export_csv(tz_ledger *ledger, sqlite3 *connection, const tz_tables *tables,
                        const char *folder, uint64_t *row_count)
{
    size_t size = strlen(folder);
    while (size > 1 && folder[size - 1] == '/') /* the new folder stands beside it, not in it */
        size--;
    char *name = strndup(folder, size);
    if (!name)
        return tz_fail_memory(ledger);
    tz_status status = write_folder(ledger, connection, tables, name, row_count);
    free(name);
    return status;
}
