/* xml.c: expat over the pieces of a part. */
#include "xml.h"

#include <expat.h>
#include <string.h>

enum {
    DEEPEST = 64,          /* a workbook's elements stand 10 deep */
    LONGEST_TAG = 1 << 20, /* bytes: expat holds a tag until its bracket closes */
    SEPARATOR = '\n'       /* between a namespace and a name */
};

struct tz_xlsx_xml {
    tz_xlsx_package *package;
    XML_Parser parser;
    const tz_xlsx_xml_handlers *handlers;
    void *context;
    tz_status status;
    size_t depth;
    uint64_t bytes; /* given to expat */
};

void tz_xlsx_xml_stop(tz_xlsx_xml *xml, tz_status status)
{
    if (xml->status != TZ_OK)
        return;
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

void tz_xlsx_xml_reject(tz_xlsx_xml *xml, tz_xlsx_problem problem)
{
    if (xml->status == TZ_OK)
        tz_xlsx_xml_stop(xml, tz_xlsx_package_reject(xml->package, problem));
}

/* What stands behind one of the namespaces, or NULL. */
static const char *local_name(const char *name)
{
    static const char *const namespaces[] = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main\n",
        "http://purl.oclc.org/ooxml/spreadsheetml/main\n",
        "http://schemas.openxmlformats.org/package/2006/relationships\n",
    };
    for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++) {
        size_t size = strlen(namespaces[i]);
        if (strncmp(name, namespaces[i], size) == 0)
            return name + size;
    }
    return NULL;
}

static void take_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    tz_xlsx_xml *xml = context;
    const char *local = local_name(name);
    if (xml->status != TZ_OK)
        return;
    if (++xml->depth > DEEPEST)
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
    else if (local != NULL && xml->handlers->start != NULL)
        xml->handlers->start(xml, xml->context, local, (const char *const *)attributes);
}

static void take_end(void *context, const XML_Char *name)
{
    tz_xlsx_xml *xml = context;
    const char *local = local_name(name);
    if (xml->status != TZ_OK)
        return;
    xml->depth--;
    if (local != NULL && xml->handlers->end != NULL)
        xml->handlers->end(xml, xml->context, local);
}

static void take_text(void *context, const XML_Char *text, int size)
{
    tz_xlsx_xml *xml = context;
    if (xml->status == TZ_OK && xml->handlers->text != NULL)
        xml->handlers->text(xml, xml->context, text, (size_t)size);
}

static void refuse_doctype(void *context, const XML_Char *name, const XML_Char *system,
                           const XML_Char *public, int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    tz_xlsx_xml_reject(context, TZ_XLSX_DOCTYPE);
}

/* A handler's own status, else what expat says. */
static tz_status fail_parse(tz_xlsx_xml *xml)
{
    if (xml->status != TZ_OK)
        return xml->status;
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
        return TZ_NO_MEMORY;
    return tz_xlsx_package_reject(xml->package, TZ_XLSX_MALFORMED);
}

static tz_status parse_piece(void *context, const char *bytes, size_t size)
{
    tz_xlsx_xml *xml = context;
    xml->bytes += size;
    if (XML_Parse(xml->parser, bytes, (int)size, XML_FALSE) != XML_STATUS_OK)
        return fail_parse(xml);
    XML_Index at = XML_GetCurrentByteIndex(xml->parser);
    if (at >= 0 && xml->bytes - (uint64_t)at > LONGEST_TAG)
        return tz_xlsx_package_reject(xml->package, TZ_XLSX_TOO_LARGE);
    return TZ_OK;
}

tz_status tz_xlsx_xml_read(tz_xlsx_package *package, const char *part,
                           const tz_xlsx_xml_handlers *handlers, void *context)
{
    tz_xlsx_xml xml = {.package = package, .handlers = handlers, .context = context};
    xml.parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (xml.parser == NULL)
        return TZ_NO_MEMORY;
    XML_SetUserData(xml.parser, &xml);
    XML_SetElementHandler(xml.parser, take_start, take_end);
    XML_SetCharacterDataHandler(xml.parser, take_text);
    XML_SetStartDoctypeDeclHandler(xml.parser, refuse_doctype);
    tz_status status = tz_xlsx_package_read(package, part, parse_piece, &xml);
    if (status == TZ_OK && XML_Parse(xml.parser, "", 0, XML_TRUE) != XML_STATUS_OK)
        status = fail_parse(&xml);
    XML_ParserFree(xml.parser);
    return status;
}

/* r:id, of either edition of the standard. */
static bool is_relationship_id(const char *name)
{
    return strcmp(name,
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid") == 0 ||
           strcmp(name, "http://purl.oclc.org/ooxml/officeDocument/relationships\nid") == 0;
}

const char *tz_xlsx_xml_attribute(const char *const *attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2) {
        if (strcmp(name, "r:id") == 0 ? is_relationship_id(attributes[0])
                                      : strcmp(attributes[0], name) == 0)
            return attributes[1];
    }
    return NULL;
}

bool tz_xlsx_xml_number(const char *text, size_t most, size_t *number)
{
    size_t read = 0;
    if (text == NULL || *text == '\0')
        return false;
    for (; *text >= '0' && *text <= '9'; text++) {
        read = read * 10 + (size_t)(*text - '0');
        if (read > most)
            return false;
    }
    *number = read;
    return *text == '\0';
}

bool tz_xlsx_xml_flag(const char *text)
{
    return text != NULL && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}
