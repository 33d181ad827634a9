/* form_row.h: a row of the report form_rows as the texts of a form's row. */
#ifndef TZ_LEDGER_FORM_ROW_H
#define TZ_LEDGER_FORM_ROW_H

#include <jansson.h>

#include "buffer.h"
#include "form_sheet.h"
#include "ledger.h"

/* Its columns. */
enum {
    TZ_FORM_ROW_UNIT,
    TZ_FORM_ROW_TASK,
    TZ_FORM_ROW_CODE,
    TZ_FORM_ROW_MOST_TARGETS,
    TZ_FORM_ROW_TEXT,
    TZ_FORM_ROW_DUE_ON,
    TZ_FORM_ROW_REPORT_DUE_ON,
    TZ_FORM_ROW_UNIT_DUE_ON, /* the earliest of its REPORT_DUE_ON */
    TZ_FORM_ROW_EXPECTED,
    TZ_FORM_ROW_TARGETS,
    TZ_FORM_ROW_LAST_QUARTER,
    TZ_FORM_ROW_LAST_PERCENT,
    TZ_FORM_ROW_LAST_STATE,
    TZ_FORM_ROW_LAST_READINGS,
    TZ_FORM_ROW_LAST_SUMMARY
};

/* The headings of the columns to look at, in both languages; NULL for the others. */
extern const struct tz_form_heading {
    const char *zh, *en;
} tz_form_shown_headings[TZ_FORM_PERCENT];

/* The texts that are made here; start as {0}, and free with tz_form_texts_free. */
typedef struct tz_form_texts {
    tz_buffer due_on, targets, last;
    json_t *target_list; /* which the row's targets point into */
} tz_form_texts;

/* Fills in `row`, all but its key; it is valid until the next row or the next call. TZ_OK;
 * TZ_NO_MEMORY. */
tz_status tz_form_row_make(tz_ledger *ledger, const tz_rows *rows, tz_form_texts *texts,
                           tz_form_row *row);
void tz_form_texts_free(tz_form_texts *texts);

#endif
