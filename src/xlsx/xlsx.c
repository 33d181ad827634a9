/* xlsx.c: opening a workbook: its list of sheets, its strings, its formats. */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "parts.h"

bool tz_xlsx_list_grow(void **items, size_t item_size, size_t count, size_t *capacity)
{
    if (count < *capacity)
        return true;
    size_t grown = *capacity > 0 ? *capacity * 2 : 16;
    void *moved = realloc(*items, grown * item_size);
    if (moved == NULL)
        return false;
    *items = moved;
    *capacity = grown;
    return true;
}

/* ---- the list of sheets */

typedef struct sheet_list {
    tz_xlsx *workbook;
    const tz_xlsx_relations *relations;
    size_t capacity;
    size_t listed; /* also what is none */
} sheet_list;

/* Sheets that aren't tables of cells, charts, have another type of relation, and none comes here
 * that can't be read: its part is looked for when it is. Each is counted before it is looked up,
 * for one that leads nowhere takes the longest to find. */
static void take_sheet(tz_xlsx_xml *xml, sheet_list *list, const char *const *attributes)
{
    tz_xlsx *workbook = list->workbook;
    if (++list->listed > TZ_XLSX_MOST_SHEETS) {
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
        return;
    }
    const char *name = tz_xlsx_xml_attribute(attributes, "name");
    const char *id = tz_xlsx_xml_attribute(attributes, "r:id");
    const char *part = id != NULL ? tz_xlsx_relation_of_id(list->relations, id) : NULL;
    if (name == NULL || part == NULL)
        return;
    char *copy = strdup(name);
    if (copy == NULL || !tz_xlsx_list_grow((void **)&workbook->sheets, sizeof *workbook->sheets,
                                           workbook->sheet_count, &list->capacity)) {
        free(copy);
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
        return;
    }
    tz_xlsx_sheet *sheet = &workbook->sheets[workbook->sheet_count++];
    sheet->name = copy;
    snprintf(sheet->part, sizeof sheet->part, "%s", part);
}

static void take_start(tz_xlsx_xml *xml, void *context, const char *name,
                       const char *const *attributes)
{
    sheet_list *list = context;
    if (strcmp(name, "sheet") == 0)
        take_sheet(xml, list, attributes);
    else if (strcmp(name, "workbookPr") == 0)
        list->workbook->is_1904 = tz_xlsx_xml_flag(tz_xlsx_xml_attribute(attributes, "date1904"));
}

static tz_status read_book(tz_xlsx *workbook, const char *part)
{
    static const tz_xlsx_xml_handlers handlers = {.start = take_start};
    tz_xlsx_relations relations;
    sheet_list list = {.workbook = workbook, .relations = &relations};
    tz_status status = tz_xlsx_relations_read(&workbook->package, part, &relations);
    const char *strings = tz_xlsx_relation_of_type(&relations, "sharedStrings");
    const char *styles = tz_xlsx_relation_of_type(&relations, "styles");
    if (status == TZ_OK)
        status = tz_xlsx_xml_read(&workbook->package, part, &handlers, &list);
    if (status == TZ_OK && strings != NULL)
        status = tz_xlsx_strings_read(&workbook->package, strings, &workbook->strings);
    if (status == TZ_OK && styles != NULL)
        status = tz_xlsx_styles_read(&workbook->package, styles, &workbook->styles);
    tz_xlsx_relations_free(&relations);
    if (status == TZ_OK && workbook->sheet_count == 0)
        return tz_xlsx_package_reject(&workbook->package, TZ_XLSX_NO_SHEETS);
    return status;
}

/* The part that the package is about. */
static tz_status find_book(tz_xlsx *workbook, char part[TZ_XLSX_LONGEST_NAME])
{
    tz_xlsx_relations relations;
    tz_status status = tz_xlsx_relations_read(&workbook->package, "", &relations);
    const char *found = tz_xlsx_relation_of_type(&relations, "officeDocument");
    snprintf(part, TZ_XLSX_LONGEST_NAME, "%s", found != NULL ? found : "xl/workbook.xml");
    tz_xlsx_relations_free(&relations);
    if (status == TZ_OK && !tz_xlsx_package_has(&workbook->package, part))
        return tz_xlsx_package_reject(&workbook->package, TZ_XLSX_NO_SHEETS);
    return status;
}

