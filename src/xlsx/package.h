/* package.h: the parts of an Office package: a zip file, and the XML in it. Internal to this
 * folder. */
#ifndef TZ_XLSX_PACKAGE_H
#define TZ_XLSX_PACKAGE_H

#include <stdint.h>
#include <zip.h>

#include "xlsx.h"

typedef struct tz_xlsx_package {
    zip_t *zip;
    uint64_t bytes_left; /* of TZ_XLSX_MOST_BYTES */
    tz_xlsx_problem problem;
} tz_xlsx_package;

/* Opens the bytes, which must stay. TZ_OK; TZ_REJECTED; TZ_NO_MEMORY. In any case
 * tz_xlsx_package_close. */
tz_status tz_xlsx_package_open(tz_xlsx_package *package, const void *bytes, size_t size);
void tz_xlsx_package_close(tz_xlsx_package *package);
/* TZ_REJECTED, for that reason. */
tz_status tz_xlsx_package_reject(tz_xlsx_package *package, tz_xlsx_problem problem);
bool tz_xlsx_package_has(const tz_xlsx_package *package, const char *part);

/* The name of the part with that index, from 0, or NULL. */
const char *tz_xlsx_package_part(const tz_xlsx_package *package, uint64_t index);

/* Takes a piece of a part, of at most 64 KiB. */
typedef tz_status tz_xlsx_piece_function(void *context, const char *bytes, size_t size);
/* Unpacks a part piece by piece. TZ_OK; TZ_REJECTED, also where there is no such part;
 * TZ_NO_MEMORY; what `take` returns. */
tz_status tz_xlsx_package_read(tz_xlsx_package *package, const char *part,
                               tz_xlsx_piece_function *take, void *context);

#endif
