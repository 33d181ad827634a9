#include "value.h"

#include <stdint.h>
#include <string.h>
#include <time.h>
#include <utf8proc.h>

#include "encoding.h"
#include "fold.h"

/* No day, quarter or number is longer, in bytes and with the NUL behind it. */
enum { LONGEST_VALUE = 64 };

/* Writes `text` trimmed and folded, its blanks as spaces. False where it isn't UTF-8 or is too long
 * to be a value. */
static bool fold_value(const char *text, char folded[LONGEST_VALUE])
{
    size_t size = strlen(text), used = 0;
    if (!tz_utf8_is_valid(text, size, NULL))
        return false;
    tz_trim(&text, &size);
    const char *end = text + size;
    while (text < end) {
        utf8proc_uint8_t bytes[4];
        uint32_t character = tz_fold_character(tz_utf8_next(&text, end));
        if (tz_is_blank(character))
            character = ' ';
        size_t length = (size_t)utf8proc_encode_char((utf8proc_int32_t)character, bytes);
        if (used + length >= LONGEST_VALUE)
            return false;
        memcpy(folded + used, bytes, length);
        used += length;
    }
    folded[used] = '\0';
    return true;
}

/* The functions named take_ move the cursor past what they read. Of two of them, take_text and
 * take_digits, it stays where it was on false, so that another form can be tried there. */

