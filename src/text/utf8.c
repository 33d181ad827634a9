#include "utf8.h"

#include "encoding.h"

/* The lengths of the sequences and the bounds of their second bytes: RFC 3629, section 4. The
 * bounds keep out overlong forms (E0, F0), surrogates (ED) and what is above U+10FFFF (F4). */
typedef struct lead_byte {
    int length;
    unsigned char second_low, second_high;
} lead_byte;

static lead_byte lead_byte_of(unsigned char byte)
{
    if (byte < 0x80)
        return (lead_byte){1, 0, 0};
    if (byte < 0xC2 || byte > 0xF4)
        return (lead_byte){TZ_UTF8_MALFORMED, 0, 0};
    if (byte < 0xE0)
        return (lead_byte){2, 0x80, 0xBF};
    if (byte < 0xF0)
        return (lead_byte){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    return (lead_byte){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

int tz_utf8_sequence(const char *bytes, size_t size)
{
    lead_byte lead = lead_byte_of((unsigned char)bytes[0]);
    for (int i = 1; i < lead.length; i++) {
        if ((size_t)i == size)
            return TZ_UTF8_CUT;
        unsigned char byte = (unsigned char)bytes[i];
        unsigned char low = i == 1 ? lead.second_low : 0x80;
        unsigned char high = i == 1 ? lead.second_high : 0xBF;
        if (byte < low || byte > high)
            return TZ_UTF8_MALFORMED;
    }
    return lead.length;
}

bool tz_utf8_is_valid(const char *bytes, size_t size, size_t *bad_offset)
{
    size_t offset = 0;
    int length = 1;
    while (offset < size && length > 0) {
        length = tz_utf8_sequence(bytes + offset, size - offset);
        offset += length > 0 ? (size_t)length : 0;
    }
    if (bad_offset != NULL)
        *bad_offset = length > 0 ? 0 : offset;
    return length > 0;
}
