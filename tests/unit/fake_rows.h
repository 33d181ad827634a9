/* fake_rows.h: result sets made by hand, in place of the ledger's. A test that links fake_rows.c
 * must not link the ledger's rows. */
#ifndef TZ_TEST_FAKE_ROWS_H
#define TZ_TEST_FAKE_ROWS_H

#include "taizhang.h"

typedef struct fake_column {
    const char *name;
    const char *title;
    tz_column_type type;
} fake_column;

typedef struct fake_value {
    tz_value_type type;
    int64_t integer;
    double real;
    const char *text;
    size_t size;
    const char *word;
} fake_value;

#define FAKE_VALUE(type, integer, real, text, size, word)                                          \
    {                                                                                              \
        type, integer, real, text, size, word                                                      \
    }
#define FAKE_NULL FAKE_VALUE(TZ_VALUE_NULL, 0, 0, "", 0, "")
#define FAKE_INTEGER(number)                                                                       \
    FAKE_VALUE(TZ_VALUE_INTEGER, number, (double)(number), #number, sizeof #number - 1, #number)
#define FAKE_REAL(number) FAKE_VALUE(TZ_VALUE_REAL, 0, number, #number, sizeof #number - 1, #number)
/* A literal, which may hold a NUL. */
#define FAKE_TEXT(literal)     FAKE_VALUE(TZ_VALUE_TEXT, 0, 0, literal, sizeof literal - 1, literal)
#define FAKE_BLOB(literal)     FAKE_VALUE(TZ_VALUE_BLOB, 0, 0, literal, sizeof literal - 1, literal)
#define FAKE_WORD(value, word) FAKE_VALUE(TZ_VALUE_TEXT, 0, 0, value, sizeof value - 1, word)
#define FAKE_TRUE              FAKE_VALUE(TZ_VALUE_INTEGER, 1, 1, "1", 1, "是")
#define FAKE_FALSE             FAKE_VALUE(TZ_VALUE_INTEGER, 0, 0, "0", 1, "否")

/* A cursor before its first row. */
struct tz_rows {
    const char *report;
    const char *as_of;
    const fake_column *columns;
    int column_count;
    const fake_value *values; /* row by row */
    size_t row_count;
    size_t repeats;  /* how often the rows come; 0 is once */
    tz_status end;   /* what the call behind the last row returns */
    size_t position; /* rows moved to so far */
    const char *title;
};

/* A result set of the arrays `columns` and `values`. */
#define FAKE_ROWS(columns, values)                                                                 \
    {                                                                                              \
        "overdue", "2022-07-15", columns, (int)(sizeof(columns) / sizeof *(columns)), values,      \
            sizeof(values) / sizeof *(values) / (sizeof(columns) / sizeof *(columns)), 0, TZ_OK,   \
            0, "逾期任务"                                                                      \
    }

/* What tz_render writes from the first row on, with its status; free it. */
char *fake_rows_render(tz_rows *rows, const tz_render_options *options, tz_status *status);
/* Asserts that it is TZ_OK and `expected`. */
void fake_rows_assert(tz_rows *rows, const tz_render_options *options, const char *expected);

#endif
