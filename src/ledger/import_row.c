/* import_row.c: one row of an export into its table. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "import.h"

tz_status tz_import_fail(tz_import *import, const char *column, const char *zh, const char *en, ...)
{
    char text[TZ_TEXT_LIMIT];
    va_list arguments;
    va_start(arguments, en);
    vsnprintf(text, sizeof text, TZ_PICK(import->ledger->language, zh, en), arguments);
    va_end(arguments);
    if (column)
        return tz_fail(import->ledger, TZ_REJECTED, "%s:%zu: %s：%s", "%s:%zu: %s: %s",
                       import->path, import->line, column, text);
    return tz_fail(import->ledger, TZ_REJECTED, "%s:%zu: %s", "%s:%zu: %s", import->path,
                   import->line, text);
}

tz_status tz_import_check_format(tz_import *import, const char *format)
{
    if (strtol(format, NULL, 10) == TZ_EXPORT_FORMAT)
        return TZ_OK;
    return tz_import_fail(import, "format", "不是本程序的导出格式：%s",
                          "%s is no format of this program's exports", format);
}

tz_status tz_import_check_schema(tz_import *import, const char *version)
{
    if (strtol(version, NULL, 10) == TZ_SCHEMA_VERSION)
        return TZ_OK;
    tz_import_fail(import, "schema_version", "导出自版本 %s 的台账，本程序为版本 %d",
                   "exported from a ledger of version %s, this program's is %d", version,
                   TZ_SCHEMA_VERSION);
    tz_hint(import->ledger, "请用同版本的 taizhang 导入，再用本程序打开",
            "import it with the taizhang of that version, then open the ledger with this one");
    return TZ_REFUSED;
}

/* ---------------------------------------------------------------- values */

static tz_status fail_type(tz_import *import, size_t column, const char *text)
{
    static const char *const words[][2] = {
        [TZ_VALUE_NULL] = {"", ""},
        [TZ_VALUE_INTEGER] = {"整数", "a whole number"},
        [TZ_VALUE_REAL] = {"数值", "a number"},
        [TZ_VALUE_TEXT] = {"文本", "text"},
        [TZ_VALUE_BLOB] = {"十六进制数字", "hexadecimal digits"},
    };
    const tz_table_column *of = &import->table->columns[column];
    return tz_import_fail(
        import, of->name, "“%.40s”不是%s", "\"%.40s\" is not %s", text,
        TZ_PICK(import->ledger->language, words[of->type][0], words[of->type][1]));
}

static tz_status bind_integer(tz_import *import, size_t column, const char *text)
{
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (errno || end == text || *end || strchr(" \t\n+", *text))
        return fail_type(import, column, text);
    tz_bind_integer(import->insert, (int)column + 1, value);
    return TZ_OK;
}

static tz_status bind_real(tz_import *import, size_t column, const char *text)
{
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end || isnan(value) || strchr(" \t\n+", *text))
        return fail_type(import, column, text);
    tz_bind_real(import->insert, (int)column + 1, value);
    return TZ_OK;
}

/* -1: no digit. */
static int digit(char character)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = character ? strchr(digits, character) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* How many bytes the digits at the start of `text` stand for; `*end` is behind them. */
static size_t count_bytes(const char *text, const char **end)
{
    size_t count = 0;
    while (digit(text[2 * count]) >= 0 && digit(text[2 * count + 1]) >= 0)
        count++;
    *end = text + 2 * count;
    return count;
}

static void read_bytes(const char *text, size_t count, unsigned char *bytes)
{
    for (size_t i = 0; i < count; i++)
        bytes[i] = (unsigned char)(digit(text[2 * i]) * 16 + digit(text[2 * i + 1]));
}

/* A BLOB that goes on below is bound as so many zeros, which its pieces then replace. */
static tz_status bind_blob(tz_import *import, size_t column, const char *text)
{
    const char *end;
    size_t count = count_bytes(text, &end);
    unsigned long rest = 0;
    if (*end == '+' && digit(end[1]) > 0)
        rest = strtoul(end + 1, (char **)&end, 10);
    if (*end || count > INT_MAX || rest > INT_MAX - count)
        return fail_type(import, column, text);
    int code = SQLITE_OK;
    if (rest == 0) {
        unsigned char *bytes = malloc(count + 1);
        if (!bytes)
            return tz_fail_memory(import->ledger);
        read_bytes(text, count, bytes);
        code = sqlite3_bind_blob64(import->insert, (int)column + 1, bytes, count, free);
    } else {
        import->blobs[column].size = (int)(count + rest);
        code = sqlite3_bind_zeroblob(import->insert, (int)column + 1, (int)(count + rest));
    }
    return code == SQLITE_OK ? TZ_OK : tz_fail_database(import->ledger);
}

static tz_status bind_cell(tz_import *import, size_t column, const char *text)
{
    if (!text)
        return TZ_OK; /* NULL: what a statement has before anything is bound */
    switch (import->table->columns[column].type) {
    case TZ_VALUE_INTEGER:
        return bind_integer(import, column, text);
    case TZ_VALUE_REAL:
        return bind_real(import, column, text);
    case TZ_VALUE_BLOB:
        return bind_blob(import, column, text);
    default:
        tz_bind_text(import->insert, (int)column + 1, text);
        return TZ_OK;
    }
}

