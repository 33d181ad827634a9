/* bracket.c: finds the task brackets of a paragraph, 〔牵头领导：…；牵头单位：…；责任单位：…〕, and
 * cuts it behind them.
 *
 * A task bracket is known by what it opens with, a label, because its closing half may be of
 * another shape (〔 … ]), be lost, or have a stray one before it. A bracket without a label at its
 * front counts where it closes the paragraph and names units by a verb (A牵头，B配合) or a label
 * further on (6月底前；责任单位：A). */
#include "fold.h"
#include "label.h"
#include "paragraph.h"

typedef enum bracket_close {
    CLOSED,
    CLOSED_BY_OTHER, /* 〔 … ] */
    UNCLOSED
} bracket_close;

typedef struct task_bracket {
    const char *begin; /* its opening half */
    notice_span content;
    const char *end; /* behind its closing half */
    bracket_close close;
    size_t unclosed_inside;
} task_bracket;

bool notice_opens_with_label(notice_span text)
{
    notice_list_kind kind;
    bool lacks_colon;
    if (notice_opening(notice_span_take_first(&text)) == NOTICE_NO_BRACKET)
        return false;
    text = notice_span_trim(text);
    return notice_label_take(&text, &kind, &lacks_colon);
}

static bool is_stop(uint32_t character)
{
    return character == 0x3002 || character == '.' || character == 0xFF1B || character == ';';
}

/* Takes blanks and full stops off the front; `*stop` is the first stop among them, or empty. */
static void take_stops(notice_span *text, notice_span *stop)
{
    *stop = (notice_span){text->begin, text->begin};
    while (notice_is_space(notice_span_first(*text)) || is_stop(notice_span_first(*text))) {
        const char *begin = text->begin;
        if (is_stop(notice_span_take_first(text)) && notice_span_is_empty(*stop))
            *stop = (notice_span){begin, text->begin};
    }
}

/* ---------------------------------------------------------------- the closing half */

/* Where an unfinished search for the closing half stands. */
typedef struct close_search {
    notice_bracket shape;
    size_t same, other; /* open inside: of the bracket's own shape, of another */
    notice_span stray;  /* the last closing half of another shape that closes nothing */
} close_search;

/* Takes a closing half into account; true when it is the one searched for. */
static bool closes(close_search *search, notice_bracket closing, notice_span at)
{
    if (closing == search->shape) {
        if (search->same == 0)
            return true;
        search->same--;
    } else if (search->other > 0) {
        search->other--;
    } else {
        search->stray = at;
    }
    return false;
}

static void end_bracket(task_bracket *bracket, notice_span closing, bracket_close close)
{
    bracket->content.end = closing.begin;
    bracket->end = closing.end;
    bracket->close = close;
}

/* The text ended, or another task bracket opens, before the closing half came. */
static void end_unclosed(task_bracket *bracket, const close_search *search, const char *end)
{
    if (search->stray.begin != NULL)
        end_bracket(bracket, search->stray, CLOSED_BY_OTHER);
    else
        end_bracket(bracket, (notice_span){end, end}, UNCLOSED);
}

static void find_close(task_bracket *bracket, notice_span rest)
{
    bracket->begin = rest.begin;
    close_search search = {.shape = notice_opening(notice_span_take_first(&rest))};
    bracket->content.begin = rest.begin;
    while (!notice_span_is_empty(rest)) {
        notice_span at = rest;
        uint32_t character = notice_span_take_first(&rest);
        notice_bracket opening = notice_opening(character), closing = notice_closing(character);
        at.end = rest.begin;
        if (opening != NOTICE_NO_BRACKET) {
            if (search.stray.begin != NULL &&
                notice_opens_with_label((notice_span){at.begin, rest.end})) {
                end_unclosed(bracket, &search, at.begin);
                return;
            }
            search.same += opening == search.shape;
            search.other += opening != search.shape;
        } else if (closing != NOTICE_NO_BRACKET && closes(&search, closing, at)) {
            end_bracket(bracket, at, CLOSED);
            bracket->unclosed_inside = search.other;
            return;
        }
    }
    end_unclosed(bracket, &search, rest.end);
}

/* ---------------------------------------------------------------- the opening half */

/* A label or a verb somewhere in a bracket that does not open with one. */
static bool names_units(notice_span content)
{
    static const char *const words[] = {"牵头单位", "责任单位", "牵头部门", "责任部门", "配合单位",
                                        "主办单位", "协办单位", "牵头",     "分工负责"};
    notice_list_kind kind;
    notice_span text = notice_span_trim(content);
    return notice_verb_take(&text, &kind) ||
           notice_span_contains_any(content, words, sizeof words / sizeof *words);
}

/* The bracket that closes `text`, matched from its end. */
static bool find_last(notice_span text, task_bracket *bracket)
{
    notice_span rest = text;
    while (notice_is_space(notice_span_last(rest)) || notice_span_ends(rest, "。"))
        notice_span_take_end(&rest);
    const char *end = rest.end;
    if (notice_closing(notice_span_take_end(&rest)) == NOTICE_NO_BRACKET)
        return false;
    const char *content_end = rest.end;
    size_t depth = 1;
    while (!notice_span_is_empty(rest) && depth > 0) {
        const char *behind = rest.end;
        uint32_t character = notice_span_take_end(&rest);
        depth += notice_closing(character) != NOTICE_NO_BRACKET;
        depth -= notice_opening(character) != NOTICE_NO_BRACKET;
        bracket->content.begin = behind;
    }
    bracket->begin = rest.end;
    bracket->content.end = content_end;
    bracket->end = end;
    return depth == 0 && names_units(bracket->content);
}

