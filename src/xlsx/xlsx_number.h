/* xlsx_number.h: numbers as a workbook writes them (0.45, 44742, 1.1000000000000001, 1.5E-2), digit
 * by digit: no floating point, and no locale, comes between what a person typed and what is read.
 */
#ifndef TZ_XLSX_NUMBER_H
#define TZ_XLSX_NUMBER_H

#include <stdbool.h>

enum {
    TZ_XLSX_NUMBER_DIGITS = 15, /* as many as a spreadsheet keeps, and shows */
    TZ_XLSX_NUMBER_SIZE = 40    /* of a number written out */
};

/* ±0.DIGITS × 10^exponent, with neither end a zero; zero has no digit. */
typedef struct tz_xlsx_number {
    bool is_negative;
    int digit_count;
    char digits[TZ_XLSX_NUMBER_DIGITS];
    int exponent;
} tz_xlsx_number;

/* Reads a number, rounded to TZ_XLSX_NUMBER_DIGITS. False where it isn't one. */
bool tz_xlsx_number_read(const char *text, tz_xlsx_number *number);
/* Writes it out, times 10^shift: 0.45 with shift 2 is "45". False where it would be longer than any
 * figure of an office: not below 10^15, or with more than 20 digits behind the point. */
bool tz_xlsx_number_write(const tz_xlsx_number *number, int shift, char text[TZ_XLSX_NUMBER_SIZE]);
/* Whether it lies above 0 and not above 1, with either sign: what a percent without its mark may
 * be. */
bool tz_xlsx_number_is_small(const tz_xlsx_number *number);
/* The day that a serial number stands for; its fraction is the time, which is dropped. False where
 * it is none, such as the 1900-02-29 that Excel counts. */
bool tz_xlsx_number_day(const tz_xlsx_number *number, bool is_1904, char day[11]);

#endif
