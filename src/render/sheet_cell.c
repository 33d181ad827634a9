/* sheet_cell.c: values as cells of a sheet, and how much room they take. */
#include <math.h>
#include <string.h>

#include "sheet.h"
#include "value.h"
#include "wrap.h"

enum { TEXT_UNITS_MOST = 32767 };            /* of a cell, in UTF-16 units */
static const int64_t exact_most = 1LL << 53; /* beyond it Excel rounds whole numbers */
static const char cut_mark[] = "\u2026";     /* behind a text that was cut: … */

/* ---------------------------------------------------------------- text */

void tz_add_cell_text(tz_buffer *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool is_line_feed = i + 1 < size && text[i + 1] == '\n';
        if (byte == '\r' && is_line_feed)
            continue;
        if (byte == '\r')
            tz_buffer_add_char(out, '\n');
        else if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F)
            tz_buffer_add_text(out, "\uFFFD");
        else if (byte == 0xEF && i + 2 < size && (unsigned char)text[i + 1] == 0xBF &&
                 (unsigned char)text[i + 2] >= 0xBE) { /* U+FFFE, U+FFFF */
            tz_buffer_add_text(out, "\uFFFD");
            i += 2;
        } else if (byte == '_' && size - i >= 7 && text[i + 1] == 'x' && text[i + 6] == '_' &&
                   strspn(text + i + 2, "0123456789abcdefABCDEF") >= 4)
            tz_buffer_add_text(out, "_x005F_"); /* else _x0041_ is read as A */
        else
            tz_buffer_add_char(out, text[i]);
    }
}

void tz_cut_cell_text(tz_buffer *text)
{
    size_t units = 0, kept = 0;
    if (text->size <= TEXT_UNITS_MOST)
        return;
    for (size_t i = 0; i < text->size; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];
        if ((byte & 0xC0) == 0x80)
            continue;
        if (units < TEXT_UNITS_MOST)
            kept = i;
        units += byte >= 0xF0 ? 2 : 1;
    }
    if (units <= TEXT_UNITS_MOST)
        return;
    text->size = kept;
    tz_buffer_add_text(text, cut_mark);
}

/* The lines that a line of the text takes in a column of the widest. Programs break it each in its
 * own way, so that a little room is left. */
static size_t wrapped_lines(const char *line, size_t width)
{
    size_t lines = 1;
    for (;;) {
        line += tz_text_fit(line, width - 2);
        if (*line == '\0')
            return lines;
        lines++;
    }
}

/* Measures the text: the columns that its widest line takes, and how many lines it takes in its
 * column, which is as wide as that or the widest there is. */
static size_t measure(tz_sheet_state *state, char *text)
{
    size_t widest = 0, lines = 0;
    for (char *line = text; line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        size_t width = tz_text_width(line);
        if (width > widest)
            widest = width;
        lines += width > state->widest ? wrapped_lines(line, state->widest) : 1;
        if (end)
            *end = '\n';
        line = end ? end + 1 : NULL;
    }
    if (lines > state->lines)
        state->lines = lines;
    return widest;
}

void tz_sheet_widen(tz_sheet_state *state, int column, size_t width)
{
    if (width > state->widths[column])
        state->widths[column] = width;
}

/* As a string, and never as a formula, whatever it begins with. */
tz_status tz_sheet_write_text(tz_sheet_state *state, int column, tz_style style, size_t *width)
{
    tz_cut_cell_text(&state->text);
    if (state->text.failed)
        return TZ_NO_MEMORY;
    *width = state->text.size > 0 ? measure(state, state->text.bytes) : 0;
    lxw_error error =
        worksheet_write_string(state->at.sheet, state->at.last, (lxw_col_t)column,
                               tz_buffer_text(&state->text), state->workbook->styles[style]);
    return error == LXW_NO_ERROR ? TZ_OK : TZ_NO_MEMORY;
}

static tz_status write_value_text(tz_sheet_state *state, int column, tz_style style)
{
    size_t width;
    tz_status status = tz_sheet_write_text(state, column, style, &width);
    if (status == TZ_OK)
        tz_sheet_widen(state, column, width);
    return status;
}

/* ---------------------------------------------------------------- values */

static tz_style text_style(const tz_rows *rows, int column)
{
    switch (tz_rows_column_type(rows, column)) {
    case TZ_COLUMN_WORD:
        return (tz_style)(tz_cell_lamp(rows, column) == TZ_LAMP_NONE
                              ? TZ_STYLE_WORD
                              : TZ_STYLE_LAMP + tz_cell_lamp(rows, column));
    case TZ_COLUMN_FLAG:
    case TZ_COLUMN_DAY:
    case TZ_COLUMN_TIME:
        return TZ_STYLE_WORD;
    default:
        return TZ_STYLE_TEXT;
    }
}

