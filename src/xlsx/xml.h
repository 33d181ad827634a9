/* xml.h: a part's XML, element by element, with bounds on depth and on what stands between two
 * brackets. Internal to this folder. */
#ifndef TZ_XLSX_XML_H
#define TZ_XLSX_XML_H

#include "package.h"

typedef struct tz_xlsx_xml tz_xlsx_xml;

/* Elements of SpreadsheetML (both editions of the standard) and of relationships come by their
 * local names; of any other kind none comes. `attributes` are names and values in turn, ended by
 * NULL. Text comes in pieces. Any of them may be NULL. */
typedef struct tz_xlsx_xml_handlers {
    void (*start)(tz_xlsx_xml *xml, void *context, const char *name, const char *const *attributes);
    void (*end)(tz_xlsx_xml *xml, void *context, const char *name);
    void (*text)(tz_xlsx_xml *xml, void *context, const char *text, size_t size);
} tz_xlsx_xml_handlers;

/* Reads a part. TZ_OK; TZ_REJECTED; TZ_NO_MEMORY; what a handler stopped it with. */
tz_status tz_xlsx_xml_read(tz_xlsx_package *package, const char *part,
                           const tz_xlsx_xml_handlers *handlers, void *context);
/* Ends the reading from within a handler. */
void tz_xlsx_xml_stop(tz_xlsx_xml *xml, tz_status status);
void tz_xlsx_xml_reject(tz_xlsx_xml *xml, tz_xlsx_problem problem);

/* The value of the attribute, or NULL. That of a relationship (r:id) is called "r:id". */
const char *tz_xlsx_xml_attribute(const char *const *attributes, const char *name);
/* Reads a whole number from 0 to `most`; false where it isn't one. NULL is none. */
bool tz_xlsx_xml_number(const char *text, size_t most, size_t *number);
bool tz_xlsx_xml_flag(const char *text);

#endif
