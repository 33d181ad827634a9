/* taizhang.h: the supervision ledger (台账) of a general office, as a library over one SQLite file.
 *
 * A ledger holds the plans (分工方案) that divide a government work report into tasks (任务), the
 * quarterly requests (应报事项) to lead units (牵头单位), the progress entries (进展) they return,
 * and what follows from them. The rules that flag a task as overdue, lagging or missing are views
 * in the file itself: a result set of this library and one of the sqlite3 shell are the same.
 *
 * Conventions
 *   - Every call that can fail returns a tz_status. The text of the last failure is kept on the
 * handle.
 *   - Nothing is printed, nothing exits, no global is set.
 *   - An out-parameter is set to NULL, 0 or false on failure.
 *   - Text is UTF-8 and NUL-terminated. Text passed in is copied. Text handed out belongs to the
 * handle it came from, until the time its comment names.
 *   - A day is 'YYYY-MM-DD', a quarter '2022Q1', a percentage a number from 0 to 100.
 *   - One handle serves one thread at a time. Any number of handles may be open on one file.
 *   - A NULL where the comment does not allow one is the caller's bug, and asserts.
 */
#ifndef TAIZHANG_H
#define TAIZHANG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TZ_API __attribute__((visibility("default")))
#else
#define TZ_API
#endif

#define TZ_VERSION "0.1.0"

/* What a call ended with. The values are the exit codes of the taizhang command, and are never
 * renumbered. */
typedef enum tz_status {
    TZ_OK = 0,
    TZ_MALFORMED =
        2, /* an argument can't be read: a day that doesn't exist, a quarter like 2022Q5 */
    TZ_NOT_FOUND = 3, /* no such ledger, plan, task, unit, report, file */
    TZ_REJECTED = 4,  /* the input breaks a rule: a percent above 100, any error in an import, SQL
                         that fails */
    TZ_BUSY = 5,      /* another process kept the ledger locked for the whole busy timeout (10 s) */
    TZ_IO = 6, /* reading or writing failed: permission, full disk, a damaged file, not a ledger */
    TZ_REFUSED =
        7, /* it would overwrite, the file is read-only, the ledger is of a newer version, a name is
              taken, or something stands in the way that was not confirmed or that came later */
    TZ_NO_MEMORY = 8 /* memory ran out; the command exits with 6 */
} tz_status;

/* The language of messages, titles and words. It belongs to the handle. */
typedef enum tz_language { TZ_ZH, TZ_EN } tz_language;

/* The language for a locale's name as LC_ALL, LC_MESSAGES or LANG give it: NULL, "", "C", "POSIX"
 * (also with a charset behind) and everything that begins with "zh" mean Chinese, any other
 * English. */
TZ_API tz_language tz_language_of_locale(const char *locale);

/* The version of the library at run time; TZ_VERSION is that of the header. */
TZ_API const char *tz_version(void);

/* ---------------------------------------------------------------- the ledger */

/* A handle: at most one open ledger, its language, its actor, the text of its last error. */
typedef struct tz_ledger tz_ledger;

/* Makes a handle with no file open. Its language is Chinese. Free it with tz_ledger_free.
 * TZ_OK; TZ_NO_MEMORY, `*ledger` is NULL. */
TZ_API tz_status tz_ledger_new(tz_ledger **ledger);

/* Rolls back an open write, closes the file and frees the handle; its result sets must have been
 * closed. `ledger` may be NULL. */
TZ_API void tz_ledger_free(tz_ledger *ledger);

TZ_API void tz_ledger_set_language(tz_ledger *ledger, tz_language language);
TZ_API tz_language tz_ledger_language(const tz_ledger *ledger);

/* The name that writes are made under: a claim, not a login. Copied; NULL means unnamed. TZ_OK;
 * TZ_NO_MEMORY. */
TZ_API tz_status tz_ledger_set_actor(tz_ledger *ledger, const char *actor);

/* One line on what the last failed call on this handle met: the record, the value, what was
 * expected. It stays until the next call on the handle fails, and is there also when memory ran
 * out. "" before the first. */
TZ_API const char *tz_ledger_error(const tz_ledger *ledger);

/* One line on the way out of that error, or "" where there is none to propose. */
TZ_API const char *tz_ledger_hint(const tz_ledger *ledger);

/* A note that a long or checking call makes on its way: one finding of an import, or how far it is.
 */
typedef enum tz_note_kind {
    TZ_NOTE_REPAIR,   /* something was mended: a character doubled over a page break */
    TZ_NOTE_QUESTION, /* something was understood in one of several ways, or passed over */
    TZ_NOTE_ERROR,    /* something stops the call */
    TZ_NOTE_PROGRESS  /* how far it is: `done` of `total` */
} tz_note_kind;

typedef struct tz_note {
    tz_note_kind kind;
    const char *file;   /* the name that the caller gave the input, words for "-"; or NULL */
    size_t line;        /* of the input, from 1; 0 where no line is meant */
    const char *cell;   /* of a workbook, 填报表!G7; or NULL */
    const char *column; /* the column's header, or NULL */
    const char *text;   /* one line in the handle's language; NULL for progress */
    uint64_t done;      /* bytes, for progress */
    uint64_t total;     /* 0 where it isn't known */
} tz_note;

/* Receives a note. Its texts are valid during the call. It must not use the handle. */
typedef void tz_note_function(void *context, const tz_note *note);

/* Who receives the notes of this handle; NULL: nobody. */
TZ_API void tz_ledger_set_note_function(tz_ledger *ledger, tz_note_function *function,
                                        void *context);

typedef enum tz_open_mode {
    TZ_READ_ONLY, /* the file is never changed; an older schema is TZ_REFUSED */
    TZ_READ_WRITE /* an older schema is upgraded, after a copy beside the file */
} tz_open_mode;

/* Opens an existing ledger. No file is ever created by it.
 * TZ_OK; TZ_NOT_FOUND no such file; TZ_IO not a ledger, a damaged one, or no permission; TZ_REFUSED
 * a newer schema, or an older one opened read-only, or read-write where the file may not be
 * written; TZ_BUSY; TZ_NO_MEMORY. */
TZ_API tz_status tz_ledger_open(tz_ledger *ledger, const char *path, tz_open_mode mode);

typedef enum tz_seed {
    TZ_SEED_EMPTY, /* tables, rules, calendar and settings only */
    TZ_SEED_2022   /* and the plan of 聊政发〔2022〕5号 */
} tz_seed;

/* Makes a new ledger at `path` and opens it for reading and writing. It appears whole or not at
 * all. TZ_OK; TZ_REFUSED something is at `path`; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_ledger_create(tz_ledger *ledger, const char *path, tz_seed seed);

/* Writes a copy of the ledger, consistent also while others write, to a new file. Path and statuses
 * as for tz_ledger_create, and TZ_BUSY. */
TZ_API tz_status tz_ledger_backup(tz_ledger *ledger, const char *path);

/* ---------------------------------------------------------------- reading */

/* Every call below that reads sees the ledger as it is at that moment. Between tz_read_begin and
 * tz_read_end all of them (but tz_sql) see one state, so that a paper that is made of several
 * reports agrees with itself; nothing is written meanwhile: another process waits to commit, and a
 * write of this handle asserts. TZ_OK; TZ_BUSY; TZ_IO; TZ_NO_MEMORY. A second begin asserts; an end
 * without a begin does nothing. To open another ledger, or free the handle, ends it too. */
TZ_API tz_status tz_read_begin(tz_ledger *ledger);
TZ_API void tz_read_end(tz_ledger *ledger);

/* ---------------------------------------------------------------- writing */

/* Every call below that writes is one transaction of its own, unless it stands between
 * tz_write_begin and tz_write_commit: then it is part of that one. One write is one command in the
 * ledger's history.
 *
 * tz_write_begin: `command` is the command line or the name of what is done. TZ_OK; TZ_BUSY;
 * TZ_REFUSED opened read-only; TZ_IO; TZ_NO_MEMORY. Writes don't nest: a second begin asserts. */
TZ_API tz_status tz_write_begin(tz_ledger *ledger, const char *command);
/* TZ_OK: it is on the disk. Anything else: nothing of it is; the write has ended. TZ_BUSY; TZ_IO;
 * TZ_NO_MEMORY; TZ_REJECTED a deferred constraint does not hold, or the write is too large for one
 * row of the journal; TZ_REFUSED it was a trial that went on where it should have stopped. */
