/* propose_targets.c: which numbers of a task are targets (指标), told by a small grammar.
 *
 * A clause is a list of items. An item's number is a target in one of three forms:
 *   behind    the number closes its item and says how much of what stands in front:
 * 城镇新增就业4万人以上 in front  a verb stands directly in front of the number, what is counted
 * behind it: 新建4座变电站 share     N%(以上)的 what is counted, and what is to become of it:
 * 力争20%以上的行政村集体收入超50万元 Every other number qualifies: in a quote or bracket, without
 * a measure word, describing a noun (过10亿元骨干企业), or counting a list or a set
 * (铝加工、新材料3个产业; 等21个项目; 推进4个园区建设). */
#include "proposal.h"

#include "quantity.h"
#include "target_kind.h"
#include "target_name.h"
#include "target_words.h"

/* What no sentence needs more of; they keep the work in proportion to the text, whatever the text.
 */
enum {
    LONGEST_LIST = 8,   /* items ahead in which a shared head noun or predicate is looked for */
    LONGEST_NOUN = 120, /* characters behind a number */
    LONGEST_WORDS = 200 /* characters in front of one */
};

typedef struct proposer_state {
    notice_memory *memory;
    const notice_phrase *phrase;
    notice_task *task;
    size_t capacity;
    notice_range last_noun; /* of the target before, in the same sentence */
    bool failed;
} proposer_state;

/* A clause on the way through it. */
typedef struct clause_state {
    notice_range whole;
    notice_range
        before;  /* the clause before it in the sentence, where that holds no number; else empty */
    size_t item; /* where the current item begins */
    notice_heading first; /* the first target's, whose verb the later items share */
    bool has_first;
    bool counts_in_front; /* the item before had its number in front */
} clause_state;

static notice_range up_to(notice_range span, size_t at)
{
    return (notice_range){span.start, at};
}

static notice_range from(notice_range span, size_t at)
{
    return (notice_range){at, span.end};
}

/* ---------------------------------------------------------------- where items end */

/* Past the quote or bracket at `at`, if one stands there. */
static size_t skip_covered(const notice_phrase *phrase, notice_range span, size_t at)
{
    while (at < span.end && phrase->is_covered[at])
        at++;
    return at;
}

/* Whether nothing that the number could describe follows: the clause ends there, or the item of a
 * list. */
static bool is_closed(const notice_phrase *phrase, notice_range clause, size_t at)
{
    static notice_words no_joints = {"和谐", "和美", "和平", "及时", "与会", NULL};
    notice_range rest = from(clause, at);
    if (at < clause.end && phrase->characters[at] == U'（')
        rest.start = skip_covered(phrase, clause, at);
    if (notice_range_is_empty(rest) || notice_begins_with_any(phrase, rest, notice_goal_words) > 0)
        return true;
    return notice_begins_with_any(phrase, rest, notice_joints) > 0 &&
           notice_begins_with_any(phrase, rest, no_joints) == 0;
}

/* Behind a closed number: where the next item begins. */
static size_t next_item(const notice_phrase *phrase, notice_range clause, size_t at)
{
    if (at < clause.end && phrase->characters[at] == U'（')
        at = skip_covered(phrase, clause, at);
    at += notice_begins_with_any(phrase, from(clause, at), notice_goal_words);
    at += notice_begins_with_any(phrase, from(clause, at), notice_joints);
    return at;
}

/* Where the noun that begins at `at` ends: at the clause's end, or before a joint with a new item
 * behind it, which has a number or a verb of its own (示范企业、合作社 go on). */
static size_t noun_end(const notice_phrase *phrase, notice_range clause, size_t at)
{
    if (clause.end - at > LONGEST_NOUN)
        clause.end = at + LONGEST_NOUN;
    while (at < clause.end) {
        size_t joint = phrase->is_covered[at]
                           ? 0
                           : notice_begins_with_any(phrase, from(clause, at), notice_joints);
        notice_range behind = from(clause, at + joint);
        bool has_digit = notice_is_digit(notice_phrase_at(phrase, behind.start));
        if (joint > 0 && (has_digit || notice_verbs_at(phrase, behind) > 0))
            return at;
        if (joint > 0 && phrase->characters[at] == U'、') {
            static notice_words comma = {"、", NULL};
            notice_quantity quantity;
            notice_range piece = up_to(behind, notice_find_any(phrase, behind, comma));
            if (notice_quantity_next(phrase, piece, &quantity))
                return at;
        }
        at++;
    }
    return at;
}

