/* form_key.h: what ties a form and each of its rows to ledger, round, task and unit, in a hidden
 * cell:
 *
 *     TZFORM1|08f2e061b7793dfe|2022Q2|2022/172|9c0e44d1|市城管局
 *
 * The ledger by its identity (台账标识); the round's quarter; the task with its plan's year,
 * nothing in the key of the form itself; a checksum of all else, since dragging a cell down counts
 * the numbers in it up; the unit. */
#ifndef TZ_LEDGER_FORM_KEY_H
#define TZ_LEDGER_FORM_KEY_H

#include "buffer.h"
#include "ledger.h"

enum { TZ_LEDGER_ID_SIZE = 17 };

typedef struct tz_form_key {
    char ledger[TZ_LEDGER_ID_SIZE];
    char quarter[7];
    char task[48];    /* "" in the key of a form */
    const char *unit; /* within the text that was read */
} tz_form_key;

/* The ledger's own. TZ_OK; TZ_REJECTED it has none; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_form_ledger_id(tz_ledger *ledger, char id[TZ_LEDGER_ID_SIZE]);
void tz_form_key_write(const tz_form_key *key, tz_buffer *text);
/* Whether a text is meant to be a key, and, in `*is_whole`, whether it is one as it was written. */
bool tz_form_key_read(const char *text, tz_form_key *key, bool *is_whole);

#endif
