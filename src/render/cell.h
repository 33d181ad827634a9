/* cell.h: one value of the current row as text. */
#ifndef TZ_RENDER_CELL_H
#define TZ_RENDER_CELL_H

#include "buffer.h"
#include "exact.h"
#include "mended.h"
#include "taizhang.h"

/* Adds the value as a program reads it back: "" for NULL, numbers to the last digit, a blob as
 * X'0A', text as it is. */
void tz_cell_add_exact(tz_buffer *out, const tz_rows *rows, int column);

/* Adds the value as a person reads it, text by `add`: a word for a coded value, nothing for a flag
 * that is false, a percentage with at most one decimal. */
void tz_cell_add_readable(tz_buffer *out, const tz_rows *rows, int column, tz_text_function *add);

/* 亮灯: what a cell of the column lamp shows in colour. */
typedef enum tz_lamp {
    TZ_LAMP_NONE,
    TZ_LAMP_RED,
    TZ_LAMP_YELLOW,
    TZ_LAMP_GREEN,
    TZ_LAMP_BLUE,
    TZ_LAMP_GREY,
    TZ_LAMP_COUNT
} tz_lamp;

/* The lamp of a code (red), or of the column that counts such lamps (red; closed, which are blue).
 */
tz_lamp tz_lamp_of(const char *name);
/* The lamp that the current value is; TZ_LAMP_NONE in any other column. */
tz_lamp tz_cell_lamp(const tz_rows *rows, int column);

/* What a column of bars counts: the lamp of its row, else that of its name; TZ_LAMP_NONE. */
tz_lamp tz_bar_lamp(const tz_rows *rows, int column);
/* True where the current value is drawn as a bar: `*share`, 0 to 1, is how much of it is full. */
bool tz_cell_is_bar(const tz_rows *rows, int column, double *share);
/* The sum of the current row's counts that are drawn as shares of it. */
double tz_row_share_total(const tz_rows *rows);

/* True where the current value is a flag that doesn't hold. */
bool tz_cell_is_false(const tz_rows *rows, int column);
/* True where the column holds numbers by its type, and is set to the right. */
bool tz_column_is_numeric(const tz_rows *rows, int column);

#endif
