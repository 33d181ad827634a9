/* buffer.h: a growing byte string that remembers that memory ran out. */
#ifndef TZ_TEXT_BUFFER_H
#define TZ_TEXT_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Start as {0}. `bytes` is NUL-terminated once anything was added and owned by the buffer. After an
 * allocation failed `failed` is true and every further addition does nothing, so that a caller
 * checks once at the end. */
typedef struct tz_buffer {
    char *bytes;
    size_t size;
    size_t capacity;
    bool failed;
} tz_buffer;

void tz_buffer_add(tz_buffer *buffer, const char *bytes, size_t size);
void tz_buffer_add_text(tz_buffer *buffer, const char *text);
void tz_buffer_add_char(tz_buffer *buffer, char byte);
void tz_buffer_format(tz_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void tz_buffer_format_list(tz_buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* The text so far, never NULL ("" while empty). */
const char *tz_buffer_text(const tz_buffer *buffer);
void tz_buffer_clear(tz_buffer *buffer);
void tz_buffer_free(tz_buffer *buffer);

#endif
