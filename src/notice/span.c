/* span.c: comparing and cutting stretches of text. */
#include "span.h"

#include <string.h>

#include "fold.h"

notice_span notice_span_of(const char *text)
{
    return (notice_span){text, text + strlen(text)};
}

size_t notice_span_size(notice_span span)
{
    return (size_t)(span.end - span.begin);
}

bool notice_span_is_empty(notice_span span)
{
    return span.begin == span.end;
}

notice_span notice_span_trim(notice_span span)
{
    while (!notice_span_is_empty(span) && notice_is_space(notice_span_first(span)))
        notice_span_take_first(&span);
    while (!notice_span_is_empty(span) && notice_is_space(notice_span_last(span)))
        notice_span_take_end(&span);
    return span;
}

bool notice_span_starts(notice_span span, const char *text)
{
    return notice_span_take(&span, text);
}

bool notice_span_ends(notice_span span, const char *text)
{
    return notice_span_take_last(&span, text);
}

bool notice_span_equals(notice_span span, const char *text)
{
    size_t size = strlen(text);
    return notice_span_size(span) == size && (size == 0 || memcmp(span.begin, text, size) == 0);
}

const char *notice_span_find(notice_span span, const char *text)
{
    size_t size = strlen(text);
    while (notice_span_size(span) >= size) {
        size_t room = notice_span_size(span) - size + 1;
        const char *found = memchr(span.begin, text[0], room);
        if (found == NULL)
            return NULL;
        if (memcmp(found, text, size) == 0)
            return found;
        span.begin = found + 1;
    }
    return NULL;
}

bool notice_span_contains(notice_span span, const char *text)
{
    return notice_span_find(span, text) != NULL;
}

bool notice_span_contains_any(notice_span span, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (notice_span_contains(span, texts[i]))
            return true;
    }
    return false;
}

bool notice_span_take(notice_span *span, const char *text)
{
    size_t size = strlen(text);
    if (notice_span_size(*span) < size || memcmp(span->begin, text, size) != 0)
        return false;
    span->begin += size;
    return true;
}

bool notice_span_take_last(notice_span *span, const char *text)
{
    size_t size = strlen(text);
    if (notice_span_size(*span) < size || memcmp(span->end - size, text, size) != 0)
        return false;
    span->end -= size;
    return true;
}

uint32_t notice_span_first(notice_span span)
{
    return notice_span_take_first(&span);
}

uint32_t notice_span_last(notice_span span)
{
    return notice_span_take_end(&span);
}

uint32_t notice_span_take_first(notice_span *span)
{
    return notice_span_is_empty(*span) ? 0 : tz_utf8_next(&span->begin, span->end);
}

uint32_t notice_span_take_end(notice_span *span)
{
    if (notice_span_is_empty(*span))
        return 0;
    const char *last = span->end - 1;
    while (last > span->begin && ((unsigned char)*last & 0xC0) == 0x80)
        last--;
    const char *cursor = last;
    uint32_t character = tz_utf8_next(&cursor, span->end);
    span->end = last;
    return character;
}

size_t notice_span_take_digits(notice_span *span, int *number)
{
    size_t count = 0;
    *number = 0;
    while (notice_digit(notice_span_first(*span)) >= 0) {
        int digit = notice_digit(notice_span_take_first(span));
        count++;
        *number = count > 4 ? -1 : 10 * *number + digit;
    }
    return count;
}

bool notice_is_space(uint32_t character)
{
    return (character >= '\t' && character <= '\r') || tz_is_blank(character);
}

int notice_digit(uint32_t character)
{
    if (character >= '0' && character <= '9')
        return (int)(character - '0');
    if (character >= 0xFF10 && character <= 0xFF19)
        return (int)(character - 0xFF10);
    return -1;
}

bool notice_is_dash(uint32_t character)
{
    return character == '-' || (character >= 0x2010 && character <= 0x2015) ||
           character == 0x2212 || character == 0x2500 || character == 0xFF0D;
}

notice_bracket notice_opening(uint32_t character)
{
    switch (character) {
    case '(':
    case 0xFF08:
        return NOTICE_ROUND;
    case '[':
    case 0xFF3B:
        return NOTICE_SQUARE;
    case 0x3014:
        return NOTICE_TORTOISE;
    case 0x3010:
        return NOTICE_LENTICULAR;
    default:
        return NOTICE_NO_BRACKET;
    }
}

notice_bracket notice_closing(uint32_t character)
{
    switch (character) {
    case ')':
    case 0xFF09:
        return NOTICE_ROUND;
    case ']':
    case 0xFF3D:
        return NOTICE_SQUARE;
    case 0x3015:
        return NOTICE_TORTOISE;
    case 0x3011:
        return NOTICE_LENTICULAR;
    default:
        return NOTICE_NO_BRACKET;
    }
}
