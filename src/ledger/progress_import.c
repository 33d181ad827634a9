/* progress_import.c: entries (进展) from CSV. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "csv_import.h"
#include "entry_rows.h"

/* Behind the fields of an entry: its readings, and what the template writes to look at. */

#define READING(number)                                                                            \
    {                                                                                              \
        "reading_" #number, "指标" #number, TZ_IMPORT_GIVEN | TZ_IMPORT_VALUE                      \
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

/* A reading's place in an entry is its column in the file. */
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
                                                (column->is_reported ? TZ_IMPORT_GIVEN : 0U) |
                                                (tz_entry_is_value(field) ? TZ_IMPORT_VALUE : 0U)};
    }
    memcpy(columns + TZ_ENTRY_FIELD_COUNT, columns_behind_the_fields,
           sizeof columns_behind_the_fields);
}

typedef struct entry_import {
    char day[11]; /* the day reported where a row names none */
    tz_entry_rows rows;
} entry_import;

static size_t column_of(size_t place)
{
    return place == TZ_ENTRY_NO_PLACE ? TZ_IMPORT_NO_COLUMN : place;
}

static tz_status check_place(void *context, size_t place, const char *value, tz_status status)
{
    tz_import *import = context;
    return tz_import_check_value(import, import->row.line, column_of(place), value, status);
}

/* A spreadsheet keeps 45% as 0.45, and gives that where the cell has lost its format. */
static void note_small_percent(void *context, const tz_progress *progress, const tz_entry *entry)
{
    tz_import *import = context;
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
    entry_import *own = import->context;
    own->rows.ledger = import->ledger;
    own->rows.result = &import->result;
    own->rows.check = check_place;
    own->rows.look = note_small_percent;
    own->rows.context = import;
    return tz_entry_rows_begin(&own->rows);
}

static void fill_progress(const tz_import *import, tz_progress *progress,
                          const char *readings[TZ_MOST_READINGS])
{
    const entry_import *own = import->context;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++)
        tz_entry_set_text(progress, field, tz_import_cell(import, field));
    for (size_t i = 0; i < TZ_MOST_READINGS; i++)
        readings[i] = tz_import_cell(import, TZ_ENTRY_FIRST_READING + i);
    progress->readings = readings;
    progress->reading_count = TZ_MOST_READINGS;
    if (progress->task == NULL)
        progress->task = "";
    if (progress->quarter == NULL)
        progress->quarter = "";
    if (progress->reported_on == NULL)
        progress->reported_on = own->day;
}

static tz_status import_row(tz_import *import)
{
    tz_progress progress = TZ_PROGRESS_INIT;
    const char *readings[TZ_MOST_READINGS];
    const entry_import *own = import->context;
    bool names_day = tz_import_cell(import, TZ_ENTRY_REPORTED_ON) != NULL;
    char place[32];
    fill_progress(import, &progress, readings);
    snprintf(place, sizeof place, TZ_PICK(import->ledger->language, "第 %zu 行", "line %zu"),
             import->row.line);
    return tz_entry_rows_take(&own->rows, &progress, place, import->errors_before, names_day);
}

tz_status tz_progress_import(tz_ledger *ledger, const char *path,
                             const tz_progress_import_options *options, tz_import_result *result)
{
    static const tz_progress_import_options none = TZ_PROGRESS_IMPORT_OPTIONS_INIT;
    tz_import_column columns[COLUMN_COUNT];
    if (options == NULL)
        options = &none;
    entry_import own = {.rows.allow_late = options->allow_late};
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
