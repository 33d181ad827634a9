/* separator.h: which character divides the cells of a CSV file. */
#ifndef TZ_TEXT_SEPARATOR_H
#define TZ_TEXT_SEPARATOR_H

#include <stdbool.h>
#include <stddef.h>

/* Start as {0}. */
typedef struct tz_separator_search {
    size_t commas, semicolons, tabs;
    bool is_quoted, has_text;
    bool has_ended; /* the first row has been read to its end */
} tz_separator_search;

/* Goes on with the next bytes of the file, and stops behind the first row that isn't blank. */
void tz_separator_search_add(tz_separator_search *search, const char *bytes, size_t size);
/* The separator by what was seen: ',' ';' or tab. */
char tz_separator_found(const tz_separator_search *search);

#endif