static tz_status write_word(tz_sheet_state *state, const tz_rows *rows, int column)
{
    const char *word = tz_rows_word(rows, column);
    tz_add_mended(&state->text, word, strlen(word), tz_add_cell_text);
    return write_value_text(state, column, text_style(rows, column));
}

/* A day or a time as one that Excel counts with; false where it isn't one, or before the days that
 * Excel knows. */
static bool read_time(const char *text, tz_column_type type, lxw_datetime *time)
{
    char written[11], day[11];
    snprintf(written, sizeof written, "%s", text);
    *time = (lxw_datetime){0};
    if (!tz_read_day(written, day) || strcmp(written, day) != 0 ||
        sscanf(day, "%d-%d-%d", &time->year, &time->month, &time->day) != 3 || time->year <= 1900)
        return false;
    text += strlen(day);
    if (type == TZ_COLUMN_DAY)
        return *text == '\0';
    return sscanf(text, "T%2d:%2d", &time->hour, &time->min) == 2 && time->hour >= 0 &&
           time->hour < 24 && time->min >= 0 && time->min < 60;
}

static tz_status write_time(tz_sheet_state *state, int column, tz_style style, lxw_datetime *time)
{
    tz_sheet_widen(state, column,
                   style == TZ_STYLE_DAY ? strlen("2022-07-15") : strlen("2022-07-15 09:30"));
    lxw_error error = worksheet_write_datetime(state->at.sheet, state->at.last, (lxw_col_t)column,
                                               time, state->workbook->styles[style]);
    return error == LXW_NO_ERROR ? TZ_OK : TZ_NO_MEMORY;
}

static tz_status write_text_value(tz_sheet_state *state, const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    size_t size;
    const char *text = tz_rows_text(rows, column, &size);
    lxw_datetime time;
    if (type == TZ_COLUMN_WORD)
        return write_word(state, rows, column);
    if ((type == TZ_COLUMN_DAY || type == TZ_COLUMN_TIME) && read_time(text, type, &time))
        return write_time(state, column, type == TZ_COLUMN_DAY ? TZ_STYLE_DAY : TZ_STYLE_TIME,
                          &time);
    tz_add_mended(&state->text, text, size, tz_add_cell_text);
    return write_value_text(state, column, text_style(rows, column));
}

/* A number that Excel can't hold is text: every digit counts. */
static tz_status write_number(tz_sheet_state *state, const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    bool is_percent = type == TZ_COLUMN_PERCENT || type == TZ_COLUMN_BAR;
    double number = tz_rows_real(rows, column);
    int64_t integer = tz_rows_integer(rows, column);
    bool is_inexact = tz_rows_value_type(rows, column) == TZ_VALUE_INTEGER &&
                      (integer > exact_most || integer < -exact_most);
    tz_cell_add_readable(&state->text, rows, column, tz_add_cell_text);
    if (is_inexact || !isfinite(number))
        return write_value_text(state, column, TZ_STYLE_TEXT);
    if (state->text.failed)
        return TZ_NO_MEMORY;
    tz_sheet_widen(state, column, state->text.size + (is_percent ? strlen(".0") : 0));
    lxw_error error = worksheet_write_number(
        state->at.sheet, state->at.last, (lxw_col_t)column, number,
        state->workbook->styles[is_percent ? TZ_STYLE_PERCENT : TZ_STYLE_NUMBER]);
    return error == LXW_NO_ERROR ? TZ_OK : TZ_NO_MEMORY;
}

tz_status tz_sheet_write_value(tz_sheet_state *state, const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    tz_buffer_clear(&state->text);
    switch (tz_rows_value_type(rows, column)) {
    case TZ_VALUE_INTEGER:
    case TZ_VALUE_REAL:
        return type == TZ_COLUMN_FLAG || type == TZ_COLUMN_WORD ? write_word(state, rows, column)
                                                                : write_number(state, rows, column);
    case TZ_VALUE_TEXT:
        return write_text_value(state, rows, column);
    case TZ_VALUE_BLOB:
        tz_cell_add_exact(&state->text, rows, column);
        break;
    case TZ_VALUE_NULL:
        break;
    }
    return write_value_text(state, column, text_style(rows, column));
}
