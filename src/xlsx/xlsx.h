/* xlsx.h: the cells of an .xlsx workbook (ISO/IEC 29500), however Excel, WPS or LibreOffice saved
 * it. It knows no ledger. Whatever the file is, memory and time are bounded: everything below is
 * counted as it is read, and no length that the file gives of itself is believed. */
#ifndef TZ_XLSX_XLSX_H
#define TZ_XLSX_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "taizhang.h"

enum {
    TZ_XLSX_LARGEST_FILE = 64 << 20, /* bytes, as it lies on the disk */
    TZ_XLSX_MOST_BYTES = 256 << 20,  /* of all parts that are read, unpacked */
    TZ_XLSX_MOST_PARTS = 4096,
    TZ_XLSX_MOST_SHEETS = 1024,
    TZ_XLSX_MOST_STRINGS = 1 << 20,   /* shared strings, */
    TZ_XLSX_STRING_BYTES = 64 << 20,  /* and what they take together */
    TZ_XLSX_MOST_FORMATS = 1 << 16,   /* of cells, as the file's styles list them */
    TZ_XLSX_LONGEST_CELL = 128 << 10, /* bytes: 32,767 characters, as Excel has them */
    TZ_XLSX_MOST_ROWS = 1 << 20,
    TZ_XLSX_MOST_COLUMNS = 1 << 14
};

/* Why a workbook was rejected. */
typedef enum tz_xlsx_problem {
    TZ_XLSX_SOUND,          /* it was not */
    TZ_XLSX_NOT_ORDINARY,   /* a folder, a device */
    TZ_XLSX_FILE_TOO_LARGE, /* more than TZ_XLSX_LARGEST_FILE */
    TZ_XLSX_NOT_ZIP,        /* something else: CSV, a picture, nothing at all */
    TZ_XLSX_COMPOUND,       /* an OLE2 file: the old .xls, or an .xlsx under a password */
    TZ_XLSX_ENCRYPTED,      /* a zip with encrypted parts */
    TZ_XLSX_DAMAGED,        /* cut off, or a part that doesn't unpack to what it should */
    TZ_XLSX_TOO_LARGE,      /* unpacked it is over one of the bounds above */
    TZ_XLSX_NO_SHEETS,      /* a zip, but no workbook: .docx, .ods */
    TZ_XLSX_DOCTYPE,        /* a document type, which could define entities; none is read */
    TZ_XLSX_MALFORMED       /* not XML, or not what a workbook has there */
} tz_xlsx_problem;

typedef struct tz_xlsx tz_xlsx;

/* Opens a file, of which only the list of sheets, the strings and the formats are read. TZ_OK;
 * TZ_NOT_FOUND; TZ_IO with errno; TZ_REJECTED with `*problem`; TZ_NO_MEMORY. */
tz_status tz_xlsx_open(const char *path, tz_xlsx **workbook, tz_xlsx_problem *problem);
/* The same of bytes, which must stay until the close. */
tz_status tz_xlsx_open_memory(const void *bytes, size_t size, tz_xlsx **workbook,
                              tz_xlsx_problem *problem);
/* Reads every part of a file whose parts are all XML, as this library writes it, to see whether it
 * is whole. Statuses as tz_xlsx_open. */
tz_status tz_xlsx_check(const char *path, tz_xlsx_problem *problem);
/* `workbook` may be NULL. */
void tz_xlsx_close(tz_xlsx *workbook);

size_t tz_xlsx_sheet_count(const tz_xlsx *workbook);
/* Owned by the workbook. */
const char *tz_xlsx_sheet_name(const tz_xlsx *workbook, size_t sheet);
/* Days are counted from 1904-01-01, as the old Excel of the Macintosh did, not from 1900. */
bool tz_xlsx_is_1904(const tz_xlsx *workbook);

typedef enum tz_xlsx_kind {
    TZ_XLSX_CELL_NUMBER,      /* `text` as the file has it: 44742, 0.45, 1.5E-2 */
    TZ_XLSX_CELL_TEXT,        /* UTF-8, with \n for every line break */
    TZ_XLSX_CELL_BOOLEAN,     /* "1" or "0" */
    TZ_XLSX_CELL_ERROR,       /* #N/A */
    TZ_XLSX_CELL_DAY,         /* ISO 8601: 2022-07-05T00:00:00 */
    TZ_XLSX_CELL_UNCALCULATED /* a formula whose value the file doesn't have; "" */
} tz_xlsx_kind;

/* What a number is shown as. */
typedef enum tz_xlsx_number_format {
    TZ_XLSX_AS_NUMBER, /* also General */
    TZ_XLSX_AS_PERCENT,
    TZ_XLSX_AS_DAY, /* or a time */
    TZ_XLSX_AS_TEXT
} tz_xlsx_number_format;

typedef struct tz_xlsx_cell {
    size_t row, column; /* from 1 */
    tz_xlsx_kind kind;
    tz_xlsx_number_format format;
    const char *text; /* valid during the call */
} tz_xlsx_cell;

typedef struct tz_xlsx_range {
    size_t first_row, first_column, last_row, last_column;
} tz_xlsx_range;

/* What is told of a sheet, in the order of the file: every cell that isn't empty, the end of its
 * row, and behind all rows the merged cells. A status other than TZ_OK ends the reading. Any of
 * them may be NULL. */
typedef struct tz_xlsx_reader {
    tz_status (*cell)(void *context, const tz_xlsx_cell *cell);
    tz_status (*row_end)(void *context, size_t row);
    tz_status (*merged)(void *context, const tz_xlsx_range *range);
} tz_xlsx_reader;

/* Hidden sheets, rows and columns are read like any other. TZ_OK; TZ_REJECTED, with the problem
 * below; TZ_NO_MEMORY; and what the reader returns. */
tz_status tz_xlsx_read_sheet(tz_xlsx *workbook, size_t sheet, const tz_xlsx_reader *reader,
                             void *context);
tz_xlsx_problem tz_xlsx_problem_kind(const tz_xlsx *workbook);

/* The format that a number format's code gives, or that of a built-in number. xlsx_format.c */
tz_xlsx_number_format tz_xlsx_number_format_of_code(const char *code);
tz_xlsx_number_format tz_xlsx_number_format_of_id(size_t id);

#endif
