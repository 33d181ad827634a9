/* outline.c: pieces → headings and items, whatever the marks they carry. */
#include "assignment.h"
#include "paragraph.h"
#include "reader.h"

typedef enum piece_kind {
    PIECE_HEADING, /* 一、 （一） without a task bracket, short */
    PIECE_TASK,    /* closed by a task bracket, however it is numbered */
    PIECE_ITEM,    /* 7. or (1) without one: its bracket or its sub-items may follow */
    PIECE_PROSE
} piece_kind;

enum { NONE = -1 };

typedef struct outline_state {
    notice_reader *reader;
    const notice_piece *headings[NOTICE_LEVELS];
    bool has_new_heading; /* since the last item */
    int pending;          /* an item that waits for its bracket or its sub-items */
    int parent;           /* an item whose sub-items may follow */
    bool has_task;
    bool is_closing; /* 抄送 and what comes behind it */
} outline_state;

/* ---------------------------------------------------------------- items */

notice_item *notice_item_add(notice_reader *reader)
{
    notice_item *items =
        notice_memory_grow(reader->memory, reader->items, reader->item_count, sizeof *items);
    if (items == NULL) {
        reader->failed = true;
        return NULL;
    }
    reader->items = items;
    notice_item *item = &items[reader->item_count++];
    item->parent = NONE;
    return item;
}

void notice_item_add_part(notice_reader *reader, notice_item *item, notice_span text)
{
    notice_span *parts =
        notice_memory_grow(reader->memory, item->parts, item->part_count, sizeof *parts);
    if (parts == NULL) {
        reader->failed = true;
        return;
    }
    item->parts = parts;
    parts[item->part_count++] = text;
}

void notice_item_add_list(notice_reader *reader, notice_item *item, notice_list list)
{
    notice_list *lists =
        notice_memory_grow(reader->memory, item->lists, item->list_count, sizeof *lists);
    if (lists == NULL) {
        reader->failed = true;
        return;
    }
    item->lists = lists;
    lists[item->list_count++] = list;
}

static void add_piece(const outline_state *outline, notice_item *item, notice_span text,
                      const notice_piece *piece)
{
    notice_reader *reader = outline->reader;
    notice_item_add_part(reader, item, text);
    if (!notice_ends_sentence(notice_span_last(text)))
        notice_item_add_part(reader, item, piece->stop);
    for (size_t i = 0; i < piece->list_count; i++)
        notice_item_add_list(reader, item, piece->lists[i]);
    item->last_line = piece->last_line;
}

/* Goes on with an item over one more paragraph; the mark (1) of an enumeration stays in the text.
 */
static void extend(const outline_state *outline, int index, const notice_piece *piece)
{
    const notice_line *lines = outline->reader->lines;
    notice_item *item = &outline->reader->items[index];
    add_piece(outline, item, piece->marked_text, piece);
    item->source.begin = lines[item->first_line - 1].source.begin;
    item->source.end = lines[item->last_line - 1].source.end;
    item->enumerated += piece->mark == NOTICE_NUMBER_BRACKET;
}

/* The index of a new item, NONE when memory ran out. */
static int begin_item(outline_state *outline, const notice_piece *piece, int parent)
{
    notice_item *item = notice_item_add(outline->reader);
    if (item == NULL)
        return NONE;
    item->mark = piece->mark;
    item->number = piece->number;
    item->parent = parent;
    item->first_line = piece->first_line;
    item->source = piece->source;
    item->follows_heading = outline->has_new_heading;
    for (int level = 0; level < NOTICE_LEVELS; level++)
        item->headings[level] = outline->headings[level];
    add_piece(outline, item, piece->text, piece);
    outline->has_new_heading = false;
    if (parent != NONE)
        outline->reader->items[parent].has_children = true;
    return (int)outline->reader->item_count - 1;
}

/* ---------------------------------------------------------------- what a piece is */

static piece_kind kind_of(const notice_piece *piece)
{
    if (piece->list_count > 0)
        return PIECE_TASK;
    if (piece->is_remainder && piece->mark == NOTICE_UNMARKED)
        return PIECE_PROSE;
    switch (piece->mark) {
    case NOTICE_CHINESE:
    case NOTICE_CHINESE_BRACKET:
        return notice_is_heading(piece->text) ? PIECE_HEADING : PIECE_PROSE;
    case NOTICE_NUMBER:
    case NOTICE_NUMBER_BRACKET:
        return PIECE_ITEM;
    default:
        return PIECE_PROSE;
    }
}

/* "1. 工业" over several paragraphs that have a bracket each and no mark is a heading. */
static bool heads_unmarked_tasks(const notice_reader *reader, size_t index)
{
    if (reader->pieces[index].mark != NOTICE_NUMBER ||
        !notice_is_heading(reader->pieces[index].text))
        return false;
    size_t tasks = 0;
    for (size_t i = index + 1; i < reader->piece_count && tasks < 2; i++) {
        const notice_piece *piece = &reader->pieces[i];
        if (piece->mark != NOTICE_UNMARKED)
            return false;
        if (piece->list_count == 0 || piece->is_remainder)
            return false;
        tasks++;
    }
    return tasks == 2;
}

static void read_heading(outline_state *outline, const notice_piece *piece)
{
    int level = piece->mark == NOTICE_CHINESE ? 0 : piece->mark == NOTICE_CHINESE_BRACKET ? 1 : 2;
    outline->headings[level] = piece;
    for (int below = level + 1; below < NOTICE_LEVELS; below++)
        outline->headings[below] = NULL;
    outline->has_new_heading = true;
    outline->pending = outline->parent = NONE;
}

