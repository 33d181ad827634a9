/* line_count.h: counting the physical lines of a text that comes in pieces. */
#ifndef TZ_TEXT_LINE_COUNT_H
#define TZ_TEXT_LINE_COUNT_H

#include <stdbool.h>
#include <stddef.h>

/* Start as {1, false}. A line ends in LF, CRLF or CR, also where a piece ends between CR and LF. */
typedef struct tz_line_count {
    size_t line; /* the line that the next byte stands on, from 1 */
    bool after_return;
} tz_line_count;

void tz_line_count_add(tz_line_count *count, const char *bytes, size_t size);

#endif
