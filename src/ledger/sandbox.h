/* sandbox.h: bounds within which SQL of unknown origin is prepared and run: it reads, for so long,
 * with so much memory, and nothing else. */
#ifndef TZ_LEDGER_SANDBOX_H
#define TZ_LEDGER_SANDBOX_H

#include "ledger.h"

typedef enum tz_excess { TZ_WITHIN_BOUNDS, TZ_EXCESS_TIME, TZ_EXCESS_MEMORY } tz_excess;

typedef struct tz_sandbox {
    int64_t
        time_left_ns; /* of the time in SQLite; what the caller does between rows is not counted */
    bool has_time_limit;
    int64_t deadline_ns;  /* of the step that is running */
    int64_t memory_limit; /* what SQLite may hold in this process, in bytes */
    int maker_count;      /* calls in the SQL that make values out of nothing */
    tz_excess excess;     /* what it was stopped for */
} tz_sandbox;

/* `timeout_seconds` 0: no bound on time. */
void tz_sandbox_start(tz_sandbox *sandbox, unsigned timeout_seconds);
/* sqlite3_prepare_v2 and sqlite3_step within the bounds. */
int tz_sandbox_prepare(tz_sandbox *sandbox, sqlite3 *connection, const char *sql,
                       sqlite3_stmt **statement, const char **tail);
int tz_sandbox_step(tz_sandbox *sandbox, sqlite3_stmt *statement);
/* sqlite3_prepare_v2 of SQL that may only read, with no other bound: the reports'. */
int tz_prepare_reading(sqlite3 *connection, const char *sql, sqlite3_stmt **statement);

#endif
