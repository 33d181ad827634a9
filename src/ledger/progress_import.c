/* progress_import.c: entries from CSV as Excel and WPS save it: all rows, or none. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "input.h"
#include "progress_row.h"
#include "query.h"
#include "told_rows.h"

enum { ROWS_PER_NOTE = 1000 };

typedef struct progress_import {
    tz_ledger *ledger;
    tz_input input;
    const char *on; /* the day reported where a row names none */
    bool allow_late;
    int columns[TZ_ENTRY_FIELD_COUNT]; /* the column of each field, -1 none */
    int reading_columns[TZ_MOST_READINGS];
    char **headers;
    size_t header_count;
    uint64_t bytes, total_bytes;
    tz_progress_import_result result;
} progress_import;

/* ---- the header */

static const char *field_title(const progress_import *import, tz_entry_field field)
{
    const tz_entry_column *column = &tz_entry_columns[field];
    return TZ_PICK(import->ledger->language, column->zh, column->en);
}

static tz_status keep_headers(progress_import *import, const tz_csv_row *row)
{
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

/* Where the number of the column that `cell` heads is kept; NULL for one that is only looked at. */
static int *place_of(progress_import *import, const char *cell)
{
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (tz_input_is_header(cell, tz_entry_columns[field].en, tz_entry_columns[field].zh))
            return &import->columns[field];
    }
    for (int i = 0; i < TZ_MOST_READINGS; i++) {
        char en[16], zh[16];
        snprintf(en, sizeof en, "reading_%d", i + 1);
        snprintf(zh, sizeof zh, "指标%d", i + 1);
        if (tz_input_is_header(cell, en, zh))
            return &import->reading_columns[i];
    }
    return NULL;
}

static void note_header_error(progress_import *import, size_t line, const char *column,
                              const char *zh, const char *en)
{
    import->result.errors++;
    tz_note_text(import->ledger, TZ_NOTE_ERROR, import->input.name, line, column, "%s", "%s",
                 TZ_PICK(import->ledger->language, zh, en));
}

/* A column that neither the import reads nor the template writes to look at: perhaps a misspelt
 * one, whose cells would be passed over in silence. */
static void note_unknown_column(const progress_import *import, size_t line, const char *cell)
{
    static const char *const to_look_at[][2] = {
        {"text", "任务内容"},
        {"due_on", "完成时限"},
        {"targets", "指标"},
        {"last_quarter", "上次报送季度"},
        {"last_percent", "上季百分比"},
        {"last_state", "上季状态"},
        {"last_readings", "上季指标"},
    };
    for (size_t i = 0; i < sizeof to_look_at / sizeof to_look_at[0]; i++) {
        if (tz_input_is_header(cell, to_look_at[i][0], to_look_at[i][1]))
            return;
    }
    if (cell[0] != '\0')
        tz_note_text(import->ledger, TZ_NOTE_QUESTION, import->input.name, line, cell,
                     "不认得这一列，未导入", "this column is not known and was not read");
}

static void find_columns(progress_import *import, const tz_csv_row *row)
{
    for (int i = 0; i < TZ_ENTRY_FIELD_COUNT; i++)
        import->columns[i] = -1;
    for (int i = 0; i < TZ_MOST_READINGS; i++)
        import->reading_columns[i] = -1;
    for (size_t i = 0; i < row->count; i++) {
        int *place = place_of(import, row->cells[i]);
        if (place == NULL) {
            note_unknown_column(import, row->line, row->cells[i]);
            continue;
        }
        if (*place >= 0)
            note_header_error(import, row->line, row->cells[i], "这一列出现了两次",
                              "this column is there twice");
        *place = (int)i;
    }
    for (tz_entry_field field = TZ_ENTRY_TASK; field <= TZ_ENTRY_QUARTER; field++) {
        if (import->columns[field] < 0)
            note_header_error(import, row->line, field_title(import, field), "缺少这一列",
                              "this column is missing");
    }
}

