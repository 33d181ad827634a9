/* form_fixture.h: forms made by hand, of 2022Q1 and 市城管局. */
#ifndef TZ_TEST_FORM_FIXTURE_H
#define TZ_TEST_FORM_FIXTURE_H

#include "ledger.h"

/* The key of a row of that task (2022/172), or of the form (""); until the next call. */
const char *form_key(tz_ledger *ledger, const char *task, const char *unit);
/* Writes a form with the columns key, code, percent, state, reading 1, in whose `rows` each %k is
 * the cell with the key of task 172. Style 1 shows a percent, style 2 a day. */
void form_write(tz_ledger *ledger, const char *rows, const char *path);

#endif
