/* contact.c: whom to call at a unit (联系人). */
#include <assert.h>
#include <string.h>

#include "query.h"

static tz_status check_contact(tz_ledger *ledger, const tz_contact *contact)
{
    if (contact->name[strspn(contact->name, " \t\r\n")] == '\0')
        return tz_fail(ledger, TZ_MALFORMED, "联系人姓名是空的", "the contact's name is empty");
    tz_status status = tz_check_text(ledger, contact->name);
    if (status == TZ_OK)
        status = tz_check_text(ledger, contact->post);
    return status == TZ_OK ? tz_check_text(ledger, contact->phone) : status;
}

static tz_status insert_contact(tz_ledger *ledger, int64_t unit_id, const tz_contact *contact,
                                const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO contact (unit_id, name, post, phone, from_day)\n"
                                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, unit_id);
    tz_bind_text(statement, 2, contact->name);
    tz_bind_given(statement, 3, contact->post);
    tz_bind_given(statement, 4, contact->phone);
    tz_bind_text(statement, 5, day);
    return tz_run(ledger, statement);
}

static tz_status add_contact(tz_ledger *ledger, const char *unit, const tz_contact *contact,
                             const char *on)
{
    int64_t unit_id = 0;
    char day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    if (status == TZ_OK)
        status = tz_find_unit(ledger, unit, &unit_id);
    if (status == TZ_OK)
        status = check_contact(ledger, contact);
    return status == TZ_OK ? insert_contact(ledger, unit_id, contact, day) : status;
}

tz_status tz_unit_contact_add(tz_ledger *ledger, const char *unit, const tz_contact *contact,
                              const char *on)
{
    bool is_own = false;
    assert(unit != NULL && contact != NULL && contact->name != NULL);
    tz_status status = tz_write_enter(ledger, "unit contact", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, add_contact(ledger, unit, contact, on));
}
