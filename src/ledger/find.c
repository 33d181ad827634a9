/* find.c: units, leaders, sections and coded values by the names that people use. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "query.h"
#include "task_code.h"

/* What is found by name. Both statements give id and name; `exact` takes the name as ?1. */
typedef struct named_record {
    const char *zh, *en;
    const char *list; /* the command that shows them all */
    const char *exact;
    const char *all;
} named_record;

static const named_record units = {"单位", "unit", "unit list",
                                   "SELECT unit_id FROM unit WHERE name = ?1\n"
                                   "UNION ALL\n"
                                   "SELECT unit_id FROM unit_alias WHERE alias = ?1",
                                   "SELECT unit_id, name FROM unit\n"
                                   "UNION ALL\n"
                                   "SELECT unit_id, alias FROM unit_alias"};

static const named_record leaders = {"领导", "leader", "leader list",
                                     "SELECT leader_id FROM leader WHERE name = ?1",
                                     "SELECT leader_id, name FROM leader"};

/* Of a quarter's several the newest. */
static const named_record bulletins = {"通报", "bulletin", "bulletin list",
                                       "SELECT bulletin_id FROM bulletin\n"
                                       "WHERE ?1 IN (number, quarter)\n"
                                       "ORDER BY issued_on DESC, bulletin_id DESC",
                                       "SELECT bulletin_id, number FROM bulletin"};

