/* change_cursor.h: where a query of journal_change (change_words.h) stands. */
#ifndef TZ_LEDGER_CHANGE_CURSOR_H
#define TZ_LEDGER_CHANGE_CURSOR_H

#include "change.h"
#include "change_words.h"

/* The columns of journal_change. */
enum {
    CHANGE_NUMBER,
    FIELD_NUMBER,
    TABLE_NAME,
    OPERATION,
    RECORD,
    RECORD_KEY,
    TASK_ID,
    UNIT_ID,
    COLUMN_NAME,
    IS_KEY,
    OLD_VALUE,
    NEW_VALUE,
    MEASURE,
    BEFORE_ID,
    BEFORE_VALUE,
    JOURNAL_ID
};

typedef struct change_cursor {
    sqlite3_vtab_cursor base;
    tz_ledger *ledger;
    tz_changeset_reader reader;
    sqlite3_changeset_iter *iterator;
    bool is_at_end, wants_first_field_only;
    int64_t row_number, journal_id, change_number;
    /* the change it stands on */
    tz_change change;
    const tz_table *table; /* NULL: the ledger has it no more */
    int column, field_number;
    bool has_record;
    tz_record record;
} change_cursor;

/* The xColumn of the module: change_column.c. */
int tz_change_answer(sqlite3_vtab_cursor *base, sqlite3_context *context, int column);

#endif
