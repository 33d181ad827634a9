/* assignment.h: the lists of a task bracket or of a table's row → leaders, units, deadline. */
#ifndef TZ_NOTICE_ASSIGNMENT_H
#define TZ_NOTICE_ASSIGNMENT_H

#include "reader.h"

/* What stood for a deadline (6月底前); `text` NULL where nothing did. */
typedef struct notice_deadline {
    const char *text;
    size_t line;
} notice_deadline;

/* Fills leaders, units and the open ends of `task` from the lists of `item`. */
notice_deadline notice_assign(notice_reader *reader, const notice_item *item, notice_task *task);

/* 列第一位的为牵头单位: the first unit of each list leads. */
bool notice_says_first_unit_leads(notice_span text);

#endif
