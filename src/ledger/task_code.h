/* task_code.h: the code of a task (任务编号) as people write it. */
#ifndef TZ_LEDGER_TASK_CODE_H
#define TZ_LEDGER_TASK_CODE_H

#include "ledger.h"

enum { TZ_CODE_SIZE = 32 };

typedef struct tz_task_code {
    int year;                    /* 0 where none stands before the code */
    int number;                  /* 6 of 6(1) */
    bool is_sub_item;            /* 6(1) */
    char spelling[TZ_CODE_SIZE]; /* "7", "6(1)" */
} tz_task_code;

/* Reads "172", "6(1)", "6（１）", "6.1", "2023/7". TZ_OK; TZ_MALFORMED. */
tz_status tz_read_task_code(tz_ledger *ledger, const char *text, tz_task_code *code);

/* The plan that a new task of that year belongs to: with year 0 the only one there is.
 * TZ_NOT_FOUND; TZ_MALFORMED where the year is needed. */
tz_status tz_find_plan(tz_ledger *ledger, int year, int64_t *plan_id);

#endif
