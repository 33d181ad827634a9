/* language.h: the two languages of every message, side by side where the message is made. */
#ifndef TZ_TEXT_LANGUAGE_H
#define TZ_TEXT_LANGUAGE_H

#include "taizhang.h"

/* Picks one of two texts. */
#define TZ_PICK(language, zh, en) ((language) == TZ_ZH ? (zh) : (en))

/* Marks a function that takes a Chinese format as argument `zh`, an English one as argument `en`
 * and the values for either from argument `first` on: the compiler checks both formats. Where the
 * order of the values differs, one of the formats numbers them (%2$s). */
#define TZ_BOTH_FORMATS(zh, en, first)                                                             \
    __attribute__((format(printf, zh, first), format(printf, en, first)))

#endif
