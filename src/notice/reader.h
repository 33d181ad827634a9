/* reader.h: one reading of one notice, handed from stage to stage.
 *
 *   lines.c       text → lines: page numbers, rules and markdown marks told apart
 *   paragraph.c   lines → paragraphs, over page breaks; mark.c: 一、 (一) 7. (1)
 *   bracket.c     a paragraph → pieces, each with the task brackets (牵头领导：…) that close it
 *   outline.c     pieces → headings and items
 *   numbering.c   items → codes, gaps and doubles
 *   letterhead.c  title, document number, issuer, day
 *   table.c       the same items from a table saved as CSV
 *   assignment.c  a bracket's content → leaders, units, deadline
 *   plan.c        items → sections and tasks of the plan
 */
#ifndef TZ_NOTICE_READER_H
#define TZ_NOTICE_READER_H

#include "buffer.h"
#include "language.h"
#include "memory.h"
#include "notice.h"
#include "span.h"

/* ---------------------------------------------------------------- lines */

typedef enum notice_line_kind {
    NOTICE_LINE_TEXT,
    NOTICE_LINE_BLANK,
    NOTICE_LINE_RULE,       /* --- */
    NOTICE_LINE_PAGE_NUMBER /* — 12 — */
} notice_line_kind;

typedef struct notice_line {
    notice_line_kind kind;
    bool is_marked_heading; /* #, ## … of markdown; how many means nothing */
    notice_span text;       /* without marks and blanks at its ends, radicals folded */
    notice_span source;     /* as it stood in the text given */
} notice_line;

/* ---------------------------------------------------------------- paragraphs */

/* What a paragraph starts with. */
typedef enum notice_mark {
    NOTICE_UNMARKED,
    NOTICE_CHINESE,         /* 一、 */
    NOTICE_CHINESE_BRACKET, /* （一） */
    NOTICE_NUMBER,          /* 7. 7、 */
    NOTICE_NUMBER_BRACKET   /* (1) */
} notice_mark;

/* The kinds of list that a bracket or a row of a table holds. */
typedef enum notice_list_kind {
    NOTICE_LIST_UNLABELLED,
    NOTICE_LIST_LEADERS,
    NOTICE_LIST_LEAD,        /* 牵头单位 */
    NOTICE_LIST_RESPONSIBLE, /* 责任单位: the lead unit among them, where no other label names it */
    NOTICE_LIST_SUPPORT,     /* 配合单位: responsible units, never the lead */
    NOTICE_LIST_DEADLINE, /* 完成时限 */
    NOTICE_LIST_IGNORED   /* a label that isn't known */
} notice_list_kind;

/* A task bracket's content, or a cell of a table. */
typedef struct notice_list {
    notice_list_kind kind; /* unlabelled for a bracket: the labels stand inside */
    notice_span text;
    size_t line;
} notice_list;

/* A paragraph, or a part of one up to the task bracket that closes it. */
typedef struct notice_piece {
    notice_mark mark;
    int number;              /* of the mark */
    notice_span label;       /* 一 of 一、 */
    notice_span text;        /* behind the mark, before the brackets; lines joined, not typeset */
    notice_span marked_text; /* the same with its mark */
    notice_span stop;        /* the 。 that stood behind its brackets */
    notice_list *lists;
    size_t list_count; /* 0: no task bracket */
    size_t first_line, last_line;
    notice_span source; /* what stood in the file */
    bool is_remainder;  /* stood behind a task bracket in the same paragraph */
} notice_piece;

/* ---------------------------------------------------------------- items */

enum { NOTICE_LEVELS = 3 }; /* of headings: 一、 (一) and, where tasks have no number, 1. */

/* A task in the making: one or several pieces. */
typedef struct notice_item {
    notice_mark mark;
    int number;
    const notice_piece *headings[NOTICE_LEVELS]; /* NULL where there is none */
    bool follows_heading; /* a heading stands between it and the item before */
    int parent;           /* index into items, or -1 */
    bool has_children;
    int enumerated;     /* how many (1) (2) without a bracket its text holds */
    notice_span *parts; /* of its text */
    size_t part_count;
    notice_list *lists;
    size_t list_count;
    size_t first_line, last_line;
    notice_span source;
    bool is_dropped; /* an enumeration of the preamble or in the prose, no task */
    const char *code;
    bool code_was_counted;
} notice_item;

/* ---------------------------------------------------------------- the reading */

typedef struct notice_reader {
    notice_memory *memory;
    notice_plan *plan;
    const notice_options *options;
    bool failed; /* memory ran out; every further stage does nothing */

    notice_span source; /* the text given */
    tz_buffer folded;   /* the same with radical look-alikes replaced, line by line */
    notice_line *lines;
    size_t line_count;
    notice_piece *pieces;
    size_t piece_count;
    notice_item *items;
    size_t item_count;

    notice_span place; /* 示例 of the issuer 示例市人民政府, empty where it isn't known */
    bool first_unit_leads;       /* 列第一位的为牵头单位，下同 was said */
    bool first_unit_leads_asked; /* … was not said, and the finding that it was supposed is made */
} notice_reader;

/* Adds a finding in the language asked for. */
void notice_report(notice_reader *reader, notice_severity severity, size_t line, const char *code,
                   const char *zh, const char *en, ...) TZ_BOTH_FORMATS(5, 6, 7);
/* Sorts the findings by line and names the task that each line belongs to. */
void notice_findings_finish(notice_reader *reader);

void notice_lines_read(notice_reader *reader);
void notice_pieces_read(notice_reader *reader);
void notice_outline_read(notice_reader *reader);
void notice_items_number(notice_reader *reader);
void notice_letterhead_read(notice_reader *reader);
/* False where the text isn't a table. */
bool notice_table_read(notice_reader *reader);
void notice_plan_fill(notice_reader *reader);

/* One more element at the end of an array that notice_memory_grow keeps; NULL when memory ran out.
 */
notice_piece *notice_piece_add(notice_reader *reader);
notice_item *notice_item_add(notice_reader *reader);
void notice_item_add_part(notice_reader *reader, notice_item *item, notice_span text);
void notice_item_add_list(notice_reader *reader, notice_item *item, notice_list list);

#endif
