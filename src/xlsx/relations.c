/* relations.c: the relationships of a part (ISO/IEC 29500-2, 6.5). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"

/* A workbook with more has been made to have them. */
enum { MOST_RELATIONS = TZ_XLSX_MOST_PARTS };

typedef struct relation_list {
    tz_xlsx_relations *relations;
    size_t capacity;
    char folder[TZ_XLSX_LONGEST_NAME]; /* of the part, with its slash, or "" */
} relation_list;

/* Takes the last folder off. */
static void go_up(char *folder)
{
    size_t size = strlen(folder);
    if (size > 0)
        folder[size - 1] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash != NULL)
        slash[1] = '\0';
    else
        folder[0] = '\0';
}

/* "../sharedStrings.xml", seen from xl/worksheets/, is xl/sharedStrings.xml. "" where it is too
 * long. */
static void resolve(const char *folder, const char *target, char part[TZ_XLSX_LONGEST_NAME])
{
    char base[TZ_XLSX_LONGEST_NAME];
    snprintf(base, sizeof base, "%s", *target == '/' ? "" : folder);
    while (*target == '/')
        target++;
    for (;;) {
        if (strncmp(target, "../", 3) == 0) {
            go_up(base);
            target += 3;
        } else if (strncmp(target, "./", 2) == 0) {
            target += 2;
        } else {
            break;
        }
    }
    int size = snprintf(part, TZ_XLSX_LONGEST_NAME, "%s%s", base, target);
    if (size >= TZ_XLSX_LONGEST_NAME)
        part[0] = '\0';
}

static void take_relation(tz_xlsx_xml *xml, relation_list *list, const char *const *attributes)
{
    tz_xlsx_relations *relations = list->relations;
    const char *id = tz_xlsx_xml_attribute(attributes, "Id");
    const char *type = tz_xlsx_xml_attribute(attributes, "Type");
    const char *target = tz_xlsx_xml_attribute(attributes, "Target");
    const char *mode = tz_xlsx_xml_attribute(attributes, "TargetMode");
    if (id == NULL || type == NULL || target == NULL ||
        (mode != NULL && strcmp(mode, "External") == 0))
        return;
    if (relations->count == MOST_RELATIONS) {
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
        return;
    }
    if (!tz_xlsx_list_grow((void **)&relations->items, sizeof *relations->items, relations->count,
                           &list->capacity)) {
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
        return;
    }
    tz_xlsx_relation *relation = &relations->items[relations->count++];
    const char *slash = strrchr(type, '/');
    snprintf(relation->id, sizeof relation->id, "%s", id);
    snprintf(relation->type, sizeof relation->type, "%s", slash != NULL ? slash + 1 : type);
    resolve(list->folder, target, relation->part);
}

static void take_start(tz_xlsx_xml *xml, void *context, const char *name,
                       const char *const *attributes)
{
    if (strcmp(name, "Relationship") == 0)
        take_relation(xml, context, attributes);
}

/* xl/_rels/workbook.xml.rels for xl/workbook.xml. */
static bool name_relations(const char *part, char *name, size_t size)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash != NULL ? (size_t)(slash - part) + 1 : 0;
    int length = snprintf(name, size, "%.*s_rels/%s.rels", (int)folder, part, part + folder);
    return length > 0 && (size_t)length < size;
}

tz_status tz_xlsx_relations_read(tz_xlsx_package *package, const char *part,
                                 tz_xlsx_relations *relations)
{
    static const tz_xlsx_xml_handlers handlers = {.start = take_start};
    char name[TZ_XLSX_LONGEST_NAME + 16];
    relation_list list = {.relations = relations};
    *relations = (tz_xlsx_relations){0};
    if (!name_relations(part, name, sizeof name) || !tz_xlsx_package_has(package, name))
        return TZ_OK;
    snprintf(list.folder, sizeof list.folder, "%s", part);
    char *slash = strrchr(list.folder, '/');
    *(slash != NULL ? slash + 1 : list.folder) = '\0';
    return tz_xlsx_xml_read(package, name, &handlers, &list);
}

void tz_xlsx_relations_free(tz_xlsx_relations *relations)
{
    free(relations->items);
    *relations = (tz_xlsx_relations){0};
}

const char *tz_xlsx_relation_of_type(const tz_xlsx_relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(relations->items[i].type, type) == 0)
            return relations->items[i].part;
    }
    return NULL;
}

const char *tz_xlsx_relation_of_id(const tz_xlsx_relations *relations, const char *id)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(relations->items[i].id, id) == 0)
            return relations->items[i].part;
    }
    return NULL;
}
