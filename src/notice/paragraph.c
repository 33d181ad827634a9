/* paragraph.c: joins lines that belong together, also over blank lines and page numbers of a page
 * break. */
#include "paragraph.h"

#include <string.h>

#include "fold.h"

/* A line of fewer characters was ended by its writer, not by the width of the page. */
enum { FULL_LINE = 15, HEADING_LENGTH = 50 };

typedef struct paragraph_builder {
    notice_reader *reader;
    bool is_open; /* a paragraph has begun */
    tz_buffer text;
    notice_mark mark;
    bool is_marked_heading;
    size_t first_line, last_line;
    size_t last_line_length; /* in characters, up to FULL_LINE */
    notice_join *joins;
    size_t join_count;
    size_t depth;   /* of brackets of any shape */
    size_t opening; /* offset of the outermost open or last closed bracket */
    bool ends_with_task_bracket;
    bool has_gap;     /* blank lines since the last line of text */
    size_t page_line; /* of a page number since then, or 0 */
} paragraph_builder;

static notice_span text_of(const paragraph_builder *builder)
{
    const char *text = tz_buffer_text(&builder->text);
    return (notice_span){text, text + builder->text.size};
}

bool notice_ends_sentence(uint32_t character)
{
    switch (character) {
    case 0x3002: /* 。 */
    case 0xFF01:
    case 0xFF1F:
    case 0xFF1B:
    case 0xFF1A:
    case '!':
    case '?':
    case ';':
    case ':':
        return true;
    default:
        return false;
    }
}

static bool is_comma(uint32_t character)
{
    return character == 0xFF0C || character == ',' || character == 0x3001;
}

/* The number of characters, counted up to `limit`. */
static size_t length_up_to(notice_span text, size_t limit)
{
    size_t length = 0;
    while (length < limit && notice_span_take_first(&text) != 0)
        length++;
    return length;
}

bool notice_is_heading(notice_span text)
{
    text = notice_span_trim(text);
    size_t length = 0;
    uint32_t last = notice_span_last(text);
    while (!notice_span_is_empty(text)) {
        uint32_t character = notice_span_take_first(&text);
        bool is_colon = character == 0xFF1A || character == ':';
        if (++length > HEADING_LENGTH ||
            (notice_ends_sentence(character) && !is_colon && !notice_span_is_empty(text)))
            return false;
    }
    return length > 0 && !is_comma(last);
}

/* ---------------------------------------------------------------- adding a line */

/* A task bracket, and no （街道）, has just been closed. */
static bool closes_task_bracket(const paragraph_builder *builder)
{
    static const char *const words[] = {"单位", "部门", "牵头", "负责", "配合", "时限"};
    notice_span content = text_of(builder);
    content.begin += builder->opening;
    return notice_span_contains_any(content, words, sizeof words / sizeof *words);
}

static void add_character(paragraph_builder *builder, notice_span character)
{
    uint32_t code = notice_span_first(character);
    if (notice_opening(code) != NOTICE_NO_BRACKET && builder->depth++ == 0)
        builder->opening = builder->text.size;
    tz_buffer_add(&builder->text, character.begin, notice_span_size(character));
    if (!notice_is_space(code))
        builder->ends_with_task_bracket = false;
    if (notice_closing(code) != NOTICE_NO_BRACKET && builder->depth > 0 && --builder->depth == 0)
        builder->ends_with_task_bracket = closes_task_bracket(builder);
}

static void take_dashes(notice_span *text)
{
    for (int i = 0; i < 2 && notice_is_dash(notice_span_first(*text)); i++)
        notice_span_take_first(text);
}

/* A page number that a converter left inside a line: 市发展— 12 —改革委. */
static bool take_page_number(const paragraph_builder *builder, notice_span *text)
{
    notice_span page = *text;
    int number;
    if (!notice_is_dash(notice_span_first(page)) ||
        !tz_is_chinese(notice_span_last(text_of(builder))))
        return false;
    take_dashes(&page);
    page = notice_span_trim(page);
    size_t digits = notice_span_take_digits(&page, &number);
    page = notice_span_trim(page);
    if (digits == 0 || digits > 3 || !notice_is_dash(notice_span_first(page)))
        return false;
    take_dashes(&page);
    page = notice_span_trim(page);
    if (!tz_is_chinese(notice_span_first(page)))
        return false;
    *text = page;
    return true;
}

