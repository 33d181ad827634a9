/* form_cell.h: a cell of a form as the text that a person would write in its place. */
#ifndef TZ_LEDGER_FORM_CELL_H
#define TZ_LEDGER_FORM_CELL_H

#include "buffer.h"
#include "ledger.h"
#include "xlsx.h"

/* What is wanted of a cell. */
typedef enum tz_form_use {
    TZ_FORM_USE_WORDS,
    TZ_FORM_USE_PERCENT, /* also a figure whose measure is % */
    TZ_FORM_USE_DAY,
    TZ_FORM_USE_FIGURE /* in its target's measure */
} tz_form_use;

typedef struct tz_form_wanted {
    tz_form_use use;
    double most_percent; /* of PERCENT: a cell that shows more may mean its number without the % */
} tz_form_wanted;

/* Appends the text. TZ_OK; TZ_MALFORMED the cell can't be such a thing, or may be two of them;
 * TZ_NO_MEMORY. */
tz_status tz_form_cell_text(tz_ledger *ledger, const tz_xlsx_cell *cell,
                            const tz_form_wanted *wanted, bool is_1904, tz_buffer *text);

#endif
