/* measure_words.c: measure words and units (量词, 单位) as official documents write them. A
 * multiplier (万, 亿) is read before them and is no part of the table. */
#include "quantity.h"

#define COUNTS(word)                                                                               \
    {                                                                                              \
        word, NOTICE_COUNTS                                                                        \
    }
#define EXTENT(word)                                                                               \
    {                                                                                              \
        word, NOTICE_EXTENT                                                                        \
    }
#define RATE(word)                                                                                 \
    {                                                                                              \
        word, NOTICE_RATE                                                                          \
    }
#define DURATION(word)                                                                             \
    {                                                                                              \
        word, NOTICE_DURATION                                                                      \
    }
#define PROPERTY(word)                                                                             \
    {                                                                                              \
        word, NOTICE_PROPERTY                                                                      \
    }

/* clang-format off */
const notice_measure_word notice_measure_words[] = {
    COUNTS("个"), COUNTS("家"), COUNTS("项"), COUNTS("座"), COUNTS("所"), COUNTS("处"), COUNTS("条"), COUNTS("件"),
    COUNTS("场"), COUNTS("场次"), COUNTS("块"), COUNTS("套"), COUNTS("张"), COUNTS("台"), COUNTS("台套"), COUNTS("台（套）"),
    COUNTS("辆"), COUNTS("艘"), COUNTS("架"), COUNTS("列"), COUNTS("部"), COUNTS("支"), COUNTS("只"), COUNTS("头"),
    COUNTS("株"), COUNTS("棵"), COUNTS("口"), COUNTS("眼"), COUNTS("间"), COUNTS("栋"), COUNTS("幢"), COUNTS("片"),
    COUNTS("种"), COUNTS("类"), COUNTS("门"), COUNTS("本"), COUNTS("册"), COUNTS("篇"), COUNTS("幅"), COUNTS("首"),
    COUNTS("名"), COUNTS("位"), COUNTS("人"), COUNTS("户"), COUNTS("对"), COUNTS("批"), COUNTS("批次"), COUNTS("期"),
    COUNTS("次"), COUNTS("起"), COUNTS("宗"), COUNTS("笔"), COUNTS("单"), COUNTS("例"), COUNTS("份"), COUNTS("班"),
    COUNTS("组"), COUNTS("人次"), COUNTS("辆次"), COUNTS("架次"), COUNTS("户次"), COUNTS("家次"), COUNTS("班列"), COUNTS("标箱"),
    COUNTS("孔"), COUNTS("根"), COUNTS("盏"), COUNTS("枚"), COUNTS("床"), COUNTS("泊位"), COUNTS("车位"), COUNTS("床位"),

    EXTENT("元"), EXTENT("美元"), EXTENT("人民币"), EXTENT("亩"), EXTENT("亩次"), EXTENT("公顷"), EXTENT("平方米"),
    EXTENT("平方公里"), EXTENT("平方千米"), EXTENT("平米"), EXTENT("立方米"), EXTENT("方"), EXTENT("标准立方米"),
    EXTENT("米"), EXTENT("延米"), EXTENT("公里"), EXTENT("千米"), EXTENT("里"), EXTENT("车道公里"), EXTENT("吨"),
    EXTENT("吨标准煤"), EXTENT("吨标煤"), EXTENT("公斤"), EXTENT("千克"), EXTENT("斤"), EXTENT("升"), EXTENT("千瓦"),
    EXTENT("千瓦时"), EXTENT("兆瓦"), EXTENT("兆瓦时"), EXTENT("度电"), EXTENT("蒸吨"), EXTENT("微克/立方米"),
    EXTENT("毫克/升"), EXTENT("分"), EXTENT("箱"), EXTENT("kW"), EXTENT("KW"), EXTENT("MW"), EXTENT("GW"),
    EXTENT("kWh"), EXTENT("MWh"), EXTENT("km"), EXTENT("PB"), EXTENT("TB"), EXTENT("P"),

    RATE("%"), RATE("‰"), RATE("个百分点"), RATE("百分点"), RATE("倍"),

    DURATION("个工作日"), DURATION("工作日"), DURATION("日"), DURATION("天"), DURATION("小时"), DURATION("个小时"),
    DURATION("分钟"), DURATION("个月"), DURATION("周"), DURATION("秒"),

    PROPERTY("千伏"), PROPERTY("伏"), PROPERTY("kV"), PROPERTY("KV"), PROPERTY("岁"), PROPERTY("周岁"), PROPERTY("周年"),
    PROPERTY("级"), PROPERTY("寸"), PROPERTY("千瓦级"), PROPERTY("吨级"),
    {NULL, NOTICE_COUNTS}
};
/* clang-format on */
