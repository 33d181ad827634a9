/* import_json.c: an export that is one JSON file. What is around the rows is read here, a row at a
 * time by jansson, so that memory holds one row. */
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "import.h"
#include "line_count.h"
#include "raw_source.h"

enum { PIECE_SIZE = 16384, NAME_SIZE = 128, DIGITS_SIZE = 32, END = -1 };

typedef struct json_file {
    tz_import *import;
    tz_raw_source raw;
    tz_status status; /* of reading: TZ_IO stays */
    char piece[PIECE_SIZE];
    size_t size, offset;
    tz_line_count lines;
    const char **cells; /* of the current row, by the table's columns */
    char (*digits)[DIGITS_SIZE];
} json_file;

/* ---------------------------------------------------------------- bytes */

static bool fill(json_file *file)
{
    if (file->offset < file->size)
        return true;
    file->offset = file->size = 0;
    if (file->status == TZ_OK)
        file->status = tz_raw_source_read(&file->raw, file->piece, sizeof file->piece, &file->size);
    tz_move_add(file->import->ledger, file->size);
    return file->size > 0;
}

static int peek(json_file *file)
{
    return fill(file) ? (unsigned char)file->piece[file->offset] : END;
}

static int take(json_file *file)
{
    int byte = peek(file);
    if (byte != END)
        tz_line_count_add(&file->lines, &file->piece[file->offset++], 1);
    file->import->line = file->lines.line;
    return byte;
}

/* For jansson. One byte at a time, so that it takes none behind the end of its value. */
static size_t hand_byte(void *bytes, size_t size, void *context)
{
    int byte = size > 0 ? take(context) : END;
    if (byte == END)
        return 0;
    *(char *)bytes = (char)byte;
    return 1;
}

static int peek_behind_blanks(json_file *file)
{
    int byte;
    while ((byte = peek(file)) == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
        take(file);
    file->import->line = file->lines.line;
    return byte;
}

static tz_status fail_read(json_file *file)
{
    return tz_fail(file->import->ledger, TZ_IO, "无法读取 %s：%s", "can't read %s: %s",
                   file->import->path, strerror(errno));
}

/* What is met isn't what is expected: the file has ended, or it is no export. */
static tz_status fail_expected(json_file *file, const char *expected)
{
    if (file->status != TZ_OK)
        return fail_read(file);
    if (peek(file) == END)
        return tz_import_fail(file->import, NULL, "文件不完整：此处应为 %s",
                              "the file is cut off: %s is expected here", expected);
    return tz_import_fail(file->import, NULL, "不是导出的 JSON：此处应为 %s",
                          "not JSON of an export: %s is expected here", expected);
}

static tz_status expect(json_file *file, char byte)
{
    if (peek_behind_blanks(file) != byte)
        return fail_expected(file, (char[]){byte, '\0'});
    take(file);
    return TZ_OK;
}

/* ---------------------------------------------------------------- around the rows */

static tz_status load(json_file *file, size_t flags, json_t **value)
{
    json_error_t error;
    *value = json_load_callback(hand_byte, file,
                                flags | JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, &error);
    if (*value)
        return TZ_OK;
    if (file->status != TZ_OK)
        return fail_read(file);
    if (json_error_code(&error) == json_error_out_of_memory)
        return tz_fail_memory(file->import->ledger);
    if (json_error_code(&error) == json_error_premature_end_of_input)
        return fail_expected(file, "}");
    return tz_import_fail(file->import, NULL, "不是 JSON：%s", "not JSON: %s", error.text);
}

static tz_status read_name(json_file *file, char name[NAME_SIZE])
{
    json_t *value;
    if (peek_behind_blanks(file) != '"')
        return fail_expected(file, "\"");
    tz_status status = load(file, JSON_DECODE_ANY, &value);
    if (status != TZ_OK)
        return status;
    snprintf(name, NAME_SIZE, "%s", json_string_value(value));
    json_decref(value);
    return expect(file, ':');
}

static tz_status expect_name(json_file *file, const char *expected)
{
    char name[NAME_SIZE], quoted[NAME_SIZE + 2];
    tz_status status = read_name(file, name);
    if (status != TZ_OK || strcmp(name, expected) == 0)
        return status;
    snprintf(quoted, sizeof quoted, "\"%s\"", expected);
    return fail_expected(file, quoted);
}

/* A whole number and the comma behind it. */
static tz_status read_number(json_file *file, const char *name, char number[DIGITS_SIZE])
{
    size_t size = 0;
    tz_status status = expect_name(file, name);
    if (status != TZ_OK)
        return status;
    peek_behind_blanks(file);
    while (size < DIGITS_SIZE - 1 && peek(file) >= '0' && peek(file) <= '9')
        number[size++] = (char)take(file);
    number[size] = '\0';
    return expect(file, ',');
}

static tz_status read_head(json_file *file)
{
    char number[DIGITS_SIZE];
    tz_status status = expect(file, '{');
    if (status == TZ_OK)
        status = read_number(file, "format", number);
    if (status == TZ_OK)
        status = tz_import_check_format(file->import, number);
    if (status == TZ_OK)
        status = read_number(file, "schema_version", number);
    if (status == TZ_OK)
        status = tz_import_check_schema(file->import, number);
    return status == TZ_OK ? expect_name(file, "tables") : status;
}

/* Reads items by `read_item` up to `close`. */
static tz_status read_list(json_file *file, char open, char close,
                           tz_status (*read_item)(json_file *file))
{
    tz_status status = expect(file, open);
    if (status == TZ_OK && peek_behind_blanks(file) == close)
        return expect(file, close);
    while (status == TZ_OK) {
        status = read_item(file);
        if (status != TZ_OK || peek_behind_blanks(file) != ',')
            break;
        take(file);
    }
    return status == TZ_OK ? expect(file, close) : status;
}

/* ---------------------------------------------------------------- rows */

static tz_status fail_type(json_file *file, const tz_table_column *column)
{
    static const char *const words[][2] = {
        [TZ_VALUE_NULL] = {"", ""},
        [TZ_VALUE_INTEGER] = {"应为整数或 null", "a whole number or null is expected"},
        [TZ_VALUE_REAL] = {"应为数值或 null", "a number or null is expected"},
        [TZ_VALUE_TEXT] = {"应为文本或 null", "text or null is expected"},
        [TZ_VALUE_BLOB] = {"应为十六进制文本或 null", "hexadecimal text or null is expected"},
    };
    return tz_import_fail(
        file->import, column->name, "%s", "%s",
        TZ_PICK(file->import->ledger->language, words[column->type][0], words[column->type][1]));
}

/* The value as the text that it has in CSV; the type must be the column's. */
static tz_status take_value(json_file *file, size_t index, const json_t *value)
{
    const tz_table_column *column = &file->import->table->columns[index];
    char *digits = file->digits[index];
    bool is_text = column->type == TZ_VALUE_TEXT || column->type == TZ_VALUE_BLOB;
    bool may_be_text = is_text || column->type == TZ_VALUE_REAL; /* infinity */
    file->cells[index] = digits;
    if (json_is_null(value))
        file->cells[index] = NULL;
    else if (json_is_string(value) && may_be_text)
        file->cells[index] = json_string_value(value);
    else if (json_is_integer(value) && !is_text)
        snprintf(digits, DIGITS_SIZE, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value) && column->type == TZ_VALUE_REAL)
        snprintf(digits, DIGITS_SIZE, "%.17g", json_real_value(value));
    else
        return fail_type(file, column);
    return TZ_OK;
}

