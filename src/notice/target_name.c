/* target_name.c: names of targets. */
#include "target_name.h"

#include "buffer.h"
#include "deadline.h"
#include "fold.h"
#include "target_words.h"

/* A column's header that is longer is no header; it also bounds what many targets of one text can
 * share. */
enum { LONGEST_PART = 60 };

bool notice_range_is_empty(notice_range range)
{
    return range.start >= range.end;
}

/* ---------------------------------------------------------------- verbs */

static size_t verb_at(const notice_phrase *phrase, notice_range span)
{
    if (span.start >= span.end || phrase->is_covered[span.start] ||
        notice_begins_with_any(phrase, span, notice_verb_like_nouns) > 0)
        return 0;
    return notice_begins_with_any(phrase, span, notice_making_verbs);
}

static bool joins_verbs(uint32_t character)
{
    return character == U'、' || character == U'和' || character == U'并';
}

size_t notice_verbs_at(const notice_phrase *phrase, notice_range span)
{
    size_t at = span.start + verb_at(phrase, span);
    if (at == span.start)
        return 0;
    for (;;) {
        notice_range rest = {at, span.end};
        size_t joined = notice_begins_with_any(phrase, rest, notice_joining_verbs);
        if (joined == 0 || verb_at(phrase, rest) == 0) {
            notice_range behind_mark = {at + 1, span.end};
            joined = joins_verbs(notice_phrase_at(phrase, at)) ? verb_at(phrase, behind_mark) : 0;
            if (joined == 0)
                return at - span.start;
            joined++;
        }
        at += joined;
    }
}

static size_t verb_before(const notice_phrase *phrase, notice_range span)
{
    size_t making = notice_ends_with_any(phrase, span, notice_making_verbs);
    size_t carrying = notice_ends_with_any(phrase, span, notice_carrying_verbs);
    return making > carrying ? making : carrying;
}

notice_range notice_verbs_before(const notice_phrase *phrase, notice_range span)
{
    notice_range verbs = {span.end, span.end};
    size_t length = verb_before(phrase, span);
    while (length > 0) {
        notice_range rest;
        verbs.start -= length;
        rest = (notice_range){span.start, verbs.start};
        length = verb_before(phrase, rest);
        if (length == 0 && rest.end > rest.start && joins_verbs(phrase->characters[rest.end - 1])) {
            rest.end--;
            length = verb_before(phrase, rest);
            length += length > 0;
        }
    }
    return verbs;
}

bool notice_is_carrying(const notice_phrase *phrase, notice_range verbs)
{
    return notice_ends_with_any(phrase, verbs, notice_carrying_verbs) > 0;
}

/* ---------------------------------------------------------------- trimming */

static size_t carrying_at(const notice_phrase *phrase, notice_range span)
{
    if (notice_begins_with_any(phrase, span, notice_verb_like_nouns) > 0)
        return 0;
    return notice_begins_with_any(phrase, span, notice_carrying_verbs);
}

/* An adverb goes only where a verb or a further adverb follows: 重点 of 重点项目 stays. */
static size_t adverb_at(const notice_phrase *phrase, notice_range span)
{
    size_t length = notice_begins_with_any(phrase, span, notice_adverbs);
    notice_range rest = {span.start + length, span.end};
    if (length == 0 || notice_range_is_empty(rest))
        return 0;
    if (verb_at(phrase, rest) > 0 || carrying_at(phrase, rest) > 0 ||
        notice_begins_with_any(phrase, rest, notice_adverbs) > 0)
        return length;
    return 0;
}

/* How far the adverbial at the span's start (在居民小区) reaches: up to the first verb with an
 * object. Where the verb closes the span (为农村妇女免费筛查) the adverbial says what is counted,
 * and only its preposition goes. */
static size_t adverbial_at(const notice_phrase *phrase, notice_range span)
{
    size_t length = notice_begins_with_any(phrase, span, notice_prepositions);
    size_t verbs;
    if (length == 0)
        return 0;
    for (size_t at = span.start + length; at < span.end; at++) {
        notice_range rest = {at, span.end};
        if (phrase->is_covered[at])
            continue;
        verbs = notice_verbs_at(phrase, rest);
        if (verbs == 0)
            verbs = carrying_at(phrase, rest);
        if (verbs > 0)
            return at + verbs < span.end ? at - span.start : length;
    }
    return 0;
}

notice_range notice_trim_opening(const notice_phrase *phrase, notice_range span)
{
    bool may_hold_adverbial = true; /* one at most, which also bounds the work */
    while (!notice_range_is_empty(span)) {
        size_t length = notice_begins_with_any(phrase, span, notice_openers);
        if (length == 0)
            length = notice_time_words(phrase, span);
        if (length == 0)
            length = adverb_at(phrase, span);
        if (length == 0 && carrying_at(phrase, span) < span.end - span.start)
            length = carrying_at(phrase, span);
        if (length == 0 && may_hold_adverbial && verb_at(phrase, span) == 0) {
            length = adverbial_at(phrase, span);
            may_hold_adverbial = false;
        }
        if (length == 0)
            break;
        span.start += length;
    }
    return span;
}

/* 等 behind examples, not that of 高等 or 等级: where the examples end, or `noun.start`. */
static size_t behind_examples(const notice_phrase *phrase, notice_range noun)
{
    static notice_words words_that_end_so = {"高等", "中等", "初等", "同等", "平等", "优等", "均等",
                                             "相等", "对等", "特等", "一等", "二等", "三等", NULL};
    static notice_words words_that_begin_so = {"等级", "等次", "等候", "等待", NULL};
    for (size_t at = noun.start; at + 1 < noun.end; at++) {
        notice_range from_here = {at, noun.end};
        notice_range up_to_here = {noun.start, at + 1};
        if (phrase->characters[at] == U'等' && !phrase->is_covered[at] &&
            notice_ends_with_any(phrase, up_to_here, words_that_end_so) == 0 &&
            notice_begins_with_any(phrase, from_here, words_that_begin_so) == 0)
            return at + 1;
    }
    return noun.start;
}

notice_heading notice_heading_of(const notice_phrase *phrase, notice_range span)
{
    notice_heading heading = {0};
    notice_range trimmed = notice_trim_opening(phrase, span);
    size_t verbs = notice_verbs_at(phrase, trimmed);
    heading.verb = (notice_range){trimmed.start, trimmed.start + verbs};
    heading.noun = (notice_range){trimmed.start + verbs, trimmed.end};
    heading.noun.start = behind_examples(phrase, heading.noun);
    return heading;
}

/* ---------------------------------------------------------------- the text */

static void add_part(tz_buffer *name, const notice_phrase *phrase, notice_range part)
{
    if (!notice_range_is_empty(part) && part.end - part.start > LONGEST_PART)
        part.start = part.end - LONGEST_PART;
    for (size_t at = part.start; at < part.end; at++)
        if (phrase->characters[at] != '\n')
            tz_utf8_add(name, phrase->characters[at]);
}

const char *notice_heading_text(notice_memory *memory, const notice_phrase *phrase,
                                const notice_heading *heading)
{
    tz_buffer name = {0};
    const char *copy = NULL;
    add_part(&name, phrase, heading->verb);
    add_part(&name, phrase, heading->scope);
    add_part(&name, phrase, heading->noun);
    add_part(&name, phrase, heading->predicate);
    if (heading->is_share && name.size > 0)
        tz_buffer_add_text(&name, "的比例");
    if (!name.failed)
        copy = notice_memory_copy(memory, tz_buffer_text(&name), name.size);
    tz_buffer_free(&name);
    return copy;
}
