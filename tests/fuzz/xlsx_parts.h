/* xlsx_parts.h: puts a workbook together from the text of its parts, as a zip whose parts are
 * stored. */
#ifndef TZ_TEST_XLSX_PARTS_H
#define TZ_TEST_XLSX_PARTS_H

#include <stddef.h>
#include <stdint.h>

typedef enum xlsx_part {
    XLSX_SHEET,
    XLSX_STRINGS,
    XLSX_STYLES,
    XLSX_BOOK,
    XLSX_BOOK_RELATIONS,
    XLSX_RELATIONS,
    XLSX_PART_COUNT
} xlsx_part;

typedef struct xlsx_bytes {
    const char *bytes; /* NULL: a sound one that names the others */
    size_t size;
} xlsx_bytes;

/* The zip, of `*size` bytes; free it. */
uint8_t *xlsx_pack(const xlsx_bytes parts[XLSX_PART_COUNT], size_t *size);

#endif
