/* plan_units.c: the units and leaders of a plan that is imported. */
#include "plan_units.h"

#include <string.h>

#include "query.h"

/* ---- what a name tells of the kind */

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

/* ---- units */

/* The unit by its very name or alias, 0 where the ledger doesn't have it. */
static tz_status look_up_unit(tz_ledger *ledger, const char *name, int64_t *unit_id)
{
    sqlite3_stmt *statement = NULL;
    *unit_id = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT unit_id FROM unit WHERE name = ?1\n"
                                  "UNION ALL\n"
                                  "SELECT unit_id FROM unit_alias WHERE alias = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    return tz_query_integer(ledger, statement, unit_id);
}

static tz_status insert_unit(tz_ledger *ledger, const char *name, bool is_collective,
                             int64_t *unit_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO unit (name, kind, is_collective)\n"
                                  "VALUES (?1, ?2, ?3)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    tz_bind_text(statement, 2, tz_guess_unit_kind(name));
    tz_bind_integer(statement, 3, is_collective);
    status = tz_run(ledger, statement);
    *unit_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}

tz_status tz_take_unit(tz_ledger *ledger, const char *name, bool is_collective, int64_t *unit_id)
{
    tz_status status = look_up_unit(ledger, name, unit_id);
    if (status != TZ_OK || *unit_id != 0)
        return status;
    return insert_unit(ledger, name, is_collective, unit_id);
}

tz_status tz_add_unit_alias(tz_ledger *ledger, const char *alias, const char *name,
                            const char *reason, tz_pair_use *use)
{
    sqlite3_stmt *statement = NULL;
    int64_t unit_id = 0, taken_by = 0;
    *use = TZ_PAIR_USED;
    tz_status status = look_up_unit(ledger, name, &unit_id);
    if (status == TZ_OK)
        status = look_up_unit(ledger, alias, &taken_by);
    if (unit_id == 0)
        *use = TZ_PAIR_NO_UNIT;
    else if (taken_by != 0 && taken_by != unit_id)
        *use = TZ_PAIR_TAKEN;
    if (status != TZ_OK || unit_id == 0 || taken_by != 0)
        return status;
    status = tz_prepare(ledger,
                        "INSERT INTO unit_alias (alias, unit_id, reason)\n"
                        "VALUES (?1, ?2, nullif(?3, ''))",
                        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, alias);
    tz_bind_integer(statement, 2, unit_id);
    tz_bind_text(statement, 3, reason);
    return tz_run(ledger, statement);
}

static tz_status mark_collective(tz_ledger *ledger, int64_t unit_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger, "UPDATE unit SET is_collective = 1 WHERE unit_id = ?1 AND is_collective = 0",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    return tz_run(ledger, statement);
}

tz_status tz_add_unit_member(tz_ledger *ledger, const char *collective, const char *member,
                             tz_pair_use *use)
{
    sqlite3_stmt *statement = NULL;
    int64_t collective_id = 0, unit_id = 0;
    tz_status status = look_up_unit(ledger, collective, &collective_id);
    *use = collective_id != 0 ? TZ_PAIR_USED : TZ_PAIR_NO_UNIT;
    if (status != TZ_OK || collective_id == 0)
        return status;
    status = tz_take_unit(ledger, member, false, &unit_id);
    if (status == TZ_OK)
        status = mark_collective(ledger, collective_id);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "INSERT INTO unit_member (collective_id, unit_id)\n"
                            "VALUES (?1, ?2)\n"
                            "ON CONFLICT DO NOTHING",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, collective_id);
    tz_bind_integer(statement, 2, unit_id);
    return tz_run(ledger, statement);
}

/* ---- leaders */

tz_status tz_take_leader(tz_ledger *ledger, const char *name, bool is_collective,
                         int64_t *leader_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "SELECT leader_id FROM leader WHERE name = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    status = tz_query_integer(ledger, statement, leader_id);
    if (status != TZ_OK || *leader_id != 0)
        return status;
    status =
        tz_prepare(ledger, "INSERT INTO leader (name, is_collective) VALUES (?1, ?2)", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    tz_bind_integer(statement, 2, is_collective);
    status = tz_run(ledger, statement);
    *leader_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}