static bool take_text(const char **cursor, const char *text)
{
    size_t length = strlen(text);
    if (strncmp(*cursor, text, length) != 0)
        return false;
    *cursor += length;
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A whole number of `fewest` to `most` digits; a further digit behind them is not taken. */
static bool take_digits(const char **cursor, int fewest, int most, int *number)
{
    const char *at = *cursor;
    int read = 0;
    for (; at - *cursor < most && is_digit(*at); at++)
        read = read * 10 + (*at - '0');
    if (at - *cursor < fewest)
        return false;
    *cursor = at;
    *number = read;
    return true;
}

static void write_digits(char *text, int width, int number)
{
    for (int i = width - 1; i >= 0; i--) {
        text[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

static void write_day(char day[11], int year, int month, int day_of_month)
{
    memcpy(day, "0000-00-00", 11);
    write_digits(day, 4, year);
    write_digits(day + 5, 2, month);
    write_digits(day + 8, 2, day_of_month);
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool day_exists(int year, int month, int day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || month < 1 || month > 12)
        return false;
    int length = lengths[month - 1] + (month == 2 && is_leap(year));
    return day >= 1 && day <= length;
}

static void pass_blanks(const char **cursor)
{
    while (**cursor == ' ')
        ++*cursor;
}

/* How a day is divided; the compact form divides by the number of digits. */
typedef struct day_form {
    const char *after_year, *after_month, *after_day;
    int fewest_digits; /* of month and day */
} day_form;

/* Blanks may stand before a mark. */
static bool take_mark(const char **cursor, const char *mark)
{
    if (mark[0] != '\0')
        pass_blanks(cursor);
    return take_text(cursor, mark);
}

/* And behind it, before a number: 2022 年 7 月 5 日. */
static bool take_part(const char **cursor, const char *mark, int fewest, int *part)
{
    if (!take_mark(cursor, mark))
        return false;
    if (mark[0] != '\0')
        pass_blanks(cursor);
    return take_digits(cursor, fewest, 2, part);
}

/* Hours, minutes or seconds, of which a day, an hour or a minute has so many. */
static bool take_time_part(const char **cursor, int fewest_digits, int count)
{
    int part;
    return take_digits(cursor, fewest_digits, 2, &part) && part < count;
}

/* A spreadsheet writes a day's time behind it: 2022-07-05 00:00:00, 2022-07-05T00:00:00.000. It is
 * dropped, where it is one. */
static bool take_time(const char **cursor)
{
    int fraction;
    if (!take_text(cursor, "T") && !take_text(cursor, " "))
        return false;
    pass_blanks(cursor);
    if (!take_time_part(cursor, 1, 24) || !take_text(cursor, ":") || !take_time_part(cursor, 2, 60))
        return false;
    if (take_text(cursor, ":") && !take_time_part(cursor, 2, 60))
        return false;
    return !take_text(cursor, ".") || take_digits(cursor, 1, 9, &fraction);
}

static bool read_day_as(const day_form *form, const char *text, int parts[3])
{
    return take_digits(&text, 4, 4, &parts[0]) &&
           take_part(&text, form->after_year, form->fewest_digits, &parts[1]) &&
           take_part(&text, form->after_month, form->fewest_digits, &parts[2]) &&
           take_mark(&text, form->after_day) && (*text == '\0' || take_time(&text)) &&
           *text == '\0';
}

bool tz_read_day(const char *text, char day[11])
{
    static const day_form forms[] = {
        {"-", "-", "", 1},     {"/", "/", "", 1},     {".", ".", "", 1},
        {"年", "月", "日", 1}, {"年", "月", "号", 1}, {"", "", "", 2},
    };
    char folded[LONGEST_VALUE];
    int parts[3];
    day[0] = '\0';
    if (!fold_value(text, folded))
        return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!read_day_as(&forms[i], folded, parts))
            continue;
        if (!day_exists(parts[0], parts[1], parts[2]))
            return false;
        write_day(day, parts[0], parts[1], parts[2]);
        return true;
    }
    return false;
}

/* 1 to 4 in Arabic or Chinese digits. */
static bool take_quarter_number(const char **cursor, int *number)
{
    static const char *const chinese[] = {"一", "二", "三", "四"};
    for (int i = 0; i < 4; i++) {
        if (take_text(cursor, chinese[i])) {
            *number = i + 1;
            return true;
        }
    }
    return take_digits(cursor, 1, 1, number) && *number >= 1 && *number <= 4;
}

/* What stands behind the year: Q1, -Q1, or 年第一季度. */
static bool take_quarter(const char **cursor, int *number)
{
    if (take_text(cursor, "年")) {
        take_text(cursor, "第");
        return take_quarter_number(cursor, number) && take_text(cursor, "季度");
    }
    take_text(cursor, "-");
    return (take_text(cursor, "Q") || take_text(cursor, "q")) &&
           take_digits(cursor, 1, 1, number) && *number >= 1 && *number <= 4;
}

bool tz_read_quarter(const char *text, char quarter[7])
{
    char folded[LONGEST_VALUE];
    const char *cursor = folded;
    int year, number;
    quarter[0] = '\0';
    if (!fold_value(text, folded) || !take_digits(&cursor, 4, 4, &year) || year < 1 ||
        !take_quarter(&cursor, &number) || *cursor != '\0')
        return false;
    memcpy(quarter, "0000Q0", 7);
    write_digits(quarter, 4, year);
    write_digits(quarter + 5, 1, number);
    return true;
}

/* More digits before the point than a double holds exactly are no figure of an office but a slip.
 */
enum { MOST_WHOLE_DIGITS = 15, MOST_DIGITS = 18 };

/* Digits, in groups of three where there are commas: 1234, 1,234. */
static bool take_whole(const char **cursor, uint64_t *whole, int *digits)
{
    const char *at = *cursor;
    int in_group = 0, groups = 0;
    *whole = 0;
    *digits = 0;
    for (; is_digit(*at) || *at == ','; at++) {
        if (*at == ',') {
            if (in_group == 0 || in_group > 3 || (groups > 0 && in_group != 3))
                return false;
            groups++;
            in_group = 0;
        } else {
            if (++*digits > MOST_WHOLE_DIGITS)
                return false;
            *whole = *whole * 10 + (uint64_t)(*at - '0');
            in_group++;
        }
    }
    *cursor = at;
    return in_group > 0 && (groups == 0 || in_group == 3);
}

/* A number, read without strtod: that one takes the point from the locale of the program around the
 * library, and takes 0x10, 1e9 and nan. Up to 15 digits the result is the nearest double; those
 * behind the 18th change nothing. */
static bool take_number(const char **cursor, double *number)
{
    bool is_negative = take_text(cursor, "-");
    uint64_t mantissa;
    int digits;
    double scale = 1;
    if (!take_whole(cursor, &mantissa, &digits))
        return false;
    if (take_text(cursor, ".")) {
        if (!is_digit(**cursor))
            return false;
        for (; is_digit(**cursor); ++*cursor) {
            if (++digits > MOST_DIGITS)
                continue;
            mantissa = mantissa * 10 + (uint64_t)(**cursor - '0');
            scale *= 10;
        }
    }
    *number = (is_negative ? -(double)mantissa : (double)mantissa) / scale;
    return true;
}

/* `suffix` may stand behind the number, after blanks. */
static bool read_number_with(const char *text, const char *suffix, double *number)
{
    char folded[LONGEST_VALUE];
    const char *cursor = folded;
    double read = 0;
    *number = 0;
    if (!fold_value(text, folded) || !take_number(&cursor, &read))
        return false;
    const char *blanks = cursor;
    pass_blanks(&blanks);
    if (take_text(&blanks, suffix))
        cursor = blanks;
    if (*cursor != '\0')
        return false;
    *number = read;
    return true;
}

bool tz_read_number(const char *text, double *number)
{
    return read_number_with(text, "", number);
}

bool tz_read_percent(const char *text, double *percent)
{
    return read_number_with(text, "%", percent);
}

/* A full stop may stand behind the word. */
static bool is_word_for_nothing(const char *text)
{
    static const char *const words[] = {"无", "暂无", "没有"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *rest = text;
        if (take_text(&rest, words[i]) && (take_text(&rest, "。") || *rest == '\0'))
            return *rest == '\0';
    }
    return false;
}

bool tz_says_nothing(const char *text)
{
    static const char *const strokes[] = {" ", "/", "\\", "-", "–", "—", "―", "─", "_"};
    char folded[LONGEST_VALUE];
    const char *cursor = folded;
    if (!fold_value(text, folded) || folded[0] == '\0')
        return false;
    if (is_word_for_nothing(folded))
        return true;
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes && *cursor != '\0';)
        i = take_text(&cursor, strokes[i]) ? 0 : i + 1;
    return *cursor == '\0';
}

void tz_today(char day[11])
{
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    write_day(day, local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}