/* The words of the item in front of its number and of the words that bound it. */
static notice_range words_in_front(const clause_state *clause, const notice_quantity *quantity)
{
    notice_range words = {clause->item, quantity->front};
    if (words.end > words.start + LONGEST_WORDS)
        words.start = words.end - LONGEST_WORDS;
    return words;
}

/* ---------------------------------------------------------------- number in front */

/* The noun of an item whose count is in front, without 的 and without a bracket that holds numbers
 * of its own （每站约30台充电桩）. */
static notice_range noun_behind(const notice_phrase *phrase, notice_range clause, size_t at)
{
    notice_range noun = {at, 0};
    static notice_words particles = {"的", NULL};
    size_t open;
    noun.start += notice_begins_with_any(phrase, from(clause, at), particles);
    noun.end = noun_end(phrase, clause, noun.start);
    open = noun.end;
    if (notice_range_is_empty(noun) || phrase->characters[noun.end - 1] != U'）')
        return noun;
    while (open > noun.start && phrase->characters[open - 1] != U'（')
        open--;
    for (size_t i = open; i < noun.end; i++)
        if (notice_is_digit(phrase->characters[i]) && open > noun.start)
            noun.end = open - 1;
    return noun;
}

/* 4座220千伏、12座110千伏变电站: the head noun, which only a later item writes out. */
static notice_range shared_head(const notice_phrase *phrase, notice_range clause, notice_range noun)
{
    for (int i = 0; i < LONGEST_LIST; i++) {
        notice_quantity quantity;
        size_t at = noun.end;
        if (notice_range_is_empty(noun) || !notice_quantity_at(phrase, noun, &quantity))
            return (notice_range){0, 0};
        if (quantity.end < noun.end)
            return i == 0 ? (notice_range){0, 0} : from(noun, quantity.end);
        at += notice_begins_with_any(phrase, from(clause, at), notice_joints);
        if (!notice_is_digit(notice_phrase_at(phrase, at)) ||
            !notice_quantity_at(phrase, from(clause, at), &quantity))
            return (notice_range){0, 0};
        noun = noun_behind(phrase, clause, quantity.end);
    }
    return (notice_range){0, 0};
}

/* 每个乡镇建设1个中心: so many each, not in all. */
static bool is_distributive(const notice_phrase *phrase, notice_range words)
{
    static notice_words each = {"每个", "每县", "每村", "每镇", "每所", "每家", "各建", NULL};
    return notice_find_any(phrase, words, each) < words.end;
}

/* A number in front counts where its verb makes what it counts, or where a bound (以上) says that
 * it is to be reached. */
static bool verb_makes_target(const notice_phrase *phrase, notice_range verbs,
                              const notice_quantity *quantity)
{
    if (notice_range_is_empty(verbs))
        return false;
    return quantity->at_least || quantity->is_about ||
           notice_ends_with_any(phrase, verbs, notice_pushing_verbs) == 0;
}

/* 600家以上企业实现上市: a bound or a predicate, at the item's start. */
static bool stands_as_subject(const notice_phrase *phrase, const notice_quantity *quantity,
                              notice_range noun)
{
    return quantity->at_least || notice_find_any(phrase, noun, notice_predicates) < noun.end;
}

/* Whether nothing stands in front of the number but openers, or what hands it on to the verb
 * behind: 为1000户家庭实施改造. */
static bool opens_item(const notice_phrase *phrase, notice_range words)
{
    static notice_words handing_on = {"为", "对", "给", "帮助", "帮扶", "组织", "助力", NULL};
    notice_range rest = notice_trim_opening(phrase, words);
    return notice_range_is_empty(rest) ||
           notice_begins_with_any(phrase, rest, handing_on) == rest.end - rest.start;
}

/* What only measures (10亿元, 500千瓦) describes the noun behind it where that is counted itself:
 * 新建500千瓦电站10座. */
static bool describes_counted(const notice_phrase *phrase, notice_range clause,
                              const notice_quantity *quantity, notice_range noun)
{
    notice_quantity next;
    return quantity->nature != NOTICE_COUNTS && notice_quantity_next(phrase, noun, &next) &&
           is_closed(phrase, clause, next.end);
}

static bool read_in_front(const notice_phrase *phrase, clause_state *clause,
                          const notice_quantity *quantity, notice_heading *heading, size_t *end)
{
    notice_range words = words_in_front(clause, quantity);
    notice_range verbs = notice_verbs_before(phrase, words);
    notice_range noun = noun_behind(phrase, clause->whole, quantity->end);
    bool begins_item = opens_item(phrase, words);
    if (quantity->nature == NOTICE_PROPERTY || quantity->nature == NOTICE_DURATION ||
        quantity->nature == NOTICE_RATE || notice_range_is_empty(noun) ||
        is_distributive(phrase, words) || describes_counted(phrase, clause->whole, quantity, noun))
        return false;
    *heading = (notice_heading){.noun = noun};
    if (verb_makes_target(phrase, verbs, quantity)) {
        if (!notice_is_carrying(phrase, verbs))
            heading->verb = verbs;
    } else if (begins_item && clause->counts_in_front) {
        heading->verb = clause->first.verb;
    } else if (!begins_item || !stands_as_subject(phrase, quantity, noun)) {
        return false;
    }
    heading->predicate = shared_head(phrase, clause->whole, noun);
    *end = noun.end;
    return true;
}

