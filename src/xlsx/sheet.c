/* sheet.c: the cells of a sheet (ISO/IEC 29500-1, 18.3), one by one. */
#include <assert.h>
#include <string.h>

#include "parts.h"

/* What the cell's value is, by its attribute t. */
typedef enum value_type {
    VALUE_NUMBER,
    VALUE_SHARED,
    VALUE_TEXT,
    VALUE_INLINE,
    VALUE_BOOLEAN,
    VALUE_ERROR,
    VALUE_DAY
} value_type;

typedef struct sheet_reading {
    tz_xlsx *workbook;
    const tz_xlsx_reader *reader;
    void *context;
    size_t row, column;
    value_type type;
    tz_xlsx_number_format format;
    bool is_in_row, is_in_cell, is_value, has_value, is_formula;
    tz_buffer value;        /* of v */
    tz_xlsx_rich_text rich; /* of is */
} sheet_reading;

static void stop_on(tz_xlsx_xml *xml, tz_status status)
{
    if (status != TZ_OK)
        tz_xlsx_xml_stop(xml, status);
}

/* ---- where a cell is */

/* The column of "AB12" and what stands behind it; 0 where no letter is first. */
static size_t read_column(const char **text)
{
    size_t column = 0;
    for (; **text >= 'A' && **text <= 'Z' && column <= TZ_XLSX_MOST_COLUMNS; ++*text)
        column = column * 26 + (size_t)(**text - 'A') + 1;
    return column <= TZ_XLSX_MOST_COLUMNS ? column : 0;
}

static bool read_place(const char **text, size_t *row, size_t *column)
{
    size_t read = 0;
    *column = read_column(text);
    for (; **text >= '0' && **text <= '9' && read <= TZ_XLSX_MOST_ROWS; ++*text)
        read = read * 10 + (size_t)(**text - '0');
    *row = read;
    return *column > 0 && read > 0 && read <= TZ_XLSX_MOST_ROWS;
}

static void start_row(tz_xlsx_xml *xml, sheet_reading *sheet, const char *const *attributes)
{
    const char *number = tz_xlsx_xml_attribute(attributes, "r");
    sheet->column = 0;
    sheet->is_in_row = true;
    if (number == NULL)
        sheet->row++;
    else if (!tz_xlsx_xml_number(number, TZ_XLSX_MOST_ROWS, &sheet->row) || sheet->row == 0)
        tz_xlsx_xml_reject(xml, TZ_XLSX_MALFORMED);
    if (sheet->row > TZ_XLSX_MOST_ROWS)
        tz_xlsx_xml_reject(xml, TZ_XLSX_TOO_LARGE);
}

/* Without an address it is the one behind the last. */
static bool find_place(sheet_reading *sheet, const char *address)
{
    size_t row = 0;
    if (address == NULL)
        return sheet->column++ < TZ_XLSX_MOST_COLUMNS;
    return read_place(&address, &row, &sheet->column) && row == sheet->row && *address == '\0';
}

/* ---- what is in it */

static bool find_type(const char *name, value_type *type)
{
    static const char *const names[] = {
        [VALUE_NUMBER] = "n",  [VALUE_SHARED] = "s",
        [VALUE_TEXT] = "str",  [VALUE_INLINE] = "inlineStr",
        [VALUE_BOOLEAN] = "b", [VALUE_ERROR] = "e",
        [VALUE_DAY] = "d",
    };
    *type = VALUE_NUMBER;
    if (name == NULL)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            *type = (value_type)i;
            return true;
        }
    }
    return false;
}

static void start_cell(tz_xlsx_xml *xml, sheet_reading *sheet, const char *const *attributes)
{
    size_t style = 0;
    const char *number = tz_xlsx_xml_attribute(attributes, "s");
    sheet->is_in_cell = true;
    sheet->has_value = sheet->is_formula = false;
    tz_buffer_clear(&sheet->value);
    tz_buffer_clear(&sheet->rich.text);
    if (!find_place(sheet, tz_xlsx_xml_attribute(attributes, "r")) ||
        !find_type(tz_xlsx_xml_attribute(attributes, "t"), &sheet->type) ||
        (number != NULL && !tz_xlsx_xml_number(number, TZ_XLSX_MOST_FORMATS, &style)))
        tz_xlsx_xml_reject(xml, TZ_XLSX_MALFORMED);
    sheet->format = tz_xlsx_style_format(&sheet->workbook->styles, style);
}

