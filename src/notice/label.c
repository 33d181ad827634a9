/* label.c: labels, verbs and column titles of the notices that were seen. docs/notice.md lists
 * them. */
#include "label.h"

#include "fold.h"

typedef struct label_word {
    const char *word;
    notice_list_kind kind;
} label_word;

/* A word stands before the shorter ones that it begins with. */
static const label_word labels[] = {
    {"牵头领导", NOTICE_LIST_LEADERS},     {"牵头市领导", NOTICE_LIST_LEADERS},
    {"牵头县领导", NOTICE_LIST_LEADERS},   {"牵头负责同志", NOTICE_LIST_LEADERS},
    {"分管领导", NOTICE_LIST_LEADERS},     {"分管市领导", NOTICE_LIST_LEADERS},
    {"分管县领导", NOTICE_LIST_LEADERS},   {"分管负责同志", NOTICE_LIST_LEADERS},
    {"责任领导", NOTICE_LIST_LEADERS},     {"责任市领导", NOTICE_LIST_LEADERS},
    {"责任县领导", NOTICE_LIST_LEADERS},   {"包保领导", NOTICE_LIST_LEADERS},
    {"配合领导", NOTICE_LIST_LEADERS},     {"市级领导", NOTICE_LIST_LEADERS},
    {"市领导", NOTICE_LIST_LEADERS},       {"县领导", NOTICE_LIST_LEADERS},
    {"牵头责任单位", NOTICE_LIST_LEAD},    {"牵头单位", NOTICE_LIST_LEAD},
    {"牵头部门", NOTICE_LIST_LEAD},        {"牵头", NOTICE_LIST_LEAD},
    {"主办单位", NOTICE_LIST_LEAD},        {"主办部门", NOTICE_LIST_LEAD},
    {"主责单位", NOTICE_LIST_LEAD},        {"主责部门", NOTICE_LIST_LEAD},
    {"主要责任单位", NOTICE_LIST_LEAD},    {"第一责任单位", NOTICE_LIST_LEAD},
    {"责任单位", NOTICE_LIST_RESPONSIBLE}, {"责任部门", NOTICE_LIST_RESPONSIBLE},
    {"负责单位", NOTICE_LIST_RESPONSIBLE}, {"负责部门", NOTICE_LIST_RESPONSIBLE},
    {"承办单位", NOTICE_LIST_RESPONSIBLE}, {"落实单位", NOTICE_LIST_RESPONSIBLE},
    {"实施单位", NOTICE_LIST_RESPONSIBLE}, {"配合单位", NOTICE_LIST_SUPPORT},
    {"配合部门", NOTICE_LIST_SUPPORT},     {"配合责任单位", NOTICE_LIST_SUPPORT},
    {"配合", NOTICE_LIST_SUPPORT},         {"协办单位", NOTICE_LIST_SUPPORT},
    {"协办部门", NOTICE_LIST_SUPPORT},     {"协同单位", NOTICE_LIST_SUPPORT},
    {"协助单位", NOTICE_LIST_SUPPORT},     {"参与单位", NOTICE_LIST_SUPPORT},
    {"参加单位", NOTICE_LIST_SUPPORT},     {"完成时限", NOTICE_LIST_DEADLINE},
    {"完成时间", NOTICE_LIST_DEADLINE},    {"完成期限", NOTICE_LIST_DEADLINE},
    {"办结时限", NOTICE_LIST_DEADLINE},    {"时限要求", NOTICE_LIST_DEADLINE},
    {"时间要求", NOTICE_LIST_DEADLINE},    {"时间节点", NOTICE_LIST_DEADLINE},
    {"时限", NOTICE_LIST_DEADLINE},
};

