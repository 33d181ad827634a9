/* csv_import.c: rows of CSV as Excel and WPS save it into the ledger: all of them, or none. */
#include "csv_import.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "formula.h"
#include "value.h"

enum { ROWS_PER_NOTE = 1000 };

/* ---- notes */

const char *tz_import_header(const tz_import *import, size_t column)
{
    if (column == TZ_IMPORT_NO_COLUMN || import->places[column] < 0)
        return NULL;
    return import->headers[import->places[column]];
}

tz_status tz_import_check_value(tz_import *import, size_t line, size_t column, const char *value,
                                tz_status status)
{
    tz_note where = {
        .file = import->input.name, .line = line, .column = tz_import_header(import, column)};
    return tz_note_failure(import->ledger, &where, value, status, &import->result.errors);
}

tz_status tz_import_check(tz_import *import, size_t column, tz_status status)
{
    return tz_import_check_value(import, import->row.line, column, NULL, status);
}

bool tz_import_row_is_sound(const tz_import *import)
{
    return import->result.errors == import->errors_before;
}

/* ---- the header */

static tz_status keep_headers(tz_import *import)
{
    const tz_csv_row *row = &import->row;
    import->headers = calloc(row->count, sizeof *import->headers);
    if (import->headers == NULL)
        return tz_fail_memory(import->ledger);
    import->header_count = row->count;
    for (size_t i = 0; i < row->count; i++) {
        import->headers[i] = strdup(row->cells[i]);
        if (import->headers[i] == NULL)
            return tz_fail_memory(import->ledger);
    }
    return TZ_OK;
}

static size_t column_of(const tz_import *import, const char *cell)
{
    for (size_t i = 0; i < import->column_count; i++) {
        if (tz_input_is_header(cell, import->columns[i].en, import->columns[i].zh))
            return i;
    }
    return TZ_IMPORT_NO_COLUMN;
}

static void note_header_error(tz_import *import, const char *title, const char *zh, const char *en)
{
    import->result.errors++;
    tz_note_text(import->ledger, TZ_NOTE_ERROR, import->input.name, import->row.line, title, "%s",
                 "%s", TZ_PICK(import->ledger->language, zh, en));
}

static void find_column(tz_import *import, int place)
{
    const char *cell = import->row.cells[place];
    size_t column = column_of(import, cell);
    if (column == TZ_IMPORT_NO_COLUMN) {
        /* perhaps a misspelt one, whose cells would be passed over in silence */
        if (cell[0] != '\0')
            tz_note_text(import->ledger, TZ_NOTE_QUESTION, import->input.name, import->row.line,
                         cell, "不认得这一列，未导入", "this column is not known and was not read");
        return;
    }
    /* no title is a column's name in full: next step, 下一步措施 */
    import->is_for_people = import->is_for_people || strcmp(cell, import->columns[column].en) != 0;
    if (import->places[column] >= 0 && (import->columns[column].use & TZ_IMPORT_SHOWN) == 0)
        note_header_error(import, cell, "这一列出现了两次", "this column is there twice");
    import->places[column] = place;
}

static void find_columns(tz_import *import)
{
    for (size_t i = 0; i < import->column_count; i++)
        import->places[i] = -1;
    import->is_for_people = tz_text_source_has_mark(import->input.source);
    for (size_t i = 0; i < import->row.count; i++)
        find_column(import, (int)i);
    for (size_t i = 0; i < import->column_count; i++) {
        const tz_import_column *column = &import->columns[i];
        if ((column->use & TZ_IMPORT_NEEDED) != 0 && import->places[i] < 0)
            note_header_error(import, TZ_PICK(import->ledger->language, column->zh, column->en),
                              "缺少这一列", "this column is missing");
    }
}

