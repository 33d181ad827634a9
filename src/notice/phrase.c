/* phrase.c: a task's text as a row of characters. */
#include "phrase.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"

bool notice_is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

bool notice_is_latin(uint32_t character)
{
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

bool notice_is_stop(uint32_t character)
{
    return character == U'，' || character == U'。' || character == U'；' || character == U'：' ||
           character == U'！' || character == U'？' || character == '\n';
}

/* ---------------------------------------------------------------- folding */

/* １２％Ａ－～ are read as 12%A-~. */
static uint32_t fold_number_sign(uint32_t character)
{
    uint32_t plain = character - 0xFEE0u;
    if (character < 0xFF01u || character > 0xFF5Eu)
        return character;
    if (notice_is_digit(plain) || notice_is_latin(plain) || strchr("%.+-/~", (int)plain) != NULL)
        return plain;
    return character;
}

/* A converter leaves , ; : ( ) where an office prints ，；：（）. */
static uint32_t fold_punctuation(uint32_t character)
{
    switch (character) {
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
        return character + 0xFEE0u;
    default:
        return character;
    }
}

/* Blanks stay between Latin words only, 1,000 keeps its comma. */
static void tidy(notice_phrase *phrase)
{
    uint32_t *characters = phrase->characters;
    size_t kept = 0;
    for (size_t at = 0; at < phrase->length; at++) {
        uint32_t before = kept > 0 ? characters[kept - 1] : 0;
        uint32_t after = at + 1 < phrase->length ? characters[at + 1] : 0;
        uint32_t character = characters[at];
        if (tz_is_blank(character) && !(notice_is_latin(before) && notice_is_latin(after)))
            continue;
        if (character != ',' || !notice_is_digit(before) || !notice_is_digit(after))
            character = fold_punctuation(character);
        characters[kept++] = character;
    }
    phrase->length = kept;
}

/* ---------------------------------------------------------------- quotes and brackets */

static const struct pair {
    uint32_t open, close;
} pairs[] = {{U'“', U'”'},   {U'‘', U'’'},   {U'《', U'》'}, {U'「', U'」'},
             {U'（', U'）'}, {U'〔', U'〕'}, {U'【', U'】'}, {'"', '"'}};

/* A pair that never closes covers nothing, so that one stray mark does not hide the rest of the
 * text. */
static void cover(notice_phrase *phrase, const struct pair *pair)
{
    size_t depth = 0;
    size_t first = 0;
    for (size_t at = 0; at < phrase->length; at++) {
        uint32_t character = phrase->characters[at];
        bool closes = character == pair->close && depth > 0;
        if (closes && --depth == 0)
            memset(phrase->is_covered + first, true, at - first + 1);
        else if (!closes && character == pair->open && depth++ == 0)
            first = at;
    }
}

/* ---------------------------------------------------------------- opening and closing */

bool notice_phrase_open(notice_phrase *phrase, const char *text)
{
    size_t size = strlen(text);
    const char *cursor = text;
    *phrase = (notice_phrase){0};
    phrase->characters = calloc(size + 1, sizeof *phrase->characters);
    phrase->is_covered = calloc(size + 1, sizeof *phrase->is_covered);
    if (phrase->characters == NULL || phrase->is_covered == NULL)
        return false;
    while (cursor < text + size)
        phrase->characters[phrase->length++] = fold_number_sign(tz_utf8_next(&cursor, text + size));
    tidy(phrase);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        cover(phrase, &pairs[i]);
    return true;
}

void notice_phrase_close(notice_phrase *phrase)
{
    free(phrase->characters);
    free(phrase->is_covered);
    *phrase = (notice_phrase){0};
}

uint32_t notice_phrase_at(const notice_phrase *phrase, size_t at)
{
    return at < phrase->length ? phrase->characters[at] : 0;
}

/* ---------------------------------------------------------------- matching */

size_t notice_begins_with(const notice_phrase *phrase, notice_range span, const char *word)
{
    const char *cursor = word;
    const char *end = word + strlen(word);
    size_t at = span.start;
    while (cursor < end) {
        if (at >= span.end || phrase->characters[at] != tz_utf8_next(&cursor, end))
            return 0;
        at++;
    }
    return at - span.start;
}

size_t notice_begins_with_any(const notice_phrase *phrase, notice_range span,
                              const char *const *words)
{
    size_t longest = 0;
    for (; *words != NULL; words++) {
        size_t length = notice_begins_with(phrase, span, *words);
        if (length > longest)
            longest = length;
    }
    return longest;
}

size_t notice_ends_with_any(const notice_phrase *phrase, notice_range span,
                            const char *const *words)
{
    size_t longest = 0;
    for (; *words != NULL; words++) {
        size_t length = tz_utf8_length(*words, strlen(*words));
        notice_range tail = {span.end - length, span.end};
        if (length > longest && length <= span.end - span.start &&
            notice_begins_with(phrase, tail, *words) == length)
            longest = length;
    }
    return longest;
}

size_t notice_find_any(const notice_phrase *phrase, notice_range span, const char *const *words)
{
    for (; span.start < span.end; span.start++)
        if (!phrase->is_covered[span.start] && notice_begins_with_any(phrase, span, words) > 0)
            return span.start;
    return span.end;
}

bool notice_holds_any(const notice_phrase *phrase, notice_range span, const char *const *words)
{
    for (; span.start < span.end; span.start++)
        if (notice_begins_with_any(phrase, span, words) > 0)
            return true;
    return false;
}

size_t notice_clause_end(const notice_phrase *phrase, notice_range span)
{
    for (size_t at = span.start; at < span.end; at++)
        if (!phrase->is_covered[at] && notice_is_stop(phrase->characters[at]))
            return at;
    return span.end;
}
