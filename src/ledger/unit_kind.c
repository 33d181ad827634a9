/* unit_kind.c: what a unit's name tells of its kind (类别). */
#include <string.h>

#include "unit_rows.h"

typedef enum name_place { AT_START, ANYWHERE, AT_END } name_place;

/* The first that fits decides: what is more special stands before what is more general. */
static const struct kind_word {
    name_place place;
    const char *word, *kind;
} kind_words[] = {
    {AT_START, "各", "other"},         {AT_END, "成员单位", "other"},
    {AT_END, "管委会", "zone"},        {AT_END, "人民政府", "county"},
    {AT_START, "市委", "party"},       {ANYWHERE, "纪委", "party"},
    {ANYWHERE, "组织部", "party"},     {ANYWHERE, "宣传部", "party"},
    {ANYWHERE, "统战部", "party"},     {ANYWHERE, "政法委", "party"},
    {ANYWHERE, "党史", "party"},       {ANYWHERE, "工会", "mass"},
    {ANYWHERE, "妇联", "mass"},        {ANYWHERE, "共青团", "mass"},
    {AT_START, "团市委", "mass"},      {ANYWHERE, "残联", "mass"},
    {ANYWHERE, "科协", "mass"},        {ANYWHERE, "工商联", "mass"},
    {ANYWHERE, "关工委", "mass"},      {ANYWHERE, "促进会", "mass"},
    {ANYWHERE, "红十字", "mass"},      {AT_END, "公司", "company"},
    {AT_END, "集团", "company"},       {ANYWHERE, "海关", "central"},
    {ANYWHERE, "税务局", "central"},   {ANYWHERE, "人民银行", "central"},
    {ANYWHERE, "银保监", "central"},   {ANYWHERE, "气象局", "central"},
    {ANYWHERE, "河务局", "central"},   {ANYWHERE, "邮政管理局", "central"},
    {ANYWHERE, "通信发展", "central"}, {AT_END, "局", "department"},
    {AT_END, "委", "department"},      {AT_END, "办", "department"},
    {AT_END, "办公室", "department"},  {AT_END, "中心", "department"},
    {AT_END, "厅", "department"},
};
enum { KIND_WORD_COUNT = sizeof kind_words / sizeof kind_words[0] };

static bool fits(const char *name, const struct kind_word *word)
{
    size_t name_size = strlen(name), size = strlen(word->word);
    switch (word->place) {
    case AT_START:
        return strncmp(name, word->word, size) == 0;
    case AT_END:
        return name_size >= size && strcmp(name + name_size - size, word->word) == 0;
    case ANYWHERE:
        break;
    }
    return strstr(name, word->word) != NULL;
}

const char *tz_guess_unit_kind(const char *name)
{
    for (size_t i = 0; i < KIND_WORD_COUNT; i++) {
        if (fits(name, &kind_words[i]))
            return kind_words[i].kind;
    }
    return "other";
}