TZ_API tz_status tz_write_commit(tz_ledger *ledger);
/* Ends the write as if it had never begun. Does nothing outside of a write. */
TZ_API void tz_write_rollback(tz_ledger *ledger);

/* ---------------------------------------------------------------- result sets */

/* A cursor over the rows of a query. It belongs to its ledger and must be closed before it. */
typedef struct tz_rows tz_rows;

/* A value bound to a named parameter (:name) of a query: text, or NULL. A numeric text bound to a
 * comparison with a numeric column is compared as a number (SQLite's affinity). */
typedef struct tz_parameter {
    const char *name; /* without the colon */
    const char *value;
} tz_parameter;

/* Bounds for a query given by a person. 0 means none. */
typedef struct tz_limits {
    unsigned timeout_seconds;
    uint64_t max_rows;
} tz_limits;

/* Runs one read-only statement. Whatever it is given, it can't write, attach, load an extension, or
 * take more than a fixed share of memory while it runs; SQLite prepares a statement within no bound
 * of time or memory, which a process that takes SQL from strangers has to set for itself, as the
 * command does. `limits` may be NULL. Only the first row is computed here, at most. TZ_OK, `*rows`
 * must be closed with tz_rows_close; TZ_REJECTED the SQL is wrong, isn't one statement, would
 * write, or names a parameter that was not given; TZ_MALFORMED a parameter is given twice; TZ_BUSY;
 * TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_sql(tz_ledger *ledger, const char *sql, const tz_parameter *parameters,
                        size_t parameter_count, const tz_limits *limits, tz_rows **rows);

/* 本单位报表: a folder of the office's own reports, in which NAME.sql is the report NAME, written
 * as those in sql/reports/ are: its first line is `-- 标题 | Title`, a line `-- :name` declares
 * each parameter. They may only read, each run within `limits` (NULL: none), as tz_sql. `folder`
 * NULL: no folder. Both are copied, and looked at when a report is asked for. TZ_OK; TZ_NO_MEMORY.
 */
TZ_API tz_status tz_ledger_set_report_folder(tz_ledger *ledger, const char *folder,
                                             const tz_limits *limits);
/* Whether the folder set has a report of that name, good or bad: someone else's SQL. */
TZ_API bool tz_report_is_own(const tz_ledger *ledger, const char *name);

/* Runs the report `name`: one of sql/reports/, or of the office's own. A parameter that the
 * report declares and the caller does not give is NULL, but as_of, which is today then. Where it
 * declares task_id, `task` gives the task by its code instead. TZ_OK; TZ_NOT_FOUND no such report,
 * or no such task; TZ_MALFORMED a parameter that the report does not have or that is given twice,
 * or as_of that isn't a day of the calendar; TZ_REJECTED one of the office's own has no title, the
 * name of a built-in one, a parameter that it doesn't declare: the error names FILE:LINE; and as
 * tz_sql. */
TZ_API tz_status tz_report(tz_ledger *ledger, const char *name, const tz_parameter *parameters,
                           size_t parameter_count, tz_rows **rows);

/* The reports there are: columns name, title, parameters (task for task_id), and part_of, the
 * command that alone shows it, for what isn't a report of its own, and file, of an office's own.
 * One of those that can't be read goes to the note function and is left out. TZ_OK; TZ_NOT_FOUND no
 * such folder; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_report_list(tz_ledger *ledger, tz_rows **rows);

/* Moves to the next row; `*has_row` false behind the last, and where the limits' number of rows is
 * used up. TZ_OK; TZ_REJECTED the time of the limits is used up, or an expression fails; TZ_BUSY;
 * TZ_IO; TZ_NO_MEMORY. A failure stays: every further call returns it again. */
TZ_API tz_status tz_rows_next(tz_rows *rows, bool *has_row);
/* Whether the rows ended because of the limits' number of rows, with others left out. */
TZ_API bool tz_rows_is_cut(const tz_rows *rows);
/* A row of the journal that isn't what its hash says, met while the rows were computed: what it
 * changed is not in them; 0: none was met. It is known behind the last row. */
TZ_API int64_t tz_rows_damaged_row(const tz_rows *rows);
/* For people: leaves of a report's columns those that it names for a table, in that order. They are
 * numbered anew from 0. A report that names none, and SQL of one's own, keep all. */
TZ_API void tz_rows_keep_table_columns(tz_rows *rows);
/* The same for a sheet or a page, which holds more than a window: the columns that the report names
 * for a sheet, else those for a table. */
TZ_API void tz_rows_keep_sheet_columns(tz_rows *rows);
/* `rows` may be NULL. */
TZ_API void tz_rows_close(tz_rows *rows);

/* What a column holds, from the ledger's dictionary. */
typedef enum tz_column_type {
    TZ_COLUMN_TEXT,
    TZ_COLUMN_NUMBER,
    TZ_COLUMN_FLAG, /* 0 or 1: 否, 是 */
    TZ_COLUMN_DAY,
    TZ_COLUMN_PERCENT,
    TZ_COLUMN_BAR,  /* a percentage that people see as a bar too */
    TZ_COLUMN_WORD, /* a coded value, with a word for each: lamp, state, kind */
    TZ_COLUMN_TIME, /* 2022-04-06T09:30:00+08:00; people see 2022-04-06 09:30 */
    TZ_COLUMN_SHARE /* a count, drawn as a bar: its share of all such counts of its row */
} tz_column_type;

typedef enum tz_value_type {
    TZ_VALUE_NULL,
    TZ_VALUE_INTEGER,
    TZ_VALUE_REAL,
    TZ_VALUE_TEXT,
    TZ_VALUE_BLOB
} tz_value_type;

/* The report's name, "sql" for tz_sql. Valid until the close, as are its title and the column's
 * name and title. */
TZ_API const char *tz_rows_report(const tz_rows *rows);
/* The report's title in the handle's language, or the name where it has none. */
TZ_API const char *tz_rows_title(const tz_rows *rows);
/* The day the report is for, or NULL where it has none. */
TZ_API const char *tz_rows_as_of(const tz_rows *rows);
TZ_API int tz_rows_column_count(const tz_rows *rows);
TZ_API const char *tz_rows_column_name(const tz_rows *rows, int column);
/* The title in the handle's language, or the name where the dictionary has none. */
TZ_API const char *tz_rows_column_title(const tz_rows *rows, int column);
TZ_API tz_column_type tz_rows_column_type(const tz_rows *rows, int column);

/* The values of the current row. Texts are valid until the next tz_rows_next or the close. */
TZ_API tz_value_type tz_rows_value_type(const tz_rows *rows, int column);
TZ_API int64_t tz_rows_integer(const tz_rows *rows, int column);
TZ_API double tz_rows_real(const tz_rows *rows, int column);
/* The value as text, "" for NULL; `size` (may be NULL) is its length in bytes, which counts where
 * it holds a NUL. */
TZ_API const char *tz_rows_text(const tz_rows *rows, int column, size_t *size);
/* What a person reads: the word of a coded value or a flag in the handle's language, else
 * tz_rows_text. */
TZ_API const char *tz_rows_word(const tz_rows *rows, int column);

/* ---------------------------------------------------------------- rendering */

typedef enum tz_format {
    TZ_FORMAT_TABLE,
    TZ_FORMAT_CSV,
    TZ_FORMAT_JSON,
    TZ_FORMAT_MARKDOWN,
    TZ_FORMAT_HTML, /* one page that needs nothing else: no script, no request */
    TZ_FORMAT_XLSX  /* a workbook for Excel, WPS and LibreOffice */
} tz_format;

typedef struct tz_render_options {
    tz_format format;
    size_t width;      /* of the window in columns, for a table; 0: no bound */
    bool use_colour;   /* lamps and bars in colour; each still has its word */
    bool use_titles;   /* CSV: titles and words in the handle's language, and a byte order mark, for
                          Excel */
    bool is_continued; /* CSV: `out` has its byte order mark already */
    tz_language language; /* HTML, XLSX: of the words around the rows */
    const char *title;    /* HTML, XLSX: of the whole; NULL: that of the first rows */
} tz_render_options;

/* Writes all rows that are left to `out`. `*row_count` (may be NULL) is how many they were.
 * TZ_OK; TZ_IO `out` can't be written, with errno; and what tz_rows_next returns. */
