/* change.h: one change of a changeset, in words. */
#ifndef TZ_LEDGER_CHANGE_H
#define TZ_LEDGER_CHANGE_H

#include "buffer.h"
#include "ledger.h"

/* What an iterator stands on. */
typedef struct tz_change {
    sqlite3_changeset_iter *iterator;
    const char *table;
    int operation; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
    int column_count;
    unsigned char *is_key; /* a byte per column */
} tz_change;

/* An SQLite code. */
int tz_change_read(sqlite3_changeset_iter *iterator, tz_change *change);
/* A column's value before and after; NULL where there is none: it isn't changed, or the row isn't
 * there. */
sqlite3_value *tz_change_old(const tz_change *change, int column);
sqlite3_value *tz_change_new(const tz_change *change, int column);
/* The values of the primary key, joined with blanks: "172 2022Q1". */
void tz_change_add_key(const tz_change *change, tz_buffer *text);
/* A value as text; nothing for NULL, the size for a blob. */
void tz_add_value(tz_buffer *text, sqlite3_value *value);

#endif
