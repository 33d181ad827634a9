/* query.h: small steps that the calls on tasks, plans and entries share. */
#ifndef TZ_LEDGER_QUERY_H
#define TZ_LEDGER_QUERY_H

#include "ledger.h"

/* Runs a statement of at most one row and gives its first column, 0 where there is no row. */
tz_status tz_query_integer(tz_ledger *ledger, sqlite3_stmt *statement, int64_t *value);
/* The same for text; "" where there is no row. Longer text is cut. */
tz_status tz_query_text(tz_ledger *ledger, sqlite3_stmt *statement, char *text, size_t size);

/* A part of a write that is undone alone when it fails. tz_part_leave keeps the error of `status`
 * and returns the status of the whole. */
tz_status tz_part_enter(tz_ledger *ledger);
tz_status tz_part_leave(tz_ledger *ledger, tz_status status);

/* TZ_MALFORMED where a text given isn't UTF-8; NULL is none. */
tz_status tz_check_text(tz_ledger *ledger, const char *text);

/* How many records of a task break a rule (view violation), and, behind a change, that they aren't
 * more than before it. TZ_OK; TZ_REJECTED what the change breaks; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_violation_count(tz_ledger *ledger, int64_t task_id, int64_t *count);
tz_status tz_violation_check(tz_ledger *ledger, int64_t task_id, int64_t before);

#endif
