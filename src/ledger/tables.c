#include "tables.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* pragma_table_list would say which tables have no rowid, but finds the columns of every view
 * before: the index of such a table's key has no rowid behind its columns. */
static const char list_sql[] =
    "SELECT t.name,"
    "  EXISTS (SELECT 1 FROM pragma_index_list(t.name) AS i WHERE i.origin = 'pk' AND NOT EXISTS"
    "    (SELECT 1 FROM pragma_index_xinfo(i.name) AS x WHERE x.cid = -1)),"
    "  c.name, c.type, c.pk,"
    "  (SELECT group_concat(printf('\"%w\"', name), ', ') FROM"
    "     (SELECT k.name FROM pragma_table_info(t.name) AS k WHERE k.pk > 0 ORDER BY k.pk)) "
    "FROM sqlite_schema AS t "
    "JOIN pragma_table_info(t.name) AS c "
    "WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' "
    "ORDER BY t.name, c.cid";
enum { TABLE_NAME, WITHOUT_ROWID, COLUMN_NAME, COLUMN_TYPE, KEY_POSITION, KEY };

static tz_value_type type_of(const char *declared)
{
    if (strncasecmp(declared, "INT", 3) == 0)
        return TZ_VALUE_INTEGER;
    if (strcasecmp(declared, "REAL") == 0)
        return TZ_VALUE_REAL;
    return strcasecmp(declared, "BLOB") == 0 ? TZ_VALUE_BLOB : TZ_VALUE_TEXT;
}

/* Each grows its array by one; NULL without memory. */
static tz_table *add_table(tz_tables *tables, const char *name)
{
    tz_table *grown = realloc(tables->tables, (tables->count + 1) * sizeof *grown);
    if (!grown)
        return NULL;
    tables->tables = grown;
    grown[tables->count] = (tz_table){.name = strdup(name)};
    return grown[tables->count].name ? &grown[tables->count++] : NULL;
}

static tz_table_column *add_column(tz_table *table, const char *name)
{
    tz_table_column *grown = realloc(table->columns, (table->column_count + 1) * sizeof *grown);
    if (!grown)
        return NULL;
    table->columns = grown;
    grown[table->column_count] = (tz_table_column){.name = strdup(name)};
    return grown[table->column_count].name ? &grown[table->column_count++] : NULL;
}

/* The last table where the row still tells of it, else a new one. */
static tz_table *table_of(tz_tables *tables, sqlite3_stmt *row)
{
    const char *name = tz_column_text(row, TABLE_NAME);
    if (tables->count > 0 && strcmp(tables->tables[tables->count - 1].name, name) == 0)
        return &tables->tables[tables->count - 1];
    tz_table *table = add_table(tables, name);
    if (!table || !(table->key = strdup(tz_column_text(row, KEY))))
        return NULL;
    table->has_rowid = sqlite3_column_int(row, WITHOUT_ROWID) == 0;
    return table;
}

static bool take_row(tz_tables *tables, sqlite3_stmt *row)
{
    tz_table *table = table_of(tables, row);
    tz_table_column *column = table ? add_column(table, tz_column_text(row, COLUMN_NAME)) : NULL;
    if (!column)
        return false;
    column->type = type_of(tz_column_text(row, COLUMN_TYPE));
    if (sqlite3_column_int(row, KEY_POSITION) == 1)
        table->key_column = (int)table->column_count - 1;
    return true;
}

tz_status tz_tables_read(tz_ledger *ledger, sqlite3 *connection, tz_tables *tables)
{
    *tables = (tz_tables){0};
    sqlite3_stmt *row = NULL;
    int code = sqlite3_prepare_v2(connection, list_sql, -1, &row, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(row);
        if (code == SQLITE_ROW && !take_row(tables, row)) {
            sqlite3_finalize(row);
            return tz_fail_memory(ledger);
        }
    }
    tz_status status = code == SQLITE_DONE ? TZ_OK : tz_fail_connection(ledger, connection);
    sqlite3_finalize(row);
    return status;
}

void tz_tables_free(tz_tables *tables)
{
    for (size_t i = 0; i < tables->count; i++) {
        tz_table *table = &tables->tables[i];
        for (size_t k = 0; k < table->column_count; k++)
            free(table->columns[k].name);
        free(table->columns);
        free(table->key);
        free(table->name);
    }
    free(tables->tables);
    *tables = (tz_tables){0};
}

const tz_table *tz_tables_find(const tz_tables *tables, const char *name)
{
    for (size_t i = 0; i < tables->count; i++)
        if (strcmp(tables->tables[i].name, name) == 0)
            return &tables->tables[i];
    return NULL;
}

int tz_table_column_index(const tz_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}
