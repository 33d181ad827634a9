/* export_table.c: the rows of one table on their way into an export. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "export.h"

/* A value of the current row, and of a BLOB where its bytes are. */
typedef struct column_source {
    sqlite3_blob *blob; /* NULL: the bytes are in memory */
    const unsigned char *bytes;
    int64_t size, offset; /* of the whole BLOB; of what was not taken yet */
    tz_buffer digits;
} column_source;

typedef struct table_export {
    tz_ledger *ledger;
    sqlite3 *connection;
    const tz_table *table;
    const tz_export_form *form;
    tz_sink *sink;
    sqlite3_stmt *row;
    tz_export_cell *cells;
    column_source *sources;
    uint64_t row_count;
    bool has_rows;
} table_export;

static bool is_incremental(const tz_table *table, size_t column)
{
    return table->has_rowid && table->columns[column].type == TZ_VALUE_BLOB;
}

/* Of a BLOB that can be read piece by piece only the length is asked, which SQLite knows without
 * reading it. */
static char *query_text(const tz_table *table)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendall(sql, "SELECT ");
    for (size_t i = 0; i < table->column_count; i++)
        sqlite3_str_appendf(sql,
                            is_incremental(table, i)
                                ? "CASE typeof(\"%w\") WHEN 'blob' THEN length(\"%w\") END, "
                                : "\"%w\", ",
                            table->columns[i].name, table->columns[i].name);
    sqlite3_str_appendf(sql, "%s FROM \"%w\" ORDER BY %s", table->has_rowid ? "rowid" : "0",
                        table->name, table->key);
    return sqlite3_str_finish(sql);
}

static tz_status fail_value(table_export *export, size_t column, const char *zh, const char *en)
{
    const tz_table *table = export->table;
    return tz_fail(export->ledger, TZ_REJECTED, "%s（%s 为 %s）的 %s：%s", "%s (%s %s): %s: %s",
                   table->name, table->columns[table->key_column].name,
                   tz_column_text(export->row, table->key_column), table->columns[column].name,
                   TZ_PICK(export->ledger->language, zh, en));
}

static tz_status take_text(table_export *export, size_t column, tz_export_cell *cell)
{
    cell->text = tz_column_text(export->row, (int)column);
    cell->size = (size_t)sqlite3_column_bytes(export->row, (int)column);
    if (tz_utf8_is_valid(cell->text, cell->size, NULL) && strlen(cell->text) == cell->size)
        return TZ_OK;
    return fail_value(export, column, "不是 UTF-8 文本，无法导出",
                      "text that isn't UTF-8 can't be exported");
}

/* Takes the next piece of a BLOB over into the cell; `*has_piece` false behind the last. */
static tz_status take_piece(table_export *export, column_source *source, tz_export_cell *cell)
{
    unsigned char piece[TZ_EXPORT_PIECE];
    int64_t left = source->size - source->offset;
    int size = left < TZ_EXPORT_PIECE ? (int)left : TZ_EXPORT_PIECE;
    if (source->blob) {
        if (sqlite3_blob_read(source->blob, piece, size, (int)source->offset) != SQLITE_OK)
            return tz_fail_connection(export->ledger, export->connection);
    } else if (size > 0) {
        memcpy(piece, source->bytes + source->offset, (size_t)size);
    }
    tz_buffer_clear(&source->digits);
    for (int i = 0; i < size; i++) {
        tz_buffer_add_char(&source->digits, "0123456789abcdef"[piece[i] >> 4]);
        tz_buffer_add_char(&source->digits, "0123456789abcdef"[piece[i] & 15]);
    }
    if (source->offset == 0 && left > size)
        tz_buffer_format(&source->digits, "+%" PRId64, left - size);
    source->offset += size;
    cell->text = tz_buffer_text(&source->digits);
    cell->size = source->digits.size;
    return source->digits.failed ? tz_fail_memory(export->ledger) : TZ_OK;
}

static tz_status take_blob(table_export *export, size_t column, tz_export_cell *cell)
{
    column_source *source = &export->sources[column];
    const tz_table *table = export->table;
    source->offset = 0;
    if (!is_incremental(table, column)) {
        source->bytes = sqlite3_column_blob(export->row, (int)column);
        source->size = sqlite3_column_bytes(export->row, (int)column);
        return take_piece(export, source, cell);
    }
    source->size = sqlite3_column_int64(export->row, (int)column);
    int64_t rowid = sqlite3_column_int64(export->row, (int)table->column_count);
    int code = source->blob
                   ? sqlite3_blob_reopen(source->blob, rowid)
                   : sqlite3_blob_open(export->connection, "main", table->name,
                                       table->columns[column].name, rowid, 0, &source->blob);
    return code == SQLITE_OK ? take_piece(export, source, cell)
                             : tz_fail_connection(export->ledger, export->connection);
}

