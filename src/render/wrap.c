/* wrap.c: text in the columns of a terminal, where a Chinese character takes two. */
#define _XOPEN_SOURCE 700 /* wcwidth */
#include "wrap.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "fold.h"

static bool is_line_end(uint32_t character)
{
    return character == '\n' || character == 0x2028 || character == 0x2029;
}

/* C0, DEL and C1. */
static bool is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

void tz_add_printable(tz_buffer *out, const char *text, size_t size)
{
    const char *end = text + size;
    while (text < end) {
        const char *start = text;
        uint32_t character = tz_utf8_next(&text, end);
        if (is_line_end(character) || character == '\t')
            tz_buffer_add_char(out, ' ');
        else if (character == '\r')
            continue;
        else if (is_control(character))
            tz_buffer_add_text(out, "\uFFFD");
        else
            tz_buffer_add(out, start, (size_t)(text - start));
    }
}

/* 0 for a combining character, and for one that is newer than the C library's tables, which
 * libsmartcols takes for nothing too. */
static size_t character_width(uint32_t character)
{
    if (character < 0x7F) /* printable ASCII, told sooner */
        return 1;
    int width = wcwidth((wchar_t)character);
    return width > 0 ? (size_t)width : 0;
}

/* 避头: what no line begins with. */
static bool clings_to_previous(uint32_t character)
{
    return character_width(character) == 0 ||
           wcschr(L"、，。．；：？！…—～·）》」』】〕〉〗］｝”’％℃,.;:?!)]}%", (wchar_t)character);
}

/* 避尾: what no line ends with. */
static bool clings_to_next(uint32_t character)
{
    return wcschr(L"（《「『【〔〈〖［｛“‘([{", (wchar_t)character) != NULL;
}

/* True when a line may end between the two: beside a blank, or beside a Chinese character. */
static bool may_break(uint32_t before, uint32_t after)
{
    if (after == ' ')
        return true;
    if (clings_to_next(before) || clings_to_previous(after))
        return false;
    return before == ' ' || character_width(before) == 2 || character_width(after) == 2;
}

size_t tz_text_width(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;
    while (text < end)
        width += character_width(tz_utf8_next(&text, end));
    return width;
}

size_t tz_text_widest_part(const char *text)
{
    const char *end = text + strlen(text);
    size_t widest = 0, width = 0;
    uint32_t previous = ' ';
    while (text < end) {
        uint32_t character = tz_utf8_next(&text, end);
        if (may_break(previous, character))
            width = 0;
        if (character != ' ')
            width += character_width(character);
        if (width > widest)
            widest = width;
        previous = character;
    }
    return widest;
}

size_t tz_text_fit(const char *text, size_t width)
{
    const char *end = text + strlen(text), *cursor = text;
    const char *best = text; /* the last place where the line may end */
    size_t used = 0;
    uint32_t previous = 0;
    if ((size_t)(end - text) <= width) /* no character takes more columns than bytes */
        return (size_t)(end - text);
    while (cursor < end) {
        const char *start = cursor;
        uint32_t character = tz_utf8_next(&cursor, end);
        if (start > text && may_break(previous, character))
            best = start;
        used += character_width(character);
        if (used > width && character != ' ') {
            if (best > text)
                return (size_t)(best - text);
            return (size_t)((start > text ? start : cursor) - text);
        }
        previous = character;
    }
    return (size_t)(end - text);
}
