/* letterhead.c: title, document number, issuer, day and year of a notice, from what stands around
 * its tasks. */
#include <stdio.h>
#include <string.h>

#include "fold.h"
#include "reader.h"
#include "typeset.h"
#include "value.h"

/* Characters: a longer line is no title, number, issuer or day. */
enum { TITLE_LENGTH = 80, SHORT_LENGTH = 30 };

static bool is_longer_than(notice_span text, size_t limit)
{
    for (size_t length = 0; length <= limit; length++) {
        if (notice_span_take_first(&text) == 0)
            return false;
    }
    return true;
}

static const char *copy_of(notice_reader *reader, notice_span text)
{
    const char *copy = notice_memory_copy(reader->memory, text.begin, notice_span_size(text));
    if (copy == NULL)
        reader->failed = true;
    return copy;
}

/* The line of the first task, or behind the last line where there is none. */
static size_t first_task_line(const notice_reader *reader)
{
    for (size_t i = 0; i < reader->item_count; i++) {
        if (!reader->items[i].is_dropped)
            return reader->items[i].first_line;
    }
    return reader->line_count + 1;
}

/* ---------------------------------------------------------------- title */

/* 印发《X》 or 《X》印发 */
static bool find_quoted_title(notice_span text, notice_span *title)
{
    const char *begin = notice_span_find(text, "《");
    if (begin == NULL)
        return false;
    notice_span rest = {begin + strlen("《"), text.end}, front = {text.begin, begin};
    const char *end = notice_span_find(rest, "》");
    if (end == NULL)
        return false;
    *title = (notice_span){rest.begin, end};
    rest.begin = end + strlen("》");
    return notice_span_ends(front, "印发") || notice_span_starts(rest, "印发");
}

/* 关于印发X的通知 */
static bool find_issued_title(notice_span text, notice_span *title)
{
    const char *begin = notice_span_find(text, "关于印发");
    if (begin == NULL || !notice_span_ends(text, "的通知"))
        return false;
    *title = (notice_span){begin + strlen("关于印发"), text.end - strlen("的通知")};
    notice_span_take(title, "《");
    notice_span_take_last(title, "》");
    return true;
}

/* A line of its own that ends as the name of a plan does. */
static bool find_plain_title(notice_span text, notice_span *title)
{
    static const char *const endings[] = {"方案", "要点", "清单", "分工",  "分解表",
                                          "任务", "安排", "台账", "一览表"};
    *title = text;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (notice_span_ends(text, endings[i]))
            return !is_longer_than(text, TITLE_LENGTH);
    }
    return false;
}

static void find_title_with(notice_reader *reader, bool find(notice_span, notice_span *))
{
    size_t end = first_task_line(reader);
    tz_buffer text = {0};
    for (size_t i = 0; i < reader->piece_count && reader->plan->title == NULL; i++) {
        const notice_piece *piece = &reader->pieces[i];
        notice_span title;
        if (piece->last_line >= end || piece->mark != NOTICE_UNMARKED)
            continue;
        tz_buffer_clear(&text);
        notice_typeset(&text, piece->text);
        if (find(notice_span_of(tz_buffer_text(&text)), &title) && !notice_span_is_empty(title))
            reader->plan->title = copy_of(reader, title);
    }
    if (text.failed)
        reader->failed = true;
    tz_buffer_free(&text);
}

/* ---------------------------------------------------------------- number */

/* 聊政发〔2022〕5号 at the front of a line; `*size` is its length. */
static bool is_document_no(notice_span text, size_t *size)
{
    notice_span rest = text;
    int number;
    while (tz_is_han(notice_span_first(rest)))
        notice_span_take_first(&rest);
    if (rest.begin == text.begin ||
        notice_opening(notice_span_take_first(&rest)) == NOTICE_NO_BRACKET)
        return false;
    if (notice_span_take_digits(&rest, &number) != 4 ||
        notice_closing(notice_span_take_first(&rest)) == NOTICE_NO_BRACKET)
        return false;
    notice_span_take(&rest, "第");
    if (notice_span_take_digits(&rest, &number) == 0 || !notice_span_take(&rest, "号"))
        return false;
    *size = (size_t)(rest.begin - text.begin);
    return true;
}

