/* journal.h: the journal (日志): a row per write, each with the hash of the one before. */
#ifndef TZ_LEDGER_JOURNAL_H
#define TZ_LEDGER_JOURNAL_H

#include <sodium.h>

#include "changeset.h"

enum { TZ_HASH_SIZE = 32 }; /* BLAKE2b-256 */

/* Hashes a row: first all but the changeset, then that in pieces. */
typedef struct tz_journal_hash {
    crypto_generichash_state state;
} tz_journal_hash;

/* A text of a row as it is hashed. */
typedef struct tz_hashed_text {
    const void *bytes;
    size_t size;
} tz_hashed_text;

enum { TZ_HASHED_KIND, TZ_HASHED_TIME, TZ_HASHED_ACTOR, TZ_HASHED_COMMAND, TZ_HASHED_TEXTS };

/* hash = BLAKE2b-256 over the 32 bytes of previous_hash (of the first row: zeros), then journal_id
 * in decimal, kind, written_at, actor, command, changeset, each as its length in 8 bytes, the
 * highest first, and its bytes. */
void tz_journal_hash_start(tz_journal_hash *hash, const unsigned char previous[TZ_HASH_SIZE],
                           int64_t journal_id, const tz_hashed_text texts[TZ_HASHED_TEXTS],
                           uint64_t changeset_size);
void tz_journal_hash_add(tz_journal_hash *hash, const void *bytes, size_t size);
void tz_journal_hash_end(tz_journal_hash *hash, unsigned char bytes[TZ_HASH_SIZE]);

/* ---- journal_check.c: rows that are there */

/* The columns of a row in the order that the two calls below want them: SELECT TZ_ROW_COLUMNS. */
#define TZ_ROW_COLUMNS "journal_id, kind, written_at, actor, command, previous_hash, hash"
enum {
    TZ_ROW_ID,
    TZ_ROW_KIND,
    TZ_ROW_TIME,
    TZ_ROW_ACTOR,
    TZ_ROW_COMMAND,
    TZ_ROW_PREVIOUS_HASH,
    TZ_ROW_HASH
};
/* The hash that the row, of the database `schema` of its connection, should have. An SQLite code;
 * SQLITE_ERROR also where its changeset isn't a blob. */
int tz_journal_row_hash(sqlite3_stmt *row, const char *schema, unsigned char bytes[TZ_HASH_SIZE]);
/* Whether the row is what its hash says. SQLite 3.40 walks on for ever behind the end of some
 * damaged changesets: none is walked that isn't. An SQLite code, SQLITE_OK also where the row can't
 * be read because it is damaged. */
int tz_journal_row_is_sound(sqlite3_stmt *row, const char *schema, bool *is_sound);
/* The same for row `journal_id`; one that isn't there isn't sound. */
int tz_journal_is_sound(sqlite3 *connection, const char *schema, int64_t journal_id,
                        bool *is_sound);
/* A hash that the row holds; false, and zeros, where it isn't of 32 bytes. */
bool tz_journal_copy_hash(sqlite3_stmt *row, int column, unsigned char hash[TZ_HASH_SIZE]);

/* ---- journal.c: the end of the journal, and new rows */

/* The last row's number and hash; 0 and zeros while there is none. */
tz_status tz_journal_head(tz_ledger *ledger, int64_t *journal_id, unsigned char hash[TZ_HASH_SIZE]);
/* Adds a row of `kind`, change or snapshot, under the handle's actor and the open write's command.
 * A changeset without changes adds none. */
tz_status tz_journal_append(tz_ledger *ledger, const char *kind, tz_changeset_source source);

#endif