/* Longer ones first: 牵头负责 ends in 负责. */
static const label_word verbs[] = {
    {"按职责分工负责", NOTICE_LIST_RESPONSIBLE},
    {"按职责分工落实", NOTICE_LIST_RESPONSIBLE},
    {"按职责负责", NOTICE_LIST_RESPONSIBLE},
    {"按分工负责", NOTICE_LIST_RESPONSIBLE},
    {"牵头负责", NOTICE_LIST_LEAD},
    {"牵头落实", NOTICE_LIST_LEAD},
    {"牵头推进", NOTICE_LIST_LEAD},
    {"牵头实施", NOTICE_LIST_LEAD},
    {"牵头组织", NOTICE_LIST_LEAD},
    {"牵头", NOTICE_LIST_LEAD},
    {"主办", NOTICE_LIST_LEAD},
    {"协同配合", NOTICE_LIST_SUPPORT},
    {"积极配合", NOTICE_LIST_SUPPORT},
    {"分工配合", NOTICE_LIST_SUPPORT},
    {"配合落实", NOTICE_LIST_SUPPORT},
    {"配合", NOTICE_LIST_SUPPORT},
    {"参与", NOTICE_LIST_SUPPORT},
    {"参加", NOTICE_LIST_SUPPORT},
    {"协助", NOTICE_LIST_SUPPORT},
    {"协办", NOTICE_LIST_SUPPORT},
    {"分工负责", NOTICE_LIST_RESPONSIBLE},
    {"分别负责", NOTICE_LIST_RESPONSIBLE},
    {"共同负责", NOTICE_LIST_RESPONSIBLE},
    {"具体负责", NOTICE_LIST_RESPONSIBLE},
    {"负责落实", NOTICE_LIST_RESPONSIBLE},
    {"组织实施", NOTICE_LIST_RESPONSIBLE},
    {"负责", NOTICE_LIST_RESPONSIBLE},
    {"承办", NOTICE_LIST_RESPONSIBLE},
    {"落实", NOTICE_LIST_RESPONSIBLE},
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void skip_spaces(notice_span *text)
{
    while (notice_is_space(notice_span_first(*text)))
        notice_span_take_first(text);
}

/* Takes `word` off the front, also where blanks stand between its characters (牵头 单位). */
static bool take_spaced(notice_span *text, const char *word)
{
    notice_span rest = *text, letters = notice_span_of(word);
    while (!notice_span_is_empty(letters)) {
        skip_spaces(&rest);
        if (notice_span_take_first(&rest) != notice_span_take_first(&letters))
            return false;
    }
    *text = rest;
    return true;
}

static bool take_colon(notice_span *text)
{
    skip_spaces(text);
    uint32_t character = notice_span_first(*text);
    if (character != ':' && character != 0xFF1A && character != 0x2236 && character != 0xFE30)
        return false;
    notice_span_take_first(text);
    return true;
}

/* A colon may be lost before 市财政局, but 责任单位要 or 牵头领导小组 is no label. */
static bool may_lack_colon(const char *word, notice_span rest)
{
    static const char *const beginnings[] = {"市", "省", "县", "区", "各"};
    notice_span label = notice_span_of(word);
    if (!notice_span_ends(label, "单位") && !notice_span_ends(label, "部门"))
        return false;
    for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
        if (notice_span_starts(rest, beginnings[i]))
            return true;
    }
    return false;
}

bool notice_label_take(notice_span *text, notice_list_kind *kind, bool *lacks_colon)
{
    skip_spaces(text);
    for (size_t i = 0; tz_is_han(notice_span_first(*text)) && i < COUNT_OF(labels); i++) {
        notice_span rest = *text;
        if (!take_spaced(&rest, labels[i].word))
            continue;
        *lacks_colon = !take_colon(&rest);
        if (*lacks_colon && !may_lack_colon(labels[i].word, rest))
            continue;
        *kind = labels[i].kind;
        *text = rest;
        return true;
    }
    return false;
}

bool notice_label_take_unknown(notice_span *text, notice_span *label)
{
    notice_span rest = *text;
    for (size_t length = 0; length <= 8; length++) {
        notice_span word = {text->begin, rest.begin};
        if (length >= 2 && take_colon(&rest)) {
            *label = word;
            *text = rest;
            return true;
        }
        if (!tz_is_han(notice_span_take_first(&rest)))
            return false;
    }
    return false;
}

bool notice_verb_take(notice_span *text, notice_list_kind *kind)
{
    for (size_t i = 0; i < COUNT_OF(verbs); i++) {
        if (notice_span_take_last(text, verbs[i].word)) {
            *kind = verbs[i].kind;
            return true;
        }
    }
    return false;
}

notice_list_kind notice_label_of_column(notice_span title)
{
    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        if (notice_span_starts(title, labels[i].word))
            return labels[i].kind;
    }
    return NOTICE_LIST_IGNORED;
}
