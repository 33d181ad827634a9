/* target_kind.c: amount, level or reach; >= or <=. docs/proposals.md gives the reasons. */
#include "target_kind.h"

#include "target_words.h"

static bool noun_ends_with(const notice_phrase *phrase, const notice_heading *heading,
                           const char *const *words)
{
    return notice_ends_with_any(phrase, heading->noun, words) > 0;
}

/* A growth rate is published quarter by quarter and compared each time; a share that is to be
 * arrived at (达到97%) is known once, and comparing it in the first quarter would only cry wolf. */
static notice_target_kind kind_of_rate(const notice_phrase *phrase, const notice_quantity *quantity,
                                       const notice_heading *heading)
{
    if (heading->is_share)
        return NOTICE_REACH;
    if (quantity->at_most || quantity->is_held ||
        noun_ends_with(phrase, heading, notice_growth_words))
        return NOTICE_LEVEL;
    if (quantity->is_reached || noun_ends_with(phrase, heading, notice_raising_words))
        return NOTICE_REACH;
    return NOTICE_LEVEL;
}

static bool is_flow(const notice_phrase *phrase, const notice_quantity *quantity,
                    const notice_heading *heading)
{
    static notice_words times = {"次", NULL};
    return notice_holds_any(phrase, heading->noun, notice_flow_words) ||
           notice_holds_any(phrase, quantity->measure, times);
}

/* What is made or added adds up. What stands (达到, 超 without a verb that makes it) includes what
 * stood before the year, so that a straight line from nothing would mean nothing; unless statistics
 * count it anew every year. */
static notice_target_kind kind_of_number(const notice_phrase *phrase,
                                         const notice_quantity *quantity,
                                         const notice_heading *heading)
{
    bool stands = notice_holds_any(phrase, heading->noun, notice_stock_words);
    if (quantity->at_most)
        return NOTICE_LEVEL;
    if (quantity->is_held || stands)
        return NOTICE_REACH;
    if (quantity->is_reached && notice_range_is_empty(heading->verb) &&
        !is_flow(phrase, quantity, heading))
        return NOTICE_REACH;
    return NOTICE_AMOUNT;
}

notice_target_kind notice_kind_of(const notice_phrase *phrase, const notice_quantity *quantity,
                                  const notice_heading *heading)
{
    if (quantity->nature == NOTICE_RATE)
        return kind_of_rate(phrase, quantity, heading);
    if (quantity->nature == NOTICE_DURATION)
        return NOTICE_LEVEL;
    return kind_of_number(phrase, quantity, heading);
}

bool notice_is_at_most(const notice_phrase *phrase, const notice_quantity *quantity,
                       const notice_heading *heading)
{
    if (quantity->at_most || quantity->nature != NOTICE_RATE || quantity->at_least ||
        heading->is_share)
        return quantity->at_most;
    return notice_holds_any(phrase, heading->noun, notice_held_down_words) &&
           !noun_ends_with(phrase, heading, notice_falling_words);
}
