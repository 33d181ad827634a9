#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx.h"
#include "xlsx_parts.h"

#define MAIN        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT_MAIN "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define SHEET(rows) "<worksheet xmlns='" MAIN "'><sheetData>" rows "</sheetData></worksheet>"

static char told[4096];

static void tell(const char *format, ...)
{
    va_list arguments;
    size_t size = strlen(told);
    va_start(arguments, format);
    vsnprintf(told + size, sizeof told - size, format, arguments);
    va_end(arguments);
}

static tz_status tell_cell(void *context, const tz_xlsx_cell *cell)
{
    static const char kinds[] = "nsbedu", formats[] = " %dt";
    (void)context;
    tell("%zu,%zu%c%c[%s]", cell->row, cell->column, kinds[cell->kind], formats[cell->format],
         cell->text);
    return TZ_OK;
}

static tz_status tell_row(void *context, size_t row)
{
    (void)context;
    tell("/%zu ", row);
    return TZ_OK;
}

static tz_status tell_merged(void *context, const tz_xlsx_range *range)
{
    (void)context;
    tell("{%zu,%zu-%zu,%zu}", range->first_row, range->first_column, range->last_row,
         range->last_column);
    return TZ_OK;
}

static const tz_xlsx_reader all = {tell_cell, tell_row, tell_merged};
static xlsx_bytes parts[XLSX_PART_COUNT];
static uint8_t *packed;
static tz_xlsx *workbook;
static tz_xlsx_problem problem;

static int set_up(void **state)
{
    (void)state;
    memset(parts, 0, sizeof parts);
    told[0] = '\0';
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    tz_xlsx_close(workbook);
    free(packed);
    workbook = NULL;
    packed = NULL;
    return 0;
}

static void set_part(xlsx_part part, const char *text)
{
    parts[part] = (xlsx_bytes){text, strlen(text)};
}

static tz_status open_parts(void)
{
    size_t size;
    packed = xlsx_pack(parts, &size);
    return tz_xlsx_open_memory(packed, size, &workbook, &problem);
}

/* What the first sheet tells. */
static void assert_told(const char *sheet, const char *expected)
{
    set_part(XLSX_SHEET, sheet);
    assert_int_equal(open_parts(), TZ_OK);
    assert_int_equal(tz_xlsx_read_sheet(workbook, 0, &all, NULL), TZ_OK);
    assert_string_equal(told, expected);
}

static void assert_sheet_rejected(const char *sheet, tz_xlsx_problem expected)
{
    set_part(XLSX_SHEET, sheet);
    assert_int_equal(open_parts(), TZ_OK);
    assert_int_equal(tz_xlsx_read_sheet(workbook, 0, &all, NULL), TZ_REJECTED);
    assert_int_equal(tz_xlsx_problem_kind(workbook), expected);
}

static void assert_open_rejected(tz_xlsx_problem expected)
{
    assert_int_equal(open_parts(), TZ_REJECTED);
    assert_int_equal(problem, expected);
    assert_null(workbook);
}

/* The styles of xlsx_parts.c: general, percent, day, text. */
static void every_kind_of_cell_is_told(void **state)
{
    (void)state;
    assert_told(SHEET("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='1'><v>0.45</v></c>"
                      "<c r='AA2' s='2' t='n'><v>44742</v></c><c r='AB2' t='b'><v>1</v></c>"
                      "<c r='AC2' t='e'><v>#N/A</v></c><c r='AD2' t='d'><v>2022-07-05</v></c>"
                      "<c r='AE2' s='3' t='inlineStr'><is><t>行内</t></is></c>"
                      "<c r='AF2' t='str'><f>A1</f><v>式</v></c></row>"),
                "2,1s [a]2,2n%[0.45]2,27nd[44742]2,28b [1]2,29e [#N/A]2,30d [2022-07-05]"
                "2,31st[行内]2,32s [式]/2 ");
}

