/* quantity.c: reading a number with its measure word and the words that bound it. */
#include "quantity.h"

#include <string.h>

enum { MAXIMUM_DIGITS = 15 }; /* what a double holds exactly; longer ones are identifiers */

/* ---------------------------------------------------------------- the number */

static bool holds_digit(const notice_phrase *phrase, notice_range span, size_t at)
{
    return at < span.end && notice_is_digit(phrase->characters[at]);
}

/* Three digits and no more behind the comma of 1,000. */
static bool is_thousands_group(const notice_phrase *phrase, notice_range span, size_t comma)
{
    return notice_phrase_at(phrase, comma) == ',' && holds_digit(phrase, span, comma + 1) &&
           holds_digit(phrase, span, comma + 2) && holds_digit(phrase, span, comma + 3) &&
           !holds_digit(phrase, span, comma + 4);
}

/* Moves `*at` past the digits there; `*count` grows by how many they are. */
static double read_digits(const notice_phrase *phrase, notice_range span, size_t *at, size_t *count)
{
    double value = 0;
    while (holds_digit(phrase, span, *at) || is_thousands_group(phrase, span, *at)) {
        if (phrase->characters[*at] != ',' && (*count)++ < MAXIMUM_DIGITS)
            value = value * 10 + (phrase->characters[*at] - '0');
        (*at)++;
    }
    return value;
}

/* 38.8 is read as 388 / 10, one rounding, so that it equals the 38.8 of a compiler. */
static bool read_number(const notice_phrase *phrase, notice_range span, size_t *at, double *number)
{
    size_t count = 0;
    double divisor = 1;
    double value = read_digits(phrase, span, at, &count);
    if (count == 0)
        return false;
    if (notice_phrase_at(phrase, *at) == '.' && holds_digit(phrase, span, *at + 1)) {
        for ((*at)++; holds_digit(phrase, span, *at); (*at)++, count++) {
            if (count >= MAXIMUM_DIGITS)
                continue;
            value = value * 10 + (phrase->characters[*at] - '0');
            divisor *= 10;
        }
    }
    *number = value / divisor;
    return count <= MAXIMUM_DIGITS;
}

/* ---------------------------------------------------------------- the measure */

/* The length of the measure word at the span's start; a Latin one must not run on into a longer
 * word. */
static size_t plain_measure(const notice_phrase *phrase, notice_range span,
                            notice_measure_nature *nature)
{
    size_t longest = 0;
    for (const notice_measure_word *entry = notice_measure_words; entry->word != NULL; entry++) {
        size_t length = notice_begins_with(phrase, span, entry->word);
        bool runs_on = notice_is_latin((uint32_t)entry->word[0]) &&
                       notice_is_latin(notice_phrase_at(phrase, span.start + length));
        if (length > longest && !runs_on) {
            longest = length;
            *nature = entry->nature;
        }
    }
    return longest;
}

/* 吨/年, 元/人·月: what stands behind the stroke belongs to the measure. */
static size_t per_measure(const notice_phrase *phrase, notice_range span)
{
    notice_measure_nature ignored;
    notice_range behind = {span.start + 1, span.end};
    static notice_words periods = {"年", "月", "日", NULL};
    size_t length;
    if (span.start >= span.end || phrase->characters[span.start] != '/')
        return 0;
    length = plain_measure(phrase, behind, &ignored);
    if (length == 0)
        length = notice_begins_with_any(phrase, behind, periods);
    return length > 0 ? length + 1 : 0;
}

static bool is_multiplier(uint32_t character)
{
    return character == U'百' || character == U'千' || character == U'万' || character == U'亿';
}

/* The length of multiplier and measure word, or of a multiplier alone where nothing it could belong
 * to follows (用户达到100万). The word is tried first: 千 of 千瓦 is no multiplier. */
static size_t measure_length(const notice_phrase *phrase, notice_range span,
                             notice_measure_nature *nature)
{
    size_t at = span.start;
    for (;;) {
        size_t length = plain_measure(phrase, (notice_range){at, span.end}, nature);
        if (length > 0)
            return at + length + per_measure(phrase, (notice_range){at + length, span.end}) -
                   span.start;
        if (at >= span.end || at - span.start >= 3 || !is_multiplier(phrase->characters[at]))
            break;
        at++;
    }
    static notice_words behind_bare = {"以上", "左右", "、", "以内", NULL};
    notice_range behind = {at, span.end};
    *nature = NOTICE_COUNTS;
    if (at == span.end || notice_is_stop(phrase->characters[at]) ||
        notice_begins_with_any(phrase, behind, behind_bare) > 0)
        return at - span.start;
    return 0;
}

/* ---------------------------------------------------------------- the bounds */

enum { AT_LEAST = 1, AT_MOST = 2, ABOUT = 4, REACHED = 8, HELD = 16, NO_BOUND = 32 };