static tz_status read_header(progress_import *import)
{
    tz_csv_row row = {0};
    bool has_row = false;
    tz_status status = tz_input_next(import->ledger, &import->input, &row, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return tz_fail(import->ledger, TZ_REJECTED, "%s 是空的", "%s is empty", import->input.name);
    status = keep_headers(import, &row);
    if (status == TZ_OK)
        find_columns(import, &row);
    return status;
}

/* ---- a row */

/* The bad row goes on as a note, with its hint; the import goes on to the next. */
static void note_error(progress_import *import, size_t line, const char *column, const char *value)
{
    const tz_ledger *ledger = import->ledger;
    bool has_hint = ledger->hint[0] != '\0';
    import->result.errors++;
    tz_note_text(import->ledger, TZ_NOTE_ERROR, import->input.name, line, column, "%s%s%s%s%s",
                 "%s%s%s%s%s", value != NULL ? value : "",
                 value != NULL ? TZ_PICK(ledger->language, "：", ": ") : "", ledger->error,
                 has_hint ? TZ_PICK(ledger->language, "；", "; ") : "", ledger->hint);
}

/* A failure of the row's own; any other ends the import. */
static bool is_of_the_row(tz_status status)
{
    return status == TZ_MALFORMED || status == TZ_NOT_FOUND || status == TZ_REJECTED;
}

static const char *column_header(const progress_import *import, int column)
{
    return column >= 0 ? import->headers[column] : NULL;
}

static const char *given(const tz_csv_row *row, int column)
{
    const char *cell = tz_input_cell(row, column);
    return cell[0] != '\0' ? cell : NULL;
}

static void fill_progress(const progress_import *import, const tz_csv_row *row,
                          tz_progress *progress)
{
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++)
        tz_entry_set_text(progress, field, given(row, import->columns[field]));
    if (progress->task == NULL)
        progress->task = "";
    if (progress->quarter == NULL)
        progress->quarter = "";
    if (progress->reported_on == NULL)
        progress->reported_on = import->on;
}

static bool is_empty_row(const progress_import *import, const tz_csv_row *row)
{
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (tz_entry_columns[field].is_reported && given(row, import->columns[field]) != NULL)
            return false;
    }
    for (int i = 0; i < TZ_MOST_READINGS; i++) {
        if (given(row, import->reading_columns[i]) != NULL)
            return false;
    }
    return true;
}

/* Text beyond the header's last column: a comma that was not quoted has moved the cells. */
static bool has_spilt(progress_import *import, const tz_csv_row *row)
{
    for (size_t i = import->header_count; i < row->count; i++) {
        if (row->cells[i][0] == '\0')
            continue;
        tz_fail(import->ledger, TZ_REJECTED, "第%zu格“%s”没有表头，逗号可能没有加引号",
                "cell %zu, \"%s\", has no header: a comma may want quotes", i + 1, row->cells[i]);
        note_error(import, row->line, NULL, NULL);
        return true;
    }
    return false;
}

static tz_status read_row_readings(progress_import *import, const tz_csv_row *row, tz_entry *entry)
{
    for (int i = 0; i < TZ_MOST_READINGS; i++) {
        int column = import->reading_columns[i];
        tz_status status =
            tz_entry_read_reading(import->ledger, given(row, column), (size_t)i + 1, entry);
        if (status == TZ_OK)
            continue;
        if (!is_of_the_row(status))
            return status;
        note_error(import, row->line, column_header(import, column), NULL);
    }
    return TZ_OK;
}

/* Reads every field, so that each bad cell is told of; what needs the task is left out where the
 * task isn't known. */
static tz_status read_row(progress_import *import, const tz_csv_row *row,
                          const tz_progress *progress, tz_entry *entry)
{
    bool knows_day = true;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (field == TZ_ENTRY_UNIT && progress->unit == NULL && (entry->task_id == 0 || !knows_day))
            continue;
        tz_status status = tz_entry_read_field(import->ledger, progress, field, entry);
        if (status == TZ_OK)
            continue;
        if (!is_of_the_row(status))
            return status;
        knows_day = knows_day && field != TZ_ENTRY_REPORTED_ON;
        note_error(import, row->line, column_header(import, import->columns[field]), NULL);
    }
    return entry->task_id != 0 ? read_row_readings(import, row, entry) : TZ_OK;
}

/* A spreadsheet keeps 45% as 0.45, and gives that where the cell has lost its format. */
static void note_small_percent(progress_import *import, const tz_csv_row *row,
                               const tz_progress *progress, const tz_entry *entry)
{
    if (!entry->has_percent || entry->percent <= 0 || entry->percent >= 1 ||
        strpbrk(progress->percent, "%") != NULL || strstr(progress->percent, "％") != NULL)
        return;
    tz_note_text(import->ledger, TZ_NOTE_QUESTION, import->input.name, row->line,
                 column_header(import, import->columns[TZ_ENTRY_PERCENT]),
                 "%s 按 %g%% 读入；若是 %g%%，请写明",
                 "%s was read as %g%%: if %g%% is meant, write so", progress->percent,
                 entry->percent, 100 * entry->percent);
}

/* Two rows for one task, quarter and unit would be two revisions, and two more at every further
 * import of the file. */
static tz_status check_first(progress_import *import, const tz_csv_row *row, const tz_entry *entry)
{
    int64_t first_line = 0;
    if (entry->task_id == 0 || entry->quarter[0] == '\0' || entry->unit_id == 0)
        return TZ_OK; /* not known which: the row has its error */
    tz_status status = tz_told_rows_add(import->ledger, entry, row->line, &first_line);
    if (status != TZ_OK || first_line == 0)
        return status;
    tz_fail(import->ledger, TZ_REJECTED, "与第 %lld 行重复：同一任务、季度和报送单位只能有一行",
            "the same as line %lld: a task, quarter and unit has one row", (long long)first_line);
    note_error(import, row->line, column_header(import, import->columns[TZ_ENTRY_TASK]),
               entry->code);
    return TZ_OK;
}

