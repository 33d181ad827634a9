/* sheet.h: what the sources of a sheet share. */
#ifndef TZ_RENDER_SHEET_H
#define TZ_RENDER_SHEET_H

#include "workbook.h"

/* What is written of a part so far. */
typedef struct tz_sheet_state {
    tz_workbook *workbook;
    const tz_book_part *part;
    tz_sheet_rows at;
    size_t *widths;    /* of each column's values and title */
    size_t widest;     /* that a column may be */
    size_t lines;      /* that the current row takes */
    double share_most; /* the largest sum of a row's shares */
    tz_buffer text;    /* of the current cell */
} tz_sheet_state;

/* sheet_cell.c. Writes the current value of the column into row `at.last`, and makes the column as
 * wide and the row as high as it needs. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_sheet_write_value(tz_sheet_state *state, const tz_rows *rows, int column);
/* Writes `text` alone; `*width` is that of its widest line. */
tz_status tz_sheet_write_text(tz_sheet_state *state, int column, tz_style style, size_t *width);
/* Makes the column at least as wide. */
void tz_sheet_widen(tz_sheet_state *state, int column, size_t width);

#endif
