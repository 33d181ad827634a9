/* snapshot.c: a changeset that inserts every row there is. The session extension could make one by
 * comparing with an empty file, but keeps something of every row in memory; this keeps one row.
 *
 * The format (sqlite3session.c, "CHANGESET FORMAT"): for each table 'T', the number of columns as a
 * varint, a byte per column that is its place in the primary key or 0, the name and a NUL; then for
 * each row the byte SQLITE_INSERT, a 0 (not by a trigger), and the values: a byte for the type, an
 * integer or a real as 8 bytes, text and blob as a varint for the length and their bytes, the
 * highest byte of a number first. */
#include <string.h>

#include "buffer.h"
#include "changeset.h"

typedef struct snapshot {
    sqlite3 *connection;
    tz_changeset_output *output;
    void *to;
    tz_buffer bytes; /* not yet given */
} snapshot;

static void add_varint(tz_buffer *bytes, uint32_t value)
{
    for (int shift = 28; shift > 0; shift -= 7)
        if (value >> shift)
            tz_buffer_add_char(bytes, (char)(0x80 | ((value >> shift) & 0x7f)));
    tz_buffer_add_char(bytes, (char)(value & 0x7f));
}

static void add_eight_bytes(tz_buffer *bytes, uint64_t value)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        tz_buffer_add_char(bytes, (char)(value >> shift & 0xff));
}

static void add_text(tz_buffer *bytes, const void *text, int size)
{
    add_varint(bytes, (uint32_t)size);
    if (size > 0)
        tz_buffer_add(bytes, text, (size_t)size);
}

static void add_value(tz_buffer *bytes, sqlite3_stmt *row, int column)
{
    int type = sqlite3_column_type(row, column);
    tz_buffer_add_char(bytes, (char)type);
    if (type == SQLITE_INTEGER) {
        add_eight_bytes(bytes, (uint64_t)sqlite3_column_int64(row, column));
    } else if (type == SQLITE_FLOAT) {
        double real = sqlite3_column_double(row, column);
        uint64_t bits;
        memcpy(&bits, &real, sizeof bits);
        add_eight_bytes(bytes, bits);
    } else if (type == SQLITE_TEXT) {
        const void *text = sqlite3_column_text(row, column);
        add_text(bytes, text, sqlite3_column_bytes(row, column));
    } else if (type == SQLITE_BLOB) {
        const void *blob = sqlite3_column_blob(row, column);
        add_text(bytes, blob, sqlite3_column_bytes(row, column));
    }
}

static int give_bytes(snapshot *made)
{
    if (made->bytes.failed || sqlite3_errcode(made->connection) == SQLITE_NOMEM)
        return SQLITE_NOMEM;
    int code = made->output(made->to, made->bytes.bytes, (int)made->bytes.size);
    tz_buffer_clear(&made->bytes);
    return code;
}

/* An SQLite code; `keys` receives the bytes for the columns. */
static int read_keys(snapshot *made, const char *table, tz_buffer *keys)
{
    sqlite3_stmt *columns;
    int code = sqlite3_prepare_v2(
        made->connection, "SELECT pk FROM pragma_table_info(?1) ORDER BY cid", -1, &columns, NULL);
    if (code != SQLITE_OK)
        return code;
    sqlite3_bind_text(columns, 1, table, -1, SQLITE_STATIC);
    while ((code = sqlite3_step(columns)) == SQLITE_ROW)
        tz_buffer_add_char(keys, (char)sqlite3_column_int(columns, 0));
    sqlite3_finalize(columns);
    return code != SQLITE_DONE ? code : keys->failed ? SQLITE_NOMEM : SQLITE_OK;
}

static int give_header(snapshot *made, const char *table)
{
    tz_buffer keys = {0};
    int code = read_keys(made, table, &keys);
    if (code == SQLITE_OK) {
        tz_buffer_add_char(&made->bytes, 'T');
        add_varint(&made->bytes, (uint32_t)keys.size);
        tz_buffer_add(&made->bytes, keys.bytes, keys.size);
        tz_buffer_add(&made->bytes, table, strlen(table) + 1);
    }
    tz_buffer_free(&keys);
    return code;
}

static int give_rows(snapshot *made, const char *table, sqlite3_stmt *row)
{
    int code, count = sqlite3_column_count(row);
    bool is_first = true;
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        code = is_first ? give_header(made, table) : SQLITE_OK;
        is_first = false;
        tz_buffer_add(&made->bytes, (const char[]){SQLITE_INSERT, 0}, 2);
        for (int i = 0; i < count; i++)
            add_value(&made->bytes, row, i);
        if (code == SQLITE_OK)
            code = give_bytes(made);
        if (code != SQLITE_OK)
            return code;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int give_table(snapshot *made, const char *table)
{
    sqlite3_stmt *row = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM main.\"%w\"", table);
    int code = sql ? sqlite3_prepare_v2(made->connection, sql, -1, &row, NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (code == SQLITE_OK)
        code = give_rows(made, table, row);
    sqlite3_finalize(row);
    return code;
}

static int give_tables(snapshot *made)
{
    sqlite3_stmt *table;
    int code = sqlite3_prepare_v2(made->connection,
                                  "SELECT name FROM main.sqlite_schema\n"
                                  "WHERE type = 'table'\n"
                                  "ORDER BY rowid",
                                  -1, &table, NULL);
    if (code != SQLITE_OK)
        return code;
    while ((code = sqlite3_step(table)) == SQLITE_ROW) {
        const char *name = tz_column_text(table, 0);
        code = tz_journal_covers(name) ? give_table(made, name) : SQLITE_OK;
        if (code != SQLITE_OK)
            break;
    }
    sqlite3_finalize(table);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int give_snapshot(void *connection, tz_changeset_output *output, void *to)
{
    snapshot made = {.connection = connection, .output = output, .to = to};
    int code = give_tables(&made);
    tz_buffer_free(&made.bytes);
    return code;
}

tz_changeset_source tz_snapshot_source(sqlite3 *connection)
{
    return (tz_changeset_source){give_snapshot, connection};
}
