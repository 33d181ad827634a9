/* import_csv.c: an export that is a folder of CSV files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "import.h"
#include "input.h"

typedef struct csv_table {
    tz_import *import;
    tz_input input;
    int columns[TZ_CSV_MOST_CELLS]; /* the table's, by the cell in a row */
    size_t count;
    const char **cells; /* of the current row, by the table's columns */
} csv_table;

static tz_status next_row(csv_table *file, tz_csv_row *row, bool *has_row)
{
    tz_status status = tz_input_next(file->import->ledger, &file->input, row, has_row);
    if (status == TZ_OK && *has_row)
        file->import->line = row->line;
    return status;
}

static bool has_column(const csv_table *file, int column)
{
    for (size_t i = 0; i < file->count; i++)
        if (file->columns[i] == column)
            return true;
    return false;
}

static tz_status take_title(csv_table *file, const char *title)
{
    tz_import *import = file->import;
    int column = title ? tz_table_column_index(import->table, title) : -1;
    if (column < 0)
        return tz_import_fail(import, title ? title : "\"\"", "表 %s 没有这一列",
                              "the table %s has no such column", import->table->name);
    if (has_column(file, column))
        return tz_import_fail(import, title, "这一列出现了两次", "the column comes twice");
    file->columns[file->count++] = column;
    return TZ_OK;
}

static tz_status read_header(csv_table *file)
{
    tz_csv_row row;
    bool has_row;
    const tz_table *table = file->import->table;
    tz_status status = next_row(file, &row, &has_row);
    for (size_t i = 0; status == TZ_OK && i < row.count; i++)
        status = take_title(file, row.cells[i]);
    for (size_t i = 0; status == TZ_OK && i < table->column_count; i++)
        if (!has_column(file, (int)i))
            status = tz_import_fail(file->import, table->columns[i].name, "缺这一列",
                                    "the column is missing");
    return status;
}

static tz_status take_row(csv_table *file, const tz_csv_row *row)
{
    if (row->count != file->count)
        return tz_import_fail(file->import, NULL, "有 %zu 个单元格，应为 %zu 个",
                              "there are %zu cells instead of %zu", row->count, file->count);
    size_t size = 0;
    for (size_t i = 0; i < row->count; i++) {
        file->cells[file->columns[i]] = row->cells[i];
        size += row->cells[i] ? strlen(row->cells[i]) + 1 : 1;
    }
    tz_move_add(file->import->ledger, size);
    return tz_import_row(file->import, file->cells);
}

static tz_status read_rows(csv_table *file)
{
    tz_csv_row row;
    bool has_row = true;
    tz_status status = read_header(file);
    while (status == TZ_OK && has_row) {
        status = next_row(file, &row, &has_row);
        if (status == TZ_OK && has_row)
            status = take_row(file, &row);
    }
    return status;
}

static tz_status read_file(tz_import *import, const char *path)
{
    csv_table file = {.import = import};
    import->path = path;
    import->line = 1;
    file.cells = calloc(import->table->column_count, sizeof *file.cells);
    tz_status status = file.cells ? tz_input_open_exact(import->ledger, path, &file.input)
                                  : tz_fail_memory(import->ledger);
    if (status == TZ_OK)
        status = read_rows(&file);
    tz_input_close(&file.input);
    free(file.cells);
    return status;
}

/* A file that was cut off between two rows looks whole: only the count tells. */
static tz_status check_count(tz_import *import, const char *count)
{
    if (strtoull(count, NULL, 10) == import->row_count)
        return TZ_OK;
    return tz_import_fail(import, NULL, "文件有 %llu 条记录，%s 说应有 %s 条",
                          "the file has %llu records, %s says %s",
                          (unsigned long long)import->row_count, TZ_EXPORT_INDEX, count);
}

/* A table by its line in the index. */
static tz_status read_table(tz_import *import, const char *folder, const char *name,
                            const char *count)
{
    tz_status status = tz_import_begin_table(import, name);
    if (status != TZ_OK)
        return status;
    char *path = sqlite3_mprintf("%s/%s.csv", folder, import->table->name);
    status = path ? read_file(import, path) : tz_fail_memory(import->ledger);
    status = tz_import_end_table(import, status);
    if (status == TZ_OK)
        status = check_count(import, count);
    sqlite3_free(path);
    return status;
}

static tz_status take_index_row(tz_import *import, const char *folder, const tz_csv_row *row,
                                size_t number)
{
    static const char *const heads[][2] = {
        {"name", "value"}, {"format", NULL}, {"schema_version", NULL}};
    enum { HEAD_COUNT = sizeof heads / sizeof heads[0] };
    if (row->count != 2 || !row->cells[0] || !row->cells[1])
        return tz_import_fail(import, NULL, "应有名称和值两列", "a name and a value are expected");
    if (number >= HEAD_COUNT)
        return read_table(import, folder, row->cells[0], row->cells[1]);
    if (strcmp(row->cells[0], heads[number][0]) != 0)
        return tz_import_fail(import, NULL, "应为 %s，不是“%.40s”", "%s is expected, not \"%.40s\"",
                              heads[number][0], row->cells[0]);
    if (number == 1)
        return tz_import_check_format(import, row->cells[1]);
    return number == 2 ? tz_import_check_schema(import, row->cells[1]) : TZ_OK;
}

static tz_status read_index(tz_import *import, const char *folder, tz_input *index)
{
    tz_csv_row row;
    bool has_row = true;
    tz_status status = TZ_OK;
    for (size_t number = 0; status == TZ_OK && has_row; number++) {
        status = tz_input_next(import->ledger, index, &row, &has_row);
        import->path = index->path;
        import->line = row.line;
        if (status == TZ_OK && has_row)
            status = take_index_row(import, folder, &row, number);
    }
    import->path = index->path;
    return status;
}

tz_status tz_import_csv(tz_import *import, const char *path)
{
    tz_input index = {0};
    char *index_path = sqlite3_mprintf("%s/%s", path, TZ_EXPORT_INDEX);
    tz_status status = index_path ? tz_input_open_exact(import->ledger, index_path, &index)
                                  : tz_fail_memory(import->ledger);
    if (status == TZ_OK)
        status = read_index(import, path, &index);
    tz_input_close(&index);
    sqlite3_free(index_path);
    import->path = path;
    return status;
}