static tz_value_type type_found(table_export *export, size_t column)
{
    if (is_incremental(export->table, column))
        return sqlite3_column_type(export->row, (int)column) == SQLITE_NULL ? TZ_VALUE_NULL
                                                                            : TZ_VALUE_BLOB;
    static const tz_value_type types[] = {
        [SQLITE_INTEGER] = TZ_VALUE_INTEGER, [SQLITE_FLOAT] = TZ_VALUE_REAL,
        [SQLITE_TEXT] = TZ_VALUE_TEXT,       [SQLITE_BLOB] = TZ_VALUE_BLOB,
        [SQLITE_NULL] = TZ_VALUE_NULL,
    };
    return types[sqlite3_column_type(export->row, (int)column)];
}

static tz_status take_value(table_export *export, size_t column)
{
    tz_export_cell *cell = &export->cells[column];
    *cell = (tz_export_cell){.type = type_found(export, column)};
    if (cell->type != TZ_VALUE_NULL && cell->type != export->table->columns[column].type)
        return fail_value(export, column, "类型与列不符，无法导出",
                          "a value of another type than the column's can't be exported");
    switch (cell->type) {
    case TZ_VALUE_INTEGER:
        cell->integer = sqlite3_column_int64(export->row, (int)column);
        return TZ_OK;
    case TZ_VALUE_REAL:
        cell->real = sqlite3_column_double(export->row, (int)column);
        return TZ_OK;
    case TZ_VALUE_TEXT:
        return take_text(export, column, cell);
    case TZ_VALUE_BLOB:
        return take_blob(export, column, cell);
    case TZ_VALUE_NULL:
        break;
    }
    return TZ_OK;
}

static tz_status add_row(table_export *export)
{
    export->form->add_row(export->sink, export->table, export->cells, !export->has_rows);
    export->has_rows = true;
    tz_move_add(export->ledger, export->sink->text.size);
    tz_status status = tz_sink_drain(export->sink);
    return status == TZ_NO_MEMORY ? tz_fail_memory(export->ledger) : status;
}

/* The rows that carry what is left of a column's BLOB. */
static tz_status add_rest(table_export *export, size_t column)
{
    column_source *source = &export->sources[column];
    tz_status status = TZ_OK;
    if (export->cells[column].type != TZ_VALUE_BLOB)
        return TZ_OK;
    for (size_t i = 0; i < export->table->column_count; i++)
        export->cells[i].is_left_out = i != column;
    while (status == TZ_OK && source->offset < source->size) {
        status = take_piece(export, source, &export->cells[column]);
        if (status == TZ_OK)
            status = add_row(export);
    }
    return status;
}

static tz_status export_row(table_export *export)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < export->table->column_count; i++)
        status = take_value(export, i);
    if (status == TZ_OK)
        status = add_row(export);
    for (size_t i = 0; status == TZ_OK && i < export->table->column_count; i++)
        status = add_rest(export, i);
    export->row_count++;
    return status;
}

static tz_status export_rows(table_export *export)
{
    int code = SQLITE_DONE;
    tz_status status = TZ_OK;
    while (status == TZ_OK && (code = sqlite3_step(export->row)) == SQLITE_ROW)
        status = export_row(export);
    if (status == TZ_OK && code != SQLITE_DONE)
        return tz_fail_connection(export->ledger, export->connection);
    return status;
}

static tz_status prepare(table_export *export)
{
    size_t count = export->table->column_count;
    char *sql = query_text(export->table);
    export->cells = calloc(count, sizeof *export->cells);
    export->sources = calloc(count, sizeof *export->sources);
    tz_status status = TZ_OK;
    if (!sql || !export->cells || !export->sources)
        status = tz_fail_memory(export->ledger);
    else if (sqlite3_prepare_v2(export->connection, sql, -1, &export->row, NULL) != SQLITE_OK)
        status = tz_fail_connection(export->ledger, export->connection);
    sqlite3_free(sql);
    return status;
}

static void finish(table_export *export)
{
    for (size_t i = 0; export->sources && i < export->table->column_count; i++) {
        sqlite3_blob_close(export->sources[i].blob);
        tz_buffer_free(&export->sources[i].digits);
    }
    sqlite3_finalize(export->row);
    free(export->sources);
    free(export->cells);
}

tz_status tz_export_table(tz_ledger *ledger, sqlite3 *connection, const tz_table *table,
                          const tz_export_form *form, bool is_first, tz_sink *sink,
                          uint64_t *row_count)
{
    table_export export = {
        .ledger = ledger, .connection = connection, .table = table, .form = form, .sink = sink};
    form->begin_table(sink, table, is_first);
    tz_status status = prepare(&export);
    if (status == TZ_OK)
        status = export_rows(&export);
    form->end_table(sink, export.has_rows);
    *row_count = export.row_count;
    finish(&export);
    return status;
}
