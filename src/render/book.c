/* book.c: several result sets as one page or one workbook. */
#include "book.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "utf8_locale.h"
#include "workbook.h"

struct tz_book {
    tz_render_options options;
    tz_rendering rendering; /* of the part that is being added */
    tz_workbook *workbook;  /* NULL: a page */
    size_t part_count;
};

tz_status tz_book_open(const tz_render_options *options, FILE *out, tz_book **book)
{
    assert(options && out && book);
    assert(options->format == TZ_FORMAT_HTML || options->format == TZ_FORMAT_XLSX);
    *book = calloc(1, sizeof **book);
    if (!*book)
        return TZ_NO_MEMORY;
    (*book)->options = *options;
    (*book)->rendering = (tz_rendering){.options = &(*book)->options, .sink = {.out = out}};
    tz_status status = TZ_OK;
    if (options->format == TZ_FORMAT_XLSX)
        status = tz_workbook_open(options, &(*book)->workbook);
    if (status != TZ_OK) {
        int reason = errno;
        free(*book);
        *book = NULL;
        errno = reason;
    }
    return status;
}

static tz_status add_part(tz_book *book, const tz_book_part *part)
{
    tz_utf8_locale locale;
    tz_utf8_locale_enter(&locale);
    tz_status status = book->workbook ? tz_workbook_add(book->workbook, &book->rendering, part)
                                      : tz_html_add(&book->rendering, part, book->part_count == 0);
    tz_utf8_locale_leave(&locale);
    return status;
}

tz_status tz_book_add(tz_book *book, tz_rows *rows, const tz_book_part *part, uint64_t *row_count)
{
    static const tz_book_part plain = TZ_BOOK_PART_INIT;
    assert(book && rows);
    book->rendering.rows = rows;
    book->rendering.row_count = 0;
    if (!part)
        part = &plain;
    tz_status status = add_part(book, part);
    if (status == TZ_OK && (book->rendering.row_count > 0 || !part->is_left_out_empty))
        book->part_count++;
    if (row_count)
        *row_count = status == TZ_OK ? book->rendering.row_count : 0;
    if (status == TZ_IO && book->rendering.sink.error)
        errno = book->rendering.sink.error;
    return status;
}

tz_status tz_book_close(tz_book *book, tz_status status)
{
    if (!book)
        return status;
    tz_sink *sink = &book->rendering.sink;
    if (book->workbook)
        status = tz_workbook_close(book->workbook, status, sink);
    else if (status == TZ_OK)
        tz_html_end(&book->rendering, book->part_count == 0);
    status = tz_sink_close(sink, status);
    int reason = errno;
    free(book);
    errno = reason;
    return status;
}

tz_status tz_render_book(tz_rows *rows, const tz_render_options *options, FILE *out,
                         uint64_t *row_count)
{
    tz_book *book;
    tz_status status = tz_book_open(options, out, &book);
    if (status == TZ_OK)
        status = tz_book_add(book, rows, NULL, row_count);
    status = tz_book_close(book, status);
    if (row_count && status != TZ_OK)
        *row_count = 0;
    return status;
}
