/* form_reader.h: the rows of a form that was filled in, cell by cell as they come. */
#ifndef TZ_LEDGER_FORM_READER_H
#define TZ_LEDGER_FORM_READER_H

#include "entry_rows.h"
#include "form_cell.h"
#include "form_key.h"

enum { TZ_FORM_ADDRESS_SIZE = 256, TZ_FORM_TASK_SIZE = 80 };

/* A cell of the current row that something was found in. */
typedef struct tz_form_given {
    bool is_given;
    size_t column;
    tz_xlsx_kind kind;
    tz_xlsx_number_format format;
    tz_buffer text;  /* as the file has it */
    tz_buffer value; /* as a person would write it */
} tz_form_given;

typedef struct tz_form_reader {
    tz_ledger *ledger;
    const char *path;
    char day[11], quarter[7], ledger_id[TZ_LEDGER_ID_SIZE]; /* what is wanted */
    bool is_1904;
    size_t keyed_rows, most_rows; /* of the file, and of any form of the round */
    tz_entry_rows rows;
    tz_import_result result;
    bool has_form; /* in any sheet */

    /* The sheet. */
    const char *sheet;
    size_t heading_row;                   /* 0: not found yet */
    size_t key_column;                    /* in it the keys stand, */
    size_t columns[TZ_ENTRY_PLACE_COUNT]; /* and in these the places of an entry; 0: in none */
    size_t doubled;                       /* one of them that has two; NO_PLACE: none */
    tz_buffer unknown;                    /* headings that are none of ours */
    tz_buffer key_text;                   /* of the form, which `key` points into */
    tz_form_key key;
    char *unit; /* who answers for the form's unit on the day */

    /* The row. */
    size_t row;
    tz_form_given row_key, cells[TZ_ENTRY_PLACE_COUNT];
} tz_form_reader;

tz_status tz_form_reader_new(tz_ledger *ledger, const char *path, bool allow_late,
                             tz_form_reader **reader);
/* `reader` may be NULL. */
void tz_form_reader_free(tz_form_reader *reader);
void tz_form_start_sheet(tz_form_reader *reader, const char *name);

/* The three functions of a tz_xlsx_reader; `context` is the form's. TZ_REJECTED: the sheet is a
 * form of another ledger or round, and the error says so. */
tz_status tz_form_take_cell(void *context, const tz_xlsx_cell *cell);
tz_status tz_form_end_row(void *context, size_t row);
tz_status tz_form_take_merged(void *context, const tz_xlsx_range *range);

/* ---- between form_reader.c and form_entry.c */

/* tz_note_failure about a cell of the current row, which is for `place` of an entry. */
tz_status tz_form_check_cell(tz_form_reader *reader, size_t column, size_t place, const char *value,
                             tz_status status);
/* The same by the place alone, for tz_entry_rows; where no column has it, about the row's key. */
tz_status tz_form_check_place(void *context, size_t place, const char *value, tz_status status);
/* 填报表!B5: where the current row has the place. */
void tz_form_write_address(const tz_form_reader *reader, size_t place,
                           char address[TZ_FORM_ADDRESS_SIZE]);
/* The task of a key in a sentence: 第7项, of another year's plan than the quarter's 2021年第7项;
 * task 7, task 2021/7. */
void tz_form_name_task(const tz_form_reader *reader, const char *task,
                       char name[TZ_FORM_TASK_SIZE]);
/* Whether there is a column for each target of the row's task that it had when the quarter was
 * opened. TZ_REJECTED: one is missing, and the error is about the headings. One that was added
 * since and has no column is told of where `is_filled`. */
tz_status tz_form_check_targets(tz_form_reader *reader, const char *task, bool is_filled);
/* The first place of the current row that is filled in; TZ_ENTRY_NO_PLACE where none is. */
size_t tz_form_first_filled(const tz_form_reader *reader);
/* The current row as an entry; `is_whole` as tz_form_key_read tells it of its key. */
tz_status tz_form_take_row(tz_form_reader *reader, const tz_form_key *key, bool is_whole);

#endif