TZ_API tz_status tz_render(tz_rows *rows, const tz_render_options *options, FILE *out,
                           uint64_t *row_count);

/* Several result sets as one page (TZ_FORMAT_HTML) or workbook (TZ_FORMAT_XLSX), each under its
 * title: a table of the page, a sheet of the workbook. */
typedef struct tz_book tz_book;

/* One of them. Start with TZ_BOOK_PART_INIT. */
typedef struct tz_book_part {
    const char *title;      /* NULL: that of the rows */
    bool is_left_out_empty; /* without rows there is no table and no sheet */
    /* A chart of the rows under them, columns piled up: NULL none; else the name of the column that
     * they stand side by side for, then those of the numbers, ended by NULL. Only of a workbook. */
    const char *const *chart_columns;
} tz_book_part;
#define TZ_BOOK_PART_INIT                                                                          \
    {                                                                                              \
        NULL, false, NULL                                                                          \
    }

/* Begins a book on `out`, whose format is that of `options`, HTML or XLSX; others assert. A
 * workbook is put together in temporary files, in $TMPDIR or /tmp, and goes to `out` at its close.
 * TZ_OK, end it with tz_book_close; TZ_IO, with errno; TZ_NO_MEMORY. */
TZ_API tz_status tz_book_open(const tz_render_options *options, FILE *out, tz_book **book);
/* Adds all rows that are left; `part` may be NULL. `*row_count` (may be NULL) is how many they
 * were. TZ_OK; TZ_IO, with errno; and what tz_rows_next returns. */
TZ_API tz_status tz_book_add(tz_book *book, tz_rows *rows, const tz_book_part *part,
                             uint64_t *row_count);
/* Ends the book with the status that it came to, and frees it (NULL: nothing to do). Where that is
 * TZ_OK, what is left of it is written; else nothing more is. The status; TZ_IO, with errno;
 * TZ_NO_MEMORY. */
TZ_API tz_status tz_book_close(tz_book *book, tz_status status);

/* ---------------------------------------------------------------- export */

/* Writes every row of every table, the journal too, for other programs and for safe keeping. As
 * TZ_FORMAT_CSV `path` is a folder with one file per table; as TZ_FORMAT_JSON one file, or "-" for
 * standard output; other formats assert. Rows come in the order of their primary keys, so that the
 * same ledger gives the same bytes; NULL, '' and every digit are kept. It appears whole or not at
 * all, consistent also while others write; within an open write it shows what was there before.
 * `*row_count` (may be NULL) is how many rows it has. TZ_OK; TZ_REFUSED something is at `path`;
 * TZ_REJECTED a text that isn't UTF-8; TZ_IO; TZ_BUSY; TZ_NO_MEMORY. */
TZ_API tz_status tz_ledger_export(tz_ledger *ledger, const char *path, tz_format format,
                                  uint64_t *row_count);

/* Makes a new ledger at `path` from an export at `from`, a folder of CSV files or a JSON file ("-"
 * for standard input), and opens it for reading and writing. The journal comes over as it stands.
 * The ledger appears whole or not at all. TZ_OK; TZ_REFUSED something is at `path`, or the export
 * is of another version of the schema; TZ_NOT_FOUND no such export; TZ_REJECTED it is cut off, has
 * a table, column or value that does not belong, or lacks one, or breaks a constraint: the error
 * names file, line and column; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_ledger_import(tz_ledger *ledger, const char *path, const char *from);

/* ---------------------------------------------------------------- names */

/* The ledger's own spelling of what people call things, for parameters of reports: a unit by its
 * name or an alias of it, a leader by name, a task by its code ("6.1" → "6(1)"). `*spelling`
 * belongs to the handle until its next call of this function, of tz_find_answering or of
 * tz_evidence_extract. A kind of action (催办, press)
 * becomes its code. TZ_OK; TZ_MALFORMED a code that can't be read, or no such kind of action, the
 * hint names them; TZ_NOT_FOUND, the hint names the nearest; TZ_IO; TZ_NO_MEMORY. */
typedef enum tz_name_kind {
    TZ_NAME_TASK,
    TZ_NAME_UNIT,
    TZ_NAME_LEADER,
    TZ_NAME_SECTION,
    TZ_NAME_ACTION_KIND,
    TZ_NAME_BULLETIN /* by its number (文号), or the newest of a quarter; spelt as the number */
} tz_name_kind;
TZ_API tz_status tz_find_name(tz_ledger *ledger, tz_name_kind kind, const char *name,
                              const char **spelling);
/* Who answers on a day (NULL: today) for the unit or leader of that name: itself, its successor, or
 * before a rename the unit that bears the name since; for filters of lists, which name who answers.
 * Other kinds, and all else, as tz_find_name. */
TZ_API tz_status tz_find_answering(tz_ledger *ledger, tz_name_kind kind, const char *name,
                                   const char *on, const char **spelling);
/* A task's id, for the parameter task_id of reports about one task. Statuses as tz_find_name. */
TZ_API tz_status tz_find_task_id(tz_ledger *ledger, const char *code, int64_t *task_id);

/* A day as people write it (2022/7/5, 2022年7月5日, 20220705; NULL: today) into 'YYYY-MM-DD', a
 * quarter (2022Q1, 2022年第一季度) into '2022Q1'. TZ_OK; TZ_MALFORMED. No ledger need be open. */
TZ_API tz_status tz_read_day_argument(tz_ledger *ledger, const char *text, char day[11]);
TZ_API tz_status tz_read_quarter_argument(tz_ledger *ledger, const char *text, char quarter[7]);
/* The number of a matter, an action or a row of the journal as a person writes it, from 1; whether
 * there is one is not asked. TZ_OK; TZ_MALFORMED, `*id` is 0. No ledger need be open. */
TZ_API tz_status tz_read_id_argument(tz_ledger *ledger, const char *text, int64_t *id);

/* ---------------------------------------------------------------- plans */

typedef struct tz_plan_import_options {
    const char *alias_file; /* CSV alias,name,reason: names of one unit, misprints; or NULL */
    const char
        *member_file; /* CSV collective,member,reason: who a collective unit stands for; or NULL */
    int year;         /* 0: the year that the notice names */
    bool accept_gaps; /* import in spite of a missing number or lead unit */
    bool is_trial; /* go on where gaps or the year's plan would stop it, so that what was read can
                      be looked at; only within a write, which can't be committed then */
} tz_plan_import_options;
#define TZ_PLAN_IMPORT_OPTIONS_INIT                                                                \
    {                                                                                              \
        NULL, NULL, 0, false, false                                                                \
    }

typedef struct tz_plan_import_result {
    int year;
    size_t sections, tasks, targets; /* tasks: leaf tasks */
    size_t repairs, questions, errors;
    tz_status stopped_by; /* of a trial: what an import would have ended with, its words being the
                             handle's error; else TZ_OK */
} tz_plan_import_result;

/* Reads a notice, UTF-8 or GB18030, "-" for standard input, and writes it as a new plan. Findings
 * go to the note function, also for each alias and member that the plan has no use for. `options`
 * may be NULL. TZ_OK; TZ_NOT_FOUND no such file; TZ_REJECTED it
 * isn't text, has no tasks, has gaps that were not accepted, or its year can't be told; TZ_REFUSED
 * that year's plan is there; and as tz_write_begin. */
TZ_API tz_status tz_plan_import(tz_ledger *ledger, const char *path,
                                const tz_plan_import_options *options,
                                tz_plan_import_result *result);

/* Start with TZ_PLAN_CLOSE_OPTIONS_INIT. */
typedef struct tz_plan_close_options {
    int carry_to;           /* the year whose plan takes the standing tasks; 0: none does */
    const char *on;         /* NULL: today */
    const char *basis;      /* 依据 of their closure; NULL: the task that each is carried into */
    bool accepts_obstacles; /* close it in spite of what the view plan_obstacle names */
} tz_plan_close_options;
#define TZ_PLAN_CLOSE_OPTIONS_INIT                                                                 \
    {                                                                                              \
        0, NULL, NULL, false                                                                       \
    }

/* How the year's tasks are settled on that day: the view settlement, counted. */
typedef struct tz_plan_close_result {
    size_t tasks; /* leaf tasks, the sum of the others */
    size_t completed, completed_late, terminated, carried_over, suspended, open;
} tz_plan_close_result;

