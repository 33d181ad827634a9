/* utf8.h: the form of UTF-8 (RFC 3629), byte by byte. */
#ifndef TZ_TEXT_UTF8_H
#define TZ_TEXT_UTF8_H

#include <stddef.h>

enum { TZ_UTF8_MALFORMED = 0, TZ_UTF8_CUT = -1 };

/* How many bytes the character at the start of `bytes` (at least one) takes. TZ_UTF8_MALFORMED:
 * none starts there; TZ_UTF8_CUT: one may, but the bytes end before it does. */
int tz_utf8_sequence(const char *bytes, size_t size);

#endif
