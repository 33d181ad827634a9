#include "fold.h"

#include <string.h>
#include <utf8proc.h>

#include "radicals.h"

/* Continuation bytes are 10xxxxxx. */
static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

uint32_t tz_utf8_next(const char **cursor, const char *end)
{
    static const unsigned char lead_masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const char *next = *cursor + 1;
    while (next < end && is_continuation(*next))
        next++;
    uint32_t character = (unsigned char)**cursor & lead_masks[next - *cursor];
    for (const char *byte = *cursor + 1; byte < next; byte++)
        character = character << 6 | ((unsigned char)*byte & 0x3F);
    *cursor = next;
    return character;
}

void tz_utf8_add(tz_buffer *buffer, uint32_t character)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
    tz_buffer_add(buffer, (const char *)bytes, (size_t)size);
}

size_t tz_utf8_length(const char *text, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < size; i++)
        length += !is_continuation(text[i]);
    return length;
}

static bool is_between(uint32_t character, uint32_t first, uint32_t last)
{
    return character >= first && character <= last;
}

bool tz_is_han(uint32_t character)
{
    return is_between(character, 0x4E00, 0x9FFF) || is_between(character, 0x3400, 0x4DBF) ||
           character == 0x3007 || character == 0x3005 || /* 〇 々 */
           is_between(character, 0x2E80, 0x2FD5) ||      /* radicals */
           is_between(character, 0xF900, 0xFAFF) ||      /* compatibility ideographs */
           is_between(character, 0x20000, 0x3FFFD);      /* the ideographic planes */
}

/* The marks of GB/T 15834 that Unicode shares between Chinese and Western text: ·—―‘’“”… */
static bool is_shared_mark(uint32_t character)
{
    return character == 0x00B7 || is_between(character, 0x2014, 0x2015) ||
           is_between(character, 0x2018, 0x2019) || is_between(character, 0x201C, 0x201D) ||
           character == 0x2026;
}

bool tz_is_chinese(uint32_t character)
{
    return tz_is_han(character) || is_between(character, 0x3001, 0x303F) ||
           is_between(character, 0xFF01, 0xFF60) || is_between(character, 0xFFE0, 0xFFE6) ||
           is_shared_mark(character);
}

bool tz_is_blank(uint32_t character)
{
    return character == ' ' || character == '\t' || character == 0x00A0 || character == 0x3000 ||
           is_between(character, 0x2000, 0x200D) || /* typographic and zero-width spaces */
           character == 0x202F || character == 0x205F || character == 0x2060 ||
           character == 0xFEFF; /* a byte order mark that stands inside a text */
}

static bool is_trimmed(uint32_t character)
{
    return tz_is_blank(character) || character == '\n' || character == '\r';
}

void tz_trim(const char **text, size_t *size)
{
    const char *end = *text + *size;
    const char *start = *text;
    for (const char *next = start; start < end && is_trimmed(tz_utf8_next(&next, end));)
        start = next;
    while (end > start) {
        const char *last = end - 1;
        while (last > start && is_continuation(*last))
            last--;
        const char *next = last;
        if (!is_trimmed(tz_utf8_next(&next, end)))
            break;
        end = last;
    }
    *text = start;
    *size = (size_t)(end - start);
}

/* What Unicode's compatibility decomposition (NFKC's) makes of one character, where that is one
 * character. */
static uint32_t compatible(uint32_t character)
{
    utf8proc_int32_t decomposed[4];
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)character, decomposed, 4,
                                                     UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, NULL);
    return count == 1 ? (uint32_t)decomposed[0] : character;
}

uint32_t tz_fold_radical(uint32_t character)
{
    uint32_t ideograph = tz_ideograph_of_radical(character);
    if (ideograph != 0)
        return ideograph;
    bool is_look_alike = is_between(character, 0x2F00, 0x2FD5) ||
                         is_between(character, 0xF900, 0xFAFF) ||
                         is_between(character, 0x2F800, 0x2FA1F);
    return is_look_alike ? compatible(character) : character;
}

uint32_t tz_fold_character(uint32_t character)
{
    bool is_wide_ascii = is_between(character, 0xFF01, 0xFF5E) || character == 0x3000;
    return is_wide_ascii ? compatible(character) : tz_fold_radical(character);
}

void tz_fold_width(tz_buffer *folded, const char *text, size_t size)
{
    const char *end = text + size;
    for (const char *cursor = text; cursor < end;)
        tz_utf8_add(folded, tz_fold_character(tz_utf8_next(&cursor, end)));
}