static tz_status open_bytes(tz_xlsx *workbook, const void *bytes, size_t size)
{
    char part[TZ_XLSX_LONGEST_NAME];
    tz_status status = tz_xlsx_package_open(&workbook->package, bytes, size);
    if (status == TZ_OK)
        status = find_book(workbook, part);
    return status == TZ_OK ? read_book(workbook, part) : status;
}

tz_status tz_xlsx_open_memory(const void *bytes, size_t size, tz_xlsx **workbook,
                              tz_xlsx_problem *problem)
{
    *problem = TZ_XLSX_SOUND;
    *workbook = calloc(1, sizeof **workbook);
    if (*workbook == NULL)
        return TZ_NO_MEMORY;
    tz_status status = open_bytes(*workbook, bytes, size);
    if (status == TZ_OK)
        return TZ_OK;
    *problem = (*workbook)->package.problem;
    tz_xlsx_close(*workbook);
    *workbook = NULL;
    return status;
}

/* ---- the file */

static tz_status read_file(FILE *file, void **bytes, size_t *size, tz_xlsx_problem *problem)
{
    struct stat about;
    if (fstat(fileno(file), &about) != 0)
        return TZ_IO;
    if (!S_ISREG(about.st_mode)) {
        *problem = TZ_XLSX_NOT_ORDINARY;
        return TZ_REJECTED;
    }
    if (about.st_size > TZ_XLSX_LARGEST_FILE) {
        *problem = TZ_XLSX_FILE_TOO_LARGE;
        return TZ_REJECTED;
    }
    *bytes = malloc(about.st_size > 0 ? (size_t)about.st_size : 1);
    if (*bytes == NULL)
        return TZ_NO_MEMORY;
    *size = fread(*bytes, 1, (size_t)about.st_size, file);
    return ferror(file) ? TZ_IO : TZ_OK;
}

tz_status tz_xlsx_open(const char *path, tz_xlsx **workbook, tz_xlsx_problem *problem)
{
    void *bytes = NULL;
    size_t size = 0;
    *workbook = NULL;
    *problem = TZ_XLSX_SOUND;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return errno == ENOENT || errno == ENOTDIR ? TZ_NOT_FOUND : TZ_IO;
    tz_status status = read_file(file, &bytes, &size, problem);
    int error = errno;
    fclose(file);
    if (status == TZ_OK)
        status = tz_xlsx_open_memory(bytes, size, workbook, problem);
    if (status == TZ_OK) {
        (*workbook)->bytes = bytes;
        return TZ_OK;
    }
    free(bytes);
    errno = error;
    return status;
}

tz_status tz_xlsx_check(const char *path, tz_xlsx_problem *problem)
{
    static const tz_xlsx_xml_handlers none = {NULL, NULL, NULL};
    tz_xlsx *workbook = NULL;
    const char *part = NULL;
    tz_status status = tz_xlsx_open(path, &workbook, problem);
    if (status != TZ_OK)
        return status;
    for (uint64_t i = 0; status == TZ_OK; i++) {
        part = tz_xlsx_package_part(&workbook->package, i);
        if (part == NULL)
            break;
        status = tz_xlsx_xml_read(&workbook->package, part, &none, NULL);
    }
    *problem = workbook->package.problem;
    tz_xlsx_close(workbook);
    return status;
}

void tz_xlsx_close(tz_xlsx *workbook)
{
    if (workbook == NULL)
        return;
    tz_xlsx_package_close(&workbook->package);
    free(workbook->bytes);
    for (size_t i = 0; i < workbook->sheet_count; i++)
        free(workbook->sheets[i].name);
    free(workbook->sheets);
    tz_xlsx_strings_free(&workbook->strings);
    tz_xlsx_styles_free(&workbook->styles);
    free(workbook);
}

size_t tz_xlsx_sheet_count(const tz_xlsx *workbook)
{
    return workbook->sheet_count;
}

const char *tz_xlsx_sheet_name(const tz_xlsx *workbook, size_t sheet)
{
    assert(sheet < workbook->sheet_count);
    return workbook->sheets[sheet].name;
}

bool tz_xlsx_is_1904(const tz_xlsx *workbook)
{
    return workbook->is_1904;
}

tz_xlsx_problem tz_xlsx_problem_kind(const tz_xlsx *workbook)
{
    return workbook->package.problem;
}
