#include "language.h"

#include <stdbool.h>
#include <string.h>

/* Whether `locale` is `name`, alone or with a charset behind it: C, C.UTF-8. */
static bool names(const char *locale, const char *name)
{
    size_t length = strlen(name);
    return strncmp(locale, name, length) == 0 && (locale[length] == '\0' || locale[length] == '.');
}

tz_language tz_language_of_locale(const char *locale)
{
    if (locale == NULL || locale[0] == '\0' || names(locale, "C") || names(locale, "POSIX"))
        return TZ_ZH;
    return strncmp(locale, "zh", 2) == 0 ? TZ_ZH : TZ_EN;
}
