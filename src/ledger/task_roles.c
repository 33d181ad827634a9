/* task_roles.c: who leads a task and who answers for it: lists of names into rows. */
#include "task_roles.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "query.h"

/* ---- a list of names */

/* The end of the name that starts at `name`: the 、 behind it that stands in no bracket, or the end
 * of the text. 各县（市、区）人民政府 is one name. */
static const char *end_of_name(const char *name)
{
    const char *end = name + strlen(name);
    int depth = 0;
    for (const char *cursor = name; cursor < end;) {
        const char *here = cursor;
        uint32_t character = tz_fold_character(tz_utf8_next(&cursor, end));
        if (character == '(')
            depth++;
        else if (character == ')' && depth > 0)
            depth--;
        else if (character == 0x3001 && depth == 0) /* 、 */
            return here;
    }
    return end;
}

bool tz_is_one_name(const char *text)
{
    size_t size = strlen(text);
    const char *begin = text;
    tz_trim(&begin, &size);
    return size > 0 && *end_of_name(text) == '\0';
}

/* Takes the next name off the list; `*name` is NULL at its end, and else the caller's to free. */
static tz_status take_name(tz_ledger *ledger, const char **list, char **name)
{
    *name = NULL;
    while (**list != '\0') {
        const char *begin = *list, *end = end_of_name(begin);
        size_t size = (size_t)(end - begin);
        *list = *end == '\0' ? end : end + strlen("、");
        tz_trim(&begin, &size);
        if (size == 0)
            continue;
        *name = strndup(begin, size);
        return *name != NULL ? TZ_OK : tz_fail_memory(ledger);
    }
    return TZ_OK;
}

/* Adds the record of one name to the task. */
typedef tz_status add_function(tz_ledger *ledger, int64_t task_id, const char *role,
                               const char *name, int ordinal);

static tz_status add_names(tz_ledger *ledger, int64_t task_id, const char *role, const char *list,
                           add_function *add)
{
    int count = 0;
    tz_status status = tz_check_text(ledger, list);
    while (status == TZ_OK) {
        char *name = NULL;
        status = take_name(ledger, &list, &name);
        if (status != TZ_OK || name == NULL)
            break;
        status = add(ledger, task_id, role, name, ++count);
        free(name);
    }
    if (status == TZ_OK && count == 0 && role != NULL && strcmp(role, "lead") == 0)
        status = tz_fail(ledger, TZ_REJECTED, "没有写牵头单位", "no lead unit is given");
    return status;
}

static tz_status fail_doubled(tz_ledger *ledger, const char *name)
{
    return tz_fail(ledger, TZ_REJECTED, "“%s”写了两次", "\"%s\" is named twice", name);
}

/* ---- leaders */

tz_status tz_insert_task_leader(tz_ledger *ledger, int64_t task_id, int64_t leader_id, int ordinal)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO task_leader (task_id, leader_id, ordinal)\n"
                                  "VALUES (?1, ?2, ?3)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, leader_id);
    tz_bind_integer(statement, 3, ordinal);
    return tz_run(ledger, statement);
}

static tz_status add_leader(tz_ledger *ledger, int64_t task_id, const char *role, const char *name,
                            int ordinal)
{
    sqlite3_stmt *statement = NULL;
    int64_t leader_id = 0, is_there = 0;
    (void)role;
    tz_status status = tz_find_leader(ledger, name, &leader_id);
    if (status == TZ_OK)
        status = tz_prepare(
            ledger, "SELECT 1 FROM task_leader WHERE task_id = ?1 AND leader_id = ?2", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, leader_id);
    status = tz_query_integer(ledger, statement, &is_there);
    if (status != TZ_OK)
        return status;
    return is_there ? fail_doubled(ledger, name)
                    : tz_insert_task_leader(ledger, task_id, leader_id, ordinal);
}

tz_status tz_set_task_leaders(tz_ledger *ledger, int64_t task_id, const char *names)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger, "DELETE FROM task_leader WHERE task_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_run(ledger, statement);
    return status == TZ_OK ? add_names(ledger, task_id, NULL, names, add_leader) : status;
}

/* ---- units */

tz_status tz_insert_task_unit(tz_ledger *ledger, int64_t task_id, int64_t unit_id, const char *role,
                              int ordinal, const char *written_as)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO task_unit (task_id, unit_id, role, ordinal, written_as)\n"
                   "VALUES (?1, ?2, ?3, ?4, ?5)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, unit_id);
    tz_bind_text(statement, 3, role);
    tz_bind_integer(statement, 4, ordinal);
    tz_bind_text(statement, 5, written_as);
    return tz_run(ledger, statement);
}

tz_status tz_task_has_unit(tz_ledger *ledger, int64_t task_id, const char *role, int64_t unit_id,
                           int64_t *is_there)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "SELECT 1 FROM task_unit\n"
                                  "WHERE task_id = ?1 AND role = ?2 AND unit_id = ?3",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_text(statement, 2, role);
    tz_bind_integer(statement, 3, unit_id);
    return tz_query_integer(ledger, statement, is_there);
}

static tz_status add_unit(tz_ledger *ledger, int64_t task_id, const char *role, const char *name,
                          int ordinal)
{
    int64_t unit_id = 0, is_there = 0;
    tz_status status = tz_find_unit(ledger, name, &unit_id);
    if (status == TZ_OK)
        status = tz_task_has_unit(ledger, task_id, role, unit_id, &is_there);
    if (status != TZ_OK)
        return status;
    return is_there ? fail_doubled(ledger, name)
                    : tz_insert_task_unit(ledger, task_id, unit_id, role, ordinal, name);
}

tz_status tz_set_task_units(tz_ledger *ledger, int64_t task_id, const char *role, const char *names)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "DELETE FROM task_unit WHERE task_id = ?1 AND role = ?2", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_text(statement, 2, role);
    status = tz_run(ledger, statement);
    return status == TZ_OK ? add_names(ledger, task_id, role, names, add_unit) : status;
}
