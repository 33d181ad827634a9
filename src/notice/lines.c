/* lines.c: the lines of a text, without what a document converter put around them. */
#include <string.h>

#include "fold.h"
#include "reader.h"

/* ---------------------------------------------------------------- radicals */

/* CJK radicals, Kangxi radicals and compatibility ideographs, which copying from PDF leaves, all
 * start with one of these two bytes. */
static bool may_be_radical(char byte)
{
    return byte == '\xE2' || byte == '\xEF';
}

static void report_radicals(notice_reader *reader, size_t line, size_t count, notice_span first)
{
    const char *cursor = first.begin;
    tz_buffer plain = {0};
    tz_utf8_add(&plain, tz_fold_radical(tz_utf8_next(&cursor, first.end)));
    if (plain.failed)
        reader->failed = true;
    notice_report(
        reader, NOTICE_REPAIRED, line, NULL, "%zu 个形似汉字的部首字符改为汉字，如 %.*s → %s",
        "%zu radical characters that look like Han characters replaced, such as %.*s → %s", count,
        (int)notice_span_size(first), first.begin, tz_buffer_text(&plain));
    tz_buffer_free(&plain);
}

/* Appends one line of the source, its radicals replaced; other bytes stay as they are. */
static void fold_line(notice_reader *reader, notice_span line, size_t number)
{
    const char *copied = line.begin, *cursor = line.begin;
    size_t count = 0;
    notice_span first = {NULL, NULL};
    while (cursor < line.end) {
        if (!may_be_radical(*cursor)) {
            cursor++;
            continue;
        }
        const char *begin = cursor;
        uint32_t character = tz_utf8_next(&cursor, line.end);
        uint32_t plain = tz_fold_radical(character);
        if (plain == character)
            continue;
        tz_buffer_add(&reader->folded, copied, (size_t)(begin - copied));
        tz_utf8_add(&reader->folded, plain);
        copied = cursor;
        if (count++ == 0)
            first = (notice_span){begin, cursor};
    }
    tz_buffer_add(&reader->folded, copied, (size_t)(line.end - copied));
    if (count > 0)
        report_radicals(reader, number, count, first);
}

/* The next line of `rest` without its end, taken off together with the end. */
static notice_span take_line(notice_span *rest)
{
    const char *end = memchr(rest->begin, '\n', notice_span_size(*rest));
    notice_span line = {rest->begin, end == NULL ? rest->end : end};
    rest->begin = end == NULL ? rest->end : end + 1;
    return line;
}

static void fold_source(notice_reader *reader)
{
    notice_span rest = reader->source;
    for (size_t number = 1; !notice_span_is_empty(rest); number++) {
        fold_line(reader, take_line(&rest), number);
        tz_buffer_add_char(&reader->folded, '\n');
    }
    if (reader->folded.failed)
        reader->failed = true;
}

/* ---------------------------------------------------------------- kinds */

/* ---, ***, ___, ——— */
static bool is_rule(notice_span line)
{
    uint32_t first = notice_span_first(line);
    if (!notice_is_dash(first) && first != '*' && first != '_' && first != '=')
        return false;
    size_t count = 0;
    while (!notice_span_is_empty(line)) {
        uint32_t character = notice_span_take_first(&line);
        if (character != first && !notice_is_space(character))
            return false;
        count += character == first;
    }
    return count >= 3;
}

/* 第 12 页, 第12页 共30页 */
static bool is_named_page(notice_span line)
{
    int number;
    if (!notice_span_take(&line, "第"))
        return false;
    line = notice_span_trim(line);
    if (notice_span_take_digits(&line, &number) == 0)
        return false;
    line = notice_span_trim(line);
    return notice_span_take(&line, "页") &&
           (notice_span_is_empty(line) || notice_span_ends(line, "页"));
}

/* — 12 —, - 12 -, and a bare 12 */
static bool is_page_number(notice_span line)
{
    if (is_named_page(line))
        return true;
    int number;
    bool opens = notice_is_dash(notice_span_first(line));
    while (notice_is_dash(notice_span_first(line)))
        notice_span_take_first(&line);
    line = notice_span_trim(line);
    size_t digits = notice_span_take_digits(&line, &number);
    line = notice_span_trim(line);
    bool closes = notice_is_dash(notice_span_first(line));
    while (notice_is_dash(notice_span_first(line)))
        notice_span_take_first(&line);
    return digits >= 1 && digits <= 3 && opens == closes && notice_span_is_empty(line);
}

static notice_line_kind line_kind(notice_span line)
{
    if (notice_span_is_empty(line))
        return NOTICE_LINE_BLANK;
    if (is_rule(line))
        return NOTICE_LINE_RULE;
    return is_page_number(line) ? NOTICE_LINE_PAGE_NUMBER : NOTICE_LINE_TEXT;
}

/* Takes the marks of markdown off both ends: # ## for a heading, ** for bold. */
static void strip_marks(notice_line *line)
{
    notice_span text = notice_span_trim(line->text);
    while (notice_span_take(&text, "#"))
        line->is_marked_heading = true;
    text = notice_span_trim(text);
    while (notice_span_take(&text, "*"))
        continue;
    while (notice_span_take_last(&text, "*"))
        continue;
    line->text = notice_span_trim(text);
}

void notice_lines_read(notice_reader *reader)
{
    fold_source(reader);
    notice_span rest = reader->source;
    const char *folded = tz_buffer_text(&reader->folded);
    notice_span folded_rest = {folded, folded + reader->folded.size};
    while (!reader->failed && !notice_span_is_empty(rest)) {
        notice_line line = {.source = take_line(&rest), .text = take_line(&folded_rest)};
        line.text = notice_span_trim(line.text);
        line.kind = line_kind(line.text);
        if (line.kind == NOTICE_LINE_TEXT)
            strip_marks(&line);
        if (notice_span_is_empty(line.text))
            line.kind = NOTICE_LINE_BLANK;
        notice_line *lines =
            notice_memory_grow(reader->memory, reader->lines, reader->line_count, sizeof *lines);
        if (lines == NULL) {
            reader->failed = true;
            return;
        }
        reader->lines = lines;
        lines[reader->line_count++] = line;
    }
}
