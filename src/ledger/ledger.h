/* ledger.h: what the sources of this folder share. Nothing outside of src/ledger includes it. */
#ifndef TZ_LEDGER_LEDGER_H
#define TZ_LEDGER_LEDGER_H

#include <sqlite3.h>

#include "language.h"
#include "taizhang.h"

enum { TZ_APPLICATION_ID = 0x545A4C47, TZ_SCHEMA_VERSION = 1, TZ_BUSY_TIMEOUT_MS = 10000 };
enum {
    TZ_TEXT_LIMIT = 1024
}; /* of the last error and its hint, in bytes: there also without memory */

struct tz_ledger {
    sqlite3 *database; /* NULL while no file is open */
    sqlite3 *reader;   /* a second, read-only connection for tz_sql; NULL until its first use */
    char *path;
    tz_open_mode mode;
    tz_language language;
    char *actor;
    bool is_writing; /* between tz_write_begin and tz_write_commit */
    bool is_reading; /* between tz_read_begin and tz_read_end */
    bool is_trial;   /* the write went on where it should have stopped: it must not be committed */
    bool may_commit; /* only within tz_write_commit: any other COMMIT is refused */
    char *command;   /* of the open write */
    sqlite3_session *session; /* records the open write; NULL while it leaves a snapshot */
    tz_note_function *note_function;
    void *note_context;
    struct tz_statements
        *statements;         /* statement.c: prepared statements kept by their SQL literal */
    char *report_folder;     /* of the office's own reports; NULL: none */
    tz_limits report_limits; /* of a run of one of them */
    uint64_t moved, to_move; /* bytes of the export or import that is running; 0: not known */
    char *spelling;          /* the last answer of tz_find_name */
    int64_t damaged_row;     /* of the journal, which change_table.c passed over; 0: none */
    char error[TZ_TEXT_LIMIT];
    char hint[TZ_TEXT_LIMIT];
};

/* ---- error.c: the text of the last failure. Each returns the status it is given. */

/* Sets the error and clears the hint. */
tz_status tz_fail(tz_ledger *ledger, tz_status status, const char *zh, const char *en, ...)
    TZ_BOTH_FORMATS(3, 4, 5);
/* Sets the hint of the error just set. */
void tz_hint(tz_ledger *ledger, const char *zh, const char *en, ...) TZ_BOTH_FORMATS(2, 3, 4);
/* Puts a record and a colon before the error just set: "第172项 2022Q1：". */
void tz_name_record(tz_ledger *ledger, const char *zh, const char *en, ...)
    TZ_BOTH_FORMATS(2, 3, 4);
/* What joins the names of a list in a message: 、 or a comma. */
const char *tz_joint(const tz_ledger *ledger);
tz_status tz_fail_memory(tz_ledger *ledger);
/* The half in the handle's language of "Chinese | English", as triggers and the view violation
 * word it; the whole where there is no bar. In `text`, which it returns. */
const char *tz_half(const tz_ledger *ledger, const char *both, char text[TZ_TEXT_LIMIT]);
/* Translates the last failure of the database: SQLITE_BUSY → TZ_BUSY; FULL, IOERR, CORRUPT, NOTADB,
 * CANTOPEN, PERM → TZ_IO; READONLY → TZ_REFUSED; NOMEM → TZ_NO_MEMORY; a constraint → TZ_REJECTED
 * with the message of the trigger or of the CHECK's name, of which the half in the handle's
 * language is taken (Chinese | English); any other → TZ_REJECTED with SQLite's words. */
tz_status tz_fail_database(tz_ledger *ledger);
/* The same for any connection of the handle. */
tz_status tz_fail_connection(tz_ledger *ledger, sqlite3 *connection);
/* The same for a code that a call on the handle's connection returned without keeping it there, as
 * those of the session extension do. */
tz_status tz_fail_code(tz_ledger *ledger, int code);
/* The same for any connection of the handle. */
tz_status tz_fail_connection_code(tz_ledger *ledger, sqlite3 *connection, int code);
/* Whether a code says that what stands in the file is wrong, and not that memory, the disk or a
 * lock failed. */
bool tz_is_damage(int code);
/* The file that the handle was to open is something else. */
tz_status tz_fail_not_a_ledger(tz_ledger *ledger);

/* Sends a note to the handle's note function, if there is one. */
void tz_note_text(tz_ledger *ledger, tz_note_kind kind, const char *file, size_t line,
                  const char *column, const char *zh, const char *en, ...) TZ_BOTH_FORMATS(6, 7, 8);
void tz_note_progress(tz_ledger *ledger, uint64_t done, uint64_t total);
/* The same for a call that moves bytes: begins with how many they will be (0: not known), and adds
 * some that were moved. A note is sent now and then. */
void tz_move_begin(tz_ledger *ledger, uint64_t total);
void tz_move_add(tz_ledger *ledger, uint64_t bytes);
/* A failure of one record's own (TZ_MALFORMED, TZ_NOT_FOUND, TZ_REJECTED), just set, goes on as a
 * note about the place that `where` names, with the text `value` (may be NULL) before it and its
 * hint behind; it is counted in `*errors`, and TZ_OK is returned. Any other status is returned. Of
 * a file's errors the first TZ_MOST_ERRORS_TOLD are told: behind them a person reads no more. */
