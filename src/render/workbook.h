/* workbook.h: a workbook of result sets, a sheet each, written by libxlsxwriter. */
#ifndef TZ_RENDER_WORKBOOK_H
#define TZ_RENDER_WORKBOOK_H

#include <xlsxwriter.h>

#include "cell.h"
#include "render.h"

/* How a cell looks. Those of the lamps are TZ_STYLE_LAMP and the lamp. */
typedef enum tz_style {
    TZ_STYLE_TITLE,
    TZ_STYLE_TEXT,
    TZ_STYLE_WORD,
    TZ_STYLE_NUMBER,
    TZ_STYLE_PERCENT,
    TZ_STYLE_DAY,
    TZ_STYLE_TIME,
    TZ_STYLE_LAMP,
    TZ_STYLE_COUNT = TZ_STYLE_LAMP + TZ_LAMP_COUNT
} tz_style;

typedef struct tz_workbook {
    lxw_workbook *book;
    lxw_format *styles[TZ_STYLE_COUNT];
    tz_language language;
    char *folder; /* of the temporary files */
    char *path;   /* the one that libxlsxwriter writes the workbook to */
} tz_workbook;

/* TZ_OK; TZ_IO, with errno; TZ_NO_MEMORY. */
tz_status tz_workbook_open(const tz_render_options *options, tz_workbook **workbook);
/* Adds the rows of `rendering` as a sheet, or more than one where a sheet can't hold them:
 * sheet.c. */
tz_status tz_workbook_add(tz_workbook *workbook, tz_rendering *rendering, const tz_book_part *part);
/* A sheet whose name is made of `title`, which is text of a cell, as Excel takes it and no other
 * sheet has it. */
tz_status tz_workbook_add_sheet(tz_workbook *workbook, const char *title, lxw_worksheet **sheet);
/* Where `status` is TZ_OK, puts the workbook together and hands it to the sink. Frees it. */
tz_status tz_workbook_close(tz_workbook *workbook, tz_status status, tz_sink *sink);
/* The title of the whole, text of a cell, unless it has one. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_workbook_set_title(tz_workbook *workbook, const char *title);

/* Adds the styles: workbook_styles.c. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_workbook_add_styles(tz_workbook *workbook);
/* The colour behind a lamp's word or figure; LXW_COLOR_UNSET for TZ_LAMP_NONE. */
lxw_color_t tz_lamp_fill_colour(tz_lamp lamp);
/* The colour of a lamp's part of a chart; LXW_COLOR_UNSET for TZ_LAMP_NONE. */
lxw_color_t tz_lamp_chart_colour(tz_lamp lamp);

/* What stands in a sheet so far. */
typedef struct tz_sheet_rows {
    lxw_worksheet *sheet;
    const char *name;  /* of the sheet */
    const char *title; /* text of a cell */
    lxw_row_t last;    /* of the rows under the titles, which are row 0 */
} tz_sheet_rows;

/* The chart of the part's columns under the rows: sheet_chart.c. A column that isn't there is left
 * out. TZ_OK; TZ_NO_MEMORY. */
tz_status tz_workbook_add_chart(tz_workbook *workbook, const tz_sheet_rows *at, const tz_rows *rows,
                                const tz_book_part *part);

/* Adds well-formed UTF-8 as a cell takes it: line ends as \n, other control characters, and what
 * XML can't say, U+FFFD. */
void tz_add_cell_text(tz_buffer *out, const char *text, size_t size);
/* Cuts the text, with … behind it, where a cell holds no more of it. */
void tz_cut_cell_text(tz_buffer *text);

#endif
