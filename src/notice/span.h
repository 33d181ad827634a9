/* span.h: a stretch of a text that stands elsewhere, and what its characters are. */
#ifndef TZ_NOTICE_SPAN_H
#define TZ_NOTICE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Valid UTF-8 from `begin` up to `end`; not NUL-terminated. */
typedef struct notice_span {
    const char *begin, *end;
} notice_span;

notice_span notice_span_of(const char *text);
size_t notice_span_size(notice_span span);
bool notice_span_is_empty(notice_span span);
/* Without the blanks and line ends on both sides. */
notice_span notice_span_trim(notice_span span);

bool notice_span_starts(notice_span span, const char *text);
bool notice_span_ends(notice_span span, const char *text);
bool notice_span_equals(notice_span span, const char *text);
/* Where `text` first stands in the span, or NULL. */
const char *notice_span_find(notice_span span, const char *text);
bool notice_span_contains(notice_span span, const char *text);
/* Whether one of `count` texts stands in the span. */
bool notice_span_contains_any(notice_span span, const char *const *texts, size_t count);
/* Takes `text` off the front or off the end where it stands there. */
bool notice_span_take(notice_span *span, const char *text);
bool notice_span_take_last(notice_span *span, const char *text);

/* The first and the last character, 0 in an empty span. */
uint32_t notice_span_first(notice_span span);
uint32_t notice_span_last(notice_span span);
/* The same, taken off. */
uint32_t notice_span_take_first(notice_span *span);
uint32_t notice_span_take_end(notice_span *span);

/* Takes a run of digits, also full-width ones, off the front; how many they were. `*number` is
 * their value, and -1 where it has more than four digits. */
size_t notice_span_take_digits(notice_span *span, int *number);

/* A blank or a line end. */
bool notice_is_space(uint32_t character);
/* 0 to 9, also full-width; -1 for any other character. */
int notice_digit(uint32_t character);
/* - — – and the other dashes that page numbers stand between. */
bool notice_is_dash(uint32_t character);

/* Brackets by their shape: full and half width are one. */
typedef enum notice_bracket {
    NOTICE_NO_BRACKET,
    NOTICE_ROUND,     /* () （） */
    NOTICE_SQUARE,    /* [] ［］ */
    NOTICE_TORTOISE,  /* 〔〕 */
    NOTICE_LENTICULAR /* 【】 */
} notice_bracket;

notice_bracket notice_opening(uint32_t character);
notice_bracket notice_closing(uint32_t character);

#endif