enum { TZ_MOST_ERRORS_TOLD = 50 };
tz_status tz_note_failure(tz_ledger *ledger, const tz_note *where, const char *value,
                          tz_status status, size_t *errors);
/* The error of a file with that many of them, of which nothing was imported: TZ_REJECTED. */
tz_status tz_fail_errors(tz_ledger *ledger, const char *file, size_t errors);

/* ---- statement.c: prepared statements, kept per handle, and typed values in and out. */

/* A prepared statement for `sql`, a string literal, reset and with no values; prepared at its first
 * use. It belongs to the handle. */
tz_status tz_prepare(tz_ledger *ledger, const char *sql, sqlite3_stmt **statement);
/* Bind in order; `parameter` counts from 1. NULL text binds NULL. Text must stay until the
 * statement is reset. */
void tz_bind_text(sqlite3_stmt *statement, int parameter, const char *text);
/* The same where "" also means that nothing was given. */
void tz_bind_given(sqlite3_stmt *statement, int parameter, const char *text);
void tz_bind_integer(sqlite3_stmt *statement, int parameter, int64_t value);
void tz_bind_real(sqlite3_stmt *statement, int parameter, double value);
/* An id where 0 means NULL. */
void tz_bind_id(sqlite3_stmt *statement, int parameter, int64_t id);
/* Runs a statement that gives no rows and resets it. */
tz_status tz_run(tz_ledger *ledger, sqlite3_stmt *statement);
/* Steps once: `*has_row` tells. On an error or without a row the statement is reset. */
tz_status tz_step(tz_ledger *ledger, sqlite3_stmt *statement, bool *has_row);
/* Column as text, "" for NULL. */
const char *tz_column_text(sqlite3_stmt *statement, int column);
/* Runs SQL text of one or more statements that gives no rows: pragmas, the model's files. */
tz_status tz_execute(tz_ledger *ledger, const char *sql);
void tz_statements_free(tz_ledger *ledger); /* finalizes all; before the close */

/* ---- read.c: one state for several calls. */

/* For a call of several reads: begins unless a bracket or a write is open, which see one state as
 * they are, and says so in `*is_own`; the other ends what this began. */
tz_status tz_read_enter(tz_ledger *ledger, bool *is_own);
void tz_read_leave(tz_ledger *ledger, bool is_own);

/* ---- write.c: the one way into the file. */

/* tz_write_begin for a write that makes or changes tables, which no session can record: it leaves
 * a snapshot in the journal. */
tz_status tz_write_begin_anew(tz_ledger *ledger, const char *command);
/* Names the open write anew, for one that learns under the lock what it is about. */
tz_status tz_write_name(tz_ledger *ledger, const char *command);

/* For a call that is a write of its own unless it stands within one: begins if none is open and
 * says so in `*is_own`. */
tz_status tz_write_enter(tz_ledger *ledger, const char *command, bool *is_own);
/* Ends what tz_write_enter began: commits when `status` is TZ_OK, else rolls back; without an own
 * write it leaves the outer one open. The status of the whole. */
tz_status tz_write_leave(tz_ledger *ledger, bool is_own, tz_status status);

/* ---- day.c: arguments as days and quarters. */

/* `text` (NULL: today) into 'YYYY-MM-DD'. TZ_MALFORMED; TZ_REJECTED outside of the calendar, 2020
 * to 2040. */
tz_status tz_argument_day(tz_ledger *ledger, const char *text, char day[11]);
/* The same where a day need not be given: NULL into "". */
tz_status tz_argument_optional_day(tz_ledger *ledger, const char *text, char day[11]);
tz_status tz_argument_quarter(tz_ledger *ledger, const char *text, char quarter[7]);

/* ---- find.c: records by the names that people use. */

/* A task by its code: "172", "6(1)", "6.1", "2023/7", full-width forms. TZ_MALFORMED; TZ_NOT_FOUND
 * with the nearest codes as hint, or the years where the code is in several plans. `code` (may be
 * NULL) receives the ledger's own spelling. */
tz_status tz_find_task(tz_ledger *ledger, const char *text, int64_t *task_id, char code[32]);
/* A unit by its name or an alias of it, blanks and width folded. TZ_NOT_FOUND with the nearest
 * names as hint. */
tz_status tz_find_unit(tz_ledger *ledger, const char *name, int64_t *unit_id);
tz_status tz_find_leader(tz_ledger *ledger, const char *name, int64_t *leader_id);
/* A bulletin by its number, or the newest of a quarter. */
tz_status tz_find_bulletin(tz_ledger *ledger, const char *name, int64_t *bulletin_id);
/* The same look-up where a name may be new: the id is 0 where nothing has the name. */
tz_status tz_look_up_unit(tz_ledger *ledger, const char *name, int64_t *unit_id);
tz_status tz_look_up_leader(tz_ledger *ledger, const char *name, int64_t *leader_id);
/* A section of a plan by its label: 二, 二(一), 二（一）. */
tz_status tz_find_section(tz_ledger *ledger, int64_t plan_id, const char *label,
                          int64_t *section_id);
/* A coded value by its code or its word in either language, from the table word: 'done' or 已完成.
 * TZ_MALFORMED with the words there are as hint. `code` receives the code. */
tz_status tz_find_word(tz_ledger *ledger, const char *column_name, const char *text, char code[32]);

#endif
