/* encoding.h: bytes as offices save them, read as UTF-8. */
#ifndef TZ_TEXT_ENCODING_H
#define TZ_TEXT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "taizhang.h"

typedef enum tz_encoding { TZ_UTF8, TZ_GB18030 } tz_encoding;

/* True when `bytes` is well-formed UTF-8 (RFC 3629). Otherwise `*bad_offset` (may be NULL) is where
 * the first malformed sequence starts. */
bool tz_utf8_is_valid(const char *bytes, size_t size, size_t *bad_offset);

/* A file opened for reading as UTF-8 text, in bounded memory: it is read beforehand to tell UTF-8
 * (with or without a byte order mark) from GB18030 and to find what is malformed, and once more for
 * its text. What can't be read twice (standard input, a pipe) goes through a temporary file. What
 * is plainly UTF-8 but for a few bytes is malformed UTF-8, also where those bytes would pass as
 * GB18030. */
typedef struct tz_text_source tz_text_source;

/* Opens `path`, or standard input for "-".
 * TZ_NOT_FOUND no such file; TZ_IO not readable, a directory, or a read failed (errno says why);
 * TZ_REJECTED it is neither UTF-8 nor GB18030 text, or holds a NUL byte, or is UTF-16: `*bad_line`
 * (may be NULL) is the line, from 1, or 0 where the whole file is meant; TZ_NO_MEMORY. */
tz_status tz_text_source_open(const char *path, tz_text_source **source, size_t *bad_line);
/* The same for bytes in memory, which must stay until the close. */
tz_status tz_text_source_open_memory(const char *bytes, size_t size, tz_text_source **source,
                                     size_t *bad_line);
/* The next piece of the text as UTF-8 without the mark, whole characters only; `*size` 0 at the
 * end. The bytes belong to the source and stay until the next call. TZ_IO, TZ_REJECTED,
 * TZ_NO_MEMORY. */
tz_status tz_text_source_read(tz_text_source *source, const char **bytes, size_t *size);
/* Whether it begins with a byte order mark, as Excel writes it; known once some of it was read. */
bool tz_text_source_has_mark(const tz_text_source *source);
tz_encoding tz_text_source_encoding(const tz_text_source *source);
/* `source` may be NULL. errno stays as it is. */
void tz_text_source_close(tz_text_source *source);

/* All of it at once, appended to `text`; TZ_REJECTED also where it is longer than `limit` bytes. */
tz_status tz_text_source_read_all(tz_text_source *source, size_t limit, tz_buffer *text);

#endif
