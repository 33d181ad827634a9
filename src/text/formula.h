/* formula.h: text that Excel would run as a formula, and the apostrophe that keeps it from it. */
#ifndef TZ_TEXT_FORMULA_H
#define TZ_TEXT_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

/* True where the text begins like a formula: with = + - @, full-width ones too, a tab or a line
 * end, or with apostrophes before one of these. Written for Excel such text gets an apostrophe
 * before it; read back, it loses one. */
bool tz_is_like_formula(const char *text, size_t size);

#endif
