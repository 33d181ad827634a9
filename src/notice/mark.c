/* mark.c: what a paragraph starts with: 一、 （一） 7. (1) */
#include <string.h>

#include "paragraph.h"
#include "value.h"

static bool is_numeral(uint32_t character)
{
    static const char numerals[] = "一二三四五六七八九十百";
    notice_span rest = notice_span_of(numerals);
    while (!notice_span_is_empty(rest)) {
        if (notice_span_take_first(&rest) == character)
            return true;
    }
    return false;
}

/* Takes 十二 off the front; at most four numerals. */
static bool take_numeral(notice_span *text, int *number, notice_span *label)
{
    char numeral[16] = "";
    notice_span rest = *text;
    for (int length = 0; length < 4 && is_numeral(notice_span_first(rest)); length++)
        notice_span_take_first(&rest);
    *label = (notice_span){text->begin, rest.begin};
    size_t size = notice_span_size(*label);
    if (size == 0)
        return false;
    memcpy(numeral, label->begin, size);
    *text = rest;
    return tz_read_ordinal(numeral, number);
}

static bool take_bracketed(notice_span *text, notice_mark *mark, int *number, notice_span *label)
{
    notice_span rest = *text;
    if (notice_opening(notice_span_take_first(&rest)) != NOTICE_ROUND)
        return false;
    rest = notice_span_trim(rest);
    *mark = NOTICE_CHINESE_BRACKET;
    if (!take_numeral(&rest, number, label)) {
        label->begin = rest.begin;
        if (notice_span_take_digits(&rest, number) == 0 || *number < 0)
            return false;
        label->end = rest.begin;
        *mark = NOTICE_NUMBER_BRACKET;
    }
    rest = notice_span_trim(rest);
    if (notice_closing(notice_span_take_first(&rest)) != NOTICE_ROUND)
        return false;
    *text = rest;
    return true;
}

/* 一、 but not 一、二、三产业 that a line end left at the front. */
static bool take_chinese(notice_span *text, int *number, notice_span *label)
{
    notice_span rest = *text;
    if (!take_numeral(&rest, number, label) || !notice_span_take(&rest, "、"))
        return false;
    notice_span next = rest, next_label;
    int next_number;
    if (take_numeral(&next, &next_number, &next_label) && notice_span_starts(next, "、"))
        return false;
    *text = rest;
    return true;
}

/* 7. 7． 7、 but neither 5.5% nor 3、4号线. A backslash is what a converter to markdown writes. */
static bool take_number(notice_span *text, int *number, notice_span *label)
{
    notice_span rest = *text;
    size_t digits = notice_span_take_digits(&rest, number);
    *label = (notice_span){text->begin, rest.begin};
    if (digits == 0 || *number < 0)
        return false;
    rest = notice_span_trim(rest);
    notice_span_take(&rest, "\\");
    if (!notice_span_take(&rest, ".") && !notice_span_take(&rest, "．") &&
        !notice_span_take(&rest, "、"))
        return false;
    if (notice_digit(notice_span_first(rest)) >= 0)
        return false;
    *text = rest;
    return true;
}

notice_mark notice_mark_take(notice_span *text, int *number, notice_span *label)
{
    notice_mark mark = NOTICE_UNMARKED;
    notice_span rest = notice_span_trim(*text);
    *number = 0;
    *label = (notice_span){rest.begin, rest.begin};
    if (take_chinese(&rest, number, label))
        mark = NOTICE_CHINESE;
    else if (take_number(&rest, number, label))
        mark = NOTICE_NUMBER;
    else if (!take_bracketed(&rest, &mark, number, label))
        return NOTICE_UNMARKED;
    *text = notice_span_trim(rest);
    return mark;
}