/* 年终结算: closes the plan of `year`. Its open standing tasks are closed as carried over, and go
 * on as tasks of the plan of `carry_to`, which must be there, with their leaders, units, targets
 * and undone milestones, under codes behind its highest one and linked to the tasks that they
 * continue. Staged tasks that are open stay so, and are still asked for; suspended ones stay too.
 * From that day the plan takes no new task; only undo opens it again. What the view plan_obstacle
 * has goes to the note function, a note for each, and the call is TZ_REFUSED, unless
 * `accepts_obstacles`. `options` may be NULL. TZ_OK; TZ_MALFORMED the day, or a year to carry to
 * that isn't later; TZ_NOT_FOUND either plan; TZ_REJECTED it is closed already, the other one is,
 * or a task to be carried over has an entry reported after that day; and as tz_write_begin. */
TZ_API tz_status tz_plan_close(tz_ledger *ledger, int year, const tz_plan_close_options *options,
                               tz_plan_close_result *result);

/* ---------------------------------------------------------------- tasks */

/* What to set of a task. NULL, or -1 for flags, leaves as it is (tz_task_set) or means none
 * (tz_task_add). Start with TZ_TASK_CHANGE_INIT. */
typedef struct tz_task_change {
    const char *text;
    const char *kind;   /* "staged" or "standing" */
    const char *due_on; /* staged tasks only */
    const char *starts_on;
    int is_key;             /* 重大事项: 0, 1, -1 */
    int kind_confirmed;     /* the office has looked at kind and due day: 0, 1, -1 */
    const char *section;    /* label: 二 or 二(一) */
    const char *leaders;    /* names joined with 、 */
    const char *lead_units; /* names or aliases joined with 、; the first answers for the task */
    const char *responsible_units;
} tz_task_change;
#define TZ_TASK_CHANGE_INIT                                                                        \
    {                                                                                              \
        NULL, NULL, NULL, NULL, -1, -1, NULL, NULL, NULL, NULL                                     \
    }

/* A task is named by its code: "172", "6(1)", "6.1", also in full-width characters, with the plan's
 * year before it where several plans are in the file: "2023/7".
 *
 * tz_task_add: a task that the notice does not have, from the day `on` (NULL: today).
 * `change->text` and `change->lead_units` must be given. TZ_OK; TZ_MALFORMED a code or day that
 * can't be read; TZ_NOT_FOUND plan, section, unit; TZ_REFUSED the code is taken; TZ_REJECTED; and
 * as tz_write_begin. */
TZ_API tz_status tz_task_add(tz_ledger *ledger, const char *code, const tz_task_change *change,
                             const char *on);
/* Sets what the notice left open or the importer proposed. TZ_MALFORMED also where there is nothing
 * to set; TZ_NOT_FOUND task, unit, section; otherwise as tz_task_add. */
TZ_API tz_status tz_task_set(tz_ledger *ledger, const char *code, const tz_task_change *change);

/* One part of a task that is divided. */
typedef struct tz_task_part {
    const char *text;
    const char *lead_units; /* joined with 、; NULL: the task's own */
} tz_task_part;

/* Divides a task, from the day `on` (NULL: today), into `count` sub-items, at least two, with the
 * codes CODE(1), CODE(2). They have its kind, section, start, due day as it stands on that day,
 * leaders and units. The task itself keeps its entries, targets and milestones as its history, owes
 * no entry from that day on, and shows what its parts come to (view task_rollup). TZ_OK;
 * TZ_MALFORMED a code, day or text that can't be read, or fewer than two parts; TZ_NOT_FOUND task,
 * unit; TZ_REFUSED it has been divided; TZ_REJECTED it is a sub-item, it isn't open, or it has
 * entries on or after that day, or requests, targets or milestones after it; and as
 * tz_write_begin. */
TZ_API tz_status tz_task_split(tz_ledger *ledger, const char *code, const tz_task_part *parts,
                               size_t count, const char *on);

/* ---------------------------------------------------------------- units and leaders */

/* Adds a unit (单位). `kind` is department county zone party company central mass other, or the
 * Chinese word; NULL: guessed from the name. A collective one (统称单位) stands for its members.
 * TZ_OK; TZ_MALFORMED the kind, or a name that is empty or holds 、 outside of brackets;
 * TZ_REFUSED a unit has the name, also as an alias; and as tz_write_begin. */
TZ_API tz_status tz_unit_add(tz_ledger *ledger, const char *name, const char *kind,
                             bool is_collective);
/* Gives a unit another name (别名) that it is found by. `reason` may be NULL. TZ_OK; TZ_NOT_FOUND
 * the unit; TZ_MALFORMED; TZ_REFUSED a unit has the name; and as tz_write_begin. */
TZ_API tz_status tz_unit_alias(tz_ledger *ledger, const char *unit, const char *alias,
                               const char *reason);
/* Corrects a name that was written wrong, for all days; the wrong one stays as an alias. A unit
 * that bears another name from a day on is renamed: tz_unit_rename. Statuses as tz_unit_alias. */
TZ_API tz_status tz_unit_correct(tz_ledger *ledger, const char *unit, const char *name,
                                 const char *reason);

/* Adds a member of a collective unit or takes it out: of every task, or with `task` (a code, else
 * NULL) only of that task, which from its first own member on has its own members (沿线县) and not
 * those of the unit. One that is a member already stays one. TZ_OK; TZ_NOT_FOUND a unit, the task,
 * or who is to be taken out is no member; TZ_REJECTED the first unit isn't collective, the second
 * is, the task doesn't have the first, or a member to be taken out has reported; and as
 * tz_write_begin. */
TZ_API tz_status tz_unit_member_add(tz_ledger *ledger, const char *collective, const char *unit,
                                    const char *task);
TZ_API tz_status tz_unit_member_remove(tz_ledger *ledger, const char *collective, const char *unit,
                                       const char *task);

/* 接任: from a day on another answers. Start with TZ_SUCCESSION_INIT. */
typedef struct tz_succession {
    const char *predecessor, *successor; /* names */
    const char *from_day;                /* NULL: today */
    const char *reason;                  /* or NULL */
    bool is_new; /* tz_leader_succeed: a successor that the ledger doesn't know is added */
} tz_succession;
#define TZ_SUCCESSION_INIT                                                                         \
    {                                                                                              \
        NULL, NULL, NULL, NULL, false                                                              \
    }

/* From the day on the successor is asked and judged in all tasks of the predecessor; the entries of
 * both count, and the days before answer as they did. tz_unit_rename adds the successor as a unit
 * of the predecessor's kind: the same unit, its name from the day on. TZ_OK; TZ_MALFORMED the day,
 * or a name; TZ_NOT_FOUND one of the two; TZ_REFUSED the new name of a unit is taken; TZ_REJECTED
 * both are the same, one is a collective unit, the predecessor has a successor already, or they
 * would follow each other in a circle; and as tz_write_begin. */
TZ_API tz_status tz_unit_succeed(tz_ledger *ledger, const tz_succession *succession);
TZ_API tz_status tz_unit_rename(tz_ledger *ledger, const tz_succession *succession);
TZ_API tz_status tz_leader_succeed(tz_ledger *ledger, const tz_succession *succession);

/* Whom to call at a unit. */
typedef struct tz_contact {
    const char *name;
    const char *post, *phone; /* or NULL */
} tz_contact;

/* Names a unit's contact from the day `on` (NULL: today); the earlier ones stay readable. TZ_OK;
 * TZ_MALFORMED a day or text that can't be read, or an empty name; TZ_NOT_FOUND unit; and as
 * tz_write_begin. */
TZ_API tz_status tz_unit_contact_add(tz_ledger *ledger, const char *unit, const tz_contact *contact,
                                     const char *on);

/* One decision of the government on a task (调整). Start with TZ_ADJUSTMENT_INIT. */
typedef struct tz_adjustment {
    const char *kind;       /* "due", "target", "suspend", "resume", or the Chinese word */
    const char *new_due_on; /* due: the new due day */
    size_t target;          /* target: its ordinal in the task, from 1 */
    const char *new_value;  /* target: a number, in the target's measure */
    const char *reason;     /* 理由 */
    const char *authority;  /* 批准机关或领导: who decided it */
    const char *decided_on; /* NULL: today */
} tz_adjustment;
#define TZ_ADJUSTMENT_INIT                                                                         \
    {                                                                                              \
        NULL, NULL, 0, NULL, NULL, NULL, NULL                                                      \
    }

