/* progress_import.c: entries (进展) from CSV. */
#include <assert.h>
#include <string.h>

#include "csv_import.h"
#include "progress_row.h"
#include "told_rows.h"

/* Behind the fields of an entry: its readings, and what the template writes to look at. */
enum { FIRST_READING = TZ_ENTRY_FIELD_COUNT };

#define READING(number)                                                                            \
    {                                                                                              \
        "reading_" #number, "指标" #number, TZ_IMPORT_GIVEN                                        \
    }

static const tz_import_column columns_behind_the_fields[] = {
    READING(1),
    READING(2),
    READING(3),
    READING(4),
    READING(5),
    READING(6),
    READING(7),
    READING(8),
    READING(9),
    READING(10),
    READING(11),
    READING(12),
    READING(13),
    READING(14),
    READING(15),
    READING(16),
    READING(17),
    READING(18),
    READING(19),
    READING(20),
    {"text", "任务内容", TZ_IMPORT_SHOWN},
    {"due_on", "完成时限", TZ_IMPORT_SHOWN},
    {"targets", "指标", TZ_IMPORT_SHOWN},
    {"last_quarter", "上次报送季度", TZ_IMPORT_SHOWN},
    {"last_percent", "上季百分比", TZ_IMPORT_SHOWN},
    {"last_state", "上季状态", TZ_IMPORT_SHOWN},
    {"last_readings", "上季指标", TZ_IMPORT_SHOWN},
};

enum {
    COUNT_BEHIND = sizeof columns_behind_the_fields / sizeof *columns_behind_the_fields,
    COLUMN_COUNT = TZ_ENTRY_FIELD_COUNT + COUNT_BEHIND
};

static void list_columns(tz_import_column columns[COLUMN_COUNT])
{
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        const tz_entry_column *column = &tz_entry_columns[field];
        bool is_needed = field == TZ_ENTRY_TASK || field == TZ_ENTRY_QUARTER;
        columns[field] = (tz_import_column){column->en, column->zh,
                                            (is_needed ? TZ_IMPORT_NEEDED : 0U) |
                                                (column->is_reported ? TZ_IMPORT_GIVEN : 0U)};
    }
    memcpy(columns + TZ_ENTRY_FIELD_COUNT, columns_behind_the_fields,
           sizeof columns_behind_the_fields);
}

typedef struct entry_import {
    char day[11]; /* the day reported where a row names none */
    bool allow_late;
} entry_import;

static void fill_progress(const tz_import *import, tz_progress *progress)
{
    const entry_import *own = import->context;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++)
        tz_entry_set_text(progress, field, tz_import_cell(import, field));
    if (progress->task == NULL)
        progress->task = "";
    if (progress->quarter == NULL)
        progress->quarter = "";
    if (progress->reported_on == NULL)
        progress->reported_on = own->day;
}

static tz_status read_row_readings(tz_import *import, tz_entry *entry)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < TZ_MOST_READINGS && status == TZ_OK; i++) {
        size_t column = FIRST_READING + i;
        status = tz_import_check(
            import, column,
            tz_entry_read_reading(import->ledger, tz_import_cell(import, column), i + 1, entry));
    }
    return status;
}

/* Reads every field, so that each bad cell is told of; what needs the task is left out where the
 * task isn't known. */
static tz_status read_row(tz_import *import, const tz_progress *progress, tz_entry *entry)
{
    bool knows_day = true;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (field == TZ_ENTRY_UNIT && progress->unit == NULL && (entry->task_id == 0 || !knows_day))
            continue;
        tz_status status = tz_entry_read_field(import->ledger, progress, field, entry);
        knows_day = knows_day && (status == TZ_OK || field != TZ_ENTRY_REPORTED_ON);
        status = tz_import_check(import, field, status);
        if (status != TZ_OK)
            return status;
    }
    return entry->task_id != 0 ? read_row_readings(import, entry) : TZ_OK;
}

