#include "buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST_CAPACITY = 64 };

/* The capacity to grow to: doubled, so that adding byte by byte stays linear. 0 where it would
 * overflow. */
static size_t grown_capacity(size_t capacity, size_t needed)
{
    size_t grown = capacity > 0 ? capacity : SMALLEST_CAPACITY;
    while (grown < needed) {
        if (grown > SIZE_MAX / 2)
            return 0;
        grown *= 2;
    }
    return grown;
}

/* Makes room for `more` bytes and the NUL behind them. */
static bool reserve(tz_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (buffer->capacity > buffer->size && buffer->capacity - buffer->size > more)
        return true;
    size_t capacity = 0;
    if (more < SIZE_MAX - buffer->size)
        capacity = grown_capacity(buffer->capacity, buffer->size + more + 1);
    char *bytes = capacity > 0 ? realloc(buffer->bytes, capacity) : NULL;
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void tz_buffer_add(tz_buffer *buffer, const char *bytes, size_t size)
{
    if (!reserve(buffer, size))
        return;
    if (size > 0)
        memcpy(buffer->bytes + buffer->size, bytes, size);
    buffer->size += size;
    buffer->bytes[buffer->size] = '\0';
}

void tz_buffer_add_text(tz_buffer *buffer, const char *text)
{
    tz_buffer_add(buffer, text, strlen(text));
}

void tz_buffer_add_char(tz_buffer *buffer, char byte)
{
    tz_buffer_add(buffer, &byte, 1);
}

void tz_buffer_format(tz_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tz_buffer_format_list(buffer, format, arguments);
    va_end(arguments);
}

void tz_buffer_format_list(tz_buffer *buffer, const char *format, va_list arguments)
{
    va_list measured;
    va_copy(measured, arguments);
    int length = vsnprintf(NULL, 0, format, measured);
    va_end(measured);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    if (!reserve(buffer, (size_t)length))
        return;
    vsnprintf(buffer->bytes + buffer->size, (size_t)length + 1, format, arguments);
    buffer->size += (size_t)length;
}

const char *tz_buffer_text(const tz_buffer *buffer)
{
    return buffer->bytes != NULL ? buffer->bytes : "";
}

void tz_buffer_clear(tz_buffer *buffer)
{
    buffer->size = 0;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

void tz_buffer_free(tz_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (tz_buffer){0};
}