/* Adds the decision; the plan's own due day and values stay, and days before it answer as they did.
 * `adjustment->kind` must be given. TZ_OK; TZ_MALFORMED a kind, day or number can't be read;
 * TZ_NOT_FOUND task or target; TZ_REJECTED no reason or authority, a due day before the start or
 * for a standing task, an amount that is not above zero, a task suspended already (or not, to
 * resume it), one that is closed or has sub-items; and as tz_write_begin. */
TZ_API tz_status tz_task_adjust(tz_ledger *ledger, const char *code,
                                const tz_adjustment *adjustment);

/* How the office closes a task (销号). Start with TZ_CLOSURE_INIT. */
typedef struct tz_closure {
    const char *outcome; /* "completed" (also NULL), "terminated", "carried_over", or Chinese */
    const char *basis;   /* 依据 */
    const char *completed_on; /* NULL: that of the entry in which the unit says done */
    const char *confirmed_by; /* 确认人; may be NULL */
    const char *closed_on;    /* NULL: today */
    bool accepts_obstacles;   /* close it in spite of what the view closing_obstacle names */
} tz_closure;
#define TZ_CLOSURE_INIT                                                                            \
    {                                                                                              \
        NULL, NULL, NULL, NULL, NULL, false                                                        \
    }

/* Closes a task. A completion day not given is the one that the unit's entry with done gives, else
 * the day that one was reported; none without such an entry, or for another outcome than completed.
 * `*was_late` (may be NULL): it was completed after its due day (逾期完成). What the
 * view closing_obstacle has for the task and the outcome goes to the note function, a note for
 * each, and the call is TZ_REFUSED, unless `accepts_obstacles`. TZ_OK; TZ_MALFORMED an outcome or a
 * day can't be read; TZ_NOT_FOUND the task; TZ_REJECTED no basis, the task is closed already or has
 * sub-items, an entry was reported or an adjustment decided after that day, the completion is after
 * the closing; and as tz_write_begin. */
TZ_API tz_status tz_task_close(tz_ledger *ledger, const char *code, const tz_closure *closure,
                               bool *was_late);
/* Takes the closure of a task back (撤销销号) from the day `on` (NULL: today); the days it was
 * closed stay so. TZ_OK; TZ_MALFORMED the day; TZ_NOT_FOUND the task; TZ_REJECTED it isn't closed,
 * `reason` is empty, the day is before the closing; and as tz_write_begin. */
TZ_API tz_status tz_task_reopen(tz_ledger *ledger, const char *code, const char *reason,
                                const char *on);

/* ---------------------------------------------------------------- imports */

/* What reading rows of CSV came to. Such a file is as Excel and WPS save it, "-" for standard
 * input: its columns in any order, by either name; an unknown one is told and passed over. All rows
 * are taken or, with any error, none; of a file's errors the first 50 go to the note function, with
 * line and column.
 * The same file twice changes nothing the second time. */
typedef struct tz_import_result {
    size_t rows;      /* rows read, the header not counted */
    size_t added;     /* records written */
    size_t unchanged; /* rows that already stand so in the ledger */
    size_t empty;     /* rows that bring nothing */
    size_t errors;
} tz_import_result;

/* ---------------------------------------------------------------- milestones */

/* 节点: a dated step of a task. Start with TZ_MILESTONE_INIT. */
typedef struct tz_milestone {
    const char *title;
    const char *due_on;
    const char *expected_percent; /* done by then: "45" or "45%"; NULL: none */
    const char *owner;            /* 责任人; NULL: none */
} tz_milestone;
#define TZ_MILESTONE_INIT                                                                          \
    {                                                                                              \
        NULL, NULL, NULL, NULL                                                                     \
    }

/* Adds a milestone, which counts from the day `on` (NULL: today). `*ordinal` (may be NULL) is its
 * number in the task, from 1. TZ_OK; TZ_MALFORMED a code, day, percent or text that can't be read;
 * TZ_NOT_FOUND task; TZ_REFUSED the task has a milestone of that title; TZ_REJECTED a percent above
 * 100, or below that of an earlier milestone or above that of a later one; a due day before the
 * task starts or after it is due; a task with sub-items; and as tz_write_begin. */
TZ_API tz_status tz_milestone_add(tz_ledger *ledger, const char *task,
                                  const tz_milestone *milestone, const char *on, int *ordinal);
/* Marks a milestone as done on the day `on` (NULL: today). TZ_OK; TZ_NOT_FOUND task, milestone;
 * TZ_REFUSED it is done; and as tz_write_begin. */
TZ_API tz_status tz_milestone_done(tz_ledger *ledger, const char *task, int ordinal,
                                   const char *on);
/* Imports milestones: columns code 任务编号, title 节点, due_on 节点时限, expected_percent
 * 应完成百分比, owner 责任人. TZ_OK; TZ_NOT_FOUND no such file; TZ_MALFORMED `on`; TZ_REJECTED with
 * `errors` above 0, or it isn't text, or a needed column is missing; TZ_IO; and as tz_write_begin.
 */
TZ_API tz_status tz_milestone_import(tz_ledger *ledger, const char *path, const char *on,
                                     tz_import_result *result);

/* ---------------------------------------------------------------- targets */

/* What to set of a target (指标). NULL, or -1, leaves as it is (tz_target_set) or means none
 * (tz_target_add). Start with TZ_TARGET_CHANGE_INIT. */
typedef struct tz_target_change {
    const char *name;
    const char *kind;       /* "amount" 累计, "level" 水平, "reach" 达到 */
    const char *comparison; /* ">=" 不低于, which is the default, or "<=" 不高于 */
    const char *value;      /* in its measure */
    const char *value_high; /* the upper end of a range */
    const char *measure;    /* 亿元, 公里, % */
    int is_about;           /* 左右: may miss by a tenth: 0, 1, -1 */
} tz_target_change;
#define TZ_TARGET_CHANGE_INIT                                                                      \
    {                                                                                              \
        NULL, NULL, NULL, NULL, NULL, NULL, -1                                                     \
    }

/* Adds a target, which counts from the day `on` (NULL: today). `change->name`, `kind` and `value`
 * must be given. `*ordinal` (may be NULL) is its number in the task, from 1. TZ_OK; TZ_MALFORMED a
 * code, day, number, word or text that can't be read; TZ_NOT_FOUND task; TZ_REJECTED an amount of 0
 * or with "<=", an upper end below the value, a task with sub-items; and as tz_write_begin. */
TZ_API tz_status tz_target_add(tz_ledger *ledger, const char *task, const tz_target_change *change,
                               const char *on, int *ordinal);
/* Sets what the importer proposed. TZ_MALFORMED also where there is nothing to set; TZ_NOT_FOUND
 * task, target; TZ_REJECTED also: kind, comparison, value or is_about of a task that has entries,
 * by which past days were judged: a new value is an adjustment; what its shares don't allow, less
 * than they come to or a level; otherwise as tz_target_add. */
TZ_API tz_status tz_target_set(tz_ledger *ledger, const char *task, int ordinal,
                               const tz_target_change *change);

/* 季度节点目标: what the target should stand at at the quarter's end, from the day `on` (NULL:
 * today); one set earlier holds for the days before. TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND task,
 * target; TZ_REJECTED the quarter is outside of the calendar; and as tz_write_begin. */
TZ_API tz_status tz_target_node_set(tz_ledger *ledger, const char *task, int ordinal,
                                    const char *quarter, const char *value, const char *on);
/* Imports nodes: columns code 任务编号, ordinal 指标序号 (else 1), quarter 季度, value 节点值.
 * Statuses as tz_milestone_import. */
TZ_API tz_status tz_target_node_import(tz_ledger *ledger, const char *path, const char *on,
                                       tz_import_result *result);

/* What the shares of a target come to on a day, in its measure. */
typedef struct tz_share_total {
    double value;     /* of the target */
    double shared;    /* all shares together */
    double shortfall; /* by which `shared` falls short of `value`; else 0 */
} tz_share_total;

/* 分解指标: a unit's part of the target, from the day `on` (NULL: today); 0 takes it back.
 * `*total` (may be NULL) is what the shares come to with it. TZ_OK, also where they fall short yet;
 * TZ_MALFORMED; TZ_NOT_FOUND task, target, unit; TZ_REJECTED the shares are more than the whole,
 * the target is a level, whose parts don't add up, or the unit isn't one of the task; and as
 * tz_write_begin. */
