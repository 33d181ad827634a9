/* connection.h: connections to a file, all with the same settings. */
#ifndef TZ_LEDGER_CONNECTION_H
#define TZ_LEDGER_CONNECTION_H

#include "ledger.h"

/* Opens `path`, which must exist, without looking into it. On failure `*connection` is NULL.
 * TZ_OK; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_connect(tz_ledger *ledger, const char *path, tz_open_mode mode, sqlite3 **connection);
/* Makes `path` the handle's open file, closing the one before, without a check that it is a ledger.
 */
tz_status tz_connect_handle(tz_ledger *ledger, const char *path, tz_open_mode mode);
/* Closes the handle's file, rolling back an open write. */
void tz_disconnect(tz_ledger *ledger);

#endif
