/* form_reader.c: finds the form in a sheet by its hidden key, and what stands where by its
 * headings; then every row with a key is an entry, wherever it stands. */
#include "form_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "fold.h"
#include "input.h"

enum { ADDRESS_SIZE = 256 };

/* ---- where something is */

/* 填报表!AB12 */
static void write_address(const tz_form_reader *reader, size_t row, size_t column,
                          char address[ADDRESS_SIZE])
{
    char letters[8] = "";
    size_t at = sizeof letters - 1;
    for (; column > 0 && at > 0; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    snprintf(address, ADDRESS_SIZE, "%s!%s%zu", reader->sheet, letters + at, row);
}

static const char *heading_of(const tz_form_reader *reader, size_t place, char numbered[32])
{
    if (place < TZ_ENTRY_FIRST_READING)
        return TZ_PICK(reader->ledger->language, tz_entry_columns[place].zh,
                       tz_entry_columns[place].en);
    if (place >= TZ_ENTRY_NO_PLACE)
        return NULL;
    snprintf(numbered, 32, "%s%zu", TZ_PICK(reader->ledger->language, "指标", "reading_"),
             place - TZ_ENTRY_FIRST_READING + 1);
    return numbered;
}

/* An error about a cell of the current row; for a place that no column has, about the row's key. */
static tz_status check_cell(tz_form_reader *reader, size_t column, size_t place, const char *value,
                            tz_status status)
{
    char address[ADDRESS_SIZE], numbered[32];
    write_address(reader, reader->row, column, address);
    tz_note where = {
        .file = reader->path, .cell = address, .column = heading_of(reader, place, numbered)};
    return tz_note_failure(reader->ledger, &where, value, status, &reader->result.errors);
}

static size_t column_of(const tz_form_reader *reader, size_t place)
{
    size_t column = place < TZ_ENTRY_PLACE_COUNT ? reader->columns[place] : 0;
    return column > 0 ? column : reader->key_column;
}

static tz_status check_place(void *context, size_t place, const char *value, tz_status status)
{
    tz_form_reader *reader = context;
    return check_cell(reader, column_of(reader, place), place, value, status);
}

/* ---- the form in a sheet */

tz_status tz_form_reader_new(tz_ledger *ledger, const char *path, bool allow_late,
                             tz_form_reader **reader)
{
    tz_form_reader *made = calloc(1, sizeof *made);
    *reader = made;
    if (made == NULL)
        return tz_fail_memory(ledger);
    made->ledger = ledger;
    made->path = path;
    made->rows = (tz_entry_rows){.ledger = ledger,
                                 .result = &made->result,
                                 .allow_late = allow_late,
                                 .check = check_place,
                                 .context = made};
    return TZ_OK;
}

void tz_form_reader_free(tz_form_reader *reader)
{
    if (reader == NULL)
        return;
    for (size_t i = 0; i < TZ_ENTRY_PLACE_COUNT; i++) {
        tz_buffer_free(&reader->cells[i].text);
        tz_buffer_free(&reader->cells[i].value);
    }
    tz_buffer_free(&reader->row_key.text);
    tz_buffer_free(&reader->key_text);
    free(reader->unit);
    free(reader);
}

static void forget_row(tz_form_reader *reader)
{
    reader->row_key.is_given = false;
    for (size_t i = 0; i < TZ_ENTRY_PLACE_COUNT; i++)
        reader->cells[i].is_given = false;
}

static void forget_headings(tz_form_reader *reader)
{
    reader->heading_row = reader->key_column = 0;
    memset(reader->columns, 0, sizeof reader->columns);
}

void tz_form_start_sheet(tz_form_reader *reader, const char *name)
{
    reader->sheet = name;
    forget_headings(reader);
    forget_row(reader);
}

/* What the hidden column of the headings must say. */
static tz_status check_form(tz_form_reader *reader, bool is_whole)
{
    tz_ledger *ledger = reader->ledger;
    if (!is_whole) {
        tz_fail(ledger, TZ_REJECTED, "填报表的隐藏标识被改动",
                "the hidden key of the form has been changed");
        tz_hint(ledger, "请重新导出，不要改动隐藏列",
                "export it anew, and leave the hidden column as it is");
        return TZ_REJECTED;
    }
    if (strcmp(reader->key.ledger, reader->ledger_id) != 0) {
        tz_fail(ledger, TZ_REJECTED, "是另一台账的填报表", "it is a form of another ledger");
        tz_hint(ledger, "请核对 --ledger", "look at --ledger");
        return TZ_REJECTED;
    }
    if (strcmp(reader->key.quarter, reader->quarter) == 0)
        return TZ_OK;
    tz_fail(ledger, TZ_REJECTED, "是%s的填报表，现在收的是%s", "it is a form of %s, and %s is due",
            reader->key.quarter, reader->quarter);
    tz_hint(ledger, "若确要补收，用 --quarter %s", "to take it all the same give --quarter %s",
            reader->key.quarter);
    return TZ_REJECTED;
}

/* The unit may have been succeeded since the form went out. */
static tz_status find_unit(tz_form_reader *reader)
{
    const char *spelling = NULL;
    free(reader->unit);
    reader->unit = NULL;
    tz_status status =
        tz_find_answering(reader->ledger, TZ_NAME_UNIT, reader->key.unit, reader->day, &spelling);
    if (status == TZ_OK && (reader->unit = strdup(spelling)) == NULL)
        status = tz_fail_memory(reader->ledger);
    return status;
}

static tz_status begin_form(tz_form_reader *reader, size_t row, const char *text)
{
    char address[ADDRESS_SIZE];
    bool is_whole = false;
    tz_buffer_clear(&reader->key_text);
    tz_buffer_add_text(&reader->key_text, text);
    if (reader->key_text.failed)
        return tz_fail_memory(reader->ledger);
    tz_form_key_read(reader->key_text.bytes, &reader->key, &is_whole);
    tz_status status = check_form(reader, is_whole);
    if (status == TZ_OK)
        status = find_unit(reader);
    if (status != TZ_OK) {
        write_address(reader, row, reader->key_column, address);
        tz_name_record(reader->ledger, "%s:%s", "%s:%s", reader->path, address);
        return status;
    }
    reader->has_form = true;
    reader->heading_row = row;
    return TZ_OK;
}

/* ---- cells */

static tz_status keep_cell(tz_form_reader *reader, const tz_xlsx_cell *cell, tz_form_given *given)
{
    given->is_given = true;
    given->column = cell->column;
    given->kind = cell->kind;
    given->format = cell->format;
    tz_buffer_clear(&given->text);
    tz_buffer_add_text(&given->text, cell->text);
    return given->text.failed ? tz_fail_memory(reader->ledger) : TZ_OK;
}

static bool is_heading(const char *text, size_t place)
{
    char zh[32], en[32];
    if (place < TZ_ENTRY_FIRST_READING)
        return tz_input_is_header(text, tz_entry_columns[place].en, tz_entry_columns[place].zh);
    snprintf(zh, sizeof zh, "指标%zu", place - TZ_ENTRY_FIRST_READING + 1);
    snprintf(en, sizeof en, "reading_%zu", place - TZ_ENTRY_FIRST_READING + 1);
    return tz_input_is_header(text, en, zh);
}

/* Before the form begins any row may be that of its headings. */
static tz_status look_for_headings(tz_form_reader *reader, const tz_xlsx_cell *cell)
{
    tz_form_key key;
    bool is_whole = false;
    if (cell->kind != TZ_XLSX_CELL_TEXT)
        return TZ_OK;
    if (tz_form_key_read(cell->text, &key, &is_whole)) {
        reader->key_column = cell->column;
        return keep_cell(reader, cell, &reader->row_key);
    }
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT; place++) {
        if (is_heading(cell->text, place))
            reader->columns[place] = cell->column;
    }
    return TZ_OK;
}

