/* form_sheet.h: a form (填报表) as a workbook of one sheet, written by libxlsxwriter. It knows no
 * ledger: what it writes is given to it as texts. */
#ifndef TZ_XLSX_FORM_SHEET_H
#define TZ_XLSX_FORM_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "taizhang.h"

enum {
    TZ_FORM_MOST_TARGETS = 20,
    TZ_FORM_MOST_STATES = 16,
    TZ_FORM_LONGEST_TEXT = 2000 /* characters that a cell for prose takes; a ledger takes more */
};

/* The columns, in their order. Those of the first group are to look at, and locked; TARGETS is left
 * out where no row has a target, and there are as many READING columns as the row with most needs.
 */
typedef enum tz_form_column {
    TZ_FORM_KEY, /* hidden: what ties the row to the ledger */
    TZ_FORM_CODE,
    TZ_FORM_TEXT,
    TZ_FORM_DUE_ON, /* and what is expected by now */
    TZ_FORM_TARGETS,
    TZ_FORM_LAST,
    TZ_FORM_PERCENT, /* from here on they are to be filled in */
    TZ_FORM_STATE,
    TZ_FORM_COMPLETED_ON,
    TZ_FORM_READING,
    TZ_FORM_SUMMARY,
    TZ_FORM_PROBLEM,
    TZ_FORM_NEXT_STEP,
    TZ_FORM_COLUMN_COUNT
} tz_form_column;

/* What stands over the rows. */
typedef struct tz_form_page {
    tz_language language;
    const char *key; /* ties the form to the ledger, in the hidden column of the headings */
    const char *title, *unit, *deadline;
    const char *headings[TZ_FORM_COLUMN_COUNT]; /* that of READING gets the target's number */
    const char *states[TZ_FORM_MOST_STATES];    /* to choose from */
    size_t state_count;
    const char *first_day, *last_day; /* that a cell for a day takes: YYYY-MM-DD */
    size_t target_count;              /* the most that a row has */
} tz_form_page;

/* One task. */
typedef struct tz_form_row {
    const char *texts[TZ_FORM_PERCENT]; /* of the columns to look at; NULL: empty */
    struct tz_form_target {
        const char *aim;     /* what it is about: 修建道路 ≥38.8公里; NULL: there is none */
        const char *measure; /* "" where it has none */
        bool is_percent;     /* which is % */
    } targets[TZ_FORM_MOST_TARGETS];
} tz_form_row;

typedef struct tz_form_sheet tz_form_sheet;

/* Starts a form that will be written to `path`. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_form_sheet_open(const char *path, const tz_form_page *page, tz_form_sheet **sheet);
/* TZ_OK; TZ_NO_MEMORY. */
tz_status tz_form_sheet_add(tz_form_sheet *sheet, const tz_form_row *row);
/* Writes the file, where `status` is TZ_OK, and frees the form. TZ_OK; TZ_IO with errno;
 * TZ_REJECTED what was written can't be read again; TZ_NO_MEMORY; `status`. */
tz_status tz_form_sheet_close(tz_form_sheet *sheet, tz_status status);

#endif
