/* markup.h: text in XML and HTML. */
#ifndef TAIZHANG_DOCUMENT_MARKUP_H
#define TAIZHANG_DOCUMENT_MARKUP_H

#include "document.h"

/* Adds `text`, which need not be UTF-8, as character data or the value of a quoted attribute. */
void markup_add(tz_buffer *out, const char *text);

/* Adds a chart as an inline SVG picture with title and description; `number` tells those of one
 * page apart. */
void markup_add_chart(tz_buffer *out, const document_block *block, size_t number);

#endif