/* A row that goes on with a BLOB has that column alone; any other has all. */
static tz_status check_columns(json_file *file, const json_t *row)
{
    const tz_table *table = file->import->table;
    if (!json_object_get(row, table->columns[table->key_column].name) && json_object_size(row) == 1)
        return TZ_OK;
    for (size_t i = 0; i < table->column_count; i++)
        if (!json_object_get(row, table->columns[i].name))
            return tz_import_fail(file->import, table->columns[i].name, "缺这一列",
                                  "the column is missing");
    return TZ_OK;
}

static tz_status take_row(json_file *file, json_t *row)
{
    const tz_table *table = file->import->table;
    const char *name;
    json_t *value;
    tz_status status = check_columns(file, row);
    for (size_t i = 0; i < table->column_count; i++)
        file->cells[i] = NULL;
    json_object_foreach(row, name, value)
    {
        int column = tz_table_column_index(table, name);
        if (status == TZ_OK && column < 0)
            status = tz_import_fail(file->import, name, "表 %s 没有这一列",
                                    "the table %s has no such column", table->name);
        if (status == TZ_OK)
            status = take_value(file, (size_t)column, value);
    }
    return status == TZ_OK ? tz_import_row(file->import, file->cells) : status;
}

static tz_status read_row(json_file *file)
{
    json_t *row;
    if (peek_behind_blanks(file) != '{')
        return fail_expected(file, "{");
    tz_status status = load(file, 0, &row);
    if (status != TZ_OK)
        return status;
    status = take_row(file, row);
    json_decref(row);
    return status;
}

static tz_status read_rows(json_file *file)
{
    size_t count = file->import->table->column_count;
    file->cells = calloc(count, sizeof *file->cells);
    file->digits = calloc(count, sizeof *file->digits);
    tz_status status = file->cells && file->digits ? read_list(file, '[', ']', read_row)
                                                   : tz_fail_memory(file->import->ledger);
    free(file->cells);
    free(file->digits);
    return status;
}

static tz_status read_table(json_file *file)
{
    char name[NAME_SIZE];
    tz_status status = read_name(file, name);
    if (status == TZ_OK)
        status = tz_import_begin_table(file->import, name);
    if (status != TZ_OK)
        return status;
    return tz_import_end_table(file->import, read_rows(file));
}

static tz_status read_document(json_file *file)
{
    tz_status status = read_head(file);
    if (status == TZ_OK)
        status = read_list(file, '{', '}', read_table);
    if (status == TZ_OK)
        status = expect(file, '}');
    if (status == TZ_OK && peek_behind_blanks(file) != END)
        status = tz_import_fail(file->import, NULL, "结尾之后还有内容",
                                "there is something behind the end");
    if (status == TZ_OK && file->status != TZ_OK)
        status = fail_read(file);
    return status;
}

tz_status tz_import_json(tz_import *import, const char *path)
{
    json_file *file = calloc(1, sizeof *file);
    if (!file)
        return tz_fail_memory(import->ledger);
    file->import = import;
    file->lines.line = 1;
    import->path = path;
    tz_status status = tz_raw_source_open(&file->raw, path);
    if (status == TZ_NOT_FOUND)
        tz_fail(import->ledger, status, "找不到文件 %s", "no such file: %s", path);
    else if (status == TZ_OK)
        status = read_document(file);
    else
        status = fail_read(file);
    tz_raw_source_close(&file->raw);
    free(file);
    return status;
}