/* ---------------------------------------------------------------- BLOBs in pieces */

static tz_status write_piece(tz_import *import, size_t column, const char *text)
{
    tz_import_blob *blob = &import->blobs[column];
    const char *end;
    size_t count = count_bytes(text, &end);
    if ((*end && *end != '+') || count == 0 || count > (size_t)(blob->size - blob->offset))
        return fail_type(import, column, text);
    unsigned char *bytes = malloc(count);
    if (!bytes)
        return tz_fail_memory(import->ledger);
    read_bytes(text, count, bytes);
    int code = sqlite3_blob_write(blob->handle, bytes, (int)count, blob->offset);
    free(bytes);
    if (code != SQLITE_OK)
        return tz_fail_database(import->ledger);
    blob->offset += (int)count;
    if (blob->offset == blob->size) {
        sqlite3_blob_close(blob->handle);
        *blob = (tz_import_blob){0};
    }
    return TZ_OK;
}

static tz_status begin_blob(tz_import *import, size_t column, const char *text)
{
    tz_import_blob *blob = &import->blobs[column];
    sqlite3 *database = import->ledger->database;
    if (sqlite3_blob_open(database, "main", import->table->name,
                          import->table->columns[column].name, sqlite3_last_insert_rowid(database),
                          1, &blob->handle) != SQLITE_OK)
        return tz_fail_database(import->ledger);
    return write_piece(import, column, text);
}

/* A row of which only one cell is given. */
static tz_status continue_blob(tz_import *import, const char *const *cells)
{
    const tz_table *table = import->table;
    size_t given = 0, count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (cells[i]) {
            given = i;
            count++;
        }
    if (count == 1 && import->blobs[given].handle)
        return write_piece(import, given, cells[given]);
    return tz_import_fail(import, table->columns[table->key_column].name, "不能为空",
                          "it can't be left out");
}

static tz_status check_whole(tz_import *import)
{
    for (size_t i = 0; i < import->table->column_count; i++)
        if (import->blobs[i].handle)
            return tz_import_fail(import, import->table->columns[i].name,
                                  "上一条记录的数据缺 %d 字节",
                                  "the record above lacks %d bytes of its data",
                                  import->blobs[i].size - import->blobs[i].offset);
    return TZ_OK;
}

/* ---------------------------------------------------------------- rows and tables */

static tz_status insert_row(tz_import *import, const char *const *cells)
{
    tz_status status = check_whole(import);
    sqlite3_reset(import->insert);
    sqlite3_clear_bindings(import->insert);
    for (size_t i = 0; status == TZ_OK && i < import->table->column_count; i++)
        status = bind_cell(import, i, cells[i]);
    if (status != TZ_OK)
        return status;
    status = tz_run(import->ledger, import->insert);
    if (status == TZ_REJECTED)
        tz_name_record(import->ledger, "%s:%zu", "%s:%zu", import->path, import->line);
    for (size_t i = 0; status == TZ_OK && i < import->table->column_count; i++)
        if (import->blobs[i].size > 0)
            status = begin_blob(import, i, cells[i]);
    import->row_count++;
    return status;
}

tz_status tz_import_row(tz_import *import, const char *const *cells)
{
    return cells[import->table->key_column] ? insert_row(import, cells)
                                            : continue_blob(import, cells);
}

static char *insert_text(const tz_table *table)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(sql, "INSERT INTO \"%w\" VALUES (", table->name);
    for (size_t i = 0; i < table->column_count; i++)
        sqlite3_str_appendall(sql, i == 0 ? "?" : ", ?");
    sqlite3_str_appendall(sql, ")");
    return sqlite3_str_finish(sql);
}

static tz_status prepare(tz_import *import)
{
    char *sql = insert_text(import->table);
    import->blobs = calloc(import->table->column_count, sizeof *import->blobs);
    tz_status status = TZ_OK;
    if (!sql || !import->blobs)
        status = tz_fail_memory(import->ledger);
    else if (sqlite3_prepare_v2(import->ledger->database, sql, -1, &import->insert, NULL) !=
             SQLITE_OK)
        status = tz_fail_database(import->ledger);
    sqlite3_free(sql);
    return status;
}

static void finish(tz_import *import)
{
    for (size_t i = 0; import->blobs && i < import->table->column_count; i++)
        sqlite3_blob_close(import->blobs[i].handle);
    free(import->blobs);
    import->blobs = NULL;
    sqlite3_finalize(import->insert);
    import->insert = NULL;
}

tz_status tz_import_begin_table(tz_import *import, const char *name)
{
    const tz_table *table = tz_tables_find(&import->tables, name);
    if (!table)
        return tz_import_fail(import, NULL, "没有表 %.60s", "there is no table %.60s", name);
    bool *is_read = &import->is_read[table - import->tables.tables];
    if (*is_read)
        return tz_import_fail(import, NULL, "表 %s 出现了两次", "the table %s comes twice", name);
    *is_read = true;
    import->table = table;
    import->row_count = 0;
    tz_status status = prepare(import);
    if (status != TZ_OK)
        finish(import);
    return status;
}

tz_status tz_import_end_table(tz_import *import, tz_status status)
{
    if (status == TZ_OK)
        status = check_whole(import);
    finish(import);
    return status;
}
