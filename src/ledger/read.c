/* read.c: a bracket around several reading calls, so that all of them see one state. */
#include <assert.h>

#include "ledger.h"

/* BEGIN alone takes no lock: the state that is seen would be that of the first read. */
tz_status tz_read_begin(tz_ledger *ledger)
{
    assert(ledger->database && !ledger->is_writing && !ledger->is_reading);
    ledger->is_reading = true;
    tz_status status = tz_execute(ledger, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1");
    if (status != TZ_OK)
        tz_read_end(ledger);
    return status;
}

/* What was only read has nothing to commit, and the hook that refuses any COMMIT is not asked. */
void tz_read_end(tz_ledger *ledger)
{
    if (!ledger->is_reading)
        return;
    ledger->is_reading = false;
    sqlite3_exec(ledger->database, "ROLLBACK", NULL, NULL, NULL);
}

tz_status tz_read_enter(tz_ledger *ledger, bool *is_own)
{
    *is_own = !ledger->is_writing && !ledger->is_reading;
    return *is_own ? tz_read_begin(ledger) : TZ_OK;
}

void tz_read_leave(tz_ledger *ledger, bool is_own)
{
    if (is_own)
        tz_read_end(ledger);
}
