/* markup.c: text in XML and HTML. */
#include "markup.h"

#include <string.h>

#include "cell.h"

/* U+FFFE and U+FFFF, EF BF BE and EF BF BF, are no characters of XML. */
static bool is_no_character(const char *text, size_t size)
{
    return size >= 3 && memcmp(text, "\xEF\xBF", 2) == 0 && (unsigned char)text[2] >= 0xBE;
}

static void add_escaped(tz_buffer *out, const char *text, size_t size)
{
    static const char replacement[] = "\uFFFD";
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '&')
            tz_buffer_add_text(out, "&amp;");
        else if (byte == '<')
            tz_buffer_add_text(out, "&lt;");
        else if (byte == '>')
            tz_buffer_add_text(out, "&gt;");
        else if (byte == '"')
            tz_buffer_add_text(out, "&quot;");
        else if (byte < ' ' && byte != '\t' && byte != '\n')
            tz_buffer_add_text(out, byte == '\r' ? "" : replacement);
        else if (is_no_character(text + i, size - i)) {
            tz_buffer_add_text(out, replacement);
            i += 2;
        } else
            tz_buffer_add_char(out, text[i]);
    }
}

void markup_add(tz_buffer *out, const char *text)
{
    tz_add_mended(out, text, strlen(text), add_escaped);
}
