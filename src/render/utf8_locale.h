/* utf8_locale.h: the decimal point and the character widths of C.UTF-8 in this thread, so that what
 * is written doesn't depend on the locale of the program. */
#ifndef TZ_RENDER_UTF8_LOCALE_H
#define TZ_RENDER_UTF8_LOCALE_H

#include <locale.h>

typedef struct tz_utf8_locale {
    locale_t own, previous;
} tz_utf8_locale;

/* Where that locale is missing the program's own has to do. */
void tz_utf8_locale_enter(tz_utf8_locale *locale);
/* errno stays as it is. */
void tz_utf8_locale_leave(tz_utf8_locale *locale);

#endif
