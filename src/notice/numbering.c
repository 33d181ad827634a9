/* numbering.c: the code of every item, and what is wrong with the numbers that stand in the text.
 *
 * A notice numbers its tasks through (1 to 186), or anew under each heading, or not at all. Only
 * the first gives codes that name a task; in the others codes are counted through. */
#include <stdarg.h>

#include "reader.h"

enum { HIGHEST_NUMBER = 9999 };

typedef struct number_series {
    notice_reader *reader;
    notice_mark mark; /* of the tasks: the one that most of them carry */
    int highest;      /* number that stands, or has been counted */
    bool stands[HIGHEST_NUMBER + 1];
    bool is_taken[HIGHEST_NUMBER + 1];
} number_series;

/* ---------------------------------------------------------------- what is no task */

static bool is_top(const notice_item *item)
{
    return item->parent < 0 && !item->is_dropped;
}

static bool has_assignment(const notice_item *item)
{
    return item->list_count > 0 || item->has_children;
}

static bool goes_before(const notice_item *item, const notice_item *next)
{
    return item->mark == next->mark && item->number + 1 == next->number;
}

/* An item without a bracket is a task that lost it where its number fits; else an enumeration in
 * the prose. */
static bool fits_behind(const notice_item *item, const notice_item *previous)
{
    return goes_before(previous, item) || (item->number == 1 && item->follows_heading);
}

/* Items before the first with a bracket are an enumeration of the preamble, but for those that
 * count up to it. */
static size_t drop_preamble(notice_reader *reader)
{
    size_t first = 0;
    while (first < reader->item_count && !has_assignment(&reader->items[first]))
        first++;
    size_t kept = first;
    while (kept > 0 && first < reader->item_count &&
           goes_before(&reader->items[kept - 1], &reader->items[kept]))
        kept--;
    for (size_t i = 0; i < kept; i++)
        reader->items[i].is_dropped = true;
    return first;
}

static void drop_enumerations(notice_reader *reader)
{
    const notice_item *previous = NULL;
    for (size_t i = drop_preamble(reader); i < reader->item_count; i++) {
        notice_item *item = &reader->items[i];
        if (item->parent >= 0)
            continue;
        if (!has_assignment(item) && previous != NULL && !fits_behind(item, previous)) {
            item->is_dropped = true;
            notice_report(reader, NOTICE_GAP, item->first_line, NULL,
                          "编号%d的一段没有责任括号，编号也接不上，略过",
                          "item %d has no task bracket and its number does not fit; passed over",
                          item->number);
            continue;
        }
        previous = item;
    }
}

/* ---------------------------------------------------------------- how tasks are numbered */

static notice_mark most_common_mark(const notice_reader *reader)
{
    size_t counts[NOTICE_NUMBER_BRACKET + 1] = {0};
    notice_mark most = NOTICE_UNMARKED;
    for (size_t i = 0; i < reader->item_count; i++) {
        if (is_top(&reader->items[i]))
            counts[reader->items[i].mark]++;
    }
    for (notice_mark mark = NOTICE_UNMARKED; mark <= NOTICE_NUMBER_BRACKET; mark++) {
        if (counts[mark] > counts[most])
            most = mark;
    }
    return most;
}

/* 1 again under a new heading, and 2 behind it: no misprint of 11. */
static bool starts_anew(const notice_item *item, const notice_item *next)
{
    return item->number == 1 && item->follows_heading &&
           (next == NULL || next->follows_heading || next->number == 2);
}

static const notice_item *next_top(const notice_reader *reader, size_t index)
{
    for (size_t i = index + 1; i < reader->item_count; i++) {
        if (is_top(&reader->items[i]))
            return &reader->items[i];
    }
    return NULL;
}

static bool is_numbered_anew(const number_series *series)
{
    const notice_reader *reader = series->reader;
    bool has_number = false;
    for (size_t i = 0; i < reader->item_count; i++) {
        const notice_item *item = &reader->items[i];
        if (!is_top(item) || item->mark != series->mark)
            continue;
        if (has_number && starts_anew(item, next_top(reader, i)))
            return true;
        has_number = true;
    }
    return false;
}

/* ---------------------------------------------------------------- codes */

static void set_code(notice_reader *reader, notice_item *item, bool was_counted, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));

static void set_code(notice_reader *reader, notice_item *item, bool was_counted, const char *format,
                     ...)
{
    tz_buffer code = {0};
    va_list arguments;
    va_start(arguments, format);
    tz_buffer_format_list(&code, format, arguments);
    va_end(arguments);
    item->code =
        code.failed ? NULL : notice_memory_copy(reader->memory, tz_buffer_text(&code), code.size);
    item->code_was_counted = was_counted;
    tz_buffer_free(&code);
    if (item->code == NULL)
        reader->failed = true;
}

static void count_through(notice_reader *reader, bool had_numbers)
{
    int count = 0;
    for (size_t i = 0; i < reader->item_count && !reader->failed; i++) {
        notice_item *item = &reader->items[i];
        if (!is_top(item))
            continue;
        set_code(reader, item, true, "%d", ++count);
        if (count == 1 && had_numbers)
            notice_report(
                reader, NOTICE_QUESTION, item->first_line, NULL,
                "各标题下重新编号，任务编号改为从1起连续计",
                "numbers start anew under each heading; codes are counted through from 1");
        else if (count == 1)
            notice_report(reader, NOTICE_QUESTION, item->first_line, NULL,
                          "任务没有编号，从1起连续计",
                          "tasks have no number; codes are counted from 1");
    }
}