static tz_status read_header(tz_import *import)
{
    bool has_row = false;
    tz_status status = tz_input_next(import->ledger, &import->input, &import->row, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return tz_fail(import->ledger, TZ_REJECTED, "%s 是空的", "%s is empty", import->input.name);
    status = keep_headers(import);
    if (status == TZ_OK)
        find_columns(import);
    return status;
}

/* ---- a row */

const char *tz_import_cell(const tz_import *import, size_t column)
{
    const char *cell = tz_input_cell(&import->row, import->places[column]);
    if (import->is_for_people && *cell == '\'' && tz_is_like_formula(cell, strlen(cell)))
        cell++;
    if ((import->columns[column].use & TZ_IMPORT_VALUE) != 0 && tz_says_nothing(cell))
        return NULL;
    return cell[0] != '\0' ? cell : NULL;
}

static bool is_empty_row(const tz_import *import)
{
    for (size_t i = 0; i < import->column_count; i++) {
        if ((import->columns[i].use & TZ_IMPORT_GIVEN) != 0 && tz_import_cell(import, i) != NULL)
            return false;
    }
    return true;
}

/* Text beyond the header's last column: a comma that was not quoted has moved the cells. */
static bool has_spilt(tz_import *import)
{
    const tz_csv_row *row = &import->row;
    for (size_t i = import->header_count; i < row->count; i++) {
        if (row->cells[i][0] == '\0')
            continue;
        tz_import_check(import, TZ_IMPORT_NO_COLUMN,
                        tz_fail(import->ledger, TZ_REJECTED,
                                "第%zu格“%s”没有表头，逗号可能没有加引号",
                                "cell %zu, \"%s\", has no header: a comma may want quotes", i + 1,
                                row->cells[i]));
        return true;
    }
    return false;
}

static tz_status import_row(tz_import *import)
{
    import->errors_before = import->result.errors;
    import->result.rows++;
    if (has_spilt(import))
        return TZ_OK;
    if (is_empty_row(import)) {
        import->result.empty++;
        return TZ_OK;
    }
    return import->take_row(import);
}

/* ---- the file */

/* The size of the file, 0 where it isn't known: standard input, or text that isn't UTF-8, whose
 * size changes when it is read. */
static uint64_t size_of(const tz_input *input)
{
    struct stat about;
    if (strcmp(input->path, "-") == 0 || tz_text_source_encoding(input->source) != TZ_UTF8 ||
        stat(input->path, &about) != 0 || !S_ISREG(about.st_mode))
        return 0;
    return (uint64_t)about.st_size;
}

static void note_progress(tz_import *import)
{
    for (size_t i = 0; i < import->row.count; i++)
        import->bytes += strlen(import->row.cells[i]) + 1;
    if (import->result.rows % ROWS_PER_NOTE == 0)
        tz_note_progress(import->ledger, import->bytes, import->total_bytes);
}

static tz_status import_rows(tz_import *import)
{
    bool has_row = true;
    tz_status status = import->start != NULL ? import->start(import) : TZ_OK;
    if (status == TZ_OK)
        status = read_header(import);
    if (status != TZ_OK || import->result.errors > 0)
        return status;
    import->total_bytes = size_of(&import->input);
    while (status == TZ_OK && has_row) {
        status = tz_input_next(import->ledger, &import->input, &import->row, &has_row);
        if (status == TZ_REJECTED) {
            import->result.errors++; /* the note is out; what follows can't be read */
            return TZ_OK;
        }
        if (status == TZ_OK && has_row) {
            status = import_row(import);
            note_progress(import);
        }
    }
    return status == TZ_OK && import->finish != NULL ? import->finish(import) : status;
}

static tz_status import_file(tz_import *import)
{
    tz_status status = import_rows(import);
    if (status == TZ_OK && import->result.errors > 0)
        status = tz_fail_errors(import->ledger, import->input.name, import->result.errors);
    return status;
}

static void free_headers(tz_import *import)
{
    for (size_t i = 0; i < import->header_count; i++)
        free(import->headers[i]);
    free(import->headers);
}

tz_status tz_import_run(tz_import *import, const char *path, const char *command,
                        tz_import_result *result)
{
    bool is_own = false;
    assert(import->column_count <= TZ_IMPORT_MOST_COLUMNS);
    tz_status status = tz_input_open(import->ledger, path, &import->input);
    if (status == TZ_OK)
        status = tz_write_enter(import->ledger, command, &is_own);
    if (status == TZ_OK)
        status = tz_write_leave(import->ledger, is_own, import_file(import));
    tz_input_close(&import->input);
    free_headers(import);
    *result = import->result;
    if (status != TZ_OK)
        result->added = result->unchanged = 0;
    return status;
}
