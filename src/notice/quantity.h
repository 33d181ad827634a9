/* quantity.h: numbers with a measure word (数量短语) in a task's text: 500个以上, 达到170亿元,
 * 3—5座, 6%左右. */
#ifndef TZ_NOTICE_QUANTITY_H
#define TZ_NOTICE_QUANTITY_H

#include "phrase.h"

/* What a measure word says of a number. */
typedef enum notice_measure_nature {
    NOTICE_COUNTS,   /* 个, 家, 座: counts whole things */
    NOTICE_EXTENT,   /* 公里, 亿元, 万亩: how much of something */
    NOTICE_RATE,     /* %, 个百分点, 倍 */
    NOTICE_DURATION, /* 个工作日, 分钟: a target only as a limit (80个工作日内) */
    NOTICE_PROPERTY  /* 千伏, 岁: only ever describes a thing */
} notice_measure_nature;

typedef struct notice_measure_word {
    const char *word;
    notice_measure_nature nature;
} notice_measure_word;

/* Closed by a NULL word. */
extern const notice_measure_word notice_measure_words[];

typedef struct notice_quantity {
    size_t front;         /* where the words that bound it begin: 达到 of 达到170亿元以上 */
    notice_range per;     /* 每人每月 between these words and the number, else empty */
    size_t start;         /* its first digit */
    notice_range measure; /* 亿元, multiplier included */
    size_t end;           /* behind 以上 */
    notice_measure_nature nature;
    double value;
    double value_high; /* of a range, else 0 */
    bool at_least;     /* 以上, 不少于, 超 */
    bool at_most;      /* 以内, 控制在, 不超过 */
    bool is_about;     /* 左右, 约 */
    bool is_reached;   /* 达到, 突破: what it stands at, not what is added to it */
    bool is_held;      /* 保持在, 稳定在 */
} notice_quantity;

/* Reads the quantity whose first digit is at `span.start`. False where the number there has no
 * measure word, or isn't a number of its own (5G, PM2.5, 第3). */
bool notice_quantity_at(const notice_phrase *phrase, notice_range span, notice_quantity *quantity);

/* The next one in the span outside of quotes and brackets; those inside only qualify
 * (“15分钟生活圈”). Words of bound are looked for from `span.start` on. */
bool notice_quantity_next(const notice_phrase *phrase, notice_range span,
                          notice_quantity *quantity);

/* A word that bounds a number behind it (超, 过, 达到, 不少于): its length where the span begins
 * with one, else 0. */
size_t notice_bound_word(const notice_phrase *phrase, notice_range span);

#endif
