/* finish.c: things to finish (建成, 完成), to bring about (创建, 制定) or to build (建设…中心,
 * …管网建设). */
#include "finish.h"

#include "quantity.h"
#include "target_name.h"
#include "target_words.h"

/* clang-format off */
/* In front of a verb these make continuous work of it, or leave it to others. */
static notice_words governors = {
    "引导", "鼓励", "探索", "着眼", "加强", "深化", "强化", "谋划", "持续", "常态化", "支持企业", "坚持", NULL
};

/* Say by themselves that something ends. */
static notice_words end_words = {
    "建成", "完成", "竣工", "完工", "投产", "投用", "通车", "交付使用", "转设", "扩建", "升格", "清零", "专项行动", NULL
};
static notice_words not_end_words = {"建成区", "完成率", "完成情况", NULL};

/* Bring about what they name; without an object (双拥创建, 信号灯设置) they are a field of work. */
static notice_words creating_verbs = {
    "创建", "争创", "开工", "建立", "制定", "出台", "编制", "发布", "设立", "组建", "设置", "开通", "启用", "增设", NULL
};
static notice_words not_creating = {
    "建立健全", "建立完善", "制定机制", "制定程序", "制定过程", "创建行动", "创建活动", "创建工作", "创建工程", "开工率", "发布会", "发布制度", NULL
};

/* Build, where what they build is a work. */
static notice_words building_verbs = {"建设", "新建", "改建", "搭建", "开发", "研发", "实施", NULL};

/* What a work's name ends with. */
static notice_words works = {
    "项目", "工程", "园区", "产业园", "园", "基地", "中心", "馆", "站", "厂", "厂房", "路", "道", "桥", "公园", "广场",
    "街", "街区", "集聚区", "示范区", "试验区", "试点", "安置区", "新区", "营地", "管网", "管廊", "高铁", "铁路", "高速",
    "公路", "机场", "港", "码头", "外环", "环线", "平台", "系统", "城市", "大学", "学校", "学院", "医院", "校区", "场馆",
    "停车场", "桥梁", "隧道", "立交", "航道", "枢纽", "住房", "小区", "校舍", "宿舍", "电站", "变电站", "水库", "水闸", "APP", NULL
};
/* Programmes that are called works but build nothing. */
static notice_words programmes = {
    "培育工程", "培优工程", "培养工程", "人才工程", "引领工程", "”工程", NULL
};

/* What stands behind a work that is built: …管网建设, …街区提升. */
static notice_words building_nouns = {
    "建设", "建设任务", "建设工作", "提升", "升级", "优化升级", "修复", "加固", NULL
};
/* Works by their nature, whatever is worked on. */
static notice_words rebuilding_nouns = {"改造", "改造提升", "改造升级", "扩容改造", NULL};
/* clang-format on */

static notice_range up_to(notice_range clause, size_t at)
{
    return (notice_range){clause.start, at};
}

static notice_range from(notice_range clause, size_t at)
{
    return (notice_range){at, clause.end};
}

static bool is_governed(const notice_phrase *phrase, notice_range words_in_front)
{
    return notice_find_any(phrase, words_in_front, governors) < words_in_front.end;
}

/* Whether the clause, or the part of it before some 、 from `at` on, ends with a work's name,
 * quotes included. */
static bool ends_with_work(const notice_phrase *phrase, notice_range span)
{
    static notice_words closing = {"”", "》", "’", "等", NULL};
    size_t length;
    if (notice_ends_with_any(phrase, span, programmes) > 0)
        return false;
    while ((length = notice_ends_with_any(phrase, span, closing)) > 0)
        span.end -= length;
    return notice_ends_with_any(phrase, span, works) > 0;
}

static bool names_work(const notice_phrase *phrase, notice_range object)
{
    for (size_t at = object.start; at < object.end; at++)
        if (phrase->characters[at] == U'、' && !phrase->is_covered[at] &&
            ends_with_work(phrase, up_to(object, at)))
            return true;
    return ends_with_work(phrase, object);
}

/* ---------------------------------------------------------------- one clause */

static bool says_end(const notice_phrase *phrase, notice_range clause)
{
    for (size_t at = clause.start; at < clause.end; at++)
        if (notice_begins_with_any(phrase, from(clause, at), end_words) > 0 &&
            notice_begins_with_any(phrase, from(clause, at), not_end_words) == 0)
            return true;
    return false;
}

static bool creates(const notice_phrase *phrase, notice_range clause)
{
    for (size_t at = clause.start; at < clause.end; at++) {
        size_t length = notice_begins_with_any(phrase, from(clause, at), creating_verbs);
        uint32_t behind = notice_phrase_at(phrase, at + length);
        if (length > 0 && !phrase->is_covered[at] && at + length < clause.end && behind != U'、' &&
            behind != U'和' && notice_begins_with_any(phrase, from(clause, at), not_creating) == 0)
            return true;
    }
    return false;
}

/* 建设聊城美术馆. The first verb that builds decides; those behind it stand inside of its object.
 */
static bool builds(const notice_phrase *phrase, notice_range clause)
{
    for (size_t at = clause.start; at < clause.end; at++) {
        size_t length = notice_begins_with_any(phrase, from(clause, at), building_verbs);
        if (length > 0 && !phrase->is_covered[at] &&
            notice_begins_with_any(phrase, from(clause, at), notice_verb_like_nouns) == 0)
            return names_work(phrase, from(clause, at + length));
    }
    return false;
}

/* 南部城区供热管网建设, but not 推进城市建设, where nothing tells which. */
static bool ends_with_building(const notice_phrase *phrase, notice_range clause)
{
    size_t building = notice_ends_with_any(phrase, clause, building_nouns);
    notice_range noun = notice_trim_opening(phrase, clause);
    if (notice_ends_with_any(phrase, clause, rebuilding_nouns) > 0)
        return true;
    if (building == 0 || noun.end - noun.start <= building)
        return false;
    noun.end -= building;
    return ends_with_work(phrase, noun) &&
           notice_ends_with_any(phrase, noun, works) < noun.end - noun.start;
}

/* 抓好33个重点项目: a definite set, whatever the verb. */
static bool counts_works(const notice_phrase *phrase, notice_range clause)
{
    notice_quantity quantity;
    return notice_quantity_next(phrase, clause, &quantity) && quantity.nature == NOTICE_COUNTS &&
           ends_with_work(phrase, from(clause, quantity.end));
}

/* 实现…全覆盖: 100 %, in words. */
static bool covers_all(const notice_phrase *phrase, notice_range clause)
{
    static notice_words realise = {"实现", "确保", NULL};
    static notice_words all = {"全覆盖", NULL};
    return notice_ends_with_any(phrase, clause, all) > 0 &&
           notice_find_any(phrase, clause, realise) < clause.end;
}

static bool clause_names_finish(const notice_phrase *phrase, notice_range clause)
{
    return !is_governed(phrase, clause) &&
           (says_end(phrase, clause) || creates(phrase, clause) || builds(phrase, clause) ||
            ends_with_building(phrase, clause) || counts_works(phrase, clause) ||
            covers_all(phrase, clause));
}

bool notice_names_finish(const notice_phrase *phrase)
{
    notice_range rest = {0, phrase->length};
    while (rest.start < rest.end) {
        notice_range clause = up_to(rest, notice_clause_end(phrase, rest));
        if (clause_names_finish(phrase, clause))
            return true;
        rest.start = clause.end + 1;
    }
    return false;
}
