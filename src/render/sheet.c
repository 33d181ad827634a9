/* sheet.c: a result set as a sheet of a workbook: titles that stay in sight, filters, columns as
 * wide as what is in them, set up for A4 across. */
#include "sheet.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "language.h"

enum {
    NARROWEST = 6,
    WIDEST = 44,         /* 22 Chinese characters; longer text is wrapped */
    WIDEST_OF_MANY = 30, /* where there are many columns, so that a page can still be read */
    MANY_COLUMNS = 9,
    TITLE_EASY = 8,   /* a longer title is broken in two */
    FILTER_WIDTH = 3, /* the button beside a title */
    LINES_MOST = 28,  /* of a row: it can be no higher than 409 points */
    BAR_COLOUR = 0xA9D18E
};
static const double line_height = 14.25;          /* in points */
static const double margin = 1.7;                 /* of a cell, in characters */
static const char header_font[] = "黑体,Regular"; /* of the printed title */

/* A title has room for two lines and the button of the filter. */
static tz_status write_titles(tz_sheet_state *state, const tz_rows *rows)
{
    tz_status status = TZ_OK;
    int count = tz_rows_column_count(rows);
    state->at.last = 0;
    worksheet_set_row(state->at.sheet, 0, 2 * line_height + 4, NULL);
    for (int i = 0; status == TZ_OK && i < count; i++) {
        const char *title = tz_rows_column_title(rows, i);
        tz_buffer_clear(&state->text);
        tz_add_mended(&state->text, title, strlen(title), tz_add_cell_text);
        size_t width = 0;
        status = tz_sheet_write_text(state, i, TZ_STYLE_TITLE, &width);
        tz_sheet_widen(state, i, (width > TITLE_EASY ? (width + 3) / 4 * 2 : width) + FILTER_WIDTH);
    }
    return status;
}

/* In the codes of a header & is twice itself, and a figure behind the size would be one of it. */
static void add_printed(tz_buffer *out, const char *text)
{
    tz_buffer_add_char(out, ' ');
    for (; *text != '\0'; text++) {
        if (*text == '&')
            tz_buffer_add_char(out, '&');
        tz_buffer_add_char(out, *text);
    }
}

static tz_status set_printed_lines(const tz_sheet_state *state, const tz_rows *rows)
{
    enum { TITLE_MOST = 120 }; /* bytes; a header takes 255 characters */
    tz_language language = state->workbook->language;
    const char *as_of = tz_rows_as_of(rows);
    tz_buffer title = {0}, line = {0};
    add_printed(&title, state->at.title);
    if (title.size < TITLE_MOST)
        tz_buffer_format(&line, "&C&\"%s\"&14%s", header_font, tz_buffer_text(&title));
    if (as_of)
        tz_buffer_format(&line, "&R%s %s", TZ_PICK(language, "截至", "as of"), as_of);
    bool failed = title.failed || line.failed;
    if (!failed && line.size > 0)
        worksheet_set_header(state->at.sheet, line.bytes);
    worksheet_set_footer(state->at.sheet,
                         TZ_PICK(language, "&C第 &P 页，共 &N 页", "&CPage &P of &N"));
    tz_buffer_free(&title);
    tz_buffer_free(&line);
    return failed ? TZ_NO_MEMORY : TZ_OK;
}

static void set_up_page(lxw_worksheet *sheet)
{
    enum { A4 = 9 };
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.9, 0.7);
    worksheet_center_horizontally(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_freeze_panes(sheet, 1, 0);
}

static tz_status begin_sheet(tz_sheet_state *state, const tz_rows *rows)
{
    tz_status status = tz_workbook_add_sheet(state->workbook, state->at.title, &state->at.sheet);
    if (status != TZ_OK)
        return status;
    state->at.name = state->at.sheet->name;
    set_up_page(state->at.sheet);
    status = set_printed_lines(state, rows);
    return status == TZ_OK ? write_titles(state, rows) : status;
}

static void set_widths(const tz_sheet_state *state, const tz_rows *rows)
{
    int count = tz_rows_column_count(rows);
    for (int i = 0; i < count; i++) {
        size_t width = state->widths[i];
        if (width < NARROWEST)
            width = NARROWEST;
        if (width > state->widest)
            width = state->widest;
        worksheet_set_column(state->at.sheet, (lxw_col_t)i, (lxw_col_t)i, (double)width + margin,
                             NULL);
    }
}

