/* book.h: the formats that hold several result sets: a page, a workbook. */
#ifndef TZ_RENDER_BOOK_H
#define TZ_RENDER_BOOK_H

#include "render.h"

/* tz_render in one of them. */
tz_status tz_render_book(tz_rows *rows, const tz_render_options *options, FILE *out,
                         uint64_t *row_count);

/* html.c. Adds the rows as a table; the page's head before the first part. */
tz_status tz_html_add(tz_rendering *rendering, const tz_book_part *part, bool is_first);
/* The end of the page; all of it where it has no part. */
void tz_html_end(tz_rendering *rendering, bool is_empty);

#endif