TZ_API tz_status tz_target_share_set(tz_ledger *ledger, const char *task, int ordinal,
                                     const char *unit, const char *value, const char *on,
                                     tz_share_total *total);
/* Imports shares: columns code 任务编号, ordinal 指标序号 (else 1), unit 单位, value 分解值. Those
 * of each target that the file names must add up to its value. Statuses as tz_milestone_import. */
TZ_API tz_status tz_target_share_import(tz_ledger *ledger, const char *path, const char *on,
                                        tz_import_result *result);

/* ---------------------------------------------------------------- quarters */

typedef struct tz_quarter_open_result {
    size_t plans;           /* whose round was opened or found open */
    size_t asked;           /* requests that this call made */
    size_t asked_before;    /* requests that were there */
    char report_due_on[11]; /* the day by which the new requests are due; "" when none was made */
} tz_quarter_open_result;

/* 调度: opens the round of `quarter` in every plan that has open tasks, and asks the first lead
 * unit of every leaf task that is open, has started and doesn't await acceptance. Opening again
 * asks for what is new. `on` NULL: today. TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND no plan covers the
 * quarter; TZ_REJECTED the round is closed, or the day isn't in the calendar; and as
 * tz_write_begin. */
TZ_API tz_status tz_quarter_open(tz_ledger *ledger, const char *quarter, const char *on,
                                 bool judges_progress, tz_quarter_open_result *result);

typedef struct tz_quarter_close_result {
    size_t rounds;      /* closed by this call, one per plan */
    size_t asked;       /* requests of theirs */
    size_t outstanding; /* those without a return */
} tz_quarter_close_result;

/* 关闭调度: closes the quarter's rounds, of every plan. From the day `on` (NULL: today) an entry
 * for them has to be marked as after the close, and they ask for nothing more; only undo opens them
 * again. Where returns are outstanding that are not due before that day, `is_confirmed` is needed.
 * TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND no round; TZ_REFUSED not confirmed; TZ_REJECTED closed already,
 * on a day before it was opened or before one of its entries was reported or asked for; and as
 * tz_write_begin. */
TZ_API tz_status tz_quarter_close(tz_ledger *ledger, const char *quarter, const char *on,
                                  bool is_confirmed, tz_quarter_close_result *result);

/* Asks a unit other than the one that answers for the task for a contribution: shown, never judged.
 * `report_due_on` NULL: the round's. `on` NULL: today. TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND task,
 * unit; TZ_REFUSED it has been asked; TZ_REJECTED the unit is none of the task's or the one that
 * answers for it, the due day is before `on`, no round is open, the task has sub-items; and as
 * tz_write_begin. */
TZ_API tz_status tz_request_add(tz_ledger *ledger, const char *task, const char *quarter,
                                const char *unit, const char *report_due_on, const char *on);

/* ---------------------------------------------------------------- progress */

/* One entry (进展) as a unit reports it. NULL: not given. Start with TZ_PROGRESS_INIT. */
typedef struct tz_progress {
    const char *task; /* its code */
    const char *quarter;
    const char *unit;    /* NULL: the one that answers for the task on that day */
    const char *percent; /* "45" or "45%" */
    const char
        *state; /* not_started on_schedule ahead behind difficult done, or the Chinese word */
    const char *completed_on;
    const char *summary, *problem, *next_step;
    const char *reported_on; /* NULL: today */
    const char *entered_by;  /* NULL: the handle's actor */
    bool is_interim;         /* 阶段性报送: before the quarter's return, doesn't count as it */
    const char *const
        *readings; /* by the target's ordinal, from 1 at index 0; NULL or "" where not given */
    size_t reading_count;
    bool allow_late; /* 补报: also once the round is closed; such an entry is marked */
} tz_progress;
#define TZ_PROGRESS_INIT                                                                           \
    {                                                                                              \
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, 0, false    \
    }

/* Adds an entry; one for the same task and quarter gets the next revision, and the earlier one
 * stays. `*revision` (may be NULL) is its number. TZ_OK; TZ_MALFORMED a day, quarter, number or
 * state can't be read, or nothing is reported; TZ_NOT_FOUND task, unit or target; TZ_REJECTED a
 * rule is broken: percent above 100, no round for the quarter or a closed one, a day before it, a
 * unit that the task doesn't have, an amount below 0, done below 100 % or with an unmet target and
 * no problem given; and as tz_write_begin. */
TZ_API tz_status tz_progress_add(tz_ledger *ledger, const tz_progress *entry, int *revision);

/* The office's view of one entry (审核). Start with TZ_REVIEW_INIT. */
typedef struct tz_review {
    const char *task; /* its code */
    const char *quarter;
    const char *unit;    /* whose entry; NULL: of those that are judged, the first lead unit's */
    int revision;        /* 0: the newest reported by the day of the review */
    const char *verdict; /* "accepted", "returned", or 采纳, 退回 */
    const char *note;    /* 审核意见 */
    const char *redo_due_on; /* returned: the day by which it is to be redone */
    const char *reviewed_on; /* NULL: today */
} tz_review;
#define TZ_REVIEW_INIT                                                                             \
    {                                                                                              \
        NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL                                                \
    }

/* Accepts an entry or sends it back. What the unit said stays as it is beside it. A returned entry
 * is final, and is corrected by a new revision; an accepted one may still be returned. `*revision`
 * (may be NULL) is the one reviewed. TZ_OK; TZ_MALFORMED a verdict, day or quarter can't be read,
 * or an entry is returned without note or redo day; TZ_NOT_FOUND task, unit or entry, the hint
 * names the entries there are; TZ_REJECTED it is accepted or returned already, has given way to a
 * newer revision (to accept it), the review is before the entry, the redo day before the review;
 * and as tz_write_begin. */
TZ_API tz_status tz_progress_review(tz_ledger *ledger, const tz_review *review, int *revision);

/* Start with TZ_PROGRESS_IMPORT_OPTIONS_INIT. */
typedef struct tz_progress_import_options {
    const char *on;  /* the day reported where a row names none; NULL: today */
    bool allow_late; /* as in tz_progress */
} tz_progress_import_options;
#define TZ_PROGRESS_IMPORT_OPTIONS_INIT                                                            \
    {                                                                                              \
        NULL, false                                                                                \
    }

/* Imports entries from CSV; a second row for the same task, quarter and unit is an error. `options`
 * may be NULL. TZ_OK; TZ_NOT_FOUND no such file; TZ_MALFORMED the options' day; TZ_REJECTED with
 * `errors` above 0, or it isn't text, or a needed column is missing; TZ_IO; and as tz_write_begin.
 */
TZ_API tz_status tz_progress_import(tz_ledger *ledger, const char *path,
                                    const tz_progress_import_options *options,
                                    tz_import_result *result);

/* ---------------------------------------------------------------- forms */

/* 填报表: a workbook per unit that owes entries for a quarter, to be filled in with Excel, WPS or
 * LibreOffice and read back. Start with TZ_FORM_EXPORT_OPTIONS_INIT. */
typedef struct tz_form_export_options {
    const char *unit;  /* only that unit's, by a name of it; NULL: all that are asked */
    const char *as_of; /* who reports then, and for what; NULL: today */
    bool overwrites;   /* files that have the names */
} tz_form_export_options;
#define TZ_FORM_EXPORT_OPTIONS_INIT                                                                \
    {                                                                                              \
        NULL, NULL, false                                                                          \
    }

typedef struct tz_form_export_result {
    size_t forms; /* files written */
    size_t rows;  /* tasks in them */
} tz_form_export_result;

/* Writes the forms of `quarter` into `folder`, which is made if it isn't there, each file called
 * after its unit: one row per task asked of it, with what it said last, what is expected by now,
 * and cells to fill in; all else is locked. A hidden column ties each row to the ledger, the round,
 * the task and the unit. All files appear, or none; only where one of them fails to get its name,
 * which is looked into for each before, may some be there or replaced. `options` may be NULL.
 * TZ_OK; TZ_MALFORMED a quarter or day; TZ_NOT_FOUND no such unit, or nothing is asked for the
 * quarter; TZ_REFUSED a file has the name of one of them; TZ_REJECTED the ledger has lost its
 * identity, or a unit's name has characters that no workbook can hold; TZ_IO; TZ_BUSY;
 * TZ_NO_MEMORY. */