/* Looks at every name: gives the one that is the same when folded, else keeps the nearest. */
static tz_status compare_all(tz_ledger *ledger, const char *sql, tz_nearest *nearest, int64_t *id)
{
    sqlite3_stmt *statement = NULL;
    tz_buffer folded = {0};
    bool has_row = false;
    tz_status status = tz_prepare(ledger, sql, &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    while (status == TZ_OK && has_row && *id == 0) {
        const char *name = tz_column_text(statement, 1);
        tz_buffer_clear(&folded);
        tz_fold_name(&folded, name);
        if (strcmp(tz_buffer_text(&folded), nearest->wanted) == 0)
            *id = sqlite3_column_int64(statement, 0);
        tz_nearest_offer(nearest, name, tz_buffer_text(&folded));
        status = tz_step(ledger, statement, &has_row);
    }
    if (statement != NULL)
        sqlite3_reset(statement);
    if (status == TZ_OK && folded.failed)
        status = tz_fail_memory(ledger);
    tz_buffer_free(&folded);
    return status;
}

static tz_status look_up_folded(tz_ledger *ledger, const named_record *record, const char *name,
                                tz_nearest *nearest, int64_t *id)
{
    tz_buffer wanted = {0};
    tz_fold_name(&wanted, name);
    nearest->wanted = tz_buffer_text(&wanted);
    tz_status status =
        wanted.failed ? tz_fail_memory(ledger) : compare_all(ledger, record->all, nearest, id);
    nearest->wanted = NULL;
    tz_buffer_free(&wanted);
    return status;
}

/* The one look-up by name: `*id` is 0 where nothing has it, and `nearest` then holds the nearest.
 */
static tz_status look_up(tz_ledger *ledger, const named_record *record, const char *name,
                         tz_nearest *nearest, int64_t *id)
{
    sqlite3_stmt *statement = NULL;
    *id = 0;
    tz_status status = tz_check_text(ledger, name);
    if (status == TZ_OK)
        status = tz_prepare(ledger, record->exact, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    status = tz_query_integer(ledger, statement, id);
    if (status != TZ_OK || *id != 0)
        return status;
    return look_up_folded(ledger, record, name, nearest, id);
}

static tz_status find_record(tz_ledger *ledger, const named_record *record, const char *name,
                             int64_t *id)
{
    tz_nearest nearest = {0};
    tz_status status = look_up(ledger, record, name, &nearest, id);
    if (status != TZ_OK || *id != 0)
        return status;
    status = tz_fail(ledger, TZ_NOT_FOUND, "没有名为“%2$s”的%1$s", "no %s is named \"%s\"",
                     TZ_PICK(ledger->language, record->zh, record->en), name);
    tz_hint(ledger, "用 %s 看有哪些", "see %s", record->list);
    tz_nearest_hint(ledger, &nearest);
    return status;
}

tz_status tz_look_up_unit(tz_ledger *ledger, const char *name, int64_t *unit_id)
{
    tz_nearest nearest = {0};
    return look_up(ledger, &units, name, &nearest, unit_id);
}

tz_status tz_look_up_leader(tz_ledger *ledger, const char *name, int64_t *leader_id)
{
    tz_nearest nearest = {0};
    return look_up(ledger, &leaders, name, &nearest, leader_id);
}

tz_status tz_find_unit(tz_ledger *ledger, const char *name, int64_t *unit_id)
{
    return find_record(ledger, &units, name, unit_id);
}

tz_status tz_find_leader(tz_ledger *ledger, const char *name, int64_t *leader_id)
{
    return find_record(ledger, &leaders, name, leader_id);
}

tz_status tz_find_bulletin(tz_ledger *ledger, const char *name, int64_t *bulletin_id)
{
    return find_record(ledger, &bulletins, name, bulletin_id);
}

/* ---- sections */

/* Folds a label; 二、 is 二. */
static void fold_label(tz_buffer *folded, const char *label)
{
    static const char comma[] = "、";
    size_t comma_size = sizeof comma - 1;
    tz_fold_name(folded, label);
    if (!folded->failed && folded->size >= comma_size &&
        strcmp(folded->bytes + folded->size - comma_size, comma) == 0) {
        folded->size -= comma_size;
        folded->bytes[folded->size] = '\0';
    }
}

static tz_status list_labels(tz_ledger *ledger, int64_t plan_id)
{
    sqlite3_stmt *statement = NULL;
    char labels[256];
    tz_status status = tz_prepare(ledger,
                                  "SELECT group_concat(label, ?2)\n"
                                  "FROM (SELECT DISTINCT label FROM section\n"
                                  "      WHERE ?1 IN (0, plan_id) AND parent_id IS NULL\n"
                                  "      ORDER BY ordinal)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, plan_id);
    tz_bind_text(statement, 2, tz_joint(ledger));
    status = tz_query_text(ledger, statement, labels, sizeof labels);
    if (status == TZ_OK && labels[0] != '\0')
        tz_hint(ledger, "有：%s，下级写作 二(一)", "there are: %s, and below them as 二(一)",
                labels);
    return status;
}

/* `plan_id` 0: of any plan. */
tz_status tz_find_section(tz_ledger *ledger, int64_t plan_id, const char *label,
                          int64_t *section_id)
{
    sqlite3_stmt *statement = NULL;
    tz_buffer folded = {0};
    *section_id = 0;
    tz_status status = tz_check_text(ledger, label);
    if (status != TZ_OK)
        return status;
    fold_label(&folded, label);
    if (folded.failed)
        status = tz_fail_memory(ledger);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT section_id FROM section\n"
                            "WHERE ?1 IN (0, plan_id) AND label = ?2",
                            &statement);
    if (status == TZ_OK) {
        tz_bind_integer(statement, 1, plan_id);
        tz_bind_text(statement, 2, tz_buffer_text(&folded));
        status = tz_query_integer(ledger, statement, section_id);
    }
    if (status == TZ_OK && *section_id == 0) {
        tz_fail(ledger, TZ_NOT_FOUND, "没有编号为“%s”的章节", "no section is labelled \"%s\"",
                label);
        status = list_labels(ledger, plan_id);
        status = status == TZ_OK ? TZ_NOT_FOUND : status;
    }
    tz_buffer_free(&folded);
    return status;
}

/* ---- coded values */

static tz_status fail_word(tz_ledger *ledger, const char *column_name, const char *text)
{
    sqlite3_stmt *statement = NULL;
    char words[512];
    tz_status status = tz_prepare(ledger,
                                  "SELECT group_concat(value || ' ' || zh, ?2)\n"
                                  "FROM word\n"
                                  "WHERE column_name = ?1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, column_name);
    tz_bind_text(statement, 2, tz_joint(ledger));
    status = tz_query_text(ledger, statement, words, sizeof words);
    if (status != TZ_OK)
        return status;
    status = tz_fail(ledger, TZ_MALFORMED, "不认识“%s”", "\"%s\" is not one of the words", text);
    if (words[0] != '\0')
        tz_hint(ledger, "可用：%s", "use one of: %s", words);
    return status;
}

tz_status tz_find_word(tz_ledger *ledger, const char *column_name, const char *text, char code[32])
{
    sqlite3_stmt *statement = NULL;
    tz_buffer folded = {0};
    code[0] = '\0';
    tz_status status = tz_check_text(ledger, text);
    if (status != TZ_OK)
        return status;
    tz_fold_name(&folded, text);
    if (folded.failed)
        status = tz_fail_memory(ledger);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT value FROM word\n"
                            "WHERE column_name = ?1\n"
                            "  AND ?2 COLLATE NOCASE IN (value, zh, replace(en, ' ', ''))",
                            &statement);
    if (status == TZ_OK) {
        tz_bind_text(statement, 1, column_name);
        tz_bind_text(statement, 2, tz_buffer_text(&folded));
        status = tz_query_text(ledger, statement, code, 32);
    }
    if (status == TZ_OK && code[0] == '\0')
        status = fail_word(ledger, column_name, text);
    tz_buffer_free(&folded);
    return status;
}

/* ---- the public calls */

tz_status tz_find_task_id(tz_ledger *ledger, const char *code, int64_t *task_id)
{
    assert(code != NULL && task_id != NULL);
    return tz_find_task(ledger, code, task_id, NULL);
}

static tz_status find_id(tz_ledger *ledger, tz_name_kind kind, const char *name, int64_t *id)
{
    switch (kind) {
    case TZ_NAME_TASK:
        return tz_find_task(ledger, name, id, NULL);
    case TZ_NAME_UNIT:
        return tz_find_unit(ledger, name, id);
    case TZ_NAME_LEADER:
        return tz_find_leader(ledger, name, id);
    case TZ_NAME_SECTION:
        return tz_find_section(ledger, 0, name, id);
    case TZ_NAME_BULLETIN:
        return tz_find_bulletin(ledger, name, id);
    case TZ_NAME_ACTION_KIND:
        break; /* has no id */
    }
    assert(false);
    return TZ_MALFORMED;
}

static const char *spelling_sql(tz_name_kind kind)
{
    switch (kind) {
    case TZ_NAME_TASK:
        return "SELECT code FROM task WHERE task_id = ?1";
    case TZ_NAME_UNIT:
        return "SELECT name FROM unit WHERE unit_id = ?1";
    case TZ_NAME_LEADER:
        return "SELECT name FROM leader WHERE leader_id = ?1";
    case TZ_NAME_SECTION:
        return "SELECT label FROM section WHERE section_id = ?1";
    case TZ_NAME_BULLETIN:
        return "SELECT number FROM bulletin WHERE bulletin_id = ?1";
    case TZ_NAME_ACTION_KIND:
        break;
    }
    assert(false);
    return "";
}

/* Who answers on the day ?2 for a unit, or a leader. */
static const char *answering_sql(tz_name_kind kind)
{
    return kind == TZ_NAME_UNIT
               ? "SELECT u.name\n"
                 "FROM unit_asked_for AS h JOIN unit AS u ON u.unit_id = h.asked_id\n"
                 "WHERE h.unit_id = ?1 AND h.as_of = ?2"
               : "SELECT b.name\n"
                 "FROM leader_answering AS h JOIN leader AS b ON b.leader_id = h.answering_id\n"
                 "WHERE h.leader_id = ?1 AND h.as_of = ?2";
}

static tz_status keep_spelling(tz_ledger *ledger, const char *text, const char **spelling)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return tz_fail_memory(ledger);
    free(ledger->spelling);
    *spelling = ledger->spelling = copy;
    return TZ_OK;
}

static tz_status find_action_kind(tz_ledger *ledger, const char *name, const char **spelling)
{
    char code[32];
    tz_status status = tz_find_word(ledger, "action", name, code);
    return status == TZ_OK ? keep_spelling(ledger, code, spelling) : status;
}

/* The text that `sql` gives for the id; `day` is NULL where it takes none. */
static tz_status spell(tz_ledger *ledger, const char *sql, int64_t id, const char *day,
                       const char **spelling)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger, sql, &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, id);
    if (day != NULL)
        tz_bind_text(statement, 2, day);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    status = keep_spelling(ledger, tz_column_text(statement, 0), spelling);
    sqlite3_reset(statement);
    return status;
}

tz_status tz_find_name(tz_ledger *ledger, tz_name_kind kind, const char *name,
                       const char **spelling)
{
    int64_t id = 0;
    assert(name != NULL && spelling != NULL);
    *spelling = NULL;
    if (kind == TZ_NAME_ACTION_KIND)
        return find_action_kind(ledger, name, spelling);
    tz_status status = find_id(ledger, kind, name, &id);
    return status == TZ_OK ? spell(ledger, spelling_sql(kind), id, NULL, spelling) : status;
}

tz_status tz_find_answering(tz_ledger *ledger, tz_name_kind kind, const char *name, const char *on,
                            const char **spelling)
{
    int64_t id = 0;
    char day[11];
    assert(name != NULL && spelling != NULL);
    if (kind != TZ_NAME_UNIT && kind != TZ_NAME_LEADER)
        return tz_find_name(ledger, kind, name, spelling);
    *spelling = NULL;
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = find_id(ledger, kind, name, &id);
    return status == TZ_OK ? spell(ledger, answering_sql(kind), id, day, spelling) : status;
}