static void what_is_empty_is_not_told(void **state)
{
    (void)state;
    assert_told(SHEET("<row><c/><c s='1'/><c t='inlineStr'><is><t/></is></c><c><v></v></c>"
                      "<c t='str'><f>A1</f><v></v></c></row><row hidden='1'/>"),
                "/1 /2 ");
}

static void a_formula_without_its_value_is_told(void **state)
{
    (void)state;
    assert_told(SHEET("<row><c><f>1+1</f></c><c><f>1+1</f><v/></c><c><f>1+1</f><v>2</v></c></row>"),
                "1,1u []1,2u []1,3n [2]/1 ");
}

static void cells_without_an_address_follow_each_other(void **state)
{
    (void)state;
    assert_told(SHEET("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                      "<row r='7'><c><v>4</v></c></row><row><c><v>5</v></c></row>"),
                "1,1n [1]1,4n [2]1,5n [3]/1 7,1n [4]/7 8,1n [5]/8 ");
}

static void a_cell_outside_of_the_rows_is_none(void **state)
{
    (void)state;
    assert_told("<worksheet xmlns='" MAIN "'><c><v>1</v></c><sheetData><row/><c><v>2</v></c>"
                "</sheetData></worksheet>",
                "/1 ");
}

static void runs_are_one_text_and_phonetics_none_of_it(void **state)
{
    (void)state;
    set_part(
        XLSX_STRINGS,
        "<sst xmlns='" MAIN "'><si><r><rPr><b/></rPr><t>完成</t></r><r><t xml:space='preserve'> "
        "45</t></r><rPh sb='0' eb='2'><t>ワン</t></rPh></si><si><t/></si><si><t>丙</t></si></sst>");
    assert_told(SHEET("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"),
                "1,1s [完成 45]1,3s [丙]/1 ");
}

static void escapes_become_characters_and_line_breaks_one_kind(void **state)
{
    (void)state;
    assert_told(SHEET("<row><c t='str'><v>一_x000D_&#10;二&#13;三_x000a_四_x0000__x001F_"
                      "_x005F_x0041_ _x00G0_ _xD800_</v></c></row>"),
                "1,1s [一\n二\n三\n四_x0041_ _x00G0_ ]/1 ");
}

static void merged_cells_come_behind_the_rows(void **state)
{
    (void)state;
    assert_told("<worksheet xmlns='" MAIN "'><sheetData><row/></sheetData><mergeCells count='1'>"
                "<mergeCell ref='B1:AA3'/></mergeCells></worksheet>",
                "/1 {1,2-3,27}");
}

static void prefixes_and_the_strict_edition_are_read(void **state)
{
    (void)state;
    set_part(XLSX_BOOK,
             "<x:workbook xmlns:x='" STRICT_MAIN "' "
             "xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
             "<x:workbookPr date1904='true'/><x:sheets><x:sheet name='表 &amp; 一' q:id='a'/>"
             "</x:sheets></x:workbook>");
    assert_told("<x:worksheet xmlns:x='" STRICT_MAIN "' xmlns:o='other'><x:sheetData><x:row>"
                "<o:c><o:v>9</o:v></o:c><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>"
                "</x:worksheet>",
                "1,1n [1]/1 ");
    assert_true(tz_xlsx_is_1904(workbook));
    assert_int_equal(tz_xlsx_sheet_count(workbook), 1);
    assert_string_equal(tz_xlsx_sheet_name(workbook, 0), "表 & 一");
}

static void own_formats_are_found_by_their_codes(void **state)
{
    (void)state;
    set_part(XLSX_STYLES,
             "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='176' formatCode='0.0%'/>"
             "<numFmt numFmtId='177' formatCode='yyyy&quot;年&quot;'/></numFmts>"
             "<cellStyleXfs><xf numFmtId='49'/></cellStyleXfs><cellXfs><xf numFmtId='177'/>"
             "<xf/><xf numFmtId='176'/></cellXfs></styleSheet>");
    assert_told(SHEET("<row><c s='0'><v>1</v></c><c s='1'><v>1</v></c><c s='2'><v>1</v></c>"
                      "<c s='9'><v>1</v></c></row>"),
                "1,1nd[1]1,2n [1]1,3n%[1]1,4n [1]/1 ");
}

static void a_sheet_outside_of_the_file_is_none(void **state)
{
    (void)state;
    set_part(XLSX_BOOK_RELATIONS,
             "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
             "<Relationship Id='a' Type='x/worksheet' Target='https://example.org/s.xml' "
             "TargetMode='External'/></Relationships>");
    assert_open_rejected(TZ_XLSX_NO_SHEETS);
}

static void entities_are_not_read(void **state)
{
    (void)state;
    assert_sheet_rejected("<!DOCTYPE w SYSTEM 'file:///etc/passwd'>" SHEET(""), TZ_XLSX_DOCTYPE);
    assert_string_equal(told, "");
}

static void an_entity_of_the_strings_is_not_read(void **state)
{
    (void)state;
    set_part(XLSX_STRINGS,
             "<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
             "<sst xmlns='" MAIN "'><si><t>&b;</t></si></sst>");
    assert_open_rejected(TZ_XLSX_DOCTYPE);
}

static void what_is_not_as_it_should_be_is_malformed(void **state)
{
    static const char *const sheets[] = {
        "",
        "no XML",
        "<worksheet xmlns='" MAIN "'><sheetData>",
        SHEET("<row><c t='s'><v>1</v></c></row>"),      /* there is one string */
        SHEET("<row><c t='s'><v>-1</v></c></row>"),     /* */
        SHEET("<row><c t='s'><v>x</v></c></row>"),      /* */
        SHEET("<row><c t='q'><v>1</v></c></row>"),      /* no such type */
        SHEET("<row><c r='B2'><v>1</v></c></row>"),     /* in another row */
        SHEET("<row><c r='1'><v>1</v></c></row>"),      /* no column */
        SHEET("<row><c r='XFE1'><v>1</v></c></row>"),   /* behind the last column */
        SHEET("<row><c><row/></c></row>"),              /* one within another */
        SHEET("<row><c><c/></c></row>"),                /* */
        SHEET("<row r='0'/>"),                          /* before the first row */
        SHEET("<row r='1048577'/>"),                    /* behind the last */
        SHEET("<row r='99999999999999999999'/>"),       /* */
        SHEET("<row><c s='x'><v>1</v></c></row>"),      /* no style */
        SHEET("<row><c><v>&undefined;</v></c></row>"),  /* */
        SHEET("<row><c t='str'><v>\xFF</v></c></row>"), /* not UTF-8 */
        "<worksheet xmlns='" MAIN "'><mergeCells><mergeCell ref='A1'/></mergeCells></worksheet>",
        "<worksheet xmlns='" MAIN "'><mergeCells><mergeCell/></mergeCells></worksheet>",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        assert_sheet_rejected(sheets[i], TZ_XLSX_MALFORMED);
        tear_down(state);
    }
}

static char *repeat(const char *before, const char *text, size_t count, const char *behind)
{
    size_t size = strlen(text);
    char *made = malloc(strlen(before) + count * size + strlen(behind) + 1);
    assert_non_null(made);
    char *at = stpcpy(made, before);
    for (size_t i = 0; i < count; i++, at += size)
        memcpy(at, text, size);
    strcpy(at, behind);
    return made;
}

static void what_is_over_a_bound_is_too_large(void **state)
{
    char *deep = repeat("<worksheet xmlns='" MAIN "'>", "<a>", 64, "");
    char *tag = repeat("<worksheet a='", "x", 2 << 20, "'/>");
    char *cell = repeat("<worksheet xmlns='" MAIN "'><row><c t='str'><v>", "一二三四五六七八九十",
                        5000, "</v></c></row></worksheet>");
    char *row =
        repeat("<worksheet xmlns='" MAIN "'><row r='1048576'/>", "<row/>", 1, "</worksheet>");
    char *const sheets[] = {deep, tag, cell, row};
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        assert_sheet_rejected(sheets[i], TZ_XLSX_TOO_LARGE);
        tear_down(state);
        free(sheets[i]);
    }
}