static bool has_own_number(const number_series *series, const notice_item *item)
{
    return item->mark == series->mark && item->number >= 0 && item->number <= HIGHEST_NUMBER;
}

static void note_numbers(number_series *series)
{
    for (size_t i = 0; i < series->reader->item_count; i++) {
        const notice_item *item = &series->reader->items[i];
        if (!is_top(item) || !has_own_number(series, item))
            continue;
        series->stands[item->number] = true;
        if (item->number > series->highest)
            series->highest = item->number;
    }
}

static bool is_free(const number_series *series, int number)
{
    return number > 0 && number <= HIGHEST_NUMBER && !series->stands[number] &&
           !series->is_taken[number];
}

/* An item without a number, or with one that is taken, gets the next one where that is missing,
 * else one behind the last. */
static int counted_number(number_series *series, const notice_item *item, int previous)
{
    notice_reader *reader = series->reader;
    int number = previous + 1;
    bool fills_hole = is_free(series, number) && number < series->highest;
    if (!fills_hole)
        number = ++series->highest;
    if (has_own_number(series, item))
        notice_report(reader, NOTICE_GAP, item->first_line, NULL, "编号%d重复，本项暂编为%d",
                      "number %d stands twice; this item is counted as %d", item->number, number);
    else if (fills_hole)
        notice_report(reader, NOTICE_REPAIRED, item->first_line, NULL, "缺编号，按顺序补为%d",
                      "the number is missing; %d supplied from the order", number);
    else
        notice_report(reader, NOTICE_QUESTION, item->first_line, NULL, "没有编号，接在最后编为%d",
                      "no number; counted behind the last one as %d", number);
    return number;
}

static int number_item(number_series *series, notice_item *item, int previous)
{
    int number = item->number;
    bool keeps = has_own_number(series, item) && !series->is_taken[number];
    if (!keeps)
        number = counted_number(series, item, previous);
    else if (number < previous)
        notice_report(series->reader, NOTICE_QUESTION, item->first_line, NULL,
                      "编号%d在%d之后，次序颠倒", "number %d stands behind %d", number, previous);
    if (number <= HIGHEST_NUMBER)
        series->is_taken[number] = true;
    set_code(series->reader, item, !keeps, "%d", number);
    return number;
}

/* ---------------------------------------------------------------- gaps */

static void report_gap(notice_reader *reader, size_t line, const char *before, int first, int last,
                       const char *behind)
{
    if (first == last)
        notice_report(reader, NOTICE_GAP, line, NULL, "缺编号%s%d%s", "number %s%d%s is missing",
                      before, first, behind);
    else
        notice_report(reader, NOTICE_GAP, line, NULL, "缺编号%s%d%s至%s%d%s",
                      "numbers %s%d%s to %s%d%s are missing", before, first, behind, before, last,
                      behind);
}

/* Reports the numbers that no item took, at the line of the item behind the hole. */
static void report_gaps(number_series *series)
{
    notice_reader *reader = series->reader;
    int expected = 1;
    for (size_t i = 0; i < reader->item_count; i++) {
        const notice_item *item = &reader->items[i];
        if (!is_top(item) || !has_own_number(series, item))
            continue;
        int first = expected;
        while (first < item->number && series->is_taken[first])
            first++;
        int last = item->number - 1;
        while (last > first && series->is_taken[last])
            last--;
        if (first <= last && first < item->number)
            report_gap(reader, item->first_line, "", first, last, "");
        if (item->number >= expected)
            expected = item->number + 1;
    }
}

static void number_through(number_series *series)
{
    notice_reader *reader = series->reader;
    int previous = 0;
    note_numbers(series);
    for (size_t i = 0; i < reader->item_count && !reader->failed; i++) {
        if (is_top(&reader->items[i]))
            previous = number_item(series, &reader->items[i], previous);
    }
    report_gaps(series);
}

/* 6(1), 6(2): `last` is the last number given under the same parent. */
static int number_child(notice_reader *reader, notice_item *child, int last)
{
    const char *parent = reader->items[child->parent].code;
    int number = child->number;
    bool keeps = number > last;
    if (!keeps)
        number = last + 1;
    set_code(reader, child, !keeps, "%s(%d)", parent, number);
    if (!keeps)
        notice_report(
            reader, NOTICE_GAP, child->first_line, NULL, "分项编号（%d）重复，本项暂编为%s",
            "sub-item (%d) stands twice; this one is counted as %s", child->number, child->code);
    else if (number > last + 1)
        report_gap(reader, child->first_line, "（", last + 1, number - 1, "）");
    return number;
}

static void number_children(notice_reader *reader)
{
    int parent = -1, last = 0;
    for (size_t i = 0; i < reader->item_count && !reader->failed; i++) {
        notice_item *item = &reader->items[i];
        if (item->parent < 0)
            continue;
        if (item->parent != parent)
            last = 0;
        parent = item->parent;
        last = number_child(reader, item, last);
    }
}

void notice_items_number(notice_reader *reader)
{
    drop_enumerations(reader);
    number_series *through = notice_memory_take(reader->memory, sizeof *through);
    if (through == NULL || reader->failed) {
        reader->failed = true;
        return;
    }
    through->reader = reader;
    through->mark = most_common_mark(reader);
    bool has_numbers = through->mark != NOTICE_UNMARKED;
    if (!has_numbers || is_numbered_anew(through))
        count_through(reader, has_numbers);
    else
        number_through(through);
    number_children(reader);
}
