/* bulletin.h: what a bulletin (通报) is made of, for issuing it and for telling what has changed.
 */
#ifndef TZ_LEDGER_BULLETIN_H
#define TZ_LEDGER_BULLETIN_H

#include "ledger.h"

/* The rows of the bulletin of that quarter and day as the ledger stands (bulletin_id 0: of a
 * draft), as the text of a JSON array, to be freed: {"part": …, "record": …, "row": {…}} each, in
 * the order of the parts. NULL on failure. TZ_OK; what tz_report returns. */
tz_status tz_bulletin_gather(tz_ledger *ledger, const char *quarter, const char *day,
                             int64_t bulletin_id, char **text);

#endif
