/* rich_text.h: a string of a workbook: one text, or runs of it, each in a font of its own. Internal
 * to this folder. */
#ifndef TZ_XLSX_RICH_TEXT_H
#define TZ_XLSX_RICH_TEXT_H

#include "buffer.h"
#include "xml.h"

/* Start as {0}, and clear between two strings; free `text` with tz_buffer_free. */
typedef struct tz_xlsx_rich_text {
    tz_buffer text;
    bool is_text;     /* within t */
    bool is_phonetic; /* within rPh: how to pronounce it, which is no part of it */
} tz_xlsx_rich_text;

/* The three handlers of the elements within si or is. */
void tz_xlsx_rich_text_start(tz_xlsx_rich_text *rich, const char *name);
void tz_xlsx_rich_text_end(tz_xlsx_rich_text *rich, const char *name);
void tz_xlsx_rich_text_add(tz_xlsx_xml *xml, tz_xlsx_rich_text *rich, const char *text,
                           size_t size);
/* Appends to a text that may not get longer than a cell's; stops the reading where it would. */
void tz_xlsx_text_add(tz_xlsx_xml *xml, tz_buffer *buffer, const char *text, size_t size);
/* Makes of _x000D_ the character it stands for, and of every line break \n. */
void tz_xlsx_text_finish(tz_buffer *buffer);

#endif