TZ_API tz_status tz_form_export(tz_ledger *ledger, const char *quarter, const char *folder,
                                const tz_form_export_options *options,
                                tz_form_export_result *result);

/* Start with TZ_FORM_IMPORT_OPTIONS_INIT. */
typedef struct tz_form_import_options {
    const char *quarter; /* the round whose forms are taken; NULL: the newest opened by the day */
    const char *on;      /* the day reported; NULL: today */
    bool allow_late;     /* as in tz_progress */
    bool is_trial;       /* check only: nothing is written */
    const char *command; /* what the history calls it, as tz_write_begin; NULL: form import */
} tz_form_import_options;
#define TZ_FORM_IMPORT_OPTIONS_INIT                                                                \
    {                                                                                              \
        NULL, NULL, false, false, NULL                                                             \
    }

/* Reads a form that was filled in, and writes its rows as tz_progress_import writes those of CSV.
 * Rows may stand in another order or be gone, columns be hidden or elsewhere. A percent is 45, 45%
 * or a cell shown as one; a bare 1 or 0.45 may be either and is an error, and so may 97 that shows
 * 9700%. Days are days, serial numbers or text. Each error goes to the note function with its cell,
 * as those of CSV do. The file is read through before the write begins: what isn't a workbook, or
 * has rows without end, keeps no other writer out. `options` may be NULL.
 * TZ_OK; TZ_NOT_FOUND no such file; TZ_MALFORMED the options' day or quarter; TZ_REJECTED with
 * `errors` above 0, or it isn't an .xlsx workbook, is damaged or over the reader's bounds, isn't a
 * form, or is one of another ledger or round; TZ_IO; and as tz_write_begin. */
TZ_API tz_status tz_form_import(tz_ledger *ledger, const char *path,
                                const tz_form_import_options *options, tz_import_result *result);

/* ---------------------------------------------------------------- actions */

/* What the office does about a task or a unit (督查行动). NULL: not given. Start with
 * TZ_ACTION_INIT. */
typedef struct tz_action {
    const char *kind;         /* chase press supervise inspect interview meeting commend criticise
                                 propose_accountability, or the Chinese word */
    const char *task;         /* its code; task or unit must be given */
    const char *unit;         /* NULL with a task: the one that answers for it on that day */
    const char *method;       /* open or covert, of an inspection, or the Chinese word */
    const char *reply_due_on; /* NULL: no reply is wanted */
    const char *content;
    const char *approved_by; /* must be given for commend, criticise, propose_accountability */
    const char *issued_on;   /* NULL: today */
} tz_action;
#define TZ_ACTION_INIT                                                                             \
    {                                                                                              \
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL                                             \
    }

/* Issues an action; what was issued is never edited. `*action_id` (may be NULL) is the number it is
 * named by from then on. TZ_OK; TZ_MALFORMED a kind, method or day can't be read, or neither task
 * nor unit is given; TZ_NOT_FOUND task or unit; TZ_REJECTED a rule is broken: no approval where the
 * kind wants one, a method of what isn't an inspection, a reply due before the issue, a closed task
 * chased or pressed, or a unit that isn't one of the task; and as tz_write_begin. */
TZ_API tz_status tz_action_add(tz_ledger *ledger, const tz_action *action, int64_t *action_id);

/* The steps of an action, each recorded once, on the day `on` (NULL: today). All of them: TZ_OK;
 * TZ_MALFORMED a day or result can't be read, or a text is empty; TZ_NOT_FOUND no such action;
 * TZ_REJECTED the step has been recorded, the action is closed, or the day is before that of the
 * step it follows; and as tz_write_begin.
 *
 * tz_action_reply: what the unit answers (回复). */
TZ_API tz_status tz_action_reply(tz_ledger *ledger, int64_t action_id, const char *reply,
                                 const char *on);
/* The conclusion of an inspection (督查结论), delivered on that day; `rectify_due_on` (NULL: none
 * is wanted) is when what it asks for is to be put right. TZ_REJECTED also where the action isn't
 * an inspection. */
TZ_API tz_status tz_action_conclude(tz_ledger *ledger, int64_t action_id, const char *conclusion,
                                    const char *rectify_due_on, const char *on);
/* What the unit reports to have put right (整改). TZ_REJECTED also where nothing was to be. */
TZ_API tz_status tz_action_rectify(tz_ledger *ledger, int64_t action_id, const char *rectification,
                                   const char *on);
/* What the office found of it (核查): `result` NULL or "rectified", or "unrectified", or the
 * Chinese words; `verified_by` NULL: the handle's actor. TZ_REJECTED as tz_action_rectify. */
TZ_API tz_status tz_action_verify(tz_ledger *ledger, int64_t action_id, const char *result,
                                  const char *verified_by, const char *on);
/* Ends it (办结). TZ_REFUSED, unless `accepts_owing`, where a reply or a rectification is still
 * owed on that day. */
TZ_API tz_status tz_action_close(tz_ledger *ledger, int64_t action_id, bool accepts_owing,
                                 const char *on);

/* Issues what the flags suggest: every action that the report action_propose lists with these
 * parameters, on its as_of. `reply_due_on` NULL: as the report says, by the setting
 * reply_due_workdays. `*count` is how many they were; a second call adds none. TZ_OK; what
 * tz_report and tz_action_add return. */
TZ_API tz_status tz_action_issue_proposed(tz_ledger *ledger, const tz_parameter *parameters,
                                          size_t parameter_count, const char *reply_due_on,
                                          size_t *count);

/* ---------------------------------------------------------------- evidence */

/* 佐证材料: what a file is attached to: the entry of a task and quarter, the newest closure of a
 * task, or an action; one of the three. Start with TZ_EVIDENCE_INIT. */
typedef struct tz_evidence {
    const char *task;    /* its code; NULL for an action */
    const char *quarter; /* of the entry, or NULL */
    int revision;        /* of the entry; 0: the newest */
    bool is_of_closure;
    int64_t action_id;    /* or 0 */
    const char *name;     /* the name it is kept under; NULL: the file's own */
    const char *added_on; /* NULL: today */
} tz_evidence;
#define TZ_EVIDENCE_INIT                                                                           \
    {                                                                                              \
        NULL, NULL, 0, false, 0, NULL, NULL                                                        \
    }

/* Keeps a copy of the file in the ledger, in SQLite's archive table sqlar, which sqlite3 -A reads;
 * its size and BLAKE2b-256 hash are kept beside it. It is read in pieces, twice. `*evidence_id`
 * (may be NULL) is its number. TZ_OK; TZ_MALFORMED a day, quarter or code, none or several things
 * to attach to, or a name that holds a path, a backslash or a control character; TZ_NOT_FOUND the
 * file, task, entry, closure or action; TZ_REJECTED it isn't an ordinary file (a folder, a device,
 * a symbolic link), is empty, is over the limit (setting evidence_size_limit_mib), which is told
 * before it is read, or changed while it was read; TZ_IO it can't be read; and as tz_write_begin.
 */
TZ_API tz_status tz_evidence_add(tz_ledger *ledger, const char *path, const tz_evidence *evidence,
                                 int64_t *evidence_id);
/* Writes a file's copy out, `evidence` being its number or its name: to the new file `path`, into
 * the folder `path` under its name, into the current folder (NULL), or to standard output ("-").
 * It appears whole or not at all, and nothing is ever overwritten. `*written` (may be NULL) is the
 * path of the new file and belongs to the handle until its next call of this function or of
 * tz_find_name. TZ_OK; TZ_NOT_FOUND; TZ_REJECTED several have the name; TZ_REFUSED something is at
 * the path, or the name would lead out of the folder; TZ_IO it can't be written, or the copy is
 * damaged: its hash is another; TZ_BUSY; TZ_NO_MEMORY. */
TZ_API tz_status tz_evidence_extract(tz_ledger *ledger, const char *evidence, const char *path,
                                     const char **written);
/* Compares every copy with its hash. Each one that is damaged or gone is a TZ_NOTE_ERROR to the
 * note function; `*damaged` is how many. TZ_OK, also with damaged ones; TZ_BUSY; TZ_IO;
 * TZ_NO_MEMORY. */
TZ_API tz_status tz_evidence_check(tz_ledger *ledger, size_t *damaged);

/* ---------------------------------------------------------------- matters */

