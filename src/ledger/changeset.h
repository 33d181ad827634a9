/* changeset.h: bytes of SQLite's session extension: where they come from, and reading those that
 * the journal (日志) keeps. A changeset is never whole in memory. */
#ifndef TZ_LEDGER_CHANGESET_H
#define TZ_LEDGER_CHANGESET_H

#include "ledger.h"

/* Takes bytes; SQLITE_OK or the code that the giver is to end with. */
typedef int tz_changeset_output(void *to, const void *bytes, int size);

/* What can give a changeset, each time the same one. */
typedef struct tz_changeset_source {
    /* Gives all bytes to `output`; an SQLite code. */
    int (*give)(void *context, tz_changeset_output *output, void *to);
    void *context;
} tz_changeset_source;

/* What the session has recorded. */
tz_changeset_source tz_session_source(sqlite3_session *session);
/* Every row of every table that the journal covers, as an insert, written in the format of the
 * session extension, a row at a time. */
tz_changeset_source tz_snapshot_source(sqlite3 *connection);

/* Whether the journal covers a table: all but itself, the evidence archive, which would double
 * every file, and SQLite's own. */
bool tz_journal_covers(const char *table);

/* The changeset of a journal row, read a piece at a time. */
typedef struct tz_changeset_reader {
    sqlite3_blob *blob; /* NULL while it isn't open */
    int offset, size;
    int code; /* what reading it failed with */
} tz_changeset_reader;

/* Opens that of row `journal_id` in the database `schema` of the connection. An SQLite code;
 * whatever it is, the reader may be closed. */
int tz_changeset_open(sqlite3 *connection, const char *schema, int64_t journal_id,
                      tz_changeset_reader *reader);
/* The xInput of the session extension's streaming calls, with the reader as its context. */
int tz_changeset_input(void *reader, void *bytes, int *size);
void tz_changeset_close(tz_changeset_reader *reader);

#endif
