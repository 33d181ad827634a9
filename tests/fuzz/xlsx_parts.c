#include "xlsx_parts.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "buffer.h"

#define MAIN      "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const struct {
    const char *name, *text;
} sound[XLSX_PART_COUNT] = {
    [XLSX_SHEET] = {"xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='" MAIN "'><sheetData/></worksheet>"},
    [XLSX_STRINGS] = {"xl/sharedStrings.xml", "<sst xmlns='" MAIN "'><si><t>a</t></si></sst>"},
    [XLSX_STYLES] = {"xl/styles.xml", "<styleSheet xmlns='" MAIN "'><cellXfs><xf numFmtId='0'/>"
                                      "<xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='49'/>"
                                      "</cellXfs></styleSheet>"},
    [XLSX_BOOK] = {"xl/workbook.xml", "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets>"
                                      "<sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>"},
    [XLSX_BOOK_RELATIONS] = {"xl/_rels/workbook.xml.rels",
                             "<Relationships xmlns='" RELATIONS "'>"
                             "<Relationship Id='a' Type='" OFFICE "/worksheet' "
                             "Target='worksheets/sheet1.xml'/>"
                             "<Relationship Id='b' Type='" OFFICE "/sharedStrings' "
                             "Target='sharedStrings.xml'/>"
                             "<Relationship Id='c' Type='" OFFICE "/styles' "
                             "Target='/xl/styles.xml'/></Relationships>"},
    [XLSX_RELATIONS] = {"_rels/.rels", "<Relationships xmlns='" RELATIONS "'>"
                                       "<Relationship Id='a' Type='" OFFICE "/officeDocument' "
                                       "Target='xl/workbook.xml'/></Relationships>"},
};

static void add_number(tz_buffer *out, unsigned long number, int size)
{
    for (int i = 0; i < size; i++)
        tz_buffer_add_char(out, (char)(number >> (8 * i) & 0xFF));
}

/* What the local header and that of the directory have in common, from the flags on. */
static void add_facts(tz_buffer *out, const char *name, const xlsx_bytes *part)
{
    enum { NO_FLAGS = 0, STORED = 0, NO_TIME = 0, FIRST_DAY = 0x21 };
    add_number(out, NO_FLAGS, 2);
    add_number(out, STORED, 2);
    add_number(out, NO_TIME, 2);
    add_number(out, FIRST_DAY, 2);
    add_number(out, crc32(0, (const Bytef *)part->bytes, (uInt)part->size), 4);
    add_number(out, part->size, 4);
    add_number(out, part->size, 4);
    add_number(out, strlen(name), 2);
    add_number(out, 0, 2);
}

static void add_part(tz_buffer *zip, tz_buffer *directory, const char *name, const xlsx_bytes *part)
{
    size_t at = zip->size;
    tz_buffer_add_text(zip, "PK\3\4");
    add_number(zip, 20, 2);
    add_facts(zip, name, part);
    tz_buffer_add_text(zip, name);
    tz_buffer_add(zip, part->bytes, part->size);
    tz_buffer_add_text(directory, "PK\1\2");
    add_number(directory, 20, 2);
    add_number(directory, 20, 2);
    add_facts(directory, name, part);
    add_number(directory, 0, 2 + 2 + 2); /* no comment, the first disk, no attributes */
    add_number(directory, 0, 4);
    add_number(directory, at, 4);
    tz_buffer_add_text(directory, name);
}

uint8_t *xlsx_pack(const xlsx_bytes parts[XLSX_PART_COUNT], size_t *size)
{
    tz_buffer zip = {0}, directory = {0};
    for (int i = 0; i < XLSX_PART_COUNT; i++) {
        xlsx_bytes part = parts[i];
        if (part.bytes == NULL)
            part = (xlsx_bytes){sound[i].text, strlen(sound[i].text)};
        add_part(&zip, &directory, sound[i].name, &part);
    }
    size_t at = zip.size;
    tz_buffer_add(&zip, directory.bytes, directory.size);
    tz_buffer_add_text(&zip, "PK\5\6");
    add_number(&zip, 0, 4);
    add_number(&zip, XLSX_PART_COUNT, 2);
    add_number(&zip, XLSX_PART_COUNT, 2);
    add_number(&zip, directory.size, 4);
    add_number(&zip, at, 4);
    add_number(&zip, 0, 2);
    tz_buffer_free(&directory);
    if (zip.failed)
        abort();
    *size = zip.size;
    return (uint8_t *)zip.bytes;
}
