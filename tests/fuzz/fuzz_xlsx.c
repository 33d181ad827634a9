/* Any bytes as a workbook: as the zip itself, or, where they don't begin as one, as its parts, one
 * behind the other with U+001E between: sheet, strings, styles, book and its relations. Whatever
 * they are, cells come out as xlsx.h promises, or a problem. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "xlsx.h"
#include "xlsx_number.h"
#include "xlsx_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_number(const char *text)
{
    tz_xlsx_number number, again;
    char written[TZ_XLSX_NUMBER_SIZE], day[11];
    if (!tz_xlsx_number_read(text, &number))
        return;
    if (tz_xlsx_number_write(&number, 0, written)) {
        require(strlen(written) < sizeof written);
        require(tz_xlsx_number_read(written, &again));
        require(again.is_negative == number.is_negative &&
                again.digit_count == number.digit_count &&
                memcmp(again.digits, number.digits, (size_t)number.digit_count) == 0);
        require(number.digit_count == 0 || again.exponent == number.exponent);
    }
    require(!tz_xlsx_number_day(&number, false, day) || strlen(day) == 10);
    require(!tz_xlsx_number_day(&number, true, day) || strlen(day) == 10);
}

static tz_status check_cell(void *context, const tz_xlsx_cell *cell)
{
    size_t length = strlen(cell->text);
    (void)context;
    require(cell->row >= 1 && cell->row <= TZ_XLSX_MOST_ROWS);
    require(cell->column >= 1 && cell->column <= TZ_XLSX_MOST_COLUMNS);
    require(length <= TZ_XLSX_LONGEST_CELL && tz_utf8_is_valid(cell->text, length, NULL));
    require((length == 0) == (cell->kind == TZ_XLSX_CELL_UNCALCULATED));
    require(cell->kind != TZ_XLSX_CELL_TEXT || strchr(cell->text, '\r') == NULL);
    if (cell->kind == TZ_XLSX_CELL_NUMBER)
        check_number(cell->text);
    return TZ_OK;
}

static tz_status check_row(void *context, size_t row)
{
    (void)context;
    require(row >= 1 && row <= TZ_XLSX_MOST_ROWS);
    return TZ_OK;
}

static tz_status check_merged(void *context, const tz_xlsx_range *range)
{
    (void)context;
    require(range->first_row >= 1 && range->last_row >= 1);
    require(range->last_column <= TZ_XLSX_MOST_COLUMNS);
    return TZ_OK;
}

static void read_workbook(const void *bytes, size_t size)
{
    static const tz_xlsx_reader reader = {check_cell, check_row, check_merged};
    tz_xlsx *workbook;
    tz_xlsx_problem problem;
    tz_status status = tz_xlsx_open_memory(bytes, size, &workbook, &problem);
    require(status == TZ_OK || status == TZ_REJECTED);
    require((status == TZ_REJECTED) == (problem != TZ_XLSX_SOUND));
    if (status != TZ_OK)
        return;
    for (size_t i = 0; i < tz_xlsx_sheet_count(workbook); i++) {
        status = tz_xlsx_read_sheet(workbook, i, &reader, NULL);
        require(status == TZ_OK || status == TZ_REJECTED);
        require((status == TZ_REJECTED) == (tz_xlsx_problem_kind(workbook) != TZ_XLSX_SOUND));
    }
    tz_xlsx_close(workbook);
}

/* A part whose text is empty is left as a sound one. */
static void split(const char *bytes, size_t size, xlsx_bytes parts[XLSX_PART_COUNT])
{
    const char *end = bytes + size;
    for (int i = 0; i < XLSX_PART_COUNT && bytes < end; i++) {
        const char *mark = memchr(bytes, 0x1E, (size_t)(end - bytes));
        const char *behind = mark != NULL ? mark : end;
        if (behind > bytes)
            parts[i] = (xlsx_bytes){bytes, (size_t)(behind - bytes)};
        bytes = behind + (mark != NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size >= 2 && memcmp(bytes, "PK", 2) == 0) {
        read_workbook(bytes, size);
        return 0;
    }
    xlsx_bytes parts[XLSX_PART_COUNT] = {{NULL, 0}};
    size_t packed_size;
    split((const char *)bytes, size, parts);
    uint8_t *packed = xlsx_pack(parts, &packed_size);
    read_workbook(packed, packed_size);
    free(packed);
    return 0;
}