static tz_status stop(void *context, const tz_xlsx_cell *cell)
{
    (void)context;
    tell("%s", cell->text);
    return TZ_NOT_FOUND;
}

static void a_reader_ends_the_reading(void **state)
{
    static const tz_xlsx_reader stopping = {stop, tell_row, NULL};
    (void)state;
    set_part(XLSX_SHEET, SHEET("<row><c><v>1</v></c><c><v>2</v></c></row>"));
    assert_int_equal(open_parts(), TZ_OK);
    assert_int_equal(tz_xlsx_read_sheet(workbook, 0, &stopping, NULL), TZ_NOT_FOUND);
    assert_string_equal(told, "1");
    assert_int_equal(tz_xlsx_problem_kind(workbook), TZ_XLSX_SOUND);
}

/* Whatever is cut off the end, it is damaged; whatever bit is turned, it is rejected or tells a
 * sheet. */
static void a_file_that_is_cut_off_is_damaged(void **state)
{
    size_t size;
    (void)state;
    packed = xlsx_pack(parts, &size);
    for (size_t cut = 22; cut < size; cut += 7) {
        assert_int_equal(tz_xlsx_open_memory(packed, cut, &workbook, &problem), TZ_REJECTED);
        assert_int_equal(problem, TZ_XLSX_DAMAGED);
    }
    assert_int_equal(tz_xlsx_open_memory(packed, 3, &workbook, &problem), TZ_REJECTED);
    assert_int_equal(problem, TZ_XLSX_NOT_ZIP);
}

