#include "exact.h"

#include <stdio.h>
#include <stdlib.h>

void tz_add_real(tz_buffer *out, double number)
{
    char digits[32];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, number);
        if (strtod(digits, NULL) == number)
            break;
    }
    tz_buffer_add_text(out, digits);
}

static void add_escape(tz_buffer *out, char byte)
{
    static const char letters[] = {['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r',
                                   ['\t'] = 't', ['"'] = '"',  ['\\'] = '\\'};
    size_t index = (unsigned char)byte;
    if (index < sizeof letters && letters[index]) {
        tz_buffer_add_char(out, '\\');
        tz_buffer_add_char(out, letters[index]);
    } else {
        tz_buffer_format(out, "\\u%04x", (unsigned)index);
    }
}

void tz_add_json_escaped(tz_buffer *out, const char *text, size_t size)
{
    size_t start = 0; /* of what was not added yet */
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\')
            continue;
        tz_buffer_add(out, text + start, i - start);
        add_escape(out, text[i]);
        start = i + 1;
    }
    tz_buffer_add(out, text + start, size - start);
}