/* The bars of a column from nothing to `most`. */
static void add_bars(const tz_sheet_state *state, int column, double most, tz_lamp lamp)
{
    lxw_conditional_format bars = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_value = most,
        .bar_color = lamp == TZ_LAMP_NONE ? BAR_COLOUR : tz_lamp_fill_colour(lamp),
        .bar_solid = LXW_TRUE,
    };
    worksheet_conditional_format_range(state->at.sheet, 1, (lxw_col_t)column, state->at.last,
                                       (lxw_col_t)column, &bars);
}

static void add_all_bars(const tz_sheet_state *state, const tz_rows *rows)
{
    for (int i = 0; i < tz_rows_column_count(rows); i++) {
        tz_column_type type = tz_rows_column_type(rows, i);
        if (type == TZ_COLUMN_BAR)
            add_bars(state, i, 100, TZ_LAMP_NONE);
        else if (type == TZ_COLUMN_SHARE && state->share_most > 0)
            add_bars(state, i, state->share_most, tz_lamp_of(tz_rows_column_name(rows, i)));
    }
}

static tz_status end_sheet(tz_sheet_state *state, const tz_rows *rows)
{
    int count = tz_rows_column_count(rows);
    set_widths(state, rows);
    worksheet_autofilter(state->at.sheet, 0, 0, state->at.last, (lxw_col_t)(count - 1));
    if (state->at.last == 0)
        return TZ_OK;
    add_all_bars(state, rows);
    if (!state->part->chart_columns)
        return TZ_OK;
    return tz_workbook_add_chart(state->workbook, &state->at, rows, state->part);
}

/* The row's height: programs that take the file for one of Excel's don't look for it themselves. */
static void set_height(const tz_sheet_state *state)
{
    size_t lines = state->lines < LINES_MOST ? state->lines : LINES_MOST;
    if (lines > 1)
        worksheet_set_row(state->at.sheet, state->at.last, (double)lines * line_height + 2, NULL);
}

/* libxlsxwriter tells of no write that failed. */
static tz_status check_written(tz_rendering *rendering, const tz_sheet_state *state)
{
    if (!ferror(state->at.sheet->optimize_tmpfile))
        return TZ_OK;
    rendering->sink.error = errno ? errno : EIO;
    return TZ_IO;
}

static tz_status add_row(tz_rendering *rendering, void *context)
{
    tz_sheet_state *state = context;
    tz_rows *rows = rendering->rows;
    int count = tz_rows_column_count(rows);
    tz_status status = TZ_OK;
    if (state->at.sheet && state->at.last + 1 == LXW_ROW_MAX) { /* it is full */
        status = end_sheet(state, rows);
        state->at.sheet = NULL;
    }
    if (status == TZ_OK && !state->at.sheet)
        status = begin_sheet(state, rows);
    if (status != TZ_OK)
        return status;
    state->at.last++;
    state->lines = 1;
    double shares = tz_row_share_total(rows);
    if (shares > state->share_most)
        state->share_most = shares;
    errno = 0;
    for (int i = 0; status == TZ_OK && i < count; i++)
        status = tz_sheet_write_value(state, rows, i);
    set_height(state);
    return status == TZ_OK ? check_written(rendering, state) : status;
}

static tz_status add_rows(tz_sheet_state *state, tz_rendering *rendering)
{
    tz_status status = tz_rendering_each_row(rendering, add_row, state);
    if (status == TZ_OK && !state->at.sheet && !state->part->is_left_out_empty)
        status = begin_sheet(state, rendering->rows);
    if (status == TZ_OK && state->at.sheet)
        status = end_sheet(state, rendering->rows);
    return status;
}

tz_status tz_workbook_add(tz_workbook *workbook, tz_rendering *rendering, const tz_book_part *part)
{
    const char *title = part->title ? part->title : tz_rows_title(rendering->rows);
    int count = tz_rows_column_count(rendering->rows);
    tz_sheet_state state = {.workbook = workbook, .part = part};
    tz_buffer mended = {0};
    tz_add_mended(&mended, title, strlen(title), tz_add_cell_text);
    state.at.title = tz_buffer_text(&mended);
    state.widest = count < MANY_COLUMNS ? WIDEST : WIDEST_OF_MANY;
    state.widths = calloc((size_t)count, sizeof *state.widths);
    tz_status status = state.widths && !mended.failed ? TZ_OK : TZ_NO_MEMORY;
    if (status == TZ_OK)
        status = tz_workbook_set_title(workbook, state.at.title);
    if (status == TZ_OK)
        status = add_rows(&state, rendering);
    free(state.widths);
    tz_buffer_free(&state.text);
    tz_buffer_free(&mended);
    return status;
}
