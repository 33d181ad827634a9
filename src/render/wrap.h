/* wrap.h: text in the columns of a terminal, where a Chinese character takes two. */
#ifndef TZ_RENDER_WRAP_H
#define TZ_RENDER_WRAP_H

#include <stddef.h>

#include "buffer.h"

/* Adds well-formed UTF-8 as one line that is safe on a terminal: line ends and tabs become blanks,
 * other control characters, which could move the cursor or change the window, U+FFFD. */
void tz_add_printable(tz_buffer *out, const char *text, size_t size);

/* All of these take printable text and need an LC_CTYPE of UTF-8. */

/* The columns that `text` takes. */
size_t tz_text_width(const char *text);
/* The columns that its widest part takes that should not be broken: a word, a character and the
 * punctuation that sticks to it. */
size_t tz_text_widest_part(const char *text);
/* How many bytes of `text` go into a line of `width` (at least 2) columns; blanks at its end need
 * no room. The line is broken at a blank or beside a Chinese character, but not before 、，。）or
 * after （《; in the middle of a word only where the word is longer than the line. Never 0 but for
 * "". */
size_t tz_text_fit(const char *text, size_t width);

#endif
