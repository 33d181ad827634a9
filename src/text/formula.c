#include "formula.h"

#include <string.h>

bool tz_is_like_formula(const char *text, size_t size)
{
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
    while (size > 0 && *text == '\'') {
        text++;
        size--;
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t length = strlen(starts[i]);
        if (size >= length && memcmp(text, starts[i], length) == 0)
            return true;
    }
    return false;
}
