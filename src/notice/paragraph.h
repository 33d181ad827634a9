/* paragraph.h: lines joined again over line ends and page breaks. */
#ifndef TZ_NOTICE_PARAGRAPH_H
#define TZ_NOTICE_PARAGRAPH_H

#include "reader.h"

/* From `offset` on, a paragraph's text comes from line `line`. */
typedef struct notice_join {
    size_t offset, line;
} notice_join;

typedef struct notice_paragraph {
    notice_span whole;
    size_t first_line, last_line;
    const notice_join *joins; /* by offset; the first is 0 */
    size_t join_count;
} notice_paragraph;

/* Takes a mark (一、 （一） 7. (1)) and the blanks behind it off the front. */
notice_mark notice_mark_take(notice_span *text, int *number, notice_span *label);

/* The line that the place `at` of a paragraph's text stood on. */
size_t notice_paragraph_line(const notice_paragraph *paragraph, const char *at);

/* 。！？；： */
bool notice_ends_sentence(uint32_t character);

/* Whether a text behind a mark 一、 or （一） is short and of one sentence, as a heading is. */
bool notice_is_heading(notice_span text);

/* Cuts a paragraph behind each of its task brackets (牵头领导：…；牵头单位：…) and adds the pieces.
 */
void notice_paragraph_cut(notice_reader *reader, const notice_paragraph *paragraph);

/* Whether `text` starts with a bracket that opens with a label (（责任单位：). */
bool notice_opens_with_label(notice_span text);

#endif
