/* package.c: a zip file whose bytes are in memory, unpacked piece by piece. */
#include "package.h"

#include <string.h>

enum {
    PIECE = 64 << 10,
    END_RECORD_SIZE = 22, /* of the central directory: APPNOTE.TXT 4.3.16 */
    LONGEST_COMMENT = 0xFFFF,
    LOCATOR_SIZE = 20 /* of the zip64 end record, which stands before it: 4.3.15 */
};

tz_status tz_xlsx_package_reject(tz_xlsx_package *package, tz_xlsx_problem problem)
{
    package->problem = problem;
    return TZ_REJECTED;
}

static bool has_mark(const unsigned char *bytes, const char *mark)
{
    return memcmp(bytes, mark, 4) == 0;
}

/* libzip makes room for as many parts as the directory says; every record that it could take for
 * the directory's end is looked at first. No workbook has so many parts that it needs zip64. */
static bool has_too_many_parts(const unsigned char *bytes, size_t size)
{
    size_t first =
        size > END_RECORD_SIZE + LONGEST_COMMENT ? size - END_RECORD_SIZE - LONGEST_COMMENT : 0;
    for (size_t at = first; at + END_RECORD_SIZE <= size; at++) {
        if (!has_mark(bytes + at, "PK\5\6"))
            continue;
        unsigned parts = bytes[at + 10] | (unsigned)bytes[at + 11] << 8;
        if (parts > TZ_XLSX_MOST_PARTS ||
            (at >= LOCATOR_SIZE && has_mark(bytes + at - LOCATOR_SIZE, "PK\6\7")))
            return true;
    }
    return false;
}

static tz_status check_kind(tz_xlsx_package *package, const unsigned char *bytes, size_t size)
{
    static const char compound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"; /* MS-CFB 2.2 */
    if (size >= sizeof compound - 1 && memcmp(bytes, compound, sizeof compound - 1) == 0)
        return tz_xlsx_package_reject(package, TZ_XLSX_COMPOUND);
    if (size < END_RECORD_SIZE || !has_mark(bytes, "PK\3\4"))
        return tz_xlsx_package_reject(package, TZ_XLSX_NOT_ZIP);
    if (has_too_many_parts(bytes, size))
        return tz_xlsx_package_reject(package, TZ_XLSX_TOO_LARGE);
    return TZ_OK;
}

/* Consumes `error`. */
static tz_status fail_zip(tz_xlsx_package *package, zip_error_t *error)
{
    int code = zip_error_code_zip(error);
    zip_error_fini(error);
    return code == ZIP_ER_MEMORY ? TZ_NO_MEMORY : tz_xlsx_package_reject(package, TZ_XLSX_DAMAGED);
}

tz_status tz_xlsx_package_open(tz_xlsx_package *package, const void *bytes, size_t size)
{
    zip_error_t error;
    *package = (tz_xlsx_package){.bytes_left = TZ_XLSX_MOST_BYTES};
    tz_status status = check_kind(package, bytes, size);
    if (status != TZ_OK)
        return status;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &error);
    if (source == NULL)
        return fail_zip(package, &error);
    package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (package->zip == NULL) {
        zip_source_free(source);
        return fail_zip(package, &error);
    }
    zip_error_fini(&error);
    return TZ_OK;
}

void tz_xlsx_package_close(tz_xlsx_package *package)
{
    if (package->zip != NULL)
        zip_discard(package->zip);
    package->zip = NULL;
}

/* Some programs write xl/Workbook.xml where they mean xl/workbook.xml: names don't differ by case
 * (ISO/IEC 29500-2, 6.2.2.3). */
static zip_int64_t find(const tz_xlsx_package *package, const char *part)
{
    return zip_name_locate(package->zip, part, ZIP_FL_NOCASE);
}

bool tz_xlsx_package_has(const tz_xlsx_package *package, const char *part)
{
    return find(package, part) >= 0;
}

const char *tz_xlsx_package_part(const tz_xlsx_package *package, uint64_t index)
{
    return zip_get_name(package->zip, index, 0);
}

static tz_status fail_part(tz_xlsx_package *package, zip_error_t *error)
{
    int code = zip_error_code_zip(error);
    if (code == ZIP_ER_MEMORY)
        return TZ_NO_MEMORY;
    return tz_xlsx_package_reject(package, code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD ||
                                                   code == ZIP_ER_ENCRNOTSUPP
                                               ? TZ_XLSX_ENCRYPTED
                                               : TZ_XLSX_DAMAGED);
}

static tz_status read_pieces(tz_xlsx_package *package, zip_file_t *file,
                             tz_xlsx_piece_function *take, void *context)
{
    char piece[PIECE];
    tz_status status = TZ_OK;
    zip_int64_t size = 1;
    while (status == TZ_OK && size > 0) {
        size = zip_fread(file, piece, sizeof piece);
        if (size < 0)
            return fail_part(package, zip_file_get_error(file));
        if ((uint64_t)size > package->bytes_left)
            return tz_xlsx_package_reject(package, TZ_XLSX_TOO_LARGE);
        package->bytes_left -= (uint64_t)size;
        if (size > 0)
            status = take(context, piece, (size_t)size);
    }
    return status;
}

tz_status tz_xlsx_package_read(tz_xlsx_package *package, const char *part,
                               tz_xlsx_piece_function *take, void *context)
{
    zip_int64_t index = find(package, part);
    if (index < 0)
        return tz_xlsx_package_reject(package, TZ_XLSX_MALFORMED);
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (file == NULL)
        return fail_part(package, zip_get_error(package->zip));
    tz_status status = read_pieces(package, file, take, context);
    zip_fclose(file);
    return status;
}
