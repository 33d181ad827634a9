/* mended.c: text as a format can hold it. */
#include "mended.h"

#include <string.h>

#include "encoding.h"

/* How many bytes at the start of `text`, which is malformed there, stand for one character: a byte
 * and the continuation bytes behind it. */
static size_t malformed_size(const char *text, size_t size)
{
    size_t length = 1;
    while (length < size && ((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return length;
}

void tz_add_mended(tz_buffer *out, const char *text, size_t size, tz_text_function *add)
{
    size_t good = size;
    while (!tz_utf8_is_valid(text, size, &good)) {
        size_t skipped = malformed_size(text + good, size - good);
        add(out, text, good);
        tz_buffer_add_text(out, "\uFFFD");
        text += good + skipped;
        size -= good + skipped;
    }
    add(out, text, size);
}

/* U+FFFE and U+FFFF, EF BF BE and EF BF BF, are no characters of XML. */
static bool is_no_character(const char *text, size_t size)
{
    return size >= 3 && memcmp(text, "\xEF\xBF", 2) == 0 && (unsigned char)text[2] >= 0xBE;
}

/* What a byte of ASCII is written as; NULL where as itself. A line ends once. */
static const char *escape_of(unsigned char byte, char next)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return next == '\n' ? "" : "\n";
    default:
        return (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F ? "\uFFFD" : NULL;
    }
}

void tz_add_markup_escaped(tz_buffer *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char *escape = escape_of((unsigned char)text[i], i + 1 < size ? text[i + 1] : '\0');
        if (escape)
            tz_buffer_add_text(out, escape);
        else if (is_no_character(text + i, size - i)) {
            tz_buffer_add_text(out, "\uFFFD");
            i += 2;
        } else
            tz_buffer_add_char(out, text[i]);
    }
}
