/* verify.h: what the sources of verify (核验) share. */
#ifndef TZ_LEDGER_VERIFY_H
#define TZ_LEDGER_VERIFY_H

#include "journal.h"
#include "listing.h"

/* One verification. Its connection has the model, made afresh, as the database main, and the file
 * as the database ledger; the replay fills main. It isn't in a transaction: a page that can't be
 * read rolls back all of the one that it is met in, and the replay with it. That the file stays as
 * it is meanwhile is the handle's to see to, which is between tz_read_enter and tz_read_leave. */
typedef struct tz_verification {
    tz_ledger *ledger;
    sqlite3 *connection;
    tz_listing findings;
    tz_verify_result *result;
    int64_t snapshot_id; /* the newest that is sound, else the first; 0: none */
    const char *table;   /* the one in hand, for what can't be read; NULL: several */
} tz_verification;

/* A finding: where it is, NULL for what it isn't about, and what it is. */
typedef struct tz_finding {
    const char *check; /* a word of the dictionary: integrity, chain, … */
    const char *table, *record, *column;
    const char *file_value, *journal_value;
} tz_finding;

tz_status tz_verify_add(tz_verification *verification, const tz_finding *finding, const char *zh,
                        const char *en, ...) TZ_BOTH_FORMATS(3, 4, 5);
/* Whether an extended code says that the file is damaged, or can't be read where it is: either is a
 * finding here. */
bool tz_verify_is_damage(int code);
/* After a failed call on the connection: that the file can't be read there is a finding of `check`
 * about the table in hand; no memory or a lock is a failure. */
tz_status tz_verify_failed(tz_verification *verification, const char *check);
/* A statement on the connection, finalized by tz_verify_end, which adds what tz_verify_failed
 * would. `*statement` is NULL where the SQL can't be prepared, and that is a finding. */
tz_status tz_verify_prepare(tz_verification *verification, const char *check, const char *sql,
                            sqlite3_stmt **statement);
tz_status tz_verify_end(tz_verification *verification, const char *check, sqlite3_stmt *statement,
                        tz_status status);

/* ---- the checks */

/* verify_schema.c: the file's schema against the model's. `*is_same` whether nothing differs. */
tz_status tz_verify_schema(tz_verification *verification, bool *is_same);
/* verify_chain.c: the hash of every row, and that `head` (may be NULL) is one of them. */
tz_status tz_verify_chain(tz_verification *verification, const unsigned char *head);
/* verify_replay.c: the tables that the journal gives from its newest snapshot on, against the
 * file's. */
tz_status tz_verify_replay(tz_verification *verification);

#endif