/* Takes a mark of markdown off: ** for bold, the backslash before a character that would be one. */
static bool take_markdown(notice_span *text)
{
    static const char escaped[] = "\\`*_{}[]()#+-.!~";
    if (notice_span_take(text, "**"))
        return true;
    if (notice_span_size(*text) < 2 || text->begin[0] != '\\' || text->begin[1] == '\0' ||
        strchr(escaped, text->begin[1]) == NULL)
        return false;
    text->begin++;
    return true;
}

static void add_text(paragraph_builder *builder, notice_span rest, size_t line)
{
    while (!notice_span_is_empty(rest)) {
        const char *begin = rest.begin;
        if (take_page_number(builder, &rest)) {
            notice_report(
                builder->reader, NOTICE_REPAIRED, line, NULL, "文字中间的页码“%.*s”已去掉",
                "page number “%.*s” inside the text removed", (int)(rest.begin - begin), begin);
            continue;
        }
        take_markdown(&rest);
        notice_span character = {rest.begin, rest.begin};
        if (notice_span_take_first(&rest) == 0 && notice_span_is_empty(rest))
            return;
        character.end = rest.begin;
        add_character(builder, character);
    }
}

static void add_join(paragraph_builder *builder, size_t line)
{
    notice_join *joins = notice_memory_grow(builder->reader->memory, builder->joins,
                                            builder->join_count, sizeof *joins);
    if (joins == NULL) {
        builder->reader->failed = true;
        return;
    }
    builder->joins = joins;
    joins[builder->join_count++] = (notice_join){builder->text.size, line};
}

/* ---------------------------------------------------------------- joining */

/* 层层, 人人, 久久为功: characters that are written twice in a row. */
static bool is_reduplicable(notice_span character)
{
    static const char words[] = "层人处时事家户年月天日常久实稳多大早快好往种重一双明村步件条个样渐"
                                "切扎逐仅刚偏默滚熙蒸欣朗冉津孜兢勃源代点滴方面形色郁绵";
    char copy[8] = "";
    if (notice_span_size(character) >= sizeof copy)
        return false;
    memcpy(copy, character.begin, notice_span_size(character));
    return strstr(words, copy) != NULL;
}

/* A page break may repeat its last character at the head of the next page: 市发展改革委 | 委、. */
static void repair_doubled(const paragraph_builder *builder, notice_span *text, size_t line)
{
    notice_span rest = *text;
    uint32_t character = notice_span_take_first(&rest);
    if (!tz_is_han(character) || character != notice_span_last(text_of(builder)))
        return;
    notice_span doubled = {text->begin, rest.begin};
    int size = (int)notice_span_size(doubled);
    if (builder->depth == 0 && is_reduplicable(doubled)) {
        notice_report(builder->reader, NOTICE_QUESTION, line, NULL,
                      "分页处“%.*s”字连写两次，按叠字保留",
                      "“%.*s” stands on both sides of a page break; kept twice, as a doubled word",
                      size, doubled.begin);
        return;
    }
    notice_report(builder->reader, NOTICE_REPAIRED, line, NULL, "分页处重复的“%.*s”字已去掉一个",
                  "“%.*s” was repeated across a page break; one removed", size, doubled.begin);
    *text = rest;
}

