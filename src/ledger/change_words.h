/* change_words.h: changes of the journal as rows of SQL, in the ledger's own words.
 *
 * tz_change_words_register puts on the handle's connection, and not on the one of tz_sql:
 *   journal_change(journal_id)                    a row per changed column of a journal row
 *   value_in_words(table, column, value, measure) 已完成, 是, 45%, 市城管局, 38.8公里
 *   title_in_words(table, column)                 完成百分比; with the column '*' 任务
 *   changes_in_words(journal_id, task_id)         all it did, or what of it is about a task
 *   was(at, table, key, column, value)            of a record that was deleted from the journal row
 *                                                 `at` on what it had in the column, else `value`
 *   is_told(table, column, value)                 of a record that came or went: whether its name
 *                                                 doesn't tell the value already
 *   is_sound(journal_id)                          whether the row is what its hash says
 *   in_language(zh, en)                           the one of the two in the handle's language
 *
 * The columns of journal_change: change_number, from 1, counts the changed rows; field_number the
 * changed columns of one, so that field_number = 1 is a row per change, which is quick to count;
 * table_name, operation (insert, update, delete), record (what it is called: 第172项 2022Q2 进展),
 * record_key (its primary key, joined with blanks),
 * task_id and unit_id (whom it is about, or NULL), column_name, is_key, old_value, new_value,
 * measure (what a value is counted in), before_id (of an inserted entry: the revision before it)
 * and before_value (of an inserted reading: that revision's). Of an inserted or deleted row every
 * column is there that isn't NULL. A row that isn't what its hash says gives none: the handle's
 * damaged_row is its number. */
#ifndef TZ_LEDGER_CHANGE_WORDS_H
#define TZ_LEDGER_CHANGE_WORDS_H

#include "changeset.h"
#include "tables.h"

tz_status tz_change_words_register(tz_ledger *ledger);

/* What a changed record is called, and whom it is about. */
typedef struct tz_record {
    char *name;
    int64_t task_id, unit_id, before_id; /* 0: none */
    sqlite3_value *before_value;         /* NULL: none */
    char *measure;                       /* NULL: none */
} tz_record;

/* Gives the value of a record's column, NULL where it isn't known. */
typedef sqlite3_value *tz_column_function(void *context, const char *column);

/* Words a record of `table`, as it was at a journal row, by the values that `column` gives;
 * `record` is freed with tz_record_free whatever it returned. */
tz_status tz_record_read(tz_ledger *ledger, int64_t journal_id, const char *table,
                         tz_column_function *column, void *context, tz_record *record);
void tz_record_free(tz_record *record);

/* The text of sql/journal/NAME.sql, which stays. */
const char *tz_journal_text(const char *name);
/* The SQLite code of a failed statement on the handle's connection. */
int tz_failure_code(const tz_ledger *ledger, tz_status status);
/* Ends a function of SQL with the failure of a statement on the handle's connection. */
void tz_answer_failure(const tz_ledger *ledger, sqlite3_context *context, tz_status status);

/* Whether a row is there and is what its hash says: else it isn't walked. One that isn't becomes
 * the handle's damaged_row. An SQLite code. */
int tz_change_check_row(tz_ledger *ledger, int64_t journal_id, bool *is_sound);

/* change_table.c, change_past.c; an SQLite code. */
int tz_change_table_register(tz_ledger *ledger);
int tz_change_past_register(tz_ledger *ledger);

#endif
