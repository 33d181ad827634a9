/* deadline.h: deadlines as official documents write them: 6月底前, 年底前, 三季度末, 12月31日前. */
#ifndef TZ_NOTICE_DEADLINE_H
#define TZ_NOTICE_DEADLINE_H

#include "phrase.h"

typedef struct notice_due {
    int year, month, day; /* a day that exists */
    size_t length;        /* how many characters name it */
    bool is_marked; /* 前, 底, 末 or the like says that it is a deadline, not just a time */
} notice_due;

/* Reads the deadline at the span's start, of a plan of `year` (0: not known; then only what names
 * its year is read). False where there is none, or where it can't be told for certain (9月前,
 * 国庆节前). */
bool notice_deadline_at(const notice_phrase *phrase, notice_range span, int year,
                        notice_due *deadline);

/* The length of the words of time at the span's start, whatever the year: 到2025年, 6月底前. 0
 * where there are none. */
size_t notice_time_words(const notice_phrase *phrase, notice_range span);

#endif