typedef struct bound_word {
    const char *word;
    unsigned says;
} bound_word;

/* clang-format off */
/* In front of a number. NO_BOUND are longer words that merely end like one. */
static const bound_word words_in_front[] = {
    {"不低于", AT_LEAST}, {"不少于", AT_LEAST}, {"不小于", AT_LEAST}, {"至少", AT_LEAST}, {"高于", AT_LEAST},
    {"大于", AT_LEAST}, {"超过", AT_LEAST | REACHED}, {"超", AT_LEAST | REACHED}, {"过", AT_LEAST | REACHED},
    {"突破", AT_LEAST | REACHED}, {"达到", REACHED}, {"达", REACHED}, {"增至", REACHED}, {"增加到", REACHED},
    {"增加至", REACHED}, {"增长到", REACHED}, {"提高到", REACHED}, {"提高至", REACHED}, {"提升到", REACHED},
    {"提升至", REACHED}, {"扩大到", REACHED}, {"扩大至", REACHED}, {"发展到", REACHED}, {"累计达到", REACHED},
    {"保持在", HELD}, {"稳定在", HELD}, {"维持在", HELD}, {"控制在", AT_MOST}, {"控制到", AT_MOST},
    {"压缩至", AT_MOST}, {"压缩到", AT_MOST}, {"压缩在", AT_MOST}, {"压减至", AT_MOST}, {"压减到", AT_MOST},
    {"缩短至", AT_MOST}, {"缩短到", AT_MOST}, {"降至", AT_MOST}, {"降到", AT_MOST}, {"下降到", AT_MOST},
    {"下降至", AT_MOST}, {"降低到", AT_MOST}, {"降低至", AT_MOST}, {"减少到", AT_MOST}, {"减少至", AT_MOST},
    {"不超过", AT_MOST}, {"不高于", AT_MOST}, {"不大于", AT_MOST}, {"不多于", AT_MOST}, {"低于", AT_MOST},
    {"少于", AT_MOST}, {"小于", AT_MOST}, {"约", ABOUT}, {"大约", ABOUT}, {"近", ABOUT}, {"力争", 0},
    {"确保", 0}, {"通过", NO_BOUND}, {"经过", NO_BOUND}, {"到达", NO_BOUND}, {"发达", NO_BOUND}, {"通达", NO_BOUND},
    {"直达", NO_BOUND}, {"附近", NO_BOUND}, {"最近", NO_BOUND}, {"节约", NO_BOUND}, {"签约", NO_BOUND},
    {NULL, 0}
};
/* Behind the measure word, or (多, 余) between number and measure word. */
static const bound_word words_behind[] = {
    {"以上", AT_LEAST}, {"及以上", AT_LEAST}, {"以内", AT_MOST}, {"之内", AT_MOST}, {"内", AT_MOST},
    {"以下", AT_MOST}, {"左右", ABOUT}, {"上下", ABOUT}, {"多", AT_LEAST}, {"余", AT_LEAST}, {NULL, 0}
};
/* clang-format on */

static void apply_bound(notice_quantity *quantity, unsigned says)
{
    quantity->at_least |= (says & AT_LEAST) != 0;
    quantity->at_most |= (says & AT_MOST) != 0;
    quantity->is_about |= (says & ABOUT) != 0;
    quantity->is_reached |= (says & REACHED) != 0;
    quantity->is_held |= (says & HELD) != 0;
}

static size_t bound_behind(const notice_phrase *phrase, notice_range span, unsigned *says)
{
    size_t longest = 0;
    for (const bound_word *entry = words_behind; entry->word != NULL; entry++) {
        size_t length = notice_begins_with(phrase, span, entry->word);
        if (length > longest) {
            longest = length;
            *says = entry->says;
        }
    }
    return longest;
}

size_t notice_bound_word(const notice_phrase *phrase, notice_range span)
{
    for (const bound_word *entry = words_in_front; entry->word != NULL; entry++) {
        size_t length = notice_begins_with(phrase, span, entry->word);
        if (length > 0 && (entry->says & (AT_LEAST | AT_MOST | REACHED | HELD)) != 0)
            return length;
    }
    return 0;
}

static size_t bound_in_front(const notice_phrase *phrase, notice_range span, unsigned *says)
{
    size_t longest = 0;
    for (const bound_word *entry = words_in_front; entry->word != NULL; entry++) {
        const char *const word[] = {entry->word, NULL};
        size_t length = notice_ends_with_any(phrase, span, word);
        if (length > longest) {
            longest = length;
            *says = entry->says;
        }
    }
    return (longest > 0 && *says == NO_BOUND) ? 0 : longest;
}

