/* strings.c: the shared strings of a workbook, one behind the other. */
#include <stdlib.h>
#include <string.h>

#include "parts.h"

typedef struct string_list {
    tz_xlsx_strings *strings;
    tz_xlsx_rich_text rich;
} string_list;

static void take_start(tz_xlsx_xml *xml, void *context, const char *name,
                       const char *const *attributes)
{
    string_list *list = context;
    (void)xml, (void)attributes;
    tz_xlsx_rich_text_start(&list->rich, name);
}

static void keep(tz_xlsx_xml *xml, string_list *list)
{
    tz_xlsx_strings *strings = list->strings;
    tz_buffer *text = &list->rich.text;
    tz_xlsx_text_finish(text);
    if (strings->count == TZ_XLSX_MOST_STRINGS ||
        strings->bytes.size + text->size >= TZ_XLSX_STRING_BYTES) {
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
        return;
    }
    if (!tz_xlsx_list_grow((void **)&strings->starts, sizeof *strings->starts, strings->count,
                           &strings->capacity)) {
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
        return;
    }
    strings->starts[strings->count++] = strings->bytes.size;
    tz_buffer_add(&strings->bytes, tz_buffer_text(text), text->size + 1); /* with its NUL */
    if (strings->bytes.failed || text->failed)
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
    tz_buffer_clear(text);
}

static void take_end(tz_xlsx_xml *xml, void *context, const char *name)
{
    string_list *list = context;
    tz_xlsx_rich_text_end(&list->rich, name);
    if (strcmp(name, "si") == 0)
        keep(xml, list);
}

static void take_text(tz_xlsx_xml *xml, void *context, const char *text, size_t size)
{
    string_list *list = context;
    tz_xlsx_rich_text_add(xml, &list->rich, text, size);
}

tz_status tz_xlsx_strings_read(tz_xlsx_package *package, const char *part, tz_xlsx_strings *strings)
{
    static const tz_xlsx_xml_handlers handlers = {take_start, take_end, take_text};
    string_list list = {.strings = strings};
    *strings = (tz_xlsx_strings){0};
    tz_status status = tz_xlsx_xml_read(package, part, &handlers, &list);
    tz_buffer_free(&list.rich.text);
    return status;
}

void tz_xlsx_strings_free(tz_xlsx_strings *strings)
{
    tz_buffer_free(&strings->bytes);
    free(strings->starts);
    *strings = (tz_xlsx_strings){0};
}

const char *tz_xlsx_string_at(const tz_xlsx_strings *strings, size_t index)
{
    return index < strings->count ? strings->bytes.bytes + strings->starts[index] : NULL;
}
