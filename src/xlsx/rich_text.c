/* rich_text.c: strings of a workbook, with their escapes. */
#include "rich_text.h"

#include <string.h>

#include "fold.h"

void tz_xlsx_rich_text_start(tz_xlsx_rich_text *rich, const char *name)
{
    if (strcmp(name, "rPh") == 0)
        rich->is_phonetic = true;
    else if (strcmp(name, "t") == 0)
        rich->is_text = !rich->is_phonetic;
}

void tz_xlsx_rich_text_end(tz_xlsx_rich_text *rich, const char *name)
{
    if (strcmp(name, "rPh") == 0)
        rich->is_phonetic = false;
    else if (strcmp(name, "t") == 0)
        rich->is_text = false;
}

void tz_xlsx_rich_text_add(tz_xlsx_xml *xml, tz_xlsx_rich_text *rich, const char *text, size_t size)
{
    if (rich->is_text)
        tz_xlsx_text_add(xml, &rich->text, text, size);
}

void tz_xlsx_text_add(tz_xlsx_xml *xml, tz_buffer *buffer, const char *text, size_t size)
{
    if (buffer->size + size > TZ_XLSX_LONGEST_CELL) {
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
        return;
    }
    tz_buffer_add(buffer, text, size);
    if (buffer->failed)
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
}

static int digit_of(char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *digit =
        byte == '\0' ? NULL : strchr(digits, byte >= 'a' && byte <= 'f' ? byte - 'a' + 'A' : byte);
    return digit == NULL ? -1 : (int)(digit - digits);
}

/* _xHHHH_, as characters that XML can't hold are written (ISO/IEC 29500-1, 22.4.2.4). */
static bool read_escape(const char *text, uint32_t *character)
{
    if (text[0] != '_' || text[1] != 'x')
        return false;
    *character = 0;
    for (int i = 2; i < 6; i++) {
        int digit = digit_of(text[i]);
        if (digit < 0)
            return false;
        *character = *character * 16 + (uint32_t)digit;
    }
    return text[6] == '_';
}

/* Control characters mean nothing in an entry, and half a surrogate pair is none. */
static bool is_kept(uint32_t character)
{
    return character == '\n' || character == '\t' ||
           (character >= ' ' && character != 0x7F && (character < 0xD800 || character > 0xDFFF) &&
            character < 0xFFFE);
}

static void add_character(tz_buffer *text, uint32_t character, bool *was_return)
{
    bool is_break_behind_return = character == '\n' && *was_return;
    *was_return = character == '\r';
    if (is_break_behind_return)
        return;
    if (character == '\r')
        character = '\n';
    if (is_kept(character))
        tz_utf8_add(text, character);
}

void tz_xlsx_text_finish(tz_buffer *buffer)
{
    enum { ESCAPE_SIZE = 7 };
    tz_buffer text = {0};
    bool was_return = false;
    if (buffer->size == 0 || (strstr(buffer->bytes, "_x") == NULL && !strchr(buffer->bytes, '\r')))
        return;
    const char *end = buffer->bytes + buffer->size;
    for (const char *at = buffer->bytes; at < end;) {
        uint32_t character;
        if (read_escape(at, &character))
            at += ESCAPE_SIZE;
        else
            character = tz_utf8_next(&at, end);
        add_character(&text, character, &was_return);
    }
    if (text.failed)
        buffer->failed = true;
    tz_buffer_clear(buffer);
    tz_buffer_add(buffer, tz_buffer_text(&text), text.size);
    tz_buffer_free(&text);
}
