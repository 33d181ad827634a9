#define _XOPEN_SOURCE 700 /* newlocale */
#include "utf8_locale.h"

#include <errno.h>

void tz_utf8_locale_enter(tz_utf8_locale *locale)
{
    locale->own = newlocale(LC_CTYPE_MASK | LC_NUMERIC_MASK, "C.UTF-8", (locale_t)0);
    locale->previous = locale->own ? uselocale(locale->own) : (locale_t)0;
}

void tz_utf8_locale_leave(tz_utf8_locale *locale)
{
    int reason = errno;
    if (locale->own) {
        uselocale(locale->previous);
        freelocale(locale->own);
    }
    errno = reason;
}
