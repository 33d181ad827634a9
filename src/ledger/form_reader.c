/* form_reader.c: finds the form in a sheet by its hidden key, and what stands where by its
 * headings; then every row with a key is an entry, wherever it stands. */
#include "form_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form_row.h"
#include "input.h"

/* ---- where something is */

/* 填报表!AB12. A sheet's name is the file's: it is kept on one line, and as long as Excel has them.
 */
static void write_address(const tz_form_reader *reader, size_t row, size_t column,
                          char address[TZ_FORM_ADDRESS_SIZE])
{
    enum { LONGEST_NAME = 31 * 4 };
    char letters[8] = "";
    size_t at = sizeof letters - 1, size = strlen(reader->sheet);
    for (; column > 0 && at > 0; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    if (size > LONGEST_NAME)
        size = LONGEST_NAME;
    while (size > 0 && ((unsigned char)reader->sheet[size] & 0xC0) == 0x80)
        size--;
    snprintf(address, TZ_FORM_ADDRESS_SIZE, "%.*s!%s%zu", (int)size, reader->sheet, letters + at,
             row);
    for (char *byte = address; *byte != '\0'; byte++)
        if ((unsigned char)*byte < ' ')
            *byte = ' ';
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

tz_status tz_form_check_cell(tz_form_reader *reader, size_t column, size_t place, const char *value,
                             tz_status status)
{
    char address[TZ_FORM_ADDRESS_SIZE], numbered[32];
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

void tz_form_write_address(const tz_form_reader *reader, size_t place,
                           char address[TZ_FORM_ADDRESS_SIZE])
{
    write_address(reader, reader->row, column_of(reader, place), address);
}

tz_status tz_form_check_place(void *context, size_t place, const char *value, tz_status status)
{
    tz_form_reader *reader = context;
    return tz_form_check_cell(reader, column_of(reader, place), place, value, status);
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
                                 .check = tz_form_check_place,
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
    tz_buffer_free(&reader->unknown);
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
    reader->doubled = TZ_ENTRY_NO_PLACE;
    memset(reader->columns, 0, sizeof reader->columns);
    tz_buffer_clear(&reader->unknown);
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
    if (reader->key.task[0] != '\0') {
        tz_fail(ledger, TZ_REJECTED, "表头一行已丢失，不知各列是什么",
                "the row of headings is gone: what the columns are isn't known");
        tz_hint(ledger, "请填在重新导出的填报表里", "fill in the form anew");
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

static tz_status fail_heading(const tz_form_reader *reader, size_t place, const char *zh,
                              const char *en)
{
    char numbered[32];
    tz_ledger *ledger = reader->ledger;
    const char *heading = heading_of(reader, place, numbered);
    tz_fail(ledger, TZ_REJECTED, "%s“%s”一列", "%s \"%s\"", TZ_PICK(ledger->language, zh, en),
            heading);
    tz_hint(ledger, "请填在重新导出的填报表里，不要改动表头",
            "fill in the form anew, and leave its headings as they are");
    return TZ_REJECTED;
}

static tz_status fail_missing(const tz_form_reader *reader, size_t place)
{
    return fail_heading(reader, place, "缺少", "there is no column");
}

/* A heading that was changed would hide what stands below it; of two only one would be read. */
static tz_status check_headings(tz_form_reader *reader)
{
    if (reader->doubled != TZ_ENTRY_NO_PLACE)
        return fail_heading(reader, reader->doubled, "重复了", "there are two columns");
    for (size_t place = 0; place < TZ_ENTRY_FIRST_READING; place++) {
        if (reader->columns[place] == 0 && tz_entry_is_reported(place))
            return fail_missing(reader, place);
    }
    return TZ_OK;
}

static void note_unknown(const tz_form_reader *reader)
{
    if (reader->unknown.size > 0)
        tz_note_text(reader->ledger, TZ_NOTE_QUESTION, reader->path, 0, NULL,
                     "不认得的列，未导入：%s", "columns that are not known and were not read: %s",
                     reader->unknown.bytes);
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

static void name_heading(const tz_form_reader *reader, size_t row)
{
    char address[TZ_FORM_ADDRESS_SIZE];
    write_address(reader, row, reader->key_column, address);
    tz_name_record(reader->ledger, "%s:%s", "%s:%s", reader->path, address);
}

static tz_status begin_form(tz_form_reader *reader, size_t row, const char *text)
{
    bool is_whole = false;
    tz_buffer_clear(&reader->key_text);
    tz_buffer_add_text(&reader->key_text, text);
    if (reader->key_text.failed)
        return tz_fail_memory(reader->ledger);
    tz_form_key_read(reader->key_text.bytes, &reader->key, &is_whole);
    tz_status status = check_form(reader, is_whole);
    if (status == TZ_OK)
        status = check_headings(reader);
    if (status == TZ_OK)
        status = find_unit(reader);
    if (status != TZ_OK) {
        name_heading(reader, row);
        return status;
    }
    note_unknown(reader);
    reader->has_form = true;
    reader->heading_row = row;
    return TZ_OK;
}

static void note_later_target(const tz_form_reader *reader, const char *task, int ordinal)
{
    char name[TZ_FORM_TASK_SIZE];
    tz_form_name_task(reader, task, name);
    tz_note_text(reader->ledger, TZ_NOTE_QUESTION, reader->path, 0, NULL,
                 "%s的指标%d在调度开启后增列，表中没有这一列，未收到它的数",
                 "%s: target %d was added after the round was opened: the form has no column for "
                 "it, and its figure was not read",
                 name, ordinal);
}

/* A target that was added since the forms may have gone out has no column in them. */
tz_status tz_form_check_targets(tz_form_reader *reader, const char *task, bool is_filled)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = true;
    tz_status status =
        tz_prepare(reader->ledger,
                   "SELECT g.ordinal, g.added_on > r.opened_on FROM plan AS p\n"
                   "JOIN task AS t ON t.plan_id = p.plan_id AND p.year || '/' || t.code = ?1\n"
                   "JOIN round AS r ON r.plan_id = p.plan_id AND r.quarter = ?2\n"
                   "JOIN target AS g ON g.task_id = t.task_id AND g.added_on <= ?3\n"
                   "ORDER BY g.ordinal",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, task);
    tz_bind_text(statement, 2, reader->quarter);
    tz_bind_text(statement, 3, reader->day);
    for (;;) {
        status = tz_step(reader->ledger, statement, &has_row);
        if (status != TZ_OK || !has_row)
            return status;
        int ordinal = sqlite3_column_int(statement, 0);
        size_t place = TZ_ENTRY_FIRST_READING + (size_t)ordinal - 1;
        if (place >= TZ_ENTRY_PLACE_COUNT || reader->columns[place] > 0)
            continue;
        if (sqlite3_column_int(statement, 1) != 0) {
            if (is_filled)
                note_later_target(reader, task, ordinal);
            continue;
        }
        sqlite3_reset(statement);
        fail_missing(reader, place);
        name_heading(reader, reader->heading_row);
        return TZ_REJECTED;
    }
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

static bool is_shown(const char *text)
{
    for (tz_form_column column = 0; column < TZ_FORM_PERCENT; column++) {
        const struct tz_form_heading *heading = &tz_form_shown_headings[column];
        if (heading->zh != NULL && tz_input_is_header(text, heading->en, heading->zh))
            return true;
    }
    return false;
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
        if (is_heading(cell->text, place)) {
            if (reader->columns[place] > 0)
                reader->doubled = place;
            reader->columns[place] = cell->column;
            return TZ_OK;
        }
    }
    if (!is_shown(cell->text) && reader->unknown.size < TZ_TEXT_LIMIT) /* as much as a note holds */
        tz_buffer_format(&reader->unknown, "%s%s",
                         reader->unknown.size > 0 ? tz_joint(reader->ledger) : "", cell->text);
    return reader->unknown.failed ? tz_fail_memory(reader->ledger) : TZ_OK;
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

static tz_status end_body_row(tz_form_reader *reader)
{
    tz_form_key key = {.unit = ""};
    bool is_whole = false;
    bool is_key = reader->row_key.is_given &&
                  tz_form_key_read(tz_buffer_text(&reader->row_key.text), &key, &is_whole);
    bool is_heading_again = is_whole && key.task[0] == '\0';
    reader->row_key.is_given = is_key;
    if (is_heading_again || (!is_key && tz_form_first_filled(reader) == TZ_ENTRY_NO_PLACE))
        return TZ_OK;
    return tz_form_take_row(reader, &key, is_whole);
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