/* The year of a document number stands in 〔〕 (GB/T 9704), whatever was typed. */
static const char *with_tortoise_brackets(notice_reader *reader, notice_span text)
{
    tz_buffer number = {0};
    while (!notice_span_is_empty(text)) {
        uint32_t character = notice_span_take_first(&text);
        if (notice_opening(character) != NOTICE_NO_BRACKET)
            character = 0x3014;
        else if (notice_closing(character) != NOTICE_NO_BRACKET)
            character = 0x3015;
        tz_utf8_add(&number, character);
    }
    const char *copy = copy_of(reader, notice_span_of(tz_buffer_text(&number)));
    if (number.failed)
        reader->failed = true;
    tz_buffer_free(&number);
    return copy;
}

static void find_document_no(notice_reader *reader)
{
    size_t end = first_task_line(reader), size;
    for (size_t i = 0; i + 1 < end && i < reader->line_count; i++) {
        if (reader->lines[i].kind != NOTICE_LINE_TEXT ||
            is_longer_than(reader->lines[i].text, TITLE_LENGTH))
            continue;
        const char *text = notice_typeset_copy(reader, reader->lines[i].text);
        if (text != NULL && is_document_no(notice_span_of(text), &size)) {
            reader->plan->document_no =
                with_tortoise_brackets(reader, (notice_span){text, text + size});
            return;
        }
    }
}

/* ---------------------------------------------------------------- day */

/* 二〇二二 as digits. */
static int chinese_digit(uint32_t character)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    if (character == 0x25CB || character == 0x96F6) /* ○, 零 */
        return 0;
    for (int digit = 0; digit < 10; digit++) {
        if (digits[digit] == character)
            return digit;
    }
    return notice_digit(character);
}

static bool take_year(notice_span *text, int *year)
{
    *year = 0;
    for (int i = 0; i < 4; i++) {
        int digit = chinese_digit(notice_span_take_first(text));
        if (digit < 0)
            return false;
        *year = 10 * *year + digit;
    }
    return notice_span_take(text, "年");
}

/* 三月, 11日: the number before `word`. */
static bool take_number(notice_span *text, const char *word, int *number)
{
    char ordinal[16] = "";
    const char *end = notice_span_find(*text, word);
    if (end == NULL || end == text->begin || (size_t)(end - text->begin) >= sizeof ordinal)
        return false;
    memcpy(ordinal, text->begin, (size_t)(end - text->begin));
    text->begin = end + strlen(word);
    return tz_read_ordinal(ordinal, number);
}

/* The whole text is a day: 2022年3月11日, 二〇二二年三月十一日. */
static bool is_day(notice_span text, char day[11])
{
    int year, month, date;
    char plain[40];
    if (!take_year(&text, &year) || !take_number(&text, "月", &month) ||
        !take_number(&text, "日", &date) || !notice_span_is_empty(text))
        return false;
    snprintf(plain, sizeof plain, "%04d-%d-%d", year, month, date);
    return tz_read_day(plain, day);
}

static bool is_office(notice_span text)
{
    static const char *const endings[] = {"政府", "办公室", "办公厅", "委员会",
                                          "小组", "局",     "市委",   "县委"};
    if (is_longer_than(text, SHORT_LENGTH))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (notice_span_ends(text, endings[i]))
            return true;
    }
    return false;
}

