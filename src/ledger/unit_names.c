/* unit_names.c: that a name means one unit. The triggers of unit and unit_alias hold it for the
 * very spelling; here also names that are found alike, in other brackets or with blanks, are told.
 */
#include "unit_names.h"

#include <string.h>

#include "query.h"
#include "task_roles.h"

enum { LONGEST_NAME = 240 }; /* bytes; three to a Chinese character */

tz_status tz_check_name(tz_ledger *ledger, const char *name)
{
    tz_status status = tz_check_text(ledger, name);
    if (status != TZ_OK)
        return status;
    for (const char *byte = name; *byte != '\0'; byte++)
        if ((unsigned char)*byte < ' ' || *byte == 0x7f)
            return tz_fail(ledger, TZ_MALFORMED, "名称里有换行等控制字符",
                           "the name holds a line break or another control character");
    if (strlen(name) > LONGEST_NAME)
        return tz_fail(ledger, TZ_MALFORMED, "名称超过%d个字",
                       "the name is over %d characters long", LONGEST_NAME / 3);
    if (tz_is_one_name(name))
        return TZ_OK;
    tz_fail(ledger, TZ_MALFORMED, "“%s”不是一个名称", "\"%s\" is not one name", name);
    tz_hint(ledger, "、用来分隔名称，名称里只能在括号内用",
            "、 joins names, and stands in one only in brackets");
    return TZ_MALFORMED;
}

static tz_status fail_taken(tz_ledger *ledger, const char *name, int64_t unit_id)
{
    sqlite3_stmt *statement = NULL;
    char owner[256];
    tz_status status = tz_prepare(ledger, "SELECT name FROM unit WHERE unit_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    status = tz_query_text(ledger, statement, owner, sizeof owner);
    return status != TZ_OK
               ? status
               : tz_fail(ledger, TZ_REFUSED, "“%s”已是单位“%s”的名称或别名",
                         "\"%s\" is a name or an alias of the unit \"%s\" already", name, owner);
}

static tz_status remove_alias(tz_ledger *ledger, const char *alias, int64_t unit_id, bool *is_gone)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "DELETE FROM unit_alias WHERE alias = ?1 AND unit_id = ?2", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, alias);
    tz_bind_integer(statement, 2, unit_id);
    status = tz_run(ledger, statement);
    *is_gone = status == TZ_OK && sqlite3_changes(ledger->database) > 0;
    return status;
}

tz_status tz_free_unit_name(tz_ledger *ledger, const char *name, int64_t unit_id, bool may_be_own)
{
    int64_t taken_by = 0;
    bool is_gone = false;
    tz_status status = tz_check_name(ledger, name);
    if (status == TZ_OK)
        status = tz_look_up_unit(ledger, name, &taken_by);
    if (status == TZ_OK && taken_by != 0 && taken_by == unit_id)
        status = remove_alias(ledger, name, unit_id, &is_gone);
    if (status != TZ_OK || taken_by == 0 || is_gone || (may_be_own && taken_by == unit_id))
        return status;
    return fail_taken(ledger, name, taken_by);
}