/* ---------------------------------------------------------------- tasks */

/* "6. …：(1) …；(2) …。〔…〕": an enumeration that one bracket closes, where (1) had none. */
static bool closes_enumeration(const outline_state *outline, const notice_piece *piece)
{
    const notice_item *pending = &outline->reader->items[outline->pending];
    return piece->mark == NOTICE_NUMBER_BRACKET && pending->enumerated > 0 &&
           piece->number == pending->enumerated + 1;
}

static bool may_have_children(const outline_state *outline, int index)
{
    return index != NONE && outline->reader->items[index].mark != NOTICE_NUMBER_BRACKET &&
           outline->reader->items[index].mark != NOTICE_UNMARKED;
}

static void read_task(outline_state *outline, const notice_piece *piece)
{
    notice_reader *reader = outline->reader;
    if (outline->pending == NONE && notice_span_is_empty(piece->text)) {
        notice_report(reader, NOTICE_QUESTION, piece->first_line, NULL,
                      "责任括号前没有任务文字，略过",
                      "a task bracket without a task's text passed over");
        return;
    }
    outline->has_task = true;
    outline->is_closing = false;
    bool is_child = piece->mark == NOTICE_NUMBER_BRACKET;
    if (outline->pending != NONE && closes_enumeration(outline, piece)) {
        notice_report(
            reader, NOTICE_QUESTION, piece->first_line, NULL,
            "前面的（1）等分项没有各自的括号，与本段合为一项任务",
            "the sub-items before have no bracket of their own; read with this one as one task");
        extend(outline, outline->pending, piece);
    } else if (outline->pending != NONE && piece->mark == NOTICE_UNMARKED) {
        extend(outline, outline->pending, piece);
    } else if (is_child && may_have_children(outline, outline->pending)) {
        outline->parent = outline->pending;
        begin_item(outline, piece, outline->parent);
    } else if (is_child && may_have_children(outline, outline->parent)) {
        begin_item(outline, piece, outline->parent);
    } else {
        outline->parent = begin_item(outline, piece, NONE);
    }
    outline->pending = NONE;
}

static void read_item(outline_state *outline, const notice_piece *piece)
{
    bool is_child = piece->mark == NOTICE_NUMBER_BRACKET;
    if (outline->is_closing)
        return; /* 附件：1. … 2. … */
    if (is_child && may_have_children(outline, outline->pending)) {
        extend(outline, outline->pending, piece);
    } else if (is_child && may_have_children(outline, outline->parent)) {
        begin_item(outline, piece, outline->parent);
    } else {
        outline->parent = NONE;
        outline->pending = begin_item(outline, piece, NONE);
    }
}

/* ---------------------------------------------------------------- prose */

static bool is_closing_line(notice_span text)
{
    static const char *const beginnings[] = {"抄送",  "主送",   "附件", "附：",
                                             "(此件", "（此件", "主办"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        if (notice_span_starts(text, beginnings[i]))
            return true;
    }
    return notice_span_ends(text, "印发") || notice_span_ends(text, "人民政府") ||
           notice_span_ends(text, "人民政府办公室");
}

static void report_prose(const outline_state *outline, const notice_piece *piece)
{
    notice_span text = piece->marked_text;
    for (size_t length = 0; length < 20 && !notice_span_is_empty(text); length++)
        notice_span_take_first(&text);
    text.end = text.begin;
    text.begin = piece->marked_text.begin;
    notice_report(outline->reader, NOTICE_QUESTION, piece->first_line, NULL,
                  "没有责任括号的一段，略过：%.*s",
                  "a paragraph without a task bracket passed over: %.*s",
                  (int)notice_span_size(text), text.begin);
}

/* Before the first task it is the preamble; behind the last one the closing lines. */
static void read_prose(outline_state *outline, const notice_piece *piece)
{
    if (notice_says_first_unit_leads(piece->text))
        outline->reader->first_unit_leads = true;
    if (!outline->has_task)
        outline->pending = NONE;
    if (!outline->has_task || notice_span_is_empty(piece->text))
        return;
    outline->is_closing = outline->is_closing || is_closing_line(piece->text);
    if (outline->is_closing)
        return;
    if (outline->pending != NONE && piece->mark == NOTICE_UNMARKED)
        extend(outline, outline->pending, piece);
    else
        report_prose(outline, piece);
}

static void read_piece(outline_state *outline, size_t index)
{
    const notice_piece *piece = &outline->reader->pieces[index];
    piece_kind kind = kind_of(piece);
    if (kind == PIECE_ITEM && heads_unmarked_tasks(outline->reader, index))
        kind = PIECE_HEADING;
    switch (kind) {
    case PIECE_HEADING:
        read_heading(outline, piece);
        break;
    case PIECE_TASK:
        read_task(outline, piece);
        break;
    case PIECE_ITEM:
        read_item(outline, piece);
        break;
    case PIECE_PROSE:
        read_prose(outline, piece);
        break;
    }
}

void notice_outline_read(notice_reader *reader)
{
    outline_state outline = {.reader = reader, .pending = NONE, .parent = NONE};
    for (size_t i = 0; i < reader->piece_count && !reader->failed; i++)
        read_piece(&outline, i);
}
