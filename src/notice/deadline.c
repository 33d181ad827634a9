/* deadline.c: reading deadlines. What isn't certain is not read: 9月前 may mean August's end or
 * September's. */
#include "deadline.h"

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && is_leap_year(year));
}

/* Takes a whole number of at most `digits` digits, ended by something else. */
static bool take_number(const notice_phrase *phrase, notice_range *span, int digits, int *number)
{
    int count = 0;
    *number = 0;
    while (span->start < span->end && notice_is_digit(phrase->characters[span->start])) {
        if (++count > digits)
            return false;
        *number = *number * 10 + (int)(phrase->characters[span->start++] - '0');
    }
    return count > 0;
}

static bool take_any(const notice_phrase *phrase, notice_range *span, const char *const *words)
{
    size_t length = notice_begins_with_any(phrase, *span, words);
    span->start += length;
    return length > 0;
}

static bool take(const notice_phrase *phrase, notice_range *span, const char *word)
{
    const char *const words[] = {word, NULL};
    return take_any(phrase, span, words);
}

static notice_words before_words = {"前", "之前", "以前", NULL};
static notice_words end_words = {"底", "末", "终", NULL};

/* ---------------------------------------------------------------- parts of a date */

/* 2022年, 今年; leaves the span behind 年 of both. False where no year is named. */
static bool take_year(const notice_phrase *phrase, notice_range *span, int *year)
{
    static notice_words this_year = {"今年", "本年", "当年", "本年度", NULL};
    notice_range rest = *span;
    int number;
    if (take_any(phrase, span, this_year))
        return true;
    if (!take_number(phrase, &rest, 4, &number) || number < 2000 || !take(phrase, &rest, "年"))
        return false;
    take(phrase, &rest, "度");
    *year = number;
    *span = rest;
    return true;
}

/* 30日前; a month's day. */
static bool take_day(const notice_phrase *phrase, notice_range *span, notice_due *deadline)
{
    notice_range rest = *span;
    if (!take_number(phrase, &rest, 2, &deadline->day) ||
        !(take(phrase, &rest, "日") || take(phrase, &rest, "号")))
        return false;
    deadline->is_marked = take_any(phrase, &rest, before_words);
    *span = rest;
    return true;
}

/* 底前, 中旬; `day` is the last of it. */
static void take_part_of_month(const notice_phrase *phrase, notice_range *span,
                               notice_due *deadline)
{
    deadline->day = days_in_month(deadline->year, deadline->month);
    deadline->is_marked = true;
    if (take(phrase, span, "上旬"))
        deadline->day = 10;
    else if (take(phrase, span, "中旬"))
        deadline->day = 20;
    else if (!take(phrase, span, "下旬"))
        deadline->is_marked = take_any(phrase, span, end_words);
    if (deadline->is_marked)
        take_any(phrase, span, before_words);
}

/* 6月底前, 6月30日前, 6月份. */
static bool take_month(const notice_phrase *phrase, notice_range *span, notice_due *deadline)
{
    notice_range rest = *span;
    if (!take_number(phrase, &rest, 2, &deadline->month) || !take(phrase, &rest, "月"))
        return false;
    take(phrase, &rest, "份");
    if (!take_day(phrase, &rest, deadline)) {
        take_part_of_month(phrase, &rest, deadline);
        if (!deadline->is_marked && take_any(phrase, &rest, before_words))
            return false;
    }
    *span = rest;
    return true;
}

/* 三季度末, 第3季度. */
static bool take_quarter(const notice_phrase *phrase, notice_range *span, notice_due *deadline)
{
    static const char *const quarters[4][3] = {
        {"一季度", "1季度"}, {"二季度", "2季度"}, {"三季度", "3季度"}, {"四季度", "4季度"}};
    notice_range rest = *span;
    take(phrase, &rest, "第");
    for (int i = 0; i < 4; i++) {
        if (!take_any(phrase, &rest, quarters[i]))
            continue;
        deadline->month = 3 * (i + 1);
        deadline->day = days_in_month(deadline->year, deadline->month);
        deadline->is_marked = take_any(phrase, &rest, end_words) || take(phrase, &rest, "内");
        if (take_any(phrase, &rest, before_words) && !deadline->is_marked)
            return false;
        *span = rest;
        return true;
    }
    return false;
}

