/* Chinese and Arabic whole numbers, as the headings and items of a document are numbered. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "encoding.h"
#include "fold.h"
#include "value.h"

enum { ABOVE_UNITS = 10000, MOST_ORDINAL_DIGITS = 4 };

/* The value of a Chinese digit; -1 where it is none. */
static int chinese_digit(uint32_t character)
{
    static const uint32_t digits[] = {U'零', U'一', U'二', U'三', U'四',
                                      U'五', U'六', U'七', U'八', U'九'};
    for (int i = 0; i < 10; i++)
        if (character == digits[i])
            return i;
    if (character == U'〇')
        return 0;
    return character == U'两' ? 2 : -1;
}

static int arabic_digit(uint32_t character)
{
    return character >= '0' && character <= '9' ? (int)(character - '0') : -1;
}

static int chinese_unit(uint32_t character)
{
    switch (character) {
    case U'十':
        return 10;
    case U'百':
        return 100;
    case U'千':
        return 1000;
    default:
        return 0;
    }
}

static uint32_t next_folded(const char **cursor, const char *end)
{
    return tz_fold_character(tz_utf8_next(cursor, end));
}

/* One digit after another: 12, 二〇二二. False where anything else stands among them. */
static bool read_by_place(const char *text, const char *end, int (*digit_of)(uint32_t), int *number)
{
    int digits = 0;
    *number = 0;
    while (text < end) {
        int digit = digit_of(next_folded(&text, end));
        if (digit < 0 || ++digits > MOST_ORDINAL_DIGITS)
            return false;
        *number = *number * 10 + digit;
    }
    return digits > 0;
}

/* A number with 千, 百, 十 on its way from the left. */
typedef struct spoken_number {
    int sum;
    int digit;     /* read and still without its unit; -1 where there is none */
    int last_unit; /* each unit must be below the one before */
    bool skipped;  /* 零 stands for the units left out */
} spoken_number;

static bool add_zero(spoken_number *spoken)
{
    bool fits = spoken->digit < 0 && !spoken->skipped && spoken->last_unit >= 100 &&
                spoken->last_unit < ABOVE_UNITS;
    spoken->skipped = true;
    return fits;
}

static bool add_digit(spoken_number *spoken, int digit)
{
    bool fits = spoken->digit < 0;
    spoken->digit = digit;
    return fits;
}

static bool add_unit(spoken_number *spoken, int unit)
{
    bool is_bare_ten = spoken->digit < 0 && unit == 10; /* 十二 for 一十二 */
    if (unit >= spoken->last_unit || (spoken->digit < 0 && !is_bare_ten))
        return false;
    spoken->sum += unit * (is_bare_ten ? 1 : spoken->digit);
    spoken->digit = -1;
    spoken->last_unit = unit;
    spoken->skipped = false;
    return true;
}

/* The ones. 一百二 is refused: it is 120 to one reader and 102 to another. */
static bool finish(spoken_number *spoken)
{
    if (spoken->digit < 0)
        return !spoken->skipped;
    spoken->sum += spoken->digit;
    return spoken->skipped || spoken->last_unit == 10 || spoken->last_unit == ABOVE_UNITS;
}

static bool read_spoken(const char *text, const char *end, int *number)
{
    spoken_number spoken = {0, -1, ABOVE_UNITS, false};
    bool fits = text < end;
    while (fits && text < end) {
        uint32_t character = next_folded(&text, end);
        int digit = chinese_digit(character), unit = chinese_unit(character);
        if (unit > 0)
            fits = add_unit(&spoken, unit);
        else if (digit > 0)
            fits = add_digit(&spoken, digit);
        else
            fits = digit == 0 && add_zero(&spoken);
    }
    fits = fits && finish(&spoken);
    *number = spoken.sum;
    return fits;
}

bool tz_read_ordinal(const char *text, int *number)
{
    size_t size = strlen(text);
    *number = 0;
    if (!tz_utf8_is_valid(text, size, NULL))
        return false;
    tz_trim(&text, &size);
    const char *end = text + size;
    int read;
    bool is_number = read_by_place(text, end, arabic_digit, &read) ||
                     read_by_place(text, end, chinese_digit, &read) ||
                     read_spoken(text, end, &read);
    if (!is_number || read < 1)
        return false;
    *number = read;
    return true;
}
