/* fold.h: one form for characters that mean the same. */
#ifndef TZ_TEXT_FOLD_H
#define TZ_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

/* Decodes the character at `*cursor` (valid UTF-8, before `end`) and moves the cursor past it. */
uint32_t tz_utf8_next(const char **cursor, const char *end);
void tz_utf8_add(tz_buffer *buffer, uint32_t character);
/* How many characters a valid UTF-8 text has. */
size_t tz_utf8_length(const char *text, size_t size);

/* A Han character (radicals, 〇 and 々 included). */
bool tz_is_han(uint32_t character);
/* A Han character, a CJK punctuation mark (also those shared with Western text: ·—‘’“”…), or a
 * full-width form: blanks beside one are no word gaps. */
bool tz_is_chinese(uint32_t character);
bool tz_is_blank(
    uint32_t character); /* space, tab, U+00A0, U+3000, zero-width ones; not newlines */
/* Takes blanks and line breaks off both ends of a valid UTF-8 text. */
void tz_trim(const char **text, size_t *size);

/* The plain Han character for a radical look-alike (Kangxi U+2F00–2FD5, CJK radicals supplement
 * U+2E80–2EFF, compatibility ideographs), which copying from PDF leaves; any other is returned as
 * it is. */
uint32_t tz_fold_radical(uint32_t character);

/* The character with a full-width ASCII form (１２％Ａ，, U+3000) made half width and a radical
 * folded. */
uint32_t tz_fold_character(uint32_t character);
/* Appends `text` (valid UTF-8) with every character folded so: for comparing and for reading
 * values, not for printing. */
void tz_fold_width(tz_buffer *folded, const char *text, size_t size);

/* Edit distance in characters between two valid UTF-8 texts, for proposing the nearest names: how
 * many have to be put in, taken out or replaced. Of a long text only the first 128 characters are
 * compared, and the others count as different. */
size_t tz_edit_distance(const char *a, const char *b);

#endif