/* The text of a value that isn't empty; NULL and stopped where it isn't what its type says. */
static const char *read_value(tz_xlsx_xml *xml, sheet_reading *sheet, tz_xlsx_kind *kind)
{
    static const tz_xlsx_kind kinds[] = {
        [VALUE_NUMBER] = TZ_XLSX_CELL_NUMBER,   [VALUE_SHARED] = TZ_XLSX_CELL_TEXT,
        [VALUE_TEXT] = TZ_XLSX_CELL_TEXT,       [VALUE_INLINE] = TZ_XLSX_CELL_TEXT,
        [VALUE_BOOLEAN] = TZ_XLSX_CELL_BOOLEAN, [VALUE_ERROR] = TZ_XLSX_CELL_ERROR,
        [VALUE_DAY] = TZ_XLSX_CELL_DAY,
    };
    size_t index;
    tz_buffer *text = sheet->type == VALUE_INLINE ? &sheet->rich.text : &sheet->value;
    *kind = kinds[sheet->type];
    if (sheet->type == VALUE_SHARED) {
        const char *shared =
            tz_xlsx_xml_number(tz_buffer_text(&sheet->value), TZ_XLSX_MOST_STRINGS, &index)
                ? tz_xlsx_string_at(&sheet->workbook->strings, index)
                : NULL;
        if (shared == NULL)
            tz_xlsx_xml_reject(xml, TZ_XLSX_MALFORMED);
        return shared;
    }
    if (*kind == TZ_XLSX_CELL_TEXT)
        tz_xlsx_text_finish(text);
    if (text->failed)
        tz_xlsx_xml_stop(xml, TZ_NO_MEMORY);
    return text->failed ? NULL : tz_buffer_text(text);
}

static void end_cell(tz_xlsx_xml *xml, sheet_reading *sheet)
{
    tz_xlsx_cell cell = {.row = sheet->row,
                         .column = sheet->column,
                         .kind = TZ_XLSX_CELL_UNCALCULATED,
                         .format = sheet->format,
                         .text = ""};
    sheet->is_in_cell = false;
    if (sheet->has_value)
        cell.text = read_value(xml, sheet, &cell.kind);
    else if (!sheet->is_formula)
        return;
    if (cell.text == NULL)
        return; /* stopped */
    if (cell.text[0] == '\0' && sheet->is_formula && sheet->type == VALUE_NUMBER)
        cell.kind = TZ_XLSX_CELL_UNCALCULATED;
    if (cell.text[0] == '\0' && cell.kind != TZ_XLSX_CELL_UNCALCULATED)
        return;
    if (sheet->reader->cell != NULL)
        stop_on(xml, sheet->reader->cell(sheet->context, &cell));
}

static void take_merged(tz_xlsx_xml *xml, const sheet_reading *sheet, const char *range)
{
    tz_xlsx_range cells;
    if (sheet->reader->merged == NULL)
        return;
    if (range == NULL || !read_place(&range, &cells.first_row, &cells.first_column) ||
        *range++ != ':' || !read_place(&range, &cells.last_row, &cells.last_column) ||
        *range != '\0')
        tz_xlsx_xml_reject(xml, TZ_XLSX_MALFORMED);
    else
        stop_on(xml, sheet->reader->merged(sheet->context, &cells));
}

/* ---- elements */

static void take_start(tz_xlsx_xml *xml, void *context, const char *name,
                       const char *const *attributes)
{
    sheet_reading *sheet = context;
    bool is_row = strcmp(name, "row") == 0, is_cell = strcmp(name, "c") == 0;
    if ((is_row && sheet->is_in_row) || (is_cell && sheet->is_in_cell)) {
        tz_xlsx_xml_reject(xml, TZ_XLSX_MALFORMED); /* one within the other */
    } else if (is_row) {
        start_row(xml, sheet, attributes);
    } else if (is_cell && sheet->is_in_row) {
        start_cell(xml, sheet, attributes);
    } else if (strcmp(name, "mergeCell") == 0) {
        take_merged(xml, sheet, tz_xlsx_xml_attribute(attributes, "ref"));
    } else if (sheet->is_in_cell) {
        sheet->is_value = strcmp(name, "v") == 0;
        sheet->has_value |= sheet->is_value || strcmp(name, "is") == 0;
        sheet->is_formula |= strcmp(name, "f") == 0;
        tz_xlsx_rich_text_start(&sheet->rich, name);
    }
}

static void take_end(tz_xlsx_xml *xml, void *context, const char *name)
{
    sheet_reading *sheet = context;
    sheet->is_value = false;
    tz_xlsx_rich_text_end(&sheet->rich, name);
    if (strcmp(name, "c") == 0 && sheet->is_in_cell) {
        end_cell(xml, sheet);
    } else if (strcmp(name, "row") == 0) {
        sheet->is_in_row = false;
        if (sheet->reader->row_end != NULL)
            stop_on(xml, sheet->reader->row_end(sheet->context, sheet->row));
    }
}

static void take_text(tz_xlsx_xml *xml, void *context, const char *text, size_t size)
{
    sheet_reading *sheet = context;
    if (sheet->is_value)
        tz_xlsx_text_add(xml, &sheet->value, text, size);
    else if (sheet->is_in_cell)
        tz_xlsx_rich_text_add(xml, &sheet->rich, text, size);
}

tz_status tz_xlsx_read_sheet(tz_xlsx *workbook, size_t sheet, const tz_xlsx_reader *reader,
                             void *context)
{
    static const tz_xlsx_xml_handlers handlers = {take_start, take_end, take_text};
    sheet_reading reading = {.workbook = workbook, .reader = reader, .context = context};
    assert(sheet < workbook->sheet_count);
    workbook->package.problem = TZ_XLSX_SOUND;
    tz_status status =
        tz_xlsx_xml_read(&workbook->package, workbook->sheets[sheet].part, &handlers, &reading);
    tz_buffer_free(&reading.value);
    tz_buffer_free(&reading.rich.text);
    return status;
}
