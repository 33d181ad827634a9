/* markup.c: text in XML and HTML. */
#include "markup.h"

#include <string.h>

#include "mended.h"

void markup_add(tz_buffer *out, const char *text)
{
    tz_add_mended(out, text, strlen(text), tz_add_markup_escaped);
}
