/* styles.c: the number formats of a workbook's cell styles (ISO/IEC 29500-1, 18.8). */
#include <stdlib.h>
#include <string.h>

#include "parts.h"

typedef struct own_format {
    size_t id;
    tz_xlsx_number_format format;
} own_format;

typedef struct style_list {
    tz_xlsx_styles *styles;
    own_format *own; /* formats that the file gives codes of */
    size_t own_count, own_capacity;
    bool is_in_cells; /* within cellXfs: the styles that cells name by their index */
} style_list;

static void take_own_format(tz_xlsx_xml *xml, style_list *list, const char *const *attributes)
{
    size_t id;
    const char *code = tz_xlsx_xml_attribute(attributes, "formatCode");
    if (code == NULL || !tz_xlsx_xml_number(tz_xlsx_xml_attribute(attributes, "numFmtId"),
                                            TZ_XLSX_MOST_FORMATS, &id))
        return;
    if (list->own_count == TZ_XLSX_MOST_PARTS)
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
    else if (!tz_xlsx_list_grow((void **)&list->own, sizeof *list->own, list->own_count,
                                &list->own_capacity))
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
    else
        list->own[list->own_count++] = (own_format){id, tz_xlsx_number_format_of_code(code)};
}

static tz_xlsx_number_format find_format(const style_list *list, size_t id)
{
    for (size_t i = 0; i < list->own_count; i++) {
        if (list->own[i].id == id)
            return list->own[i].format;
    }
    return tz_xlsx_number_format_of_id(id);
}

static void take_style(tz_xlsx_xml *xml, style_list *list, const char *const *attributes)
{
    tz_xlsx_styles *styles = list->styles;
    size_t id = 0;
    tz_xlsx_xml_number(tz_xlsx_xml_attribute(attributes, "numFmtId"), TZ_XLSX_MOST_FORMATS, &id);
    if (styles->count == TZ_XLSX_MOST_FORMATS)
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
    else if (!tz_xlsx_list_grow((void **)&styles->formats, sizeof *styles->formats, styles->count,
                                &styles->capacity))
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
    else
        styles->formats[styles->count++] = (unsigned char)find_format(list, id);
}

static void take_start(tz_xlsx_xml *xml, void *context, const char *name,
                       const char *const *attributes)
{
    style_list *list = context;
    if (strcmp(name, "numFmt") == 0)
        take_own_format(xml, list, attributes);
    else if (strcmp(name, "cellXfs") == 0)
        list->is_in_cells = true;
    else if (strcmp(name, "xf") == 0 && list->is_in_cells)
        take_style(xml, list, attributes);
}

static void take_end(tz_xlsx_xml *xml, void *context, const char *name)
{
    style_list *list = context;
    (void)xml;
    if (strcmp(name, "cellXfs") == 0)
        list->is_in_cells = false;
}

tz_status tz_xlsx_styles_read(tz_xlsx_package *package, const char *part, tz_xlsx_styles *styles)
{
    static const tz_xlsx_xml_handlers handlers = {.start = take_start, .end = take_end};
    style_list list = {.styles = styles};
    *styles = (tz_xlsx_styles){0};
    tz_status status = tz_xlsx_xml_read(package, part, &handlers, &list);
    free(list.own);
    return status;
}

void tz_xlsx_styles_free(tz_xlsx_styles *styles)
{
    free(styles->formats);
    *styles = (tz_xlsx_styles){0};
}

tz_xlsx_number_format tz_xlsx_style_format(const tz_xlsx_styles *styles, size_t index)
{
    return index < styles->count ? (tz_xlsx_number_format)styles->formats[index]
                                 : TZ_XLSX_AS_NUMBER;
}