/* What is reported upward (请示事项): a major matter, a problem, the early word that a target can't
 * be met. Task or unit must be given. Start with TZ_MATTER_INIT. */
typedef struct tz_matter {
    const char *task;             /* its code */
    const char *unit;             /* who raises it; NULL: the unit that answers for the task */
    const char *content;          /* 内容 */
    const char *objective_reason; /* 客观原因; may be NULL */
    const char *leader;           /* 呈报领导: to whom; may be NULL */
    const char *raised_on;        /* NULL: today */
} tz_matter;
#define TZ_MATTER_INIT                                                                             \
    {                                                                                              \
        NULL, NULL, NULL, NULL, NULL, NULL                                                         \
    }

/* Adds a matter; it awaits a decision from that day, in the view open_matter. `content` must be
 * given. `*matter_id` (may be NULL) is its number. TZ_OK; TZ_MALFORMED the day; TZ_NOT_FOUND task,
 * unit or leader; TZ_REJECTED neither task nor unit, or no content; and as tz_write_begin. */
TZ_API tz_status tz_matter_add(tz_ledger *ledger, const tz_matter *matter, int64_t *matter_id);
/* Records what was decided, on the day `on` (NULL: today). What follows from it for the task is
 * another call, tz_task_adjust for one. TZ_OK; TZ_MALFORMED the day; TZ_NOT_FOUND no such matter;
 * TZ_REJECTED it is decided already, the day is before it was raised, `decision` is empty; and as
 * tz_write_begin. */
TZ_API tz_status tz_matter_decide(tz_ledger *ledger, int64_t matter_id, const char *decision,
                                  const char *on);

/* ---------------------------------------------------------------- bulletins */

/* Whether a round of the quarter was opened by the day `on` (NULL: today). TZ_OK; TZ_NOT_FOUND none
 * was; TZ_MALFORMED; TZ_BUSY; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_quarter_check_opened(tz_ledger *ledger, const char *quarter, const char *on);

/* 通报: a quarter's bulletin as it is issued. Start with TZ_BULLETIN_INIT. */
typedef struct tz_bulletin {
    const char *quarter;
    const char *number;     /* 文号: 聊政办字〔2022〕12号 */
    const char *issued_on;  /* NULL: today; the day whose figures it gives */
    const char *issuer;     /* 发文机关, who signs; NULL: the office of the plan's issuer */
    bool accepts_obstacles; /* also where lamps judge by another quarter on that day */
} tz_bulletin;
#define TZ_BULLETIN_INIT                                                                           \
    {                                                                                              \
        NULL, NULL, NULL, NULL, false                                                              \
    }

/* The reports that a bulletin is made of, in the order in which their rows are kept and annexed. */
typedef struct tz_bulletin_part {
    const char *report; /* bulletin_section */
    const char *annex;  /* the Chinese title of the annex (附件) that it is; NULL: it is none */
    bool is_of_each_quarter; /* for each row of bulletin_days, with its quarter and day */
} tz_bulletin_part;
/* The part at `index` from 0; NULL behind the last. */
TZ_API const tz_bulletin_part *tz_bulletin_part_at(size_t index);
/* Runs the report of a part, for an issued bulletin, or with `bulletin_id` 0 a draft: it is the one
 * that came before that a bulletin is compared with. As tz_report. */
TZ_API tz_status tz_bulletin_part_run(tz_ledger *ledger, const char *report, const char *quarter,
                                      const char *day, int64_t bulletin_id, tz_rows **rows);

/* Keeps the bulletin's number, day and issuer, and every row of the reports that it is made of, as
 * they are now. Bulletins are issued in order of day. `*bulletin_id` may be NULL. TZ_OK;
 * TZ_MALFORMED; TZ_NOT_FOUND the quarter was not opened by that day; TZ_REFUSED the number is
 * taken, read-only; the quarter's returns aren't due before the day, or lamps judge by a later
 * quarter on it, unless `accepts_obstacles`; TZ_REJECTED no number, an issuer without a name, one
 * of a later day is out; TZ_BUSY; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_bulletin_issue(tz_ledger *ledger, const tz_bulletin *bulletin,
                                   int64_t *bulletin_id);
/* 更正: what an issued bulletin, named by its number or its quarter (of several the newest), would
 * say otherwise for its own day as the ledger stands: late entries dated back, adjustments. Rows
 * part, change (changed, added, removed), record, title, was, now, in Chinese words; close them
 * with tz_rows_close. TZ_OK; TZ_NOT_FOUND; TZ_BUSY; TZ_IO; TZ_NO_MEMORY. */
TZ_API tz_status tz_bulletin_difference(tz_ledger *ledger, const char *name, tz_rows **rows);

/* ---------------------------------------------------------------- settings */

/* Sets a threshold, by its name (yellow_lag) or its Chinese word (黄灯滞后值); the report
 * setting_list has them all. Rounds that were opened keep the values they were opened with. TZ_OK;
 * TZ_MALFORMED no such setting, or not a number; TZ_REJECTED out of its bounds, which the hint
 * names; and as tz_write_begin. */
TZ_API tz_status tz_setting_set(tz_ledger *ledger, const char *name, const char *value);

/* ---------------------------------------------------------------- calendar */

/* Reads the State Council's holidays from CSV (day,name,is_workday): 节假日 with 0, 调休上班
 * with 1. A day it names is set, the others of that year become weekends and workdays. `*day_count`
 * (may be NULL) is how many it named. TZ_OK; TZ_NOT_FOUND; TZ_REJECTED a day outside of 2020 to
 * 2040, or a row that can't be read; TZ_IO; and as tz_write_begin. */
TZ_API tz_status tz_holiday_import(tz_ledger *ledger, const char *path, size_t *day_count);

/* ---------------------------------------------------------------- the journal */

/* Every write is a row of the table journal (日志) with its number, its actor, its command and what
 * it changed, chained by hashes. */

typedef struct tz_undo_options {
    int64_t journal_id;    /* the row to take back; 0: the last one */
    bool is_trial;         /* list what would be changed back, and change nothing */
    uint64_t most_changes; /* how many records the list has at most; 0: all */
} tz_undo_options;
#define TZ_UNDO_OPTIONS_INIT                                                                       \
    {                                                                                              \
        0, false, 0                                                                                \
    }

typedef struct tz_undo_result {
    int64_t journal_id; /* the row taken back */
    char command[200];  /* what it was, cut where it is longer */
    uint64_t changes;   /* records that were changed back, also those that are not listed */
} tz_undo_result;

/* 撤销: takes a command back, as a new row of the journal with the command "undo N". To take back
 * an undo is to do it again. `options` may be NULL. `*changes` lists the records that were changed
 * back: operation (restored, removed, changed), table_name, record and content in the handle's
 * language, as the log tells them; close it with tz_rows_close. TZ_OK; TZ_NOT_FOUND nothing to take
 * back, or no such row; TZ_REFUSED the row is a snapshot or before one, or later changes stand on
 * it: the error names the record, the hint the later rows in the order in which they are to be
 * taken back first; TZ_IO the row is damaged; and as tz_write_begin. */
TZ_API tz_status tz_undo(tz_ledger *ledger, const tz_undo_options *options, tz_undo_result *result,
                         tz_rows **changes);

typedef struct tz_verify_result {
    uint64_t findings;
    uint64_t journal_rows;
    char head[65]; /* the hash of the last row, in hexadecimal digits; "" without a journal */
} tz_verify_result;

/* 核验: whether the file is whole, keeps the rules, has the built-in tables and views, the evidence
 * as it was put in, a journal whose hashes hold, and the very rows that the journal gives. With
 * `head` (NULL: none), a hash that was noted earlier, also whether that row is still there.
 * `*findings` lists what is wrong: check_name, table_name, record (its key), column_name,
 * file_value, journal_value, finding; close it with tz_rows_close. What the disk can't read is a
 * finding too, where the schema can be read; of a file that was cut off it can't. It reads only;
 * meanwhile others can read, but not write. TZ_OK, also with findings; TZ_MALFORMED `head` isn't a
 * hash; TZ_BUSY; TZ_IO; TZ_NO_MEMORY. Not within a write: it asserts. */
TZ_API tz_status tz_verify(tz_ledger *ledger, const char *head, tz_verify_result *result,
                           tz_rows **findings);

#ifdef __cplusplus
}
#endif

#endif
