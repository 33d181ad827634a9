/* cell.c: one value of the current row as text. */
#include "cell.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* As many decimals as a reader needs: 33.3333333333333 would take the width of a name. `scale` is
 * 10 for one decimal. */
static void add_rounded(tz_buffer *out, double value, double scale)
{
    if (value > -1e9 && value < 1e9) {
        int64_t steps = (int64_t)(value * scale + (value < 0 ? -0.5 : 0.5));
        value = (double)steps / scale;
    }
    tz_buffer_format(out, "%.15g", value);
}

static void add_blob(tz_buffer *out, const tz_rows *rows, int column)
{
    size_t size;
    const char *bytes = tz_rows_text(rows, column, &size);
    tz_buffer_add_text(out, "X'");
    for (size_t i = 0; i < size; i++)
        tz_buffer_format(out, "%02X", (unsigned char)bytes[i]);
    tz_buffer_add_char(out, '\'');
}

static void add_text(tz_buffer *out, const tz_rows *rows, int column)
{
    size_t size;
    const char *text = tz_rows_text(rows, column, &size);
    tz_buffer_add(out, text, size);
}

void tz_cell_add_exact(tz_buffer *out, const tz_rows *rows, int column)
{
    switch (tz_rows_value_type(rows, column)) {
    case TZ_VALUE_NULL:
        break;
    case TZ_VALUE_INTEGER:
        tz_buffer_format(out, "%" PRId64, tz_rows_integer(rows, column));
        break;
    case TZ_VALUE_REAL:
        tz_add_real(out, tz_rows_real(rows, column));
        break;
    case TZ_VALUE_TEXT:
        add_text(out, rows, column);
        break;
    case TZ_VALUE_BLOB:
        add_blob(out, rows, column);
        break;
    }
}

/* The minute of a time, without the seconds and the distance from UTC. */
static void add_minute(tz_buffer *out, const char *time, tz_text_function *add)
{
    enum { DAY_SIZE = 10, MINUTE_SIZE = 16 };
    char minute[MINUTE_SIZE + 1];
    snprintf(minute, sizeof minute, "%s", time);
    if (strlen(minute) == MINUTE_SIZE && minute[DAY_SIZE] == 'T')
        minute[DAY_SIZE] = ' ';
    tz_add_mended(out, minute, strlen(minute), add);
}

/* A coded value's word; other text whole, also behind a NUL byte. */
static void add_readable_text(tz_buffer *out, const tz_rows *rows, int column,
                              tz_text_function *add)
{
    if (tz_rows_column_type(rows, column) == TZ_COLUMN_WORD) {
        const char *word = tz_rows_word(rows, column);
        tz_add_mended(out, word, strlen(word), add);
    } else if (tz_rows_column_type(rows, column) == TZ_COLUMN_TIME) {
        add_minute(out, tz_rows_text(rows, column, NULL), add);
    } else {
        size_t size;
        const char *text = tz_rows_text(rows, column, &size);
        tz_add_mended(out, text, size, add);
    }
}

static void add_readable_number(tz_buffer *out, const tz_rows *rows, int column)
{
    switch (tz_rows_column_type(rows, column)) {
    case TZ_COLUMN_WORD:
    case TZ_COLUMN_FLAG:
        tz_buffer_add_text(out, tz_rows_word(rows, column));
        break;
    case TZ_COLUMN_PERCENT:
    case TZ_COLUMN_BAR:
        add_rounded(out, tz_rows_real(rows, column), 10);
        break;
    default:
        if (tz_rows_value_type(rows, column) == TZ_VALUE_INTEGER)
            tz_cell_add_exact(out, rows, column);
        else
            add_rounded(out, tz_rows_real(rows, column), 10000);
        break;
    }
}

void tz_cell_add_readable(tz_buffer *out, const tz_rows *rows, int column, tz_text_function *add)
{
    if (tz_cell_is_false(rows, column))
        return;
    switch (tz_rows_value_type(rows, column)) {
    case TZ_VALUE_NULL:
        break;
    case TZ_VALUE_INTEGER:
    case TZ_VALUE_REAL:
        add_readable_number(out, rows, column);
        break;
    case TZ_VALUE_TEXT:
        add_readable_text(out, rows, column, add);
        break;
    case TZ_VALUE_BLOB:
        add_blob(out, rows, column);
        break;
    }
}

tz_lamp tz_lamp_of(const char *name)
{
    static const struct {
        const char *name;
        tz_lamp lamp;
    } lamps[] = {{"red", TZ_LAMP_RED},   {"yellow", TZ_LAMP_YELLOW}, {"green", TZ_LAMP_GREEN},
                 {"blue", TZ_LAMP_BLUE}, {"closed", TZ_LAMP_BLUE},   {"grey", TZ_LAMP_GREY}};
    for (size_t i = 0; i < sizeof lamps / sizeof *lamps; i++)
        if (strcmp(name, lamps[i].name) == 0)
            return lamps[i].lamp;
    return TZ_LAMP_NONE;
}

tz_lamp tz_cell_lamp(const tz_rows *rows, int column)
{
    if (strcmp(tz_rows_column_name(rows, column), "lamp") != 0)
        return TZ_LAMP_NONE;
    return tz_lamp_of(tz_rows_text(rows, column, NULL));
}

tz_lamp tz_bar_lamp(const tz_rows *rows, int column)
{
    for (int i = 0; i < tz_rows_column_count(rows); i++)
        if (strcmp(tz_rows_column_name(rows, i), "lamp") == 0)
            return tz_cell_lamp(rows, i);
    return tz_lamp_of(tz_rows_column_name(rows, column));
}

double tz_row_share_total(const tz_rows *rows)
{
    double total = 0;
    for (int i = 0; i < tz_rows_column_count(rows); i++)
        if (tz_rows_column_type(rows, i) == TZ_COLUMN_SHARE)
            total += tz_rows_real(rows, i);
    return total;
}

bool tz_cell_is_bar(const tz_rows *rows, int column, double *share)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    tz_value_type value_type = tz_rows_value_type(rows, column);
    bool is_bar = type == TZ_COLUMN_BAR || type == TZ_COLUMN_SHARE;
    if (!is_bar || (value_type != TZ_VALUE_INTEGER && value_type != TZ_VALUE_REAL))
        return false;
    double whole = type == TZ_COLUMN_BAR ? 100 : tz_row_share_total(rows);
    double part = tz_rows_real(rows, column);
    *share = part <= 0 || whole <= 0 ? 0 : part < whole ? part / whole : 1;
    return true;
}

bool tz_cell_is_false(const tz_rows *rows, int column)
{
    return tz_rows_column_type(rows, column) == TZ_COLUMN_FLAG &&
           tz_rows_value_type(rows, column) == TZ_VALUE_INTEGER &&
           tz_rows_integer(rows, column) == 0;
}

bool tz_column_is_numeric(const tz_rows *rows, int column)
{
    tz_column_type type = tz_rows_column_type(rows, column);
    return type == TZ_COLUMN_NUMBER || type == TZ_COLUMN_PERCENT || type == TZ_COLUMN_BAR ||
           type == TZ_COLUMN_SHARE;
}
