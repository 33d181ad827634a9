/* form_parts.h: what the sources of a form's sheet share. Internal to this folder. */
#ifndef TZ_XLSX_FORM_PARTS_H
#define TZ_XLSX_FORM_PARTS_H

#include <xlsxwriter.h>

#include "buffer.h"
#include "form_sheet.h"
#include "language.h"

enum {
    TZ_FORM_TITLE_ROW,
    TZ_FORM_UNIT_ROW,
    TZ_FORM_GUIDE_ROW,
    TZ_FORM_HEADING_ROW,
    TZ_FORM_FIRST_ROW
};
enum { TZ_FORM_MOST_COLUMNS = TZ_FORM_COLUMN_COUNT + TZ_FORM_MOST_TARGETS };

/* A column of the sheet. */
typedef struct tz_form_place {
    tz_form_column kind;
    size_t target; /* of READING, from 0 */
} tz_form_place;

struct tz_form_sheet {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    char *path, *folder; /* in which the temporary files are too */
    tz_form_page page;
    tz_form_place columns[TZ_FORM_MOST_COLUMNS];
    size_t column_count;
    lxw_row_t next_row;
    lxw_format *shown, *shown_middle, *text, *percent, *state, *day, *no_target, *percent_reading;
    tz_buffer mended; /* the text of a cell as one takes it */
    lxw_error error;  /* the first */
};

/* Keeps the first error of libxlsxwriter. form_sheet.c */
void tz_form_keep_error(tz_form_sheet *form, lxw_error error);

/* The text as a cell takes it, whatever stands in the ledger; valid until the next call, and copied
 * by libxlsxwriter. form_sheet.c */
const char *tz_form_mend(tz_form_sheet *form, const char *text);

/* ---- form_look.c: how it looks, on the screen and on paper. */

/* In characters. */
extern const double tz_form_widths[TZ_FORM_COLUMN_COUNT];
/* Formats, widths, the page, and all that stands above the rows. */
void tz_form_lay_out(tz_form_sheet *form);
lxw_format *tz_form_reading_format(tz_form_sheet *form, const struct tz_form_target *target);

/* ---- form_take.c: what a cell of the next row takes. */

void tz_form_take_percent(tz_form_sheet *form, size_t column);
void tz_form_take_state(tz_form_sheet *form, size_t column);
void tz_form_take_day(tz_form_sheet *form, size_t column);
void tz_form_take_reading(tz_form_sheet *form, size_t column, const struct tz_form_target *target);
void tz_form_take_text(tz_form_sheet *form, size_t column);

#endif
