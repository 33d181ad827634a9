/* template.c: filling the fields of a template. One walk over the lines serves both the check and
 * the filling: what was found sound is filled the same way. */
#include "template.h"

#include <string.h>

#include "fold.h"

/* A piece of a line: text as it stands, or a field. */
typedef struct piece {
    const char *text; /* of a field its name, blanks taken off */
    size_t size;
    bool is_field, is_closed;
} piece;

/* How long a mark is that stands at `at`, typed at half or full width; 0 where it doesn't. */
static size_t match(const char *at, const char *end, const char *mark)
{
    const char *next = at;
    for (; *mark != '\0'; mark++)
        if (next == end || tz_fold_character(tz_utf8_next(&next, end)) != (unsigned char)*mark)
            return 0;
    return (size_t)(next - at);
}

/* Where the mark stands first, from `at` on; `end` where it doesn't. */
static const char *find_mark(const char *at, const char *end, const char *mark)
{
    while (at < end && match(at, end, mark) == 0)
        tz_utf8_next(&at, end);
    return at;
}

/* The next piece of the line from `*at` on; false at its end. */
static bool next_piece(const char **at, const char *end, piece *found)
{
    const char *start = *at;
    if (start == end)
        return false;
    size_t brace = match(start, end, "{{");
    if (brace == 0) {
        *at = find_mark(start, end, "{{");
        *found = (piece){start, (size_t)(*at - start), false, true};
        return true;
    }
    start += brace;
    const char *stop = find_mark(start, end, "}}");
    *found = (piece){start, (size_t)(stop - start), true, stop < end};
    tz_trim(&found->text, &found->size);
    *at = stop + match(stop, end, "}}");
    return true;
}

static bool is_named(const char *name, const piece *field)
{
    return strlen(name) == field->size && memcmp(name, field->text, field->size) == 0;
}

static const template_field *find_field(const piece *field, const template_field *fields,
                                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_named(fields[i].zh, field) || is_named(fields[i].en, field))
            return &fields[i];
    return NULL;
}

/* ---- lines */

typedef enum line_kind {
    LINE_REMARK,
    LINE_BLANK,
    LINE_TITLE,
    LINE_HEADING,
    LINE_ADDRESSEE,
    LINE_SIGNATURE,
    LINE_TEXT
} line_kind;

typedef struct line {
    line_kind kind;
    int level;        /* of a heading */
    const char *text; /* behind its mark, blanks taken off */
    size_t size;
    size_t number; /* from 1 */
} line;

/* The longer mark stands before the one that it begins with. */
static const struct line_mark {
    const char *mark;
    line_kind kind;
    int level;
} line_marks[] = {
    {"//", LINE_REMARK, 0},   {"####", LINE_HEADING, 3}, {"###", LINE_HEADING, 2},
    {"##", LINE_HEADING, 1},  {"#", LINE_TITLE, 0},      {"<", LINE_ADDRESSEE, 0},
    {">", LINE_SIGNATURE, 0},
};

static void read_mark(line *read)
{
    for (size_t i = 0; i < sizeof line_marks / sizeof *line_marks; i++) {
        size_t size = match(read->text, read->text + read->size, line_marks[i].mark);
        if (size == 0)
            continue;
        read->kind = line_marks[i].kind;
        read->level = line_marks[i].level;
        read->text += size;
        read->size -= size;
        tz_trim(&read->text, &read->size);
        return;
    }
}

/* The next line from `*at` on; false at the text's end. */
static bool next_line(const char **at, line *read)
{
    if (**at == '\0')
        return false;
    size_t size = strcspn(*at, "\n");
    *read = (line){.kind = LINE_TEXT, .text = *at, .size = size, .number = read->number + 1};
    *at += size + ((*at)[size] == '\n');
    tz_trim(&read->text, &read->size);
    if (read->size == 0)
        read->kind = LINE_BLANK;
    else
        read_mark(read);
    return true;
}

static bool is_printed(const line *read)
{
    return read->kind != LINE_REMARK && read->kind != LINE_BLANK;
}

/* The field of a table that fills the whole line; NULL where it is text. */
static const template_field *table_of(const line *read, const template_field *fields, size_t count)
{
    const char *at = read->text;
    piece found;
    if (read->kind != LINE_TEXT || !next_piece(&at, read->text + read->size, &found) ||
        !found.is_field || at != read->text + read->size)
        return NULL;
    const template_field *field = find_field(&found, fields, count);
    return field && !field->value ? field : NULL;
}

