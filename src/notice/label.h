/* label.h: the words by which a task bracket tells who does what. */
#ifndef TZ_NOTICE_LABEL_H
#define TZ_NOTICE_LABEL_H

#include "reader.h"

/* Takes a label such as 牵头单位： off the front, blanks inside it overlooked. False where none
 * stands there.
 * `*lacks_colon` where it is followed by its first unit at once. */
bool notice_label_take(notice_span *text, notice_list_kind *kind, bool *lacks_colon);

/* The same for a word before a colon that looks like a label but isn't known. */
bool notice_label_take_unknown(notice_span *text, notice_span *label);

/* Takes what a list closes with off the end: 牵头, 配合, 按职责分工负责. */
bool notice_verb_take(notice_span *text, notice_list_kind *kind);

/* The kind of list under a column title of a table, NOTICE_LIST_IGNORED where it is none. */
notice_list_kind notice_label_of_column(notice_span title);

#endif