static bool find_task_bracket(notice_span text, task_bracket *bracket)
{
    *bracket = (task_bracket){0};
    notice_span rest = text;
    while (!notice_span_is_empty(rest)) {
        if (notice_opens_with_label(rest)) {
            find_close(bracket, rest);
            return true;
        }
        notice_span_take_first(&rest);
    }
    return find_last(text, bracket);
}

/* ---------------------------------------------------------------- pieces */

/* Whether no text follows: a file that was cut off ends so. */
static bool is_at_the_end(const notice_reader *reader, const notice_paragraph *paragraph)
{
    for (size_t i = paragraph->last_line; i < reader->line_count; i++) {
        if (reader->lines[i].kind == NOTICE_LINE_TEXT)
            return false;
    }
    return true;
}

static void report_unclosed(notice_reader *reader, const notice_paragraph *paragraph,
                            notice_span opening, size_t line)
{
    if (is_at_the_end(reader, paragraph))
        notice_report(reader, NOTICE_GAP, line, NULL, "全文到此中断，括号“%.*s”没有收",
                      "the text breaks off: bracket “%.*s” isn't closed",
                      (int)notice_span_size(opening), opening.begin);
    else
        notice_report(reader, NOTICE_REPAIRED, line, NULL, "括号“%.*s”没有收，按到段末处理",
                      "bracket “%.*s” isn't closed; taken to end with the paragraph",
                      (int)notice_span_size(opening), opening.begin);
}

static void report_close(notice_reader *reader, const notice_paragraph *paragraph,
                         const task_bracket *bracket)
{
    size_t line = notice_paragraph_line(paragraph, bracket->content.end);
    notice_span opening = {bracket->begin, bracket->content.begin};
    notice_span closing = {bracket->content.end, bracket->end};
    if (bracket->close == CLOSED_BY_OTHER)
        notice_report(reader, NOTICE_REPAIRED, line, NULL,
                      "括号不配对：以“%.*s”开、以“%.*s”收，按一对处理",
                      "mismatched bracket: opened with “%.*s”, closed with “%.*s”; taken as a pair",
                      (int)notice_span_size(opening), opening.begin, (int)notice_span_size(closing),
                      closing.begin);
    if (bracket->close == UNCLOSED)
        report_unclosed(reader, paragraph, opening, line);
    if (bracket->unclosed_inside > 0)
        notice_report(reader, NOTICE_QUESTION, line, NULL, "责任括号内还有一个括号没有收",
                      "a bracket inside the task bracket isn't closed");
}

static void add_list(notice_reader *reader, notice_piece *piece, notice_list list)
{
    notice_list *lists =
        notice_memory_grow(reader->memory, piece->lists, piece->list_count, sizeof *lists);
    if (lists == NULL) {
        reader->failed = true;
        return;
    }
    piece->lists = lists;
    lists[piece->list_count++] = list;
}

notice_piece *notice_piece_add(notice_reader *reader)
{
    notice_piece *pieces =
        notice_memory_grow(reader->memory, reader->pieces, reader->piece_count, sizeof *pieces);
    if (pieces == NULL) {
        reader->failed = true;
        return NULL;
    }
    reader->pieces = pieces;
    return &pieces[reader->piece_count++];
}

static notice_piece *add_piece(notice_reader *reader, const notice_paragraph *paragraph,
                               notice_span text)
{
    notice_piece *piece = notice_piece_add(reader);
    if (piece == NULL)
        return NULL;
    *piece = (notice_piece){.source = text,
                            .text = notice_span_trim(text),
                            .marked_text = notice_span_trim(text),
                            .is_remainder = text.begin != paragraph->whole.begin};
    piece->first_line = notice_paragraph_line(paragraph, piece->text.begin);
    piece->last_line = notice_paragraph_line(paragraph, piece->text.end);
    piece->mark = notice_mark_take(&piece->text, &piece->number, &piece->label);
    return piece;
}

/* （牵头单位：A）（完成时限：B）: a bracket with no text before it belongs to the piece before. */
static notice_piece *piece_of(notice_reader *reader, const notice_paragraph *paragraph,
                              notice_piece *previous, notice_span text)
{
    if (previous != NULL && notice_span_is_empty(text))
        return previous;
    return add_piece(reader, paragraph, text);
}

/* What the lines of the file held, where the whole paragraph is one piece. */
static notice_span source_of(const notice_reader *reader, const notice_paragraph *paragraph)
{
    const notice_line *lines = reader->lines;
    return (notice_span){lines[paragraph->first_line - 1].source.begin,
                         lines[paragraph->last_line - 1].source.end};
}

void notice_paragraph_cut(notice_reader *reader, const notice_paragraph *paragraph)
{
    size_t before = reader->piece_count;
    notice_span rest = paragraph->whole;
    notice_piece *piece = NULL;
    task_bracket bracket;
    while (!reader->failed && find_task_bracket(rest, &bracket)) {
        piece = piece_of(reader, paragraph, piece, (notice_span){rest.begin, bracket.begin});
        if (piece == NULL)
            return;
        size_t line = notice_paragraph_line(paragraph, bracket.begin);
        add_list(reader, piece, (notice_list){NOTICE_LIST_UNLABELLED, bracket.content, line});
        piece->last_line = notice_paragraph_line(paragraph, bracket.end);
        rest.begin = bracket.end;
        take_stops(&rest, &piece->stop);
        piece->source.end = rest.begin;
        report_close(reader, paragraph, &bracket);
    }
    if (!notice_span_is_empty(rest) || piece == NULL)
        piece = add_piece(reader, paragraph, rest);
    if (piece == NULL || reader->piece_count != before + 1)
        return;
    piece->source = source_of(reader, paragraph);
    piece->last_line = paragraph->last_line;
}