tz_status tz_form_take_cell(void *context, const tz_xlsx_cell *cell)
{
    tz_form_reader *reader = context;
    if (reader->heading_row == 0)
        return look_for_headings(reader, cell);
    if (cell->column == reader->key_column)
        return keep_cell(reader, cell, &reader->row_key);
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT; place++) {
        if (reader->columns[place] == cell->column)
            return keep_cell(reader, cell, &reader->cells[place]);
    }
    return TZ_OK;
}

static tz_xlsx_cell cell_of(const tz_form_given *given)
{
    return (tz_xlsx_cell){
        .kind = given->kind, .format = given->format, .text = tz_buffer_text(&given->text)};
}

/* ---- a row */

static bool is_reported(size_t place)
{
    return place >= TZ_ENTRY_FIRST_READING || tz_entry_columns[place].is_reported;
}

/* A cell of blanks alone is an empty one. */
static bool is_filled(const tz_form_given *given)
{
    const char *text = tz_buffer_text(&given->text);
    size_t size = given->text.size;
    if (!given->is_given || given->kind != TZ_XLSX_CELL_TEXT)
        return given->is_given;
    tz_trim(&text, &size);
    return size > 0;
}

/* The first place that the unit has filled in; TZ_ENTRY_NO_PLACE where it has none. */
static size_t first_filled(const tz_form_reader *reader)
{
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT; place++) {
        if (is_reported(place) && is_filled(&reader->cells[place]))
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

/* What was pasted over a row may be another task's. */
static tz_status check_code(tz_form_reader *reader, const tz_form_key *key)
{
    tz_form_given *given = &reader->cells[TZ_ENTRY_TASK];
    const char *slash = strchr(key->task, '/');
    const char *code = slash != NULL ? slash + 1 : key->task;
    if (!is_filled(given))
        return TZ_OK;
    tz_xlsx_cell cell = cell_of(given);
    tz_buffer_clear(&given->value);
    tz_status status =
        tz_form_cell_text(reader->ledger, &cell, TZ_FORM_USE_WORDS, reader->is_1904, &given->value);
    const char *shown = tz_buffer_text(&given->value);
    if (status != TZ_OK || strcmp(shown, code) == 0 || strcmp(shown, key->task) == 0)
        return status;
    return tz_fail(reader->ledger, TZ_REJECTED, "编号为“%s”，而此行是第%s项",
                   "it says \"%s\", and the row is that of task %s", shown, code);
}

static tz_status find_use(tz_form_reader *reader, size_t place, int64_t task_id, tz_form_use *use)
{
    tz_target_record target;
    static const tz_form_use uses[TZ_ENTRY_FIELD_COUNT] = {
        [TZ_ENTRY_PERCENT] = TZ_FORM_USE_PERCENT, [TZ_ENTRY_COMPLETED_ON] = TZ_FORM_USE_DAY};
    if (place < TZ_ENTRY_FIRST_READING) {
        *use = uses[place];
        return TZ_OK;
    }
    int64_t ordinal = (int64_t)(place - TZ_ENTRY_FIRST_READING) + 1;
    *use = TZ_FORM_USE_FIGURE;
    tz_status status = tz_find_target(reader->ledger, task_id, ordinal, &target);
    if (status == TZ_OK && strcmp(target.measure, "%") == 0)
        *use = TZ_FORM_USE_FIGURE_IN_PERCENT;
    return status;
}

/* Every cell that is filled in as text; each that can't be is told of. */
static tz_status read_cells(tz_form_reader *reader, int64_t task_id)
{
    tz_status status = TZ_OK;
    for (size_t place = 0; place < TZ_ENTRY_PLACE_COUNT && status == TZ_OK; place++) {
        tz_form_given *given = &reader->cells[place];
        tz_form_use use = TZ_FORM_USE_WORDS;
        tz_buffer_clear(&given->value);
        if (!is_reported(place) || !is_filled(given))
            continue;
        tz_xlsx_cell cell = cell_of(given);
        status = find_use(reader, place, task_id, &use);
        if (status == TZ_OK)
            status = tz_form_cell_text(reader->ledger, &cell, use, reader->is_1904, &given->value);
        if (status != TZ_OK)
            tz_buffer_clear(&given->value);
        bool shows_value = given->kind == TZ_XLSX_CELL_TEXT || given->kind == TZ_XLSX_CELL_NUMBER;
        status = check_cell(reader, given->column, place, shows_value ? cell.text : NULL, status);
    }
    return status;
}

static const char *value_of(const tz_form_reader *reader, size_t place)
{
    const tz_buffer *value = &reader->cells[place].value;
    return is_reported(place) && value->size > 0 ? value->bytes : NULL;
}

static tz_status take_entry(tz_form_reader *reader, const tz_form_key *key, size_t errors_before)
{
    tz_progress progress = TZ_PROGRESS_INIT;
    const char *readings[TZ_MOST_READINGS];
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
    return tz_entry_rows_take(&reader->rows, &progress, reader->row, errors_before, false);
}

static tz_status take_row(tz_form_reader *reader, const tz_form_key *key, bool is_whole)
{
    int64_t task_id = 0;
    size_t errors_before = reader->result.errors;
    size_t filled = first_filled(reader);
    reader->result.rows++;
    if (filled == TZ_ENTRY_NO_PLACE) {
        reader->result.empty++;
        return TZ_OK;
    }
    tz_status status = check_key(reader, key, is_whole);
    if (status != TZ_OK)
        return check_cell(reader, reader->cells[filled].column, filled, NULL, status);
    status = check_code(reader, key);
    if (status == TZ_OK)
        status = tz_find_task(reader->ledger, key->task, &task_id, NULL);
    if (status != TZ_OK)
        return check_place(reader, TZ_ENTRY_TASK, NULL, status);
    status = read_cells(reader, task_id);
    return status == TZ_OK ? take_entry(reader, key, errors_before) : status;
}

static tz_status end_body_row(tz_form_reader *reader)
{
    tz_form_key key = {.unit = ""};
    bool is_whole = false;
    bool is_key = reader->row_key.is_given &&
                  tz_form_key_read(tz_buffer_text(&reader->row_key.text), &key, &is_whole);
    bool is_heading_again = is_whole && key.task[0] == '\0';
    reader->row_key.is_given = is_key;
    if (is_heading_again || (!is_key && first_filled(reader) == TZ_ENTRY_NO_PLACE))
        return TZ_OK;
    return take_row(reader, &key, is_whole);
}

tz_status tz_form_end_row(void *context, size_t row)
{
    tz_form_reader *reader = context;
    tz_status status = TZ_OK;
    reader->row = row;
    if (reader->heading_row > 0)
        status = end_body_row(reader);
    else if (reader->row_key.is_given)
        status = begin_form(reader, row, tz_buffer_text(&reader->row_key.text));
    else
        forget_headings(reader);
    forget_row(reader);
    return status;
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
            !is_reported(place))
            continue;
        reader->row = range->first_row;
        tz_fail(reader->ledger, TZ_REJECTED, "合并了几行的单元格，不知属于哪项任务",
                "cells of several rows are merged: which task it is of isn't known");
        tz_hint(reader->ledger, "请取消合并，逐行填写", "take the merge back and fill in each row");
        return check_cell(reader, column, place, NULL, TZ_REJECTED);
    }
    return TZ_OK;
}
