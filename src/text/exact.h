/* exact.h: values as text that a program reads back as the very same values. */
#ifndef TZ_TEXT_EXACT_H
#define TZ_TEXT_EXACT_H

#include "buffer.h"

/* Adds a real number in the fewest digits, from 15 on, that read back as the same number. */
void tz_add_real(tz_buffer *out, double number);

/* Adds well-formed UTF-8 as it stands between the quotes of a JSON string. */
void tz_add_json_escaped(tz_buffer *out, const char *text, size_t size);

#endif