static bool is_letter(uint32_t character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

static void report_page_line(const paragraph_builder *builder, bool was_joined)
{
    if (builder->page_line == 0)
        return;
    notice_span page = builder->reader->lines[builder->page_line - 1].text;
    int size = (int)notice_span_size(page);
    if (was_joined)
        notice_report(builder->reader, NOTICE_REPAIRED, builder->page_line, NULL,
                      "段落中间的页码“%.*s”已去掉", "page number “%.*s” inside a paragraph removed",
                      size, page.begin);
    else if (notice_digit(notice_span_first(page)) >= 0)
        notice_report(builder->reader, NOTICE_QUESTION, builder->page_line, NULL,
                      "只有数字“%.*s”的一行，按页码略过",
                      "a line of nothing but “%.*s”, passed over as a page number", size,
                      page.begin);
}

static void append_line(paragraph_builder *builder, size_t index)
{
    notice_span text = builder->reader->lines[index].text;
    if (builder->has_gap)
        repair_doubled(builder, &text, index + 1);
    else if (is_letter(notice_span_last(text_of(builder))) && is_letter(notice_span_first(text)))
        tz_buffer_add_char(&builder->text, ' ');
    add_join(builder, index + 1);
    add_text(builder, text, index + 1);
    builder->last_line = index + 1;
    builder->last_line_length = length_up_to(text, FULL_LINE);
}

static notice_mark mark_of(notice_span text)
{
    int number;
    notice_span label;
    return notice_mark_take(&text, &number, &label);
}

/* 2022年3月11日 and 抄送：…: never the rest of a broken line. */
static bool stands_alone(notice_span line)
{
    static const char *const beginnings[] = {"抄送", "主送", "附件", "(此件", "（此件"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        if (notice_span_starts(line, beginnings[i]))
            return true;
    }
    bool is_year = notice_span_starts(line, "20") || notice_span_starts(line, "二〇");
    return is_year && length_up_to(line, FULL_LINE) < FULL_LINE && notice_span_ends(line, "日");
}

/* An unmarked line that ends so is a title. */
static bool ends_as_title(notice_span text)
{
    static const char *const endings[] = {"方案", "通知", "要点", "清单", "分解表",
                                          "安排", "文件", "号",   "任务"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (notice_span_ends(text, endings[i]))
            return true;
    }
    return false;
}

static bool is_unfinished(const paragraph_builder *builder)
{
    notice_span text = text_of(builder);
    bool is_title = builder->mark == NOTICE_UNMARKED && ends_as_title(text);
    return !notice_ends_sentence(notice_span_last(text)) && !builder->ends_with_task_bracket &&
           !is_title && builder->last_line_length >= FULL_LINE;
}

static bool is_heading_so_far(const paragraph_builder *builder)
{
    return (builder->mark == NOTICE_CHINESE || builder->mark == NOTICE_CHINESE_BRACKET) &&
           notice_is_heading(text_of(builder));
}

/* Whether a line goes on with the paragraph that is open. */
static bool continues(const paragraph_builder *builder, const notice_line *line)
{
    if (!builder->is_open || line->is_marked_heading || mark_of(line->text) != NOTICE_UNMARKED)
        return false;
    if (builder->depth > 0 || notice_opens_with_label(line->text))
        return true;
    if (builder->is_marked_heading || stands_alone(line->text) || !is_unfinished(builder))
        return false;
    if (!is_heading_so_far(builder))
        return true;
    /* The second line of a long heading is short and ends without a mark. */
    return !builder->has_gap && length_up_to(line->text, FULL_LINE) < FULL_LINE &&
           !notice_ends_sentence(notice_span_last(line->text));
}

/* ---------------------------------------------------------------- paragraphs */

static void finish(paragraph_builder *builder)
{
    notice_reader *reader = builder->reader;
    if (!builder->is_open)
        return;
    builder->is_open = false;
    const char *copy =
        notice_memory_copy(reader->memory, tz_buffer_text(&builder->text), builder->text.size);
    if (copy == NULL || builder->text.failed) {
        reader->failed = true;
        return;
    }
    notice_paragraph paragraph = {.whole = {copy, copy + builder->text.size},
                                  .first_line = builder->first_line,
                                  .last_line = builder->last_line,
                                  .joins = builder->joins,
                                  .join_count = builder->join_count};
    if (!reader->failed)
        notice_paragraph_cut(reader, &paragraph);
}

static void start(paragraph_builder *builder, size_t index)
{
    const notice_line *line = &builder->reader->lines[index];
    tz_buffer text = builder->text;
    tz_buffer_clear(&text);
    *builder = (paragraph_builder){.reader = builder->reader,
                                   .is_open = true,
                                   .text = text,
                                   .mark = mark_of(line->text),
                                   .is_marked_heading = line->is_marked_heading,
                                   .first_line = index + 1};
    append_line(builder, index);
}

static void read_line(paragraph_builder *builder, size_t index)
{
    const notice_line *line = &builder->reader->lines[index];
    if (line->kind != NOTICE_LINE_TEXT) {
        builder->has_gap = true;
        if (line->kind == NOTICE_LINE_PAGE_NUMBER)
            builder->page_line = index + 1;
        return;
    }
    bool goes_on = continues(builder, line);
    report_page_line(builder, goes_on);
    if (goes_on) {
        append_line(builder, index);
    } else {
        finish(builder);
        start(builder, index);
    }
    builder->has_gap = false;
    builder->page_line = 0;
}

void notice_pieces_read(notice_reader *reader)
{
    paragraph_builder builder = {.reader = reader};
    for (size_t i = 0; i < reader->line_count && !reader->failed; i++)
        read_line(&builder, i);
    report_page_line(&builder, false);
    finish(&builder);
    tz_buffer_free(&builder.text);
}

size_t notice_paragraph_line(const notice_paragraph *paragraph, const char *at)
{
    size_t offset = (size_t)(at - paragraph->whole.begin);
    size_t low = 0, high = paragraph->join_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->joins[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return paragraph->joins[low].line;
}
