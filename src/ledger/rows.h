/* rows.h: how a result set is made. */
#ifndef TZ_LEDGER_ROWS_H
#define TZ_LEDGER_ROWS_H

#include "dictionary.h"
#include "ledger.h"
#include "sandbox.h"

struct tz_rows {
    tz_ledger *ledger;
    sqlite3_stmt *statement;
    sqlite3 *own_connection; /* closed with the rows; NULL where they are the ledger's */
    char *report;
    char *title;      /* in the handle's language; NULL: the report's name */
    char as_of[11];   /* "": none */
    int column_count; /* of those shown: the first ones */
    int made_count;   /* of all that the statement gives */
    tz_column *columns;
    char *table_columns; /* what the report's header names for a table; NULL: nothing */
    char *sheet_columns; /* and for a sheet */
    tz_word *words;
    size_t word_count;
    bool has_first_row; /* computed by tz_rows_start, not yet handed out */
    bool is_at_end;
    bool is_cut;       /* at the end because of max_rows */
    tz_status failure; /* of an earlier step: it stays */
    bool is_bounded;
    tz_sandbox sandbox;
    uint64_t max_rows; /* 0: no bound */
    uint64_t row_count;
    int64_t damaged_row; /* of the journal, met on the way; 0: none */
};

/* Rows with no statement yet. */
tz_status tz_rows_new(tz_ledger *ledger, const char *report, tz_rows **rows);
/* Computes the first row and looks up the columns. */
tz_status tz_rows_start(tz_rows *rows);
/* The first of that name, or NULL. */
const tz_parameter *tz_parameter_find(const tz_parameter *parameters, size_t count,
                                      const char *name);
/* TZ_MALFORMED, told. */
tz_status tz_fail_given_twice(tz_ledger *ledger, const char *name);
/* Binds each of the statement's parameters to the one of its name; NULL where none is given, if
 * `may_miss`, else TZ_REJECTED. TZ_MALFORMED one is given twice. */
tz_status tz_rows_bind(tz_rows *rows, const tz_parameter *parameters, size_t count, bool may_miss);
/* Prepares one reading statement within the sandbox and the limits (NULL: none): sql.c. `path` is
 * the file it is of, which its errors name with the line, or NULL. TZ_REJECTED; TZ_BUSY; TZ_IO;
 * TZ_NO_MEMORY. */
tz_status tz_sql_prepare(tz_rows *rows, const char *sql, const char *path, const tz_limits *limits);
/* The shown column of that name, of `size` bytes, or NULL. */
tz_column *tz_rows_find_column(const tz_rows *rows, const char *name, size_t size);
/* For the failure of a call on the statement's connection. */
tz_status tz_rows_fail(tz_rows *rows);

#endif