/* ---- checking */

static template_fault fault_of(const piece *found, const template_field *fields, size_t count)
{
    if (!found->is_field)
        return TEMPLATE_SOUND;
    if (!found->is_closed)
        return TEMPLATE_UNCLOSED_FIELD;
    const template_field *field = find_field(found, fields, count);
    if (!field)
        return TEMPLATE_UNKNOWN_FIELD;
    return field->value ? TEMPLATE_SOUND : TEMPLATE_TABLE_IN_TEXT;
}

/* Whole characters of the name, as many as there is room for. */
static void keep_name(template_problem *problem, const piece *found)
{
    size_t size = found->size < TEMPLATE_NAME_SIZE ? found->size : TEMPLATE_NAME_SIZE - 1;
    while (size > 0 && size < found->size && ((unsigned char)found->text[size] & 0xC0) == 0x80)
        size--;
    memcpy(problem->name, found->text, size);
    problem->name[size] = '\0';
}

static bool check_line(const line *read, const template_field *fields, size_t count,
                       template_problem *problem)
{
    const char *at = read->text, *end = read->text + read->size;
    piece found;
    if (table_of(read, fields, count))
        return true;
    while (next_piece(&at, end, &found)) {
        problem->fault = fault_of(&found, fields, count);
        if (problem->fault == TEMPLATE_SOUND)
            continue;
        problem->line = read->number;
        keep_name(problem, &found);
        return false;
    }
    return true;
}

bool template_check(const char *text, const template_field *fields, size_t count,
                    template_problem *problem)
{
    line read = {0};
    bool has_title = false;
    *problem = (template_problem){0};
    while (next_line(&text, &read)) {
        if (!is_printed(&read))
            continue;
        if (!check_line(&read, fields, count, problem))
            return false;
        if (!has_title && (read.kind != LINE_TITLE || read.size == 0)) {
            *problem = (template_problem){.fault = TEMPLATE_NO_TITLE, .line = read.number};
            return false;
        }
        has_title = true;
    }
    if (!has_title)
        *problem = (template_problem){.fault = TEMPLATE_NO_TITLE, .line = 1};
    return has_title;
}

const template_field *template_nearest(const char *name, const template_field *fields, size_t count)
{
    const template_field *nearest = NULL;
    size_t least = tz_utf8_length(name, strlen(name));
    for (size_t i = 0; i < count; i++) {
        size_t zh = tz_edit_distance(name, fields[i].zh);
        size_t en = tz_edit_distance(name, fields[i].en);
        size_t distance = zh < en ? zh : en;
        if (distance < least) {
            least = distance;
            nearest = &fields[i];
        }
    }
    return nearest;
}

/* ---- filling */

static void fill_text(const line *read, const template_field *fields, size_t count,
                      tz_buffer *filled)
{
    const char *at = read->text, *end = read->text + read->size;
    piece found;
    tz_buffer_clear(filled);
    while (next_piece(&at, end, &found)) {
        const template_field *field = found.is_field ? find_field(&found, fields, count) : NULL;
        if (field && field->value)
            tz_buffer_add_text(filled, field->value);
        else if (!found.is_field)
            tz_buffer_add(filled, found.text, found.size);
    }
}

static void add_line(document *paper, const line *read, const char *text)
{
    switch (read->kind) {
    case LINE_HEADING:
        document_add_heading(paper, read->level, text);
        break;
    case LINE_ADDRESSEE:
        document_add_text(paper, BLOCK_ADDRESSEE, text);
        break;
    case LINE_SIGNATURE:
        document_add_signature(paper, "", text);
        break;
    default: /* a title in the middle is a paragraph */
        document_add_text(paper, BLOCK_PARAGRAPH, text);
        break;
    }
}

document *template_fill(const char *text, const template_field *fields, size_t count,
                        template_table *add_table, void *context)
{
    document *paper = NULL;
    tz_buffer filled = {0};
    line read = {0};
    while (next_line(&text, &read)) {
        if (!is_printed(&read))
            continue;
        fill_text(&read, fields, count, &filled);
        if (!paper) {
            paper = filled.failed ? NULL : document_new(tz_buffer_text(&filled));
            if (!paper)
                break;
        } else if (table_of(&read, fields, count))
            add_table(paper, context);
        else
            add_line(paper, &read, tz_buffer_text(&filled));
        paper->failed |= filled.failed;
    }
    tz_buffer_free(&filled);
    return paper;
}
