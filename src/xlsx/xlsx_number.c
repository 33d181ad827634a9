/* xlsx_number.c: decimal numbers as text, and serial numbers of days. */
#include "xlsx_number.h"

#include <stdio.h>
#include <string.h>

enum { MOST_EXPONENT = 400, MOST_WHOLE = 15, MOST_FRACTION = 20 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Up to one digit more than is kept, by which the last one is rounded. */
static void take_digit(tz_xlsx_number *number, char digit, char *further)
{
    if (number->digit_count == 0 && digit == '0')
        return;
    if (number->digit_count < TZ_XLSX_NUMBER_DIGITS)
        number->digits[number->digit_count++] = digit;
    else if (*further == '\0')
        *further = digit;
}

static bool read_exponent(const char **text, int *exponent)
{
    int read = 0;
    bool is_negative = **text == '-';
    if (**text == '-' || **text == '+')
        ++*text;
    if (!is_digit(**text))
        return false;
    for (; is_digit(**text); ++*text) {
        read = read * 10 + (**text - '0');
        if (read > MOST_EXPONENT)
            return false;
    }
    *exponent += is_negative ? -read : read;
    return true;
}

static void round_up(tz_xlsx_number *number)
{
    int at = number->digit_count - 1;
    while (at >= 0 && number->digits[at] == '9')
        number->digits[at--] = '0';
    if (at >= 0) {
        number->digits[at]++;
    } else {
        number->digits[0] = '1';
        number->digit_count = 1;
        number->exponent++;
    }
}

static void drop_zeros(tz_xlsx_number *number)
{
    while (number->digit_count > 0 && number->digits[number->digit_count - 1] == '0')
        number->digit_count--;
    if (number->digit_count == 0)
        number->is_negative = false;
}

/* The digits before and behind the point; where the first that counts stands gives the exponent. */
static bool read_digits(const char **text, tz_xlsx_number *number, char *further)
{
    bool is_any = false, is_behind = false;
    for (; is_digit(**text) || (**text == '.' && !is_behind); ++*text) {
        if (**text == '.') {
            is_behind = true;
            continue;
        }
        is_any = true;
        bool counts = number->digit_count > 0 || **text != '0';
        if (!is_behind && counts)
            number->exponent++;
        else if (is_behind && !counts)
            number->exponent--;
        if (number->exponent > MOST_EXPONENT || number->exponent < -MOST_EXPONENT)
            return false;
        take_digit(number, **text, further);
    }
    return is_any;
}

bool tz_xlsx_number_read(const char *text, tz_xlsx_number *number)
{
    char further = '\0';
    *number = (tz_xlsx_number){.is_negative = *text == '-'};
    if (*text == '-' || *text == '+')
        text++;
    if (!read_digits(&text, number, &further))
        return false;
    if ((*text == 'E' || *text == 'e') && (text++, !read_exponent(&text, &number->exponent)))
        return false;
    if (*text != '\0')
        return false;
    if (further >= '5')
        round_up(number);
    drop_zeros(number);
    return true;
}

bool tz_xlsx_number_write(const tz_xlsx_number *number, int shift, char text[TZ_XLSX_NUMBER_SIZE])
{
    int whole = number->exponent + shift; /* digits before the point */
    int at = 0;
    if (number->digit_count == 0)
        whole = 1;
    if (whole > MOST_WHOLE || number->digit_count - whole > MOST_FRACTION)
        return false;
    if (number->is_negative)
        text[at++] = '-';
    if (whole <= 0)
        text[at++] = '0';
    for (int place = 0; place < whole; place++)
        text[at++] = place < number->digit_count ? number->digits[place] : '0';
    if (number->digit_count > whole)
        text[at++] = '.';
    for (int place = whole; place < number->digit_count; place++)
        text[at++] = place >= 0 ? number->digits[place] : '0';
    text[at] = '\0';
    return true;
}

bool tz_xlsx_number_is_small(const tz_xlsx_number *number)
{
    bool is_one = number->exponent == 1 && number->digit_count == 1 && number->digits[0] == '1';
    return number->digit_count > 0 && (number->exponent <= 0 || is_one);
}

/* ---- days */

/* The day so many days after 1970-01-01, in the proleptic Gregorian calendar. An era has 400 years,
 * which begin with March. */
static void write_day(long days, char day[11])
{
    enum { DAYS_TO_EPOCH = 719468, DAYS_OF_ERA = 146097 };
    long since = days + DAYS_TO_EPOCH;
    long era = since / DAYS_OF_ERA, of_era = since % DAYS_OF_ERA;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / (DAYS_OF_ERA - 1)) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long from_march = (5 * of_year + 2) / 153;
    long month = from_march < 10 ? from_march + 3 : from_march - 9;
    long year = year_of_era + era * 400 + (month <= 2);
    long day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
    snprintf(day, 11, "%04u-%02u-%02u", (unsigned)year % 10000U, (unsigned)month % 100U,
             (unsigned)day_of_month % 100U);
}

bool tz_xlsx_number_day(const tz_xlsx_number *number, bool is_1904, char day[11])
{
    enum { BEFORE_1900 = -25568, FIRST_OF_1904 = -24107, MOST_SERIAL_DIGITS = 6, NO_DAY = 60 };
    long serial = 0;
    day[0] = '\0';
    if (number->is_negative || number->exponent > MOST_SERIAL_DIGITS)
        return false;
    for (int place = 0; place < number->exponent; place++)
        serial = serial * 10 + (place < number->digit_count ? number->digits[place] - '0' : 0);
    if (is_1904) {
        write_day(FIRST_OF_1904 + serial, day);
        return true;
    }
    if (serial < 1 || serial == NO_DAY)
        return false;
    write_day(BEFORE_1900 + serial - (serial > NO_DAY ? 1 : 0), day);
    return true;
}
