/* parts.h: what a workbook has besides its sheets. Internal to this folder. */
#ifndef TZ_XLSX_PARTS_H
#define TZ_XLSX_PARTS_H

#include "rich_text.h"

enum { TZ_XLSX_LONGEST_NAME = 256 };

/* ---- relations.c: which part is which, by the relationships of another. */

typedef struct tz_xlsx_relation {
    char id[64];
    char type[32]; /* the end of its URI: officeDocument, worksheet, styles, sharedStrings */
    char part[TZ_XLSX_LONGEST_NAME];
} tz_xlsx_relation;

typedef struct tz_xlsx_relations {
    tz_xlsx_relation *items;
    size_t count;
} tz_xlsx_relations;

/* Those of `part` ("" is the package itself), none where it has none. What lies outside of the
 * file is left out. Free with tz_xlsx_relations_free also on failure. */
tz_status tz_xlsx_relations_read(tz_xlsx_package *package, const char *part,
                                 tz_xlsx_relations *relations);
void tz_xlsx_relations_free(tz_xlsx_relations *relations);
/* The part of that type, or of that id, or NULL. */
const char *tz_xlsx_relation_of_type(const tz_xlsx_relations *relations, const char *type);
const char *tz_xlsx_relation_of_id(const tz_xlsx_relations *relations, const char *id);

/* ---- strings.c: shared strings. */

typedef struct tz_xlsx_strings {
    tz_buffer bytes; /* one behind the other, each with its NUL */
    size_t *starts;
    size_t count, capacity;
} tz_xlsx_strings;

/* Free with tz_xlsx_strings_free also on failure. */
tz_status tz_xlsx_strings_read(tz_xlsx_package *package, const char *part,
                               tz_xlsx_strings *strings);
void tz_xlsx_strings_free(tz_xlsx_strings *strings);
/* NULL: no such string. */
const char *tz_xlsx_string_at(const tz_xlsx_strings *strings, size_t index);

/* ---- styles.c: what a cell's style shows numbers as. */

typedef struct tz_xlsx_styles {
    unsigned char *formats; /* a tz_xlsx_number_format by the style's index */
    size_t count, capacity;
} tz_xlsx_styles;

/* Free with tz_xlsx_styles_free also on failure. */
tz_status tz_xlsx_styles_read(tz_xlsx_package *package, const char *part, tz_xlsx_styles *styles);
void tz_xlsx_styles_free(tz_xlsx_styles *styles);
tz_xlsx_number_format tz_xlsx_style_format(const tz_xlsx_styles *styles, size_t index);

/* ---- xlsx.c */

typedef struct tz_xlsx_sheet {
    char *name;
    char part[TZ_XLSX_LONGEST_NAME];
} tz_xlsx_sheet;

struct tz_xlsx {
    tz_xlsx_package package;
    void *bytes; /* of a file; NULL where they are the caller's */
    tz_xlsx_sheet *sheets;
    size_t sheet_count;
    bool is_1904;
    tz_xlsx_strings strings;
    tz_xlsx_styles styles;
};

/* Makes room for one more in a list that doubles. False: memory ran out. */
bool tz_xlsx_list_grow(void **items, size_t item_size, size_t count, size_t *capacity);

#endif
