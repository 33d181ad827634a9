/* embedded_file.h: a file that was built into the library (cmake/embed.cmake). */
#ifndef TZ_TEXT_EMBEDDED_FILE_H
#define TZ_TEXT_EMBEDDED_FILE_H

#include <stddef.h>

struct tz_embedded {
    const char *name; /* the file's name without what stands behind its first point */
    const char *text;
};

#endif