/* A spreadsheet keeps 45% as 0.45, and gives that where the cell has lost its format. */
static void note_small_percent(tz_import *import, const tz_progress *progress,
                               const tz_entry *entry)
{
    if (!entry->has_percent || entry->percent <= 0 || entry->percent >= 1 ||
        strpbrk(progress->percent, "%") != NULL || strstr(progress->percent, "％") != NULL)
        return;
    tz_note_text(import->ledger, TZ_NOTE_QUESTION, import->input.name, import->row.line,
                 tz_import_header(import, TZ_ENTRY_PERCENT), "%s 按 %g%% 读入；若是 %g%%，请写明",
                 "%s was read as %g%%: if %g%% is meant, write so", progress->percent,
                 entry->percent, 100 * entry->percent);
}

static tz_status begin_rows(tz_import *import)
{
    return tz_told_rows_begin(import->ledger);
}

/* Two rows for one task, quarter and unit would be two revisions, and two more at every further
 * import of the file. */
static tz_status check_first(tz_import *import, const tz_entry *entry)
{
    int64_t first_line = 0;
    size_t line = import->row.line;
    if (entry->task_id == 0 || entry->quarter[0] == '\0' || entry->unit_id == 0)
        return TZ_OK; /* not known which: the row has its error */
    tz_status status = tz_told_rows_add(import->ledger, entry, line, &first_line);
    if (status != TZ_OK || first_line == 0)
        return status;
    status = tz_fail(
        import->ledger, TZ_REJECTED, "与第 %lld 行重复：同一任务、季度和报送单位只能有一行",
        "the same as line %lld: a task, quarter and unit has one row", (long long)first_line);
    return tz_import_check_value(import, line, TZ_ENTRY_TASK, entry->code, status);
}

static tz_status write_row(tz_import *import, const tz_progress *progress, const tz_entry *entry)
{
    tz_entry_field culprit = TZ_ENTRY_FIELD_COUNT;
    int revision = 0;
    bool stands = false;
    bool names_day = tz_import_cell(import, TZ_ENTRY_REPORTED_ON) != NULL;
    tz_status status = tz_entry_stands(import->ledger, entry, names_day, &stands);
    if (status == TZ_OK && stands) {
        import->result.unchanged++;
        return TZ_OK;
    }
    if (status == TZ_OK)
        status = tz_entry_write(import->ledger, entry, &revision, &culprit);
    if (status == TZ_OK)
        import->result.added++;
    if (culprit == TZ_ENTRY_FIELD_COUNT)
        return tz_import_check(import, TZ_IMPORT_NO_COLUMN, status);
    return tz_import_check_value(import, import->row.line, culprit,
                                 tz_entry_text(progress, culprit), status);
}

static tz_status import_row(tz_import *import)
{
    tz_progress progress = TZ_PROGRESS_INIT;
    const entry_import *own = import->context;
    tz_entry entry = {.entered_by = import->ledger->actor, .allow_late = own->allow_late};
    fill_progress(import, &progress);
    tz_status status = read_row(import, &progress, &entry);
    bool is_sound = tz_import_row_is_sound(import);
    if (status == TZ_OK)
        status = check_first(import, &entry);
    if (status != TZ_OK || !is_sound)
        return status;
    note_small_percent(import, &progress, &entry);
    return write_row(import, &progress, &entry);
}

tz_status tz_progress_import(tz_ledger *ledger, const char *path,
                             const tz_progress_import_options *options, tz_import_result *result)
{
    static const tz_progress_import_options none = TZ_PROGRESS_IMPORT_OPTIONS_INIT;
    tz_import_column columns[COLUMN_COUNT];
    if (options == NULL)
        options = &none;
    entry_import own = {.allow_late = options->allow_late};
    assert(path != NULL && result != NULL);
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_day(ledger, options->on, own.day);
    if (status != TZ_OK)
        return status;
    list_columns(columns);
    tz_import import = {.ledger = ledger,
                        .columns = columns,
                        .column_count = COLUMN_COUNT,
                        .start = begin_rows,
                        .take_row = import_row,
                        .context = &own};
    return tz_import_run(&import, path, "progress import", result);
}
