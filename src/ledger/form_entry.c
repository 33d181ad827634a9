/* form_entry.c: a row of a form: what ties it to its task, what its cells say, and the entry they
 * are. */
#include <math.h>
#include <string.h>

#include "figure.h"
#include "fold.h"
#include "form_reader.h"
#include "value.h"

static tz_xlsx_cell cell_of(const tz_form_given *given)
{
    return (tz_xlsx_cell){
        .kind = given->kind, .format = given->format, .text = tz_buffer_text(&given->text)};
}

/* ---- a row */

/* A cell of blanks alone is an empty one, and so is "/" in place of a value. */
static bool is_filled(const tz_form_reader *reader, size_t place)
{
    const tz_form_given *given = &reader->cells[place];
    const char *text = tz_buffer_text(&given->text);
    size_t size = given->text.size;
    if (!given->is_given || given->kind != TZ_XLSX_CELL_TEXT)
        return given->is_given;
    if (tz_entry_is_value(place) && tz_says_nothing(text))
        return false;
    tz_trim(&text, &size);
    return size > 0;
}

size_t tz_form_first_filled(const tz_form_reader *reader)
{
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT; place++) {
        if (tz_entry_is_reported(place) && is_filled(reader, place))
            return place;
    }
    return TZ_ENTRY_NO_PLACE;
}

/* What the row's hidden key must say. */
static tz_status check_key(tz_form_reader *reader, const tz_form_key *key, bool is_whole)
{
    tz_ledger *ledger = reader->ledger;
    if (!reader->row_key.is_given) {
        tz_fail(ledger, TZ_REJECTED, "此行没有隐藏标识，不知是哪项任务",
                "the row has no hidden key: which task it is of isn't known");
        tz_hint(ledger, "请填在原有的行里，不要插入行", "fill in the rows there are, and add none");
        return TZ_REJECTED;
    }
    if (!is_whole) {
        tz_fail(ledger, TZ_REJECTED, "此行的隐藏标识被改动",
                "the hidden key of the row has been changed");
        tz_hint(ledger, "请填在重新导出的填报表里", "fill in the form anew");
        return TZ_REJECTED;
    }
    if (strcmp(key->ledger, reader->key.ledger) != 0)
        return tz_fail(ledger, TZ_REJECTED, "此行是另一台账的", "the row is one of another ledger");
    if (strcmp(key->quarter, reader->key.quarter) != 0)
        return tz_fail(ledger, TZ_REJECTED, "此行是%s的", "the row is one of %s", key->quarter);
    if (strcmp(key->unit, reader->key.unit) != 0)
        return tz_fail(ledger, TZ_REJECTED, "此行是%s的", "the row is one of %s", key->unit);
    return TZ_OK;
}

void tz_form_name_task(const tz_form_reader *reader, const char *task, char name[TZ_FORM_TASK_SIZE])
{
    size_t year_size = strcspn(task, "/");
    const char *code = task + year_size + (task[year_size] == '/');
    bool is_of_year = year_size == strcspn(reader->quarter, "Q") &&
                      strncmp(task, reader->quarter, year_size) == 0;
    if (reader->ledger->language != TZ_ZH)
        snprintf(name, TZ_FORM_TASK_SIZE, "task %s", is_of_year ? code : task);
    else if (is_of_year)
        snprintf(name, TZ_FORM_TASK_SIZE, "第%s项", code);
    else
        snprintf(name, TZ_FORM_TASK_SIZE, "%.*s年第%s项", (int)year_size, task, code);
}

/* What was pasted over a row may be another task's. */
static tz_status check_code(tz_form_reader *reader, const tz_form_key *key)
{
    tz_form_given *given = &reader->cells[TZ_ENTRY_TASK];
    const char *slash = strchr(key->task, '/');
    const char *code = slash != NULL ? slash + 1 : key->task;
    char name[TZ_FORM_TASK_SIZE];
    if (!is_filled(reader, TZ_ENTRY_TASK))
        return TZ_OK;
    static const tz_form_wanted words = {.use = TZ_FORM_USE_WORDS};
    tz_xlsx_cell cell = cell_of(given);
    tz_buffer_clear(&given->value);
    tz_status status =
        tz_form_cell_text(reader->ledger, &cell, &words, reader->is_1904, &given->value);
    const char *shown = tz_buffer_text(&given->value);
    if (status != TZ_OK || strcmp(shown, code) == 0 || strcmp(shown, key->task) == 0)
        return status;
    tz_form_name_task(reader, key->task, name);
    return tz_fail(reader->ledger, TZ_REJECTED, "编号为“%s”，而此行是%s",
                   "it says \"%s\", and the row is that of %s", shown, name);
}

/* A rate may be over 100%, but nobody is at ten times what is aimed at as well: 100% of the task,
 * or the target as it was adjusted by the day. */
static double most_percent(double aim)
{
    enum { WHOLE = 100, TIMES = 10 };
    double most = TIMES * fabs(aim);
    return most > WHOLE ? most : WHOLE;
}

