/* model.h: what every ledger is made of, for a file whose rows come from elsewhere. */
#ifndef TZ_LEDGER_MODEL_H
#define TZ_LEDGER_MODEL_H

#include <sqlite3.h>

/* Runs the model's files (schema, views, dictionary) without the rows that a new ledger is born
 * with. SQLite's code; the connection has its message. */
int tz_model_make_tables(sqlite3 *connection);

#endif
