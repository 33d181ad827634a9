/* target_name.h: what an office would write over the column of a target's figures, from the words
 * around its number. */
#ifndef TZ_NOTICE_TARGET_NAME_H
#define TZ_NOTICE_TARGET_NAME_H

#include "memory.h"
#include "phrase.h"

/* A name in the making: these parts follow each other in it; any may be empty. */
typedef struct notice_heading {
    notice_range verb;  /* 新增 */
    notice_range scope; /* 电商销售额, that only the first item of a list writes out */
    notice_range noun;  /* 上市企业 */
    notice_range
        predicate; /* 达到国家推荐标准, or a head noun that only the last item writes out */
    bool is_share; /* 50%以上的县级中医院 …: the share of those that do */
} notice_heading;

bool notice_range_is_empty(notice_range range);

/* How long the chain of verbs at the span's start is: 新建、改建; 改造提升. */
size_t notice_verbs_at(const notice_phrase *phrase, notice_range span);
/* The chain of verbs that the span ends with, carrying ones included; empty where there is none. */
notice_range notice_verbs_before(const notice_phrase *phrase, notice_range span);
bool notice_is_carrying(const notice_phrase *phrase, notice_range verbs);

/* The span without openers, adverbs, times, a place in front of the verb, and verbs that merely
 * carry out. */
notice_range notice_trim_opening(const notice_phrase *phrase, notice_range span);
/* Splits the words in front of a number into verb and noun: 力争新增上市企业 → 新增, 上市企业. */
notice_heading notice_heading_of(const notice_phrase *phrase, notice_range span);

/* The heading as a name, or NULL when memory ran out. "" where nothing is in it. */
const char *notice_heading_text(notice_memory *memory, const notice_phrase *phrase,
                                const notice_heading *heading);

#endif