static void a_part_that_was_changed_is_damaged(void **state)
{
    (void)state;
    size_t size;
    set_part(XLSX_SHEET, SHEET("<row><c><v>1</v></c></row>"));
    packed = xlsx_pack(parts, &size);
    for (size_t i = 0; i + 3 < size; i++) {
        if (memcmp(packed + i, "<v>1", 4) == 0)
            packed[i + 3] = '2'; /* its checksum is now another one's */
    }
    assert_int_equal(tz_xlsx_open_memory(packed, size, &workbook, &problem), TZ_OK);
    assert_int_equal(tz_xlsx_read_sheet(workbook, 0, &all, NULL), TZ_REJECTED);
    assert_int_equal(tz_xlsx_problem_kind(workbook), TZ_XLSX_DAMAGED);
}

int main(void)
{
#define CELL_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CELL_TEST(every_kind_of_cell_is_told),
        CELL_TEST(what_is_empty_is_not_told),
        CELL_TEST(a_formula_without_its_value_is_told),
        CELL_TEST(cells_without_an_address_follow_each_other),
        CELL_TEST(a_cell_outside_of_the_rows_is_none),
        CELL_TEST(runs_are_one_text_and_phonetics_none_of_it),
        CELL_TEST(escapes_become_characters_and_line_breaks_one_kind),
        CELL_TEST(merged_cells_come_behind_the_rows),
        CELL_TEST(prefixes_and_the_strict_edition_are_read),
        CELL_TEST(own_formats_are_found_by_their_codes),
        CELL_TEST(a_sheet_outside_of_the_file_is_none),
        CELL_TEST(entities_are_not_read),
        CELL_TEST(an_entity_of_the_strings_is_not_read),
        CELL_TEST(what_is_not_as_it_should_be_is_malformed),
        CELL_TEST(what_is_over_a_bound_is_too_large),
        CELL_TEST(a_reader_ends_the_reading),
        CELL_TEST(a_file_that_is_cut_off_is_damaged),
        CELL_TEST(a_part_that_was_changed_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
