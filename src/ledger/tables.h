/* tables.h: the tables of a ledger and their columns, as its own schema tells. */
#ifndef TZ_LEDGER_TABLES_H
#define TZ_LEDGER_TABLES_H

#include "ledger.h"

typedef struct tz_table_column {
    char *name;
    tz_value_type type; /* as declared; never TZ_VALUE_NULL */
} tz_table_column;

typedef struct tz_table {
    char *name;
    bool has_rowid;
    size_t column_count;
    tz_table_column *columns; /* in the table's order */
    char *key;                /* the columns of its primary key, quoted, with commas between them */
    int key_column;           /* the first of them */
} tz_table;

typedef struct tz_tables {
    size_t count;
    tz_table *tables; /* by name */
} tz_tables;

/* The tables of `connection`, SQLite's own left out. Free them with tz_tables_free whatever it
 * returned. TZ_OK; TZ_IO; TZ_BUSY; TZ_NO_MEMORY. */
tz_status tz_tables_read(tz_ledger *ledger, sqlite3 *connection, tz_tables *tables);
void tz_tables_free(tz_tables *tables);
/* NULL: there is none of that name. */
const tz_table *tz_tables_find(const tz_tables *tables, const char *name);
/* -1: there is none of that name. */
int tz_table_column_index(const tz_table *table, const char *name);

#endif
