/* phrase.h: a task's text as a row of characters, and the matching of words in it. */
#ifndef TZ_NOTICE_PHRASE_H
#define TZ_NOTICE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters are folded for matching: letters, digits and signs of numbers half width, punctuation
 * full width, no blanks but between two Latin words. */
typedef struct notice_phrase {
    uint32_t *characters;
    bool *is_covered; /* inside quotes or brackets, these included: a name or a remark, not the
                         sentence */
    size_t length;
} notice_phrase;

/* The characters from `start` up to, not including, `end`. */
typedef struct notice_range {
    size_t start, end;
} notice_range;

/* Words to match, closed by NULL. */
typedef const char *const notice_words[];

/* False when memory ran out. To be closed either way. */
bool notice_phrase_open(notice_phrase *phrase, const char *text);
void notice_phrase_close(notice_phrase *phrase);

/* The character at `at`, or 0 outside of the phrase. */
uint32_t notice_phrase_at(const notice_phrase *phrase, size_t at);

/* The length of `word` where the span begins with it, else 0; of the longest of `words` that it
 * begins with; of the longest that it ends with. */
size_t notice_begins_with(const notice_phrase *phrase, notice_range span, const char *word);
size_t notice_begins_with_any(const notice_phrase *phrase, notice_range span,
                              const char *const *words);
size_t notice_ends_with_any(const notice_phrase *phrase, notice_range span,
                            const char *const *words);

/* Where in the span, outside of quotes and brackets, the first of `words` begins; `span.end` where
 * none does. */
size_t notice_find_any(const notice_phrase *phrase, notice_range span, const char *const *words);
/* The same with quotes and brackets looked into. */
bool notice_holds_any(const notice_phrase *phrase, notice_range span, const char *const *words);

/* The first stop (，。；：！？ or a line's end) in the span, outside of quotes and brackets, or
 * `span.end`. */
size_t notice_clause_end(const notice_phrase *phrase, notice_range span);
bool notice_is_stop(uint32_t character);

bool notice_is_digit(uint32_t character);
bool notice_is_latin(uint32_t character);

#endif