static bool take_half(const notice_phrase *phrase, notice_range *span, notice_due *deadline)
{
    bool is_first = take(phrase, span, "上半年");
    if (!is_first && !take(phrase, span, "下半年"))
        return false;
    deadline->month = is_first ? 6 : 12;
    deadline->day = is_first ? 30 : 31;
    deadline->is_marked = true;
    return true;
}

/* 年底前, 年内; with a year in front its 年 was taken with it. */
static bool take_year_end(const notice_phrase *phrase, notice_range *span, bool has_year,
                          notice_due *deadline)
{
    static notice_words inside = {"内", "以内", NULL};
    notice_range rest = *span;
    if (!has_year && !take(phrase, &rest, "年"))
        return false;
    deadline->month = 12;
    deadline->day = 31;
    deadline->is_marked = take_any(phrase, &rest, end_words);
    if (deadline->is_marked)
        take_any(phrase, &rest, before_words);
    else
        deadline->is_marked = take_any(phrase, &rest, inside);
    if (!deadline->is_marked && (!has_year || take_any(phrase, &rest, before_words)))
        return false;
    *span = rest;
    return true;
}

/* 2022-09-30, 2022.9.30, 2022/9: as tables have it. */
static bool take_figures(const notice_phrase *phrase, notice_range *span, notice_due *deadline)
{
    notice_range rest = *span;
    uint32_t sign;
    if (!take_number(phrase, &rest, 4, &deadline->year) || deadline->year < 2000)
        return false;
    sign = notice_phrase_at(phrase, rest.start++);
    if ((sign != '-' && sign != '.' && sign != '/') || rest.start >= rest.end ||
        !take_number(phrase, &rest, 2, &deadline->month))
        return false;
    deadline->day = days_in_month(deadline->year, deadline->month);
    if (rest.start < rest.end && notice_phrase_at(phrase, rest.start) == sign) {
        rest.start++;
        if (!take_number(phrase, &rest, 2, &deadline->day))
            return false;
    }
    deadline->is_marked = take_any(phrase, &rest, before_words);
    *span = rest;
    return true;
}

/* ---------------------------------------------------------------- the whole */

static bool exists(const notice_due *deadline)
{
    return deadline->day >= 1 && deadline->day <= days_in_month(deadline->year, deadline->month);
}

bool notice_deadline_at(const notice_phrase *phrase, notice_range span, int year,
                        notice_due *deadline)
{
    size_t start = span.start;
    bool has_year;
    *deadline = (notice_due){.year = year};
    if (!take_figures(phrase, &span, deadline)) {
        deadline->year = year;
        has_year = take_year(phrase, &span, &deadline->year);
        if (deadline->year == 0 ||
            !(take_month(phrase, &span, deadline) || take_quarter(phrase, &span, deadline) ||
              take_half(phrase, &span, deadline) ||
              take_year_end(phrase, &span, has_year, deadline)))
            return false;
    }
    deadline->length = span.start - start;
    return exists(deadline);
}

size_t notice_time_words(const notice_phrase *phrase, notice_range span)
{
    enum {
        ANY_YEAR = 2000
    }; /* only the length is asked; a leap year, so that 29 February is read */
    static notice_words up_to = {"到", "至", "截至", "截止", "于", NULL};
    size_t prefix = notice_begins_with_any(phrase, span, up_to);
    notice_range rest = {span.start + prefix, span.end};
    notice_due deadline;
    if (!notice_deadline_at(phrase, rest, ANY_YEAR, &deadline))
        return 0;
    return prefix + deadline.length;
}
