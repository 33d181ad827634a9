/* code_list.h: the tasks that a paper names in a sentence: 第3、6(2)项、2022年第7项. */
#ifndef TAIZHANG_CLI_CODE_LIST_H
#define TAIZHANG_CLI_CODE_LIST_H

#include "buffer.h"

enum { CODE_YEAR_SIZE = 8 };

/* Start as {.text = …}. */
typedef struct code_list {
    tz_buffer *text;           /* added to */
    char year[CODE_YEAR_SIZE]; /* of the tasks named last, "" of the newest plan */
    size_t count;
} code_list;

/* The next task by its label, 7 or 2022/7: those of the newest plan first, then year by year. */
void add_code(code_list *list, const char *label);
/* 项, behind the last of at least one. */
void end_codes(code_list *list);
/* One task alone: 第7项, 2022年第7项. */
void add_one_code(tz_buffer *text, const char *label);

#endif
