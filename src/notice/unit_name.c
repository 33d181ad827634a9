/* unit_name.c: collective units, open ends, lost prefixes, and deadlines among the units. */
#include "unit_name.h"

#include <string.h>

#include "fold.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool starts_with_any(notice_span name, const char *const *beginnings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (notice_span_starts(name, beginnings[i]))
            return true;
    }
    return false;
}

static bool ends_with_any(notice_span name, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (notice_span_ends(name, endings[i]))
            return true;
    }
    return false;
}

bool notice_unit_is_collective(notice_span name)
{
    static const char *const words[] = {"各",     "沿线",         "有关",
                                        "相关",   "县（市、区）", "县（市区）",
                                        "县市区", "县（区）",     "县（市）"};
    static const char *const beginnings[] = {"市属", "省属", "市直", "省直",
                                             "县直", "区直", "驻市", "县区"};
    static const char *const endings[] = {"成员单位", "等单位", "等部门"};
    return notice_span_contains_any(name, words, COUNT_OF(words)) ||
           starts_with_any(name, beginnings, COUNT_OF(beginnings)) ||
           ends_with_any(name, endings, COUNT_OF(endings));
}

bool notice_leader_is_collective(notice_span name)
{
    static const char *const words[] = {"各", "全体", "有关", "相关", "班子", "市领导", "领导"};
    return notice_span_contains_any(name, words, COUNT_OF(words));
}

/* 等 itself and 等部门, 等有关单位, 等6个部门; not 高等专科学校. */
static bool is_open_end(notice_span ending)
{
    static const char *const middles[] = {"市直", "省直", "县直", "市级", "各", "有关", "相关"};
    int number;
    if (!notice_span_take(&ending, "等") || notice_span_is_empty(ending))
        return notice_span_is_empty(ending);
    for (size_t i = 0; i < COUNT_OF(middles); i++)
        notice_span_take(&ending, middles[i]);
    if (notice_span_take_digits(&ending, &number) > 0)
        notice_span_take(&ending, "个");
    return notice_span_equals(ending, "单位") || notice_span_equals(ending, "部门");
}

bool notice_unit_take_open_end(notice_span *name)
{
    notice_span ending = {name->end, name->end};
    for (int length = 0; length < 12 && ending.begin > name->begin; length++) {
        notice_span rest = {name->begin, ending.begin};
        bool is_etcetera = notice_span_take_end(&rest) == 0x7B49; /* 等 */
        ending.begin = rest.end;
        if (is_etcetera && is_open_end(ending)) {
            name->end = ending.begin;
            return true;
        }
    }
    return false;
}

/* 临清市公安局, 莘县水利局: a place stands in front. */
static bool starts_with_place(notice_span name, notice_span place)
{
    static const uint32_t kinds[] = {0x5E02 /* 市 */, 0x53BF /* 县 */, 0x533A /* 区 */,
                                     0x7701 /* 省 */, 0x5DDE /* 州 */, 0x76DF /* 盟 */,
                                     0x65D7 /* 旗 */, 0x9547 /* 镇 */};
    if (!notice_span_is_empty(place)) {
        notice_span rest = name;
        while (notice_span_size(rest) >= notice_span_size(place)) {
            if (memcmp(rest.begin, place.begin, notice_span_size(place)) == 0)
                return true;
            notice_span_take_first(&rest);
        }
    }
    for (int i = 0; i < 5; i++) {
        uint32_t character = notice_span_take_first(&name);
        for (size_t kind = 0; kind < COUNT_OF(kinds); kind++) {
            if (character == kinds[kind])
                return true;
        }
    }
    return false;
}

/* 工业和信息化厅, 财政局, 国资委; 分局 and 河务局 stand under a ministry, not under the first
 * unit's government. */
static bool is_plain_department(notice_span name)
{
    static const char *const endings[] = {"厅", "局", "委", "办", "委员会"};
    static const char *const others[] = {"分局", "河务局", "党委", "政法委", "编委", "管委"};
    static const char *const beginnings[] = {"各",   "中",   "人民", "共青团", "沿",   "驻",
                                             "武警", "省",   "市",   "县",     "区",   "国家",
                                             "国网", "国税", "全",   "有关",   "相关", "纪委"};
    return ends_with_any(name, endings, COUNT_OF(endings)) &&
           !ends_with_any(name, others, COUNT_OF(others)) &&
           !starts_with_any(name, beginnings, COUNT_OF(beginnings)) &&
           notice_span_size(name) <= strlen("国有资产监督管理委员会");
}

const char *notice_unit_lacking_prefix(notice_span first, notice_span name, notice_span place)
{
    if (!is_plain_department(name) || starts_with_place(name, place))
        return NULL;
    if (notice_span_starts(first, "省"))
        return "省";
    return notice_span_starts(first, "市") ? "市" : NULL;
}

bool notice_unit_ends_as_unit(notice_span name)
{
    static const char *const endings[] = {"局",   "委",   "办",   "部",   "厅",   "院", "会",
                                          "司",   "中心", "社",   "团",   "行",   "校", "政府",
                                          "单位", "部门", "大学", "学院", "海关", "室", "站"};
    return ends_with_any(name, endings, COUNT_OF(endings));
}

bool notice_is_deadline(notice_span entry)
{
    static const char *const words[] = {"月底",   "年底", "年内", "季度",   "上半年", "下半年",
                                        "长期",   "持续", "全年", "月前",   "日前",   "月份",
                                        "前完成", "月末", "年末", "常态化", "前落实", "每年"};
    return notice_span_contains_any(entry, words, COUNT_OF(words)) &&
           !notice_unit_ends_as_unit(entry);
}