static tz_status write_row(progress_import *import, const tz_csv_row *row,
                           const tz_progress *progress, const tz_entry *entry)
{
    tz_entry_field culprit = TZ_ENTRY_FIELD_COUNT;
    int revision = 0;
    bool stands = false;
    bool names_day = given(row, import->columns[TZ_ENTRY_REPORTED_ON]) != NULL;
    tz_status status = tz_entry_stands(import->ledger, entry, names_day, &stands);
    if (status == TZ_OK && stands) {
        import->result.unchanged++;
        return TZ_OK;
    }
    if (status == TZ_OK)
        status = tz_entry_write(import->ledger, entry, &revision, &culprit);
    if (status == TZ_OK) {
        import->result.added++;
        return TZ_OK;
    }
    if (!is_of_the_row(status))
        return status;
    if (culprit == TZ_ENTRY_FIELD_COUNT)
        note_error(import, row->line, NULL, NULL);
    else
        note_error(import, row->line, column_header(import, import->columns[culprit]),
                   tz_entry_text(progress, culprit));
    return TZ_OK;
}

static tz_status import_row(progress_import *import, const tz_csv_row *row)
{
    tz_progress progress = TZ_PROGRESS_INIT;
    tz_entry entry = {.entered_by = import->ledger->actor, .allow_late = import->allow_late};
    size_t errors = import->result.errors;
    import->result.rows++;
    if (has_spilt(import, row))
        return TZ_OK;
    if (is_empty_row(import, row)) {
        import->result.empty++;
        return TZ_OK;
    }
    fill_progress(import, row, &progress);
    tz_status status = read_row(import, row, &progress, &entry);
    bool is_sound = import->result.errors == errors;
    if (status == TZ_OK)
        status = check_first(import, row, &entry);
    if (status != TZ_OK || !is_sound)
        return status;
    note_small_percent(import, row, &progress, &entry);
    return write_row(import, row, &progress, &entry);
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

static void note_progress(progress_import *import, const tz_csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        import->bytes += strlen(row->cells[i]) + 1;
    if (import->result.rows % ROWS_PER_NOTE == 0)
        tz_note_progress(import->ledger, import->bytes, import->total_bytes);
}

static tz_status import_rows(progress_import *import)
{
    tz_csv_row row = {0};
    bool has_row = true;
    tz_status status = read_header(import);
    if (status != TZ_OK || import->result.errors > 0)
        return status;
    import->total_bytes = size_of(&import->input);
    while (status == TZ_OK && has_row) {
        status = tz_input_next(import->ledger, &import->input, &row, &has_row);
        if (status == TZ_REJECTED) {
            import->result.errors++; /* the note is out; what follows can't be read */
            return TZ_OK;
        }
        if (status == TZ_OK && has_row) {
            status = import_row(import, &row);
            note_progress(import, &row);
        }
    }
    return status;
}

static tz_status import_file(progress_import *import)
{
    tz_status status = tz_told_rows_begin(import->ledger);
    if (status == TZ_OK)
        status = import_rows(import);
    if (status == TZ_OK && import->result.errors > 0)
        status = tz_fail(import->ledger, TZ_REJECTED, "%s：%zu 处错误，未导入任何一行",
                         "%s: errors: %zu, no row was imported", import->input.name,
                         import->result.errors);
    return status;
}

static void free_headers(progress_import *import)
{
    for (size_t i = 0; i < import->header_count; i++)
        free(import->headers[i]);
    free(import->headers);
}

tz_status tz_progress_import(tz_ledger *ledger, const char *path,
                             const tz_progress_import_options *options,
                             tz_progress_import_result *result)
{
    static const tz_progress_import_options none = TZ_PROGRESS_IMPORT_OPTIONS_INIT;
    if (options == NULL)
        options = &none;
    progress_import import = {.ledger = ledger, .allow_late = options->allow_late};
    char day[11];
    bool is_own = false;
    assert(path != NULL && result != NULL);
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_day(ledger, options->on, day);
    if (status != TZ_OK)
        return status;
    import.on = day;
    status = tz_input_open(ledger, path, &import.input);
    if (status == TZ_OK)
        status = tz_write_enter(ledger, "progress import", &is_own);
    if (status == TZ_OK)
        status = tz_write_leave(ledger, is_own, import_file(&import));
    tz_input_close(&import.input);
    free_headers(&import);
    *result = import.result;
    if (status != TZ_OK)
        result->added = result->unchanged = 0;
    return status;
}