/* The day of a line that holds nothing else, also （2022年3月11日）. */
static bool line_is_day(notice_reader *reader, const notice_line *line, char day[11])
{
    if (line->kind != NOTICE_LINE_TEXT || is_longer_than(line->text, SHORT_LENGTH) ||
        !notice_span_contains(line->text, "日"))
        return false;
    const char *copy = notice_typeset_copy(reader, line->text);
    if (copy == NULL)
        return false;
    notice_span text = notice_span_of(copy);
    notice_span_take(&text, "（");
    notice_span_take_last(&text, "）");
    return is_day(text, day);
}

/* The day under the issuer's name; the day of printing (印发) stands on a line with that word. */
static void find_signature(notice_reader *reader)
{
    notice_plan *plan = reader->plan;
    const notice_line *before = NULL;
    char day[11];
    for (size_t i = 0; i < reader->line_count && !reader->failed; i++) {
        const notice_line *line = &reader->lines[i];
        if (line_is_day(reader, line, day)) {
            bool has_issuer = before != NULL && is_office(before->text);
            if (plan->signed_on == NULL || has_issuer)
                plan->signed_on = copy_of(reader, notice_span_of(day));
            if (has_issuer) {
                plan->issuer = notice_typeset_copy(reader, before->text);
                return;
            }
        }
        if (line->kind == NOTICE_LINE_TEXT)
            before = line;
    }
}

/* Without a signature: 聊城市人民政府关于印发…, 聊城市人民政府文件. */
static void find_issuer_in_head(notice_reader *reader)
{
    static const char *const words[] = {"关于印发", "关于", "文件"};
    size_t end = first_task_line(reader);
    for (size_t i = 0; i + 1 < end && i < reader->line_count; i++) {
        if (is_longer_than(reader->lines[i].text, TITLE_LENGTH))
            continue;
        const char *text = notice_typeset_copy(reader, reader->lines[i].text);
        for (size_t word = 0; text != NULL && word < sizeof words / sizeof *words; word++) {
            const char *found = notice_span_find(notice_span_of(text), words[word]);
            if (found != NULL && is_office((notice_span){text, found})) {
                reader->plan->issuer = copy_of(reader, (notice_span){text, found});
                return;
            }
        }
    }
}

/* ---------------------------------------------------------------- year and place */

static int year_in(const char *text)
{
    notice_span rest = notice_span_of(text == NULL ? "" : text);
    while (!notice_span_is_empty(rest)) {
        notice_span at = rest;
        int year;
        if (notice_span_starts(rest, "20") && notice_span_take_digits(&at, &year) == 4)
            return year;
        notice_span_take_first(&rest);
    }
    return 0;
}

/* Where the office names none, its own number and day tell the year. */
static void find_year(notice_reader *reader)
{
    notice_plan *plan = reader->plan;
    plan->year = reader->options->year;
    if (plan->year == 0)
        plan->year = year_in(plan->title);
    if (plan->year == 0)
        plan->year = year_in(plan->document_no);
    if (plan->year == 0)
        plan->year = year_in(plan->signed_on);
}

/* 聊城 of 聊城市人民政府. */
static void find_place(notice_reader *reader)
{
    if (reader->plan->issuer == NULL)
        return;
    notice_span issuer = notice_span_of(reader->plan->issuer), rest = issuer;
    while (!notice_span_is_empty(rest)) {
        const char *end = rest.begin;
        uint32_t character = notice_span_take_first(&rest);
        bool is_kind = character == 0x5E02 || character == 0x53BF || character == 0x533A ||
                       character == 0x7701; /* 市县区省 */
        if (is_kind && (size_t)(end - issuer.begin) >= strlen("聊城")) {
            reader->place = (notice_span){issuer.begin, end};
            return;
        }
    }
}

void notice_letterhead_read(notice_reader *reader)
{
    find_title_with(reader, find_quoted_title);
    find_title_with(reader, find_issued_title);
    find_title_with(reader, find_plain_title);
    find_document_no(reader);
    find_signature(reader);
    if (reader->plan->issuer == NULL)
        find_issuer_in_head(reader);
    find_year(reader);
    find_place(reader);
}
