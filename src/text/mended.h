/* mended.h: text as a format can hold it: well-formed, and its markup escaped. */
#ifndef TZ_TEXT_MENDED_H
#define TZ_TEXT_MENDED_H

#include "buffer.h"

/* Adds well-formed UTF-8 in the way of a format: escaped, quoted. */
typedef void tz_text_function(tz_buffer *out, const char *text, size_t size);

/* Adds `text` by `add`, with U+FFFD for what isn't UTF-8 in it: one for each malformed sequence. */
void tz_add_mended(tz_buffer *out, const char *text, size_t size, tz_text_function *add);

/* For XML and HTML, as character data or the value of a quoted attribute: markup escaped, each line
 * ended by \n, and U+FFFD for what is no character of XML 1.0 or a control. */
void tz_add_markup_escaped(tz_buffer *out, const char *text, size_t size);

#endif