/* ---------------------------------------------------------------- share */

/* What is to become of it, where only a later item of the list says so:
 * 50%以上的A、20%以上的B达到标准. */
static notice_range shared_predicate(const notice_phrase *phrase, notice_range clause, size_t at)
{
    for (int i = 0; i < LONGEST_LIST && at < clause.end; i++) {
        notice_range noun = {at, noun_end(phrase, clause, at)};
        size_t predicate = notice_find_any(phrase, noun, notice_predicates);
        if (predicate < noun.end)
            return i == 0 ? (notice_range){0, 0} : from(noun, predicate);
        at = next_item(phrase, clause, noun.end);
    }
    return (notice_range){0, 0};
}

/* 保持7%以上的增长 is a growth rate, not a share. */
static bool is_growth(const notice_phrase *phrase, notice_range noun)
{
    return notice_begins_with_any(phrase, noun, notice_growth_words) == noun.end - noun.start;
}

static bool read_share(const notice_phrase *phrase, clause_state *clause,
                       const notice_quantity *quantity, notice_heading *heading, size_t *end)
{
    static notice_words held = {"保持", "实现", NULL};
    notice_range words = words_in_front(clause, quantity);
    notice_range noun = noun_behind(phrase, clause->whole, quantity->end);
    notice_range trimmed = notice_trim_opening(phrase, words);
    if (quantity->nature != NOTICE_RATE || phrase->characters[quantity->measure.start] != '%' ||
        notice_range_is_empty(noun))
        return false;
    *end = noun.end;
    if (is_growth(phrase, noun)) {
        trimmed.end -= notice_ends_with_any(phrase, trimmed, held);
        *heading = (notice_heading){.scope = trimmed, .noun = noun};
        return true;
    }
    *heading = (notice_heading){.verb = trimmed, .noun = noun, .is_share = true};
    heading->predicate = shared_predicate(phrase, clause->whole, noun.start);
    return true;
}

/* ---------------------------------------------------------------- number behind */

/* 过10亿元的示范乡镇 behind 电商销售额过5000万元的示范村: what stands in front of the bound holds
 * on. */
static notice_range shared_scope(const notice_phrase *phrase, notice_range first, notice_range noun)
{
    if (notice_bound_word(phrase, noun) == 0)
        return (notice_range){0, 0};
    for (size_t at = first.start; at < first.end; at++) {
        size_t length = notice_bound_word(phrase, from(first, at));
        if (length > 0 && notice_is_digit(notice_phrase_at(phrase, at + length)))
            return up_to(first, at);
    }
    return (notice_range){0, 0};
}

/* A later item shares the first one's verb: 新增上市企业2家、辅导企业5家; unless it has one of its
 * own (入库, 就业). */
static void share_verb(const notice_phrase *phrase, const clause_state *clause,
                       const notice_quantity *quantity, notice_heading *heading)
{
    if (!clause->has_first || quantity->nature == NOTICE_RATE || clause->first.is_share ||
        !notice_range_is_empty(heading->verb) ||
        notice_ends_with_any(phrase, heading->noun, notice_own_verbs) > 0)
        return;
    heading->verb = clause->first.verb;
    heading->scope = shared_scope(phrase, clause->first.noun, heading->noun);
}

static bool can_stand_behind(const notice_phrase *phrase, const notice_quantity *quantity,
                             notice_range words)
{
    if (quantity->nature == NOTICE_PROPERTY)
        return false;
    if (quantity->nature == NOTICE_DURATION)
        return quantity->at_most;
    return quantity->nature != NOTICE_RATE ||
           notice_find_any(phrase, words, notice_relative_words) == words.end;
}

