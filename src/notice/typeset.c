/* typeset.c: blanks, widths and punctuation of Chinese print. */
#include "typeset.h"

#include "fold.h"

enum { KNOWN_DEPTH = 32 };

typedef struct typesetter {
    tz_buffer *out;
    notice_span rest;
    const char *next_known; /* until here `next` holds */
    uint32_t next;        /* the next character that is neither blank nor half-width punctuation */
    uint32_t before;      /* the last character put */
    uint32_t before_mark; /* … that is no half-width punctuation */
    bool has_blank;       /* since then */
    bool is_quoted;       /* an odd number of " came */
    size_t depth;
    bool is_wide[KNOWN_DEPTH]; /* of the open brackets */
} typesetter;

/* Full-width digits, letters and % are printed half width in Chinese text. */
static uint32_t narrow(uint32_t character)
{
    bool is_digit = character >= 0xFF10 && character <= 0xFF19;
    bool is_upper = character >= 0xFF21 && character <= 0xFF3A;
    bool is_lower = character >= 0xFF41 && character <= 0xFF5A;
    return is_digit || is_upper || is_lower || character == 0xFF05 ? character - 0xFEE0 : character;
}

static bool is_half_width_mark(uint32_t character)
{
    return character == ',' || character == ';' || character == ':' || character == '!' ||
           character == '?' || character == '(' || character == ')';
}

/* Quotation marks, dashes and ellipses stand outside of the CJK blocks but are Chinese here. */
static bool is_chinese(uint32_t character)
{
    return tz_is_chinese(character) || (character >= 0x2014 && character <= 0x201D) ||
           character == 0x2026 || character == 0xB7;
}

static bool is_latin_letter(uint32_t character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/* The character that decides, on the right, whether a mark stands in Chinese; 0 at the end. */
static uint32_t next_character(typesetter *setter)
{
    if (setter->next_known != NULL && setter->rest.begin < setter->next_known)
        return setter->next;
    notice_span rest = setter->rest;
    setter->next = 0;
    while (!notice_span_is_empty(rest) && setter->next == 0) {
        uint32_t character = notice_span_take_first(&rest);
        if (!notice_is_space(character) && !is_half_width_mark(character))
            setter->next = character;
    }
    setter->next_known = rest.begin;
    return setter->next;
}

/* A mark belongs to Latin text only between Latin letters. */
static bool stands_in_chinese(typesetter *setter)
{
    uint32_t before = setter->before_mark, next = next_character(setter);
    return is_chinese(before) || is_chinese(next) || !is_latin_letter(before) ||
           !is_latin_letter(next);
}

/* The mark of 5.5, 8:30 or 1,000, with no blank on either side; 100,2023年 holds no such mark. */
static bool stands_in_number(const typesetter *setter, uint32_t mark)
{
    notice_span rest = setter->rest;
    int number;
    if (mark != '.' && mark != 0xFF0E && mark != ':' && mark != ',')
        return false;
    if (setter->has_blank || notice_digit(setter->before) < 0)
        return false;
    size_t digits = notice_span_take_digits(&rest, &number);
    return mark == ',' ? digits == 3 : digits > 0;
}

static uint32_t wide_bracket(typesetter *setter, uint32_t bracket)
{
    if (bracket == '(') {
        bool is_wide = stands_in_chinese(setter);
        if (setter->depth < KNOWN_DEPTH)
            setter->is_wide[setter->depth] = is_wide;
        setter->depth++;
        return is_wide ? 0xFF08 : bracket;
    }
    bool is_known = setter->depth > 0 && --setter->depth < KNOWN_DEPTH;
    bool is_wide = is_known ? setter->is_wide[setter->depth] : stands_in_chinese(setter);
    return is_wide ? 0xFF09 : bracket;
}

static uint32_t wide_mark(typesetter *setter, uint32_t mark)
{
    if (mark == '(' || mark == ')')
        return wide_bracket(setter, mark);
    return stands_in_chinese(setter) ? mark + 0xFEE0 : mark;
}

/* The form in which a character is printed; its neighbours decide. */
static uint32_t printed_form(typesetter *setter, uint32_t character)
{
    if (stands_in_number(setter, character))
        return character == 0xFF0E ? '.' : character;
    if (is_half_width_mark(character))
        return wide_mark(setter, character);
    if (character == '"' && stands_in_chinese(setter)) {
        setter->is_quoted = !setter->is_quoted;
        return setter->is_quoted ? 0x201C : 0x201D;
    }
    uint32_t next = notice_span_first(setter->rest);
    if (character == '.' && tz_is_han(setter->before) && (next == 0 || is_chinese(next)))
        return 0x3002;
    return narrow(character);
}

static void put(typesetter *setter, uint32_t character)
{
    bool is_between_words = setter->before != 0 && !is_chinese(setter->before) &&
                            !is_chinese(character) && character != '%';
    if (setter->has_blank && is_between_words)
        tz_buffer_add_char(setter->out, ' ');
    tz_utf8_add(setter->out, character);
    setter->has_blank = false;
    setter->before = character;
    if (!is_half_width_mark(character))
        setter->before_mark = character;
}

void notice_typeset(tz_buffer *out, notice_span text)
{
    typesetter setter = {.out = out, .rest = text};
    while (!notice_span_is_empty(setter.rest)) {
        uint32_t character = notice_span_take_first(&setter.rest);
        if (notice_is_space(character))
            setter.has_blank = true;
        else
            put(&setter, printed_form(&setter, character));
    }
}

const char *notice_typeset_copy(notice_reader *reader, notice_span text)
{
    tz_buffer out = {0};
    notice_typeset(&out, text);
    const char *copy =
        out.failed ? NULL : notice_memory_copy(reader->memory, tz_buffer_text(&out), out.size);
    tz_buffer_free(&out);
    if (copy == NULL)
        reader->failed = true;
    return copy;
}