static tz_status find_wanted(tz_form_reader *reader, size_t place, int64_t task_id,
                             tz_form_wanted *wanted)
{
    tz_target_record target;
    double aim = 0;
    static const tz_form_use uses[TZ_ENTRY_FIELD_COUNT] = {
        [TZ_ENTRY_PERCENT] = TZ_FORM_USE_PERCENT, [TZ_ENTRY_COMPLETED_ON] = TZ_FORM_USE_DAY};
    *wanted = (tz_form_wanted){.use = TZ_FORM_USE_FIGURE, .most_percent = most_percent(100)};
    if (place < TZ_ENTRY_FIRST_READING) {
        wanted->use = uses[place];
        return TZ_OK;
    }
    int64_t ordinal = (int64_t)(place - TZ_ENTRY_FIRST_READING) + 1;
    tz_status status = tz_find_target(reader->ledger, task_id, ordinal, &target);
    if (status != TZ_OK || !tz_measure_is_percent(target.measure))
        return status;
    status = tz_find_target_value(reader->ledger, task_id, ordinal, reader->day, &aim);
    *wanted = (tz_form_wanted){TZ_FORM_USE_PERCENT, most_percent(aim)};
    return status;
}

/* Every cell that is filled in as text; each that can't be is told of. */
static tz_status read_cells(tz_form_reader *reader, int64_t task_id)
{
    tz_status status = TZ_OK;
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT && status == TZ_OK; place++) {
        tz_form_given *given = &reader->cells[place];
        tz_form_wanted wanted;
        tz_buffer_clear(&given->value);
        if (!tz_entry_is_reported(place) || !is_filled(reader, place))
            continue;
        tz_xlsx_cell cell = cell_of(given);
        status = find_wanted(reader, place, task_id, &wanted);
        if (status == TZ_OK)
            status =
                tz_form_cell_text(reader->ledger, &cell, &wanted, reader->is_1904, &given->value);
        if (status != TZ_OK)
            tz_buffer_clear(&given->value);
        bool shows_value = given->kind == TZ_XLSX_CELL_TEXT || given->kind == TZ_XLSX_CELL_NUMBER;
        status = tz_form_check_cell(reader, given->column, place, shows_value ? cell.text : NULL,
                                    status);
    }
    return status;
}

static const char *value_of(const tz_form_reader *reader, size_t place)
{
    const tz_buffer *value = &reader->cells[place].value;
    return tz_entry_is_reported(place) && value->size > 0 ? value->bytes : NULL;
}

static tz_status take_entry(tz_form_reader *reader, const tz_form_key *key, size_t errors_before)
{
    tz_progress progress = TZ_PROGRESS_INIT;
    const char *readings[TZ_MOST_READINGS];
    char place[TZ_FORM_ADDRESS_SIZE];
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++)
        tz_entry_set_text(&progress, field, value_of(reader, field));
    for (size_t i = 0; i < TZ_MOST_READINGS; i++)
        readings[i] = value_of(reader, TZ_ENTRY_FIRST_READING + i);
    progress.task = key->task;
    progress.quarter = key->quarter;
    progress.unit = reader->unit;
    progress.reported_on = reader->day;
    progress.readings = readings;
    progress.reading_count = TZ_MOST_READINGS;
    tz_form_write_address(reader, TZ_ENTRY_TASK, place);
    return tz_entry_rows_take(&reader->rows, &progress, place, errors_before, false);
}

tz_status tz_form_take_row(tz_form_reader *reader, const tz_form_key *key, bool is_whole)
{
    int64_t task_id = 0;
    size_t errors_before = reader->result.errors;
    size_t filled = tz_form_first_filled(reader);
    bool is_own = is_whole && strcmp(key->ledger, reader->ledger_id) == 0;
    tz_status status =
        is_own ? tz_form_check_targets(reader, key->task, filled != TZ_ENTRY_NO_PLACE) : TZ_OK;
    if (status != TZ_OK)
        return status;
    reader->result.rows++;
    if (filled == TZ_ENTRY_NO_PLACE) {
        reader->result.empty++;
        return TZ_OK;
    }
    status = check_key(reader, key, is_whole);
    if (status != TZ_OK)
        return tz_form_check_cell(reader, reader->cells[filled].column, filled, NULL, status);
    status = check_code(reader, key);
    if (status == TZ_OK)
        status = tz_find_task(reader->ledger, key->task, &task_id, NULL);
    if (status != TZ_OK)
        return tz_form_check_place(reader, TZ_ENTRY_TASK, NULL, status);
    status = read_cells(reader, task_id);
    return status == TZ_OK ? take_entry(reader, key, errors_before) : status;
}

/* Of cells that were merged over several rows only the first keeps what it said. */
tz_status tz_form_take_merged(void *context, const tz_xlsx_range *range)
{
    tz_form_reader *reader = context;
    if (reader->heading_row == 0 || range->last_row <= reader->heading_row ||
        range->first_row == range->last_row)
        return TZ_OK;
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT; place++) {
        size_t column = reader->columns[place];
        if (column < range->first_column || column > range->last_column || column == 0 ||
            !tz_entry_is_reported(place))
            continue;
        reader->row = range->first_row;
        tz_fail(reader->ledger, TZ_REJECTED, "合并了几行的单元格，不知属于哪项任务",
                "cells of several rows are merged: which task it is of isn't known");
        tz_hint(reader->ledger, "请取消合并，逐行填写", "take the merge back and fill in each row");
        return tz_form_check_cell(reader, column, place, NULL, TZ_REJECTED);
    }
    return TZ_OK;
}