static bool read_behind(const proposer_state *proposer, const clause_state *clause,
                        const notice_quantity *quantity, notice_heading *heading, size_t *end)
{
    const notice_phrase *phrase = proposer->phrase;
    notice_range words = words_in_front(clause, quantity);
    if (!can_stand_behind(phrase, quantity, words))
        return false;
    *heading = notice_heading_of(phrase, words);
    if (notice_range_is_empty(heading->noun) && notice_range_is_empty(heading->verb)) {
        if (clause->has_first)
            return false; /* 增长7%、力争8%: more of the same */
        *heading = notice_heading_of(phrase, clause->before);
    } else if (notice_range_is_empty(heading->noun)) {
        if (notice_ends_with_any(phrase, heading->verb, notice_stage_verbs) > 0)
            heading->noun = proposer->last_noun;
    } else {
        share_verb(phrase, clause, quantity, heading);
    }
    heading->predicate = quantity->per;
    *end = quantity->end;
    return true;
}

/* ---------------------------------------------------------------- the whole */

static void add_target(proposer_state *proposer, const notice_quantity *quantity,
                       const notice_heading *heading)
{
    const notice_phrase *phrase = proposer->phrase;
    const notice_heading measure = {.noun = quantity->measure};
    const char *name = notice_heading_text(proposer->memory, phrase, heading);
    notice_target *target = &proposer->task->targets[proposer->task->target_count];
    if (name == NULL || proposer->task->target_count >= proposer->capacity) {
        proposer->failed = name == NULL;
        return;
    }
    if (*name == '\0')
        return;
    target->name = name;
    target->measure = notice_heading_text(proposer->memory, phrase, &measure);
    target->kind = notice_kind_of(phrase, quantity, heading);
    target->at_most = notice_is_at_most(phrase, quantity, heading);
    target->is_about = quantity->is_about;
    target->value = quantity->value;
    target->value_high = quantity->value_high;
    proposer->failed = target->measure == NULL;
    proposer->task->target_count++;
}

static bool read_item(const proposer_state *proposer, clause_state *clause,
                      const notice_quantity *quantity, notice_heading *heading, size_t *end)
{
    const notice_phrase *phrase = proposer->phrase;
    if (is_closed(phrase, clause->whole, quantity->end))
        return read_behind(proposer, clause, quantity, heading, end);
    if (read_share(phrase, clause, quantity, heading, end))
        return true;
    clause->counts_in_front = read_in_front(phrase, clause, quantity, heading, end);
    return clause->counts_in_front;
}

/* `*has_number` tells whether the clause holds a quantity at all. */
static void propose_clause(proposer_state *proposer, clause_state *clause, bool *has_number)
{
    notice_quantity quantity;
    size_t at = clause->whole.start;
    clause->item = at;
    while (!proposer->failed &&
           notice_quantity_next(proposer->phrase, from(clause->whole, at), &quantity)) {
        notice_heading heading;
        *has_number = true;
        if (read_item(proposer, clause, &quantity, &heading, &at)) {
            add_target(proposer, &quantity, &heading);
            if (!clause->has_first)
                clause->first = heading;
            clause->has_first = true;
            proposer->last_noun = heading.noun;
            at = next_item(proposer->phrase, clause->whole, at);
            clause->item = at;
        } else {
            at = quantity.end;
        }
    }
}

static void propose_all(proposer_state *proposer)
{
    const notice_phrase *phrase = proposer->phrase;
    notice_range rest = {0, phrase->length};
    notice_range before = {0, 0};
    while (rest.start < rest.end && !proposer->failed) {
        bool has_number = false;
        clause_state clause = {.whole = up_to(rest, notice_clause_end(phrase, rest)),
                               .before = before};
        propose_clause(proposer, &clause, &has_number);
        before = has_number ? (notice_range){0, 0} : clause.whole;
        if (notice_phrase_at(phrase, clause.whole.end) != U'，') {
            before = (notice_range){0, 0};
            proposer->last_noun = before;
        }
        rest.start = clause.whole.end + 1;
    }
}

static size_t count_numbers(const notice_phrase *phrase)
{
    size_t count = 0;
    for (size_t at = 0; at < phrase->length; at++)
        count += notice_is_digit(phrase->characters[at]) &&
                 (at == 0 || !notice_is_digit(phrase->characters[at - 1]));
    return count;
}

bool notice_propose_targets(notice_memory *memory, notice_task *task)
{
    notice_phrase phrase;
    proposer_state proposer = {.memory = memory, .phrase = &phrase, .task = task};
    task->targets = NULL;
    task->target_count = 0;
    proposer.failed = !notice_phrase_open(&phrase, task->text);
    if (!proposer.failed)
        proposer.capacity = count_numbers(&phrase);
    if (!proposer.failed && proposer.capacity > 0) {
        task->targets = notice_memory_take(memory, proposer.capacity * sizeof *task->targets);
        proposer.failed = task->targets == NULL;
        propose_all(&proposer);
    }
    notice_phrase_close(&phrase);
    return !proposer.failed;
}