/* 提高到每人每月180元: how long the words before the number are that say of what it is a part. */
static size_t per_in_front(const notice_phrase *phrase, notice_range span)
{
    static notice_words per = {"每人每月", "每人每年", "每人", "每月", "每千人", "每万人",
                               "每百户",   "每户",     "每亩", "人均", "户均",   NULL};
    return notice_ends_with_any(phrase, span, per);
}

/* Takes the words in front, last first: 力争 达到 500. */
static void read_front(const notice_phrase *phrase, size_t floor, notice_quantity *quantity)
{
    unsigned says = 0;
    size_t length;
    quantity->front = quantity->start;
    quantity->per.end = quantity->start;
    quantity->per.start =
        quantity->start - per_in_front(phrase, (notice_range){floor, quantity->start});
    if (bound_in_front(phrase, (notice_range){floor, quantity->per.start}, &says) > 0)
        quantity->front = quantity->per.start;
    else
        quantity->per.start = quantity->per.end; /* no bound in front of it: part of the name */
    while ((length = bound_in_front(phrase, (notice_range){floor, quantity->front}, &says)) > 0) {
        apply_bound(quantity, says);
        quantity->front -= length;
    }
}

static size_t read_behind(const notice_phrase *phrase, notice_range span, notice_quantity *quantity)
{
    unsigned says = 0;
    size_t length;
    while ((length = bound_behind(phrase, span, &says)) > 0) {
        apply_bound(quantity, says);
        span.start += length;
    }
    return span.start;
}

/* ---------------------------------------------------------------- the whole */

static bool is_range_sign(uint32_t character)
{
    return character == U'—' || character == U'–' || character == '-' || character == '~' ||
           character == U'～' || character == U'至' || character == U'到';
}

/* What stands directly in front makes it part of a word (PM2.5, “1+5”), an ordinal (第3) or a rank
 * (前10). */
static bool is_part_of_word(const notice_phrase *phrase, size_t at)
{
    static notice_words time_before = {"底", "末", "日", "月", "之", "以", "节", "旬", NULL};
    uint32_t before = at > 0 ? phrase->characters[at - 1] : 0;
    if (notice_is_latin(before) || before == '+' || before == '-' || before == '/' ||
        before == '.' || before == U'第' || before == U'×')
        return true;
    return before == U'前' &&
           notice_ends_with_any(phrase, (notice_range){0, at - 1}, time_before) == 0;
}

/* Reads —5 of 3—5座 or of 5%—6%. */
static void read_range(const notice_phrase *phrase, notice_range span, size_t *at,
                       notice_quantity *quantity)
{
    notice_measure_nature nature;
    size_t sign = *at + measure_length(phrase, (notice_range){*at, span.end}, &nature);
    size_t behind = sign + 1;
    double high;
    if (!is_range_sign(notice_phrase_at(phrase, sign)))
        return;
    if (notice_phrase_at(phrase, sign) == U'—' && notice_phrase_at(phrase, behind) == U'—')
        behind++;
    if (!read_number(phrase, span, &behind, &high) || high <= quantity->value)
        return;
    quantity->value_high = high;
    *at = behind;
}

bool notice_quantity_at(const notice_phrase *phrase, notice_range span, notice_quantity *quantity)
{
    size_t at = span.start;
    unsigned says = 0;
    size_t more;
    *quantity = (notice_quantity){.start = at, .front = at};
    if (is_part_of_word(phrase, at) || !read_number(phrase, span, &at, &quantity->value))
        return false;
    read_range(phrase, span, &at, quantity);
    more = bound_behind(phrase, (notice_range){at, span.end}, &says);
    if (more == 1 && says == AT_LEAST) {
        apply_bound(quantity, says);
        at += more;
    }
    quantity->measure.start = at;
    quantity->measure.end =
        at + measure_length(phrase, (notice_range){at, span.end}, &quantity->nature);
    if (quantity->measure.end == at)
        return false;
    quantity->end = read_behind(phrase, (notice_range){quantity->measure.end, span.end}, quantity);
    return true;
}

/* Past the digits, points and commas at `at`. */
static size_t skip_number(const notice_phrase *phrase, notice_range span, size_t at)
{
    while (at < span.end && (notice_is_digit(phrase->characters[at]) ||
                             phrase->characters[at] == '.' || phrase->characters[at] == ','))
        at++;
    return at;
}

bool notice_quantity_next(const notice_phrase *phrase, notice_range span, notice_quantity *quantity)
{
    size_t at = span.start;
    while (at < span.end) {
        if (phrase->is_covered[at] || !notice_is_digit(phrase->characters[at])) {
            at++;
            continue;
        }
        if (notice_quantity_at(phrase, (notice_range){at, span.end}, quantity)) {
            read_front(phrase, span.start, quantity);
            return true;
        }
        at = skip_number(phrase, span, at);
    }
    return false;
}
